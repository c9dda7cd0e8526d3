/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-window-private.h"

#include <glib/gi18n-lib.h>

/* What is said of a file in one dialog; more would not be read. */
#define MAX_FINDINGS 5

static CritRecordAccess
get_access (CritDocument *document)
{
  return crit_record_get_access (crit_document_get_record (document));
}

/* What can be done about it; what is so the record says itself. */
static const char *
get_advice (CritDocument *document)
{
  if (get_access (document) == CRIT_RECORD_READ_ONLY)
    return _ (
        "It can be shown and printed, but neither changed nor saved, so that nothing of it is "
        "lost. A newer version of this program may read all of it.");
  return _ (
      "Compare it with a printed page or another copy. Saving it asks for a new file, and this "
      "one stays as it is.");
}

/* The same for as long as the record is shown. */
static const char *
get_short_advice (CritDocument *document)
{
  if (get_access (document) == CRIT_RECORD_READ_ONLY)
    return _ ("It can be looked at and printed, not changed.");
  return _ ("Saving writes a new file; this one stays as it is.");
}

static char *
dup_body (CritDocument *document)
{
  GPtrArray *findings = crit_document_get_findings (document);
  const guint n_shown = MIN (findings->len, MAX_FINDINGS);
  GString *body = g_string_new (get_advice (document));

  for (guint i = 0; i < n_shown; i++)
    g_string_append_printf (body, "\n\n%s",
                            ((CritFinding *) g_ptr_array_index (findings, i))->message);
  if (findings->len > n_shown)
    g_string_append_printf (body,
                            /* Translators: %u findings about a file are not shown. */
                            g_dngettext (GETTEXT_PACKAGE, "\n\nAnd %u more.", "\n\nAnd %u more.",
                                         findings->len - n_shown),
                            findings->len - n_shown);
  return g_string_free (body, FALSE);
}

/**
 * crit_window_new_session:
 * @document: a file that holds a record
 *
 * Opens a record. One that something else has changed is not tied to its file: that stays as it is.
 *
 * Returns: (transfer full): its session
 */
CritSession *
crit_window_new_session (CritDocument *document)
{
  CritRecord *record = crit_document_get_record (document);

  if (get_access (document) == CRIT_RECORD_SUSPECT)
    return crit_session_new (record);
  return crit_session_new_for_file (record, crit_document_get_file (document),
                                    crit_document_get_digest (document));
}

/**
 * crit_window_warn_of_record:
 * @self: a window with a record
 * @document: the file that it was read from
 *
 * Says what is wrong with the record's file, if anything is, and what can be done: once in a dialog, and as long as the
 * record is open in the bar above it. What a newer version has added is said in passing, since it is kept.
 */
void
crit_window_warn_of_record (CritWindow *self, CritDocument *document)
{
  const char *warning = crit_record_get_warning (crit_document_get_record (document));
  g_autofree char *body = NULL;
  g_autofree char *line = NULL;

  if (warning == NULL && crit_document_get_findings (document)->len > 0)
    crit_window_say (
        self,
        _ ("Some of the file is not known to this version of the program. All of it is kept."));
  if (warning == NULL)
    return;
  body = dup_body (document);
  line = g_strjoin (" ", warning, get_short_advice (document), NULL);
  crit_notice_bar_set_record (self->notice_bar, line);
  crit_window_complain (self, warning, body);
}
