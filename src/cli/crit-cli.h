/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "json/crit-finding.h"
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
 *
 * One verb of the command line. @run parses its own options (g_option_context) from @argc and @argv, whose first
 * element is the verb, and returns an exit status.
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} CritVerb;

int crit_cli_lint (int argc, char **argv);
int crit_cli_test (int argc, char **argv);
int crit_cli_screen (int argc, char **argv);
int crit_cli_summary (int argc, char **argv);
int crit_cli_verify (int argc, char **argv);
int crit_cli_compare (int argc, char **argv);
int crit_cli_audit (int argc, char **argv);

GBytes *crit_cli_read (const char *path);
CritRules *crit_cli_load_rules (const char *path, int *status);
void crit_cli_report (GPtrArray *findings, const char *path);
void crit_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
