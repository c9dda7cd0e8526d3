/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "record/crit-history.h"
#include "screening/crit-screening.h"

G_BEGIN_DECLS

/**
 * CritSession:
 *
 * One open record: the record, its history, the screening of it as it stands now, and where it is saved. The view
 * model of a window; it knows no widget.
 *
 * Properties (read only, notified): `record`, `history` (both are others once other rules are in use), `screening`
 * (boxed; new after each change of the record), `file` (nullable), `modified`, `saving`, `title` (of the rules),
 * `subtitle` ("A-17 · 20 November 2026 · edited"), `undo-label` and `redo-label` (nullable).
 * Signal `go-to (const CritPlace *)`: somebody asked that the window show and focus this place.
 */
#define CRIT_TYPE_SESSION (crit_session_get_type ())
G_DECLARE_FINAL_TYPE (CritSession, crit_session, CRIT, SESSION, GObject)

CritSession *crit_session_new (CritRecord *record);
CritSession *crit_session_new_for_file (CritRecord *record, GFile *file, const char *digest);
CritSession *crit_session_new_for_draft (CritRecord *record, GFile *file, const char *digest);

CritRules *crit_session_get_rules (CritSession *self);
CritRecord *crit_session_get_record (CritSession *self);
CritHistory *crit_session_get_history (CritSession *self);
CritScreening *crit_session_get_screening (CritSession *self);
GFile *crit_session_get_file (CritSession *self);
const char *crit_session_get_digest (CritSession *self);
gboolean crit_session_is_modified (CritSession *self);
gboolean crit_session_is_saving (CritSession *self);
gboolean crit_session_is_read_only (CritSession *self);

/* crit-session-rules.c: from one edition of the rules to another, and undo across them. */
void crit_session_use_rules (CritSession *self, CritRules *rules, GPtrArray *lost);
void crit_session_take (CritSession *self, CritRecord *record, const char *digest);
gboolean crit_session_can_go_back (CritSession *self);
const CritQuestion *crit_session_undo (CritSession *self);
const CritQuestion *crit_session_redo (CritSession *self);
char *crit_session_dup_undo_label (CritSession *self);
char *crit_session_dup_redo_label (CritSession *self);

void crit_session_go_to (CritSession *self, const CritPlace *place);

typedef enum
{
  CRIT_SAVE_IF_UNCHANGED, /* refused when another program changed the file meanwhile */
  CRIT_SAVE_REPLACE,
} CritSaveMode;

/* Sees to what has to be on the disk before @file is, which is going to have this digest, and then calls
 * crit_session_go_on_saving(), at once or later. */
typedef void (*CritSessionBefore) (CritSession *session,
                                   GFile *file,
                                   const char *digest,
                                   gpointer user_data);

void
crit_session_set_before_saving (CritSession *self, CritSessionBefore before, gpointer user_data);
void crit_session_go_on_saving (CritSession *self);

void crit_session_save_async (CritSession *self,
                              GFile *file,
                              CritSaveMode mode,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean crit_session_save_finish (CritSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
