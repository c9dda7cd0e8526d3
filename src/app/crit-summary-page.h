/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritSummaryPage:
 *
 * The last step: the summary's pages as they will print, on a grey desk, above them what is still open; buttons for
 * Print and Save as PDF. It draws only while it is shown.
 *
 * Property: `session`.
 */
#define CRIT_TYPE_SUMMARY_PAGE (crit_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (CritSummaryPage, crit_summary_page, CRIT, SUMMARY_PAGE, AdwBin)

G_END_DECLS
