/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-criteria-panel.h"

#include "crit-bring-into-view.h"
#include "crit-children.h"
#include "crit-criterion-row.h"
#include "crit-label.h"
#include "crit-telling.h"

#include <glib/gi18n-lib.h>

#define MOST_TOLD 3

struct _CritCriteriaPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkWidget *counts;
  GtkWidget *requirements;
  GtkWidget *cautions;
  GtkWidget *notes;
  GtkWidget *urgent;
  GtkWidget *urgent_title;
  GtkWidget *urgent_text;

  CritSession *session;
  GPtrArray *rows;    /* of CritCriterionRow, borrowed */
  GtkWidget *changed; /* (nullable): the row that is about to be brought into view, borrowed */
  guint scroll_id;
  guint frames_to_wait;
};

G_DEFINE_FINAL_TYPE (CritCriteriaPanel, crit_criteria_panel, GTK_TYPE_WIDGET)

static GtkWidget *
get_group (CritCriteriaPanel *self, CritKind kind)
{
  switch (kind)
    {
    case CRIT_KIND_REQUIREMENT:
      return self->requirements;
    case CRIT_KIND_CAUTION:
      return self->cautions;
    case CRIT_KIND_NOTE:
    default:
      return self->notes;
    }
}

/* It is outside what scrolls, so that it is in view whichever criterion is. */
static void
show_urgent (CritCriteriaPanel *self, const CritUrgent *urgent)
{
  crit_label_set (self->urgent_title, urgent->title);
  crit_label_set (self->urgent_text, urgent->text);
  gtk_widget_set_visible (self->urgent, urgent->title != NULL);
}

static void
update_counts (CritCriteriaPanel *self)
{
  g_autofree char *counts =
      crit_screening_dup_counts_text (crit_session_get_screening (self->session));

  crit_label_set (self->counts, counts);
}

static char *
dup_rest (guint n)
{
  /* Translators: how many other criteria have another status now, after some were read out. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more.", "And %u more.", n), n);
}

/* More than a few would be listened to for longer than it takes to look. */
static void
tell (CritCriteriaPanel *self, GPtrArray *changed)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (changed->len == 0)
    return;
  for (guint i = 0; i < MIN (changed->len, MOST_TOLD); i++)
    g_ptr_array_add (sentences, crit_criterion_row_dup_spoken (changed->pdata[i]));
  if (changed->len > MOST_TOLD)
    g_ptr_array_add (sentences, dup_rest (changed->len - MOST_TOLD));
  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n", (char **) sentences->pdata);
  crit_telling_say (GTK_WIDGET (self), text);
}

static gboolean
has_focus (CritCriteriaPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
forget_changed (CritCriteriaPanel *self)
{
  if (self->changed != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->changed = NULL;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CritCriteriaPanel *self = CRIT_CRITERIA_PANEL (widget);

  if (self->frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  if (!has_focus (self))
    crit_bring_into_view (self->changed);
  self->changed = NULL;
  return G_SOURCE_REMOVE;
}

/* What is marked as changed is to be seen once it is laid out, unless somebody has come here to read meanwhile. */
static void
show_changed (CritCriteriaPanel *self, GPtrArray *changed)
{
  if (changed->len == 0)
    return;
  forget_changed (self);
  self->changed = changed->pdata[0];
  self->frames_to_wait = 1;
  self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
add_if_above (GPtrArray *above, GtkWidget *widget, GtkWidget *scroller)
{
  graphene_rect_t bounds = { 0 };

  if (gtk_widget_compute_bounds (widget, scroller, &bounds)
      && bounds.origin.y + bounds.size.height <= 0)
    g_ptr_array_add (above, widget);
}

/* What is scrolled out of view at the top. */
static GPtrArray *
list_above (CritCriteriaPanel *self)
{
  GPtrArray *above = g_ptr_array_new ();

  add_if_above (above, self->counts, GTK_WIDGET (self->scroller));
  for (guint i = 0; i < self->rows->len; i++)
    add_if_above (above, g_ptr_array_index (self->rows, i), GTK_WIDGET (self->scroller));
  return above;
}

static int
measure (GPtrArray *widgets)
{
  int sum = 0;

  for (guint i = 0; i < widgets->len; i++)
    {
      int height = 0;

      gtk_widget_measure (widgets->pdata[i], GTK_ORIENTATION_VERTICAL,
                          gtk_widget_get_allocated_width (widgets->pdata[i]), NULL, &height, NULL,
                          NULL);
      sum += height;
    }
  return sum;
}

/* What somebody reads stays where it is, however much higher or lower that above it has become. */
static void
scroll_by (CritCriteriaPanel *self, int distance)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);

  if (distance == 0)
    return;
  /* How high everything is will be known after the next layout, and may not be in the way of the value now. */
  gtk_adjustment_set_upper (adjustment, upper + MAX (distance, 0));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}

static void
update (CritCriteriaPanel *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GPtrArray) above = list_above (self);
  int height = measure (above);

  update_counts (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CritCriterionRow *row = g_ptr_array_index (self->rows, i);

      if (crit_criterion_row_update (row))
        g_ptr_array_add (changed, row);
    }
  scroll_by (self, measure (above) - height);
  tell (self, changed);
  show_changed (self, changed);
}

static void
build (CritCriteriaPanel *self)
{
  GPtrArray *criteria = crit_session_get_rules (self->session)->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (criteria, i);
      GtkWidget *group = get_group (self, criterion->kind);
      CritCriterionRow *row = crit_criterion_row_new (self->session, criterion);

      gtk_box_append (GTK_BOX (group), GTK_WIDGET (row));
      gtk_widget_show (group);
      g_ptr_array_add (self->rows, row);
    }
  show_urgent (self, &crit_session_get_rules (self->session)->urgent);
  update_counts (self);
}

