/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-document.h"

G_BEGIN_DECLS

/**
 * CritFindingsPage:
 *
 * What is shown of a file that cannot be used: each finding as "file:line:column: …", and what can be done now.
 */
#define CRIT_TYPE_FINDINGS_PAGE (crit_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (CritFindingsPage, crit_findings_page, CRIT, FINDINGS_PAGE, AdwBin)

void crit_findings_page_set_document (CritFindingsPage *self, CritDocument *document);

G_END_DECLS
