/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/* Where a criterion comes from: title, publisher, place, dates, how sure we are, and the address as a link. */
GtkWidget *crit_source_popover_new (const CritCriterion *criterion);

G_END_DECLS
