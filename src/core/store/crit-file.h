/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CRIT_FILE_ERROR (crit_file_error_quark ())

/**
 * CritFileError:
 *
 * Why a file was not read or not saved. The message names the file that the user knows, the reason and,
 * for saving, the way out. After %CRIT_FILE_ERROR_CHANGED the user is asked; after
 * %CRIT_FILE_ERROR_NOT_LOCAL a local copy is offered.
 */
typedef enum
{
  CRIT_FILE_ERROR_NOT_LOCAL,
  CRIT_FILE_ERROR_TOO_LARGE,
  CRIT_FILE_ERROR_CANNOT_READ,
  CRIT_FILE_ERROR_CANNOT_WRITE,
  CRIT_FILE_ERROR_CHANGED,
  CRIT_FILE_ERROR_NOT_VERIFIED,
} CritFileError;

GQuark crit_file_error_quark (void);
const char *crit_file_explain (int io_error);

GBytes *crit_file_read (GFile *file, GError **error);
GBytes *crit_file_read_up_to (GFile *file, gsize limit, GError **error);
GBytes *crit_file_read_stream (GFile *file, GInputStream *stream, gsize limit, GError **error);
char *crit_file_dup_digest (GBytes *contents);
gboolean
crit_file_save (GFile *file, GBytes *contents, const char *expected_digest, GError **error);
void crit_file_save_async (GFile *file,
                           GBytes *contents,
                           const char *expected_digest,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean crit_file_save_finish (GFile *file, GAsyncResult *result, GError **error);
gboolean crit_file_make_folder (const char *path, GError **error);
char *crit_file_suggest_name (const char *reference, const char *extension);

G_END_DECLS
