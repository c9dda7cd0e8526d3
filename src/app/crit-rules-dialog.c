/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-dialog.h"

#include "crit-block-box.h"
#include "crit-reading-window.h"
#include "crit-rules-review.h"
#include "summary/crit-rules-about.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_text (CritRules *rules)
{
  GtkWidget *box = crit_reading_box_new ();
  g_autoptr (GPtrArray) blocks = crit_rules_about_new (rules, crit_date_today ());
  GtkWidget *review = NULL;

  crit_block_box_append_all (box, blocks);
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
