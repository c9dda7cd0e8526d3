/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-shortcuts.h"

#include <glib/gi18n-lib.h>

/* The keys of the whole program: what they do, and what the shortcuts window says about them. */
static const CritShortcut shortcuts[] = {
  { "win.new", { "<Control>n" }, N_ ("Records"), N_ ("New record") },
  { "win.open", { "<Control>o" }, N_ ("Records"), N_ ("Open a record or rules file") },
  { "win.save", { "<Control>s" }, N_ ("Records"), N_ ("Save") },
  { "win.save-as", { "<Control><Shift>s" }, N_ ("Records"), N_ ("Save as") },
  { "win.print", { "<Control>p" }, N_ ("Records"), N_ ("Print the summary") },
  { "win.save-pdf", { "<Control><Shift>p" }, N_ ("Records"), N_ ("Save the summary as PDF") },
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

static void
append_property (GString *ui, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (ui, "<property name='%s'>%s</property>", name, escaped);
}

static void
append_shortcut (GString *ui, const CritShortcut *shortcut)
{
  g_autofree char *accels = g_strjoinv (" ", (char **) shortcut->accels);

  g_string_append (ui, "<child><object class='GtkShortcutsShortcut'>");
  append_property (ui, "accelerator", accels);
  append_property (ui, "title", _ (shortcut->title));
  g_string_append (ui, "</object></child>");
}

static void
append_group (GString *ui, const char *group)
{
  g_string_append (ui, "<child><object class='GtkShortcutsGroup'>");
  append_property (ui, "title", _ (group));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_equal (shortcuts[i].group, group))
      append_shortcut (ui, &shortcuts[i]);
  g_string_append (ui, "</object></child>");
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
    gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                           (const char *const *) shortcuts[i].accels);
}

/**
 * crit_shortcuts_window_new:
 *
 * Makes a window that lists the keys. GTK 4.8 can fill such a window from a description only, so that one is written
 * from the table.
 *
 * Returns: (transfer none): a window; it belongs to itself until it is closed
 */
GtkWindow *
crit_shortcuts_window_new (void)
{
  g_autoptr (GString) ui =
      g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                    "<property name='modal'>1</property>"
                    "<child><object class='GtkShortcutsSection'>");
  g_autoptr (GtkBuilder) builder = NULL;
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (group == NULL || !g_str_equal (group, shortcuts[i].group))
      {
        group = shortcuts[i].group;
        append_group (ui, group);
      }
  g_string_append (ui, "</object></child></object></interface>");

  builder = gtk_builder_new_from_string (ui->str, ui->len);
  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
