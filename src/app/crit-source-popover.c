/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-source-popover.h"

#include "crit-label.h"
#include "crit-text-scale.h"
#include "screening/crit-status.h"

#include <glib/gi18n-lib.h>

#define WIDTH_IN_CHARACTERS 28

/* In pixels: no higher than the lowest window, since some criteria have many sources. */
#define HIGHEST 420

/* So many characters that it is no wider than the narrowest window, however large its text. */
static GtkWidget *
limit_width (GtkWidget *label)
{
  gtk_label_set_max_width_chars (GTK_LABEL (label),
                                 WIDTH_IN_CHARACTERS * 100 / crit_text_scale (label, 100));
  return label;
}

static void
append_line (GtkWidget *box, const char *text, CritLabelStyle style)
{
  gtk_box_append (GTK_BOX (box), limit_width (crit_label_new (text, style)));
}

static void
append_date (GtkWidget *box, const char *format, CritDate date)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) line = g_string_new (format);

  if (!crit_date_is_set (date))
    return;
  text = crit_date_to_text (date);
  g_string_replace (line, "%s", text, 1);
  append_line (box, line->str, CRIT_LABEL_DIM);
}

/* A link opens on a click only, carries nothing from the record, and shows the host it leads to. */
static void
append_link (GtkWidget *box, const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  GtkWidget *link = NULL;
  GtkWidget *label = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL
      || (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")))
    return;
  label = crit_label_new (g_uri_get_host (uri), CRIT_LABEL_PLAIN);
  link = gtk_link_button_new (address);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "crit-link");
  gtk_widget_set_tooltip_text (link, address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_uri_get_host (uri), -1);
  gtk_box_append (GTK_BOX (box), link);
}

static GtkWidget *
make_citation (const CritCitation *citation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const CritSource *source = citation->source;

  append_line (box, source->title, CRIT_LABEL_STRONG);
  append_line (box, source->publisher, CRIT_LABEL_PLAIN);
  append_line (box, source->origin, CRIT_LABEL_PLAIN);
  append_line (box, citation->place, CRIT_LABEL_PLAIN);
  /* Translators: %s is a date */
  append_date (box, _ ("Published %s"), source->published);
  /* Translators: %s is a date */
  append_date (box, _ ("Last checked %s"), source->retrieved);
  append_line (box, crit_certainty_get_label (citation->certainty), CRIT_LABEL_DIM);
  append_link (box, source->url);
  return box;
}

static void
answer_clicked_cb (CritSession *session, GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  CritPlace place = *(CritPlace *) g_object_get_data (G_OBJECT (button), "crit-place");

  gtk_popover_popdown (GTK_POPOVER (popover));
  crit_session_go_to (session, &place);
}

static void
append_answer (GtkWidget *box, CritSession *session, const CritPlace *place)
{
  g_autofree char *text = crit_place_dup_label (place);
  /* Translators: %s is a question that is answered; the link goes to it */
  g_autofree char *name = g_strdup_printf (_ ("Go to: %s"), text);
  GtkWidget *label = limit_width (crit_label_new (text, CRIT_LABEL_PLAIN));
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crit-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "crit-place", g_memdup2 (place, sizeof *place),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answer_clicked_cb), session,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
append_answers (GtkWidget *box, CritSession *session, const GArray *places)
{
  GtkWidget *answers = NULL;

  if (places->len == 0)
    return;
  answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  append_line (answers, _ ("Decided by these answers"), CRIT_LABEL_STRONG);
  for (guint i = 0; i < places->len; i++)
    append_answer (answers, session, &g_array_index (places, CritPlace, i));
  gtk_box_append (GTK_BOX (box), answers);
}

/**
 * crit_source_popover_new:
 * @session: the open record
 * @criterion: a criterion
 *
 * Makes the popover that says which answers decided about a criterion, as the record stands now, where the criterion comes
 * from, and what more the rules file says about it.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
crit_source_popover_new (CritSession *session, const CritCriterion *criterion)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const CritOutcome *outcome = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (criterion != NULL, NULL);

  outcome = crit_screening_get_outcome (crit_session_get_screening (session), criterion);
  gtk_widget_add_css_class (box, "crit-sources");
  append_answers (box, session, outcome->deciding);
  if (criterion->help != NULL)
    append_line (box, criterion->help, CRIT_LABEL_PLAIN);
  for (guint i = 0; i < criterion->n_citations; i++)
    gtk_box_append (GTK_BOX (box), make_citation (&criterion->citations[i]));
  gtk_popover_set_child (GTK_POPOVER (popover),
                         g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, "hscrollbar-policy",
                                       GTK_POLICY_NEVER, "propagate-natural-width", TRUE,
                                       "propagate-natural-height", TRUE, "max-content-height",
                                       HIGHEST, NULL));
  return popover;
}
