/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-file.h"

#include <glib/gi18n-lib.h>

#include "json/crit-json-reader.h"
#include "json/crit-memory.h"

/* Bytes that are read at a time. */
#define CHUNK (64 * 1024)

static gboolean
fail_read (GFile *file, int io_error, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_CANNOT_READ,
               /* Translators: a file, and the reason, such as "it is a folder". */
               _ ("“%1$s” cannot be read: %2$s."), name, crit_file_explain (io_error));
  return FALSE;
}

static gboolean
fail_too_large (GFile *file, gsize limit, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, CRIT_FILE_ERROR, CRIT_FILE_ERROR_TOO_LARGE,
               /* Translators: a file, and a number of mebibytes. */
               _ ("“%1$s” is larger than %2$u MiB, more than this program reads."), name,
               (guint) (limit / 1024 / 1024));
  return FALSE;
}

/* Reads @stream to its end into @buffer; %FALSE without @error where it is longer than @limit. */
static gboolean
fill (GByteArray *buffer, GInputStream *stream, gsize limit, GError **error)
{
  gsize got = 0;

  do
    {
      gsize old = buffer->len;
      gsize wanted = MIN (CHUNK, limit + 1 - old);

      g_byte_array_set_size (buffer, (guint) (old + wanted));
      if (!g_input_stream_read_all (stream, buffer->data + old, wanted, &got, NULL, error))
        return FALSE;
      g_byte_array_set_size (buffer, (guint) (old + got));
    }
  while (got > 0 && buffer->len <= limit);
  return buffer->len <= limit;
}

/* Reads @stream to its end, which is expected after @size bytes. */
static GBytes *
read_stream (GFile *file, GInputStream *stream, gsize size, gsize limit, GError **error)
{
  const gsize room = size + CHUNK;
  g_autoptr (GByteArray) buffer = g_byte_array_new_take (crit_memory_new (room), room);
  g_autoptr (GError) cause = NULL;

  g_byte_array_set_size (buffer, 0);
  if (fill (buffer, stream, limit, &cause))
    return g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
  if (cause != NULL)
    fail_read (file, cause->code, error);
  else
    fail_too_large (file, limit, error);
  return NULL;
}

/**
 * crit_file_read_stream:
 * @file: what the stream is called in messages
 * @stream: a stream, such as standard input
 * @limit: the most bytes that are taken
 * @error: return location for a #CritFileError
 *
 * Reads a stream to its end. Never more than a chunk beyond @limit is held.
 *
 * Returns: (transfer full) (nullable): all bytes, %NULL on error
 */
GBytes *
crit_file_read_stream (GFile *file, GInputStream *stream, gsize limit, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (limit < G_MAXUINT, NULL);

  return read_stream (file, stream, 0, limit, error);
}

/* How long @stream is expected to be, before a byte of it is read; 0 where that is not known. */
static guint64
get_size (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info =
      g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL ? (guint64) g_file_info_get_size (info) : 0;
}

/* Merely opening a pipe waits for somebody to write into it, and a device has no end: what a file is, is asked before it
 * is opened. */
static gboolean
check_readable (GFile *file, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &cause);
  GFileType type = G_FILE_TYPE_UNKNOWN;

  if (info == NULL)
    return fail_read (file, cause->code, error);
  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;
  return fail_read (
      file, type == G_FILE_TYPE_DIRECTORY ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE,
      error);
}

/**
 * crit_file_read_up_to:
 * @file: a file
 * @limit: the most bytes that it may have
 * @error: return location for a #CritFileError
 *
 * Reads an ordinary file, as crit_file_read() does.
 *
 * Returns: (transfer full) (nullable): its bytes, %NULL on error
 */
GBytes *
crit_file_read_up_to (GFile *file, gsize limit, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  guint64 size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limit < G_MAXUINT, NULL);

  if (!check_readable (file, error))
    return NULL;
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL)
    {
      fail_read (file, cause->code, error);
      return NULL;
    }
  size = get_size (stream);
  if (size > limit)
    {
      fail_too_large (file, limit, error);
      return NULL;
    }
  return read_stream (file, G_INPUT_STREAM (stream), (gsize) size, limit, error);
}

/**
 * crit_file_read:
 * @file: a file
 * @error: return location for a #CritFileError
 *
 * Reads an ordinary file of at most %CRIT_JSON_MAX_FILE bytes, once and whole, so that what is hashed and what
 * is parsed are the same bytes. Folders, pipes and devices are refused before they are opened; links are followed.
 *
 * Returns: (transfer full) (nullable): its bytes, %NULL on error
 */
GBytes *
crit_file_read (GFile *file, GError **error)
{
  return crit_file_read_up_to (file, CRIT_JSON_MAX_FILE, error);
}
