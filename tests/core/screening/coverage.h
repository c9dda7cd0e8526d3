/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Coverage:
 *
 * How often random rules and records make use of each thing that rules and records can say.
 */
typedef struct _Coverage Coverage;

Coverage *coverage_new (void);
void coverage_free (Coverage *self);
void coverage_add (Coverage *self, const char *rules, const char *record);
void coverage_check (Coverage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Coverage, coverage_free)

G_END_DECLS
