/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-checklist-page.h"

#include "crit-children.h"
#include "crit-criteria-panel.h"
#include "crit-criterion-row.h"
#include "crit-label.h"
#include "crit-panes.h"
#include "crit-question-view.h"
#include "crit-section-list.h"
#include "crit-section-page.h"
#include "crit-summary-page.h"

#include <glib/gi18n-lib.h>

struct _CritChecklistPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  CritPanes *panes;
  CritSectionList *sections;
  GtkStack *steps;
  GtkWidget *where;
  GtkWidget *how_far;
  GtkWidget *counts_bar;
  GtkWidget *counts;
  CritCriteriaPanel *criteria;

  CritSession *session;
  int step;
  guint changed_id; /* while the counts are marked */
};

G_DEFINE_FINAL_TYPE (CritChecklistPage, crit_checklist_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STEP,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static int
count_sections (CritChecklistPage *self)
{
  return self->session != NULL ? (int) crit_session_get_rules (self->session)->sections->len : 0;
}

static const CritSection *
get_section (CritChecklistPage *self, int step)
{
  return g_ptr_array_index (crit_session_get_rules (self->session)->sections, step);
}

static gboolean
is_shown (CritChecklistPage *self, int step)
{
  return step == count_sections (self)
         || crit_screening_is_section_shown (crit_session_get_screening (self->session),
                                             get_section (self, step));
}

/* The next step in a direction whose section applies; the step itself where there is none. */
static int
find_step (CritChecklistPage *self, int from, int direction)
{
  for (int step = from + direction; step >= 0 && step <= count_sections (self); step += direction)
    {
      if (is_shown (self, step))
        return step;
    }
  return from;
}

static GtkWidget *
make_step (CritChecklistPage *self, int step)
{
  if (step == count_sections (self))
    return g_object_new (CRIT_TYPE_SUMMARY_PAGE, "session", self->session, NULL);
  return GTK_WIDGET (crit_section_page_new (self->session, get_section (self, step)));
}

/* A section is built when it is first shown, and kept: what was typed and is no answer yet stays in its field. */
static GtkWidget *
ensure_step (CritChecklistPage *self, int step)
{
  g_autofree char *name = g_strdup_printf ("%d", step);
  GtkWidget *page = gtk_stack_get_child_by_name (self->steps, name);

  if (page == NULL)
    {
      page = make_step (self, step);
      gtk_stack_add_named (self->steps, page, name);
    }
  return page;
}

static gboolean
unmark_counts_cb (gpointer user_data)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (user_data);

  self->changed_id = 0;
  gtk_widget_remove_css_class (self->counts_bar, "changed");
  return G_SOURCE_REMOVE;
}

/* Where the criteria are folded away this bar stands for them: it is marked as they are. */
static void
update_counts (CritChecklistPage *self)
{
  g_autofree char *counts =
      crit_screening_dup_counts_text (crit_session_get_screening (self->session));
  const char *before = gtk_label_get_text (GTK_LABEL (self->counts));

  if (*before != '\0' && !g_str_equal (before, counts))
    {
      g_clear_handle_id (&self->changed_id, g_source_remove);
      gtk_widget_add_css_class (self->counts_bar, "changed");
      self->changed_id = g_timeout_add_seconds (CRIT_CHANGED_SECONDS, unmark_counts_cb, self);
    }
  crit_label_set (self->counts, counts);
}

static void
update_bars (CritChecklistPage *self)
{
  g_autofree char *how_far = NULL;

  update_counts (self);
  if (self->step == count_sections (self))
    {
      crit_label_set (self->where, _ ("Summary"));
      crit_label_set (self->how_far, NULL);
      return;
    }
  how_far = crit_section_list_dup_progress (self->session, get_section (self, self->step));
  crit_label_set (self->where, get_section (self, self->step)->title);
  crit_label_set (self->how_far, how_far);
}

static void
update_actions (CritChecklistPage *self)
{
  int next = find_step (self, self->step, 1);
  GtkWidget *page = gtk_stack_get_visible_child (self->steps);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.back",
                                 find_step (self, self->step, -1) != self->step);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.next", next != self->step);
  if (CRIT_IS_SECTION_PAGE (page))
    crit_section_page_set_last (CRIT_SECTION_PAGE (page), next == count_sections (self));
}

