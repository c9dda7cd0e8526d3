/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

void crit_cli_add_string (JsonObject *object, const char *name, const char *value);
JsonObject *crit_cli_make_rules (const CritRules *rules);

G_END_DECLS
