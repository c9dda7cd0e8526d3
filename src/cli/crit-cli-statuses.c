/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-statuses.h"

#include "audit/crit-csv.h"
#include "json/crit-json-writer.h"

#include <string.h>

#define N_STATUSES (CRIT_STATUS_NOT_APPLICABLE + 1)

/* A status as it is written. All of the text is copied, which takes fewer steps than copying @length bytes. */
typedef struct
{
  char text[16];
  gsize length;
} Word;

/* Where the status of a criterion is filled in: before the byte @at of the form. */
typedef struct
{
  guint criterion;
  guint at;
} Blank;

/**
 * CritCliStatuses:
 * @words: by status
 * @form: what is written of every record behind its reference, but for the statuses
 * @blanks: one a criterion that is no note
 */
struct _CritCliStatuses
{
  const CritRules *rules;
  gboolean as_table;
  Word words[N_STATUSES];
  GString *form;
  Blank *blanks;
  guint n_blanks;
};

static void
set_words (CritCliStatuses *self)
{
  for (guint i = 0; i < N_STATUSES; i++)
    {
      Word *word = &self->words[i];

      word->length = (gsize) g_snprintf (word->text, sizeof word->text, "%s%s",
                                         crit_status_get_code (i), self->as_table ? "" : "\"");
      g_assert (word->length < sizeof word->text);
    }
}

static void
add_blank (CritCliStatuses *self, const CritCriterion *criterion)
{
  if (self->as_table || self->n_blanks > 0)
    g_string_append_c (self->form, ',');
  if (!self->as_table)
    {
      g_string_append_c (self->form, '"');
      g_string_append (self->form, criterion->id);
      g_string_append (self->form, "\":\"");
    }
  self->blanks[self->n_blanks++] = (Blank){ criterion->index, (guint) self->form->len };
}

static void
make_form (CritCliStatuses *self)
{
  GPtrArray *criteria = self->rules->criteria;

  self->form = g_string_new (self->as_table ? NULL : ",\"criteria\":{");
  self->blanks = g_new (Blank, criteria->len);
  for (guint i = 0; i < criteria->len; i++)
    if (((const CritCriterion *) criteria->pdata[i])->kind != CRIT_KIND_NOTE)
      add_blank (self, criteria->pdata[i]);
  g_string_append (self->form, self->as_table ? "\n" : "}}\n");
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
  set_words (self);
  make_form (self);
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
  g_string_free (self->form, TRUE);
  g_free (self->blanks);
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
  for (guint i = 0; i < self->n_blanks; i++)
    {
      const CritCriterion *criterion = self->rules->criteria->pdata[self->blanks[i].criterion];

      g_string_append_printf (text, ",%s", criterion->id);
    }
  g_string_append_c (text, '\n');
}

static char *
write_form (const CritCliStatuses *self, char *text, gsize start, gsize end)
{
  memcpy (text, self->form->str + start, end - start);
  return text + (end - start);
}

static char *
write_word (char *text, const Word *word)
{
  memcpy (text, word->text, sizeof word->text);
  return text + word->length;
}

/* Fills in the form. */
static void
add_form (const CritCliStatuses *self, const CritStatus *statuses, GString *text)
{
  const gsize length = text->len;
  gsize start = 0;
  char *at = NULL;

  g_string_set_size (text, length + self->form->len + self->n_blanks * sizeof self->words->text);
  at = text->str + length;
  for (guint i = 0; i < self->n_blanks; i++)
    {
      const Blank *blank = &self->blanks[i];

      at = write_form (self, at, start, blank->at);
      at = write_word (at, &self->words[statuses[blank->criterion]]);
      start = blank->at;
    }
  at = write_form (self, at, start, self->form->len);
  g_string_set_size (text, (gsize) (at - text->str));
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
  const char *reference = crit_screener_get_reference (screener);

  if (self->as_table)
    crit_csv_append_cell (text, reference);
  else
    {
      g_string_append (text, "{\"reference\":");
      crit_json_write_string (text, reference);
    }
  add_form (self, crit_screener_get_statuses (screener), text);
}
