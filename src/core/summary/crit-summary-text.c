/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary.h"

#include "summary/crit-lines.h"

#define INDENT 4
#define NARROWEST 20

static void
append_criterion (GString *out, const CritBlock *block, guint width)
{
  g_autofree char *text = g_strjoin (" ", block->text, block->aside, NULL);

  crit_lines_append (out, block->label, 0, width);
  crit_lines_append (out, text, block->label != NULL ? INDENT : 0, width);
  crit_lines_append (out, block->detail, INDENT, width);
}

static void
append_answer (GString *out, const CritBlock *block, guint width)
{
  guint indent = block->level * INDENT;
  g_autofree char *numbered = NULL;

  if (block->kind == CRIT_BLOCK_OPEN || block->number == 0)
    numbered = g_strdup (block->label);
  else
    numbered = g_strdup_printf ("%u. %s", block->number, block->label);
  crit_lines_append (out, numbered, indent, width);
  crit_lines_append (out, block->text, indent + INDENT, width);
  crit_lines_append (out, block->detail, indent + INDENT, width);
}

/* A question that asks needs no colon. */
static void
append_entry (GString *out, const CritBlock *block, guint width)
{
  crit_lines_append (out, block->label, INDENT, width);
  for (guint i = 0; i < block->cells->len; i++)
    {
      const char *column = block->columns->pdata[i];
      g_autofree char *line = g_strconcat (column, g_str_has_suffix (column, "?") ? " " : ": ",
                                           block->cells->pdata[i], NULL);

      crit_lines_append (out, line, 2 * INDENT, width);
    }
  crit_lines_append (out, block->detail, 2 * INDENT, width);
}

static void
append_fact (GString *out, const CritBlock *block, guint width)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", block->label, block->text);

  crit_lines_append (out, text, 0, width);
}

static void
append_source (GString *out, const CritBlock *block, guint width)
{
  g_autofree char *text = g_strdup_printf ("%s %s", block->label, block->text);

  crit_lines_append (out, text, 0, width);
  crit_lines_append (out, block->detail, INDENT, width);
}

static void
append_signature (GString *out, const CritBlock *block, guint width)
{
  guint label_width = crit_lines_get_width (block->label);

  g_string_append_printf (out, "%s ", block->label);
  for (guint i = MIN (label_width + 1, width); i < MIN (width, 60); i++)
    g_string_append_c (out, '_');
  g_string_append_c (out, '\n');
}

/* A blank line stands between blocks, but not between plain lines that belong together. */
static gboolean
is_separate (const CritBlock *block, const CritBlock *previous)
{
  if (block->kind != previous->kind)
    return TRUE;
  if (block->kind == CRIT_BLOCK_ANSWER)
    return block->text == NULL;
  return block->kind != CRIT_BLOCK_FACT && block->kind != CRIT_BLOCK_OPEN;
}

/* The head of a table stands beside each answer, and what explains a drawing has none to explain. */
static gboolean
is_silent (const CritBlock *block)
{
  return block->kind == CRIT_BLOCK_TIMELINE || block->kind == CRIT_BLOCK_TABLE;
}

static void
append_block (GString *out, const CritBlock *block, guint width)
{
  switch (block->kind)
    {
    case CRIT_BLOCK_TITLE:
    case CRIT_BLOCK_HEADING:
      crit_lines_append_underlined (out, block->text, block->kind == CRIT_BLOCK_TITLE ? '=' : '-',
                                    width);
      break;
    case CRIT_BLOCK_SUBHEADING:
    case CRIT_BLOCK_NOTICE:
    case CRIT_BLOCK_PARAGRAPH:
      crit_lines_append (out, block->text, 0, width);
      break;
    case CRIT_BLOCK_STATUS:
    case CRIT_BLOCK_NOTE:
      append_criterion (out, block, width);
      break;
    case CRIT_BLOCK_FACT:
      append_fact (out, block, width);
      break;
    case CRIT_BLOCK_OPEN:
    case CRIT_BLOCK_ANSWER:
      append_answer (out, block, width);
      break;
    case CRIT_BLOCK_TABLE_ROW:
      append_entry (out, block, width);
      break;
    case CRIT_BLOCK_TIMELINE_ROW:
      crit_lines_append (out, block->label, 0, width);
      crit_lines_append (out, block->text, INDENT, width);
      break;
    case CRIT_BLOCK_SOURCE:
      append_source (out, block, width);
      break;
    case CRIT_BLOCK_SIGNATURE:
      append_signature (out, block, width);
      break;
    case CRIT_BLOCK_TABLE:
    case CRIT_BLOCK_TIMELINE:
    default:
      g_assert_not_reached ();
    }
}

/**
 * crit_summary_to_text:
 * @self: a summary
 * @width: how many columns a line may have; at least 20 are used
 *
 * Renders a summary as plain text, for a terminal, an e-mail or the clipboard. It holds no control characters but line
 * feeds, and ends with what stands at the foot of each printed page.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line feed
 */
char *
crit_summary_to_text (const CritSummary *self, guint width)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  width = MAX (width, NARROWEST);
  crit_lines_append (out, self->heading, 0, width);
  crit_lines_append (out, self->identity, 0, width);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CritBlock *block = self->blocks->pdata[i];

      if (is_silent (block))
        continue;
      if (i == 0 || is_separate (block, self->blocks->pdata[i - 1]))
        g_string_append_c (out, '\n');
      append_block (out, block, width);
    }

  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->footer->len; i++)
    crit_lines_append (out, self->footer->pdata[i], 0, width);
  return g_string_free (out, FALSE);
}
