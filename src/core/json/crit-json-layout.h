/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_JSON_LEFT_OPEN,    /* not closed where its lines end: before @offset */
  CRIT_JSON_CLOSED_EARLY, /* closed at @offset, where its lines go on */
  CRIT_JSON_DOUBLED,      /* two of the kind at @offset, of which only one is closed */
} CritJsonSlipKind;

/**
 * CritJsonSlip:
 * @bracket: the opening bracket that it is about
 * @line: the line of that bracket, from 1
 * @offset: the byte of the text where it shows
 *
 * A slip with brackets, as it seems from how the lines are indented.
 */
typedef struct
{
  CritJsonSlipKind kind;
  char bracket;
  guint line;
  gsize offset;
} CritJsonSlip;

gboolean crit_json_find_slip (const char *text, gsize length, CritJsonSlip *slip);
gboolean crit_json_report_slip (const char *text, gsize length, gsize refused, GPtrArray *findings);
void crit_json_report_unopened (const char *text, gsize length, gsize first, GPtrArray *findings);

G_END_DECLS