static void
set_step (CritChecklistPage *self, int step)
{
  gboolean changed = self->step != step;

  self->step = step;
  gtk_stack_set_visible_child (self->steps, ensure_step (self, step));
  crit_section_list_set_step (self->sections, step);
  update_actions (self);
  update_bars (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
focus_step (CritChecklistPage *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->steps);

  crit_panes_show_middle (self->panes);
  if (CRIT_IS_SECTION_PAGE (page))
    crit_section_page_focus_start (CRIT_SECTION_PAGE (page));
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
screening_cb (CritChecklistPage *self)
{
  /* An undo may hide the very section that is shown. */
  if (!is_shown (self, self->step))
    set_step (self, find_step (self, self->step, 1));
  update_actions (self);
  update_bars (self);
}

/* Where the keyboard focus is, if it is in a question. */
static const CritPlace *
find_focused_place (CritChecklistPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->steps)))
    return NULL;
  view = gtk_widget_get_ancestor (focus, CRIT_TYPE_QUESTION_VIEW);
  return view != NULL ? crit_question_view_get_place (CRIT_QUESTION_VIEW (view)) : NULL;
}

/* What was shown, said in ids: those mean the same in another edition of the rules, where pointers mean nothing. */
typedef struct
{
  gboolean summary;
  char *section;  /* (nullable) */
  char *question; /* (nullable): where the focus was, if anywhere */
  char *field;    /* (nullable) */
  int entry;
  gboolean complete;
} Whereabouts;

static Whereabouts
find_whereabouts (CritChecklistPage *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->steps);
  const CritPlace *place = find_focused_place (self);
  Whereabouts here = { .summary = CRIT_IS_SUMMARY_PAGE (page), .entry = -1 };

  if (CRIT_IS_SECTION_PAGE (page))
    here.section = g_strdup (crit_section_page_get_section (CRIT_SECTION_PAGE (page))->id);
  if (place == NULL)
    return here;
  here.question = g_strdup (place->question->id);
  here.field = place->field != NULL ? g_strdup (place->field->id) : NULL;
  here.entry = place->entry;
  here.complete = place->complete;
  return here;
}

static void
clear_whereabouts (Whereabouts *here)
{
  g_free (here->section);
  g_free (here->question);
  g_free (here->field);
}

static void
return_to_section (CritChecklistPage *self, const Whereabouts *here)
{
  for (int step = 0; step < count_sections (self); step++)
    if (g_strcmp0 (get_section (self, step)->id, here->section) == 0 && is_shown (self, step))
      set_step (self, step);
  if (here->summary)
    set_step (self, count_sections (self));
}

static void
return_to_focus (CritChecklistPage *self, const Whereabouts *here)
{
  const CritQuestion *question =
      here->question != NULL
          ? crit_rules_find_question (crit_session_get_rules (self->session), here->question)
          : NULL;
  CritPlace place = { 0 };

  if (question == NULL || (int) question->section->index != self->step)
    return;
  place = crit_place_of_question (question);
  if (here->field != NULL && question->type == CRIT_QUESTION_LIST)
    {
      place.entry = here->entry;
      place.field = crit_question_find_field (question, here->field);
    }
  else if (here->complete && question->type == CRIT_QUESTION_LIST)
    place = crit_place_of_complete (question);
  if (here->field == NULL || place.field != NULL)
    crit_checklist_page_go_to (self, &place);
}

/* Under other rules there are other questions and criteria: everything is made anew, and the person left where they were. */
static void
record_cb (CritChecklistPage *self)
{
  g_autoptr (CritSession) session = g_object_ref (self->session);
  Whereabouts here = find_whereabouts (self);

  crit_checklist_page_set_session (self, NULL);
  crit_checklist_page_set_session (self, session);
  return_to_section (self, &here);
  return_to_focus (self, &here);
  clear_whereabouts (&here);
}

/* Whoever turns to a section sees its criteria beside it. Not so who follows a link from a criterion: they read that one. */
static void
turn_to (CritChecklistPage *self, int step)
{
  set_step (self, step);
  if (self->session != NULL)
    crit_criteria_panel_show_section (
        self->criteria, step < count_sections (self) ? get_section (self, step) : NULL);
}

static void
section_chosen_cb (CritChecklistPage *self, int step)
{
  turn_to (self, step);
}

static void
section_activated_cb (CritChecklistPage *self)
{
  focus_step (self);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (widget);

  turn_to (self, find_step (self, self->step, -1));
  focus_step (self);
}

static void
go_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (widget);

  turn_to (self, find_step (self, self->step, 1));
  focus_step (self);
}

static void
show_sections (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_panes_show_start (CRIT_CHECKLIST_PAGE (widget)->panes);
}

static void
show_criteria (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_panes_show_end (CRIT_CHECKLIST_PAGE (widget)->panes);
}

static void
focus_next_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_panes_focus_next (CRIT_CHECKLIST_PAGE (widget)->panes, TRUE);
}

