/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritOptionPopover:
 *
 * The options of a choice as a list under the field in which they are typed: the name, and beside it what else the
 * rules file says of it. It takes no focus of its own accord; Down from the field moves into it, so that a screen
 * reader reads the rows.
 *
 * Signal `picked (guint option)`.
 */
#define CRIT_TYPE_OPTION_POPOVER (crit_option_popover_get_type ())
G_DECLARE_FINAL_TYPE (CritOptionPopover, crit_option_popover, CRIT, OPTION_POPOVER, GtkPopover)

CritOptionPopover *crit_option_popover_new (const CritOptionSet *options);
guint crit_option_popover_filter (CritOptionPopover *self, const char *text);
int crit_option_popover_find_only (const CritOptionSet *options, const char *text);
gboolean crit_option_popover_focus_first (CritOptionPopover *self);
gboolean crit_option_popover_is_first (CritOptionPopover *self, GtkListBoxRow *row);

G_END_DECLS
