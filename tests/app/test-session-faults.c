/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change is kept as a draft and saved, while one call to the file system after the other fails. Whatever fails: the
 * record says that it is saved only when it is, and a program that ended now would not lose the change without having
 * said so. */

#include "config.h"

#include "app-support.h"
#include "crit-draft-keeper.h"
#include "fault.h"
#include "record/crit-record-file.h"
#include "store/crit-draft-folder.h"
#include "store/crit-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_CALLS 300

typedef struct
{
  char *home;
  char *folder;
  GFile *file;
  CritSession *session;
  CritDraftKeeper *keeper;
  gboolean ended;
  GError *error; /* (nullable): why it was not saved */
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static gboolean
is_idle (gpointer data)
{
  Fixture *self = data;

  return self->ended && !crit_draft_keeper_is_busy (self->keeper);
}

static gboolean
has_ended (gpointer data)
{
  return ((Fixture *) data)->ended;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (crit_session_save_finish (CRIT_SESSION (source), result, &self->error), ==,
                   self->error == NULL);
  self->ended = TRUE;
}

static void
save (Fixture *self)
{
  g_clear_error (&self->error);
  self->ended = FALSE;
  crit_session_save_async (self->session, self->file, CRIT_SAVE_IF_UNCHANGED, saved_cb, self);
  g_assert_true (app_support_wait (has_ended, self));
}

static void
change (Fixture *self, const char *reference)
{
  crit_history_set_reference (crit_session_get_history (self->session), reference);
}

/* A record that was saved as A-1, and has changed to A-2 since. */
static void
set_up (Fixture *self)
{
  self->home = g_dir_make_tmp ("criteria-session-XXXXXX", NULL);
  g_assert_nonnull (self->home);
  self->folder = g_build_filename (self->home, "drafts", NULL);
  self->file = g_file_new_build_filename (self->home, "a-17.checklist", NULL);
  self->session = app_support_open ("every-kind.json");
  self->keeper = crit_draft_keeper_new (self->session, crit_draft_slot_new (self->folder));
  crit_draft_keeper_set_pace (self->keeper, 60 * 1000, 50);
  change (self, "A-1");
  save (self);
  g_assert_no_error (self->error);
  g_assert_true (app_support_wait (is_idle, self));
}

static void
tear_down (Fixture *self)
{
  g_clear_error (&self->error);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_object_unref (self->file);
  remove_tree (self->home);
  g_free (self->folder);
  g_free (self->home);
}

static char *
dup_reference (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (text, NULL, findings);

  g_assert_nonnull (record);
  return g_strdup (crit_record_get_reference (record));
}

/* What the next start would find; it is the whole of is not on the disk. */
static gboolean
would_be_found (Fixture *self)
{
  guint n_damaged = 0;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GBytes) saved = crit_file_read (self->file, NULL);
  g_autofree char *reference = dup_reference (saved);

  g_clear_object (&self->keeper);
  drafts = crit_draft_folder_find (self->folder, &n_damaged);
  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_cmpuint (drafts->len, <=, 1);
  if (drafts->len > 0)
    {
      CritDraft *draft = g_ptr_array_index (drafts, 0);
      g_autofree char *kept = dup_reference (draft->record);

      g_assert_cmpstr (kept, ==, "A-2");
      return TRUE;
    }
  return g_str_equal (reference, "A-2");
}

static void
assert_no_stray (const char *folder, const char *allowed)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_regex_match_simple (allowed, name, 0, 0));
}

/* Returns whether a call has failed. */
static gboolean
try_once (FaultKind kind, guint nth)
{
  Fixture self = { 0 };
  gboolean said = FALSE;
  guint n_failed = 0;

  set_up (&self);
  fault_arm (self.home, nth, kind, EIO);
  change (&self, "A-2");
  crit_draft_keeper_flush (self.keeper);
  save (&self);
  if (self.error == NULL && kind == FAULT_ONCE)
    g_assert_true (app_support_wait (is_idle, &self));
  n_failed = fault_disarm ();
  said = self.error != NULL && crit_draft_keeper_get_problem (self.keeper) != NULL;

  g_assert_cmpint (crit_session_is_modified (self.session), ==, self.error != NULL);
  if (self.error != NULL)
    g_assert_cmpstr (self.error->message, !=, "");
  if (self.error == NULL)
    g_assert_true (app_support_wait (is_idle, &self));
  g_assert_true (would_be_found (&self) || said);
  assert_no_stray (self.home, "^(drafts|a-17\\.checklist)$");
  assert_no_stray (self.folder, "\\.(draft|lock)$");
  tear_down (&self);
  return n_failed > 0;
}

static void
test_faults (gconstpointer kind)
{
  guint nth = 1;

  while (try_once ((FaultKind) GPOINTER_TO_INT (kind), nth))
    g_assert_cmpuint (++nth, <, MAX_CALLS);
  g_test_message ("%u calls", nth - 1);
  g_assert_cmpuint (nth, >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/session-faults/once", GINT_TO_POINTER (FAULT_ONCE), test_faults);
  g_test_add_data_func ("/session-faults/for-good", GINT_TO_POINTER (FAULT_FOR_GOOD), test_faults);
  return g_test_run ();
}
