/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

#define BRUTE_MOST_ENTRIES 12
#define BRUTE_MOST_FIELDS 4
#define BRUTE_MOST_SLOTS 8
#define BRUTE_MOST_TEXTS 8

/**
 * BruteWorld:
 * @top: the value of each top-level question: false or true, a number, a day, or of a choice the option; from the number
 *   of options on, a free text
 * @entries: the values of the fields of the entries
 * @kinds: what the attribute of each free text is, by the question it answers; NULL for none
 *
 * One completion. There is one list, and options have one attribute.
 */
typedef struct
{
  CritDay today;
  double top[BRUTE_MOST_SLOTS];
  double entries[BRUTE_MOST_ENTRIES][BRUTE_MOST_FIELDS];
  guint n_entries;
  const char *top_kinds[BRUTE_MOST_TEXTS];
  const char *field_kinds[BRUTE_MOST_TEXTS];
} BruteWorld;

gboolean brute_evaluate (const BruteWorld *world, const CritCondition *condition, int entry);

G_END_DECLS
