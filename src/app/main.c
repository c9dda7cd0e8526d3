/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-application.h"
#include "store/crit-core-dumps.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A checklist is text. Drawn without OpenGL the window is there many times as early and in a fifth of the memory, and no
 * graphics driver can spoil it (docs/performance.md). What the user has set already wins: whoever asks for another
 * renderer gets OpenGL with it. GTK reads both when it starts. */
static void
choose_renderer (void)
{
  if (g_getenv ("GSK_RENDERER") != NULL)
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (CritApplication) application = NULL;

  crit_core_dumps_forbid ();
  choose_renderer ();
  set_up_language ();
  application = crit_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
