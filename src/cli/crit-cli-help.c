/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-cli-paint.h"
#include "screening/crit-screening.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Where what an option does begins, and where lines end. */
#define OPTION_WIDTH 24
#define LINE_WIDTH 80

static void
print_heading (const char *text)
{
  g_autofree char *heading = crit_paint (text, CRIT_PAINT_STRONG, STDOUT_FILENO);

  g_print ("%s\n", heading);
}

static void
print_examples (const CritVerb *verb, guint most)
{
  for (guint i = 0; i < MIN (most, G_N_ELEMENTS (verb->examples)); i++)
    if (verb->examples[i] != NULL)
      g_print ("  %s\n", verb->examples[i]);
}

static char *
dup_option (const GOptionEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->short_name != '\0')
    g_string_append_printf (text, "-%c, ", entry->short_name);
  else
    g_string_append (text, "    ");
  g_string_append_printf (text, "--%s", entry->long_name);
  if (entry->arg_description != NULL)
    g_string_append_printf (text, "=%s", _ (entry->arg_description));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_options (const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_autofree char *option = NULL;

      if (*entry->long_name == '\0')
        continue;
      option = dup_option (entry);
      g_print ("  %s%*s  %s\n", option, (int) MAX (0, OPTION_WIDTH - g_utf8_strlen (option, -1)),
               "", _ (entry->description));
    }
}

/* Fills lines with words. */
static void
print_paragraph (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean fits = column == 0 || column + 1 + length <= LINE_WIDTH;

      g_print ("%s%s", column == 0 ? "" : fits ? " " : "\n", words[i]);
      column = (column == 0 || !fits ? 0 : column + 1) + length;
    }
  g_print ("\n");
}

/* Examples come first: most people read no further. */
static void
print_help (const CritVerb *verb, const GOptionEntry *entries)
{
  static const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  /* Translators: a word to type, and what it does: "lint", "checks rules files". */
  g_print (_ ("criteria-cli %1$s %2$s."), verb->name, _ (verb->summary));
  g_print ("\n\n");
  print_heading (_ ("Examples:"));
  print_examples (verb, G_MAXUINT);
  g_print ("\n");
  print_heading (_ ("Usage:"));
  g_print ("  %s\n\n", verb->usage);
  print_heading (_ ("Options:"));
  print_options (entries);
  print_options (help);
  g_print ("\n");
  print_paragraph (_ (verb->details));
  g_print ("\n");
  print_heading (_ ("Exit status:"));
  for (guint i = 0; i < G_N_ELEMENTS (verb->statuses); i++)
    g_print ("  %u  %s\n", i, _ (verb->statuses[i]));
  g_print ("\n%s\n", crit_notice ());
}

/**
 * crit_cli_print_help:
 *
 * Prints what there is to do, with examples.
 */
void
crit_cli_print_help (void)
{
  g_print ("%s\n\n", _ ("Checks rules files and shows which of their criteria a record meets."));
  print_heading (_ ("Examples:"));
  for (const CritVerb *verb = crit_verbs_get (); verb->name != NULL; verb++)
    print_examples (verb, 2);
  g_print ("\n");
  print_heading (_ ("Usage:"));
  g_print ("  criteria-cli COMMAND [OPTION…] [FILE…]\n\n");
  print_heading (_ ("Commands:"));
  for (const CritVerb *verb = crit_verbs_get (); verb->name != NULL; verb++)
    g_print ("  %-8s %s\n", verb->name, _ (verb->summary));
  g_print ("\n");
  print_paragraph (_ ("“criteria-cli COMMAND --help” explains one command, and “man criteria-cli” "
                      "all of them. A file “-” is standard input."));
  g_print ("\n");
  print_heading (_ ("Exit status:"));
  g_print ("  0  %s\n", _ ("there is nothing to report"));
  g_print ("  1  %s\n", _ ("there are findings"));
  g_print ("  2  %s\n", _ ("a file cannot be read or written, or the call is wrong"));
  g_print ("\n%s\n", crit_notice ());
}

static gboolean
takes_value (const GOptionEntry *entries, char short_name)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (entry->short_name == short_name && short_name != '\0')
      return entry->arg != G_OPTION_ARG_NONE;
  return FALSE;
}

/* GLib knows "-j 2" and not "-j2", as hands that are used to other programs write it. */
static GStrv
split_values (const GOptionEntry *entries, int argc, char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean ended = FALSE;

  for (int i = 0; i < argc; i++)
    {
      const char *argument = argv[i];
      gboolean has_value = argument[0] == '-' && argument[1] != '\0' && argument[2] != '\0';

      ended = ended || g_str_equal (argument, "--");
      if (!ended && has_value && takes_value (entries, argument[1]))
        {
          const char option[] = { '-', argument[1], '\0' };

          g_strv_builder_add (builder, option);
          argument += 2;
        }
      g_strv_builder_add (builder, argument);
    }
  return g_strv_builder_end (builder);
}

/**
 * crit_cli_parse:
 * @entries: the options of a verb, one of which takes all that is no option
 * @argc: how many arguments
 * @argv: (array length=argc): the arguments, the verb first
 * @status: (out): where the verb has nothing more to do, its exit status
 *
 * Reads the options of a verb. Prints its help where that is asked for, and complains where there is no such option.
 *
 * Returns: whether to go on
 */
gboolean
crit_cli_parse (const GOptionEntry *entries, int argc, char **argv, int *status)
{
  const CritVerb *verb = crit_verbs_find (argv[0]);
  g_auto (GStrv) arguments = split_values (entries, argc, argv);
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert (verb != NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, &arguments, &error) && !help)
    return TRUE;
  *status = error != NULL ? CRIT_EXIT_CANNOT_READ : CRIT_EXIT_OK;
  if (error != NULL)
    /* Translators: what is wrong with an option, without a full stop; then a word to type, such as "lint". */
    crit_cli_complain (_ ("%1$s. “criteria-cli %2$s --help” tells more."), error->message,
                       verb->name);
  else
    print_help (verb, entries);
  return FALSE;
}
