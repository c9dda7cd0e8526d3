/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "crit-session.h"

G_BEGIN_DECLS

/* What the tests of windows share: a program to be in, a record to show, and ways to look and to wait. */

void app_support_init (int *argc, char ***argv);

CritSession *app_support_open (const char *rules_file);
CritPlace app_support_place (CritSession *session, const char *pointer);
const CritAnswer *app_support_answer (CritSession *session, const char *pointer);

GtkWidget *app_support_show (GtkWidget *child, int width, int height);
void app_support_close (GtkWidget *window);
void app_support_settle (GtkWidget *window);
void app_support_set_text_size (double factor);

typedef gboolean (*AppSupportTest) (GtkWidget *widget, gconstpointer data);
GtkWidget *app_support_find (GtkWidget *root, AppSupportTest test, gconstpointer data);
GPtrArray *app_support_find_all (GtkWidget *root, AppSupportTest test, gconstpointer data);
GtkWidget *app_support_find_type (GtkWidget *root, GType type);
GtkWidget *app_support_find_label (GtkWidget *root, const char *text);
gboolean app_support_wait (gboolean (*is_so) (gpointer data), gpointer data);
void app_support_picture (GtkWidget *widget, const char *name);

G_END_DECLS
