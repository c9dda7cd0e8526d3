/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "json/crit-json-tree.h"
#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * CritRecordReader:
 * @tree: (nullable): where the nodes stand in the text; without it findings have no position
 * @findings: where what is noticed goes
 * @failed: whether an error was among it
 * @lenient: whether what is wrong is left out with a warning, so that the rest of a record can still be shown
 * @access: what may be done with the record, after what was found
 *
 * What the parts of the reader of records share. A part that finds something wrong reports it and reads on, so that all
 * is reported at once.
 */
typedef struct
{
  CritJsonTree *tree;
  GPtrArray *findings;
  gboolean failed;
  gboolean lenient;
  CritRecordAccess access;
} CritRecordReader;

void crit_record_reader_restrict (CritRecordReader *self, CritRecordAccess access);

void crit_record_reader_report (CritRecordReader *self,
                                CritSeverity severity,
                                JsonNode *node,
                                const char *code,
                                const char *format,
                                ...) G_GNUC_PRINTF (5, 6);
void crit_record_reader_report_key (CritRecordReader *self,
                                    JsonNode *node,
                                    const char *code,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (4, 5);
void
crit_record_reader_check_keys (CritRecordReader *self, JsonNode *object, const char *const *known);
JsonNode *crit_record_reader_need (CritRecordReader *self, JsonNode *object, const char *key);
const char *crit_record_reader_read_text (CritRecordReader *self, JsonNode *node);
const char *crit_record_reader_read_line (CritRecordReader *self, JsonNode *node);

G_END_DECLS
