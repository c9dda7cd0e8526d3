/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritProgress:
 * @wanted: whether standard error is a terminal
 * @started: when the work began, and @last when something was shown; in microseconds
 * @n_done: how many records are done
 * @shown: whether a line of progress stands on the terminal
 *
 * How far long work has come.
 */
typedef struct
{
  gboolean wanted;
  gint64 started;
  gint64 last;
  guint64 n_done;
  gboolean shown;
} CritProgress;

void crit_progress_begin (CritProgress *self);
void crit_progress_add (CritProgress *self, guint n_done);
void crit_progress_hide (CritProgress *self);

G_END_DECLS
