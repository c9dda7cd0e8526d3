/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-cli-stream.h"

G_BEGIN_DECLS

/**
 * CritRecordsWork:
 * @begin: makes what one thread needs for itself
 * @record: deals with a record, which is a line of a file, or where its number is 0 a file as a whole. Returns whether it
 *   could be read; if not, @findings say why
 * @refused: (nullable): told of each record that could not be read
 * @end: called for what each @begin made, one after the other
 * @are_parts: whether the files are parts of one whole. Each holds lines, whatever its name is, unless it begins as an
 *   indented object does; none may be empty; and what follows in a file after a line that cannot be read is passed over,
 *   since nothing comes of it
 *
 * What is to be done with each record. All is given @data.
 */
typedef struct
{
  gpointer (*begin) (gpointer data);
  gboolean (*record) (gpointer data, gpointer own, CritStreamLine *record, GPtrArray *findings);
  void (*refused) (gpointer data, gpointer own);
  void (*end) (gpointer data, gpointer own);
  gboolean are_parts;
  gpointer data;
} CritRecordsWork;

int crit_records_run (const CritRecordsWork *work, char **paths, guint n_jobs);

G_END_DECLS
