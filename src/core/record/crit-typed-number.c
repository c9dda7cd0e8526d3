/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-typed-private.h"

#include "json/crit-json-reader.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* More characters than that are no number that could be kept. */
#define MAX_CHARACTERS 64

/* A number as it was typed: what stands before its one separator, and after it. */
typedef struct
{
  gboolean negative;
  char whole[MAX_CHARACTERS + 1];
  char fraction[MAX_CHARACTERS + 1];
  char separator; /* 0 where there is none */
} Parts;

static char
get_decimal_point (void)
{
  return localeconv ()->decimal_point[0] == ',' ? ',' : '.';
}

/* People type the unit too, though it stands beside the field. */
static void
strip_unit (char *text, const char *unit)
{
  g_autofree char *end = NULL;
  g_autofree char *folded_end = NULL;
  g_autofree char *folded_unit = NULL;
  gsize start = 0;

  if (unit == NULL)
    return;
  start = strspn (text, "+-0123456789., ");
  end = g_strdup (text + start);
  folded_end = g_utf8_casefold (end, -1);
  folded_unit = g_utf8_casefold (unit, -1);
  if (!g_str_equal (folded_end, folded_unit))
    return;
  text[start] = '\0';
  g_strchomp (text);
}

static gsize
take_digits (const char *text, char *digits)
{
  gsize n = strspn (text, "0123456789");

  memcpy (digits, text, n);
  digits[n] = '\0';
  return n;
}

static gboolean
split (const char *text, Parts *parts)
{
  if (strlen (text) > MAX_CHARACTERS)
    return FALSE;
  parts->negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  text += take_digits (text, parts->whole);
  if (*text == '.' || *text == ',')
    parts->separator = *text++;
  text += take_digits (text, parts->fraction);
  return *text == '\0' && (parts->whole[0] != '\0' || parts->fraction[0] != '\0');
}

static double
convert (const Parts *parts, const char *separator)
{
  g_autofree char *text =
      g_strconcat (parts->negative ? "-" : "", "0", parts->whole, separator, parts->fraction, NULL);

  /* What is added makes a zero of a negative zero. */
  return g_ascii_strtod (text, NULL) + 0.0;
}

static guint
count_digits (const Parts *parts)
{
  g_autofree char *digits = g_strconcat (parts->whole, parts->fraction, NULL);

  return (guint) strlen (digits + strspn (digits, "0"));
}

/* "1,000" is a thousand to some and one to others. The locale's own decimal point is that, and nothing else. */
static gboolean
is_ambiguous (const Parts *parts)
{
  gsize n_whole = strlen (parts->whole);

  return parts->separator != '\0' && parts->separator != get_decimal_point ()
         && strlen (parts->fraction) == 3 && n_whole >= 1 && n_whole <= 3 && parts->whole[0] != '0';
}

static char *
make_ambiguous_problem (const Parts *parts)
{
  return g_strdup_printf (
      /* Translators: two readings of what was typed: "1000" and "1". */
      _ ("This could mean %1$.15g or %2$.15g. Type one of these."), convert (parts, ""),
      convert (parts, "."));
}

static char *
make_type_problem (const CritQuestion *question, const char *text)
{
  if (g_ascii_isdigit (text[0]) && text[strspn (text, "0123456789., '")] == '\0')
    return g_strdup (_ ("Type the number without marks or spaces between its digits."));
  if (question->type == CRIT_QUESTION_INTEGER)
    return g_strdup (_ ("Type a whole number, such as 12."));
  return g_strdup (_ ("Type a number, such as 12 or 12.5."));
}

static char *
make_doubt (const CritQuestion *question, double number)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (number >= question->plausible_minimum && number <= question->plausible_maximum)
    return NULL;
  low = crit_question_dup_number_text (question, question->plausible_minimum);
  high = crit_question_dup_number_text (question, question->plausible_maximum);
  if (isinf (question->plausible_maximum))
    /* Translators: %s is a number with its unit. */
    return g_strdup_printf (_ ("Is this right? It is usually %s or more."), low);
  if (isinf (question->plausible_minimum))
    /* Translators: %s is a number with its unit. */
    return g_strdup_printf (_ ("Is this right? It is usually %s or less."), high);
  /* Translators: %1$s and %2$s are numbers with their unit. */
  return g_strdup_printf (_ ("Is this right? It is usually from %1$s to %2$s."), low, high);
}

static char *
find_problem (const CritQuestion *question, const char *text, Parts *parts)
{
  if (!split (text, parts))
    return make_type_problem (question, text);
  if (count_digits (parts) > CRIT_JSON_MAX_DIGITS)
    return g_strdup_printf (
        /* Translators: %u is a number of digits. */
        _ ("Type a number of %u digits or fewer."), CRIT_JSON_MAX_DIGITS);
  if (question->type == CRIT_QUESTION_INTEGER && parts->fraction[0] != '\0')
    return g_strdup (_ ("Type a whole number, without a comma or a point."));
  return is_ambiguous (parts) ? make_ambiguous_problem (parts) : NULL;
}

/**
 * crit_typed_read_number:
 * @question: a question of type `integer` or `decimal`
 * @text: what was typed, with plain digits, not blank
 * @typed: takes what was understood
 *
 * Understands a number, with or without its unit.
 */
void
crit_typed_read_number (const CritQuestion *question, const char *text, CritTyped *typed)
{
  g_autofree char *bare = g_strdup (text);
  Parts parts = { 0 };
  CritAnswer answer = { .kind = CRIT_ANSWER_NUMBER };

  strip_unit (bare, question->unit);
  typed->problem = find_problem (question, bare, &parts);
  if (typed->problem != NULL)
    return;
  answer.number = convert (&parts, ".");
  crit_typed_accept (question, &answer, typed);
  if (typed->problem == NULL)
    typed->doubt = make_doubt (question, answer.number);
}
