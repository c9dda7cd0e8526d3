/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "crit-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define TEXT_WIDTH 80

typedef struct
{
  char *rules;
  char *format;
  char *paper;
  char *output;
  char **records;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->rules);
  g_free (self->format);
  g_free (self->paper);
  g_free (self->output);
  g_strfreev (self->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
is_format (const Options *self, const char *format)
{
  return g_strcmp0 (self->format, format) == 0;
}

static gboolean
is_pdf (const Options *self)
{
  return is_format (self, "pdf");
}

static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  { "a4", CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT },
  { "letter", CRIT_PAPER_LETTER_WIDTH, CRIT_PAPER_LETTER_HEIGHT },
};

/* Returns which of them is asked for, or how many there are where it is none. */
static guint
find_paper (const Options *self)
{
  guint i = 0;

  while (self->paper != NULL && i < G_N_ELEMENTS (papers)
         && g_ascii_strcasecmp (self->paper, papers[i].name) != 0)
    i++;
  return i;
}

static gboolean
parse_options (Options *self, int argc, char **argv, int *status)
{
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &self->rules,
      N_ ("Rules file, for a record that carries none"), N_ ("RULES") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_ ("text (the default), html or pdf"),
      N_ ("FORMAT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper,
      N_ ("For a PDF: a4 (the default) or letter"), N_ ("PAPER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("File to write to, instead of standard output"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->records, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return crit_cli_parse (entries, argc, argv, status);
}

static gboolean
check_options (const Options *self)
{
  if (self->records == NULL || g_strv_length (self->records) != 1)
    crit_cli_complain (_ ("Name one record: criteria-cli summary RECORD."));
  else if (self->format != NULL && !is_pdf (self) && !is_format (self, "html")
           && !is_format (self, "text"))
    crit_cli_complain (_ ("There is no format “%s”. Use text, html or pdf."), self->format);
  else if (find_paper (self) == G_N_ELEMENTS (papers))
    crit_cli_complain (_ ("There is no paper “%s”. Use a4 or letter."), self->paper);
  else if (is_pdf (self) && crit_cli_is_output (self->output) && isatty (STDOUT_FILENO))
    crit_cli_complain (_ ("A PDF cannot be shown in a terminal. Name a file with -o."));
  else
    return TRUE;
  return FALSE;
}

static CritRecord *
load_record (const Options *options, int *status)
{
  g_autoptr (CritRules) rules = NULL;

  if (options->rules != NULL)
    rules = crit_cli_load_rules (options->rules, status);
  if (options->rules != NULL && rules == NULL)
    return NULL;
  return crit_cli_load_record (options->records[0], rules,
                               _ ("Name the rules file with --rules RULES."), status);
}

static GBytes *
render (const Options *options, const CritSummary *summary, GError **error)
{
  g_autoptr (CritPages) pages = NULL;
  char *text = NULL;

  if (!is_pdf (options))
    {
      text = is_format (options, "html")
                 ? crit_summary_to_html (summary)
                 : crit_summary_to_text (summary, crit_cli_get_width (options->output, TEXT_WIDTH));
      return g_bytes_new_take (text, strlen (text));
    }
  pages = crit_pages_new (summary, papers[find_paper (options)].width,
                          papers[find_paper (options)].height);
  return crit_pages_to_pdf (pages, error);
}

static gboolean
write_summary (const Options *options, CritRecord *record)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autoptr (CritSummary) summary = crit_summary_new (record, screening, crit_summary_now ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (options, summary, &error);

  if (bytes != NULL)
    return crit_cli_write (options->output, bytes);
  crit_cli_complain ("%s", error->message);
  return FALSE;
}

/**
 * crit_cli_summary:
 * @argc: how many arguments there are
 * @argv: the arguments, the verb first
 *
 * Writes the summary of a record as text, HTML or PDF: the very blocks that the program shows and prints. A saved record
 * carries its rules; a plain one needs `--rules`.
 *
 * Returns: an exit status
 */
int
crit_cli_summary (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (CritRecord) record = NULL;
  int status = CRIT_EXIT_OK;

  if (!parse_options (&options, argc, argv, &status))
    return status;
  if (!check_options (&options))
    return CRIT_EXIT_CANNOT_READ;
  record = load_record (&options, &status);
  if (record == NULL)
    return status;
  return write_summary (&options, record) ? status : CRIT_EXIT_CANNOT_READ;
}
