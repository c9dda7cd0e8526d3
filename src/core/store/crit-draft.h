/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CRIT_DRAFT_ERROR (crit_draft_error_quark ())

typedef enum
{
  CRIT_DRAFT_ERROR_DAMAGED, /* it is not what was written */
  CRIT_DRAFT_ERROR_NEWER,   /* a newer version of this program wrote it */
} CritDraftError;

GQuark crit_draft_error_quark (void);

/**
 * CritDraft:
 * @id: (nullable): the name of its file, without the ending; known of one that was found
 * @time: when it was made, in seconds since 1970
 * @reference: the record's reference; may be empty
 * @rules_id: the rules that the record is filled in under
 * @rules_version: their version
 * @rules_digest: their digest
 * @rules_title: their title
 * @file_uri: (nullable): where the record is saved, if it ever was; not all of a path is text
 * @file_digest: (nullable): of that file, as it was read or saved last
 * @saving_uri: (nullable): where the very same was about to be saved when the draft was made
 * @saving_digest: (nullable): of the file that this would become
 * @record_id: (nullable): the record's own id, where it has one
 * @record: the whole record, as it would be saved
 *
 * A copy of a record with changes that are not saved, kept for the case that the program ends before they are.
 */
typedef struct
{
  char *id;
  gint64 time;
  char *reference;
  char *rules_id;
  char *rules_version;
  char *rules_digest;
  char *rules_title;
  char *file_uri;
  char *file_digest;
  char *saving_uri;
  char *saving_digest;
  char *record_id;
  GBytes *record;
} CritDraft;

CritDraft *crit_draft_read (GBytes *text, GError **error);
GBytes *crit_draft_write (const CritDraft *self);
void crit_draft_free (CritDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritDraft, crit_draft_free)

G_END_DECLS
