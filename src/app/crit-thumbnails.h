/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-pages.h"

G_BEGIN_DECLS

/**
 * CritThumbnails:
 *
 * A column of small pages, each of which leads to the page itself. Signal `chosen (guint page)`: somebody chose one,
 * counted from 0.
 */
#define CRIT_TYPE_THUMBNAILS (crit_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (CritThumbnails, crit_thumbnails, CRIT, THUMBNAILS, AdwBin)

void crit_thumbnails_set_pages (CritThumbnails *self, CritPages *pages);
void crit_thumbnails_set_current (CritThumbnails *self, guint page);

G_END_DECLS
