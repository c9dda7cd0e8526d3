/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record-reader.h"
#include "record/crit-revision.h"

G_BEGIN_DECLS

/**
 * CritStranger:
 * @after: (nullable): the known key that it came after in the file; NULL where it came before any
 *
 * A member of a record's file that only a newer version of the program knows.
 */
typedef struct
{
  const char *after;
  char *key;
  JsonNode *value;
} CritStranger;

/**
 * CritPast:
 * @id: (nullable): random, made with the record and kept ever after; says nothing about the person
 * @created: when the record was made, in seconds since 1970, UTC; 0 where that is not known
 * @saved: when it was saved last; 0 for never
 * @changes: what was changed between saves; it only grows
 * @strangers: of #CritStranger: what this version keeps without knowing it
 * @recorded: (nullable): the record as it was saved last; NULL for never
 * @sealed: whether the file says the digest of what was recorded
 *
 * What a record's file says about the record itself. A record that goes on under other rules goes on with its past.
 */
typedef struct
{
  gatomicrefcount refs;
  char *id;
  gint64 created;
  gint64 saved;
  JsonArray *changes;
  GPtrArray *strangers;
  CritRecorded *recorded;
  gboolean sealed;
} CritPast;

CritPast *crit_past_new (void);
CritPast *crit_past_new_extended (const CritPast *self, const CritRecorded *now, gint64 time);
CritPast *crit_past_ref (CritPast *self);
void crit_past_unref (CritPast *self);
void crit_past_adopt (CritPast *self, const CritPast *next);
void crit_past_begin (CritPast *self, gint64 time);
void crit_past_read (CritPast *self,
                     JsonNode *root,
                     const char *const *known_keys,
                     CritRecordReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritPast, crit_past_unref)

G_END_DECLS
