/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screening/crit-screening.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_CLI_SCREENING_TEXT,
  CRIT_CLI_SCREENING_JSON,
  CRIT_CLI_SCREENING_NDJSON,
  CRIT_CLI_SCREENING_CSV,
} CritCliScreeningFormat;

gboolean crit_cli_screening_parse_format (const char *name, CritCliScreeningFormat *format);
char *crit_cli_screening_dup_output (CritRecord *record, CritCliScreeningFormat format);

G_END_DECLS
