/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-reason.h"

#include "record/crit-bidi.h"
#include "screening/crit-evaluate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A reason names this many things at most; of the others it says how many there are. */
#define MOST_NAMED 3

/* Why an answer is not known, to stand in brackets after the question. */
static const char *const unknown_words[] = {
  [CRIT_UNKNOWN_NOT_KNOWN] = N_ ("%s (not known)"),
  [CRIT_UNKNOWN_NOT_IN_NOTES] = N_ ("%s (not in the notes)"),
  [CRIT_UNKNOWN_AWAITING] = N_ ("%s (awaiting a result)"),
  [CRIT_UNKNOWN_CONFLICTING] = N_ ("%s (sources disagree)"),
};

static const char *
get_label (const CritQuestion *question)
{
  return crit_question_get_label (question);
}

static char *
dup_value (CritWorld *world, const CritQuestion *question)
{
  return crit_answer_to_text (crit_world_get_answer (world, question, -1), question);
}

static char *
dup_answer_clause (CritWorld *world, const CritQuestion *question)
{
  g_autofree char *value = dup_value (world, question);

  if (g_str_has_suffix (get_label (question), "?"))
    /* Translators: a question and its answer: “Is the person depressed now?” Yes */
    return crit_bidi_fill (_ ("“%1$s” %2$s"), get_label (question), value);
  /* Translators: what was asked and the answer: "Age: 41". */
  return crit_bidi_fill (_ ("%1$s: %2$s"), get_label (question), value);
}

static char *
dup_duration_clause (CritWorld *world, const CritCondition *condition)
{
  g_autofree char *start = dup_value (world, condition->question);
  g_autofree char *stop = dup_value (world, condition->until);

  /* Translators: two dates and what they are: "Started: March 2019; Stopped: 4 June 2019". */
  return crit_bidi_fill (_ ("%1$s: %2$s; %3$s: %4$s"), get_label (condition->question), start,
                         get_label (condition->until), stop);
}

/* The count that decided: where it can still grow or shrink, the end that reached or missed the bound. */
static guint
get_deciding_number (CritWorld *world, const CritGround *ground)
{
  CritRange count = crit_evaluate_count (world, ground->condition);
  gboolean reached = count.low >= crit_range_of_bounds (ground->condition, TRUE).low;

  return (guint) (reached ? count.low : count.high);
}

static char *
dup_count_clause (CritWorld *world, const CritGround *ground)
{
  const CritCondition *count = ground->condition;
  guint n = get_deciding_number (world, ground);
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (count->noun_one != NULL)
    /* Translators: %1$s is how many are recorded, %2$s what, from the rules file: "Recorded: 2 types tried". */
    return crit_bidi_fill (_ ("Recorded: %1$s %2$s"), number,
                           n == 1 ? count->noun_one : count->noun_other);
  /* Translators: %1$u is how many, %2$s the name of a list. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u entry recorded in “%2$s”",
                                       "%1$u entries recorded in “%2$s”", n),
                          n, get_label (count->question));
}

static char *
dup_clause (CritWorld *world, const CritGround *ground)
{
  const CritCondition *condition = ground->condition;

  if (ground->hidden)
    /* Translators: %s is a question that is left out, since another answer says that it does not arise. */
    return crit_bidi_fill (_ ("“%s” does not arise"), get_label (condition->question));
  if (condition->kind == CRIT_CONDITION_COUNT)
    return dup_count_clause (world, ground);
  if (condition->kind == CRIT_CONDITION_DURATION)
    return dup_duration_clause (world, condition);
  return dup_answer_clause (world, condition->question);
}

