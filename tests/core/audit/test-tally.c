/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-auditor.h"

#include "fixture.h"

#include <string.h>

#define CRITERIA                                                                                   \
  "{'id':'adult','kind':'requirement','text':'18 or over','sources':[],"                           \
  "'when':{'answer':'age','at-least':18}},"                                                        \
  "{'id':'asked','kind':'requirement','text':'Asked','sources':[],"                                \
  "'applies-when':{'answer':'z','is':true},'when':{'answer':'x','is':true}},"                      \
  "{'id':'heavy','kind':'caution','text':'Heavy','sources':[],"                                    \
  "'when':{'answer':'weight','more-than':100}},"                                                   \
  "{'id':'remark','kind':'note','text':'Remark','sources':[]}"
#define OTHER                                                                                      \
  "{'id':'adult','kind':'requirement','text':'21 or over','sources':[],"                           \
  "'when':{'answer':'age','at-least':21}},"                                                        \
  "{'id':'new','kind':'caution','text':'New','sources':[],'when':{'answer':'x','is':false}}"

static const char *const answers[] = {
  "'age':30,'z':false,'weight':120", "'age':19,'z':true,'x':true,'weight':60",
  "'age':20,'z':true,'weight':60",   "'age':10,'z':true,'x':false",
  "'z':true,'x':true,'weight':60",   "'age':40,'x':true",
};

static CritTally *
count (guint first, guint n, gboolean with_other)
{
  g_autoptr (CritRules) rules = fixture_load_rules (CRITERIA);
  g_autoptr (CritRules) other = fixture_load_rules (OTHER);
  g_autoptr (CritProgram) program = crit_program_new (rules);
  g_autoptr (CritProgram) other_program = crit_program_new (other);
  g_autoptr (CritAuditor) auditor = crit_auditor_new (program, with_other ? other_program : NULL);
  CritTally *tally = crit_tally_new (rules, with_other ? other : NULL);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{'reference':'SECRET','date':'2026-11-20','answers':{%s}}", answers[i]);
      g_autoptr (GPtrArray) findings = crit_findings_new ();

      g_strdelimit (text, "'", '"');
      g_assert_true (crit_auditor_add (auditor, text, strlen (text), findings));
    }
  g_assert_true (crit_tally_merge (tally, crit_auditor_get_tally (auditor)));
  return tally;
}

static char *
dup_text (const CritTally *tally)
{
  g_autoptr (GBytes) bytes = crit_tally_write (tally, FALSE);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static CritTally *
read_text (const char *text, const CritTally *fellow, char **said)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritTally *tally = crit_tally_read (bytes, fellow, findings);

  g_assert_true (crit_findings_have_errors (findings) == (tally == NULL));
  g_free (*said);
  *said = crit_findings_dup_text (findings, "t", 3);
  return tally;
}

static const CritTalliedCriterion *
get_criterion (const CritTally *tally, guint index)
{
  return g_ptr_array_index (tally->criteria, index);
}

static guint64
count_open (const CritTally *tally, const char *place)
{
  for (guint i = 0; i < tally->questions->len; i++)
    if (g_str_equal (((const CritTalliedQuestion *) tally->questions->pdata[i])->place, place))
      return ((const CritTalliedQuestion *) tally->questions->pdata[i])->n_records;
  g_assert_not_reached ();
}

