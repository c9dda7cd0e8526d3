/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-about.h"

#include "screening/crit-status.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The button that shows what is new has no name of its own in libadwaita 1.2, only the number that stands on it. */
static void
name_version_button (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "app-version"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, VERSION,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_version_button (child);
}

/**
 * crit_about_show:
 * @parent: (nullable): the window that asks
 *
 * Shows what the program is, what it is meant for, and its licence.
 */
void
crit_about_show (GtkWindow *parent)
{
  GtkWidget *about = NULL;
  g_autofree char *purpose = g_strconcat (
      _ ("Criteria walks a clinician through a checklist and shows which published "
         "criteria are recorded as met, as not met, or are not known yet, and why."),
      "\n\n",
      _ ("Intended purpose: to record and show information for qualified clinicians who "
         "compare a person’s history with published criteria. It is not meant to "
         "diagnose, to choose a treatment, or to decide who is offered one, and it is not to be "
         "used without the judgement of a clinician."),
      "\n\n", crit_notice (), NULL);

  about =
      g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", _ ("Criteria"), "application-icon",
                    APPLICATION_ID, "version", VERSION, "comments", purpose, "license-type",
                    GTK_LICENSE_GPL_3_0, "transient-for", parent, "modal", TRUE, NULL);
  name_version_button (about);
  gtk_window_present (GTK_WINDOW (about));
}
