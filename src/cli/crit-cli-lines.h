/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * CritLines:
 * @number: of the present line, from 1
 * @text: the present line, without its end
 * @too_long: whether the present line has more than %CRIT_JSON_MAX_LINE bytes; @text is then only its beginning
 *
 * Reads a file line by line, and never holds more than one line.
 */
typedef struct
{
  FILE *file;
  guint number;
  GString *text;
  gboolean too_long;
} CritLines;

void crit_lines_init (CritLines *self, FILE *file);
void crit_lines_clear (CritLines *self);
gboolean crit_lines_next (CritLines *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CritLines, crit_lines_clear)

G_END_DECLS