static void
test_counts (void)
{
  g_autoptr (CritTally) tally = count (0, G_N_ELEMENTS (answers), FALSE);
  const CritTalliedCriterion *adult = get_criterion (tally, 0);
  const CritTalliedCriterion *asked = get_criterion (tally, 1);
  const CritTalliedCriterion *heavy = get_criterion (tally, 2);

  g_assert_cmpuint (tally->criteria->len, ==, 3);
  g_assert_cmpuint (tally->n_records, ==, 6);
  g_assert_cmpuint (adult->statuses[CRIT_STATUS_MET], ==, 4);
  g_assert_cmpuint (adult->statuses[CRIT_STATUS_NOT_MET], ==, 1);
  g_assert_cmpuint (adult->statuses[CRIT_STATUS_UNKNOWN], ==, 1);
  g_assert_cmpuint (crit_tallied_criterion_count_left (adult), ==, 4);
  g_assert_cmpuint (asked->statuses[CRIT_STATUS_NOT_APPLICABLE], ==, 1);
  g_assert_cmpuint (asked->statuses[CRIT_STATUS_NOT_MET], ==, 1);
  g_assert_cmpuint (asked->steps[CRIT_STATUS_NOT_MET], ==, 0);
  g_assert_cmpuint (asked->steps[CRIT_STATUS_UNKNOWN], ==, 2);
  g_assert_cmpuint (crit_tallied_criterion_count_left (asked), ==, 2);
  g_assert_cmpuint (heavy->statuses[CRIT_STATUS_PRESENT], ==, 1);
  g_assert_cmpuint (heavy->steps[CRIT_STATUS_PRESENT], ==, 0);
  g_assert_cmpuint (count_open (tally, "/x"), ==, 1);
  g_assert_cmpuint (count_open (tally, "/z"), ==, 1);
  g_assert_cmpuint (count_open (tally, "/weight"), ==, 2);
  g_assert_cmpuint (count_open (tally, "/trials/entries/*/worked"), ==, 0);
}

static void
test_changes (void)
{
  g_autoptr (CritTally) tally = count (0, G_N_ELEMENTS (answers), TRUE);
  const CritTalliedChange *adult = tally->changes->pdata[0];
  const CritTalliedChange *new = tally->changes->pdata[1];
  const CritTalliedChange *gone = tally->changes->pdata[2];
  g_autoptr (GPtrArray) reasons = crit_tally_dup_reasons (tally);
  const CritTalliedReason *reason = reasons->pdata[0];

  g_assert_cmpuint (tally->n_changed, ==, 2);
  g_assert_cmpuint (tally->changes->len, ==, 4);
  g_assert_cmpuint (adult->moves[CRIT_STATUS_MET][CRIT_STATUS_NOT_MET], ==, 2);
  g_assert_cmpuint (adult->moves[CRIT_STATUS_MET][CRIT_STATUS_MET], ==, 2);
  g_assert_cmpstr (new->id, ==, "new");
  g_assert_cmpuint (new->moves[CRIT_STATUS_NONE][CRIT_STATUS_PRESENT], ==, 1);
  g_assert_cmpstr (gone->id, ==, "asked");
  g_assert_cmpuint (gone->moves[CRIT_STATUS_NOT_APPLICABLE][CRIT_STATUS_NONE], ==, 1);
  g_assert_cmpuint (reasons->len, ==, 1);
  g_assert_cmpuint (reason->n_records, ==, 2);
  g_assert_cmpint (((const CritCause *) reason->causes->pdata[0])->kind, ==,
                   CRIT_CAUSE_BOUND_CHANGED);
}

/* However records are shared out, the parts come to the whole, and nothing of a record is in them. */
static void
test_adds_up (gconstpointer data)
{
  const gboolean with_other = GPOINTER_TO_INT (data);
  g_autoptr (CritTally) whole = count (0, G_N_ELEMENTS (answers), with_other);
  g_autofree char *expected = dup_text (whole);

  g_assert_null (strstr (expected, "SECRET"));
  for (guint cut = 0; cut <= G_N_ELEMENTS (answers); cut++)
    {
      g_autoptr (CritTally) first = count (0, cut, with_other);
      g_autoptr (CritTally) second = count (cut, G_N_ELEMENTS (answers) - cut, with_other);
      g_autofree char *first_text = dup_text (first);
      g_autofree char *second_text = dup_text (second);
      g_autofree char *said = NULL;
      g_autofree char *sum = NULL;
      g_autoptr (CritTally) read_first = read_text (first_text, NULL, &said);
      g_autoptr (CritTally) read_second = read_text (second_text, read_first, &said);

      g_assert_nonnull (read_second);
      g_assert_true (crit_tally_merge (read_second, read_first));
      sum = dup_text (read_second);
      g_assert_cmpstr (sum, ==, expected);
    }
}

