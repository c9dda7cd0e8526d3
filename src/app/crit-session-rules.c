/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-session-private.h"

#include "record/crit-carry-over.h"

#include <glib/gi18n-lib.h>

static gboolean
can_undo (CritSession *self)
{
  gboolean can = FALSE;

  g_object_get (self->history, "can-undo", &can, NULL);
  return can;
}

static gboolean
can_redo (CritSession *self)
{
  gboolean can = FALSE;

  g_object_get (self->history, "can-redo", &can, NULL);
  return can;
}

static char *
dup_edition_label (CritSession *self, guint edition)
{
  CritHistory *history = g_ptr_array_index (self->histories, edition);
  CritHistory *before = g_ptr_array_index (self->histories, edition - 1);
  CritRules *rules = crit_record_get_rules (crit_history_get_record (history));

  if (g_str_equal (crit_rules_get_digest (rules), crit_rules_get_digest (crit_record_get_rules (
                                                      crit_history_get_record (before)))))
    return g_strdup (_ ("Take what is in the file"));
  /* Translators: the name of a change, as in "Undo: Use rules 2026.11.1". %s is the version of a rules file. */
  return g_strdup_printf (_ ("Use rules %s"), rules->version);
}

static void
step (CritSession *self, guint edition)
{
  self->edition = edition;
  crit_session_set_history (self, g_ptr_array_index (self->histories, edition));
}

/* After a change that is no undo or redo there is nothing to redo any more, in any edition. */
void
crit_session_forget_later (CritSession *self)
{
  if (self->stepping || self->edition + 1 == self->histories->len)
    return;
  g_ptr_array_set_size (self->histories, (int) self->edition + 1);
  g_object_notify (G_OBJECT (self), "redo-label");
}

/* A record that nobody has filled in has nothing to save, under whichever rules. */
static gboolean
is_untouched (CritSession *self, GPtrArray *lost)
{
  return self->file == NULL && !crit_session_is_modified (self) && lost->len == 0;
}

/**
 * crit_session_use_rules:
 * @self: a session
 * @rules: other rules, such as a newer version of those in use
 * @lost: (element-type CritLostAnswer): takes what crit_record_carry_over() could not keep
 *
 * Goes on with the record under other rules. Undo takes it back, and the changes made before as well. The file of the
 * record, if it has one, stays as it is until it is saved.
 */
void
crit_session_use_rules (CritSession *self, CritRules *rules, GPtrArray *lost)
{
  g_autoptr (CritRecord) record = NULL;
  g_autoptr (CritHistory) history = NULL;
  gboolean untouched = FALSE;

  g_return_if_fail (CRIT_IS_SESSION (self));
  g_return_if_fail (rules != NULL && lost != NULL);

  crit_history_end_typing (self->history);
  crit_history_forget_undone (self->history);
  crit_session_forget_later (self);
  record = crit_record_carry_over (self->record, rules, lost);
  history = crit_history_new (record);
  untouched = is_untouched (self, lost);
  g_ptr_array_add (self->histories, g_object_ref (history));
  if (untouched)
    g_set_object (&self->saved_history, history);
  step (self, self->edition + 1);
}

/**
 * crit_session_take:
 * @self: a session whose file was changed by somebody else
 * @record: what is in the file now
 * @digest: SHA-256 of the file
 *
 * Goes on with what is in the file. Undo takes it back, and the changes made here before as well.
 */
void
crit_session_take (CritSession *self, CritRecord *record, const char *digest)
{
  g_autoptr (CritHistory) history = NULL;

  g_return_if_fail (CRIT_IS_SESSION (self) && self->file != NULL);
  g_return_if_fail (CRIT_IS_RECORD (record) && digest != NULL);

  crit_history_end_typing (self->history);
  crit_history_forget_undone (self->history);
  crit_session_forget_later (self);
  history = crit_history_new (record);
  g_ptr_array_add (self->histories, g_object_ref (history));
  g_set_object (&self->saved_history, history);
  crit_session_set_file (self, self->file, digest);
  step (self, self->edition + 1);
}

/**
 * crit_session_can_go_back:
 * @self: a session
 *
 * Returns: whether the next crit_session_undo() goes back to the rules that were in use before
 */
gboolean
crit_session_can_go_back (CritSession *self)
{
  g_return_val_if_fail (CRIT_IS_SESSION (self), FALSE);

  return self->edition > 0 && !can_undo (self);
}

static const CritQuestion *
undo (CritSession *self)
{
  if (can_undo (self))
    return crit_history_undo (self->history);
  if (self->edition > 0)
    step (self, self->edition - 1);
  return NULL;
}

static const CritQuestion *
redo (CritSession *self)
{
  if (can_redo (self))
    return crit_history_redo (self->history);
  if (self->edition + 1 < self->histories->len)
    step (self, self->edition + 1);
  return NULL;
}

/**
 * crit_session_undo:
 * @self: a session
 *
 * Takes the last change back, be it of an answer or of the rules in use.
 *
 * Returns: (transfer none) (nullable): what crit_history_undo() returns
 */
const CritQuestion *
crit_session_undo (CritSession *self)
{
  const CritQuestion *question = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  self->stepping = TRUE;
  question = undo (self);
  self->stepping = FALSE;
  return question;
}

/**
 * crit_session_redo:
 * @self: a session
 *
 * Makes the change that was undone last once more.
 *
 * Returns: (transfer none) (nullable): what crit_history_redo() returns
 */
const CritQuestion *
crit_session_redo (CritSession *self)
{
  const CritQuestion *question = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  self->stepping = TRUE;
  question = redo (self);
  self->stepping = FALSE;
  return question;
}

/**
 * crit_session_dup_undo_label:
 * @self: a session
 *
 * Returns: (transfer full) (nullable): the name of the change that crit_session_undo() takes back; %NULL for none
 */
char *
crit_session_dup_undo_label (CritSession *self)
{
  char *label = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  if (crit_session_can_go_back (self))
    return dup_edition_label (self, self->edition);
  g_object_get (self->history, "undo-label", &label, NULL);
  return label;
}

/**
 * crit_session_dup_redo_label:
 * @self: a session
 *
 * Returns: (transfer full) (nullable): the name of the change that crit_session_redo() makes; %NULL for none
 */
char *
crit_session_dup_redo_label (CritSession *self)
{
  char *label = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (self), NULL);

  if (!can_redo (self) && self->edition + 1 < self->histories->len)
    return dup_edition_label (self, self->edition + 1);
  g_object_get (self->history, "redo-label", &label, NULL);
  return label;
}
