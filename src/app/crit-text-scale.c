/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-text-scale.h"

/* What GtkSettings says for ordinary text: 96 dots an inch in units of 1/1024. */
#define ORDINARY_DPI (96 * 1024)

/**
 * crit_text_scale:
 * @widget: a widget, for the settings that apply to it
 * @pixels: a length at ordinary text size
 *
 * Works out a length that keeps its proportion to the text: at a text size of 150 %, 100 becomes 150.
 *
 * Returns: the length in pixels
 */
int
crit_text_scale (GtkWidget *widget, int pixels)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), pixels);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  /* Text that is set smaller does not make anything else smaller. */
  return dpi <= ORDINARY_DPI ? pixels : (int) ((gint64) pixels * dpi / ORDINARY_DPI);
}
