/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-document-watch.h"
#include "crit-library.h"
#include "crit-session.h"

G_BEGIN_DECLS

/**
 * CritRulesFollower:
 *
 * What becomes of an open record when its rules change on this computer. A record that is being filled in follows its
 * rules file; to one that was saved, or went back to its former rules, other ones are only offered. A file that can no
 * longer be used changes nothing but what there is to be said. It knows no widget.
 *
 * Signal `changed`: there is something else to be said or done.
 * Signal `document-changed (CritDocument *)`: no record is open yet, and the file was read again.
 */
#define CRIT_TYPE_RULES_FOLLOWER (crit_rules_follower_get_type ())
G_DECLARE_FINAL_TYPE (CritRulesFollower, crit_rules_follower, CRIT, RULES_FOLLOWER, GObject)

/* Says whether something would be lost if the record went on under other rules just now. */
typedef gboolean (*CritRulesFollowerFunc) (gpointer data);

CritRulesFollower *crit_rules_follower_new (CritLibrary *library);
void crit_rules_follower_set_document (CritRulesFollower *self, CritDocument *document);
void crit_rules_follower_set_session (CritRulesFollower *self,
                                      CritSession *session,
                                      CritRulesFollowerFunc is_busy,
                                      gpointer data);
void crit_rules_follower_look (CritRulesFollower *self);

char *crit_rules_follower_dup_text (CritRulesFollower *self);
CritDocument *crit_rules_follower_get_trouble (CritRulesFollower *self);
CritDocument *crit_rules_follower_get_offer (CritRulesFollower *self);
GPtrArray *crit_rules_follower_get_lost (CritRulesFollower *self);
gboolean crit_rules_follower_can_go_back (CritRulesFollower *self);

void crit_rules_follower_use_offer (CritRulesFollower *self);
void crit_rules_follower_go_back (CritRulesFollower *self);
void crit_rules_follower_dismiss (CritRulesFollower *self);

G_END_DECLS
