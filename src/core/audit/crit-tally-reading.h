/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-tally-private.h"

#include "record/crit-record-reader.h"

G_BEGIN_DECLS

/**
 * CritTallyReading:
 * @fellow: (nullable): a tally that this one is to be added to
 * @left: how many records the requirements so far have left
 *
 * Private to the audit room: a tally that is being read. A part that finds something wrong reports it and reads on.
 */
typedef struct
{
  CritRecordReader reader;
  CritTally *tally;
  const CritTally *fellow;
  guint64 left;
} CritTallyReading;

void crit_tally_reading_fail (CritTallyReading *self,
                              JsonNode *node,
                              const char *code,
                              const char *message);
gboolean
crit_tally_reading_is_object (CritTallyReading *self, JsonNode *node, const char *const *keys);
JsonArray *
crit_tally_reading_need_array (CritTallyReading *self, JsonNode *object, const char *key);
guint crit_tally_count_elements (JsonArray *array);
char *crit_tally_reading_dup_text (CritTallyReading *self, JsonNode *object, const char *key);
guint64 crit_tally_reading_need_count (CritTallyReading *self, JsonNode *object, const char *key);
guint64 crit_tally_add_up (guint64 sum, guint64 more);
void crit_tally_reading_check_sum (CritTallyReading *self,
                                   JsonNode *node,
                                   guint64 sum,
                                   guint64 expected);
void crit_tally_reading_check_most (CritTallyReading *self,
                                    JsonNode *object,
                                    const char *key,
                                    guint64 count);
void crit_tally_reading_check_same (CritTallyReading *self,
                                    JsonNode *node,
                                    const char *text,
                                    const char *fellow);
void crit_tally_reading_check_length (CritTallyReading *self,
                                      JsonNode *object,
                                      const char *key,
                                      guint n,
                                      guint expected);

/* crit-tally-changes-reader.c */
void crit_tally_read_changes (CritTallyReading *self, JsonNode *root);

G_END_DECLS
