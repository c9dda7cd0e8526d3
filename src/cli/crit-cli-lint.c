/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli.h"

#include "json/crit-json-writer.h"
#include "screening/crit-lint.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char *date;
  char *format;
  CritDate today;
  char **files;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->date);
  g_free (self->format);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (Options *self, int argc, char **argv, int *status)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date,
      N_ ("Day to hold review dates against, instead of today"), N_ ("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_ ("text (the default) or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return crit_cli_parse (entries, argc, argv, status);
}

static gboolean
is_json (const Options *self)
{
  return g_strcmp0 (self->format, "json") == 0;
}

static gboolean
check_options (Options *self)
{
  self->today = crit_date_today ();
  if (self->files == NULL)
    crit_cli_complain (_ ("Name the rules files to check: criteria-cli lint RULES…"));
  else if (self->date != NULL
           && (!crit_date_parse (self->date, &self->today) || !crit_date_is_whole (self->today)))
    crit_cli_complain (_ ("“%s” is not a day. Write it as in 2026-11-20."), self->date);
  else if (self->format != NULL && !is_json (self) && !g_str_equal (self->format, "text"))
    crit_cli_complain (_ ("“%s” is not a format. Write text or json."), self->format);
  else
    return TRUE;
  return FALSE;
}

/* Everything that is noticed in a file, in its order; NULL where it cannot be read. */
static GPtrArray *
find (const char *path, CritDate today)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) text = crit_cli_read (path);
  g_autoptr (CritRules) rules = NULL;

  if (text == NULL)
    return NULL;
  rules = crit_lint (text, today, findings);
  return g_steal_pointer (&findings);
}

/* What is about the file as a whole has no line, no column and no pointer. */
static JsonObject *
make_object (const CritFinding *finding, const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  if (finding->line > 0)
    {
      json_object_set_int_member (object, "line", finding->line);
      json_object_set_int_member (object, "column", finding->column);
    }
  json_object_set_string_member (object, "severity", crit_severity_get_code (finding->severity));
  if (finding->pointer != NULL)
    json_object_set_string_member (object, "pointer", finding->pointer);
  json_object_set_string_member (object, "code", finding->code);
  json_object_set_string_member (object, "message", finding->message);
  return object;
}

static void
print_line (const CritFinding *finding, const char *path)
{
  g_autofree char *line = crit_cli_dup_finding (finding, path, STDOUT_FILENO);

  g_print ("%s\n", line);
}

/* Puts the findings in a file where other programs can read them: into @array, or out if there is none. Returns its exit
   status. */
static int
lint (const char *path, CritDate today, JsonArray *array)
{
  g_autoptr (GPtrArray) findings = find (path, today);

  if (findings == NULL)
    return CRIT_EXIT_CANNOT_READ;
  for (guint i = 0; i < findings->len; i++)
    if (array != NULL)
      json_array_add_object_element (array, make_object (g_ptr_array_index (findings, i), path));
    else
      print_line (g_ptr_array_index (findings, i), path);
  return findings->len == 0 ? CRIT_EXIT_OK : CRIT_EXIT_FINDINGS;
}

static void
print_array (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_set_array (node, array);
  text = crit_json_write (node, CRIT_JSON_INDENTED);
  g_print ("%s", text);
}

/**
 * crit_cli_lint:
 * @argc: how many arguments there are
 * @argv: the arguments, the verb first
 *
 * Checks rules files and prints every finding, errors and warnings alike.
 *
 * Returns: an exit status: that of the worst file
 */
int
crit_cli_lint (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (JsonArray) array = NULL;
  int status = CRIT_EXIT_OK;

  if (!parse_options (&options, argc, argv, &status))
    return status;
  if (!check_options (&options))
    return CRIT_EXIT_CANNOT_READ;
  if (is_json (&options))
    array = json_array_new ();
  for (guint i = 0; options.files[i] != NULL; i++)
    {
      int own = lint (options.files[i], options.today, array);

      status = MAX (status, own);
    }
  if (array != NULL)
    print_array (array);
  return status;
}
