/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app-support.h"
#include "crit-application.h"
#include "crit-file-chooser.h"

G_BEGIN_DECLS

/* What the tests of whole windows share: the program with a library of its own, files in a folder of its own, and
 * somebody who answers dialogs. */

void window_support_init (int *argc, char ***argv);
int window_support_run (void);

CritApplication *window_support_application (void);
char *window_support_path (const char *name);
GFile *window_support_write (const char *name, const char *text);
GFile *window_support_write_rules (const char *name);
GFile *window_support_write_edition (const char *name, const char *from, const char *to);

CritWindow *window_support_open_start (void);
CritWindow *window_support_open_record (void);
CritWindow *window_support_open_file (GFile *file);
void window_support_answer (CritWindow *window, gboolean yes);
void window_support_assert_gone (gpointer *weak);
void window_support_close_all (void);

void window_support_choose (GFile *file);
guint window_support_count_choices (void);
AdwMessageDialog *window_support_wait_for_dialog (void);
void window_support_click (const char *label);

GtkWindow *window_support_find_dialog (CritWindow *parent);
void window_support_wait_for_text (gpointer root, const char *text);
void window_support_settle (void);
GtkWidget *window_support_find (gpointer root, const char *id);
GtkWidget *window_support_find_text (gpointer root, const char *text);
gboolean window_support_is_enabled (CritWindow *window, const char *action);
void window_support_activate (CritWindow *window, const char *action);
const char *window_support_page (CritWindow *window);

G_END_DECLS
