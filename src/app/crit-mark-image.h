/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "screening/crit-status.h"

G_BEGIN_DECLS

/**
 * CritMarkImage:
 *
 * The mark of a status, drawn in the text colour by the same paths as on paper. It stands beside the status in words
 * and so says nothing of its own to assistive technology.
 */
#define CRIT_TYPE_MARK_IMAGE (crit_mark_image_get_type ())
G_DECLARE_FINAL_TYPE (CritMarkImage, crit_mark_image, CRIT, MARK_IMAGE, GtkWidget)

void crit_mark_image_set_status (CritMarkImage *self, CritStatus status);
CritStatus crit_mark_image_get_status (CritMarkImage *self);

G_END_DECLS
