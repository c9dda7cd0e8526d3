/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/crit-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "json/crit-json-reader.h"

/* What the disk does when it is told to keep a file. */
static enum {
  DISK_KEEPS,
  DISK_FAILS,
  DISK_LIES,
} disk = DISK_KEEPS;
static guint n_syncs = 0;

int fsync (int fd);

/* Stands before the function of the system, for GLib too. */
int
fsync (int fd)
{
  n_syncs++;
  if (disk == DISK_FAILS)
    {
      errno = EIO;
      return -1;
    }
  if (disk == DISK_LIES)
    (void) !ftruncate (fd, 1);
  return (int) syscall (SYS_fsync, fd);
}

/* A folder of its own for each test. */
typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("criteria-file-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name = NULL;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
}

static GFile *
file_in (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static void
put (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (file), text, -1, G_FILE_SET_CONTENTS_NONE, 0644,
                            &error);
  g_assert_no_error (error);
}

static void
assert_contents (GFile *file, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
assert_mode (GFile *file, guint mode)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_lstat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

static void
assert_entries (Fixture *self, guint expected)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, expected);
}

static gboolean
save (GFile *file, const char *text, const char *digest, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  return crit_file_save (file, contents, digest, error);
}

static void
assert_saved (GFile *file, const char *text, const char *digest)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (file, text, digest, &error));
  g_assert_no_error (error);
  assert_contents (file, text);
}

/* Refused with @code, in a message that names the user's file, the reason, and no temporary file. */
static void
assert_refused (GFile *file, const char *digest, CritFileError code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  g_assert_false (save (file, "new", digest, &error));
  g_assert_error (error, CRIT_FILE_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_false (g_regex_match_simple ("\\.[A-Za-z0-9]{6}”", error->message, 0, 0));
}

static char *
dup_digest (const char *text)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  return crit_file_dup_digest (contents);
}

static void
test_new_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "new.checklist");
  g_autoptr (GFile) empty = file_in (self, "empty.checklist");
  mode_t mask = umask (0);

  assert_saved (file, "{}\n", NULL);
  assert_saved (empty, "", NULL);
  umask (mask);
  assert_mode (file, 0600);
  assert_mode (empty, 0600);
  assert_entries (self, 2);
}

static void
test_any_bytes (Fixture *self, gconstpointer data)
{
  static const char bytes[] = "%PDF\0\xFF\xFE\r\n\0";
  g_autoptr (GFile) file = file_in (self, "summary.pdf");
  g_autoptr (GBytes) contents = g_bytes_new (bytes, sizeof bytes);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (crit_file_save (file, contents, NULL, &error));
  g_assert_no_error (error);
  found = crit_file_read (file, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, contents));
}

/* A PDF may be larger than what is read as JSON. */
static void
test_larger_than_what_is_read (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "large.pdf");
  g_autoptr (GBytes) contents =
      g_bytes_new_take (g_malloc0 (CRIT_JSON_MAX_FILE + 1), CRIT_JSON_MAX_FILE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (crit_file_save (file, contents, NULL, &error));
  g_assert_no_error (error);
}

static void
test_overwrite (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  g_autofree char *digest = dup_digest ("old");

  put (file, "old");
  assert_saved (file, "new", digest);
  assert_mode (file, 0600);
  assert_saved (file, "whatever was there", NULL);
  assert_entries (self, 1);
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "records", NULL);
  g_autoptr (GFile) target = g_file_new_build_filename (folder, "A-17.checklist", NULL);
  g_autoptr (GFile) link = file_in (self, "link.checklist");
  g_autofree char *digest = dup_digest ("old");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (target, "old");
  g_assert_cmpint (symlink ("records/A-17.checklist", g_file_peek_path (link)), ==, 0);
  assert_saved (link, "new", digest);
  assert_contents (target, "new");
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  assert_entries (self, 2);
}

static void
test_broken_links (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) dangling = file_in (self, "dangling.checklist");
  g_autoptr (GFile) circle = file_in (self, "circle.checklist");

  g_assert_cmpint (symlink ("nowhere.checklist", g_file_peek_path (dangling)), ==, 0);
  g_assert_cmpint (symlink ("circle.checklist", g_file_peek_path (circle)), ==, 0);
  assert_refused (dangling, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "does not exist");
  assert_refused (circle, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "fault");
  assert_entries (self, 2);
}

