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
  char *text;
  gsize length;
} Piece;

/**
 * CritCliStatuses:
 * @pieces: by criterion, one a status; empty for notes
 * @longest: how many bytes a record takes at most
 */
struct _CritCliStatuses
{
  const CritRules *rules;
  gboolean as_table;
  Piece *pieces;
  gsize longest;
};

static char *
dup_piece (const CritCliStatuses *self, const CritCriterion *criterion, CritStatus status)
{
  const char *code = crit_status_get_code (status);

  if (criterion->kind == CRIT_KIND_NOTE)
    return g_strdup ("");
  if (self->as_table)
    return g_strconcat (",", code, NULL);
  return g_strdup_printf (",\"%s\":\"%s\"", criterion->id, code);
}

/* Returns how long the longest is. */
static gsize
make_pieces (CritCliStatuses *self, guint criterion)
{
  gsize longest = 0;

  for (guint status = 0; status < N_STATUSES; status++)
    {
      Piece *piece = &self->pieces[criterion * N_STATUSES + status];

      piece->text = dup_piece (self, self->rules->criteria->pdata[criterion], status);
      piece->length = strlen (piece->text);
      longest = MAX (longest, piece->length);
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

  self->rules = rules;
  self->as_table = as_table;
  self->pieces = g_new0 (Piece, rules->criteria->len * N_STATUSES + 1);
  for (guint i = 0; i < rules->criteria->len; i++)
    self->longest += make_pieces (self, i);
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
  for (guint i = 0; i < self->rules->criteria->len * N_STATUSES; i++)
    g_free (self->pieces[i].text);
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

      memcpy (at, piece->text, piece->length);
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
