/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-section-list.h"

#include "crit-children.h"
#include "crit-label.h"
#include "crit-list-row.h"

#include <glib/gi18n-lib.h>

struct _CritSectionList
{
  GtkWidget parent_instance;

  CritSession *session;
  GtkListBox *list;
  GPtrArray *progress; /* of GtkLabel, one a section; borrowed */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CritSectionList, crit_section_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
get_sections (CritSectionList *self)
{
  return crit_session_get_rules (self->session)->sections;
}

static GtkWidget *
append_row (CritSectionList *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = crit_list_row_new (box);
  GtkWidget *title = crit_label_new (text, CRIT_LABEL_PLAIN);
  GtkWidget *progress = crit_label_new (NULL, CRIT_LABEL_DIM);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), progress);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  progress, NULL, -1);
  gtk_list_box_append (self->list, row);
  return progress;
}

static void
update (CritSectionList *self)
{
  CritScreening *screening = crit_session_get_screening (self->session);
  GPtrArray *sections = get_sections (self);

  for (guint i = 0; i < sections->len; i++)
    {
      const CritSection *section = g_ptr_array_index (sections, i);
      g_autofree char *progress = crit_section_list_dup_progress (self->session, section);

      crit_label_set (g_ptr_array_index (self->progress, i), progress);
      gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)),
                              crit_screening_is_section_shown (screening, section));
    }
}

static gboolean
is_started (CritSession *session, const CritSection *section)
{
  CritRecord *record = crit_session_get_record (session);

  for (guint i = 0; i < section->questions->len; i++)
    {
      CritPlace place = crit_place_of_question (g_ptr_array_index (section->questions, i));

      if (crit_screening_is_shown (crit_session_get_screening (session), &place)
          && crit_record_get_answer (record, &place)->kind != CRIT_ANSWER_OPEN)
        return TRUE;
    }
  return FALSE;
}

/* Entries of the lists that are shown and not said to be complete. */
static guint
count_recorded (CritSession *session, const CritSection *section)
{
  CritRecord *record = crit_session_get_record (session);
  guint n_entries = 0;

  for (guint i = 0; i < section->questions->len; i++)
    {
      CritPlace place = crit_place_of_question (g_ptr_array_index (section->questions, i));
      const CritAnswer *answer = crit_record_get_answer (record, &place);

      if (crit_screening_is_shown (crit_session_get_screening (session), &place)
          && answer->kind == CRIT_ANSWER_LIST && !crit_entries_is_complete (answer->entries))
        n_entries += answer->entries->n_entries;
    }
  return n_entries;
}

static void
build (CritSectionList *self)
{
  GPtrArray *sections = get_sections (self);

  for (guint i = 0; i < sections->len; i++)
    {
      const CritSection *section = g_ptr_array_index (sections, i);

      g_ptr_array_add (self->progress, append_row (self, section->title));
    }
  append_row (self, _ ("Summary"));
}

static void
clear (CritSectionList *self)
{
  GtkListBoxRow *row = NULL;

  self->setting = TRUE;
  g_ptr_array_set_size (self->progress, 0);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->setting = FALSE;
}

static void
row_selected_cb (CritSectionList *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->setting)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (CritSectionList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
crit_section_list_grab_focus (GtkWidget *widget)
{
  CritSectionList *self = CRIT_SECTION_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* One stop for Tab, at the section that is shown: the arrows lead from row to row. */
static gboolean
crit_section_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (crit_section_list_parent_class)->focus (widget, direction);
  return (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
         && gtk_widget_grab_focus (widget);
}

static void
crit_section_list_dispose (GObject *object)
{
  CritSectionList *self = CRIT_SECTION_LIST (object);

  g_ptr_array_set_size (self->progress, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_SECTION_LIST);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_section_list_parent_class)->dispose (object);
}

static void
crit_section_list_finalize (GObject *object)
{
  g_ptr_array_unref (CRIT_SECTION_LIST (object)->progress);
  G_OBJECT_CLASS (crit_section_list_parent_class)->finalize (object);
}

static void
crit_section_list_class_init (CritSectionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = crit_section_list_dispose;
  object_class->finalize = crit_section_list_finalize;
  widget_class->focus = crit_section_list_focus;
  widget_class->grab_focus = crit_section_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CritSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
crit_section_list_init (CritSectionList *self)
{
  self->progress = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_section_list_set_session:
 * @self: a list
 * @session: (nullable): the open record
 *
 * Lists the sections of a record's rules.
 */
void
crit_section_list_set_session (CritSectionList *self, CritSession *session)
{
  g_return_if_fail (CRIT_IS_SECTION_LIST (self));
  g_return_if_fail (session == NULL || CRIT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  clear (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  build (self);
  update (self);
  g_signal_connect_object (session, "notify::screening", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * crit_section_list_set_step:
 * @self: a list
 * @step: index of a section; the number of sections for the summary
 *
 * Marks the row that is shown, without emitting `chosen`.
 */
void
crit_section_list_set_step (CritSectionList *self, int step)
{
  g_return_if_fail (CRIT_IS_SECTION_LIST (self));

  self->setting = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, step));
  self->setting = FALSE;
}

/**
 * crit_section_list_dup_progress:
 * @session: the open record
 * @section: a section
 *
 * Says in words how far a section is answered.
 *
 * Returns: (transfer full): "3 of 4", "not started", or that nothing is asked; where only lists are begun, and none is
 *   said to be complete, how many entries they have
 */
char *
crit_section_list_dup_progress (CritSession *session, const CritSection *section)
{
  guint answered = 0;
  guint asked = 0;
  guint recorded = 0;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  recorded = count_recorded (session, section);

  crit_screening_get_progress (crit_session_get_screening (session), section, &answered, &asked);
  if (asked == 0)
    return g_strdup (_ ("nothing to answer"));
  if (answered == 0 && recorded > 0)
    /* Translators: entries of a list, such as the antidepressants that were tried */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recorded", "%u recorded", recorded),
                            recorded);
  /* A list that is begun and not complete is no answer yet, but it is a start. */
  if (answered == 0 && !is_started (session, section))
    return g_strdup (_ ("not started"));
  /* Translators: how many of a section's questions are answered, such as "3 of 4" */
  return g_strdup_printf (_ ("%1$u of %2$u"), answered, asked);
}
