/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-document.h"

G_BEGIN_DECLS

/**
 * CritJsonTree:
 *
 * A document as nodes of json-glib, so that parts of it can be kept and written again. It knows where each of them and each
 * key stands in the text, so that any later finding can point at it.
 */
typedef struct _CritJsonTree CritJsonTree;

CritJsonTree *crit_json_tree_new (GBytes *text, GPtrArray *findings);
void crit_json_tree_free (CritJsonTree *self);

JsonNode *crit_json_tree_get_root (CritJsonTree *self);
gsize crit_json_tree_get_offset (CritJsonTree *self, JsonNode *node);
gsize crit_json_tree_get_key_offset (CritJsonTree *self, JsonNode *node);
char *crit_json_tree_dup_pointer (CritJsonTree *self, JsonNode *node);
void crit_json_tree_report (CritJsonTree *self,
                            GPtrArray *findings,
                            CritSeverity severity,
                            JsonNode *node,
                            const char *code,
                            const char *format,
                            ...) G_GNUC_PRINTF (6, 7);
void crit_json_tree_report_key (CritJsonTree *self,
                                GPtrArray *findings,
                                CritSeverity severity,
                                JsonNode *node,
                                const char *code,
                                const char *format,
                                ...) G_GNUC_PRINTF (6, 7);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritJsonTree, crit_json_tree_free)

G_END_DECLS
