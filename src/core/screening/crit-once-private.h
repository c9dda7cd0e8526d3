/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-world.h"

G_BEGIN_DECLS

/**
 * CritOnce:
 * @read: of #CritInput: the open inputs that were read so far
 * @mattering: (nullable): of #CritInput: those of them that matter
 * @in_where: whether the conditions of an entry are walked through
 * @once: whether nothing was read twice
 *
 * A walk through what is not decided of a criterion.
 */
typedef struct
{
  CritWorld *world;
  GHashTable *read;
  GHashTable *mattering;
  gboolean in_where;
  gboolean once;
} CritOnce;

void crit_once_walk (CritOnce *self, const CritCondition *condition, int entry, gboolean matters);
void
crit_once_walk_shown (CritOnce *self, const CritQuestion *question, int entry, gboolean matters);
void
crit_once_read_answer (CritOnce *self, const CritQuestion *question, int entry, gboolean matters);
void
crit_once_check_attribute (CritOnce *self, const CritQuestion *question, int attribute, int entry);
void crit_once_walk_count (CritOnce *self, const CritCondition *count, gboolean matters);

G_END_DECLS
