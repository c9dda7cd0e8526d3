/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-summary-page.h"

#include "crit-paper.h"
#include "crit-print.h"
#include "crit-review-list.h"
#include "crit-row-layout.h"
#include "crit-side-layout.h"
#include "crit-thumbnails.h"
#include "record/crit-record-file.h"
#include "summary/crit-summary.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.25
#define SMALLEST_ZOOM 0.4
#define LARGEST_ZOOM 3.0
#define PIXELS_PER_POINT (96.0 / 72.0)
#define TEXT_WIDTH 80
#define PAGE_MARGIN 18

struct _CritSummaryPage
{
  AdwBin parent_instance;

  CritReviewList *open_list;
  CritReviewList *changed_list;
  GtkBox *papers;
  CritThumbnails *thumbnails;
  GtkScrolledWindow *scroller;
  GtkWidget *content;

  CritSession *session;
  CritPages *pages;
  double zoom;
  gboolean stale; /* the record changed while the page was not shown */
};

G_DEFINE_FINAL_TYPE (CritSummaryPage, crit_summary_page, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static CritPaper *
get_paper (CritSummaryPage *self, guint index)
{
  GtkWidget *paper = gtk_widget_get_first_child (GTK_WIDGET (self->papers));

  for (guint i = 0; i < index; i++)
    paper = gtk_widget_get_next_sibling (paper);
  return CRIT_PAPER (paper);
}

static guint
count_children (GtkBox *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
set_zoom (CritSummaryPage *self, double zoom)
{
  self->zoom = zoom;
  for (guint i = 0; i < count_children (self->papers); i++)
    crit_paper_set_zoom (get_paper (self, i), zoom);
}

static double
get_shown_zoom (CritSummaryPage *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->papers)) == NULL)
    return 1;
  return crit_paper_get_scale (get_paper (self, 0)) / PIXELS_PER_POINT;
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritSummaryPage *self = CRIT_SUMMARY_PAGE (widget);

  set_zoom (self, MIN (get_shown_zoom (self) * ZOOM_STEP, LARGEST_ZOOM));
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CritSummaryPage *self = CRIT_SUMMARY_PAGE (widget);

  set_zoom (self, MAX (get_shown_zoom (self) / ZOOM_STEP, SMALLEST_ZOOM));
}

static void
zoom_fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (CRIT_SUMMARY_PAGE (widget), 0);
}

static void
place_chosen_cb (CritSummaryPage *self, const CritPlace *place)
{
  crit_session_go_to (self->session, place);
}

static void
add_places (GArray *places, const GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const CritPlace *place = &g_array_index (more, CritPlace, i);
      gboolean known = FALSE;

      for (guint j = 0; j < places->len && !known; j++)
        known = crit_place_equal (place, &g_array_index (places, CritPlace, j));
      if (!known)
        g_array_append_val (places, *place);
    }
}

/* What is still open, each place once, though several criteria may wait for it. */
static GArray *
list_open (CritSummaryPage *self)
{
  CritScreening *screening = crit_session_get_screening (self->session);
  GPtrArray *criteria = crit_session_get_rules (self->session)->criteria;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CritPlace));

  for (guint i = 0; i < criteria->len; i++)
    add_places (places,
                crit_screening_get_outcome (screening, g_ptr_array_index (criteria, i))->open);
  return places;
}

static void
show_open (CritSummaryPage *self)
{
  g_autoptr (GArray) places = list_open (self);
  g_autofree char *title = NULL;

  crit_review_list_clear (self->open_list);
  for (guint i = 0; i < places->len; i++)
    {
      const CritPlace *place = &g_array_index (places, CritPlace, i);
      g_autofree char *label = crit_place_dup_label (place);

      crit_review_list_add (self->open_list, label, place);
    }
  if (places->len == 0)
    return;
  /* Translators: %u answers are open or unknown, and the status of some criterion depends on them. */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open answer can still change a status",
                                        "%u open answers can still change a status", places->len),
                           places->len);
  crit_review_list_set_title (self->open_list, title);
}

static const char *
get_part_label (const CritRevision *revision)
{
  switch (revision->part)
    {
    case CRIT_RECORD_REFERENCE:
      return _ ("Reference");
    case CRIT_RECORD_DATE:
      return _ ("Record date");
    case CRIT_RECORD_COMPLETED_BY:
      return _ ("Completed by");
    case CRIT_RECORD_RULES:
      return _ ("Criteria");
    default:
      return revision->question;
    }
}

/* What was taken out is nowhere to be gone to. */
static void
add_revision (CritSummaryPage *self, const CritRevision *revision)
{
  const CritRules *rules = crit_session_get_rules (self->session);
  g_autofree char *note = revision->part == CRIT_RECORD_NOTE
                              /* Translators: a note on an answer; %s is the question. */
                              ? g_strdup_printf (_ ("Note on %s"), revision->question)
                              : NULL;
  CritPlace place = { 0 };
  gboolean leads = revision->place != NULL && revision->after != NULL
                   && crit_place_parse (rules, revision->place, &place);

  crit_review_list_add (self->changed_list, note != NULL ? note : get_part_label (revision),
                        leads ? &place : NULL);
}

