/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "summary/crit-summary.h"

G_BEGIN_DECLS

/* Points: 1/72 inch. */
#define CRIT_PAPER_A4_WIDTH 595.28
#define CRIT_PAPER_A4_HEIGHT 841.89
#define CRIT_PAPER_LETTER_WIDTH 612.0
#define CRIT_PAPER_LETTER_HEIGHT 792.0

/**
 * CritPages:
 *
 * A summary laid out on paper. Printing, PDF and the preview draw the same pages. Sizes are in points; always dark on
 * white.
 */
typedef struct _CritPages CritPages;

CritPages *crit_pages_new (const CritSummary *summary, double width, double height);
void crit_pages_free (CritPages *self);
guint crit_pages_get_count (CritPages *self);
double crit_pages_get_width (CritPages *self);
double crit_pages_get_height (CritPages *self);
void crit_pages_draw (CritPages *self, guint page, cairo_t *cr);
GBytes *crit_pages_to_pdf (CritPages *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritPages, crit_pages_free)

G_END_DECLS
