/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "crit-pdf-update.h"

G_BEGIN_DECLS

/**
 * CritTags:
 *
 * The structure of a PDF while it is drawn: what is a heading, a table, a cell. Cairo writes its elements; what it cannot
 * say of them, such as the text of a figure, is added afterwards.
 */
typedef struct _CritTags CritTags;

CritTags *crit_tags_new (cairo_t *cr);
void crit_tags_free (CritTags *self);
void crit_tags_begin (CritTags *self, const char *tag);
void crit_tags_begin_cell (CritTags *self, const char *tag, gboolean heads_column);
void crit_tags_begin_figure (CritTags *self, const char *text);
void crit_tags_begin_link (CritTags *self, const char *target);
void crit_tags_end (CritTags *self, const char *tag);
void crit_tags_set_container (CritTags *self, const char *tag, gconstpointer whose);
gboolean crit_tags_add_to (CritTags *self, CritPdfUpdate *update);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritTags, crit_tags_free)

G_END_DECLS
