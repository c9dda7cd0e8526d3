/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-statuses.h"

#include "audit/crit-csv.h"
#include "json/crit-json-writer.h"

#include <string.h>

#define N_STATUSES (CRIT_STATUS_NOT_APPLICABLE + 1)

/* What is written for a status of a criterion; the same for every record. */
typedef struct
{
  gsize start; /* in the pieces' text */
  gsize length;
} Piece;

/**
 * CritCliStatuses:
 * @text: what the pieces say, one after the other
 * @pieces: by criterion, one a status; empty for notes
 * @longest: how many bytes a record takes at most
 */
struct _CritCliStatuses
{
  const CritRules *rules;
  gboolean as_table;
  GString *text;
  Piece *pieces;
  gsize longest;
};

/* What comes before the status of a criterion. */
static void
append_name (const CritCliStatuses *self, const CritCriterion *criterion, GString *text)
{
  g_string_append_c (text, ',');
  if (self->as_table)
    return;
  g_string_append_c (text, '"');
  g_string_append (text, criterion->id);
  g_string_append (text, "\":\"");
}

/* Returns how long the longest is. */
static gsize
make_pieces (CritCliStatuses *self, const CritCriterion *criterion, GString *name)
{
  Piece *pieces = &self->pieces[criterion->index * N_STATUSES];
  gsize longest = 0;

  if (criterion->kind == CRIT_KIND_NOTE)
    return 0;
  g_string_truncate (name, 0);
  append_name (self, criterion, name);
  for (guint status = 0; status < N_STATUSES; status++)
    {
      pieces[status].start = self->text->len;
      g_string_append_len (self->text, name->str, (gssize) name->len);
      g_string_append (self->text, crit_status_get_code (status));
      if (!self->as_table)
        g_string_append_c (self->text, '"');
      pieces[status].length = self->text->len - pieces[status].start;
      longest = MAX (longest, pieces[status].length);
    }
  return longest;
}

/**
 * crit_cli_statuses_new:
 * @rules: the rules; borrowed
 * @as_table: whether to write rows of a table (RFC 4180) instead of lines of JSON
 *
 * Returns: (transfer full): what writes statuses
 */
CritCliStatuses *
crit_cli_statuses_new (const CritRules *rules, gboolean as_table)
{
  CritCliStatuses *self = g_new0 (CritCliStatuses, 1);
  g_autoptr (GString) name = g_string_new (NULL);

  self->rules = rules;
  self->as_table = as_table;
  self->text = g_string_new (NULL);
  self->pieces = g_new0 (Piece, rules->criteria->len * N_STATUSES + 1);
  for (guint i = 0; i < rules->criteria->len; i++)
    self->longest += make_pieces (self, rules->criteria->pdata[i], name);
  return self;
}

/**
 * crit_cli_statuses_free:
 * @self: (nullable) (transfer full): what writes statuses
 *
 * Frees it.
 */
void
crit_cli_statuses_free (CritCliStatuses *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_free (self->pieces);
  g_free (self);
}

/**
 * crit_cli_statuses_add_heading:
 * @self: what writes statuses
 * @text: where to append
 *
 * Begins a table with the names of its columns. Lines of JSON have none.
 */
void
crit_cli_statuses_add_heading (const CritCliStatuses *self, GString *text)
{
  if (!self->as_table)
    return;
  g_string_append (text, "reference");
  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      const CritCriterion *criterion = self->rules->criteria->pdata[i];

      if (criterion->kind != CRIT_KIND_NOTE)
        g_string_append_printf (text, ",%s", criterion->id);
    }
  g_string_append_c (text, '\n');
}

static void
add_pieces (const CritCliStatuses *self, const CritStatus *statuses, GString *text)
{
  gsize start = text->len;
  char *at = NULL;

  g_string_set_size (text, start + self->longest);
  at = text->str + start;
  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      const Piece *piece = &self->pieces[i * N_STATUSES + statuses[i]];

      memcpy (at, self->text->str + piece->start, piece->length);
      at += piece->length;
    }
  g_string_set_size (text, (gsize) (at - text->str));
}

static void
add_line (const CritCliStatuses *self, CritScreener *screener, GString *text)
{
  gsize start = 0;

  g_string_append (text, "{\"reference\":");
  crit_json_write_string (text, crit_screener_get_reference (screener));
  g_string_append (text, ",\"criteria\":{");
  start = text->len;
  add_pieces (self, crit_screener_get_statuses (screener), text);
  if (text->len > start)
    g_string_erase (text, (gssize) start, 1);
  g_string_append (text, "}}\n");
}

/**
 * crit_cli_statuses_add:
 * @self: what writes statuses
 * @screener: a screener with a record
 * @text: where to append
 *
 * Writes the reference and the statuses of a record.
 */
void
crit_cli_statuses_add (const CritCliStatuses *self, CritScreener *screener, GString *text)
{
  if (!self->as_table)
    {
      add_line (self, screener, text);
      return;
    }
  crit_csv_append_cell (text, crit_screener_get_reference (screener));
  add_pieces (self, crit_screener_get_statuses (screener), text);
  g_string_append_c (text, '\n');
}
