/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../core/record/record-fixture.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What is read can be written, and what was written is read as the same. What is refused is refused with words. */
static void
read_and_return (GBytes *text, CritRules *rules)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (text, rules, findings);
  g_autoptr (CritRecord) again = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) saved_again = NULL;

  g_assert_true (crit_findings_have_errors (findings) == (record == NULL));
  if (record == NULL)
    return;
  saved = crit_record_write (record);
  again = crit_record_read (saved, NULL, findings);
  g_assert_nonnull (again);
  saved_again = crit_record_write (again);
  g_assert_true (g_bytes_equal (saved, saved_again));
}

/* A saved record is opened as far as it can be. What can be written is whole, and can be read strictly; a record that is
 * only shown is not written. */
static void
open_and_write (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GPtrArray) none = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_open (text, findings);
  g_autoptr (CritRecord) again = NULL;
  g_autoptr (GBytes) saved = NULL;

  if (record == NULL)
    {
      g_assert_cmpuint (findings->len, >, 0);
      return;
    }
  if (crit_record_get_access (record) == CRIT_RECORD_READ_ONLY)
    return;
  saved = crit_record_write (record);
  again = crit_record_open (saved, none);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static CritRules *rules = NULL;
  g_autoptr (GBytes) text = g_bytes_new (data, size);

  if (rules == NULL)
    rules = fixture_rules ();
  read_and_return (text, rules);
  read_and_return (text, NULL);
  open_and_write (text);
  return 0;
}
