/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-typed-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A date has at most a day, a month and a year. */
#define MAX_TOKENS 3
#define MAX_WORD 64

/* The fewest letters that stand for a month. */
#define MIN_LETTERS 3

#define OLDEST_PLAUSIBLE_YEAR 1900

static const char *const english_months[] = { "january",   "february", "march",    "april",
                                              "may",       "june",     "july",     "august",
                                              "september", "october",  "november", "december" };

/* The shape has a letter for each token: Y a number of four digits, n one of one or two, M the name of a month. */
typedef struct
{
  guint values[MAX_TOKENS];
  char shape[MAX_TOKENS + 1];
  guint n;
} Tokens;

/* Which of the tokens of a shape are the year, the month and the day; -1 for none. */
static const struct
{
  const char *shape;
  int year, month, day;
} shapes[] = {
  { "Y", 0, -1, -1 }, { "nY", 1, 0, -1 }, { "Yn", 0, 1, -1 }, { "MY", 1, 0, -1 },
  { "YM", 0, 1, -1 }, { "nnY", 2, 1, 0 }, { "Ynn", 0, 1, 2 }, { "nMY", 2, 1, 0 },
  { "MnY", 2, 0, 1 }, { "YMn", 0, 1, 2 },
};

/* A set of months, a bit each: those that a word is the name of, and those whose name begins with it. */
typedef struct
{
  guint whole;
  guint begun;
} Matches;

static void
match (Matches *matches, const char *word, const char *name, guint month)
{
  if (g_str_equal (word, name))
    matches->whole |= 1u << month;
  else if (g_utf8_strlen (word, -1) >= MIN_LETTERS && g_str_has_prefix (name, word))
    matches->begun |= 1u << month;
}

/* Languages that bend the names of months after a day have two forms of each. */
static void
match_locale (Matches *matches, const char *word, guint month)
{
  static const char *const forms[] = { "%B", "%OB", "%b", "%Ob" };
  g_autoptr (GDateTime) day = g_date_time_new_utc (2000, (int) month, 1, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = g_date_time_format (day, forms[i]);
      g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);

      /* Some locales abbreviate with a full stop, which separates here. */
      g_strdelimit (folded, ".", '\0');
      if (folded[0] != '\0')
        match (matches, word, folded, month);
    }
}

static guint
get_only (guint months)
{
  return months != 0 && (months & (months - 1)) == 0 ? (guint) g_bit_nth_lsf (months, -1) : 0;
}

/* The month that a word means; 0 for none, and for a word that could mean two. */
static guint
find_month (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  Matches matches = { 0 };

  for (guint month = 1; month <= G_N_ELEMENTS (english_months); month++)
    {
      match (&matches, folded, english_months[month - 1], month);
      match_locale (&matches, folded, month);
    }
  return get_only (matches.whole != 0 ? matches.whole : matches.begun);
}

static gboolean
add_token (Tokens *tokens, char kind, guint value)
{
  if (tokens->n == MAX_TOKENS)
    return FALSE;
  tokens->shape[tokens->n] = kind;
  tokens->values[tokens->n++] = value;
  return TRUE;
}

/* "1st", "2nd", "3rd" and "4th" are the days that they say. */
static const char *
skip_ordinal (const char *text)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (text, endings[i], 2) == 0
        && !g_unichar_isalpha (g_utf8_get_char (text + 2)))
      return text + 2;
  return text;
}

static const char *
take_number (const char *text, Tokens *tokens)
{
  gsize n = strspn (text, "0123456789");
  guint value = 0;

  if (n == 3 || n > 4)
    return NULL;
  for (gsize i = 0; i < n; i++)
    value = value * 10 + (guint) (text[i] - '0');
  if (!add_token (tokens, n == 4 ? 'Y' : 'n', value))
    return NULL;
  return n == 4 ? text + n : skip_ordinal (text + n);
}

static const char *
take_word (const char *text, Tokens *tokens)
{
  const char *end = text;
  g_autofree char *word = NULL;
  guint month = 0;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == text || end - text > MAX_WORD)
    return NULL;
  word = g_strndup (text, (gsize) (end - text));
  month = find_month (word);
  return month != 0 && add_token (tokens, 'M', month) ? end : NULL;
}

static gboolean
split (const char *text, Tokens *tokens)
{
  while (text != NULL && *text != '\0')
    {
      if (strchr (" /.,-", *text) != NULL)
        text++;
      else if (g_ascii_isdigit (*text))
        text = take_number (text, tokens);
      else
        text = take_word (text, tokens);
    }
  return text != NULL;
}

static gboolean
arrange (const Tokens *tokens, CritDate *date)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shapes[i].shape, tokens->shape))
      {
        date->year = (guint16) tokens->values[shapes[i].year];
        date->month = shapes[i].month < 0 ? 0 : (guint8) tokens->values[shapes[i].month];
        date->day = shapes[i].day < 0 ? 0 : (guint8) tokens->values[shapes[i].day];
        return TRUE;
      }
  return FALSE;
}

