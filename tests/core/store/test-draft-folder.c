/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/crit-draft-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/crit-draft-slot.h"

#define RECORD "{}\n"

typedef struct
{
  char *home;
  char *folder; /* in it; not made yet */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->home = g_dir_make_tmp ("criteria-drafts-XXXXXX", &error);
  g_assert_no_error (error);
  self->folder = g_build_filename (self->home, "criteria", "drafts", NULL);
}

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
tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->home);
  g_free (self->home);
  g_free (self->folder);
}

static GBytes *
create_draft_before_saving (const char *reference, gint64 time, const char *uri, char *digest)
{
  g_autoptr (GBytes) record = g_bytes_new_static (RECORD, strlen (RECORD));
  const CritDraft draft = { .time = time,
                            .reference = (char *) reference,
                            .rules_id = (char *) "small",
                            .rules_version = (char *) "1",
                            .rules_digest = (char *) "0",
                            .rules_title = (char *) "Small",
                            .saving_uri = (char *) uri,
                            .saving_digest = digest,
                            .record = record };

  return crit_draft_write (&draft);
}

static GBytes *
create_draft (const char *reference, gint64 time)
{
  return create_draft_before_saving (reference, time, NULL, NULL);
}

static CritDraftSlot *
keep (Fixture *self, const char *reference, gint64 time)
{
  CritDraftSlot *slot = crit_draft_slot_new (self->folder);
  g_autoptr (GBytes) text = create_draft (reference, time);
  g_autoptr (GError) error = NULL;

  g_assert_true (crit_draft_slot_write (slot, text, &error));
  g_assert_no_error (error);
  return slot;
}

static void
leave_behind (Fixture *self, const char *reference, gint64 time)
{
  crit_draft_slot_free (keep (self, reference, time));
}

static GPtrArray *
find (Fixture *self, guint n_damaged)
{
  guint n = 0;
  GPtrArray *drafts = crit_draft_folder_find (self->folder, &n);

  g_assert_cmpuint (n, ==, n_damaged);
  return drafts;
}

static void
assert_found (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) drafts = find (self, 0);

  g_assert_cmpuint (drafts->len, ==, n);
}

static guint
count_files (Fixture *self, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);
  return n;
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

/* The folder is the list: nothing else says what is there. */
static void
test_found (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  const CritDraft *first = NULL;
  g_autofree char *path = NULL;

  assert_found (self, 0);
  leave_behind (self, "A-17", 1000);
  leave_behind (self, "B-2", 2000);
  drafts = find (self, 0);
  g_assert_cmpuint (drafts->len, ==, 2);
  first = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (first->reference, ==, "B-2");
  g_assert_true (g_uuid_string_is_valid (first->id));
  g_assert_cmpuint (count_files (self, ""), ==, 2);
  path = g_strconcat (self->folder, "/", first->id, CRIT_DRAFT_ENDING, NULL);
  assert_mode (path, 0600);
}

/* Also where it was there before, for all to see, and whatever the umask is. */
static void
test_private (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (0);

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0755), ==, 0);
  leave_behind (self, "A-17", 1);
  umask (mask);
  assert_mode (self->folder, 0700);
}

