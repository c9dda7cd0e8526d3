/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-dialog.h"

#include "crit-label.h"
#include "summary/crit-rules-about.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 640

/* Its text can be copied: a version or a digest is compared with another somewhere else. */
static GtkWidget *
append_text (GtkWidget *box, const char *text, CritLabelStyle style)
{
  GtkWidget *label = crit_label_new (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_heading (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
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
      append_heading (box, block->text, "title-2");
      break;
    case CRIT_BLOCK_HEADING:
      append_heading (box, block->text, "title-4");
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GPtrArray) blocks = crit_rules_about_new (rules, crit_date_today ());

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  for (guint i = 0; i < blocks->len; i++)
    append_block (box, blocks->pdata[i]);
  return box;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/* The arrow keys scroll; on a label that can be copied the focus would select it all. */
static void
focus_text (GtkWidget *window, GtkWidget *scrolled)
{
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_window_get_title (GTK_WINDOW (window)), -1);
  gtk_window_set_focus (GTK_WINDOW (window), scrolled);
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
  GtkWidget *dialog = NULL;
  GtkWidget *content = NULL;
  GtkWidget *scrolled = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = gtk_scrolled_window_new ();
  dialog = g_object_new (ADW_TYPE_WINDOW, "title", _ ("About these criteria"), "transient-for",
                         parent, "modal", TRUE, "destroy-with-parent", TRUE, "default-width", WIDTH,
                         "default-height", HEIGHT, "content", content, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child",
                create_text (rules), NULL);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  close_on_escape (dialog);
  focus_text (dialog, scrolled);
  return GTK_WINDOW (dialog);
}
