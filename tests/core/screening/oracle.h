/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record/crit-record.h"

G_BEGIN_DECLS

/**
 * OracleTally:
 * @n_known: criteria of those compared that are not unknown
 * @n_open: places that still matter to them
 * @n_too_large: criteria with more completions than can be gone through
 *
 * What was compared, so that a test can tell whether it was enough.
 */
typedef struct
{
  guint n_compared;
  guint n_known;
  guint n_open;
  guint n_too_large;
} OracleTally;

CritRules *oracle_load_rules (const char *text);
CritRecord *oracle_read_record (CritRules *rules, const char *text);
char *oracle_dup_difference (CritRecord *record, OracleTally *tally);
char *oracle_dup_smallest (const char *rules, const char *record);
guint oracle_get_number (const char *name, guint otherwise);

G_END_DECLS
