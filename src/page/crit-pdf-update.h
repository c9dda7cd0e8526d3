/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritPdfUpdate:
 *
 * What is added to a PDF that cairo wrote: entries of its objects for which cairo has no call.
 */
typedef struct _CritPdfUpdate CritPdfUpdate;

CritPdfUpdate *crit_pdf_update_new (GBytes *pdf);
void crit_pdf_update_free (CritPdfUpdate *self);
guint crit_pdf_update_get_root (CritPdfUpdate *self);
guint crit_pdf_update_find (CritPdfUpdate *self, guint after, const char *start);
gboolean crit_pdf_update_add (CritPdfUpdate *self, guint object, const char *entries);
guint crit_pdf_update_get_reference (CritPdfUpdate *self, guint object, const char *key);
char *crit_pdf_update_dup_name (CritPdfUpdate *self, guint object, const char *key);
GBytes *crit_pdf_update_dup_stream (CritPdfUpdate *self, guint object);
void crit_pdf_update_set_stream (CritPdfUpdate *self, guint object, GBytes *content);
GBytes *crit_pdf_update_finish (CritPdfUpdate *self);
char *crit_pdf_update_dup_string (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritPdfUpdate, crit_pdf_update_free)

G_END_DECLS
