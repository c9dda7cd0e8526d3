/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-reading-window.h"

#include "crit-label.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 640

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
 * crit_reading_window_new:
 * @parent: the window that asks
 * @title: what it is about, translated
 * @text: (transfer floating): what there is to read, such as a crit_reading_box_new()
 *
 * Makes a window in which a text is read and scrolled. Show it with gtk_window_present().
 *
 * Returns: (transfer none): the window; it belongs to itself until it is closed
 */
GtkWindow *
crit_reading_window_new (GtkWindow *parent, const char *title, GtkWidget *text)
{
  GtkWidget *window = NULL;
  GtkWidget *content = NULL;
  GtkWidget *scrolled = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (title != NULL && GTK_IS_WIDGET (text), NULL);

  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = gtk_scrolled_window_new ();
  window = g_object_new (ADW_TYPE_WINDOW, "title", title, "transient-for", parent, "modal", TRUE,
                         "destroy-with-parent", TRUE, "default-width", WIDTH, "default-height",
                         HEIGHT, "content", content, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", text,
                NULL);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  close_on_escape (window);
  focus_text (window, scrolled);
  return GTK_WINDOW (window);
}

/**
 * crit_reading_box_new:
 *
 * Returns: (transfer floating): an empty box for what there is to read
 */
GtkWidget *
crit_reading_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

/**
 * crit_reading_box_append_heading:
 * @box: a crit_reading_box_new()
 * @text: the heading, translated
 * @style: a style class, such as "title-4"
 *
 * Appends a heading.
 */
void
crit_reading_box_append_heading (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  g_return_if_fail (GTK_IS_BOX (box));

  gtk_widget_add_css_class (label, style);
  /* Nearer to what it is about than to what comes before. */
  if (gtk_widget_get_first_child (box) != NULL)
    gtk_widget_set_margin_top (label, 12);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * crit_reading_box_append_text:
 * @box: a crit_reading_box_new()
 * @text: a paragraph
 *
 * Appends a paragraph, which can be selected and copied.
 *
 * Returns: (transfer none): its label
 */
GtkWidget *
crit_reading_box_append_text (GtkWidget *box, const char *text)
{
  GtkWidget *label = crit_label_new (text, CRIT_LABEL_PLAIN);

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
copy_cb (GtkLabel *lines, GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), gtk_label_get_text (lines));
}

/**
 * crit_reading_box_append_list:
 * @box: a crit_reading_box_new()
 * @lines: what was noticed, a line each
 *
 * Appends lines on a card, and a button that copies them all.
 */
void
crit_reading_box_append_list (GtkWidget *box, const char *lines)
{
  GtkWidget *label = NULL;
  GtkWidget *button = NULL;

  g_return_if_fail (GTK_IS_BOX (box));

  label = crit_reading_box_append_text (box, lines);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "findings");
  button = gtk_button_new_with_label (_ ("Copy the list"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), label, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}
