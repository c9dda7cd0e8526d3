/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-label.h"

/**
 * crit_label_new:
 * @text: (nullable): what it says
 * @style: how it looks
 *
 * Makes a label that wraps and begins at the edge where reading begins. It is hidden while it says nothing.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
crit_label_new (const char *text, CritLabelStyle style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, GTK_ALIGN_FILL);
  if (style == CRIT_LABEL_STRONG)
    gtk_widget_add_css_class (label, "heading");
  if (style == CRIT_LABEL_DIM)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  crit_label_set (label, text);
  return label;
}

/**
 * crit_label_set:
 * @label: a label
 * @text: (nullable): what it says from now on; nothing hides it
 *
 * Changes the words of a label, and touches nothing where they are the same.
 */
void
crit_label_set (GtkWidget *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}