static void
clear (CritCriteriaPanel *self)
{
  forget_changed (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (CritKind kind = CRIT_KIND_REQUIREMENT; kind <= CRIT_KIND_NOTE; kind++)
    gtk_widget_hide (get_group (self, kind));
}

static void
crit_criteria_panel_dispose (GObject *object)
{
  CritCriteriaPanel *self = CRIT_CRITERIA_PANEL (object);

  forget_changed (self);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_CRITERIA_PANEL);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_criteria_panel_parent_class)->dispose (object);
}

static void
crit_criteria_panel_finalize (GObject *object)
{
  g_ptr_array_unref (CRIT_CRITERIA_PANEL (object)->rows);
  G_OBJECT_CLASS (crit_criteria_panel_parent_class)->finalize (object);
}

static void
crit_criteria_panel_class_init (CritCriteriaPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = crit_criteria_panel_dispose;
  object_class->finalize = crit_criteria_panel_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "criteriapanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-criteria-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, counts);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, requirements);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, cautions);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, urgent);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, urgent_title);
  gtk_widget_class_bind_template_child (widget_class, CritCriteriaPanel, urgent_text);
}

static void
crit_criteria_panel_init (CritCriteriaPanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_criteria_panel_set_session:
 * @self: a panel
 * @session: (nullable): the open record
 *
 * Shows the criteria of a record's rules, and follows their statuses from then on.
 */
void
crit_criteria_panel_set_session (CritCriteriaPanel *self, CritSession *session)
{
  g_return_if_fail (CRIT_IS_CRITERIA_PANEL (self));
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
  g_signal_connect_object (session, "notify::screening", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/* Above the first of a group stands its heading, and above that of the first group how many there are. */
static GtkWidget *
get_first_above (CritCriteriaPanel *self, GtkWidget *row)
{
  GtkWidget *above = gtk_widget_get_prev_sibling (row);

  if (!GTK_IS_LABEL (above))
    return row;
  return gtk_widget_get_parent (row) == self->requirements ? gtk_widget_get_parent (self->counts)
                                                           : above;
}

/**
 * crit_criteria_panel_show_section:
 * @self: a panel with a session
 * @section: (nullable): a section of its rules, or NULL for all of them
 *
 * Scrolls to the first criterion that belongs to a section, unless it is in view.
 */
void
crit_criteria_panel_show_section (CritCriteriaPanel *self, const CritSection *section)
{
  GPtrArray *criteria = NULL;

  g_return_if_fail (CRIT_IS_CRITERIA_PANEL (self));
  g_return_if_fail (self->session != NULL);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  criteria = crit_session_get_rules (self->session)->criteria;
  for (guint i = 0; i < self->rows->len; i++)
    if (section == NULL || ((const CritCriterion *) criteria->pdata[i])->section == section)
      {
        crit_bring_to_top (get_first_above (self, self->rows->pdata[i]), self->rows->pdata[i]);
        return;
      }
}
