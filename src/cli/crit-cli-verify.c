/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "record/crit-record-file.h"
#include "summary/crit-summary.h"

#include <glib/gi18n-lib.h>

static char *
parse_arguments (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("RECORD"));
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (
      context, _ ("Compares the digests of what was recorded and of the rules with what the file "
                  "says they are."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    crit_cli_complain ("%s", error->message);
  else if (argc != 2)
    crit_cli_complain (_ ("Name one record: criteria-cli verify RECORD."));
  else
    return g_strdup (argv[1]);
  return NULL;
}

/* The same digits stand at the foot of each printed page. */
static void
print_digests (CritRecord *record)
{
  g_autofree char *digest = crit_record_dup_answers_digest (record);
  g_autofree char *answers = crit_summary_dup_short_digest (digest);
  g_autofree char *rules = crit_summary_dup_short_digest (crit_record_get_rules (record)->digest);

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
  g_autofree char *path = parse_arguments (argc, argv);
  g_autoptr (GBytes) text = path != NULL ? crit_cli_read (path) : NULL;
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = text != NULL ? crit_record_open (text, findings) : NULL;
  int status = CRIT_EXIT_OK;

  if (text != NULL)
    crit_cli_report (findings, path);
  if (record == NULL || crit_record_get_access (record) == CRIT_RECORD_READ_ONLY)
    return CRIT_EXIT_CANNOT_READ;
  print_digests (record);
  status = judge (record);
  if (status == CRIT_EXIT_OK)
    g_print ("%s\n", _ ("The rules and what was recorded have the digests that the file says."));
  return status;
}