/* Nothing is "needed" of a caution, nor of a test under a `not`. */
static char *
dup_clause_with_bounds (CritWorld *world, const CritGround *ground, CritKind kind)
{
  g_autofree char *clause = dup_clause (world, ground);
  g_autofree char *bounds = crit_condition_dup_bounds_text (ground->condition);

  if (bounds == NULL || ground->hidden || !ground->upright)
    return g_steal_pointer (&clause);
  if (kind == CRIT_KIND_REQUIREMENT)
    /* Translators: %1$s is what is recorded, %2$s what a criterion asks for: "Age: 41; 18 or over needed". */
    return crit_bidi_fill (_ ("%1$s; %2$s needed"), clause, bounds);
  /* Translators: %1$s is what is recorded, %2$s what a point to discuss is about: "Pulse: 41; looked for: less than 50". */
  return crit_bidi_fill (_ ("%1$s; looked for: %2$s"), clause, bounds);
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Takes @text unless it is there already. */
static void
add_text (GPtrArray *texts, char *text)
{
  if (has_text (texts, text))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static char *
join (GPtrArray *texts, const char *separator)
{
  return crit_bidi_join (separator, (const char *const *) texts->pdata,
                         MIN (texts->len, MOST_NAMED));
}

static char *
dup_clauses (CritWorld *world, GArray *grounds, CritKind kind)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < grounds->len; i++)
    add_text (clauses,
              dup_clause_with_bounds (world, &g_array_index (grounds, CritGround, i), kind));

  joined = join (clauses, ". ");
  if (clauses->len <= MOST_NAMED)
    return g_steal_pointer (&joined);
  /* Translators: %1$s are the first answers that decided, %2$u is how many more there are. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s. And %2$u more",
                                       "%1$s. And %2$u more", clauses->len - MOST_NAMED),
                          joined, clauses->len - MOST_NAMED);
}

/* The last character that can be seen; what ends a piece of a line cannot. */
static char
get_last_character (const char *text)
{
  const char *p = text + strlen (text);

  do
    p = p > text ? g_utf8_prev_char (p) : NULL;
  while (p != NULL && g_unichar_iszerowidth (g_utf8_get_char (p)));
  return p != NULL ? *p : '\0';
}

static char *
end_sentence (const char *text)
{
  if (strchr (".?!", get_last_character (text)) != NULL)
    return g_strdup (text);
  /* Translators: the end of a sentence. */
  return g_strdup_printf (_ ("%s."), text);
}

/**
 * crit_reason_of_grounds:
 * @world: the completions of a record
 * @outcome: an outcome whose status is known
 * @grounds: what decided it
 *
 * Returns: (transfer full): why a status is what it is, for people, translated: what was answered and what is asked for
 */
char *
crit_reason_of_grounds (CritWorld *world, const CritOutcome *outcome, GArray *grounds)
{
  g_autofree char *clauses = NULL;
  g_autofree char *text = NULL;

  if (grounds->len == 0)
    return g_strdup (_ ("This is so whatever the open answers are."));

  if (outcome->status != CRIT_STATUS_NOT_APPLICABLE)
    clauses = dup_clauses (world, grounds, outcome->criterion->kind);
  else
    clauses = dup_clauses (world, grounds, CRIT_KIND_NOTE);
  text = end_sentence (clauses);
  if (outcome->status != CRIT_STATUS_NOT_APPLICABLE)
    return g_steal_pointer (&text);
  /* Translators: %s is the answer because of which a criterion does not apply. */
  return crit_bidi_fill (_ ("Does not apply: %s"), text);
}

/* A list that is unknown as a whole says why, for "any more?" too. */
static const CritAnswer *
get_recorded (const CritAnswer *answers, const CritPlace *place)
{
  const CritAnswer *whole = &answers[place->question->slot];

  return whole->kind == CRIT_ANSWER_UNKNOWN ? whole : crit_place_get_answer (place, answers);
}

/**
 * crit_reason_of_place:
 * @answers: the answers of a record, by slot
 * @place: where something is open
 *
 * Returns: (transfer full): what is open, and why it is not known or the part of it that is
 */
char *
crit_reason_of_place (const CritAnswer *answers, const CritPlace *place)
{
  const CritAnswer *answer = get_recorded (answers, place);
  g_autofree char *label = crit_place_dup_label (place);
  g_autofree char *date = NULL;

  switch (answer->kind)
    {
    case CRIT_ANSWER_UNKNOWN:
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return crit_bidi_fill (_ (unknown_words[answer->unknown]), label);
#pragma GCC diagnostic pop
    case CRIT_ANSWER_DATE:
      date = crit_date_to_text (answer->date);
      /* Translators: %1$s is a question, %2$s a month or a year. */
      return crit_bidi_fill (_ ("%1$s (only %2$s is recorded)"), label, date);
    case CRIT_ANSWER_OTHER:
      /* Translators: %1$s is a question, %2$s what was written instead of choosing an option. */
      return crit_bidi_fill (_ ("%1$s (“%2$s” is none of the options)"), label, answer->text);
    default:
      return g_steal_pointer (&label);
    }
}

static char *
dup_open (CritWorld *world, const CritOutcome *outcome)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  guint more = outcome->open->len > MOST_NAMED ? outcome->open->len - MOST_NAMED : 0;

  if (outcome->imprecise)
    return g_strdup (_ ("Cannot tell more precisely: too much is open at once."));

  for (guint i = 0; i < outcome->open->len - more; i++)
    {
      const CritPlace *place = &g_array_index (outcome->open, CritPlace, i);

      g_ptr_array_add (texts, crit_reason_of_place (world->answers, place));
    }
  joined = join (texts, "; ");
  if (more == 0)
    /* Translators: %s are the questions that are open, such as "Age; Referred by". */
    text = crit_bidi_fill (_ ("Open: %s"), joined);
  else
    /* Translators: %1$s are some questions that are open, %2$u is how many more there are. */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Open: %1$s; and %2$u more",
                                         "Open: %1$s; and %2$u more", more),
                            joined, more);
  return end_sentence (text);
}

/**
 * crit_reason_of_open:
 * @world: the completions of a record
 * @outcome: an outcome whose status is not known, its `open` filled in
 *
 * What is open is said even where the author of the rules has a sentence for it: that can only be general.
 *
 * Returns: (transfer full): what is open and can still change the status, for people, translated
 */
char *
crit_reason_of_open (CritWorld *world, const CritOutcome *outcome)
{
  const char *own = outcome->criterion->reasons.unknown;
  g_autofree char *open = dup_open (world, outcome);
  g_autofree char *sentence = NULL;

  if (own == NULL)
    return g_steal_pointer (&open);
  sentence = end_sentence (own);
  /* Translators: two sentences, one after the other. */
  return crit_bidi_fill (_ ("%1$s %2$s"), sentence, open);
}
