/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-json.h"
#include "crit-cli.h"

#include "json/crit-json-writer.h"
#include "summary/crit-summary-compare.h"

#include <glib/gi18n-lib.h>

#define TEXT_WIDTH 80

/**
 * Options:
 * @rules: the file of the newer rules
 * @former: (nullable): the rules of a record that carries none
 * @date: (nullable): the day on which the record is looked at under the newer rules
 */
typedef struct
{
  char *rules;
  char *former;
  char *date;
  char *format;
  char **records;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->rules);
  g_free (self->former);
  g_free (self->date);
  g_free (self->format);
  g_strfreev (self->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (Options *self, int argc, char **argv, int *status)
{
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &self->rules, N_ ("The rules to compare with"),
      N_ ("NEWER") },
    { "former", 0, 0, G_OPTION_ARG_FILENAME, &self->former,
      N_ ("The rules of a record that carries none"), N_ ("RULES") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date,
      N_ ("The day to look at the record again, instead of its own date"), N_ ("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_ ("text (the default) or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->records, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return crit_cli_parse (entries, argc, argv, status);
}

/* The day to look at the record: its own where none is given. */
static gboolean
read_date (const Options *self, CritDate *date)
{
  return self->date == NULL || (crit_date_parse (self->date, date) && crit_date_is_whole (*date));
}

static gboolean
check_options (const Options *self)
{
  CritDate date = { 0 };

  if (self->rules == NULL || self->records == NULL || g_strv_length (self->records) != 1)
    crit_cli_complain (
        _ ("Name the rules and one record: criteria-cli compare --rules NEWER RECORD"));
  else if (self->format != NULL && !g_str_equal (self->format, "text")
           && !g_str_equal (self->format, "json"))
    crit_cli_complain (_ ("There is no format “%s”. Use text or json."), self->format);
  else if (!read_date (self, &date))
    crit_cli_complain (_ ("“%s” is no date. Write a date as 2026-11-20."), self->date);
  else
    return TRUE;
  return FALSE;
}

static CritRecord *
load_record (const Options *options, int *status)
{
  g_autoptr (CritRules) former = NULL;

  if (options->former != NULL)
    former = crit_cli_load_rules (options->former, status);
  if (options->former != NULL && former == NULL)
    return NULL;
  return crit_cli_load_record (options->records[0], former,
                               _ ("Name the rules it was filled in under with --former RULES."),
                               status);
}

/* --- JSON --- */

static const char *
get_status (const CritOutcome *outcome)
{
  return outcome != NULL ? crit_status_get_code (outcome->status) : NULL;
}

static JsonArray *
make_criteria (const CritComparison *comparison)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < comparison->criteria->len; i++)
    {
      const CritComparedCriterion *compared = g_ptr_array_index (comparison->criteria, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", crit_compared_criterion_get (compared)->id);
      crit_cli_add_string (object, "former", get_status (compared->former));
      crit_cli_add_string (object, "newer", get_status (compared->newer));
      crit_cli_add_string (object, "reason",
                           compared->newer != NULL ? compared->newer->reason : NULL);
      json_object_set_array_member (object, "causes", crit_causes_to_json (compared->causes));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
make_lost (const CritComparison *comparison)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < comparison->lost->len; i++)
    {
      const CritLostAnswer *lost = g_ptr_array_index (comparison->lost, i);
      g_autofree char *pointer = crit_place_dup_pointer (&lost->place);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "answer", pointer);
      json_object_set_string_member (object, "sentence", lost->sentence);
      json_array_add_object_element (array, object);
    }
  return array;
}

static char *
dup_json (const CritComparison *comparison)
{
  g_autofree char *former_date = crit_date_to_iso (crit_record_get_date (comparison->record));
  g_autofree char *newer_date = crit_date_to_iso (crit_record_get_date (comparison->carried));
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  crit_cli_add_string (object, "reference", crit_record_get_reference (comparison->record));
  json_object_set_string_member (object, "date", former_date);
  json_object_set_string_member (object, "compared-on", newer_date);
  json_object_set_object_member (
      object, "former", crit_cli_make_rules (crit_screening_get_rules (comparison->former)));
  json_object_set_object_member (
      object, "newer", crit_cli_make_rules (crit_screening_get_rules (comparison->newer)));
  json_object_set_string_member (object, "notice", crit_notice ());
  json_object_set_array_member (object, "criteria", make_criteria (comparison));
  json_object_set_int_member (object, "unchanged", crit_comparison_count_unchanged (comparison));
  json_object_set_array_member (object, "lost", make_lost (comparison));
  return crit_json_write (node, CRIT_JSON_INDENTED);
}

/* --- The verb --- */

static char *
dup_text (const CritComparison *comparison)
{
  g_autoptr (CritSummary) document =
      crit_summary_new_for_comparison (comparison, crit_summary_now ());

  return crit_summary_to_text (document, crit_cli_get_width (NULL, TEXT_WIDTH));
}

static void
compare (const Options *options, CritRecord *record, CritRules *rules)
{
  CritDate date = crit_record_get_date (record);
  g_autoptr (CritComparison) comparison = NULL;
  g_autofree char *output = NULL;

  crit_cli_warn_of_other_rules (crit_record_get_rules (record), rules);
  read_date (options, &date);
  comparison = crit_compare (record, rules, date);
  output = g_strcmp0 (options->format, "json") == 0 ? dup_json (comparison) : dup_text (comparison);
  g_print ("%s", output);
}

/**
 * crit_cli_compare:
 * @argc: how many arguments there are
 * @argv: the arguments, the verb first
 *
 * Says what is different for a record under newer rules, and why. The record stays as it is.
 *
 * Returns: 0; 1 where the record or a rules file has errors; 2 where a file cannot be read
 */
int
crit_cli_compare (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (CritRules) rules = NULL;
  g_autoptr (CritRecord) record = NULL;
  int status = CRIT_EXIT_OK;

  if (!parse_options (&options, argc, argv, &status))
    return status;
  if (!check_options (&options))
    return CRIT_EXIT_CANNOT_READ;
  rules = crit_cli_load_rules (options.rules, &status);
  record = rules != NULL ? load_record (&options, &status) : NULL;
  if (record != NULL)
    compare (&options, record, rules);
  return status;
}
