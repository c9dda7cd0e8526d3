/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void crit_recent_forget (GFile *file);
void crit_recent_clean (void);

G_END_DECLS
