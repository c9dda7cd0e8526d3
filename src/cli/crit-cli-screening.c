/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-screening.h"

#include "crit-cli-json.h"
#include "crit-cli-paint.h"

#include "json/crit-json-writer.h"
#include "screening/crit-screening.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * crit_cli_screening_parse_format:
 * @name: (nullable): the name of a format; text where there is none
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
crit_cli_screening_parse_format (const char *name, CritCliScreeningFormat *format)
{
  static const char *const names[] = {
    [CRIT_CLI_SCREENING_TEXT] = "text",
    [CRIT_CLI_SCREENING_JSON] = "json",
    [CRIT_CLI_SCREENING_NDJSON] = "ndjson",
    [CRIT_CLI_SCREENING_CSV] = "csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || g_str_equal (names[i], name))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_outcome_text (GString *text, const CritOutcome *outcome)
{
  const CritCriterion *criterion = outcome->criterion;
  g_autofree char *status = NULL;

  if (criterion->kind == CRIT_KIND_NOTE)
    return;

  status = crit_paint (crit_status_get_label (outcome->status), CRIT_PAINT_STRONG, STDOUT_FILENO);
  /* Translators: %1$s is a status ("Recorded as met"), %2$s the text of a criterion. */
  g_string_append_printf (text, _ ("%1$s: %2$s"), status, criterion->text);
  g_string_append_printf (text, "\n    %s\n", outcome->reason);
}

static char *
dup_text (CritRecord *record)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autofree char *date = crit_date_to_text (crit_record_get_date (record));
  g_autofree char *counts = crit_screening_dup_counts_text (screening);
  const CritRules *rules = crit_record_get_rules (record);
  const char *reference = crit_record_get_reference (record);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s\n", reference != NULL ? reference : "", date);
  g_string_append_printf (text, "%s · %s\n%s\n\n%s\n", rules->title, rules->version, crit_notice (),
                          counts);
  for (guint i = 0; i < rules->criteria->len; i++)
    add_outcome_text (text, crit_screening_get_outcome (screening, rules->criteria->pdata[i]));
  g_string_append_c (text, '\n');
  return g_steal_pointer (&text->str);
}

static JsonArray *
make_pointers (GArray *places)
{
  JsonArray *pointers = json_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *pointer = crit_place_dup_pointer (&g_array_index (places, CritPlace, i));

      json_array_add_string_element (pointers, pointer);
    }
  return pointers;
}

static const char *
get_kind (const CritCriterion *criterion)
{
  return criterion->kind == CRIT_KIND_CAUTION ? "caution" : "requirement";
}

static JsonArray *
make_criteria (CritScreening *screening)
{
  const CritRules *rules = crit_screening_get_rules (screening);
  JsonArray *criteria = json_array_new ();

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritCriterion *criterion = g_ptr_array_index (rules->criteria, i);
      const CritOutcome *outcome = crit_screening_get_outcome (screening, criterion);
      JsonObject *object = NULL;

      if (criterion->kind == CRIT_KIND_NOTE)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "id", criterion->id);
      json_object_set_string_member (object, "kind", get_kind (criterion));
      json_object_set_string_member (object, "status", crit_status_get_code (outcome->status));
      json_object_set_string_member (object, "reason", outcome->reason);
      json_object_set_array_member (object, "open", make_pointers (outcome->open));
      json_array_add_object_element (criteria, object);
    }
  return criteria;
}

static char *
dup_json (CritRecord *record)
{
  g_autoptr (CritScreening) screening = crit_screening_new (record);
  g_autofree char *date = crit_date_to_iso (crit_record_get_date (record));
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  crit_cli_add_string (object, "reference", crit_record_get_reference (record));
  json_object_set_string_member (object, "date", date);
  json_object_set_object_member (object, "rules",
                                 crit_cli_make_rules (crit_record_get_rules (record)));
  json_object_set_string_member (object, "notice", crit_notice ());
  json_object_set_array_member (object, "criteria", make_criteria (screening));
  json_node_take_object (node, object);
  return crit_json_write (node, CRIT_JSON_INDENTED);
}

/**
 * crit_cli_screening_dup_output:
 * @record: a record
 * @format: %CRIT_CLI_SCREENING_TEXT or %CRIT_CLI_SCREENING_JSON
 *
 * Returns: (transfer full): what `criteria-cli screen` prints for the record, reasons included
 */
char *
crit_cli_screening_dup_output (CritRecord *record, CritCliScreeningFormat format)
{
  return format == CRIT_CLI_SCREENING_JSON ? dup_json (record) : dup_text (record);
}