static void
test_impossible_places (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "file");
  g_autoptr (GFile) below_file = file_in (self, "file/A-17.checklist");
  g_autoptr (GFile) no_folder = file_in (self, "none/A-17.checklist");
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) pipe = file_in (self, "pipe");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) proc = g_file_new_for_path ("/proc/A-17.checklist");
  g_autofree char *long_name = g_strnfill (300, 'a');
  g_autoptr (GFile) too_long = file_in (self, long_name);

  put (file, "old");
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  assert_refused (below_file, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "not a folder");
  assert_refused (no_folder, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "does not exist");
  assert_refused (folder, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "it is a folder");
  assert_refused (pipe, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "not an ordinary file");
  assert_refused (device, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "not an ordinary file");
  assert_refused (proc, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "not saved");
  assert_refused (too_long, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "too long");
  assert_contents (file, "old");
  assert_entries (self, 2);
}

/* Modes mean nothing to root, so the test gives its rights up for a moment. */
static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  gboolean is_root = geteuid () == 0;

  put (file, "old");
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (file, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "permission");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  assert_contents (file, "old");
  assert_entries (self, 1);
}

/* The system stops a write half way, as it does when the disk is full. */
static void
test_write_that_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  g_autoptr (GBytes) contents = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autoptr (GError) error = NULL;
  struct rlimit old = { 0 };
  struct rlimit small = { 0 };

  put (file, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ 5000, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (crit_file_save (file, contents, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CANNOT_WRITE);
  assert_contents (file, "old");
  assert_entries (self, 1);
}

/* Both the file and the folder that names it are told to be kept. */
static void
test_synced (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");

  n_syncs = 0;
  assert_saved (file, "new", NULL);
  g_assert_cmpuint (n_syncs, ==, 2);
}

static void
test_disk_that_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");

  put (file, "old");
  disk = DISK_FAILS;
  assert_refused (file, NULL, CRIT_FILE_ERROR_CANNOT_WRITE, "fault");
  disk = DISK_KEEPS;
  assert_contents (file, "old");
  assert_entries (self, 1);
}

/* Success with something else on the disk is the worst outcome: it is found by reading back. */
static void
test_disk_that_lies (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");

  disk = DISK_LIES;
  assert_refused (file, NULL, CRIT_FILE_ERROR_NOT_VERIFIED, "another place");
  disk = DISK_KEEPS;
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  g_autofree char *digest = dup_digest ("old");
  GStatBuf status = { 0 };

  put (file, "old");
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  put (file, "odd");
  /* A time that was put back, and the same length, do not hide it. */
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file),
                              (struct timespec[]){ status.st_atim, status.st_mtim }, 0),
                   ==, 0);
  assert_refused (file, digest, CRIT_FILE_ERROR_CHANGED, "another program");
  assert_contents (file, "odd");
  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);
  assert_refused (file, digest, CRIT_FILE_ERROR_CHANGED, "deleted");
  assert_entries (self, 0);
  assert_saved (file, "after the user was asked", NULL);
}

static void
test_remote (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://server.example/A-17.checklist");

  assert_refused (file, NULL, CRIT_FILE_ERROR_NOT_LOCAL, "local folder");
}

static void
assert_unreadable (const char *path, CritFileError code, const char *reason)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = crit_file_read (file, &error);

  g_assert_null (contents);
  g_assert_error (error, CRIT_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing.json", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.checklist", NULL);

  assert_unreadable (missing, CRIT_FILE_ERROR_CANNOT_READ, "does not exist");
  assert_unreadable (self->folder, CRIT_FILE_ERROR_CANNOT_READ, "it is a folder");
  assert_unreadable ("/dev/zero", CRIT_FILE_ERROR_CANNOT_READ, "not an ordinary file");
  /* Nobody writes into the pipe: whoever opened it would wait for ever. */
  g_assert_no_errno (mkfifo (pipe, 0600));
  alarm (10);
  assert_unreadable (pipe, CRIT_FILE_ERROR_CANNOT_READ, "not an ordinary file");
  alarm (0);
}

static void
test_read_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "large.json");
  g_autoptr (GBytes) largest = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GError) error = NULL;

  put (file, "");
  empty = crit_file_read (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_cmpint (truncate (g_file_peek_path (file), CRIT_JSON_MAX_FILE), ==, 0);
  largest = crit_file_read (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (largest), ==, CRIT_JSON_MAX_FILE);
  g_assert_cmpint (truncate (g_file_peek_path (file), CRIT_JSON_MAX_FILE + 1), ==, 0);
  assert_unreadable (g_file_peek_path (file), CRIT_FILE_ERROR_TOO_LARGE, "16 MiB");
}