static void
test_held_here (Fixture *self, gconstpointer data)
{
  CritDraftSlot *slot = keep (self, "A-17", 1);
  g_autoptr (GError) error = NULL;

  assert_found (self, 0);
  g_assert_null (crit_draft_slot_take (self->folder, crit_draft_slot_get_id (slot), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  crit_draft_slot_free (slot);
  assert_found (self, 1);
}

/* A process that holds a draft until it is killed; tells through a pipe that it does. */
static GPid
start_holder (Fixture *self)
{
  int ends[2] = { -1, -1 };
  char byte = 0;
  GPid holder = 0;

  g_assert_cmpint (pipe (ends), ==, 0);
  holder = fork ();
  if (holder == 0)
    {
      keep (self, "A-17", 1);
      (void) !write (ends[1], "x", 1);
      pause ();
      _exit (0);
    }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);
  return holder;
}

/* Of another process too; the end of it, of whatever kind, lets go, and nothing but the draft stays. */
static void
test_held_elsewhere (Fixture *self, gconstpointer data)
{
  GPid holder = start_holder (self);

  assert_found (self, 0);
  g_assert_cmpint (kill (holder, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (holder, NULL, 0), ==, holder);
  g_assert_cmpuint (count_files (self, CRIT_DRAFT_LOCK_ENDING), ==, 1);
  assert_found (self, 1);
  g_assert_cmpuint (count_files (self, ""), ==, 1);
}

static void
test_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CritDraftSlot) slot = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) newer = create_draft ("A-17", 3000);
  g_autoptr (GError) error = NULL;

  leave_behind (self, "A-17", 1000);
  drafts = find (self, 0);
  slot = crit_draft_slot_take (self->folder, ((CritDraft *) g_ptr_array_index (drafts, 0))->id,
                               &error);
  g_assert_no_error (error);
  text = crit_draft_slot_read (slot, &error);
  g_assert_no_error (error);
  assert_found (self, 0);
  g_assert_true (crit_draft_slot_write (slot, newer, &error));
  g_assert_cmpuint (count_files (self, CRIT_DRAFT_ENDING), ==, 1);
  g_assert_true (crit_draft_slot_remove (slot, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
  g_assert_true (crit_draft_slot_remove (slot, &error));
}

static void
put (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Set aside at once, told of once, and kept for good. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  put (self, "4c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.draft", "half a dra");
  leave_behind (self, "A-17", 1);
  drafts = find (self, 1);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (count_files (self, ".draft.damaged"), ==, 1);
  assert_found (self, 1);
  g_assert_cmpuint (count_files (self, ".draft.damaged"), ==, 1);
}

/* The program ended after the file was written, and before the draft was deleted: there is nothing to go on with. */
static void
test_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->home, "a-17.checklist", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "saved", -1);
  g_autoptr (GBytes) text = create_draft_before_saving ("A-17", 1, uri, digest);
  CritDraftSlot *slot = crit_draft_slot_new (self->folder);

  g_assert_true (crit_draft_slot_write (slot, text, NULL));
  crit_draft_slot_free (slot);
  assert_found (self, 1);
  g_assert_true (g_file_set_contents (path, "another", -1, NULL));
  assert_found (self, 1);
  g_assert_true (g_file_set_contents (path, "saved", -1, NULL));
  assert_found (self, 0);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* Neither offered nor called damaged: the program that made it can read it. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  put (self, "4c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.draft", "{\"format\":\"criteria-draft/9\"}\n");
  assert_found (self, 0);
  g_assert_cmpuint (count_files (self, ".draft"), ==, 1);
}

static void
make_old (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - 25 * 60 * 60;
  const struct timespec times[] = { { .tv_sec = then }, { .tv_sec = then } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* Only what is ours by its name, and old. */
static void
test_leftovers (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "4c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.draft.AbCd12",
    "5c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.draft.AbCd12",
    "4c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.draft.damaged",
    "4c6a3a70-5b0c-4b5e-9d2a-0d8f7f2a1b3c.lock",
    "somebody-elses.draft.AbCd12",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put (self, names[i], "");
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    make_old (self, names[i]);
  assert_found (self, 0);
  g_assert_cmpuint (count_files (self, "draft.AbCd12"), ==, 2);
  g_assert_cmpuint (count_files (self, "somebody-elses.draft.AbCd12"), ==, 1);
  g_assert_cmpuint (count_files (self, ".damaged"), ==, 1);
  g_assert_cmpuint (count_files (self, ".lock"), ==, 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/draft-folder/found", test_found);
  ADD ("/store/draft-folder/private", test_private);
  ADD ("/store/draft-folder/held/here", test_held_here);
  ADD ("/store/draft-folder/held/elsewhere", test_held_elsewhere);
  ADD ("/store/draft-folder/taken", test_taken);
  ADD ("/store/draft-folder/damaged", test_damaged);
  ADD ("/store/draft-folder/newer", test_newer);
  ADD ("/store/draft-folder/saved", test_saved);
  ADD ("/store/draft-folder/leftovers", test_leftovers);
  return g_test_run ();
}
