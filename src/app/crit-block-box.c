/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-block-box.h"

#include "crit-label.h"
#include "crit-mark-image.h"
#include "crit-reading-window.h"

/* Its text can be copied: a version or a digest is compared with another somewhere else. */
static void
append_text (GtkWidget *box, const char *text, CritLabelStyle style)
{
  GtkWidget *label = crit_label_new (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
}

/* A few lines that belong together: the first says what the others are about. */
static void
append_lines (GtkWidget *box, const CritBlock *block)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), crit_label_new (block->label, CRIT_LABEL_DIM));
  append_text (lines, block->text, CRIT_LABEL_PLAIN);
  if (block->detail != NULL)
    append_text (lines, block->detail, CRIT_LABEL_DIM);
  gtk_box_append (GTK_BOX (box), lines);
}

/* A mark beside the words, and below them what they are about. */
static void
append_status (GtkWidget *box, const CritBlock *block)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = g_object_new (CRIT_TYPE_MARK_IMAGE, "valign", GTK_ALIGN_CENTER, NULL);

  crit_mark_image_set_status (CRIT_MARK_IMAGE (mark), block->status);
  gtk_box_append (GTK_BOX (head), mark);
  append_text (head, block->label, CRIT_LABEL_STRONG);
  gtk_box_append (GTK_BOX (lines), head);
  append_text (lines, block->text, CRIT_LABEL_PLAIN);
  append_text (lines, block->detail, CRIT_LABEL_PLAIN);
  gtk_widget_add_css_class (lines, "card");
  gtk_widget_add_css_class (lines, "status-card");
  gtk_box_append (GTK_BOX (box), lines);
}

/**
 * crit_block_box_append:
 * @box: a crit_reading_box_new()
 * @block: a block of a document
 *
 * Appends a block as it is read on screen. Its text can be selected and copied.
 */
void
crit_block_box_append (GtkWidget *box, const CritBlock *block)
{
  g_return_if_fail (GTK_IS_BOX (box) && block != NULL);

  switch (block->kind)
    {
    case CRIT_BLOCK_TITLE:
      crit_reading_box_append_heading (box, block->text, "title-2");
      break;
    case CRIT_BLOCK_HEADING:
      crit_reading_box_append_heading (box, block->text, "title-4");
      break;
    case CRIT_BLOCK_NOTICE:
      append_text (box, block->text, CRIT_LABEL_STRONG);
      break;
    case CRIT_BLOCK_FACT:
    case CRIT_BLOCK_SOURCE:
      append_lines (box, block);
      break;
    case CRIT_BLOCK_STATUS:
      append_status (box, block);
      break;
    default:
      append_text (box, block->text, CRIT_LABEL_PLAIN);
    }
}

/**
 * crit_block_box_append_all:
 * @box: a crit_reading_box_new()
 * @blocks: (element-type CritBlock): a document
 *
 * Appends every block of a document.
 */
void
crit_block_box_append_all (GtkWidget *box, GPtrArray *blocks)
{
  g_return_if_fail (GTK_IS_BOX (box) && blocks != NULL);

  for (guint i = 0; i < blocks->len; i++)
    crit_block_box_append (box, g_ptr_array_index (blocks, i));
}
