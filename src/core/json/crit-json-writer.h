/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_JSON_COMPACT,
  CRIT_JSON_INDENTED,
} CritJsonLayout;

char *crit_json_write (JsonNode *node, CritJsonLayout layout);
void crit_json_write_string (GString *text, const char *value);
void crit_json_write_number (GString *text, double value);

G_END_DECLS
