/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-audit-report.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
render (const CritTally *tally, guint least)
{
  g_autoptr (CritAuditReport) report = crit_audit_report_new (tally, least);
  g_autofree char *text = crit_audit_report_to_text (report, 100);
  g_autofree char *html = crit_audit_report_to_html (report);
  g_autofree char *csv = crit_tally_to_csv (tally, least);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_nonnull (csv);
}

/* What adds up with itself is still a tally, unless it is more than a tally can hold. */
static void
double_it (CritTally *tally, GBytes *written)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritTally) again = crit_tally_read (written, tally, findings);
  g_autoptr (CritTally) doubled = NULL;
  g_autoptr (GBytes) sum = NULL;

  g_assert_nonnull (again);
  if (!crit_tally_merge (tally, again))
    return;
  sum = crit_tally_write (tally, TRUE);
  doubled = crit_tally_read (sum, again, findings);
  g_assert_nonnull (doubled);
  g_assert_cmpuint (doubled->n_records, ==, 2 * again->n_records);
}

/* What is read can be written, and what was written is read as the same. What is refused is refused with words. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) text = g_bytes_new (data, size);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritTally) tally = crit_tally_read (text, NULL, findings);
  g_autoptr (CritTally) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) written_again = NULL;

  g_assert_true (crit_findings_have_errors (findings) == (tally == NULL));
  if (tally == NULL)
    return 0;
  written = crit_tally_write (tally, FALSE);
  again = crit_tally_read (written, NULL, findings);
  g_assert_nonnull (again);
  written_again = crit_tally_write (again, FALSE);
  g_assert_true (g_bytes_equal (written, written_again));
  render (tally, 0);
  render (tally, 7);
  double_it (tally, written);
  return 0;
}
