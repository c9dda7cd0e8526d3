/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_LABEL_PLAIN,
  CRIT_LABEL_STRONG,
  CRIT_LABEL_DIM, /* small and dim: help, what was understood, reasons */
} CritLabelStyle;

/* Text from files, on screen: it always wraps, and is never markup, never cut off. */
GtkWidget *crit_label_new (const char *text, CritLabelStyle style);
void crit_label_set (GtkWidget *label, const char *text);

G_END_DECLS
