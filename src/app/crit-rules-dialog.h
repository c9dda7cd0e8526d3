/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

GtkWindow *crit_rules_dialog_new (GtkWindow *parent, CritRules *rules);

G_END_DECLS
