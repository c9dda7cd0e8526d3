/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "crit-cli-paint.h"
#include "crit-cli.h"
#include "store/crit-core-dumps.h"

static char *
dup_verb_names (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (const CritVerb *verb = crit_verbs_get (); verb->name != NULL; verb++)
    g_strv_builder_add (builder, verb->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static int
print_version (void)
{
  g_print ("criteria-cli %s\n", VERSION);
  return CRIT_EXIT_OK;
}

static int
complain_about_verb (const char *name)
{
  g_autofree char *names = dup_verb_names ();

  if (name == NULL)
    /* Translators: %s is a list of words to type, such as "lint, test". */
    crit_cli_complain (_ ("Say what to do: %s. “criteria-cli --help” tells more."), names);
  else
    /* Translators: a word that was typed, and a list of words to type, such as "lint, test". */
    crit_cli_complain (
        _ ("“%1$s” is not known; there are: %2$s. “criteria-cli --help” tells more."), name, names);
  return CRIT_EXIT_CANNOT_READ;
}

static gboolean
is_option (const char *argument, const char *name, const char *short_name)
{
  return g_str_equal (argument, name) || g_strcmp0 (argument, short_name) == 0;
}

/* Who calls may have closed a standard stream. What is opened next would take its number, and be read or written in its
   place; this cannot be either. */
static void
fill_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
      open ("/dev/null", O_PATH);
}

static int
run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const CritVerb *verb = NULL;

  if (name == NULL)
    return complain_about_verb (NULL);
  if (is_option (name, "--help", "-h"))
    {
      crit_cli_print_help ();
      return CRIT_EXIT_OK;
    }
  if (is_option (name, "--version", NULL))
    return print_version ();
  verb = crit_verbs_find (name);
  return verb != NULL ? verb->run (argc - 1, argv + 1) : complain_about_verb (name);
}

/* What a disk refused while it was printed must not pass for success. */
static int
check_output (int status)
{
  if (!ferror (stdout))
    return status;
  crit_cli_complain (_ ("The output cannot be written to its end."));
  return CRIT_EXIT_CANNOT_READ;
}

int
main (int argc, char **argv)
{
  fill_standard_streams ();
  crit_core_dumps_forbid ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("criteria-cli");
  crit_cli_set_up_output ();
  crit_paint_set_up ();
  return check_output (run (argc, argv));
}
