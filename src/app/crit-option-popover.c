/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-option-popover.h"

#include "crit-label.h"
#include "crit-list-row.h"

#include <glib/gi18n-lib.h>

#define MAX_HEIGHT 280

struct _CritOptionPopover
{
  GtkPopover parent_instance;

  const CritOptionSet *options;
  GtkListBox *list;
  char *text;
};

G_DEFINE_FINAL_TYPE (CritOptionPopover, crit_option_popover, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* By name or by any of its attributes: "venla" and "snri" both find Venlafaxine. */
static gboolean
fits (const CritOptionSet *options, guint index, const char *text)
{
  const CritOption *option = crit_option_set_get (options, index);
  g_autofree char *attributes = crit_option_dup_attributes (option, options);
  g_autofree char *haystack = g_strconcat (option->text, " ", attributes, NULL);

  return text == NULL || *text == '\0' || g_str_match_string (text, haystack, TRUE);
}

static gboolean
matches (CritOptionPopover *self, guint index)
{
  return fits (self->options, index, self->text);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  return matches (CRIT_OPTION_POPOVER (user_data), gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (CritOptionPopover *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PICKED], 0, gtk_list_box_row_get_index (row));
}

static GtkListBoxRow *
get_first (CritOptionPopover *self)
{
  for (guint i = 0; i < self->options->options->len; i++)
    {
      if (matches (self, i))
        return gtk_list_box_get_row_at_index (self->list, i);
    }
  return NULL;
}

/* The one that Enter takes. */
static void
mark_only (CritOptionPopover *self, guint n_left)
{
  for (guint i = 0; i < self->options->options->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));

      if (n_left == 1 && matches (self, i))
        gtk_widget_add_css_class (row, "crit-only");
      else
        gtk_widget_remove_css_class (row, "crit-only");
    }
}

static GtkWidget *
make_row (const CritOption *option, const CritOptionSet *set)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = crit_list_row_new (box);
  GtkWidget *name = crit_label_new (option->text, CRIT_LABEL_PLAIN);
  g_autofree char *attributes = crit_option_dup_attributes (option, set);
  GtkWidget *detail = crit_label_new (attributes, CRIT_LABEL_DIM);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (detail, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  detail, NULL, -1);
  return row;
}

static void
crit_option_popover_finalize (GObject *object)
{
  g_free (CRIT_OPTION_POPOVER (object)->text);
  G_OBJECT_CLASS (crit_option_popover_parent_class)->finalize (object);
}

static void
crit_option_popover_class_init (CritOptionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = crit_option_popover_finalize;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
crit_option_popover_init (CritOptionPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Options"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));

  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

/**
 * crit_option_popover_new:
 * @options: the options of a choice
 *
 * Makes the list of all options.
 *
 * Returns: (transfer floating): the popover
 */
CritOptionPopover *
crit_option_popover_new (const CritOptionSet *options)
{
  CritOptionPopover *self = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (CRIT_TYPE_OPTION_POPOVER, NULL);
  self->options = options;
  for (guint i = 0; i < options->options->len; i++)
    gtk_list_box_append (self->list, make_row (crit_option_set_get (options, i), options));
  return self;
}

/**
 * crit_option_popover_filter:
 * @self: a popover
 * @text: what was typed; empty text leaves every option
 *
 * Leaves only the options of which a word begins as @text does, in the name or beside it.
 *
 * Returns: how many are left
 */
guint
crit_option_popover_filter (CritOptionPopover *self, const char *text)
{
  guint n_left = 0;

  g_return_val_if_fail (CRIT_IS_OPTION_POPOVER (self), 0);

  g_free (self->text);
  self->text = g_strstrip (g_strdup (text));
  gtk_list_box_invalidate_filter (self->list);
  for (guint i = 0; i < self->options->options->len; i++)
    n_left += matches (self, i);
  mark_only (self, n_left);
  return n_left;
}

/**
 * crit_option_popover_find_only:
 * @options: the options of a choice
 * @text: what was typed
 *
 * Looks for the one option that is meant, without a list.
 *
 * Returns: its index where it is the only one that crit_option_popover_filter() would leave; otherwise -1
 */
int
crit_option_popover_find_only (const CritOptionSet *options, const char *text)
{
  int only = -1;

  g_return_val_if_fail (options != NULL && text != NULL, -1);

  for (guint i = 0; i < options->options->len; i++)
    {
      if (fits (options, i, text) && only >= 0)
        return -1;
      if (fits (options, i, text))
        only = (int) i;
    }
  return only;
}

/**
 * crit_option_popover_focus_first:
 * @self: a popover
 *
 * Moves the keyboard focus to the first option that is left.
 *
 * Returns: whether there is one
 */
gboolean
crit_option_popover_focus_first (CritOptionPopover *self)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (CRIT_IS_OPTION_POPOVER (self), FALSE);

  row = get_first (self);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * crit_option_popover_is_first:
 * @self: a popover
 * @row: a row
 *
 * Says whether Up from this row leads out of the list.
 *
 * Returns: whether it is the first of those that are left
 */
gboolean
crit_option_popover_is_first (CritOptionPopover *self, GtkListBoxRow *row)
{
  g_return_val_if_fail (CRIT_IS_OPTION_POPOVER (self), FALSE);
  return get_first (self) == row;
}