static void
test_overflow (void)
{
  g_autoptr (CritTally) whole = count (0, G_N_ELEMENTS (answers), FALSE);
  g_autoptr (CritTally) large = count (0, 0, FALSE);
  g_autofree char *before = dup_text (whole);
  g_autofree char *after = NULL;

  large->n_refused = G_GUINT64_CONSTANT (9007199254740991) - 5;
  g_assert_false (crit_tally_merge (whole, large));
  after = dup_text (whole);
  g_assert_cmpstr (after, ==, before);
  large->n_refused--;
  g_assert_true (crit_tally_merge (whole, large));
}

/* A tally in which @from, which is there once, is @to. @expected is what is said of it; with @fellow, of it beside the
   tally as it was. */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  gboolean fellow;
  const char *expected;
} faults[] = {
  { "no-object", NULL, "[]", FALSE, "t:1:1: error: A tally must be an object. [not-a-tally]" },
  { "cut", NULL, "{\"format\":\"criteria-tally/1\"", FALSE, "[truncated]" },
  { "no-format", "\"format\":\"criteria-tally/1\",", "", FALSE,
    "t:1:1: error: The key “format” is missing here. [missing-key]" },
  { "another-format", "criteria-tally/1", "criteria-tally/2", FALSE,
    "t:1:11: error: This is not a tally: its format is not “criteria-tally/1”. [not-a-tally]" },
  { "unknown-key", "\"refused\":0", "\"refused\":0,\"more\":1", FALSE, "[unknown-key]" },
  { "negative", "\"refused\":0", "\"refused\":-1", FALSE,
    "error: This must be a whole number, 0 or more. [bad-count]" },
  { "fraction", "\"refused\":0", "\"refused\":0.5", FALSE, "[bad-count]" },
  { "text", "\"refused\":0", "\"refused\":\"0\"", FALSE, "[bad-count]" },
  { "too-many", "\"refused\":0", "\"refused\":9007199254740991", FALSE,
    "error: There are more records than a tally can hold. [bad-count]" },
  { "sum", "\"met\":4,\"not-met\":1,\"unknown\":1,\"not-applicable\":0},\"step\"",
    "\"met\":5,\"not-met\":1,\"unknown\":1,\"not-applicable\":0},\"step\"", FALSE,
    "error: These numbers come to 7, and must come to 6. [bad-sum]" },
  { "step", "\"step\":{\"met\":1,\"not-met\":0,\"unknown\":2",
    "\"step\":{\"met\":1,\"not-met\":0,\"unknown\":3", FALSE,
    "error: These numbers come to 5, and must come to 4. [bad-sum]" },
  { "wrong-status", "\"present\":1", "\"met\":1", FALSE, "[unknown-key]" },
  { "kind", "\"kind\":\"caution\"", "\"kind\":\"note\"", FALSE, "[unknown-kind]" },
  { "question", "\"text\":\"Age\",\"records\":1", "\"text\":\"Age\",\"records\":7", FALSE,
    "error: This is more than there are records in this tally. [bad-count]" },
  { "digest", "\"digest\":\"", "\"digest\":\"x", FALSE, "[bad-digest]" },
  { "changed", "\"changed\":2", "\"changed\":7", FALSE, "[bad-count]" },
  { "moves", "\"to\":\"not-met\",\"records\":2},{", "\"to\":\"not-met\",\"records\":3},{", FALSE,
    "[bad-sum]" },
  { "repeated", "\"moves\":[{\"from\":\"unknown\",\"to\":\"unknown\",\"records\":1},",
    "\"moves\":[{\"from\":\"unknown\",\"to\":\"unknown\",\"records\":1},"
    "{\"from\":\"unknown\",\"to\":\"unknown\",\"records\":0},",
    FALSE, "error: The same two statuses stand here twice. [repeated]" },
  { "status", "\"to\":\"unknown\",\"records\":1},{\"from\":\"met\",\"to\":\"met\"",
    "\"to\":\"maybe\",\"records\":1},{\"from\":\"met\",\"to\":\"met\"", FALSE,
    "error: There is no such status. [unknown-status]" },
  { "cause", "bound-changed", "boundless", FALSE, "[unknown-cause]" },
  { "reason", "\"records\":2,\"causes\"", "\"records\":1,\"causes\"", FALSE, "[bad-sum]" },
  { "out-of-place", "\"compared-with\":{", "\"rulez\":{", FALSE, "[unknown-key]" },
  { "other-digest", "\"digest\":\"DIGEST", "\"digest\":\"0123456789abcdef", TRUE,
    "error: This was counted under other rules than the tally before it, which is of r 1. Only "
    "tallies under the same rules add up. [other-rules]" },
  { "other-text", "18 or over", "19 or over", TRUE,
    "error: This is not the same as in the tally before it, although both name the same rules. "
    "[not-the-same]" },
  { "other-question", "\"text\":\"Age\"", "\"text\":\"Years\"", TRUE, "[not-the-same]" },
  { "fewer-questions", "{\"question\":\"/x\",\"text\":\"Is it so?\",\"records\":1},", "", TRUE,
    "[not-the-same]" },
};

