/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/crit-tally.h"

G_BEGIN_DECLS

/**
 * CritAuditColumn:
 * @is_count: whether its cells are numbers of records
 * @status: of counts: the status that they are counts of, as which they are drawn; %CRIT_STATUS_NONE for none
 */
typedef struct
{
  char *heading;
  gboolean is_count;
  CritStatus status;
} CritAuditColumn;

/**
 * CritAuditCell:
 * @text: what is shown
 * @count: of a column of counts: how many records that are, as far as it may be known
 * @share: (nullable): of a column of counts: their share of all
 */
typedef struct
{
  char *text;
  guint64 count;
  char *share;
} CritAuditCell;

/**
 * CritAuditRow:
 * @label: (nullable): what it is called where it is drawn: a few characters
 * @cells: of #CritAuditCell: one a column
 */
typedef struct
{
  char *label;
  GArray *cells;
} CritAuditRow;

/**
 * CritAuditTable:
 * @title: its heading
 * @level: of the heading, from 2
 * @about: (nullable): sentences before the table
 * @is_drawn: whether it is drawn too
 * @columns: (element-type CritAuditColumn): the first one names the row
 * @rows: (element-type CritAuditRow): where there is none, only the heading and the sentences stand
 */
typedef struct
{
  char *title;
  guint level;
  char *about;
  gboolean is_drawn;
  GPtrArray *columns;
  GPtrArray *rows;
} CritAuditTable;

/**
 * CritAuditFact:
 *
 * One plain line about the whole.
 */
typedef struct
{
  char *label;
  char *text;
} CritAuditFact;

/**
 * CritAuditReport:
 * @title: title of the rules
 * @heading: what it is
 * @notice: the not-a-decision line, and what it means
 * @language: BCP 47 tag
 * @mirrored: whether it is read from the right
 * @n_records: how many records there are, as far as it may be known
 * @rules_lines: (element-type utf8): which rules these are, for the foot of the page
 * @facts: (element-type CritAuditFact): plain lines about the whole
 * @tables: (element-type CritAuditTable): in reading order
 *
 * A tally for people: every rendering says the same. Immutable.
 */
typedef struct
{
  char *title;
  char *heading;
  char *notice;
  char *language;
  gboolean mirrored;
  guint64 n_records;
  GPtrArray *rules_lines;
  GPtrArray *facts;
  GPtrArray *tables;
} CritAuditReport;

CritAuditReport *crit_audit_report_new (const CritTally *tally, guint least);
void crit_audit_report_free (CritAuditReport *self);

char *crit_audit_report_to_text (const CritAuditReport *self, guint width);
char *crit_audit_report_to_html (const CritAuditReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritAuditReport, crit_audit_report_free)

G_END_DECLS
