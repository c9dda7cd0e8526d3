/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer crit_memory_new (gsize size);

G_END_DECLS