static char *
dup_faulty (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) faulty = g_string_new (text);
  const char *digest = strstr (text, "\"digest\":\"") + strlen ("\"digest\":\"");
  g_autofree char *start = g_strndup (digest, 16);
  g_autoptr (GString) filled = g_string_new (from);

  if (from == NULL)
    return g_strdup (to);
  g_string_replace (filled, "DIGEST", start, 0);
  if (strstr (text, filled->str) == NULL)
    g_error ("“%s” is not in %s", filled->str, text);
  g_string_replace (faulty, filled->str, to, 1);
  return g_string_free (g_steal_pointer (&faulty), FALSE);
}

static void
test_faults (void)
{
  g_autoptr (CritTally) tally = count (0, G_N_ELEMENTS (answers), TRUE);
  g_autofree char *text = dup_text (tally);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *faulty = dup_faulty (text, faults[i].from, faults[i].to);
      g_autofree char *said = NULL;
      g_autoptr (CritTally) read = NULL;

      read = read_text (faulty, faults[i].fellow ? tally : NULL, &said);
      if (read != NULL || strstr (said, faults[i].expected) == NULL)
        g_error ("%s: %s", faults[i].name, said);
    }
}

static void
test_fellows (void)
{
  g_autoptr (CritTally) with = count (0, 1, TRUE);
  g_autoptr (CritTally) without = count (0, 1, FALSE);
  g_autofree char *with_text = dup_text (with);
  g_autofree char *without_text = dup_text (without);
  g_autofree char *said = NULL;

  g_assert_null (read_text (with_text, without, &said));
  g_assert_nonnull (strstr (said, "only one was compared with other rules. [other-rules]"));
  g_assert_null (read_text (without_text, with, &said));
  g_assert_nonnull (strstr (said, "t:1:1: error: Of this tally and the one before it"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/counts", test_counts);
  g_test_add_func ("/tally/changes", test_changes);
  g_test_add_data_func ("/tally/adds-up", GINT_TO_POINTER (FALSE), test_adds_up);
  g_test_add_data_func ("/tally/adds-up-with-changes", GINT_TO_POINTER (TRUE), test_adds_up);
  g_test_add_func ("/tally/overflow", test_overflow);
  g_test_add_func ("/tally/faults", test_faults);
  g_test_add_func ("/tally/fellows", test_fellows);
  return g_test_run ();
}
