/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "crit-session.h"

G_BEGIN_DECLS

/* The answers that decided about a criterion, as links that go there, and where it comes from: title, publisher, place,
 * dates, how sure we are, and the address as a link. */
GtkWidget *crit_source_popover_new (CritSession *session, const CritCriterion *criterion);

G_END_DECLS
