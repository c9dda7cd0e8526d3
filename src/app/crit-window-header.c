/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-text-scale.h"
#include "crit-window-private.h"

#include <glib/gi18n-lib.h>

/* Below this width the header has no room for everything; it grows with the text size. */
#define COMPACT_WIDTH 600

/* Its word would make the header wider than a narrow window where the text is large. */
static void
update_save_button (CritWindow *self)
{
  if (self->compact)
    gtk_button_set_icon_name (self->save_button, "document-save-symbolic");
  else
    gtk_button_set_label (self->save_button, _ ("Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Save"), -1);
}

static void
update_buttons (CritWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gboolean has_record = self->session != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          !has_record && g_strcmp0 (page, "start") != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), has_record);
  update_save_button (self);
  gtk_widget_set_visible (self->undo_box, has_record);
  /* The menu has these too. */
  gtk_widget_set_visible (GTK_WIDGET (self->print_button), has_record && !self->compact);
  gtk_widget_set_visible (self->title_button, !has_record || !self->compact);
}

/* Whose record it is stays in view at any width: a header shortens what does not fit, so where there is little room the
 * notice bar says it, which wraps, and the header has no title. The title that other programs see, in a list of windows
 * for instance, holds the reference at most. */
static void
update_title (CritWindow *self)
{
  const char *title = _ ("Criteria");
  const char *reference = NULL;
  g_autofree char *identity = NULL;

  if (self->session != NULL)
    {
      title = crit_session_get_rules (self->session)->title;
      reference = crit_record_get_reference (crit_session_get_record (self->session));
      g_object_get (self->session, "subtitle", &identity, NULL);
    }
  if (reference == NULL || *reference == '\0')
    reference = _ ("Criteria");
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, identity != NULL ? identity : "");
  crit_notice_bar_set_identity (self->notice_bar, self->compact ? identity : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  identity != NULL ? identity : "", -1);
  gtk_window_set_title (GTK_WINDOW (self), reference);
}

/**
 * crit_window_update_header:
 * @self: a window
 *
 * Shows what the header has on this page and has room for, and whose record is open.
 */
void
crit_window_update_header (CritWindow *self)
{
  update_buttons (self);
  update_title (self);
}

static gboolean
follow_width_cb (gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  self->compact_id = 0;
  crit_window_update_header (self);
  return G_SOURCE_REMOVE;
}

/**
 * crit_window_fit_header:
 * @self: a window
 * @width: how wide it is going to be
 *
 * Leaves out of the header what there is no room for. It may be called while sizes are being given out.
 */
void
crit_window_fit_header (CritWindow *self, int width)
{
  gboolean compact = width < crit_text_scale (GTK_WIDGET (self), COMPACT_WIDTH);

  if (self->compact == compact)
    return;
  self->compact = compact;
  /* What is shown may not change while sizes are being given out. */
  if (self->compact_id == 0)
    self->compact_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, self, NULL);
}

/* What would be undone stands on the button, for the eye and for a screen reader. */
static void
name_button (GtkButton *button, const char *name)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
labels_changed_cb (CritWindow *self)
{
  g_autofree char *undo = crit_session_dup_undo_label (self->session);
  g_autofree char *redo = crit_session_dup_redo_label (self->session);
  g_autofree char *undo_name = NULL;
  g_autofree char *redo_name = NULL;

  /* Translators: %s is the name of a change, such as "Remove Sertraline". */
  undo_name = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  /* Translators: %s is the name of a change, such as "Remove Sertraline". */
  redo_name = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  name_button (self->undo_button, undo_name);
  name_button (self->redo_button, redo_name);
  crit_window_update_actions (self);
}

/**
 * crit_window_follow_undo:
 * @self: a window with a record
 *
 * Says from now on what would be undone and redone.
 */
void
crit_window_follow_undo (CritWindow *self)
{
  const char *const labels[] = { "notify::undo-label", "notify::redo-label" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_signal_connect_object (self->session, labels[i], G_CALLBACK (labels_changed_cb), self,
                             G_CONNECT_SWAPPED);
  labels_changed_cb (self);
}
