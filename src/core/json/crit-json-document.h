/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "json/crit-json-node.h"

G_BEGIN_DECLS

/**
 * CritJsonDocument:
 *
 * A JSON text that was read strictly and is only looked at: light, never changed, and each node knows where it stands, so that
 * any later finding can point at it. What is to be kept or written again becomes a node of json-glib: crit_json_node_dup().
 */
typedef struct _CritJsonDocument CritJsonDocument;

CritJsonDocument *crit_json_document_new (GBytes *text, GPtrArray *findings);
void crit_json_document_free (CritJsonDocument *self);
char *crit_json_document_steal_strings (CritJsonDocument *self);

const CritJsonNode *crit_json_document_get_root (CritJsonDocument *self);
const CritJsonNode *crit_json_document_find (CritJsonDocument *self, gsize offset);
gsize crit_json_document_get_key_offset (CritJsonDocument *self, const CritJsonNode *node);
void crit_json_document_report (CritJsonDocument *self,
                                GPtrArray *findings,
                                CritSeverity severity,
                                const CritJsonNode *node,
                                gsize offset,
                                const char *code,
                                const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritJsonDocument, crit_json_document_free)

G_END_DECLS
