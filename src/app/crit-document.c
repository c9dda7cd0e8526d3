/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-document.h"

#include "crit-standing.h"
#include "record/crit-record-file.h"
#include "store/crit-file.h"

struct _CritDocument
{
  GObject parent_instance;

  GFile *file;
  GBytes *contents;
  char *digest;
  CritRules *rules;
  CritRecord *record;
  GPtrArray *findings;
  char *warning;
};

G_DEFINE_FINAL_TYPE (CritDocument, crit_document, G_TYPE_OBJECT)

/* A record says in its first line what it is; its name usually says it too. */
static gboolean
is_record (GFile *file, GBytes *contents)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize length = 0;
  const char *text = g_bytes_get_data (contents, &length);

  return g_str_has_suffix (name, ".checklist")
         || (text != NULL && g_strstr_len (text, MIN (length, 256), "\"criteria-record/") != NULL);
}

static void
read_contents (CritDocument *self)
{
  if (is_record (self->file, self->contents))
    {
      self->record = crit_record_open (self->contents, self->findings);
      if (self->record != NULL)
        self->rules = crit_rules_ref (crit_record_get_rules (self->record));
    }
  else
    self->rules = crit_rules_load (self->contents, self->findings);

  if (self->rules != NULL)
    self->warning = crit_standing_dup_text (self->rules);
  crit_findings_sort (self->findings);
}

/* A file that cannot be read is shown as one with errors is: with a sentence that says why. */
static void
report_unreadable (CritDocument *self, const GError *error)
{
  const CritFinding finding = {
    .severity = CRIT_SEVERITY_ERROR,
    .code = (char *) "cannot-read",
    .message = error->message,
  };

  g_ptr_array_add (self->findings, crit_finding_copy (&finding));
}

static void
load_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_task_return_pointer (task, crit_document_load (file), g_object_unref);
}

static void
crit_document_finalize (GObject *object)
{
  CritDocument *self = CRIT_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->record);
  g_clear_pointer (&self->contents, g_bytes_unref);
  g_clear_pointer (&self->rules, crit_rules_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self->warning);
  G_OBJECT_CLASS (crit_document_parent_class)->finalize (object);
}

static void
crit_document_class_init (CritDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = crit_document_finalize;
}

static void
crit_document_init (CritDocument *self)
{
  self->findings = crit_findings_new ();
}

/**
 * crit_document_load:
 * @file: a rules file or a record
 *
 * Reads a file. One that cannot be read or makes no sense is a document too: one with findings and no rules.
 *
 * Returns: (transfer full): what it turned out to be
 */
CritDocument *
crit_document_load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  CritDocument *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (CRIT_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);
  self->contents = crit_file_read (file, &error);
  if (self->contents == NULL)
    {
      report_unreadable (self, error);
      return self;
    }
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->contents);
  read_contents (self);
  return self;
}

/**
 * crit_document_load_async:
 * @file: a rules file or a record
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Does what crit_document_load() does, in another thread: disks are slow, and a rules file's own cases are run.
 */
void
crit_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * crit_document_load_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): what the file turned out to be
 */
CritDocument *
crit_document_load_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * crit_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): where it was read from
 */
GFile *
crit_document_get_file (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * crit_document_get_contents:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the bytes that were read, or %NULL where that failed
 */
GBytes *
crit_document_get_contents (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->contents;
}

/**
 * crit_document_get_digest:
 * @self: a document
 *
 * Returns: (nullable): SHA-256 of the bytes that were read, in hexadecimal
 */
const char *
crit_document_get_digest (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->digest;
}

/**
 * crit_document_get_rules:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the rules, also those inside a record; %NULL where the file cannot be used
 */
CritRules *
crit_document_get_rules (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->rules;
}

/**
 * crit_document_get_record:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the record; %NULL for rules, and where the file cannot be used
 */
CritRecord *
crit_document_get_record (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->record;
}

/**
 * crit_document_get_findings:
 * @self: a document
 *
 * Returns: (transfer none) (element-type CritFinding): what was noticed in the file, in its order
 */
GPtrArray *
crit_document_get_findings (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->findings;
}

/**
 * crit_document_get_warning:
 * @self: a document
 *
 * Returns: (nullable): what crit_standing_dup_text() says of the rules
 */
const char *
crit_document_get_warning (CritDocument *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  return self->warning;
}

/**
 * crit_document_dup_name:
 * @self: a document
 *
 * Returns: (transfer full): the file's name, fit to be shown
 */
char *
crit_document_dup_name (CritDocument *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  name = g_file_get_basename (self->file);
  return g_filename_display_name (name);
}

/**
 * crit_document_dup_findings_text:
 * @self: a document
 * @max: how many findings to tell at most
 *
 * Returns: (transfer full): what was noticed in the file, a line a finding, and how many more there are
 */
char *
crit_document_dup_findings_text (CritDocument *self, guint max)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (CRIT_IS_DOCUMENT (self), NULL);

  name = crit_document_dup_name (self);
  return crit_findings_dup_text (self->findings, name, max);
}
