/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "crit-cli.h"
#include "store/crit-core-dumps.h"

/* Every verb; each is a file of its own. */
static const CritVerb verbs[] = {
  { "lint", N_ ("checks rules files and prints every finding"), crit_cli_lint },
  { "test", N_ ("runs the cases that a rules file carries"), crit_cli_test },
  { "screen", N_ ("shows what records say about each criterion"), crit_cli_screen },
  { "summary", N_ ("writes the summary of a record as text or PDF"), crit_cli_summary },
  { "compare", N_ ("says what is different for a record under newer rules, and why"),
    crit_cli_compare },
  { "audit", N_ ("counts what many records say about each criterion"), crit_cli_audit },
  { "verify", N_ ("says whether a record is as it was saved"), crit_cli_verify },
  { NULL },
};

static const CritVerb *
find_verb (const char *name)
{
  for (const CritVerb *verb = verbs; verb->name != NULL; verb++)
    if (g_str_equal (verb->name, name))
      return verb;
  return NULL;
}

static char *
dup_verb_names (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (const CritVerb *verb = verbs; verb->name != NULL; verb++)
    g_strv_builder_add (builder, verb->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static int
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: criteria-cli VERB [OPTION…] [FILE…]"));
  g_print ("%s\n\n", _ ("Checks rules files and shows which of their criteria a record meets."));
  for (const CritVerb *verb = verbs; verb->name != NULL; verb++)
    g_print ("  %-10s %s\n", verb->name, _ (verb->summary));
  g_print ("\n%s\n", _ ("Examples:"));
  g_print ("  criteria-cli lint rules.json\n"
           "  criteria-cli test rules.json\n"
           "  criteria-cli screen --rules rules.json A-17.json\n"
           "  criteria-cli screen --rules rules.json --format ndjson < records.ndjson\n"
           "  criteria-cli screen --rules rules.json --format csv --jobs 4 records.ndjson\n"
           "  criteria-cli summary --format pdf -o A-17.pdf A-17.checklist\n"
           "  criteria-cli verify A-17.checklist\n"
           "  criteria-cli compare --rules newer.json A-17.checklist\n"
           "  criteria-cli audit --rules rules.json --format html -o audit.html records.ndjson\n");
  g_print ("\n%s\n",
           _ ("“criteria-cli VERB --help” explains one verb. A file “-” is standard input."));
  g_print ("%s\n",
           _ ("Exit status: 0 nothing to report, 1 findings, 2 cannot read or wrong usage."));
  g_print ("%s\n", _ ("For information only. This is not a clinical decision."));
  return CRIT_EXIT_OK;
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

int
main (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const CritVerb *verb = NULL;

  crit_core_dumps_forbid ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("criteria-cli");

  if (name == NULL)
    return complain_about_verb (NULL);
  if (is_option (name, "--help", "-h"))
    return print_help ();
  if (is_option (name, "--version", NULL))
    return print_version ();
  verb = find_verb (name);
  return verb != NULL ? verb->run (argc - 1, argv + 1) : complain_about_verb (name);
}
