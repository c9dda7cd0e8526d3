/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_requirements_text (CritScreening *screening)
{
  const CritKind kind = CRIT_KIND_REQUIREMENT;
  guint met = crit_screening_count (screening, kind, CRIT_STATUS_MET);
  guint not_met = crit_screening_count (screening, kind, CRIT_STATUS_NOT_MET);
  guint unknown = crit_screening_count (screening, kind, CRIT_STATUS_UNKNOWN);
  guint other = crit_screening_count (screening, kind, CRIT_STATUS_NOT_APPLICABLE);

  if (other == 0)
    /* Translators: how many requirements have which status. */
    return g_strdup_printf (
        _ ("Requirements: %1$u recorded as met, %2$u not met, %3$u not known yet."), met, not_met,
        unknown);
  /* Translators: how many requirements have which status. */
  return g_strdup_printf (_ ("Requirements: %1$u recorded as met, %2$u not met, %3$u not known "
                             "yet, %4$u not applicable."),
                          met, not_met, unknown, other);
}

static char *
dup_cautions_text (CritScreening *screening)
{
  const CritKind kind = CRIT_KIND_CAUTION;
  guint present = crit_screening_count (screening, kind, CRIT_STATUS_PRESENT);
  guint absent = crit_screening_count (screening, kind, CRIT_STATUS_ABSENT);
  guint unknown = crit_screening_count (screening, kind, CRIT_STATUS_UNKNOWN);
  guint other = crit_screening_count (screening, kind, CRIT_STATUS_NOT_APPLICABLE);

  if (present + absent + unknown + other == 0)
    return NULL;
  if (other == 0)
    /* Translators: how many points to discuss have which status. */
    return g_strdup_printf (
        _ ("Points to discuss: %1$u recorded, %2$u recorded as absent, %3$u not known yet."),
        present, absent, unknown);
  /* Translators: how many points to discuss have which status. */
  return g_strdup_printf (_ ("Points to discuss: %1$u recorded, %2$u recorded as absent, %3$u not "
                             "known yet, %4$u not applicable."),
                          present, absent, unknown, other);
}

/**
 * crit_summary_add_counts:
 * @blocks: where they go
 * @screening: a screening
 *
 * Says how many criteria have which status. Every status is named, those that are not known among them: whoever holds only
 * the first page must not take silence for a no. It is a list of what is there: nothing is set against a total.
 */
void
crit_summary_add_counts (GPtrArray *blocks, CritScreening *screening)
{
  g_autofree char *requirements = dup_requirements_text (screening);
  g_autofree char *cautions = dup_cautions_text (screening);

  crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, requirements);
  if (cautions != NULL)
    crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL, cautions);
}
