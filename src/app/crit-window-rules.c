/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-window-private.h"

/* On the way to a record the page that is shown follows the file: what is wrong with it, or what the record would be
 * begun under. */
static void
document_changed_cb (CritWindow *self, CritDocument *document)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  CritRules *rules = crit_document_get_rules (document);

  if (g_strcmp0 (page, "findings") == 0)
    crit_window_show_document (self, document);
  else if (g_strcmp0 (page, "new-record") == 0 && rules != NULL
           && crit_document_get_record (document) == NULL)
    {
      crit_notice_bar_set_rules (self->notice_bar, rules);
      crit_new_record_page_change_rules (self->new_record_page, rules);
    }
}

/* What a monitor missed is found when somebody comes back to the window, from an editor for instance. */
static void
is_active_cb (CritWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    crit_rules_follower_look (self->follower);
}

/* What is typed and not understood stands in its field only. */
static gboolean
is_busy (gpointer user_data)
{
  CritWindow *self = CRIT_WINDOW (user_data);

  return crit_answer_input_find_unread (GTK_WIDGET (self->checklist_page)) != NULL;
}

/**
 * crit_window_install_follower:
 * @self: a window that has its library
 *
 * Notices from now on that the rules file which is open in this window changes on disk.
 */
void
crit_window_install_follower (CritWindow *self)
{
  self->follower = crit_rules_follower_new (self->library);
  g_signal_connect_object (self->follower, "document-changed", G_CALLBACK (document_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  crit_rules_notice_set_follower (self->rules_notice, self->follower);
}

/**
 * crit_window_follow_document:
 * @self: a window without a record
 * @document: (nullable): the rules file that is open
 *
 * Follows a rules file, or none.
 */
void
crit_window_follow_document (CritWindow *self, CritDocument *document)
{
  crit_rules_follower_set_document (self->follower, document);
}

/**
 * crit_window_follow_session:
 * @self: a window with a record
 *
 * Follows the rules of its record.
 */
void
crit_window_follow_session (CritWindow *self)
{
  crit_rules_follower_set_session (self->follower, self->session, is_busy, self);
}
