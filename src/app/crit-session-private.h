/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-session.h"

G_BEGIN_DECLS

struct _CritSession
{
  GObject parent_instance;

  CritRecord *record;
  CritHistory *history;
  CritScreening *screening;

  /* The record under one edition of the rules after the other, each with the changes that were made to it. */
  GPtrArray *histories;       /* of CritHistory, in the order in which they came into use */
  guint edition;              /* which of them is in use: `history` */
  CritHistory *saved_history; /* the one that was saved last */
  gboolean stepping;          /* undoing or redoing: what changes is no new change */

  GFile *file;
  char *digest;    /* of the file as it was last read or written */
  guint n_changes; /* of the record; tells whether it changed while it was being saved */
  gboolean saving;

  CritSessionBefore before_saving; /* (nullable) */
  gpointer before_saving_data;
  GTask *waiting; /* (nullable): the save that waits for it */
};

/* crit-session.c: what the other parts of the session change, and tell of. */
void crit_session_set_history (CritSession *self, CritHistory *history);
void crit_session_set_file (CritSession *self, GFile *file, const char *digest);
void crit_session_set_saving (CritSession *self, gboolean saving);
void crit_session_tell_modified (CritSession *self);

/* crit-session-rules.c */
void crit_session_forget_later (CritSession *self);

G_END_DECLS
