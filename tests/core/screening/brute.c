/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"

#include <string.h>

#include "brute-axes.h"

/**
 * Brute:
 * @results: (element-type guint8): what each completion comes to: 1 false, 2 true, 4 does not apply
 * @seen: all of them together
 */
struct _Brute
{
  CritRecord *record;
  const CritCriterion *criterion;
  BruteAxes axes;
  GArray *results;
  guint8 seen;
};

static guint8
evaluate (Brute *self, const BruteWorld *world)
{
  if (self->criterion->applies_when != NULL
      && !brute_evaluate (world, self->criterion->applies_when, -1))
    return 4;
  return brute_evaluate (world, self->criterion->when, -1) ? 2 : 1;
}

static void
go_through (Brute *self, guint64 n)
{
  for (guint64 i = 0; i < n; i++)
    {
      BruteWorld world = { 0 };
      guint8 result = 0;

      brute_axes_make_world (&self->axes, i, &world);
      result = evaluate (self, &world);
      g_array_append_val (self->results, result);
      self->seen |= result;
    }
}

/**
 * brute_new:
 * @record: a record
 * @criterion: a criterion
 *
 * Goes through all completions.
 *
 * Returns: (transfer full) (nullable): what was found; NULL where there are too many
 */
Brute *
brute_new (CritRecord *record, const CritCriterion *criterion)
{
  Brute *self = g_new0 (Brute, 1);
  guint64 n = 0;

  self->record = g_object_ref (record);
  self->criterion = criterion;
  self->results = g_array_new (FALSE, FALSE, 1);
  brute_axes_init (&self->axes, record, criterion);
  n = brute_axes_count (&self->axes);
  if (n <= BRUTE_MOST_COMPLETIONS && brute_axes_fit (&self->axes))
    go_through (self, n);
  else
    g_clear_pointer (&self, brute_free);
  return self;
}

/**
 * brute_free:
 * @self: what was found
 *
 * Frees it.
 */
void
brute_free (Brute *self)
{
  brute_axes_clear (&self->axes);
  g_array_unref (self->results);
  g_object_unref (self->record);
  g_free (self);
}

/**
 * brute_get_status:
 * @self: what was found
 *
 * Returns: the status that every completion gives, or unknown
 */
CritStatus
brute_get_status (Brute *self)
{
  gboolean caution = self->criterion->kind == CRIT_KIND_CAUTION;

  switch (self->seen)
    {
    case 1:
      return caution ? CRIT_STATUS_ABSENT : CRIT_STATUS_NOT_MET;
    case 2:
      return caution ? CRIT_STATUS_PRESENT : CRIT_STATUS_MET;
    case 4:
      return CRIT_STATUS_NOT_APPLICABLE;
    default:
      return CRIT_STATUS_UNKNOWN;
    }
}

/* Whether two completions that differ along one axis alone come to different things. */
static gboolean
matters (Brute *self, guint axis)
{
  guint stride = 1, n = 0;

  for (guint a = 0; a < axis; a++)
    stride *= ((BruteAxis *) self->axes.axes->pdata[a])->values->len;
  n = ((BruteAxis *) self->axes.axes->pdata[axis])->values->len;

  for (guint i = 0; i < self->results->len; i++)
    {
      guint first = i - (i / stride) % n * stride;

      if (g_array_index (self->results, guint8, i) != g_array_index (self->results, guint8, first))
        return TRUE;
    }
  return FALSE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * brute_dup_open:
 * @self: what was found
 *
 * Returns: (transfer full): the JSON Pointers of what still matters, sorted, with spaces between
 */
char *
brute_dup_open (Brute *self)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();

  for (guint a = 0; a < self->axes.axes->len; a++)
    {
      const BruteAxis *axis = self->axes.axes->pdata[a];

      for (guint i = 0; i < axis->pointers->len; i++)
        if (!g_ptr_array_find_with_equal_func (pointers, axis->pointers->pdata[i], g_str_equal,
                                               NULL)
            && matters (self, a))
          g_ptr_array_add (pointers, axis->pointers->pdata[i]);
    }
  g_ptr_array_sort (pointers, compare_texts);
  g_ptr_array_add (pointers, NULL);
  return g_strjoinv (" ", (char **) pointers->pdata);
}
