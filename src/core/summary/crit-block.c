/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-block.h"

#include <glib/gi18n-lib.h>

/**
 * crit_block_new:
 * @kind: what it is
 * @label: (nullable): the label; copied
 * @text: (nullable): the text; copied
 *
 * Makes a block of a summary; its other fields are NULL or 0 and may be set.
 *
 * Returns: (transfer full): a new block, to be freed with crit_block_free()
 */
CritBlock *
crit_block_new (CritBlockKind kind, const char *label, const char *text)
{
  CritBlock *self = g_new0 (CritBlock, 1);

  self->kind = kind;
  self->label = g_strdup (label);
  self->text = g_strdup (text);
  self->detail_links = g_array_new (FALSE, FALSE, sizeof (CritLink));
  self->aside_links = g_array_new (FALSE, FALSE, sizeof (CritLink));
  return self;
}

/**
 * crit_block_free:
 * @self: (nullable) (transfer full): a block
 *
 * Frees a block and its texts.
 */
void
crit_block_free (CritBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->aside);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, crit_timeline_unref);
  g_array_unref (self->detail_links);
  g_array_unref (self->aside_links);
  g_free (self);
}

/**
 * crit_block_get_number_head:
 *
 * Returns: (transfer none): what stands above the numbers of the rows of a table
 */
const char *
crit_block_get_number_head (void)
{
  /* Translators: short for "number", at the head of a narrow column of numbers. */
  return _ ("No.");
}

/**
 * crit_links_append:
 * @links: the links of @text
 * @text: a text that is being made
 * @target: the kind of the block that is referred to
 * @number: its number
 *
 * Adds the number of a block to a text, as a link.
 */
void
crit_links_append (GArray *links, GString *text, CritBlockKind target, guint number)
{
  CritLink link = { .start = text->len, .target = target, .number = number };

  g_string_append_printf (text, "%u", number);
  link.end = text->len;
  g_array_append_val (links, link);
}