static void
show_changed (CritSummaryPage *self)
{
  g_autoptr (GPtrArray) revisions =
      crit_record_compare_with_saved (crit_session_get_record (self->session));
  g_autofree char *title = NULL;

  crit_review_list_clear (self->changed_list);
  if (revisions == NULL || revisions->len == 0)
    return;
  for (guint i = 0; i < revisions->len; i++)
    add_revision (self, revisions->pdata[i]);
  /* Translators: %u is how many things in a record were changed. */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change since the record was saved",
                                        "%u changes since the record was saved", revisions->len),
                           revisions->len);
  crit_review_list_set_title (self->changed_list, title);
}

static void
show_pages (CritSummaryPage *self)
{
  guint n_pages = crit_pages_get_count (self->pages);
  guint n_papers = count_children (self->papers);

  for (; n_papers < n_pages; n_papers++)
    gtk_box_append (self->papers, crit_paper_new ());
  for (; n_papers > n_pages; n_papers--)
    gtk_box_remove (self->papers, gtk_widget_get_last_child (GTK_WIDGET (self->papers)));
  for (guint i = 0; i < n_pages; i++)
    crit_paper_set_page (get_paper (self, i), self->pages, i);
  set_zoom (self, self->zoom);
  crit_thumbnails_set_pages (self->thumbnails, self->pages);
}

/* From the top of what is scrolled to the top of a page. */
static double
get_top (CritSummaryPage *self, guint page)
{
  graphene_point_t top = GRAPHENE_POINT_INIT (0, 0);

  if (gtk_widget_compute_point (GTK_WIDGET (get_paper (self, page)), self->content,
                                &GRAPHENE_POINT_INIT (0, 0), &top))
    return top.y;
  return 0;
}

static void
page_chosen_cb (CritSummaryPage *self, guint page)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            get_top (self, page) - PAGE_MARGIN);
}

/* The page that is looked at is the last one that begins above the middle of the window. */
static void
scrolled_cb (CritSummaryPage *self, GtkAdjustment *adjustment)
{
  double middle =
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  guint page = 0;

  while (page + 1 < count_children (self->papers) && get_top (self, page + 1) <= middle)
    page++;
  crit_thumbnails_set_current (self->thumbnails, page);
}

/* Pictures of pages say nothing to a screen reader; the same summary as text does. */
static void
describe_pages (CritSummaryPage *self, const CritSummary *summary)
{
  g_autofree char *text = crit_summary_to_text (summary, TEXT_WIDTH);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->papers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The summary as it will print"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
drop_pages (CritSummaryPage *self)
{
  for (guint i = 0; i < count_children (self->papers); i++)
    crit_paper_set_page (get_paper (self, i), NULL, 0);
  crit_thumbnails_set_pages (self->thumbnails, NULL);
  g_clear_pointer (&self->pages, crit_pages_free);
}

static void
update (CritSummaryPage *self)
{
  g_autoptr (CritSummary) summary = crit_print_create_summary (self->session);

  self->stale = FALSE;
  show_open (self);
  show_changed (self);
  drop_pages (self);
  self->pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  show_pages (self);
  describe_pages (self, summary);
}

static void
record_changed_cb (CritSummaryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
set_session (CritSummaryPage *self, CritSession *session)
{
  g_assert (self->session == NULL);

  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  self->stale = TRUE;
  g_signal_connect_object (session, "notify::screening", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::subtitle", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
crit_summary_page_map (GtkWidget *widget)
{
  CritSummaryPage *self = CRIT_SUMMARY_PAGE (widget);

  if (self->stale)
    update (self);
  GTK_WIDGET_CLASS (crit_summary_page_parent_class)->map (widget);
}

static void
crit_summary_page_dispose (GObject *object)
{
  CritSummaryPage *self = CRIT_SUMMARY_PAGE (object);

  if (self->papers != NULL)
    drop_pages (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_SUMMARY_PAGE);
  G_OBJECT_CLASS (crit_summary_page_parent_class)->dispose (object);
}

static void
crit_summary_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, CRIT_SUMMARY_PAGE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_summary_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      set_session (CRIT_SUMMARY_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_summary_page_class_init (CritSummaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CRIT_TYPE_REVIEW_LIST);
  g_type_ensure (CRIT_TYPE_ROW_LAYOUT);
  g_type_ensure (CRIT_TYPE_SIDE_LAYOUT);
  g_type_ensure (CRIT_TYPE_THUMBNAILS);
  object_class->dispose = crit_summary_page_dispose;
  object_class->get_property = crit_summary_page_get_property;
  object_class->set_property = crit_summary_page_set_property;
  widget_class->map = crit_summary_page_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, CRIT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "summary.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "summary.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "summary.zoom-fit", NULL, zoom_fit);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/crit-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, changed_list);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, papers);
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CritSummaryPage, content);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
}

static void
crit_summary_page_init (CritSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
