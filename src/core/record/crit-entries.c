/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-answer.h"

static guint
count_notes (const CritEntries *self)
{
  return self->notes != NULL ? self->n_entries * (1 + self->n_fields) : 0;
}

static guint
get_note_index (const CritEntries *self, guint entry, const CritQuestion *field)
{
  return entry * (1 + self->n_fields) + (field != NULL ? 1 + field->slot : 0);
}

/**
 * crit_entries_new:
 * @list: a question of type `list`
 * @n_entries: how many entries
 *
 * Returns: (transfer full): that many entries with nothing answered, not said whether they are all
 */
CritEntries *
crit_entries_new (const CritQuestion *list, guint n_entries)
{
  CritEntries *self = NULL;

  g_return_val_if_fail (list != NULL && list->type == CRIT_QUESTION_LIST, NULL);

  self = g_new0 (CritEntries, 1);
  self->n_entries = n_entries;
  self->n_fields = list->fields->len;
  self->cells = g_new0 (CritAnswer, (gsize) self->n_entries * self->n_fields);
  return self;
}

/**
 * crit_entries_copy:
 * @self: entries
 *
 * Returns: (transfer full): a copy of the entries, with their notes and whether they are all
 */
CritEntries *
crit_entries_copy (const CritEntries *self)
{
  CritEntries *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->cells = g_new0 (CritAnswer, (gsize) self->n_entries * self->n_fields);
  copy->notes = NULL;
  for (guint i = 0; i < self->n_entries; i++)
    crit_entries_copy_entry (self, i, copy, i);
  return copy;
}

/**
 * crit_entries_copy_entry:
 * @self: entries
 * @entry: which one, from 0
 * @to: entries of the same list
 * @at: an entry of @to in which nothing is answered
 *
 * Copies one entry, with its notes, over another.
 */
void
crit_entries_copy_entry (const CritEntries *self, guint entry, CritEntries *to, guint at)
{
  g_return_if_fail (self != NULL && to != NULL && self->n_fields == to->n_fields);
  g_return_if_fail (entry < self->n_entries && at < to->n_entries);

  for (guint i = 0; i < self->n_fields; i++)
    crit_answer_copy (&self->cells[entry * self->n_fields + i], &to->cells[at * to->n_fields + i]);
  if (self->notes == NULL)
    return;
  if (to->notes == NULL)
    to->notes = g_new0 (char *, (gsize) to->n_entries *(1 + to->n_fields));
  for (guint i = 0; i <= self->n_fields; i++)
    to->notes[at * (1 + to->n_fields) + i] =
        g_strdup (self->notes[entry * (1 + self->n_fields) + i]);
}

/**
 * crit_entries_free:
 * @self: (nullable) (transfer full): entries
 *
 * Frees the entries with their answers and notes.
 */
void
crit_entries_free (CritEntries *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_entries * self->n_fields; i++)
    crit_answer_clear (&self->cells[i]);
  for (guint i = 0; i < count_notes (self); i++)
    g_free (self->notes[i]);
  g_free (self->cells);
  g_free (self->notes);
  g_free (self);
}

/**
 * crit_entries_get:
 * @self: entries of a list
 * @entry: which one, from 0
 * @field: a field of the list
 *
 * Returns: (transfer none): the answer to @field in that entry
 */
const CritAnswer *
crit_entries_get (const CritEntries *self, guint entry, const CritQuestion *field)
{
  g_return_val_if_fail (self != NULL && field != NULL, NULL);
  g_return_val_if_fail (entry < self->n_entries && field->slot < self->n_fields, NULL);

  return &self->cells[entry * self->n_fields + field->slot];
}

/**
 * crit_entries_get_note:
 * @self: entries of a list
 * @entry: which one, from 0
 * @field: (nullable): a field of the list; NULL for the entry as a whole
 *
 * Returns: (transfer none) (nullable): the note there; never blank
 */
const char *
crit_entries_get_note (const CritEntries *self, guint entry, const CritQuestion *field)
{
  g_return_val_if_fail (self != NULL && entry < self->n_entries, NULL);

  return self->notes != NULL ? self->notes[get_note_index (self, entry, field)] : NULL;
}

/**
 * crit_entries_set_note:
 * @self: entries of a list, which nobody else has yet
 * @entry: which one, from 0
 * @field: (nullable): a field of the list; NULL for the entry as a whole
 * @note: (nullable): a note that is not blank; NULL for none
 *
 * Replaces a note.
 */
void
crit_entries_set_note (CritEntries *self, guint entry, const CritQuestion *field, const char *note)
{
  char **slot = NULL;

  g_return_if_fail (self != NULL && entry < self->n_entries);

  if (self->notes == NULL)
    self->notes = g_new0 (char *, (gsize) self->n_entries *(1 + self->n_fields));
  slot = &self->notes[get_note_index (self, entry, field)];
  g_free (*slot);
  *slot = g_strdup (note);
}

static gboolean
are_notes_equal (const CritEntries *self, const CritEntries *other)
{
  const guint n_notes = MAX (count_notes (self), count_notes (other));

  for (guint i = 0; i < n_notes; i++)
    if (g_strcmp0 (self->notes != NULL ? self->notes[i] : NULL,
                   other->notes != NULL ? other->notes[i] : NULL)
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * crit_entries_equal:
 * @self: entries
 * @other: other entries of the same list
 *
 * Returns: whether both are the same to the letter: answers, notes, and whether they are all
 */
gboolean
crit_entries_equal (const CritEntries *self, const CritEntries *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->n_entries != other->n_entries || self->n_fields != other->n_fields)
    return FALSE;
  for (guint i = 0; i < self->n_entries * self->n_fields; i++)
    if (!crit_answer_equal (&self->cells[i], &other->cells[i]))
      return FALSE;
  return are_notes_equal (self, other) && crit_answer_equal (&self->complete, &other->complete);
}

/**
 * crit_entries_is_complete:
 * @self: entries
 *
 * Returns: whether it was said that these are all; nothing said, and "not yet", are both no
 */
gboolean
crit_entries_is_complete (const CritEntries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->complete.kind == CRIT_ANSWER_BOOLEAN && self->complete.boolean;
}
