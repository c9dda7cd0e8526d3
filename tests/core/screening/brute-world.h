/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

#define BRUTE_MOST_ENTRIES 12
#define BRUTE_MOST_FIELDS 4
#define BRUTE_MOST_SLOTS 12
#define BRUTE_MOST_LISTS 2
#define BRUTE_MOST_CHOICES 4
#define BRUTE_MOST_TEXTS 8
#define BRUTE_MOST_ATTRIBUTES 2

/* The entries of one list, and the values of their fields. */
typedef struct
{
  double fields[BRUTE_MOST_ENTRIES][BRUTE_MOST_FIELDS];
  guint n;
} BruteEntries;

/**
 * BruteWorld:
 * @top: the value of each top-level question: false or true, a number, a day, or of a choice the option; from the number
 *   of options on, a free text
 * @lists: (nullable): the lists, each at the index of its @entries
 * @choices: (nullable): the choices that free texts can answer, each at the index of its @attributes
 * @attributes: the attributes of each free text; NULL for one that it lacks
 *
 * One completion.
 */
typedef struct
{
  CritDay today;
  double top[BRUTE_MOST_SLOTS];
  const CritQuestion *const *lists;
  BruteEntries entries[BRUTE_MOST_LISTS];
  const CritQuestion *const *choices;
  const char *attributes[BRUTE_MOST_CHOICES][BRUTE_MOST_TEXTS][BRUTE_MOST_ATTRIBUTES];
} BruteWorld;

guint brute_find (const CritQuestion *const *questions, const CritQuestion *question);
gboolean brute_evaluate (const BruteWorld *world, const CritCondition *condition, int entry);

G_END_DECLS
