/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The most bytes of a suggested file name. */
#define MAX_NAME 80

G_DEFINE_QUARK (crit_file_error_quark, crit_file_error)

/**
 * crit_file_explain:
 * @io_error: a #GIOErrorEnum
 *
 * Returns: (transfer none): why the system refused, in the user's words and without a full stop; GLib's own text would name the
 *   temporary file
 */
const char *
crit_file_explain (int io_error)
{
  switch (io_error)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _ ("the file or its folder does not exist");
    case G_IO_ERROR_NOT_DIRECTORY:
      return _ ("a part of its path is not a folder");
    case G_IO_ERROR_IS_DIRECTORY:
      return _ ("it is a folder");
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return _ ("it is not an ordinary file");
    case G_IO_ERROR_INVALID_FILENAME:
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _ ("its name is not allowed or too long");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _ ("you do not have permission");
    case G_IO_ERROR_READ_ONLY:
      return _ ("the disk can only be read");
    case G_IO_ERROR_NO_SPACE:
      return _ ("the disk is full");
    default:
      return _ ("the system reported a fault");
    }
}

static gboolean
fail_write (GFile *file, int io_error, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CANNOT_WRITE,
               /* Translators: a file, and the reason, such as "the disk is full". */
               _ ("“%1$s” is not saved: %2$s. Choose another folder or another name."), name,
               crit_file_explain (io_error));
  return FALSE;
}

static gboolean
fail_folder (const char *path, int io_error, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CANNOT_WRITE,
               /* Translators: a folder, and the reason, such as "the disk is full". */
               _ ("The folder “%1$s” cannot be made or used: %2$s."), name,
               crit_file_explain (io_error));
  return FALSE;
}

static gboolean
fail_changed (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (
      error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CHANGED,
      /* Translators: %s is a file. */
      _ ("“%s” is not saved: since it was opened here, another program has changed, moved or "
         "deleted it. Save under another name to keep both, or replace it."),
      name);
  return FALSE;
}

static gboolean
fail_not_verified (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (
      error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_NOT_VERIFIED,
      /* Translators: %s is a file. */
      _ ("“%s” was written, but what can be read back from the disk is not the same. Save it "
         "in another place."),
      name);
  return FALSE;
}

static gboolean
fail_not_local (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (
      error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_NOT_LOCAL,
      /* Translators: %s is a file. */
      _ ("“%s” is not saved: it is not in a folder of this computer, where saving is safe. "
         "Save a copy in a local folder."),
      name);
  return FALSE;
}

/**
 * crit_file_dup_digest:
 * @contents: the bytes of a file, as they were read or saved
 *
 * Returns: (transfer full): their SHA-256 in lower case hexadecimal digits; give it to crit_file_save()
 *   when the file is saved over the next time
 */
char *
crit_file_dup_digest (GBytes *contents)
{
  g_return_val_if_fail (contents != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
}

/* The path that @file has when every link is followed: the safe way of writing would replace a link
 * by a file. What does not exist yet stays as it is. */
static char *
resolve (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  char *resolved = NULL;

  if (path == NULL)
    {
      fail_not_local (file, error);
      return NULL;
    }
  resolved = realpath (path, NULL);
  if (resolved == NULL && errno == ENOENT && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_strdup (path);
  if (resolved == NULL)
    fail_write (file, g_io_error_from_errno (errno), error);
  return resolved;
}

static gboolean
check_ordinary (GFile *file, const char *path, GError **error)
{
  GStatBuf status = { 0 };

  if (g_stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  return fail_write (
      file, S_ISDIR (status.st_mode) ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE,
      error);
}

/* A digest and not a time of change: times can be restored, and miss a change while saving. */
static gboolean
check_unchanged (GFile *file, const char *path, const char *expected_digest, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GBytes) present = NULL;
  g_autofree char *digest = NULL;

  if (expected_digest == NULL)
    return TRUE;
  present = crit_file_read (target, NULL);
  digest = present != NULL ? crit_file_dup_digest (present) : NULL;
  return g_strcmp0 (digest, expected_digest) == 0 || fail_changed (file, error);
}

static gboolean
write_whole (GFile *file, const char *path, GBytes *contents, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (contents, &length);

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;
  return fail_write (file, (int) g_io_error_from_file_error (cause->code), error);
}

static gboolean
verify (GFile *file, const char *path, GBytes *contents, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GBytes) written = crit_file_read_up_to (target, g_bytes_get_size (contents), NULL);

  return (written != NULL && g_bytes_equal (written, contents)) || fail_not_verified (file, error);
}

/**
 * crit_file_save:
 * @file: where to save, on this computer
 * @contents: all bytes of the file
 * @expected_digest: (nullable): crit_file_dup_digest() of the file as it was last read or saved here;
 *   %NULL where whatever is there may be replaced, as after the user was asked
 * @error: return location for a #CritFileError
 *
 * Writes a file so that either the old or the new contents survive a full disk or a lost plug, readable
 * by its owner only, and reads it back. A link is followed. This is the only way in which the program
 * writes records, drafts and exports. It waits for the disk: the window calls crit_file_save_async().
 *
 * Returns: %TRUE when the file is on the disk and was found to be the same; on %FALSE with any error but
 *   %CRIT_FILE_ERROR_NOT_VERIFIED the old file is untouched
 */
gboolean
crit_file_save (GFile *file, GBytes *contents, const char *expected_digest, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);

  path = resolve (file, error);
  return path != NULL && check_ordinary (file, path, error)
         && check_unchanged (file, path, expected_digest, error)
         && write_whole (file, path, contents, error) && verify (file, path, contents, error);
}

