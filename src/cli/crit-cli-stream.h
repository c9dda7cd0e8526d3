/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritStreamLine:
 * @text: a line, which is not blank; it does not end with a zero byte
 * @number: which it is, from 1
 * @output: takes what is to go to standard output
 * @errors: takes what is to go to standard error
 * @status: an exit status, to be made worse where something is wrong
 *
 * One line, and what becomes of it.
 */
typedef struct
{
  const char *text;
  gsize length;
  guint number;
  GString *output;
  GString *errors;
  int status;
} CritStreamLine;

/**
 * CritStreamWork:
 * @begin: makes what one thread needs for itself
 * @line: deals with a line
 * @end: (nullable): called for each thread, one after the other, when all lines are dealt with
 *
 * What is to be done with each line. All is given @data.
 */
typedef struct
{
  gpointer (*begin) (gpointer data);
  void (*line) (gpointer data, gpointer own, CritStreamLine *line);
  void (*end) (gpointer data, gpointer own);
  gpointer data;
} CritStreamWork;

#define CRIT_STREAM_MOST_JOBS 64

int crit_stream_run (const CritStreamWork *work, int fd, const char *path, guint n_jobs);
gboolean crit_stream_write (const GString *text);

G_END_DECLS
