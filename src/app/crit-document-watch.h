/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-document.h"

G_BEGIN_DECLS

/**
 * CritDocumentWatch:
 *
 * A document that is read again whenever its file has changed.
 *
 * Property: `document` (read only, notified): what the file was when it was last read.
 */
#define CRIT_TYPE_DOCUMENT_WATCH (crit_document_watch_get_type ())
G_DECLARE_FINAL_TYPE (CritDocumentWatch, crit_document_watch, CRIT, DOCUMENT_WATCH, GObject)

CritDocumentWatch *crit_document_watch_new (CritDocument *document);
CritDocument *crit_document_watch_get_document (CritDocumentWatch *self);
void crit_document_watch_look (CritDocumentWatch *self);

G_END_DECLS
