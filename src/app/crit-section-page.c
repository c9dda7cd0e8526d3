/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-section-page.h"

#include "crit-children.h"
#include "crit-label.h"
#include "crit-question-view.h"
#include "crit-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 640

struct _CritSectionPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkWidget *title;
  GtkWidget *help;
  GtkBox *questions;
  GtkWidget *nothing;
  GtkWidget *next;

  CritSession *session;
  const CritSection *section;
  GPtrArray *views; /* of CritQuestionView, borrowed */
  guint scroll_id;
  guint frames_to_wait;
};

G_DEFINE_FINAL_TYPE (CritSectionPage, crit_section_page, GTK_TYPE_WIDGET)

static CritQuestionView *
find_view (CritSectionPage *self, const CritQuestion *question)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      CritQuestionView *view = g_ptr_array_index (self->views, i);

      if (crit_question_view_get_place (view)->question == question)
        return view;
    }
  return NULL;
}

static void
record_changed_cb (CritSectionPage *self, const CritPlace *place)
{
  CritQuestionView *view = place != NULL ? find_view (self, place->question) : NULL;

  if (view != NULL)
    crit_question_view_update (view);
}

static void
update_shown (CritSectionPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->views->len; i++)
    {
      crit_question_view_update_shown (g_ptr_array_index (self->views, i));
      any = any || gtk_widget_get_visible (g_ptr_array_index (self->views, i));
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static void
update_width (CritSectionPage *self)
{
  int width = crit_text_scale (GTK_WIDGET (self), COLUMN_WIDTH);

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

/* Brings the question that has the focus into view, and does nothing where the whole of it is in view already. */
static void
scroll_to_focus (CritSectionPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *view = focus != NULL ? gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds = { 0 };

  if (view == NULL || !gtk_widget_is_ancestor (view, GTK_WIDGET (self))
      || !gtk_widget_compute_bounds (view, GTK_WIDGET (self->clamp), &bounds))
    return;
  if (bounds.origin.y < top || bounds.origin.y + bounds.size.height > top + height)
    gtk_adjustment_set_value (adjustment, MAX (bounds.origin.y - height / 6, 0));
}

/* What was just built or unfolded has its place only after the next layout. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CritSectionPage *self = CRIT_SECTION_PAGE (widget);

  if (self->frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  scroll_to_focus (self);
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (CritSectionPage *self)
{
  self->frames_to_wait = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
build_questions (CritSectionPage *self)
{
  for (guint i = 0; i < self->section->questions->len; i++)
    {
      CritPlace place = crit_place_of_question (g_ptr_array_index (self->section->questions, i));
      CritQuestionView *view = crit_question_view_new (self->session, &place);

      gtk_box_append (self->questions, GTK_WIDGET (view));
      g_ptr_array_add (self->views, view);
    }
}

static void
crit_section_page_dispose (GObject *object)
{
  CritSectionPage *self = CRIT_SECTION_PAGE (object);

  g_ptr_array_set_size (self->views, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_SECTION_PAGE);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_section_page_parent_class)->dispose (object);
}

static void
crit_section_page_finalize (GObject *object)
{
  g_ptr_array_unref (CRIT_SECTION_PAGE (object)->views);
  G_OBJECT_CLASS (crit_section_page_parent_class)->finalize (object);
}

static void
crit_section_page_class_init (CritSectionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = crit_section_page_dispose;
  object_class->finalize = crit_section_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, title);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, help);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, questions);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CritSectionPage, next);
}

static void
crit_section_page_init (CritSectionPage *self)
{
  self->views = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_width), self, G_CONNECT_SWAPPED);
  update_width (self);
}

/**
 * crit_section_page_new:
 * @session: the open record
 * @section: a section of its rules
 *
 * Builds the questions of a section.
 *
 * Returns: (transfer floating): the page
 */
CritSectionPage *
crit_section_page_new (CritSession *session, const CritSection *section)
{
  CritSectionPage *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  self = g_object_new (CRIT_TYPE_SECTION_PAGE, NULL);
  self->session = g_object_ref (session);
  self->section = section;
  crit_label_set (self->title, section->title);
  crit_label_set (self->help, section->help);
  build_questions (self);
  update_shown (self);
  g_signal_connect_object (crit_session_get_record (session), "changed",
                           G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::screening", G_CALLBACK (update_shown), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * crit_section_page_get_section:
 * @self: a page
 *
 * Returns: (transfer none): the section it shows
 */
const CritSection *
crit_section_page_get_section (CritSectionPage *self)
{
  g_return_val_if_fail (CRIT_IS_SECTION_PAGE (self), NULL);

  return self->section;
}

/**
 * crit_section_page_set_last:
 * @self: a page
 * @last: whether nothing but the summary comes after it
 *
 * Says on the button what comes next.
 */
void
crit_section_page_set_last (CritSectionPage *self, gboolean last)
{
  g_return_if_fail (CRIT_IS_SECTION_PAGE (self));
  gtk_button_set_label (GTK_BUTTON (self->next), last ? _ ("Summary") : _ ("Next"));
}

/**
 * crit_section_page_focus_start:
 * @self: a page
 *
 * Begins at the top: shows it, with the keyboard focus in the first question.
 */
void
crit_section_page_focus_start (CritSectionPage *self)
{
  g_return_if_fail (CRIT_IS_SECTION_PAGE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  for (guint i = 0; i < self->views->len; i++)
    {
      CritQuestionView *view = g_ptr_array_index (self->views, i);

      if (gtk_widget_get_visible (GTK_WIDGET (view)))
        {
          crit_question_view_focus_place (view, crit_question_view_get_place (view));
          return;
        }
    }
  gtk_widget_grab_focus (self->next);
}

/**
 * crit_section_page_focus_place:
 * @self: a page
 * @place: a place in this section
 *
 * Scrolls to where a place is answered, unfolds it where it is folded, and moves the keyboard focus there.
 *
 * Returns: whether it could
 */
gboolean
crit_section_page_focus_place (CritSectionPage *self, const CritPlace *place)
{
  CritQuestionView *view = NULL;

  g_return_val_if_fail (CRIT_IS_SECTION_PAGE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  view = find_view (self, place->question);
  if (view == NULL || !crit_question_view_focus_place (view, place))
    return FALSE;
  scroll_soon (self);
  return TRUE;
}
