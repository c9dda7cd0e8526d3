/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "json/crit-json-reader.h"
#include "json/crit-text.h"
#include "store/crit-file.h"

/**
 * crit_cli_read:
 * @path: a file, or "-" for standard input
 *
 * Reads all of it, within the limits of crit_file_read(), and complains where that fails.
 *
 * Returns: (transfer full) (nullable): the bytes, %NULL when they could not be read
 */
GBytes *
crit_cli_read (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GBytes *contents = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      contents = crit_file_read_stream (file, input, CRIT_JSON_MAX_FILE, &error);
    }
  else
    contents = crit_file_read (file, &error);
  if (contents == NULL)
    crit_cli_complain ("%s", error->message);
  return contents;
}

/**
 * crit_cli_complain:
 * @format: a translated sentence, and what goes in it
 *
 * Writes one line on standard error. Control characters, which may come from files or arguments and
 * could command the terminal, are written as escapes.
 */
void
crit_cli_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *safe = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  safe = crit_text_escape (message);
  g_printerr ("criteria-cli: %s\n", safe);
}
