/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritTruth:
 *
 * What a condition can be in the completions of a record, as a set: false, true, or either. Within one completion
 * everything is two-valued, so the connectives are those of Kleene's logic.
 */
typedef enum
{
  CRIT_FALSE = 1 << 0,
  CRIT_TRUE = 1 << 1,
  CRIT_EITHER = CRIT_FALSE | CRIT_TRUE,
} CritTruth;

static inline CritTruth
crit_truth_of (gboolean value)
{
  return value ? CRIT_TRUE : CRIT_FALSE;
}

static inline CritTruth
crit_truth_not (CritTruth a)
{
  return ((a & CRIT_TRUE) ? CRIT_FALSE : 0) | ((a & CRIT_FALSE) ? CRIT_TRUE : 0);
}

static inline CritTruth
crit_truth_and (CritTruth a, CritTruth b)
{
  return (a & b & CRIT_TRUE) | ((a | b) & CRIT_FALSE);
}

static inline CritTruth
crit_truth_or (CritTruth a, CritTruth b)
{
  return ((a | b) & CRIT_TRUE) | (a & b & CRIT_FALSE);
}

/* Whether at least @least things are true, when @sure of them are in every completion and @possible in some. */
static inline CritTruth
crit_truth_at_least (guint least, guint sure, guint possible)
{
  if (sure >= least)
    return CRIT_TRUE;
  return possible < least ? CRIT_FALSE : CRIT_EITHER;
}

G_END_DECLS
