/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every call to the file system that a save makes fails in turn, until the save passes. Whatever fails: the file is the
 * old one or the new one, whole; nothing is left beside it; a failure is told of, and success is not claimed. */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "store/crit-draft-folder.h"
#include "store/crit-draft-slot.h"
#include "store/crit-file.h"

/* More calls than any save makes. */
#define MAX_CALLS 200

#define OLD "the old contents"
#define NEW "the new contents, which are longer"

typedef struct
{
  char *home;
  char *path; /* of what is saved */
  CritDraftSlot *slot;
} Fixture;

/* What a save is tried on. */
typedef struct
{
  const char *name;
  const char *before; /* (nullable): what is there before */
  const char *after;  /* (nullable): what is there when it worked */
  gboolean (*run) (Fixture *self, GError **error);
} Operation;

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
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->home = g_dir_make_tmp ("criteria-faults-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->home, "a-17.checklist", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->home);
  g_free (self->home);
  g_free (self->path);
}

static gboolean
save (Fixture *self, const char *expected, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GBytes) old = g_bytes_new_static (OLD, strlen (OLD));
  g_autofree char *digest = expected != NULL ? crit_file_dup_digest (old) : NULL;

  return crit_file_save (file, contents, digest, error);
}

/* As a new record, a PDF or a text is saved; or over one that was chosen in a dialog. */
static gboolean
run_save (Fixture *self, GError **error)
{
  return save (self, NULL, error);
}

/* As a record is saved again. */
static gboolean
run_save_if_unchanged (Fixture *self, GError **error)
{
  return save (self, OLD, error);
}

static gboolean
run_write_draft (Fixture *self, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));

  return crit_draft_slot_write (self->slot, contents, error);
}

static gboolean
run_remove_draft (Fixture *self, GError **error)
{
  return crit_draft_slot_remove (self->slot, error);
}

static const Operation operations[] = {
  { "new", NULL, NEW, run_save },
  { "over", OLD, NEW, run_save },
  { "again", OLD, NEW, run_save_if_unchanged },
};

static const Operation draft_operations[] = {
  { "new-draft", NULL, NEW, run_write_draft },
  { "draft-again", OLD, NEW, run_write_draft },
  { "remove-draft", OLD, NULL, run_remove_draft },
};

static void
put (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_remove (path);
  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* One or the other, whole; after success there is no choice. */
static void
assert_whole (const char *path, const Operation *operation, gboolean done)
{
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  if (g_strcmp0 (text, operation->after) == 0)
    return;
  g_assert_false (done);
  g_assert_cmpstr (text, ==, operation->before);
}

/* The temporary name means nothing to anybody. */
static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (
      g_regex_match_simple ("\\.(checklist|draft)\\.[A-Za-z0-9]{6}", error->message, 0, 0));
}

static void
assert_private (const char *path)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);
}

/* Where nothing can be deleted any more a file may be left, which only its owner can read; otherwise none. */
static void
assert_no_stray (const char *folder, const char *expected, FaultKind kind)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_equal (path, expected))
        continue;
      g_assert_cmpint (kind, ==, FAULT_EVERY_WAY);
      assert_private (path);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* Returns whether a call has failed. */
static gboolean
try_save (Fixture *self, const Operation *operation, FaultKind kind, guint nth)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  guint n_failed = 0;

  put (self->path, operation->before);
  fault_arm (self->home, nth, kind, EIO);
  done = operation->run (self, &error);
  n_failed = fault_disarm ();
  assert_whole (self->path, operation, done);
  if (!done)
    assert_told (error);
  assert_no_stray (self->home, self->path, kind);
  return n_failed > 0;
}

static void
test_saves (Fixture *self, gconstpointer kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      guint nth = 1;

      while (try_save (self, &operations[i], (FaultKind) GPOINTER_TO_INT (kind), nth))
        g_assert_cmpuint (++nth, <, MAX_CALLS);
      g_test_message ("%s: %u calls", operations[i].name, nth - 1);
      /* Fewer would mean that the calls go past the fault. */
      g_assert_cmpuint (nth, >, 10);
    }
}

/* A slot, and in it the draft that was there before, with its lock. */
static void
begin_draft (Fixture *self, const char *folder, const Operation *operation)
{
  g_autoptr (GBytes) before = g_bytes_new_static (OLD, strlen (OLD));
  g_autofree char *name = NULL;

  self->slot = crit_draft_slot_new (folder);
  name = g_strconcat (crit_draft_slot_get_id (self->slot), CRIT_DRAFT_ENDING, NULL);
  g_free (self->path);
  self->path = g_build_filename (folder, name, NULL);
  if (operation->before != NULL)
    g_assert_true (crit_draft_slot_write (self->slot, before, NULL));
}

static gboolean
try_draft (Fixture *self, const Operation *operation, FaultKind kind, guint nth)
{
  g_autofree char *folder = g_build_filename (self->home, "drafts", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  guint n_failed = 0;
  g_autofree char *id = NULL;

  begin_draft (self, folder, operation);
  id = g_strdup (crit_draft_slot_get_id (self->slot));
  fault_arm (self->home, nth, kind, EIO);
  done = operation->run (self, &error);
  n_failed = fault_disarm ();
  if (!done)
    assert_told (error);
  assert_whole (self->path, operation, done);
  crit_draft_slot_free (self->slot);
  /* A lock that could not be taken away is, at the next start. */
  g_assert_false (crit_draft_slot_is_held (folder, id));
  assert_no_stray (folder, self->path, kind);
  g_remove (self->path);
  g_remove (folder);
  return n_failed > 0;
}

static void
test_drafts (Fixture *self, gconstpointer kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (draft_operations); i++)
    {
      guint nth = 1;

      while (try_draft (self, &draft_operations[i], (FaultKind) GPOINTER_TO_INT (kind), nth))
        g_assert_cmpuint (++nth, <, MAX_CALLS);
      g_test_message ("%s: %u calls", draft_operations[i].name, nth - 1);
      g_assert_cmpuint (nth, >, 1);
    }
}

/* With room for each number of bytes but all. */
static void
test_full_disk (Fixture *self, gconstpointer data)
{
  const Operation *operation = &operations[2];

  for (gsize room = 0; room < strlen (NEW); room++)
    {
      g_autoptr (GError) error = NULL;

      put (self->path, operation->before);
      fault_limit (self->home, room);
      g_assert_false (operation->run (self, &error));
      g_assert_cmpuint (fault_disarm (), >, 0);
      assert_whole (self->path, operation, FALSE);
      assert_told (error);
      g_assert_nonnull (strstr (error->message, "the disk is full"));
      assert_no_stray (self->home, self->path, FAULT_ONCE);
    }
  fault_limit (self->home, strlen (NEW));
  g_assert_true (operation->run (self, NULL));
  fault_disarm ();
  assert_whole (self->path, operation, TRUE);
}

#define ADD(name, function, kind)                                                                  \
  g_test_add (name, Fixture, GINT_TO_POINTER (kind), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/faults/save/once", test_saves, FAULT_ONCE);
  ADD ("/store/faults/save/for-good", test_saves, FAULT_FOR_GOOD);
  ADD ("/store/faults/save/every-way", test_saves, FAULT_EVERY_WAY);
  ADD ("/store/faults/draft/once", test_drafts, FAULT_ONCE);
  ADD ("/store/faults/draft/for-good", test_drafts, FAULT_FOR_GOOD);
  ADD ("/store/faults/draft/every-way", test_drafts, FAULT_EVERY_WAY);
  ADD ("/store/faults/full-disk", test_full_disk, 0);
  return g_test_run ();
}
