/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-axes.h"

#include <string.h>

static const char *const kinds[] = { "x", "y", "fresh 1", "fresh 2", "fresh 3", NULL };

static void
free_axis (BruteAxis *axis)
{
  g_array_unref (axis->values);
  g_ptr_array_unref (axis->pointers);
  g_free (axis);
}

static void use_condition (BruteAxes *self, const CritCondition *condition);

static void
use_question (BruteAxes *self, const CritQuestion *question)
{
  if (question == NULL || !g_hash_table_add (self->used, (gpointer) question))
    return;
  use_condition (self, question->shown_when);
  use_question (self, question->list);
  if (question->list == NULL)
    use_condition (self, question->section->shown_when);
}

static void
use_condition (BruteAxes *self, const CritCondition *condition)
{
  if (condition == NULL || !g_hash_table_add (self->conditions, (gpointer) condition))
    return;
  use_question (self, condition->question);
  use_question (self, condition->until);
  use_question (self, condition->distinct);
  use_condition (self, condition->where);
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    use_condition (self, condition->parts->pdata[i]);
  if (condition->criterion != NULL)
    use_condition (self, condition->criterion->when);
  if (condition->attribute >= 0)
    self->attributes = TRUE;
  if (condition->kind == CRIT_CONDITION_COUNT)
    self->room += 1
                  + (guint) MAX (condition->lower.present ? condition->lower.number : 0,
                                 condition->upper.present ? condition->upper.number : 0);
}

static gboolean
is_used (BruteAxes *self, const CritQuestion *question)
{
  return g_hash_table_contains (self->used, question);
}

static const CritEntries *
get_entries (BruteAxes *self)
{
  const CritAnswer *answer = self->list != NULL ? &self->answers[self->list->slot] : NULL;

  return answer != NULL && answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

static GPtrArray *
get_texts (BruteAxes *self, const CritQuestion *question)
{
  return self->texts[question->list != NULL ? 1 : 0];
}

/* A recorded text that has been seen before is the same text. */
static guint
find_text (BruteAxes *self, const CritQuestion *question, const char *text)
{
  g_autofree char *folded = g_strstrip (g_utf8_casefold (text, -1));
  GPtrArray *texts = get_texts (self, question);
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (texts, folded, g_str_equal, &index))
    {
      g_ptr_array_add (texts, g_steal_pointer (&folded));
      index = texts->len - 1;
    }
  return index;
}

static void
add_values (GArray *values, double from, double to, double step)
{
  for (double value = from; value <= to; value += step)
    g_array_append_val (values, value);
}

static void
add_days (BruteAxes *self, const CritQuestion *question, const CritAnswer *answer, GArray *values)
{
  gboolean partial = answer->kind == CRIT_ANSWER_DATE;
  double first = partial ? crit_date_get_first_day (answer->date) : question->minimum;
  double last = partial ? crit_date_get_last_day (answer->date) : question->maximum;

  add_values (values, MAX (first, question->minimum), MIN (last, question->maximum), 1);
  if (values->len == 0)
    add_values (values, first, last, 1);
  if (!partial && question->ongoing
      && (self->today < question->minimum || self->today > question->maximum))
    add_values (values, self->today, self->today, 1);
}

static void
add_open_values (BruteAxes *self, const CritQuestion *question, GArray *values)
{
  switch (question->type)
    {
    case CRIT_QUESTION_BOOLEAN:
      add_values (values, 0, 1, 1);
      break;
    case CRIT_QUESTION_CHOICE:
      add_values (values, 0, question->options->options->len - 1.0, 1);
      if (question->other)
        add_values (values, question->options->options->len,
                    question->options->options->len + get_texts (self, question)->len - 1.0, 1);
      break;
    case CRIT_QUESTION_INTEGER:
      add_values (values, question->minimum, question->maximum, 1);
      break;
    default:
      add_values (values, question->minimum, question->maximum, 0.25);
    }
}

static GArray *
make_values (BruteAxes *self, const CritQuestion *question, const CritAnswer *answer)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  double value = 0;

  switch (answer->kind)
    {
    case CRIT_ANSWER_OPEN:
    case CRIT_ANSWER_UNKNOWN:
      if (question->type == CRIT_QUESTION_DATE)
        add_days (self, question, answer, values);
      else
        add_open_values (self, question, values);
      return values;
    case CRIT_ANSWER_DATE:
      add_days (self, question, answer, values);
      return values;
    case CRIT_ANSWER_BOOLEAN:
      value = answer->boolean ? 1 : 0;
      break;
    case CRIT_ANSWER_NUMBER:
      value = answer->number;
      break;
    case CRIT_ANSWER_ONGOING:
      value = self->today;
      break;
    case CRIT_ANSWER_OPTION:
      value = answer->option;
      break;
    default:
      value = question->options->options->len + find_text (self, question, answer->text);
    }
  g_array_append_val (values, value);
  return values;
}

