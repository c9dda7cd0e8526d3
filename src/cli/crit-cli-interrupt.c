/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-interrupt.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

/* What the handler and the rest of the program share: the signal that came, and a pipe that wakes whoever waits. */
static volatile sig_atomic_t signal_number;
static int alarm_pipe[2] = { -1, -1 };

static void
interrupt_cb (int number)
{
  int error = errno;

  signal_number = number;
  if (write (alarm_pipe[1], "", 1) < 0)
    signal (number, SIG_DFL);
  errno = error;
}

static void
handle (int number)
{
  struct sigaction action = { .sa_handler = interrupt_cb };

  /* The second one ends the program at once, in case the first cannot. */
  action.sa_flags = (int) SA_RESETHAND;
  sigemptyset (&action.sa_mask);
  sigaction (number, &action, NULL);
}

/**
 * crit_interrupt_await:
 *
 * From now on Ctrl-C does not end the program in the middle of a line: crit_interrupt_wait_for() tells that it came. A second
 * one does.
 */
void
crit_interrupt_await (void)
{
  if (alarm_pipe[0] >= 0 || !g_unix_open_pipe (alarm_pipe, FD_CLOEXEC, NULL))
    return;
  handle (SIGINT);
  handle (SIGTERM);
}

/**
 * crit_interrupt_wait_for:
 * @fd: a file that is to be read
 *
 * Waits until there is something to read, or its end.
 *
 * Returns: whether to go on; FALSE where the program is to end
 */
gboolean
crit_interrupt_wait_for (int fd)
{
  struct pollfd both[] = { { .fd = fd, .events = POLLIN },
                           { .fd = alarm_pipe[0], .events = POLLIN } };

  while (signal_number == 0)
    if (poll (both, G_N_ELEMENTS (both), -1) > 0 && both[0].revents != 0)
      return signal_number == 0;
    else if (errno != EINTR && both[1].revents == 0)
      return TRUE;
  return FALSE;
}

/**
 * crit_interrupt_has_come:
 *
 * Returns: whether the program is to end
 */
gboolean
crit_interrupt_has_come (void)
{
  return signal_number != 0;
}

/**
 * crit_interrupt_end:
 *
 * Where the program was told to end, it now does, by that very signal, so that a shell knows.
 */
void
crit_interrupt_end (void)
{
  if (signal_number == 0)
    return;
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}
