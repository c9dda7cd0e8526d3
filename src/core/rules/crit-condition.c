/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-condition.h"

#include "rules/crit-rules.h"

#include <glib/gi18n-lib.h>

/* What a bound is put on decides the words: "18 or over", "2 or more", "6 weeks or more", "on or after 1 May 2024". */
typedef enum
{
  WORDS_NUMBER,
  WORDS_COUNT,
  WORDS_DURATION,
  WORDS_DATE,
  N_WORDS
} Words;

/* The bounds there are, and whether each includes its own value. */
typedef enum
{
  FORM_FROM,    /* lower, included */
  FORM_ABOVE,   /* lower, not included */
  FORM_UP_TO,   /* upper, included */
  FORM_BELOW,   /* upper, not included */
  FORM_EXACTLY, /* both the same, included */
  FORM_FROM_TO, /* both included */
  FORM_FROM_BELOW,
  FORM_ABOVE_TO,
  FORM_ABOVE_BELOW,
  N_FORMS
} Form;

/* Translators: %1$s and %2$s are values such as "18", "70 kg", "6 weeks" or "1 May 2024", the lower one first. Each
   phrase must keep saying whether the value itself is included. */
static const char *const phrases[N_WORDS][N_FORMS] = {
  [WORDS_NUMBER] = {
    [FORM_FROM] = N_("%1$s or over"),
    [FORM_ABOVE] = N_("more than %1$s"),
    [FORM_UP_TO] = N_("%1$s or under"),
    [FORM_BELOW] = N_("less than %1$s"),
    [FORM_EXACTLY] = N_("exactly %1$s"),
    [FORM_FROM_TO] = N_("from %1$s to %2$s"),
    [FORM_FROM_BELOW] = N_("%1$s or over, and less than %2$s"),
    [FORM_ABOVE_TO] = N_("more than %1$s, and %2$s or under"),
    [FORM_ABOVE_BELOW] = N_("more than %1$s, and less than %2$s"),
  },
  [WORDS_COUNT] = {
    [FORM_FROM] = N_("%1$s or more"),
    [FORM_ABOVE] = N_("more than %1$s"),
    [FORM_UP_TO] = N_("%1$s or fewer"),
    [FORM_BELOW] = N_("fewer than %1$s"),
    [FORM_EXACTLY] = N_("exactly %1$s"),
    [FORM_FROM_TO] = N_("from %1$s to %2$s"),
    [FORM_FROM_BELOW] = N_("%1$s or more, and fewer than %2$s"),
    [FORM_ABOVE_TO] = N_("more than %1$s, and %2$s or fewer"),
    [FORM_ABOVE_BELOW] = N_("more than %1$s, and fewer than %2$s"),
  },
  [WORDS_DURATION] = {
    [FORM_FROM] = N_("%1$s or more"),
    [FORM_ABOVE] = N_("more than %1$s"),
    [FORM_UP_TO] = N_("%1$s or less"),
    [FORM_BELOW] = N_("less than %1$s"),
    [FORM_EXACTLY] = N_("exactly %1$s"),
    [FORM_FROM_TO] = N_("from %1$s to %2$s"),
    [FORM_FROM_BELOW] = N_("%1$s or more, and less than %2$s"),
    [FORM_ABOVE_TO] = N_("more than %1$s, and %2$s or less"),
    [FORM_ABOVE_BELOW] = N_("more than %1$s, and less than %2$s"),
  },
  [WORDS_DATE] = {
    [FORM_FROM] = N_("on or after %1$s"),
    [FORM_ABOVE] = N_("after %1$s"),
    [FORM_UP_TO] = N_("on or before %1$s"),
    [FORM_BELOW] = N_("before %1$s"),
    [FORM_EXACTLY] = N_("on %1$s"),
    [FORM_FROM_TO] = N_("from %1$s to %2$s, both days included"),
    [FORM_FROM_BELOW] = N_("on or after %1$s, and before %2$s"),
    [FORM_ABOVE_TO] = N_("after %1$s, and on or before %2$s"),
    [FORM_ABOVE_BELOW] = N_("after %1$s, and before %2$s"),
  },
};

static char *
dup_value (const CritCondition *self, const CritBound *bound)
{
  switch (self->kind)
    {
    case CRIT_CONDITION_DURATION:
      return crit_period_to_text (bound->period);
    case CRIT_CONDITION_DATE:
      return crit_date_to_text (crit_date_from_day ((CritDay) bound->number));
    case CRIT_CONDITION_NUMBER:
      return crit_question_dup_number_text (self->question, bound->number);
    default:
      return g_strdup_printf ("%.0f", bound->number);
    }
}

static Form
get_form (const CritBound *lower, const CritBound *upper, gboolean same)
{
  if (!upper->present)
    return lower->inclusive ? FORM_FROM : FORM_ABOVE;
  if (!lower->present)
    return upper->inclusive ? FORM_UP_TO : FORM_BELOW;
  if (lower->inclusive && upper->inclusive)
    return same ? FORM_EXACTLY : FORM_FROM_TO;
  if (lower->inclusive)
    return FORM_FROM_BELOW;
  return upper->inclusive ? FORM_ABOVE_TO : FORM_ABOVE_BELOW;
}

static char *
dup_phrase (const CritCondition *self, Words words)
{
  const CritBound *lower = &self->lower;
  const CritBound *upper = &self->upper;
  g_autofree char *low = lower->present ? dup_value (self, lower) : NULL;
  g_autofree char *high = upper->present ? dup_value (self, upper) : NULL;
  Form form = FORM_FROM;

  if (low == NULL && high == NULL)
    return NULL;

  form = get_form (lower, upper, g_strcmp0 (low, high) == 0);
  /* The formats are those of the table above, and the build checks their translations. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (phrases[words][form]), low != NULL ? low : high, high);
#pragma GCC diagnostic pop
}

/**
 * crit_condition_dup_bounds_text:
 * @self: a condition
 *
 * Says the bounds of a condition in words that leave no doubt whether a bound includes its own value: "18 or over",
 * "6 weeks or more", "more than 3", "exactly 2". The words are about the value only: of a count, what is counted can
 * follow ("2 or more" "types").
 *
 * Returns: (transfer full) (nullable): the bounds in words, translated; NULL for a condition without bounds
 */
char *
crit_condition_dup_bounds_text (const CritCondition *self)
{
  g_autofree char *period = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case CRIT_CONDITION_NUMBER:
      return dup_phrase (self, WORDS_NUMBER);
    case CRIT_CONDITION_COUNT:
      return dup_phrase (self, WORDS_COUNT);
    case CRIT_CONDITION_DURATION:
      return dup_phrase (self, WORDS_DURATION);
    case CRIT_CONDITION_DATE:
      return dup_phrase (self, WORDS_DATE);
    case CRIT_CONDITION_WITHIN:
      period = crit_period_to_text (self->period);
      /* Translators: a date, seen from the date of the record. %s is "6 weeks"; exactly that is included. */
      return g_strdup_printf (_ ("%s ago or less"), period);
    case CRIT_CONDITION_LONGER_AGO:
      period = crit_period_to_text (self->period);
      /* Translators: a date, seen from the date of the record. %s is "6 weeks"; exactly that is not included. */
      return g_strdup_printf (_ ("more than %s ago"), period);
    default:
      return NULL;
    }
}
