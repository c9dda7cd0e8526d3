/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-paint.h"

#include "screening/crit-cases.h"
#include "screening/crit-noticing.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* What is asked for, and how it went so far. */
typedef struct
{
  gboolean mutate;
  guint n_tests;
  int status;
} Run;

/* In the order in which they are printed. */
static const CritStatus statuses[] = {
  CRIT_STATUS_MET,    CRIT_STATUS_NOT_MET, CRIT_STATUS_PRESENT,
  CRIT_STATUS_ABSENT, CRIT_STATUS_UNKNOWN, CRIT_STATUS_NOT_APPLICABLE,
};

/* A `#` in the name of a test would begin a directive. */
static char *
dup_test_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "#", -1);
  g_autofree char *quoted = g_strjoinv ("\\#", parts);

  return g_strdelimit (g_steal_pointer (&quoted), "\n\r\t", ' ');
}

static void
print_result (const CritCaseResult *result, guint number)
{
  g_autofree char *name = dup_test_name (result->test_case->name);
  g_autofree char *failed = crit_paint ("not ok", CRIT_PAINT_ERROR, STDOUT_FILENO);

  g_print ("%s %u - %s\n", result->failures == NULL ? "ok" : failed, number, name);
  for (guint i = 0; result->failures != NULL && i < result->failures->len; i++)
    g_print ("# %s\n",
             ((const CritCaseFailure *) g_ptr_array_index (result->failures, i))->sentence);
}

/* Whether a criterion can have a status at all. */
static gboolean
can_have (const CritCriterion *criterion, CritStatus status)
{
  switch (status)
    {
    case CRIT_STATUS_MET:
    case CRIT_STATUS_NOT_MET:
      return criterion->kind == CRIT_KIND_REQUIREMENT;
    case CRIT_STATUS_PRESENT:
    case CRIT_STATUS_ABSENT:
      return criterion->kind == CRIT_KIND_CAUTION;
    case CRIT_STATUS_NOT_APPLICABLE:
      return criterion->applies_when != NULL;
    default:
      return TRUE;
    }
}

static guint
count_status (GPtrArray *screenings, const CritCriterion *criterion, CritStatus status)
{
  guint n = 0;

  for (guint i = 0; i < screenings->len; i++)
    n +=
        crit_screening_get_outcome (g_ptr_array_index (screenings, i), criterion)->status == status;
  return n;
}

/* How often each status is reached; of those that are not, a line of its own is kept in @unreached. */
static void
print_reached (GPtrArray *screenings, const CritCriterion *criterion, GPtrArray *unreached)
{
  const char *separator = "";

  g_print ("# %s: ", criterion->id);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      const char *code = crit_status_get_code (statuses[i]);
      guint n = count_status (screenings, criterion, statuses[i]);

      if (!can_have (criterion, statuses[i]))
        continue;
      g_print ("%s%s %u", separator, code, n);
      separator = ", ";
      if (n == 0)
        /* Translators: %1$s is a status such as "met", %2$s the id of a criterion. */
        g_ptr_array_add (unreached, g_strdup_printf (_ ("no case reaches “%1$s” of “%2$s”"), code,
                                                     criterion->id));
    }
  g_print ("\n");
}

/* Says which small defects in the rules no case would notice. */
static void
plant_defects (Run *self, CritRules *rules, const char *path)
{
  g_autoptr (GPtrArray) unnoticed = crit_findings_new ();
  CritNoticing noticing = crit_noticing_report (rules, crit_date_today (), unnoticed);
  guint n_planted = noticing.noticed + noticing.unnoticed;

  for (guint i = 0; i < unnoticed->len; i++)
    {
      g_autofree char *line =
          crit_cli_dup_finding (g_ptr_array_index (unnoticed, i), path, STDOUT_FILENO);

      g_print ("# %s\n", line);
    }
  /* Translators: %1$u and %2$u are numbers of defects, %3$u is a percentage. */
  g_print (_ ("# %1$u of %2$u planted defects noticed (%3$u %%)\n"), noticing.noticed, n_planted,
           n_planted > 0 ? 100 * noticing.noticed / n_planted : 100);
  if (noticing.harmless > 0)
    /* Translators: %u is a number of defects. */
    g_print (_ ("# not counted, since no record shows them: %u\n"), noticing.harmless);
  if (noticing.unnoticed > 0)
    self->status = MAX (self->status, CRIT_EXIT_FINDINGS);
}

static void
report_reached (GPtrArray *screenings, const CritRules *rules)
{
  g_autoptr (GPtrArray) unreached = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);

      if (criterion->kind != CRIT_KIND_NOTE)
        print_reached (screenings, criterion, unreached);
    }
  for (guint i = 0; i < unreached->len; i++)
    g_print ("# %s\n", (const char *) g_ptr_array_index (unreached, i));
}

static void
report_cases (Run *self, GPtrArray *results, GPtrArray *screenings, const CritRules *rules)
{
  g_print ("# %s %s\n", rules->id, rules->version);
  for (guint i = 0; i < results->len; i++)
    print_result (g_ptr_array_index (results, i), ++self->n_tests);
  report_reached (screenings, rules);
}

/* A file that cannot be used is a test that failed: to a harness, no tests at all would be as good as passed ones. */
static void
report_unusable (Run *self, const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *name = dup_test_name (file);
  g_autofree char *failed = crit_paint ("not ok", CRIT_PAINT_ERROR, STDOUT_FILENO);

  g_print ("%s %u - %s\n", failed, ++self->n_tests, name);
}

/* Defects show only where the cases come out as they say without them. */
static void
run_cases (Run *self, CritRules *rules, const char *path)
{
  g_autoptr (GPtrArray) screenings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) crit_screening_unref);
  g_autoptr (GPtrArray) results = crit_cases_run (rules, screenings);

  report_cases (self, results, screenings, rules);
  if (crit_cases_count_passed (results) < results->len)
    self->status = MAX (self->status, CRIT_EXIT_FINDINGS);
  else if (self->mutate)
    plant_defects (self, rules, path);
}

/**
 * crit_cli_test:
 * @argc: how many arguments
 * @argv: "test", the options and the rules files
 *
 * Runs the cases that rules files carry and prints TAP, with how often they reach each status of each criterion. With
 * `--mutate` it also says which small defects in the conditions no case would notice.
 *
 * Returns: 0 where every case came out as it says, 1 where one did not, a defect goes unnoticed or a file has errors, 2
 *   where a file cannot be read
 */
int
crit_cli_test (int argc, char **argv)
{
  Run self = { .status = CRIT_EXIT_OK };
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "mutate", 0, 0, G_OPTION_ARG_NONE, &self.mutate,
      N_ ("Plant small defects in the conditions, and say which of them no case notices"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!crit_cli_parse (entries, argc, argv, &self.status))
    return self.status;
  if (paths == NULL)
    {
      crit_cli_complain (_ ("Name the rules files: criteria-cli test RULES…"));
      return CRIT_EXIT_CANNOT_READ;
    }

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (CritRules) rules = crit_cli_load_rules (paths[i], &self.status);

      if (rules != NULL)
        run_cases (&self, rules, paths[i]);
      else
        report_unusable (&self, paths[i]);
    }
  g_print ("1..%u\n# %s\n", self.n_tests, crit_notice ());
  return self.status;
}
