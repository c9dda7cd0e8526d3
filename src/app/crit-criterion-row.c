/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-criterion-row.h"

#include "crit-bring-into-view.h"
#include "crit-children.h"
#include "crit-label.h"
#include "crit-mark-image.h"
#include "crit-source-popover.h"
#include "crit-steady.h"

#include <glib/gi18n-lib.h>

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
  GtkWidget *source_name;

  CritSession *session;
  const CritCriterion *criterion;
  CritStatus shown_status;
  CritScreening *screening; /* (nullable): what the row shows */
  GArray *open;             /* (nullable): of CritPlace; belongs to @screening */
  gboolean filled;
  gboolean all_links;
  gboolean waiting; /* until it is in view, to say its source */
  guint frames_to_wait;
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
  self->changed_id = g_timeout_add_seconds (CRIT_CHANGED_SECONDS, unmark_cb, self);
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

static const CritPlace *
get_place (GtkWidget *link)
{
  return g_object_get_data (G_OBJECT (link), "crit-place");
}

static void
link_clicked_cb (CritCriterionRow *self, GtkWidget *link)
{
  /* The link may be gone while the window goes there. */
  CritPlace place = *get_place (link);

  crit_session_go_to (self->session, &place);
}

static GtkWidget *
make_link (CritCriterionRow *self, const CritPlace *place)
{
  GtkWidget *link = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (link), crit_label_new (NULL, CRIT_LABEL_PLAIN));
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "crit-link");
  g_object_set_data_full (G_OBJECT (link), "crit-place", g_memdup2 (place, sizeof *place), g_free);
  g_signal_connect_object (link, "clicked", G_CALLBACK (link_clicked_cb), self, G_CONNECT_SWAPPED);
  return link;
}

/* What is open may be so in another way, such as not known, and then has other words. */
static void
name_link (CritCriterionRow *self, GtkWidget *link)
{
  g_autofree char *text =
      crit_screening_dup_open_text (crit_session_get_screening (self->session), get_place (link));
  /* Translators: %s is a question that is open; the link goes to it */
  g_autofree char *name = g_strdup_printf (_ ("Go to: %s"), text);

  crit_label_set (gtk_button_get_child (GTK_BUTTON (link)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
has_place (const GArray *places, guint n_places, const CritPlace *place)
{
  for (guint i = 0; i < n_places; i++)
    if (crit_place_equal (&g_array_index (places, CritPlace, i), place))
      return TRUE;
  return FALSE;
}

static void
remove_links (CritCriterionRow *self, guint n_shown)
{
  GtkWidget *next = NULL;

  for (GtkWidget *link = gtk_widget_get_first_child (self->links); link != NULL; link = next)
    {
      next = gtk_widget_get_next_sibling (link);
      if (!has_place (self->open, n_shown, get_place (link)))
        gtk_box_remove (GTK_BOX (self->links), link);
    }
}

/* Both are in the order of the rules file, so a link that stays is met in its turn. */
static void
add_links (CritCriterionRow *self, guint n_shown)
{
  GtkWidget *before = NULL;
  GtkWidget *link = gtk_widget_get_first_child (self->links);

  for (guint i = 0; i < n_shown; i++)
    {
      const CritPlace *place = &g_array_index (self->open, CritPlace, i);

      if (link == NULL || !crit_place_equal (get_place (link), place))
        {
          link = make_link (self, place);
          gtk_box_insert_child_after (GTK_BOX (self->links), link, before);
        }
      name_link (self, link);
      before = link;
      link = gtk_widget_get_next_sibling (link);
    }
}

static void
update_links (CritCriterionRow *self)
{
  guint n_open = self->open->len;
  /* One more link takes no more room than the words "1 more". */
  guint n_shown = self->all_links || n_open <= MAX_LINKS + 1 ? n_open : MAX_LINKS;

  remove_links (self, n_shown);
  add_links (self, n_shown);
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

static void
more_cb (CritCriterionRow *self)
{
  guint first = self->open->len > MAX_LINKS ? MAX_LINKS : 0;
  GtkWidget *link = NULL;

  self->all_links = TRUE;
  update_links (self);
  link = gtk_widget_get_first_child (self->links);
  for (guint i = 0; i < first && link != NULL; i++)
    link = gtk_widget_get_next_sibling (link);
  if (link != NULL)
    gtk_widget_grab_focus (link);
}

/* A menu button's own label is made anew each time it changes, even where it does not. */
static void
name_source (CritCriterionRow *self, const char *name)
{
  crit_label_set (self->source_name, name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->source))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
popup_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (widget);

  if (self->frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popdown (self->source);
  gtk_menu_button_popup (self->source);
  self->waiting = FALSE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds = { 0 };

  return scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds)
         || (bounds.origin.y >= 0
             && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller));
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (user_data);

  /* A screen reader may press what is scrolled away, and GTK cannot place a popover beside what is not on the screen. */
  if (!self->waiting && !is_in_view (GTK_WIDGET (button)))
    {
      gtk_menu_button_set_popover (button, NULL);
      crit_bring_into_view (GTK_WIDGET (button));
      self->waiting = TRUE;
      self->frames_to_wait = 1;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), popup_cb, NULL, NULL);
      return;
    }
  /* Made anew each time: other answers may have decided meanwhile. */
  gtk_menu_button_set_popover (button, crit_source_popover_new (self->session, self->criterion));
}

static void
fill (CritCriterionRow *self)
{
  /* Translators: %s is the text of a criterion */
  g_autofree char *name = g_strdup_printf (_ ("Source of: %s"), self->criterion->text);
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->source)));

  crit_label_set (self->text, self->criterion->text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->text, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* The button inside is called "Source", as it says; what it is the source of is told as well. GTK would name it after
   * the menu button around it besides. */
  gtk_accessible_reset_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->source),
                          self->criterion->n_citations > 0 || self->criterion->help != NULL);
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

/* A screening shares the outcomes that stay as they were with the one before. Returns whether this one did not. */
static gboolean
take_screening (CritCriterionRow *self)
{
  CritScreening *former = self->screening;
  gboolean same = FALSE;

  self->screening = crit_screening_ref (crit_session_get_screening (self->session));
  if (former == NULL)
    return TRUE;
  same = crit_screening_get_outcome (former, self->criterion)
         == crit_screening_get_outcome (self->screening, self->criterion);
  crit_screening_unref (former);
  return !same;
}

static void
crit_criterion_row_dispose (GObject *object)
{
  CritCriterionRow *self = CRIT_CRITERION_ROW (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_CRITERION_ROW);
  crit_children_remove (GTK_WIDGET (self));
  self->open = NULL;
  g_clear_pointer (&self->screening, crit_screening_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_criterion_row_parent_class)->dispose (object);
}

static void
crit_criterion_row_class_init (CritCriterionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CRIT_TYPE_MARK_IMAGE);
  g_type_ensure (CRIT_TYPE_STEADY);
  object_class->dispose = crit_criterion_row_dispose;
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
  gtk_widget_class_bind_template_child (widget_class, CritCriterionRow, source_name);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
crit_criterion_row_init (CritCriterionRow *self)
{
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

  if (!take_screening (self))
    return FALSE;
  outcome = crit_screening_get_outcome (self->screening, self->criterion);
  self->open = outcome->open;
  changed = update_status (self, outcome->status);
  crit_label_set (self->reason,
                  is_said_by_links (outcome) ? self->criterion->reasons.unknown : outcome->reason);
  update_links (self);
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
