/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-criterion-row.h"

#include "crit-bring-into-view.h"
#include "crit-children.h"
#include "crit-label.h"
#include "crit-mark-image.h"
#include "crit-source-popover.h"

#include <glib/gi18n-lib.h>

#define CHANGED_SECONDS 4

/* So many links are in view at once; the others are one click away. */
#define MAX_LINKS 4

struct _CritCriterionRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *status_box;
  CritMarkImage *mark;
  GtkWidget *status;
  GtkWidget *text;
  GtkWidget *reason;
  GtkWidget *open_box;
  GtkWidget *links;
  GtkWidget *more;
  GtkMenuButton *source;

  CritSession *session;
  const CritCriterion *criterion;
  CritStatus shown_status;
  GArray *shown_open; /* of CritPlace */
  gboolean filled;
  gboolean all_links;
  guint changed_id;
};

G_DEFINE_FINAL_TYPE (CritCriterionRow, crit_criterion_row, GTK_TYPE_WIDGET)

static gboolean
unmark_cb (gpointer user_data)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (user_data);

  self->changed_id = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  return G_SOURCE_REMOVE;
}

static void
mark_changed (CritCriterionRow *self)
{
  g_clear_handle_id (&self->changed_id, g_source_remove);
  gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  self->changed_id = g_timeout_add_seconds (CHANGED_SECONDS, unmark_cb, self);
}

static gboolean
update_status (CritCriterionRow *self, CritStatus status)
{
  g_autofree char *spoken = NULL;

  if (self->filled && self->shown_status == status)
    return FALSE;
  if (self->filled)
    mark_changed (self);
  self->shown_status = status;
  gtk_widget_set_visible (self->status_box, status != CRIT_STATUS_NONE);
  if (status == CRIT_STATUS_NONE)
    return self->filled;
  crit_mark_image_set_status (self->mark, status);
  crit_label_set (self->status, crit_status_get_label (status));
  if (status == CRIT_STATUS_UNKNOWN || status == CRIT_STATUS_PRESENT)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "accent");
  spoken = crit_criterion_row_dup_spoken (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  return self->filled;
}

static void
link_clicked_cb (CritCriterionRow *self, GtkWidget *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "crit-link"));

  if (i < self->shown_open->len)
    {
      /* The row may be updated while the window goes there. */
      CritPlace place = g_array_index (self->shown_open, CritPlace, i);

      crit_session_go_to (self->session, &place);
    }
}

static GtkWidget *
make_link (CritCriterionRow *self, guint i)
{
  g_autofree char *text = crit_screening_dup_open_text (
      crit_session_get_screening (self->session), &g_array_index (self->shown_open, CritPlace, i));
  GtkWidget *button = gtk_button_new ();
  /* Translators: %s is a question that is open; the link goes to it */
  g_autofree char *name = g_strdup_printf (_ ("Go to: %s"), text);

  gtk_button_set_child (GTK_BUTTON (button), crit_label_new (text, CRIT_LABEL_PLAIN));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crit-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "crit-link", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
build_links (CritCriterionRow *self)
{
  guint n_open = self->shown_open->len;
  /* One more link takes no more room than the words "1 more". */
  guint n_shown = self->all_links || n_open <= MAX_LINKS + 1 ? n_open : MAX_LINKS;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (GTK_BOX (self->links), make_link (self, i));
  gtk_widget_set_visible (self->open_box, n_open > 0);
  gtk_widget_set_visible (self->more, n_shown < n_open);
  if (n_shown < n_open)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_open - n_shown), n_open - n_shown);

      gtk_button_set_label (GTK_BUTTON (self->more), text);
    }
}

/* Where the reason is what is open, the links say the same, and lead there. What the rules say of it stays. */
static gboolean
is_said_by_links (const CritOutcome *outcome)
{
  return outcome->status == CRIT_STATUS_UNKNOWN && !outcome->imprecise && outcome->open->len > 0;
}

static gboolean
same_places (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!crit_place_equal (&g_array_index (a, CritPlace, i), &g_array_index (b, CritPlace, i)))
        return FALSE;
    }
  return TRUE;
}

static void
update_open (CritCriterionRow *self, GArray *open)
{
  if (same_places (self->shown_open, open))
    return;
  g_array_set_size (self->shown_open, 0);
  if (open->len > 0)
    g_array_append_vals (self->shown_open, open->data, open->len);
  build_links (self);
}

static void
more_cb (CritCriterionRow *self)
{
  guint first = self->shown_open->len > MAX_LINKS ? MAX_LINKS : 0;
  GtkWidget *link = NULL;

  self->all_links = TRUE;
  build_links (self);
  link = gtk_widget_get_first_child (self->links);
  for (guint i = 0; i < first && link != NULL; i++)
    link = gtk_widget_get_next_sibling (link);
  if (link != NULL)
    gtk_widget_grab_focus (link);
}

