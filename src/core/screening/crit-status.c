/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-status.h"

#include <glib/gi18n-lib.h>

/* The word in files, and the words for people. */
static const struct
{
  const char *code;
  const char *label;
} statuses[] = {
  [CRIT_STATUS_NONE] = { "none", N_ ("Note") },
  [CRIT_STATUS_UNKNOWN] = { "unknown", N_ ("Not known yet") },
  [CRIT_STATUS_MET] = { "met", N_ ("Recorded as met") },
  [CRIT_STATUS_NOT_MET] = { "not-met", N_ ("Recorded as not met") },
  [CRIT_STATUS_PRESENT] = { "present", N_ ("Point to discuss") },
  [CRIT_STATUS_ABSENT] = { "absent", N_ ("Recorded as absent") },
  [CRIT_STATUS_NOT_APPLICABLE] = { "not-applicable", N_ ("Does not apply") },
};

/**
 * crit_status_get_code:
 * @self: a status
 *
 * Returns: the word that stands for the status in files and on the command line, never translated; "none" for a note
 */
const char *
crit_status_get_code (CritStatus self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (statuses), NULL);

  return statuses[self].code;
}

/**
 * crit_status_get_label:
 * @self: a status
 *
 * Returns: the status in words for people, translated
 */
const char *
crit_status_get_label (CritStatus self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (statuses), NULL);

  return _ (statuses[self].label);
}

/**
 * crit_certainty_get_label:
 * @certainty: how sure the author of the rules is
 *
 * Returns: how sure we are that a source says what a criterion says, in words, translated
 */
const char *
crit_certainty_get_label (CritCertainty certainty)
{
  switch (certainty)
    {
    case CRIT_CERTAINTY_VERIFIED:
      return _ ("Checked against the source");
    case CRIT_CERTAINTY_SECONDARY:
      return _ ("From a second-hand account");
    case CRIT_CERTAINTY_UNVERIFIED:
    default:
      return _ ("Not checked");
    }
}

/**
 * crit_notice:
 *
 * The line that stands wherever a status does.
 *
 * Returns: the not-a-decision line, translated
 */
const char *
crit_notice (void)
{
  return _ ("For information only. This is not a clinical decision.");
}