static char *
make_type_problem (const CritQuestion *question)
{
  if (question->ongoing)
    return g_strdup (_ ("Type a date such as 21/3/2019, March 2019 or 2019, or type “ongoing”."));
  return g_strdup (_ ("Type a date such as 21/3/2019, March 2019 or 2019."));
}

static char *
make_day_problem (CritDate date)
{
  g_autofree char *month = crit_date_to_text ((CritDate){ .year = date.year, .month = date.month });

  /* Translators: %1$u is the number of a day, %2$s a month: "February 2019". */
  return g_strdup_printf (_ ("There is no day %1$u in %2$s."), date.day, month);
}

/* Parts that are there must be right; a part is there when the shape has it, were it zero. */
static char *
find_impossible (const Tokens *tokens, CritDate date)
{
  const gboolean has_month = tokens->n > 1;
  const gboolean has_day = tokens->n > 2;

  if (date.year == 0)
    return g_strdup (_ ("There is no year 0."));
  if (has_day && date.month > 12 && date.day >= 1 && date.day <= 12 && date.month <= 31)
    return g_strdup_printf (
        /* Translators: a date in numbers, as it should be typed: the day, the month and the year. */
        _ ("Type the day first, then the month: %1$u/%2$u/%3$u."), date.month, date.day, date.year);
  if (has_month && (date.month < 1 || date.month > 12))
    return g_strdup_printf (_ ("There is no month %u."), date.month);
  if (has_day && !g_date_valid_dmy (date.day, date.month, date.year))
    return make_day_problem (date);
  return NULL;
}

static gboolean
is_word (const char *text, const char *english, const char *translated)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_translated = g_utf8_casefold (translated, -1);

  return g_str_equal (folded, english) || g_str_equal (folded, folded_translated);
}

static gboolean
read_words (const CritQuestion *question, const char *text, CritAnswer *answer)
{
  /* Translators: typed for a date that goes on up to now; the same word as the answer "Ongoing". */
  if (question->ongoing && is_word (text, "ongoing", _ ("Ongoing")))
    {
      answer->kind = CRIT_ANSWER_ONGOING;
      return TRUE;
    }
  /* Translators: typed instead of the date of the present day. */
  if (!is_word (text, "today", _ ("today")))
    return FALSE;
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = crit_date_today () };
  return TRUE;
}

/* Returns what is wrong with the text, or NULL and the date. */
static char *
read_parts (const CritQuestion *question, const char *text, CritDate *date)
{
  Tokens tokens = { 0 };

  if (!split (text, &tokens) || tokens.n == 0)
    return make_type_problem (question);
  if (strchr (tokens.shape, 'Y') == NULL)
    return g_strdup (_ ("Type the year with four digits, such as 2019."));
  if (!arrange (&tokens, date))
    return make_type_problem (question);
  return find_impossible (&tokens, *date);
}

/**
 * crit_typed_read_date:
 * @question: a question of type `date`
 * @text: what was typed, with plain digits, not blank
 * @typed: takes what was understood
 *
 * Understands a date, whole or partial. 3/4/2019 is 3 April 2019.
 */
void
crit_typed_read_date (const CritQuestion *question, const char *text, CritTyped *typed)
{
  CritAnswer answer = { .kind = CRIT_ANSWER_DATE };

  if (!read_words (question, text, &answer))
    typed->problem = read_parts (question, text, &answer.date);
  if (typed->problem != NULL)
    return;
  crit_typed_accept (question, &answer, typed);
  if (typed->answer.kind == CRIT_ANSWER_DATE && answer.date.year < OLDEST_PLAUSIBLE_YEAR)
    typed->doubt = g_strdup (_ ("Is this right? It is very long ago."));
}

/**
 * crit_typed_doubt_later:
 * @self: what was understood
 * @today: the date of the record, a whole date
 *
 * Asks about a date of which no day has come by the date of the record. It is accepted all the same: a record may be
 * about something that is planned.
 */
void
crit_typed_doubt_later (CritTyped *self, CritDate today)
{
  g_return_if_fail (self != NULL);

  if (self->answer.kind != CRIT_ANSWER_DATE || self->doubt != NULL
      || crit_date_get_first_day (self->answer.date) <= crit_date_get_first_day (today))
    return;
  self->doubt = g_strdup (_ ("Is this right? It is after the date of the record."));
}

/**
 * crit_typed_doubt_before:
 * @self: what was understood of the end of a time
 * @start: the date that it begins with, or one that is not set
 *
 * Asks about an end of which every day is before the beginning. It is accepted all the same, since the beginning may be
 * what is wrong.
 */
void
crit_typed_doubt_before (CritTyped *self, CritDate start)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  if (self->answer.kind != CRIT_ANSWER_DATE || self->doubt != NULL || !crit_date_is_set (start)
      || crit_date_get_last_day (self->answer.date) >= crit_date_get_first_day (start))
    return;
  text = crit_date_to_text (start);
  /* Translators: %s is a date */
  self->doubt = g_strdup_printf (_ ("Is this right? It is before the start, %s."), text);
}
