/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-dialog.h"

#include "crit-label.h"
#include "crit-reading-window.h"
#include "crit-rules-review.h"
#include "summary/crit-rules-about.h"

#include <glib/gi18n-lib.h>

/* Its text can be copied: a version or a digest is compared with another somewhere else. */
static GtkWidget *
append_text (GtkWidget *box, const char *text, CritLabelStyle style)
{
  GtkWidget *label = crit_label_new (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A few lines that belong together: the first says what the others are about. */
static void
append_lines (GtkWidget *box, const char *first, const char *text, const char *detail)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), crit_label_new (first, CRIT_LABEL_DIM));
  append_text (lines, text, CRIT_LABEL_PLAIN);
  if (detail != NULL)
    append_text (lines, detail, CRIT_LABEL_DIM);
  gtk_box_append (GTK_BOX (box), lines);
}

static void
append_block (GtkWidget *box, const CritBlock *block)
{
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
      append_lines (box, block->label, block->text, block->detail);
      break;
    default:
      append_text (box, block->text, CRIT_LABEL_PLAIN);
    }
}

static GtkWidget *
create_text (CritRules *rules)
{
  GtkWidget *box = crit_reading_box_new ();
  g_autoptr (GPtrArray) blocks = crit_rules_about_new (rules, crit_date_today ());
  GtkWidget *review = NULL;

  for (guint i = 0; i < blocks->len; i++)
    append_block (box, blocks->pdata[i]);
  review = crit_rules_review_new (CRIT_REVIEW_LIST);
  gtk_box_append (GTK_BOX (box), review);
  crit_rules_review_set_rules (CRIT_RULES_REVIEW (review), rules);
  return box;
}

/**
 * crit_rules_dialog_new:
 * @parent: the window that asks
 * @rules: the rules in use there
 *
 * Makes a dialog that says what the rules are, where they come from and what was noticed in their file. Show it with
 * gtk_window_present().
 *
 * Returns: (transfer none): the dialog; it belongs to itself until it is closed
 */
GtkWindow *
crit_rules_dialog_new (GtkWindow *parent, CritRules *rules)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  return crit_reading_window_new (parent, _ ("About these criteria"), create_text (rules));
}
