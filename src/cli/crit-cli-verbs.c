/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include <glib/gi18n-lib.h>

#define INPUT_IS_NDJSON                                                                                   \
  N_ ("A file “.ndjson” or “.jsonl” and a pipe hold a record a line, any other file one record. " \
      "“-”, or no file, is standard input, with a record a line. A line that cannot be read is "      \
      "reported with its number on standard error, and passed over.")

#define ONE_FILE_MAY_BE_INPUT N_ ("A file “-” is standard input; only one can be.")

#define CANNOT_READ N_ ("a file cannot be read or written, or the call is wrong")

/* Every verb, with the words that its help and the manual page say of it; each is a file of its own. */
static const CritVerb verbs[] = {
  { .name = "lint",
    .summary = N_ ("checks rules files and prints every finding"),
    .usage = "criteria-cli lint [OPTION…] RULES…",
    .examples = { "criteria-cli lint rules.json",
                  "criteria-cli lint --date 2027-01-01 rules/*.json",
                  "criteria-cli lint --format json - < rules.json > findings.json" },
    .details = N_ ("A finding is one line, “file:line:column: error: message [code]”, as editors "
                   "take it. A file “-” is standard input."),
    .statuses = { N_ ("there are no findings"), N_ ("there are errors or warnings"), CANNOT_READ },
    .run = crit_cli_lint },
  { .name = "test",
    .summary = N_ ("runs the cases that rules files carry"),
    .usage = "criteria-cli test [OPTION…] RULES…",
    .examples = { "criteria-cli test rules.json", "criteria-cli test --mutate rules.json" },
    .details = N_ ("Prints the Test Anything Protocol, and how often the cases reach each status "
                   "of each criterion. A file “-” is standard input."),
    .statuses = { N_ ("every case came out as it says"),
                  N_ ("a case did not, a defect goes unnoticed, or a file has errors"),
                  CANNOT_READ },
    .run = crit_cli_test },
  { .name = "screen",
    .summary = N_ ("shows what records say about each criterion"),
    .usage = "criteria-cli screen --rules RULES [OPTION…] [FILE…]",
    .examples = { "criteria-cli screen --rules rules.json A-17.json",
                  "criteria-cli screen --rules rules.json --format ndjson < records.ndjson",
                  "criteria-cli screen --rules rules.json --format csv --jobs 4 records.ndjson",
                  "zcat records.gz | criteria-cli screen --rules rules.json --format ndjson -" },
    .details = INPUT_IS_NDJSON,
    .statuses = { N_ ("every record was read"), N_ ("a record or the rules have errors"),
                  CANNOT_READ },
    .run = crit_cli_screen },
  { .name = "summary",
    .summary = N_ ("writes the summary of a record as text, HTML or PDF"),
    .usage = "criteria-cli summary [OPTION…] RECORD",
    .examples = { "criteria-cli summary A-17.checklist",
                  "criteria-cli summary --format pdf --output A-17.pdf A-17.checklist",
                  "criteria-cli summary --rules rules.json --format html - < A-17.json" },
    .details = ONE_FILE_MAY_BE_INPUT,
    .statuses = { N_ ("the summary is written"), N_ ("the record or the rules have errors"),
                  CANNOT_READ },
    .run = crit_cli_summary },
  { .name = "compare",
    .summary = N_ ("says what is different for a record under newer rules, and why"),
    .usage = "criteria-cli compare --rules NEWER [OPTION…] RECORD",
    .examples = { "criteria-cli compare --rules newer.json A-17.checklist",
                  "criteria-cli compare --rules newer.json --former rules.json A-17.json",
                  "criteria-cli compare --rules newer.json --format json A-17.checklist" },
    .details = ONE_FILE_MAY_BE_INPUT,
    .statuses = { N_ ("the comparison is written"), N_ ("the record or the rules have errors"),
                  CANNOT_READ },
    .run = crit_cli_compare },
  { .name = "audit",
    .summary = N_ ("counts what many records say about each criterion"),
    .usage = "criteria-cli audit --rules RULES [OPTION…] [FILE…]",
    .examples = { "criteria-cli audit --rules rules.json records.ndjson",
                  "criteria-cli audit --rules rules.json --format html -o audit.html "
                  "records.ndjson",
                  "criteria-cli audit --rules rules.json --compare newer.json records.ndjson",
                  "criteria-cli audit --rules rules.json --tally < part-1.ndjson > part-1.tally",
                  "criteria-cli audit --merge part-1.tally part-2.tally" },
    .details = N_ ("Files are as for “screen”. Lines that cannot be read are reported, counted and "
                   "passed over. The output holds numbers alone, and nothing of any record."),
    .statuses = { N_ ("every record was counted"),
                  N_ ("a record, a tally or the rules have errors"), CANNOT_READ },
    .run = crit_cli_audit },
  { .name = "verify",
    .summary = N_ ("says whether a record is as it was saved"),
    .usage = "criteria-cli verify RECORD",
    .examples = { "criteria-cli verify A-17.checklist" },
    .details = N_ ("Prints the beginnings of two digests, as they stand at the foot of each "
                   "printed page. A file “-” is standard input."),
    .statuses = { N_ ("everything fits"), N_ ("something does not fit"), CANNOT_READ },
    .run = crit_cli_verify },
  { NULL },
};

/**
 * crit_verbs_get:
 *
 * Returns: (transfer none): every verb; one without a name ends them
 */
const CritVerb *
crit_verbs_get (void)
{
  return verbs;
}

/**
 * crit_verbs_find:
 * @name: what was typed
 *
 * Returns: (transfer none) (nullable): the verb of that name
 */
const CritVerb *
crit_verbs_find (const char *name)
{
  for (const CritVerb *verb = verbs; verb->name != NULL; verb++)
    if (g_str_equal (verb->name, name))
      return verb;
  return NULL;
}
