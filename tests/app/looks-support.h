/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of looks share: a width, a text size, a colour scheme, a direction; and that nothing is cut off under them. */
typedef struct
{
  const char *name;
  int width;
  int height;
  double text_size;
  gboolean dark;
  gboolean mirrored;
} Look;

void looks_support_add (const char *path, GTestDataFunc test);
void looks_support_begin (const Look *look);
void looks_support_end (void);

void looks_support_fit (GtkWindow *window, const Look *look);
void looks_support_fit_dialog (GtkWindow *dialog, const Look *look);
void looks_support_check (GtkWindow *window, const Look *look, const char *page);
void looks_support_check_texts (GtkWidget *root, const char *look);

G_END_DECLS
