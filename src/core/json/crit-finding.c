/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-finding.h"

#include "json/crit-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (CritFinding, crit_finding, crit_finding_copy, crit_finding_free)

/**
 * crit_severity_get_code:
 * @self: how serious a finding is
 *
 * Returns: the word for it that other programs read, never translated: "error" or "warning"
 */
const char *
crit_severity_get_code (CritSeverity self)
{
  return self == CRIT_SEVERITY_ERROR ? "error" : "warning";
}

/**
 * crit_finding_new:
 * @severity: how serious it is
 * @text: (nullable) (array length=length): the bytes of the file; %NULL where the finding is about the
 *   file as a whole
 * @length: how many bytes
 * @offset: the byte in @text that the finding points at
 * @pointer: (nullable): JSON Pointer to what it is about
 * @code: a short stable word such as "duplicate-key"
 * @message: one translated sentence for the author of the file
 *
 * Makes a finding and works out its line and column.
 *
 * Returns: (transfer full): the finding
 */
CritFinding *
crit_finding_new (CritSeverity severity,
                  const char *text,
                  gsize length,
                  gsize offset,
                  const char *pointer,
                  const char *code,
                  const char *message)
{
  CritFinding *self = NULL;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (CritFinding, 1);
  self->severity = severity;
  self->pointer = g_strdup (pointer);
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  if (text != NULL)
    crit_text_locate (text, length, offset, &self->line, &self->column);
  return self;
}

/**
 * crit_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): an equal finding
 */
CritFinding *
crit_finding_copy (const CritFinding *self)
{
  CritFinding *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (CritFinding, 1);
  copy->severity = self->severity;
  copy->line = self->line;
  copy->column = self->column;
  copy->pointer = g_strdup (self->pointer);
  copy->code = g_strdup (self->code);
  copy->message = g_strdup (self->message);
  return copy;
}

/**
 * crit_finding_free:
 * @self: (nullable) (transfer full): a finding
 *
 * Frees it and all it holds.
 */
void
crit_finding_free (CritFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->pointer);
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

/**
 * crit_finding_to_line:
 * @self: a finding
 * @file_name: the file, as the user named it
 *
 * Writes the finding as `file:line:column: error: message [code]`, the form that editors and other
 * tools jump to; therefore the word for the severity is never translated. Without a position it is
 * `file: error: message [code]`. Control characters are escaped, so it is always one line.
 *
 * Returns: (transfer full): the line, without a line break
 */
char *
crit_finding_to_line (const CritFinding *self, const char *file_name)
{
  const char *severity = NULL;
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  severity = crit_severity_get_code (self->severity);
  if (self->line > 0)
    place = g_strdup_printf ("%s:%u:%u", file_name, self->line, self->column);
  else
    place = g_strdup (file_name);
  line = g_strdup_printf ("%s: %s: %s [%s]", place, severity, self->message, self->code);
  return crit_text_escape (line);
}

/**
 * crit_findings_new:
 *
 * Returns: (transfer full) (element-type CritFinding): an empty list that owns its findings
 */
GPtrArray *
crit_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) crit_finding_free);
}

/**
 * crit_findings_have_errors:
 * @findings: (element-type CritFinding): a list of findings
 *
 * Returns: %TRUE when at least one is an error and not a warning
 */
gboolean
crit_findings_have_errors (GPtrArray *findings)
{
  g_return_val_if_fail (findings != NULL, FALSE);

  for (guint i = 0; i < findings->len; i++)
    {
      const CritFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == CRIT_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CritFinding *left = *(const CritFinding *const *) a;
  const CritFinding *right = *(const CritFinding *const *) b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column == right->column ? 0 : left->column < right->column ? -1 : 1;
}

/**
 * crit_findings_sort:
 * @findings: (element-type CritFinding): a list of findings
 *
 * Puts the findings in the order of the file; those at the same place keep the order they were made in.
 */
void
crit_findings_sort (GPtrArray *findings)
{
  g_return_if_fail (findings != NULL);

  g_ptr_array_sort (findings, compare_places);
}

/**
 * crit_findings_dup_text:
 * @findings: (element-type CritFinding): findings about one file
 * @file_name: as crit_finding_to_line() takes it
 * @max: how many to tell at most
 *
 * Returns: (transfer full): a line a finding, translated, and how many more there are
 */
char *
crit_findings_dup_text (GPtrArray *findings, const char *file_name, guint max)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = 0;
  guint n_more = 0;

  g_return_val_if_fail (findings != NULL && file_name != NULL, NULL);

  n_shown = MIN (findings->len, max);
  n_more = findings->len - n_shown;
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *line = crit_finding_to_line (g_ptr_array_index (findings, i), file_name);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", line);
    }
  if (n_more > 0)
    /* Translators: %u findings about a file are not shown. */
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "\nand %u more.", "\nand %u more.", n_more), n_more);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
