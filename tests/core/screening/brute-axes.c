/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-axes.h"

#include <string.h>

/* Attributes that no option has. Only where different ones are counted can more than one be told apart. */
static const char *const fresh_words[] = { "fresh 1", "fresh 2", "fresh 3" };

static void
free_axis (BruteAxis *axis)
{
  g_array_unref (axis->values);
  g_ptr_array_unref (axis->pointers);
  g_free (axis);
}

static gboolean
is_used (BruteAxes *self, const CritQuestion *question)
{
  return g_hash_table_contains (self->used, question);
}

static const CritEntries *
get_entries (BruteAxes *self, const CritQuestion *list)
{
  const CritAnswer *answer = &self->answers[list->slot];

  return answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

static guint
count_recorded (BruteAxes *self, const CritQuestion *list)
{
  const CritEntries *entries = get_entries (self, list);

  return entries != NULL ? entries->n_entries : 0;
}

/* 0, 1, 2 and so on. */
static GArray *
make_indices (guint n)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (double i = 0; i < n; i++)
    g_array_append_val (values, i);
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
  BruteAxis *axis = add_axis (self, BRUTE_AXIS_ANSWER, question, entry,
                              brute_axes_make_values (self, question, answer));

  g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
}

typedef void (*Visit) (BruteAxes *, const CritQuestion *, int, const CritAnswer *);

static void
visit_entries (BruteAxes *self, const CritQuestion *list, Visit visit)
{
  for (guint i = 0; i < count_recorded (self, list); i++)
    for (guint f = 0; f < list->fields->len; f++)
      if (is_used (self, list->fields->pdata[f]))
        visit (self, list->fields->pdata[f], (int) i,
               crit_entries_get (get_entries (self, list), i, list->fields->pdata[f]));
}

/* Calls @visit for every place that has an answer of its own and that the criterion can depend on. */
static void
for_each_answer (BruteAxes *self, Visit visit)
{
  for (guint i = 0; i < self->rules->questions->len; i++)
    {
      const CritQuestion *question = self->rules->questions->pdata[i];

      if (question->type != CRIT_QUESTION_LIST && is_used (self, question))
        visit (self, question, -1, &self->answers[i]);
    }
  for (guint i = 0; self->lists[i] != NULL; i++)
    visit_entries (self, self->lists[i], visit);
}

static void
note_text (BruteAxes *self, const CritQuestion *question, int entry, const CritAnswer *answer)
{
  if (answer->kind == CRIT_ANSWER_OTHER)
    brute_axes_find_text (self, question, answer->text);
}

static gboolean
is_same_word (const char *one, const char *other)
{
  return g_strcmp0 (one, other) == 0;
}

static gboolean
looks_at_attributes (BruteAxes *self)
{
  return self->attributes[0] || self->attributes[1];
}

/* Texts that are not recorded: as many as can be told apart by what is asked. No count is held against more than three. */
static void
add_fresh_texts (BruteAxes *self)
{
  guint n = looks_at_attributes (self) && !self->distinct ? 2 : 3;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; self->choices[j] != NULL; j++)
      g_ptr_array_add (self->texts[j], g_strdup_printf ("fresh %u", i));
}

static void
point_at (BruteAxes *self, BruteAxis *axis, const CritAnswer *answer, CritPlace place)
{
  if (answer->kind == CRIT_ANSWER_OTHER
      && brute_axes_find_text (self, axis->question, answer->text) == axis->text)
    g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
}

static void
point_at_text (BruteAxes *self, BruteAxis *axis)
{
  const CritQuestion *question = axis->question, *list = question->list;

  if (list == NULL)
    point_at (self, axis, &self->answers[question->slot], crit_place_of_question (question));
  for (guint i = 0; list != NULL && i < count_recorded (self, list); i++)
    point_at (self, axis, crit_entries_get (get_entries (self, list), i, question),
              crit_place_of_field (list, i, question));
}

/* What an attribute of a free text can be: nothing, what it is of an option, or something else. One that nobody looks at
   is nothing. */
static void
find_words (BruteAxes *self, guint choice, guint attribute)
{
  const CritOptionSet *set = self->choices[choice]->options;
  GPtrArray *words = self->words[choice][attribute];

  g_ptr_array_add (words, NULL);
  if (attribute >= set->attributes->len || !self->attributes[attribute])
    return;
  for (guint i = 0; i < set->options->len; i++)
    {
      const char *word = crit_option_set_get (set, i)->attributes[attribute];

      if (!g_ptr_array_find_with_equal_func (words, word, (GEqualFunc) is_same_word, NULL))
        g_ptr_array_add (words, (gpointer) word);
    }
  for (guint i = 0; i < (self->distinct ? G_N_ELEMENTS (fresh_words) : 1); i++)
    g_ptr_array_add (words, (gpointer) fresh_words[i]);
}

static void
add_attributes_axis (BruteAxes *self, guint choice, guint text)
{
  BruteAxis *axis = NULL;
  guint n = 1;

  for (guint i = 0; i < BRUTE_MOST_ATTRIBUTES; i++)
    n *= self->words[choice][i]->len;
  axis = add_axis (self, BRUTE_AXIS_ATTRIBUTES, self->choices[choice], -1, make_indices (n));
  axis->text = text;
  point_at_text (self, axis);
}

static void
add_all_attributes_axes (BruteAxes *self)
{
  for (guint i = 0; self->choices[i] != NULL; i++)
    {
      for (guint j = 0; j < BRUTE_MOST_ATTRIBUTES; j++)
        find_words (self, i, j);
      for (guint j = 0;
           looks_at_attributes (self) && self->choices[i]->other && j < self->texts[i]->len; j++)
        add_attributes_axis (self, i, j);
    }
}

