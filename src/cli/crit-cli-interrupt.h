/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void crit_interrupt_await (void);
gboolean crit_interrupt_wait_for (int fd);
gboolean crit_interrupt_has_come (void);
void crit_interrupt_end (void);

G_END_DECLS