static BruteAxis *
add_axis (BruteAxes *self,
          BruteAxisType type,
          const CritQuestion *question,
          int entry,
          GArray *values)
{
  BruteAxis *axis = g_new0 (BruteAxis, 1);

  axis->type = type;
  axis->question = question;
  axis->entry = entry;
  axis->values = values;
  axis->pointers = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->axes, axis);
  return axis;
}

static void
add_answer_axis (BruteAxes *self, const CritQuestion *question, int entry, const CritAnswer *answer)
{
  CritPlace place = question->list != NULL
                        ? crit_place_of_field (question->list, (guint) entry, question)
                        : crit_place_of_question (question);
  BruteAxis *axis =
      add_axis (self, BRUTE_AXIS_ANSWER, question, entry, make_values (self, question, answer));

  g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
}

/* Calls @visit for every place that has an answer of its own and that the criterion can depend on. */
static void
for_each_answer (BruteAxes *self,
                 void (*visit) (BruteAxes *, const CritQuestion *, int, const CritAnswer *))
{
  const CritEntries *entries = get_entries (self);

  for (guint i = 0; i < self->rules->questions->len; i++)
    {
      const CritQuestion *question = self->rules->questions->pdata[i];

      if (question->type != CRIT_QUESTION_LIST && is_used (self, question))
        visit (self, question, -1, &self->answers[i]);
    }
  for (guint i = 0; entries != NULL && i < entries->n_entries; i++)
    for (guint f = 0; f < self->list->fields->len; f++)
      if (is_used (self, self->list->fields->pdata[f]))
        visit (self, self->list->fields->pdata[f], (int) i,
               crit_entries_get (entries, i, self->list->fields->pdata[f]));
}

static void
note_text (BruteAxes *self, const CritQuestion *question, int entry, const CritAnswer *answer)
{
  if (answer->kind == CRIT_ANSWER_OTHER)
    find_text (self, question, answer->text);
}

/* Texts that are not recorded: as many as can be told apart by what is asked. */
static void
add_fresh_texts (BruteAxes *self)
{
  guint n = self->attributes ? 2 : 3;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < 2; j++)
      g_ptr_array_add (self->texts[j], g_strdup_printf ("fresh %u", i));
}

static void
point_at_text (BruteAxes *self, BruteAxis *axis)
{
  const CritEntries *entries = get_entries (self);
  guint n = axis->question->list == NULL ? 1 : entries != NULL ? entries->n_entries : 0;

  for (guint i = 0; i < n; i++)
    {
      const CritAnswer *answer = axis->question->list == NULL
                                     ? &self->answers[axis->question->slot]
                                     : crit_entries_get (entries, i, axis->question);
      CritPlace place = axis->question->list == NULL
                            ? crit_place_of_question (axis->question)
                            : crit_place_of_field (axis->question->list, i, axis->question);

      if (answer->kind == CRIT_ANSWER_OTHER
          && find_text (self, axis->question, answer->text) == axis->text)
        g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
    }
}

static void
add_kind_axes (BruteAxes *self, const CritQuestion *question)
{
  for (guint i = 0; i < get_texts (self, question)->len; i++)
    {
      GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
      BruteAxis *axis = NULL;

      add_values (values, 0, G_N_ELEMENTS (kinds) - 1.0, 1);
      axis = add_axis (self, BRUTE_AXIS_KIND, question, -1, values);
      axis->text = i;
      point_at_text (self, axis);
    }
}

static void
add_all_kind_axes (BruteAxes *self)
{
  GHashTableIter iter = { 0 };
  gpointer question = NULL;

  g_hash_table_iter_init (&iter, self->used);
  while (self->attributes && g_hash_table_iter_next (&iter, &question, NULL))
    if (((const CritQuestion *) question)->other)
      add_kind_axes (self, question);
}

/* Every entry that there can be, in the fields that are used. */
static void
make_entry_types (BruteAxes *self, guint field, const double *so_far)
{
  static const CritAnswer open;
  double type[BRUTE_MOST_FIELDS];
  g_autoptr (GArray) values = NULL;

  if (self->entry_types->len > BRUTE_MOST_COMPLETIONS)
    return;
  memcpy (type, so_far, sizeof type);
  if (field == self->list->fields->len)
    {
      g_ptr_array_add (self->entry_types, g_memdup2 (type, sizeof type));
      return;
    }
  g_assert (field < BRUTE_MOST_FIELDS);
  if (!is_used (self, self->list->fields->pdata[field]))
    {
      make_entry_types (self, field + 1, type);
      return;
    }
  values = make_values (self, self->list->fields->pdata[field], &open);
  for (guint i = 0; i < values->len; i++)
    {
      type[field] = g_array_index (values, double, i);
      make_entry_types (self, field + 1, type);
    }
}