static void
focus_previous_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_panes_focus_next (CRIT_CHECKLIST_PAGE (widget)->panes, FALSE);
}

static void
show_questions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  crit_panes_focus_middle (CRIT_CHECKLIST_PAGE (widget)->panes);
}

static void
clear_steps (CritChecklistPage *self)
{
  GtkWidget *page = NULL;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_stack_remove (self->steps, page);
}

/* A record that is opened is ready to be answered; where something in it has the focus already, that keeps it. */
static void
crit_checklist_page_map (GtkWidget *widget)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (crit_checklist_page_parent_class)->map (widget);
  if (self->session != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, widget)))
    focus_step (self);
}

static void
crit_checklist_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STEP:
      g_value_set_int (value, self->step);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_checklist_page_set_property (GObject *object,
                                  guint property,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (object);

  switch (property)
    {
    case PROP_SESSION:
      crit_checklist_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_STEP:
      if (self->session != NULL && g_value_get_int (value) <= count_sections (self))
        set_step (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_checklist_page_dispose (GObject *object)
{
  CritChecklistPage *self = CRIT_CHECKLIST_PAGE (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CRIT_TYPE_CHECKLIST_PAGE);
  crit_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_checklist_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, panes);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, sections);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, steps);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, where);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, how_far);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, counts_bar);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, counts);
  gtk_widget_class_bind_template_child (widget_class, CritChecklistPage, criteria);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
}

static void
crit_checklist_page_class_init (CritChecklistPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CRIT_TYPE_CRITERIA_PANEL);
  g_type_ensure (CRIT_TYPE_PANES);
  g_type_ensure (CRIT_TYPE_SECTION_LIST);
  object_class->get_property = crit_checklist_page_get_property;
  object_class->set_property = crit_checklist_page_set_property;
  object_class->dispose = crit_checklist_page_dispose;
  widget_class->map = crit_checklist_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklistpage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-checklist-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "checklist.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "checklist.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "checklist.show-sections", NULL, show_sections);
  gtk_widget_class_install_action (widget_class, "checklist.show-criteria", NULL, show_criteria);
  gtk_widget_class_install_action (widget_class, "checklist.show-questions", NULL, show_questions);
  gtk_widget_class_install_action (widget_class, "checklist.next-pane", NULL, focus_next_pane);
  gtk_widget_class_install_action (widget_class, "checklist.previous-pane", NULL,
                                   focus_previous_pane);

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, CRIT_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEP] =
      g_param_spec_int ("step", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
crit_checklist_page_init (CritChecklistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_checklist_page_set_session:
 * @self: a page
 * @session: (nullable): the open record
 *
 * Shows a record from its first section on.
 */
void
crit_checklist_page_set_session (CritChecklistPage *self, CritSession *session)
{
  g_return_if_fail (CRIT_IS_CHECKLIST_PAGE (self));
  g_return_if_fail (session == NULL || CRIT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  clear_steps (self);
  g_set_object (&self->session, session);
  crit_section_list_set_session (self->sections, session);
  crit_criteria_panel_set_session (self->criteria, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::screening", G_CALLBACK (screening_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "go-to", G_CALLBACK (crit_checklist_page_go_to), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self,
                               G_CONNECT_SWAPPED);
      set_step (self, is_shown (self, 0) ? 0 : find_step (self, 0, 1));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * crit_checklist_page_go_to:
 * @self: a page with a session
 * @place: where to go
 *
 * Shows the section of a place, scrolls to it and moves the keyboard focus there, unfolding its entry.
 */
void
crit_checklist_page_go_to (CritChecklistPage *self, const CritPlace *place)
{
  GtkWidget *page = NULL;

  g_return_if_fail (CRIT_IS_CHECKLIST_PAGE (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (place != NULL && place->question != NULL);

  crit_panes_show_middle (self->panes);
  set_step (self, place->question->section->index);
  page = gtk_stack_get_visible_child (self->steps);
  crit_section_page_focus_place (CRIT_SECTION_PAGE (page), place);
}

/**
 * crit_checklist_page_show_question:
 * @self: a page with a session
 * @question: a top-level question
 *
 * Goes to a question that is in another section than the one shown. Where its section is shown already, or does not
 * apply, nothing moves.
 */
void
crit_checklist_page_show_question (CritChecklistPage *self, const CritQuestion *question)
{
  CritPlace place = { 0 };
  int step = 0;

  g_return_if_fail (CRIT_IS_CHECKLIST_PAGE (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (question != NULL);

  step = (int) question->section->index;
  place = crit_place_of_question (question);
  if (step != self->step && is_shown (self, step))
    crit_checklist_page_go_to (self, &place);
}
