/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-about.h"

#include "screening/crit-status.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * crit_about_show:
 * @parent: (nullable): the window that asks
 *
 * Shows what the program is, what it is meant for, and its licence.
 */
void
crit_about_show (GtkWindow *parent)
{
  g_autofree char *purpose = g_strconcat (
      _ ("Criteria walks a clinician through a checklist and shows which published "
         "criteria are recorded as met, as not met, or are not known yet, and why."),
      "\n\n",
      _ ("Intended purpose: to record and show information for qualified clinicians who "
         "compare a person’s history with published criteria. It is not meant to "
         "diagnose, to choose a treatment, or to decide who is offered one, and it is not to be "
         "used without the judgement of a clinician."),
      "\n\n", crit_notice (), NULL);

  adw_show_about_window (parent, "application-name", _ ("Criteria"), "application-icon",
                         APPLICATION_ID, "version", VERSION, "comments", purpose, "license-type",
                         GTK_LICENSE_GPL_3_0, NULL);
}