/* Every entry that there can be, in the fields that are used. */
static void
make_entry_types (BruteAxes *self,
                  const CritQuestion *list,
                  guint field,
                  const double *so_far,
                  GPtrArray *types)
{
  static const CritAnswer open;
  double type[BRUTE_MOST_FIELDS];
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (double));

  memcpy (type, so_far, sizeof type);
  if (types->len > BRUTE_MOST_COMPLETIONS)
    return;
  if (field == list->fields->len)
    {
      g_ptr_array_add (types, g_memdup2 (type, sizeof type));
      return;
    }
  g_assert (field < BRUTE_MOST_FIELDS);
  if (is_used (self, list->fields->pdata[field]))
    {
      g_array_unref (values);
      values = brute_axes_make_values (self, list->fields->pdata[field], &open);
    }
  else
    g_array_set_size (values, 1);
  for (guint i = 0; i < values->len; i++)
    {
      type[field] = g_array_index (values, double, i);
      make_entry_types (self, list, field + 1, type, types);
    }
}

/* Every set of entries up to a number; their order makes no difference. */
static void
make_further (BruteList *self, GArray *so_far, guint from)
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
add_further_axis (BruteAxes *self, const CritQuestion *list, BruteList *further)
{
  static const double none[BRUTE_MOST_FIELDS];
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (guint));
  CritPlace place = crit_place_of_complete (list);
  BruteAxis *axis = NULL;

  make_entry_types (self, list, 0, none, further->entry_types);
  make_further (further, empty, 0);
  axis = add_axis (self, BRUTE_AXIS_FURTHER, list, -1, make_indices (further->further->len));
  g_ptr_array_add (axis->pointers, crit_place_dup_pointer (&place));
}

static void
add_axes (BruteAxes *self, const CritCriterion *criterion)
{
  brute_axes_use (self, criterion->when);
  brute_axes_use (self, criterion->applies_when);
  for_each_answer (self, note_text);
  add_fresh_texts (self);
  for_each_answer (self, add_answer_axis);
  add_all_attributes_axes (self);
  for (guint i = 0; self->lists[i] != NULL; i++)
    {
      const CritEntries *entries = get_entries (self, self->lists[i]);

      if (entries == NULL || !crit_entries_is_complete (entries))
        add_further_axis (self, self->lists[i], &self->list[i]);
    }
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
  for (guint i = 0; i < BRUTE_MOST_LISTS; i++)
    {
      self->list[i].entry_types = g_ptr_array_new_with_free_func (g_free);
      self->list[i].further = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
    }
  for (guint i = 0; i < BRUTE_MOST_CHOICES; i++)
    {
      self->texts[i] = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < BRUTE_MOST_ATTRIBUTES; j++)
        self->words[i][j] = g_ptr_array_new ();
    }
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
  for (guint i = 0; i < BRUTE_MOST_LISTS; i++)
    {
      g_ptr_array_unref (self->list[i].entry_types);
      g_ptr_array_unref (self->list[i].further);
    }
  for (guint i = 0; i < BRUTE_MOST_CHOICES; i++)
    {
      g_ptr_array_unref (self->texts[i]);
      for (guint j = 0; j < BRUTE_MOST_ATTRIBUTES; j++)
        g_ptr_array_unref (self->words[i][j]);
    }
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
add_entries (const BruteList *list, guint index, BruteEntries *entries)
{
  GArray *set = list->further->pdata[index];

  for (guint i = 0; i < set->len; i++)
    memcpy (entries->fields[entries->n++], list->entry_types->pdata[g_array_index (set, guint, i)],
            sizeof entries->fields[0]);
}

static void
set_attributes (BruteAxes *self, const BruteAxis *axis, guint combination, BruteWorld *world)
{
  guint choice = brute_find (self->choices, axis->question);

  for (guint i = 0; i < BRUTE_MOST_ATTRIBUTES; i++)
    {
      GPtrArray *words = self->words[choice][i];

      world->attributes[choice][axis->text][i] = words->pdata[combination % words->len];
      combination /= words->len;
    }
}

static void
apply (BruteAxes *self, const BruteAxis *axis, guint index, BruteWorld *world)
{
  double value = g_array_index (axis->values, double, index);
  const CritQuestion *question = axis->question;

  if (axis->type == BRUTE_AXIS_FURTHER)
    {
      guint list = brute_find (self->lists, question);

      add_entries (&self->list[list], index, &world->entries[list]);
    }
  else if (axis->type == BRUTE_AXIS_ATTRIBUTES)
    set_attributes (self, axis, index, world);
  else if (question->list != NULL)
    world->entries[brute_find (self->lists, question->list)].fields[axis->entry][question->slot] =
        value;
  else
    world->top[question->slot] = value;
}

/**
 * brute_axes_fit:
 * @self: axes
 *
 * Returns: whether a world has room for every entry
 */
gboolean
brute_axes_fit (BruteAxes *self)
{
  for (guint i = 0; self->lists[i] != NULL; i++)
    if (count_recorded (self, self->lists[i]) + self->list[i].room > BRUTE_MOST_ENTRIES)
      return FALSE;
  return TRUE;
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
  *world = (BruteWorld){ .today = self->today, .lists = self->lists, .choices = self->choices };
  for (guint i = 0; self->lists[i] != NULL; i++)
    world->entries[i].n = count_recorded (self, self->lists[i]);
  for (guint a = 0; a < self->axes->len; a++)
    {
      const BruteAxis *axis = self->axes->pdata[a];

      apply (self, axis, (guint) (index % axis->values->len), world);
      index /= axis->values->len;
    }
}