static void
test_stream_limit (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("-");

  for (gsize length = 99999; length <= 100001; length++)
    {
      g_autoptr (GInputStream) stream =
          g_memory_input_stream_new_from_data (g_malloc0 (length), (gssize) length, g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) contents = crit_file_read_stream (file, stream, 100000, &error);

      if (length > 100000)
        g_assert_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_TOO_LARGE);
      else
        g_assert_cmpuint (g_bytes_get_size (contents), ==, length);
    }
}

static void
test_digest (void)
{
  g_autofree char *digest = dup_digest ("abc");

  g_assert_cmpstr (digest, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Starts a save, drops everything it was given, and waits for it. */
static gboolean
save_and_wait (GFile *file,
               const char *text,
               const char *digest,
               GCancellable *cancellable,
               GError **error)
{
  GBytes *contents = g_bytes_new (text, strlen (text));
  char *borrowed = g_strdup (digest);
  g_autoptr (GAsyncResult) result = NULL;

  crit_file_save_async (file, contents, borrowed, cancellable, keep_result_cb, &result);
  g_bytes_unref (contents);
  g_free (borrowed);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return crit_file_save_finish (file, result, error);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  g_autofree char *digest = dup_digest ("first");
  g_autoptr (GError) error = NULL;

  g_assert_true (save_and_wait (file, "first", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (save_and_wait (file, "second", digest, NULL, &error));
  g_assert_no_error (error);
  assert_contents (file, "second");
  g_assert_false (save_and_wait (file, "third", digest, NULL, &error));
  g_assert_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CHANGED);
  assert_contents (file, "second");
}

static void
test_async_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "A-17.checklist");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save_and_wait (file, "never", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_entries (self, 0);
}

static void
test_suggested_names (void)
{
  static const char *const cases[][2] = {
    { NULL, "record.pdf" },
    { "", "record.pdf" },
    { "A-17", "A-17.pdf" },
    { "a_17.b", "a_17.b.pdf" },
    { "A 17", "A-17.pdf" },
    { "A  /  17", "A-17.pdf" },
    { "../../etc/passwd", "etc-passwd.pdf" },
    { ".hidden", "hidden.pdf" },
    { "-rf", "rf.pdf" },
    { "--", "record.pdf" },
    { "..", "record.pdf" },
    { "A-17.", "A-17.pdf" },
    { "A-17-", "A-17.pdf" },
    { "A..17", "A.17.pdf" },
    { "a\nb\tc", "a-b-c.pdf" },
    { "$(rm) `x` ;|&", "rm-x.pdf" },
    { "Zo\xC3\xAB 7", "Zo-7.pdf" },
    { "\xE2\x80\xAE", "record.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = crit_file_suggest_name (cases[i][0], "pdf");

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

static void
test_suggested_length (void)
{
  for (guint n = 60; n < 100; n++)
    {
      g_autofree char *reference = g_strnfill (n, 'a');
      g_autofree char *name = crit_file_suggest_name (reference, "checklist");

      g_assert_cmpuint (strlen (name), ==, MIN (n + 10, 80));
      g_assert_true (g_str_has_suffix (name, "a.checklist"));
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/file/new", test_new_file);
  ADD ("/store/file/any-bytes", test_any_bytes);
  ADD ("/store/file/larger-than-what-is-read", test_larger_than_what_is_read);
  ADD ("/store/file/overwrite", test_overwrite);
  ADD ("/store/file/link", test_link);
  ADD ("/store/file/broken-links", test_broken_links);
  ADD ("/store/file/impossible-places", test_impossible_places);
  ADD ("/store/file/read-only-folder", test_read_only_folder);
  ADD ("/store/file/write-that-fails", test_write_that_fails);
  ADD ("/store/file/synced", test_synced);
  ADD ("/store/file/disk-that-fails", test_disk_that_fails);
  ADD ("/store/file/disk-that-lies", test_disk_that_lies);
  ADD ("/store/file/changed", test_changed);
  ADD ("/store/file/remote", test_remote);
  ADD ("/store/file/unreadable", test_unreadable);
  ADD ("/store/file/read-limit", test_read_limit);
  ADD ("/store/file/async", test_async);
  ADD ("/store/file/async-cancelled", test_async_cancelled);
  g_test_add_func ("/store/file/stream-limit", test_stream_limit);
  g_test_add_func ("/store/file/digest", test_digest);
  g_test_add_func ("/store/file/suggested-names", test_suggested_names);
  g_test_add_func ("/store/file/suggested-length", test_suggested_length);
  return g_test_run ();
}