/* A menu button makes its words anew even where they are the same. */
static void
name_source (CritCriterionRow *self, const char *name)
{
  if (g_strcmp0 (gtk_menu_button_get_label (self->source), name) != 0)
    gtk_menu_button_set_label (self->source, name);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (user_data);

  /* Made anew each time: other answers may have decided meanwhile. */
  gtk_menu_button_set_popover (button, crit_source_popover_new (self->session, self->criterion));
}

static void
fill (CritCriterionRow *self)
{
  /* Translators: %s is the text of a criterion */
  g_autofree char *name = g_strdup_printf (_ ("Source of: %s"), self->criterion->text);
  GPtrArray *citations = self->criterion->citations;

  crit_label_set (self->text, self->criterion->text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->text, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* The button inside is called "Source", as it says; what it is the source of is told as well. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->source))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->source), (citations != NULL && citations->len > 0)
                                                         || self->criterion->help != NULL);
  gtk_menu_button_set_create_popup_func (self->source, create_popover_cb, self, NULL);
}

/* A link alone at the edge of the panel would not say which criterion it belongs to. */
static gboolean
crit_criterion_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean moved = GTK_WIDGET_CLASS (crit_criterion_row_parent_class)->focus (widget, direction);

  if (moved)
    crit_bring_into_view (widget);
  return moved;
}

static void
crit_criterion_row_dispose (GObject *object)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_CRITERION_ROW);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_criterion_row_parent_class)->dispose (object);
}

static void
crit_criterion_row_finalize (GObject *object)
{
  g_array_unref (CRIT_CRITERION_ROW (object)->shown_open);
  G_OBJECT_CLASS (crit_criterion_row_parent_class)->finalize (object);
}

static void
crit_criterion_row_class_init (CritCriterionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CRIT_TYPE_MARK_IMAGE);
  object_class->dispose = crit_criterion_row_dispose;
  object_class->finalize = crit_criterion_row_finalize;
  widget_class->focus = crit_criterion_row_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "criterion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, mark);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, status);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, text);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, open_box);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, links);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, more);
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, source);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
crit_criterion_row_init (CritCriterionRow *self)
{
  self->shown_open = g_array_new (FALSE, FALSE, sizeof (CritPlace));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_criterion_row_new:
 * @session: the open record
 * @criterion: a criterion of its rules
 *
 * Makes the row of a criterion and shows its status now, not as a change.
 *
 * Returns: (transfer floating): the row
 */
CritCriterionRow *
crit_criterion_row_new (CritSession *session, const CritCriterion *criterion)
{
  CritCriterionRow *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (criterion != NULL, NULL);

  self = g_object_new (CRIT_TYPE_CRITERION_ROW, NULL);
  self->session = g_object_ref (session);
  self->criterion = criterion;
  fill (self);
  crit_criterion_row_update (self);
  self->filled = TRUE;
  return self;
}

/**
 * crit_criterion_row_update:
 * @self: a row
 *
 * Shows what the screening says now; what it says as before is left alone.
 *
 * Returns: whether the status changed
 */
gboolean
crit_criterion_row_update (CritCriterionRow *self)
{
  const CritOutcome *outcome = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (CRIT_IS_CRITERION_ROW (self), FALSE);

  outcome =
      crit_screening_get_outcome (crit_session_get_screening (self->session), self->criterion);
  changed = update_status (self, outcome->status);
  crit_label_set (self->reason,
                  is_said_by_links (outcome) ? self->criterion->reasons.unknown : outcome->reason);
  update_open (self, outcome->open);
  name_source (self, outcome->deciding->len > 0 ? _ ("Answers and source") : _ ("Source"));
  return changed;
}

/**
 * crit_criterion_row_dup_spoken:
 * @self: a row
 *
 * Returns: (transfer full): its status and its text, as they are read out when the status changes
 */
char *
crit_criterion_row_dup_spoken (CritCriterionRow *self)
{
  g_return_val_if_fail (CRIT_IS_CRITERION_ROW (self), NULL);

  /* Translators: the status of a criterion and the criterion, read out when the status changes */
  return g_strdup_printf (_ ("%1$s: %2$s"), crit_status_get_label (self->shown_status),
                          self->criterion->text);
}

/**
 * crit_criterion_row_is_changed:
 * @self: a row
 *
 * Says whether its status changed in the last few seconds.
 *
 * Returns: whether it is marked
 */
gboolean
crit_criterion_row_is_changed (CritCriterionRow *self)
{
  g_return_val_if_fail (CRIT_IS_CRITERION_ROW (self), FALSE);
  return self->changed_id != 0;
}
