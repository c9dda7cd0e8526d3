/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "json/crit-finding.h"
#include "record/crit-record.h"
#include "rules/crit-rules.h"

G_BEGIN_DECLS

/* Exit statuses of every verb. */
enum
{
  CRIT_EXIT_OK = 0,
  CRIT_EXIT_FINDINGS = 1,
  CRIT_EXIT_CANNOT_READ = 2,
};

/**
 * CritVerb:
 * @summary: what it does, to go behind its name
 * @usage: how to call it
 * @examples: lines to type, the most common ones first
 * @details: one paragraph
 * @statuses: what it means that it ends with each exit status
 *
 * One verb of the command line, and what its help says besides its options; where it is a text to translate, it is not
 * translated yet. @run parses its own options (crit_cli_parse()) from @argc and @argv, whose first element is the verb, and
 * returns an exit status.
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *usage;
  const char *examples[5];
  const char *details;
  const char *statuses[3];
  int (*run) (int argc, char **argv);
} CritVerb;

const CritVerb *crit_verbs_get (void);
const CritVerb *crit_verbs_find (const char *name);

int crit_cli_lint (int argc, char **argv);
int crit_cli_test (int argc, char **argv);
int crit_cli_screen (int argc, char **argv);
int crit_cli_summary (int argc, char **argv);
int crit_cli_verify (int argc, char **argv);
int crit_cli_compare (int argc, char **argv);
int crit_cli_audit (int argc, char **argv);

void crit_cli_set_up_output (void);
void crit_cli_print_help (void);
gboolean crit_cli_parse (const GOptionEntry *entries, int argc, char **argv, int *status);

GBytes *crit_cli_read (const char *path);
CritRules *crit_cli_load_rules (const char *path, int *status);
void crit_cli_warn_of_other_rules (const CritRules *former, const CritRules *newer);
CritRecord *
crit_cli_load_record (const char *path, CritRules *rules, const char *hint, int *status);
gboolean crit_cli_write_out (const char *text, gsize length);
gboolean crit_cli_write (const char *path, GBytes *bytes);
gboolean crit_cli_is_output (const char *path);
guint crit_cli_get_width (const char *path, guint widest);
gboolean crit_cli_is_input (const char *path);
const char *crit_cli_name_file (const char *path);
gboolean crit_cli_take_input (void);
char *crit_cli_dup_finding (const CritFinding *finding, const char *path, int fd);
void crit_cli_report (GPtrArray *findings, const char *path);
void crit_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
