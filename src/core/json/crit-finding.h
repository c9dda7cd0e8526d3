/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_SEVERITY_ERROR,
  CRIT_SEVERITY_WARNING,
} CritSeverity;

/**
 * CritFinding:
 * @line: from 1; 0 where the finding is about the file as a whole
 * @column: from 1, counted in characters, not bytes
 * @pointer: (nullable): JSON Pointer to what it is about
 * @code: a short stable word such as "duplicate-key"
 * @message: one sentence for the author of the file, translated
 *
 * Something that was noticed in a file. Findings travel as a list (a #GPtrArray made with
 * crit_findings_new()), all at once and in the order of the file; they are not #GErrors.
 */
typedef struct
{
  CritSeverity severity;
  guint line;
  guint column;
  char *pointer;
  char *code;
  char *message;
} CritFinding;

#define CRIT_TYPE_FINDING (crit_finding_get_type ())
GType crit_finding_get_type (void);

const char *crit_severity_get_code (CritSeverity self);
CritFinding *crit_finding_new (CritSeverity severity,
                               const char *text,
                               gsize length,
                               gsize offset,
                               const char *pointer,
                               const char *code,
                               const char *message);
CritFinding *crit_finding_copy (const CritFinding *self);
void crit_finding_free (CritFinding *self);
char *crit_finding_to_line (const CritFinding *self, const char *file_name);

GPtrArray *crit_findings_new (void);
gboolean crit_findings_have_errors (GPtrArray *findings);
void crit_findings_sort (GPtrArray *findings);
char *crit_findings_dup_text (GPtrArray *findings, const char *file_name, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritFinding, crit_finding_free)

G_END_DECLS
