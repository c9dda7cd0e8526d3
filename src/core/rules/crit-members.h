/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-loader-private.h"

G_BEGIN_DECLS

#define CRIT_MEMBERS_MAX 24

typedef enum
{
  CRIT_OPTIONAL,
  CRIT_REQUIRED
} CritNeed;

/* A key that was asked for, and the member that was found. */
typedef struct
{
  const char *key;
  CritNeed need;
  const CritJsonNode *member;
} CritAsked;

/**
 * CritMembers:
 *
 * The members of one JSON object, asked for one by one. What was asked for is what may be there: at the end the members that
 * nobody asked for are reported as unknown, and those that were needed and are not there as missing. So each key is
 * written in one place only.
 */
typedef struct
{
  CritLoader *loader;
  const CritJsonNode *node;
  const CritJsonNode *object; /* NULL where the node is none */
  CritAsked asked[CRIT_MEMBERS_MAX];
  guint n_asked;
  guint n_found;    /* of the members, so many at least were asked for */
  guint32 marks;    /* of the keys of those */
  gboolean missing; /* whether one is missing that is needed */
} CritMembers;

gboolean crit_members_open (CritMembers *self, CritLoader *loader, const CritJsonNode *node);
void crit_members_close (CritMembers *self);
void crit_members_report_missing (CritMembers *self);

const CritJsonNode *crit_members_get (CritMembers *self, const char *key, CritNeed need);
void crit_members_refuse (CritMembers *self, const char *key, const char *sentence);

const CritJsonNode *crit_members_get_array (CritMembers *self, const char *key, CritNeed need);
const char *crit_members_get_name (CritMembers *self, const char *key, CritNeed need);
const char *crit_members_get_line (CritMembers *self, const char *key, CritNeed need);
const char *crit_members_get_prose (CritMembers *self, const char *key, CritNeed need);
const char *crit_members_get_id (CritMembers *self, const char *key, CritNeed need);
gboolean crit_members_get_boolean (CritMembers *self, const char *key);
CritDate crit_members_get_date (CritMembers *self, const char *key);
CritDate crit_members_get_day (CritMembers *self, const char *key, CritNeed need);
gboolean crit_members_get_word (CritMembers *self,
                                const char *key,
                                CritNeed need,
                                const char *const *words,
                                guint n_words,
                                guint *index);

G_END_DECLS
