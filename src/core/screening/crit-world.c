/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-world.h"

#include <math.h>

/* Beyond the names of recorded entries: one for an entry not recorded, one that nobody has. */
#define SPARE_NAMES 2

static const CritAnswer open_answer;

/**
 * crit_world_init:
 * @self: the memory to make it in
 * @answers: one slot a top-level question; borrowed until crit_world_clear()
 * @today: the record's date
 *
 * Looks at all completions of a record.
 */
void
crit_world_init (CritWorld *self, const CritAnswer *answers, CritDay today)
{
  *self = (CritWorld){ .answers = answers, .today = today, .room = CRIT_ROOM_ENDLESS };
  self->classes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * crit_world_clear:
 * @self: a world
 *
 * Frees what it holds.
 */
void
crit_world_clear (CritWorld *self)
{
  g_clear_pointer (&self->classes, g_hash_table_unref);
}

static const CritEntries *
get_entries (CritWorld *self, const CritQuestion *list)
{
  const CritAnswer *answer = &self->answers[list->slot];

  return answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

/**
 * crit_world_count_recorded:
 * @self: a world
 * @list: a list
 *
 * Returns: how many entries are recorded
 */
guint
crit_world_count_recorded (CritWorld *self, const CritQuestion *list)
{
  const CritEntries *entries = get_entries (self, list);

  return entries != NULL ? entries->n_entries : 0;
}

/**
 * crit_world_get_answer:
 * @self: a world
 * @question: a question or a field
 * @entry: of a field: the entry
 *
 * Returns: what is recorded; open for a field of an entry that is not recorded
 */
const CritAnswer *
crit_world_get_answer (CritWorld *self, const CritQuestion *question, int entry)
{
  const CritEntries *entries = NULL;

  if (question->list == NULL)
    return &self->answers[question->slot];

  entries = get_entries (self, question->list);
  if (entries == NULL || (guint) entry >= entries->n_entries)
    return &open_answer;
  return &entries->cells[(guint) entry * entries->n_fields + question->slot];
}

/**
 * crit_world_count_names:
 * @self: a world
 * @question: a choice
 *
 * Free texts have names, so that two can be the same or not: a recorded text is named after the first entry that has
 * it, and the names that are left stand for texts that are not recorded.
 *
 * Returns: how many names there are
 */
guint
crit_world_count_names (CritWorld *self, const CritQuestion *question)
{
  guint room = self->room == CRIT_ROOM_ENDLESS ? 0 : self->room;

  if (!question->other)
    return 0;
  if (question->list == NULL)
    return SPARE_NAMES;
  return crit_world_count_recorded (self, question->list) + room + SPARE_NAMES;
}

/**
 * crit_world_count_values:
 * @self: a world
 * @input: a yes/no answer, a choice, or an attribute
 *
 * The values of a choice are its options and then the names of free texts. The values of an attribute are the options,
 * of which the first one with a value stands for it; then what each free text alone may have; then nothing at all.
 *
 * Returns: how many values there are
 */
guint
crit_world_count_values (CritWorld *self, CritInput input)
{
  guint n_values = 2;

  if (input.question->type == CRIT_QUESTION_CHOICE)
    n_values =
        input.question->options->options->len + crit_world_count_names (self, input.question);
  return input.attribute >= 0 ? n_values + 1 : n_values;
}

static char *
fold (const char *text)
{
  return g_strstrip (g_utf8_casefold (text, -1));
}

/* Texts are the same where they are so after trimming and without regard to capitals. */
static guint
get_name (CritWorld *self, const CritQuestion *question, int entry)
{
  g_autofree char *text = fold (crit_world_get_answer (self, question, entry)->text);

  for (int i = 0; i < entry; i++)
    {
      const CritAnswer *answer = crit_world_get_answer (self, question, i);
      g_autofree char *other = answer->kind == CRIT_ANSWER_OTHER ? fold (answer->text) : NULL;

      if (g_strcmp0 (text, other) == 0)
        return (guint) i;
    }
  return (guint) MAX (entry, 0);
}

static CritDomain
get_numbers (const CritQuestion *question)
{
  double furthest = question->type == CRIT_QUESTION_INTEGER ? 9007199254740991.0 : G_MAXDOUBLE;
  CritDomain domain =
      crit_domain_of_range (MAX (question->minimum, -furthest), MIN (question->maximum, furthest));

  if (question->type == CRIT_QUESTION_INTEGER)
    domain = crit_domain_of_range (ceil (domain.low), floor (domain.high));
  return domain;
}

static CritDomain
get_days (const CritQuestion *question)
{
  return crit_domain_of_range (MAX (question->minimum, CRIT_DAY_MIN),
                               MIN (question->maximum, CRIT_DAY_MAX));
}

/* "Ongoing" is one more day where the limits leave the record's date out. */
static CritDomain
get_open_days (const CritQuestion *question, CritDay today)
{
  CritDomain domain = get_days (question);

  if (!question->ongoing)
    return domain;
  if (today > domain.high)
    return (CritDomain){ domain.low, today, domain.high, today, NULL };
  if (today < domain.low)
    return (CritDomain){ today, domain.high, today, domain.low, NULL };
  return domain;
}

static CritDomain
get_days_of (const CritQuestion *question, CritDate date)
{
  CritDomain domain = get_days (question);
  CritDays days = crit_date_get_days (date);

  return crit_domain_clip (&domain, (CritRange){ days.first, days.last })
             ? domain
             : crit_domain_of_range (days.first, days.last);
}

/**
 * crit_domain_of_date:
 * @question: a question for a date
 * @answer: its answer
 * @today: the record's date
 *
 * Returns: the days that it can be
 */
CritDomain
crit_domain_of_date (const CritQuestion *question, const CritAnswer *answer, CritDay today)
{
  switch (answer->kind)
    {
    case CRIT_ANSWER_DATE:
      return get_days_of (question, answer->date);
    case CRIT_ANSWER_ONGOING:
      return crit_domain_of_range (today, today);
    default:
      return get_open_days (question, today);
    }
}

static CritDomain
get_open (CritWorld *self, CritInput input)
{
  switch (input.question->type)
    {
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
      return get_numbers (input.question);
    default:
      return crit_domain_of_range (0, crit_world_count_values (self, input) - 1);
    }
}

static CritDomain
get_answered (CritWorld *self, CritInput input)
{
  const CritAnswer *answer = crit_world_get_answer (self, input.question, input.entry);
  guint name = 0;

  if (input.question->type == CRIT_QUESTION_DATE)
    return crit_domain_of_date (input.question, answer, self->today);
  switch (answer->kind)
    {
    case CRIT_ANSWER_BOOLEAN:
      return crit_domain_of_range (answer->boolean ? 1 : 0, answer->boolean ? 1 : 0);
    case CRIT_ANSWER_NUMBER:
      return crit_domain_of_range (answer->number, answer->number);
    case CRIT_ANSWER_OPTION:
      return crit_domain_of_range (answer->option, answer->option);
    case CRIT_ANSWER_OTHER:
      name = input.question->options->options->len + get_name (self, input.question, input.entry);
      return crit_domain_of_range (name, name);
    default:
      return get_open (self, input);
    }
}

static CritDomain
get_further (CritWorld *self, const CritQuestion *list)
{
  const CritEntries *entries = get_entries (self, list);
  gboolean complete =
      entries != NULL && entries->complete.kind == CRIT_ANSWER_BOOLEAN && entries->complete.boolean;

  return crit_domain_of_range (0, complete ? 0 : self->room);
}

static CritDomain
get_recorded (CritWorld *self, CritInput input)
{
  if (input.attribute >= 0)
    return crit_domain_of_range (0, crit_world_count_values (self, input) - 1);
  if (input.question->type == CRIT_QUESTION_LIST)
    return get_further (self, input.question);
  return get_answered (self, input);
}

static gboolean
is_twin (CritWorld *self, CritInput input)
{
  if (self->twin.question != input.question || self->twin.entry != input.entry)
    return FALSE;
  return self->twin.attribute == CRIT_EVERY_ATTRIBUTE ? input.attribute >= 0
                                                      : input.attribute == self->twin.attribute;
}

/**
 * crit_world_resolve:
 * @self: a world
 * @input: an input as conditions name it
 *
 * Returns: the input that is meant: of a twin, the one that is looked at now
 */
CritInput
crit_world_resolve (CritWorld *self, CritInput input)
{
  input.second = self->second && is_twin (self, input);
  return input;
}

/**
 * crit_world_get_domain:
 * @self: a world
 * @input: an input, resolved
 *
 * Returns: the values it can have; its `allowed` is borrowed
 */
CritDomain
crit_world_get_domain (CritWorld *self, CritInput input)
{
  const CritDomain *narrowed = NULL;

  if (self->assumed != NULL && crit_input_equal (self->assumed, &input))
    return crit_domain_of_range (self->assumed_value, self->assumed_value);
  if (self->narrowed != NULL)
    narrowed = g_hash_table_lookup (self->narrowed, &input);
  return narrowed != NULL ? *narrowed : get_recorded (self, input);
}

/**
 * crit_world_get_orders:
 * @self: a world
 * @duration: a duration
 * @entry: the entry whose dates are meant, where they are fields
 * @orders: (out): what must hold of the two dates, the inputs resolved
 *
 * Returns: how many orders there are
 */
guint
crit_world_get_orders (CritWorld *self,
                       const CritCondition *duration,
                       int entry,
                       CritOrder orders[CRIT_MOST_ORDERS])
{
  guint n = crit_orders_of_duration (duration, entry, orders);

  for (guint i = 0; i < n; i++)
    {
      orders[i].start = crit_world_resolve (self, orders[i].start);
      orders[i].stop = crit_world_resolve (self, orders[i].stop);
    }
  return n;
}

static int
find_class (const CritOptionSet *set, int attribute, guint index)
{
  const char *value = crit_option_set_get (set, index)->attributes[attribute];

  for (guint i = 0; value != NULL && i < index; i++)
    if (g_strcmp0 (crit_option_set_get (set, i)->attributes[attribute], value) == 0)
      return (int) i;
  return value != NULL ? (int) index : -1;
}

static int *
find_classes (const CritOptionSet *set, int attribute)
{
  int *classes = g_new (int, set->options->len);

  for (guint i = 0; i < set->options->len; i++)
    classes[i] = find_class (set, attribute, i);
  return classes;
}

/**
 * crit_world_get_classes:
 * @self: a world
 * @set: a set of options
 * @attribute: one of its attributes
 *
 * Returns: for each option the first one that has the same value of that attribute; -1 where it has none
 */
const int *
crit_world_get_classes (CritWorld *self, const CritOptionSet *set, int attribute)
{
  gpointer key = &set->attributes->pdata[attribute];
  int *classes = g_hash_table_lookup (self->classes, key);

  if (classes == NULL)
    {
      classes = find_classes (set, attribute);
      g_hash_table_insert (self->classes, key, classes);
    }
  return classes;
}
