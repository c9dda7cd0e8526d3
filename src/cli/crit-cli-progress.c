/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-progress.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Nobody wants to be told of less, or more often. */
#define FIRST_AFTER (2 * G_USEC_PER_SEC)
#define NEXT_AFTER (G_USEC_PER_SEC / 4)

/* What a terminal understands as: to the start of the line, and clear it. */
#define CLEAR_LINE "\r\033[K"

/**
 * crit_progress_begin:
 * @self: the memory to make it in
 *
 * Begins to measure time. Nothing is shown where standard error is no terminal.
 */
void
crit_progress_begin (CritProgress *self)
{
  *self =
      (CritProgress){ .wanted = isatty (STDERR_FILENO) != 0, .started = g_get_monotonic_time () };
}

static void
show (CritProgress *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_done);

  g_printerr (CLEAR_LINE);
  /* Translators: how far the work has come; %s is a number. */
  g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s record so far", "%s records so far", self->n_done),
              number);
}

/**
 * crit_progress_add:
 * @self: the progress
 * @n_done: how many more records are done
 *
 * Shows how many are done, where that takes long enough to be of interest.
 */
void
crit_progress_add (CritProgress *self, guint n_done)
{
  gint64 now = 0;

  self->n_done += n_done;
  if (!self->wanted)
    return;
  now = g_get_monotonic_time ();
  if (now - self->started < FIRST_AFTER || now - self->last < NEXT_AFTER)
    return;
  show (self);
  self->last = now;
  self->shown = TRUE;
}

/**
 * crit_progress_hide:
 * @self: the progress
 *
 * Clears its line, so that something else can be written there.
 */
void
crit_progress_hide (CritProgress *self)
{
  if (self->shown)
    g_printerr (CLEAR_LINE);
  self->shown = FALSE;
}
