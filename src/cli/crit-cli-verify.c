/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "record/crit-record-file.h"
#include "summary/crit-summary.h"

#include <glib/gi18n-lib.h>

/* Returns the one record; where there is nothing more to do, an exit status is put in @status. */
static char *
parse_arguments (int argc, char **argv, int *status)
{
  g_auto (GStrv) records = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &records, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!crit_cli_parse (entries, argc, argv, status))
    return NULL;
  if (records != NULL && g_strv_length (records) == 1)
    return g_strdup (records[0]);
  crit_cli_complain (_ ("Name one record: criteria-cli verify RECORD."));
  *status = CRIT_EXIT_CANNOT_READ;
  return NULL;
}

/* The same digits stand at the foot of each printed page. */
static void
print_digests (CritRecord *record)
{
  g_autofree char *digest = crit_record_dup_answers_digest (record);
  g_autofree char *answers = crit_summary_dup_short_digest (digest);
  g_autofree char *rules =
      crit_summary_dup_short_digest (crit_rules_get_digest (crit_record_get_rules (record)));

  /* Translators: digits to compare with the foot of a printed page. */
  g_print (_ ("record %1$s · rules %2$s\n"), answers, rules);
}

/* A file says no digest of its answers if an early version saved it, or nobody did. */
static int
judge (CritRecord *record)
{
  if (crit_record_get_access (record) != CRIT_RECORD_WHOLE)
    return CRIT_EXIT_FINDINGS;
  if (crit_record_is_sealed (record))
    return CRIT_EXIT_OK;
  crit_cli_complain (_ ("The file does not say what the digest of its answers is. It will once it "
                        "is saved again."));
  return CRIT_EXIT_FINDINGS;
}

static int
refuse (GBytes *text)
{
  if (text != NULL)
    crit_cli_complain (_ ("The record cannot be verified: only one that was saved, and can be "
                          "read whole, has digests to compare."));
  return CRIT_EXIT_CANNOT_READ;
}

/**
 * crit_cli_verify:
 * @argc: how many arguments there are
 * @argv: the arguments, the verb first
 *
 * Says whether a saved record is as it was saved: whether the rules in it, and what was recorded, have the digests that the
 * file says. Prints the beginning of both, as it stands at the foot of each printed page, so that a page can be matched to
 * its record. What the digest of a record covers crit_record_dup_answers_digest() says.
 *
 * Returns: an exit status: 0 where everything fits, 1 where something does not, 2 where the file cannot be read
 */
int
crit_cli_verify (int argc, char **argv)
{
  int status = CRIT_EXIT_OK;
  g_autofree char *path = parse_arguments (argc, argv, &status);
  g_autoptr (GBytes) text = path != NULL ? crit_cli_read (path) : NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = text != NULL ? crit_record_open (text, findings) : NULL;

  if (path == NULL)
    return status;
  if (text != NULL)
    crit_cli_report (findings, path);
  if (record == NULL || crit_record_get_access (record) == CRIT_RECORD_READ_ONLY)
    return refuse (text);
  print_digests (record);
  status = judge (record);
  if (status == CRIT_EXIT_OK)
    g_print ("%s\n", _ ("The rules and what was recorded have the digests that the file says."));
  return status;
}