/* Every set of entries up to a number; their order makes no difference. */
static void
make_further (BruteAxes *self, GArray *so_far, guint from)
{
  g_ptr_array_add (self->further, g_array_copy (so_far));
  for (guint i = from; so_far->len < self->room && i < self->entry_types->len
                       && self->further->len <= BRUTE_MOST_COMPLETIONS;
       i++)
    {
      g_array_append_val (so_far, i);
      make_further (self, so_far, i);
      g_array_set_size (so_far, so_far->len - 1);
    }
}

static void
add_further_axis (BruteAxes *self)
{
  static const double none[BRUTE_MOST_FIELDS];
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  CritPlace place = crit_place_of_complete (self->list);
  BruteAxis *axis = NULL;

  make_entry_types (self, 0, none);
  make_further (self, empty, 0);
  add_values (values, 0, self->further->len - 1.0, 1);
  axis = add_axis (self, BRUTE_AXIS_FURTHER, self->list, -1, values);
  g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
}

static void
find_list (BruteAxes *self)
{
  for (guint i = 0; i < self->rules->questions->len; i++)
    {
      const CritQuestion *question = self->rules->questions->pdata[i];

      if (question->type == CRIT_QUESTION_LIST && is_used (self, question))
        self->list = question;
    }
}

static void
add_axes (BruteAxes *self, const CritCriterion *criterion)
{
  const CritEntries *entries = NULL;

  use_condition (self, criterion->when);
  use_condition (self, criterion->applies_when);
  find_list (self);
  for_each_answer (self, note_text);
  add_fresh_texts (self);
  for_each_answer (self, add_answer_axis);
  add_all_kind_axes (self);
  entries = get_entries (self);
  if (self->list != NULL && (entries == NULL || !crit_entries_is_complete (entries)))
    add_further_axis (self);
}

/**
 * brute_axes_init:
 * @self: the memory to make it in
 * @record: a record; borrowed until brute_axes_clear()
 * @criterion: a criterion
 *
 * Finds everything that a completion gives a value.
 */
void
brute_axes_init (BruteAxes *self, CritRecord *record, const CritCriterion *criterion)
{
  *self = (BruteAxes){ .rules = crit_record_get_rules (record),
                       .answers = crit_record_get_answers (record),
                       .today = crit_date_get_first_day (crit_record_get_date (record)) };
  self->used = g_hash_table_new (NULL, NULL);
  self->conditions = g_hash_table_new (NULL, NULL);
  self->axes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_axis);
  self->entry_types = g_ptr_array_new_with_free_func (g_free);
  self->further = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->texts[0] = g_ptr_array_new_with_free_func (g_free);
  self->texts[1] = g_ptr_array_new_with_free_func (g_free);
  add_axes (self, criterion);
}

/**
 * brute_axes_clear:
 * @self: axes
 *
 * Frees what they hold.
 */
void
brute_axes_clear (BruteAxes *self)
{
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->conditions);
  g_ptr_array_unref (self->axes);
  g_ptr_array_unref (self->entry_types);
  g_ptr_array_unref (self->further);
  g_ptr_array_unref (self->texts[0]);
  g_ptr_array_unref (self->texts[1]);
}

/**
 * brute_axes_count:
 * @self: axes
 *
 * Returns: how many completions there are, or any number above %BRUTE_MOST_COMPLETIONS
 */
guint64
brute_axes_count (BruteAxes *self)
{
  guint64 n = 1;

  for (guint i = 0; i < self->axes->len && n <= BRUTE_MOST_COMPLETIONS; i++)
    n *= ((BruteAxis *) self->axes->pdata[i])->values->len;
  return n;
}

static void
apply (BruteAxes *self, const BruteAxis *axis, guint index, BruteWorld *world)
{
  double value = g_array_index (axis->values, double, index);
  gboolean field = axis->question->list != NULL;

  if (axis->type == BRUTE_AXIS_FURTHER)
    {
      GArray *set = self->further->pdata[index];

      for (guint i = 0; i < set->len; i++)
        memcpy (world->entries[world->n_entries++],
                self->entry_types->pdata[g_array_index (set, guint, i)], sizeof world->entries[0]);
    }
  else if (axis->type == BRUTE_AXIS_KIND)
    (field ? world->field_kinds : world->top_kinds)[axis->text] = kinds[(guint) value];
  else if (field)
    world->entries[axis->entry][axis->question->slot] = value;
  else
    world->top[axis->question->slot] = value;
}

/**
 * brute_axes_make_world:
 * @self: axes
 * @index: which completion, below brute_axes_count(); the first axis changes fastest
 * @world: (out): the completion
 *
 * Gives everything a value.
 */
void
brute_axes_make_world (BruteAxes *self, guint64 index, BruteWorld *world)
{
  const CritEntries *entries = get_entries (self);

  *world = (BruteWorld){ .today = self->today };
  world->n_entries = entries != NULL ? entries->n_entries : 0;
  for (guint a = 0; a < self->axes->len; a++)
    {
      const BruteAxis *axis = self->axes->pdata[a];

      apply (self, axis, (guint) (index % axis->values->len), world);
      index /= axis->values->len;
    }
}
