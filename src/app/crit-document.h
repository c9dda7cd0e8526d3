/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritDocument:
 *
 * What a file turned out to be once it was read: rules, a record with the rules inside it, or neither, and then the
 * findings say why. Immutable.
 */
#define CRIT_TYPE_DOCUMENT (crit_document_get_type ())
G_DECLARE_FINAL_TYPE (CritDocument, crit_document, CRIT, DOCUMENT, GObject)

CritDocument *crit_document_load (GFile *file);
void crit_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
CritDocument *crit_document_load_finish (GAsyncResult *result);

GFile *crit_document_get_file (CritDocument *self);
GBytes *crit_document_get_contents (CritDocument *self);
const char *crit_document_get_digest (CritDocument *self);
CritRules *crit_document_get_rules (CritDocument *self);
CritRecord *crit_document_get_record (CritDocument *self);
GPtrArray *crit_document_get_findings (CritDocument *self);
const char *crit_document_get_warning (CritDocument *self);
char *crit_document_dup_name (CritDocument *self);
char *crit_document_dup_findings_text (CritDocument *self, guint max);

G_END_DECLS