/**
 * crit_file_make_folder:
 * @path: a folder of this program
 * @error: return location for a #CritFileError
 *
 * Makes a folder, and those above it, that only its owner can look into. The mode is set after making too, since the
 * umask may have taken more away, or the folder was there before.
 *
 * Returns: whether it is there
 */
gboolean
crit_file_make_folder (const char *path, GError **error)
{
  int code = 0;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0700) == 0 && g_chmod (path, 0700) == 0)
    return TRUE;
  code = errno;
  return fail_folder (path, (int) g_io_error_from_errno (code), error);
}

typedef struct
{
  GBytes *contents;
  char *expected_digest;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_bytes_unref (save->contents);
  g_free (save->expected_digest);
  g_free (save);
}

static void
save_in_thread (GTask *task, gpointer file, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (crit_file_save (file, save->contents, save->expected_digest, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * crit_file_save_async:
 * @file: where to save, on this computer
 * @contents: all bytes of the file
 * @expected_digest: (nullable): see crit_file_save()
 * @cancellable: (nullable): cancels a save that has not begun; one that has begun is finished
 * @callback: called when it is done
 * @user_data: given to @callback
 *
 * Does what crit_file_save() does in a thread of its own.
 */
void
crit_file_save_async (GFile *file,
                      GBytes *contents,
                      const char *expected_digest,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Save *save = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (contents != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  save = g_new0 (Save, 1);
  save->contents = g_bytes_ref (contents);
  save->expected_digest = g_strdup (expected_digest);
  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, crit_file_save_async);
  g_task_set_task_data (task, save, save_free);
  /* What reached the disk is reported as saved, even if it was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * crit_file_save_finish:
 * @file: the file
 * @result: what the callback was given
 * @error: return location for a #CritFileError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: what crit_file_save() returned
 */
gboolean
crit_file_save_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, crit_file_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_edge (char character)
{
  return character == '.' || character == '-';
}

/**
 * crit_file_suggest_name:
 * @reference: (nullable): the clinic's own reference of the record
 * @extension: such as "checklist" or "pdf"
 *
 * Makes a file name that every file system and shell takes: only letters, digits, dot, underscore and
 * hyphen, beginning with none of the signs that hide a file or look like an option, and of at most 80
 * bytes. Anything else becomes a hyphen; without a usable reference the name is "record".
 *
 * Returns: (transfer full): the name
 */
char *
crit_file_suggest_name (const char *reference, const char *extension)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize room = 0;

  g_return_val_if_fail (extension != NULL && strlen (extension) < MAX_NAME / 2, NULL);

  room = MAX_NAME - strlen (extension) - 1;
  for (const char *p = reference != NULL ? reference : ""; *p != '\0' && name->len < room; p++)
    {
      gboolean is_usable = g_ascii_isalnum (*p) || *p == '.' || *p == '_';
      char next = is_usable ? *p : '-';
      gboolean is_doubled =
          is_edge (next) && (name->len == 0 || is_edge (name->str[name->len - 1]));

      if (!is_doubled)
        g_string_append_c (name, next);
    }
  while (name->len > 0 && is_edge (name->str[name->len - 1]))
    g_string_truncate (name, name->len - 1);
  return g_strdup_printf ("%s.%s", name->len > 0 ? name->str : "record", extension);
}
