/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-paint.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "json/crit-json-reader.h"
#include "json/crit-text.h"
#include "store/crit-file.h"

/* Below this a table cannot be read in any case. */
#define NARROWEST 60

static void
print_cb (const char *text)
{
  fputs (text, stdout);
  fflush (stdout);
}

static void
print_error_cb (const char *text)
{
  fputs (text, stderr);
  fflush (stderr);
}

/**
 * crit_cli_set_up_output:
 *
 * Lets g_print() and g_printerr() write UTF-8, as all that is written elsewhere is, whatever the locale: batch systems have none,
 * and GLib would write question marks, into JSON as well. Only a terminal is spared what it does not understand.
 */
void
crit_cli_set_up_output (void)
{
  const gboolean is_utf8 = g_get_charset (NULL);

  if (is_utf8 || !isatty (STDOUT_FILENO))
    g_set_print_handler (print_cb);
  if (is_utf8 || !isatty (STDERR_FILENO))
    g_set_printerr_handler (print_error_cb);
}

/**
 * crit_cli_get_width:
 * @path: (nullable): where a text is written to, as for crit_cli_write()
 * @widest: the width that suits a text best
 *
 * Returns: how wide the lines of a text are to be, in columns: @widest, or what a narrower terminal has room for
 */
guint
crit_cli_get_width (const char *path, guint widest)
{
  struct winsize size = { 0 };

  if (!crit_cli_is_output (path) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0
      || size.ws_col == 0)
    return widest;
  return CLAMP (size.ws_col, NARROWEST, widest);
}

/**
 * crit_cli_is_input:
 * @path: a file, as it was named
 *
 * Returns: whether that is standard input
 */
gboolean
crit_cli_is_input (const char *path)
{
  return g_str_equal (path, "-");
}

/**
 * crit_cli_name_file:
 * @path: a file, as it was named
 *
 * Returns: (transfer none): what to call it in messages
 */
const char *
crit_cli_name_file (const char *path)
{
  return crit_cli_is_input (path) ? _ ("standard input") : path;
}

/**
 * crit_cli_take_input:
 *
 * Standard input can be read once: who asked for it twice would take nothing for a second file.
 *
 * Returns: FALSE where it was taken before; that is complained of
 */
gboolean
crit_cli_take_input (void)
{
  static gboolean taken = FALSE;

  if (!taken)
    return taken = TRUE;
  crit_cli_complain (_ ("Standard input can be read only once."));
  return FALSE;
}

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
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *contents = NULL;

  if (crit_cli_is_input (path) && !crit_cli_take_input ())
    return NULL;
  if (crit_cli_is_input (path))
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
 * crit_cli_is_output:
 * @path: (nullable): where to write to, as it was named
 *
 * Returns: whether that is standard output
 */
gboolean
crit_cli_is_output (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
}

/**
 * crit_cli_write_out:
 * @text: what is to go to standard output
 * @length: how many bytes that is
 *
 * Writes all of it, and complains where that fails.
 *
 * Returns: whether it is written
 */
gboolean
crit_cli_write_out (const char *text, gsize length)
{
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  /* Translators: %s is the reason, such as "No space left on device". */
  crit_cli_complain (_ ("The output cannot be written: %s."), g_strerror (errno));
  clearerr (stdout);
  return FALSE;
}

/* What ends as the name of a folder does would lose that end, and become a file. */
static gboolean
may_be_file (const char *path)
{
  return *path != '\0' && !g_str_has_suffix (path, G_DIR_SEPARATOR_S);
}

/**
 * crit_cli_write:
 * @path: (nullable): a file; standard output where there is none, or it is "-"
 * @bytes: what it is to hold
 *
 * Saves a file whole, or leaves it as it was, and complains where that fails.
 *
 * Returns: whether it is written
 */
gboolean
crit_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (crit_cli_is_output (path))
    return crit_cli_write_out (text, length);
  if (!may_be_file (path))
    {
      crit_cli_complain (_ ("“%s” is not the name of a file."), path);
      return FALSE;
    }
  file = g_file_new_for_path (path);
  if (crit_file_save (file, bytes, NULL, &error))
    return TRUE;
  crit_cli_complain ("%s", error->message);
  return FALSE;
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
  g_autofree char *name = crit_paint ("criteria-cli:", CRIT_PAINT_STRONG, STDERR_FILENO);
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  safe = crit_text_escape (message);
  g_printerr ("%s %s\n", name, safe);
}
