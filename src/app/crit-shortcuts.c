/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-shortcuts.h"

#include "crit-label.h"
#include "crit-reading-window.h"
#include "crit-row-layout.h"

#include <glib/gi18n-lib.h>

/* The keys of the whole program: what they do, and what the shortcuts window says about them. */
static const CritShortcut shortcuts[] = {
  { "win.new", { "<Control>n" }, N_ ("Records"), N_ ("New record") },
  { "win.open", { "<Control>o" }, N_ ("Records"), N_ ("Open a record or rules file") },
  { "win.save", { "<Control>s" }, N_ ("Records"), N_ ("Save") },
  { "win.save-as", { "<Control><Shift>s" }, N_ ("Records"), N_ ("Save as") },
  { "win.print", { "<Control>p" }, N_ ("Records"), N_ ("Print the summary") },
  { "win.save-pdf", { "<Control><Shift>p" }, N_ ("Records"), N_ ("Save the summary as PDF") },
  { NULL, { "Return" }, N_ ("Checklist"), N_ ("Next question") },
  { NULL, { "space" }, N_ ("Checklist"), N_ ("Choose the answer") },
  { "win.next-step", { "<Alt>Right" }, N_ ("Checklist"), N_ ("Next section") },
  { "win.previous-step", { "<Alt>Left" }, N_ ("Checklist"), N_ ("Previous section") },
  { "win.next-pane", { "F6" }, N_ ("Checklist"), N_ ("On to sections, questions or criteria") },
  { "win.previous-pane", { "<Shift>F6" }, N_ ("Checklist"), N_ ("Back to the part before") },
  { "win.undo", { "<Control>z" }, N_ ("Checklist"), N_ ("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_ ("Checklist"), N_ ("Redo") },
  { "app.help", { "F1" }, N_ ("Window"), N_ ("Help") },
  { "win.menu", { "F10" }, N_ ("Window"), N_ ("Main menu") },
  { "app.shortcuts", { "<Control>question" }, N_ ("Window"), N_ ("Keyboard shortcuts") },
  { "window.close", { "<Control>w" }, N_ ("Window"), N_ ("Close the window") },
  { "app.quit", { "<Control>q" }, N_ ("Window"), N_ ("Quit") },
};

/* What it does, and the keys at the end of the line, or below it where there is no room. */
static void
append_shortcut (GtkWidget *box, const CritShortcut *shortcut)
{
  GtkWidget *row = crit_row_box_new ();
  GtkWidget *title = crit_label_new (_ (shortcut->title), CRIT_LABEL_PLAIN);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), title);
  gtk_widget_set_halign (keys, GTK_ALIGN_START);
  for (guint i = 0; shortcut->accels[i] != NULL; i++)
    gtk_box_append (GTK_BOX (keys), gtk_shortcut_label_new (shortcut->accels[i]));
  gtk_box_append (GTK_BOX (row), keys);
  gtk_box_append (GTK_BOX (box), row);
}

/**
 * crit_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shortcuts): the table of keys
 */
const CritShortcut *
crit_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * crit_shortcuts_install:
 * @application: the program
 *
 * Makes the keys work in every window.
 */
void
crit_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) shortcuts[i].accels);
}

/**
 * crit_shortcuts_window_new:
 * @parent: the window that asks
 *
 * Makes a window that lists the keys. GTK's own for this purpose does not become narrow.
 *
 * Returns: (transfer none): a window; it belongs to itself until it is closed
 */
GtkWindow *
crit_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *box = crit_reading_box_new ();
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (group, shortcuts[i].group) != 0)
        crit_reading_box_append_heading (box, _ (shortcuts[i].group), "title-4");
      group = shortcuts[i].group;
      append_shortcut (box, &shortcuts[i]);
    }
  return crit_reading_window_new (parent, _ ("Keyboard shortcuts"), box);
}
