/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-lines.h"

#include "json/crit-json-reader.h"

/**
 * crit_lines_init:
 * @self: the memory to make it in
 * @file: an open file; borrowed
 *
 * Begins before the first line.
 */
void
crit_lines_init (CritLines *self, FILE *file)
{
  *self = (CritLines){ .file = file, .text = g_string_new (NULL) };
}

/**
 * crit_lines_clear:
 * @self: lines
 *
 * Frees the present line. The file stays open.
 */
void
crit_lines_clear (CritLines *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

/**
 * crit_lines_next:
 * @self: lines
 *
 * Goes to the next line. The last one need not end with a line break.
 *
 * Returns: whether there is one; FALSE also after a read error, which ferror() tells
 */
gboolean
crit_lines_next (CritLines *self)
{
  int byte = getc_unlocked (self->file);

  if (byte == EOF)
    return FALSE;

  self->number++;
  self->too_long = FALSE;
  g_string_truncate (self->text, 0);
  for (; byte != EOF && byte != '\n'; byte = getc_unlocked (self->file))
    if (self->text->len < CRIT_JSON_MAX_LINE)
      g_string_append_c (self->text, (char) byte);
    else
      self->too_long = TRUE;
  return TRUE;
}
