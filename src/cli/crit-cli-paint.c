/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-paint.h"

#include <unistd.h>

/* What a terminal understands. No status has a colour of its own: green would say that one is good. */
#define PLAIN "\033[0m"

static const char *const begins[] = {
  [CRIT_PAINT_STRONG] = "\033[1m",
  [CRIT_PAINT_ERROR] = "\033[1;31m",
  [CRIT_PAINT_WARNING] = "\033[1;35m",
};

/* Whether standard output and standard error are painted; by file descriptor. */
static gboolean is_painted[STDERR_FILENO + 1];

/**
 * crit_paint_set_up:
 *
 * Finds out where colours are wanted: on terminals that know them, unless NO_COLOR is set, to anything but nothing
 * (no-color.org).
 */
void
crit_paint_set_up (void)
{
  const char *refused = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");
  gboolean wanted = (refused == NULL || *refused == '\0') && terminal != NULL && *terminal != '\0'
                    && !g_str_equal (terminal, "dumb");

  is_painted[STDOUT_FILENO] = wanted && isatty (STDOUT_FILENO) != 0;
  is_painted[STDERR_FILENO] = wanted && isatty (STDERR_FILENO) != 0;
}

/**
 * crit_paint:
 * @text: a word or a line that is safe to write
 * @paint: how it is to look
 * @fd: where it goes: STDOUT_FILENO or STDERR_FILENO
 *
 * Returns: (transfer full): @text, painted where colours are wanted
 */
char *
crit_paint (const char *text, CritPaint paint, int fd)
{
  if (!is_painted[fd])
    return g_strdup (text);
  return g_strconcat (begins[paint], text, PLAIN, NULL);
}
