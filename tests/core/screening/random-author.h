/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RandomAuthor:
 * @list: (nullable): where a condition is about entries, their list: "l" or "m"
 * @may_count: whether a count may stand here
 * @n_criteria: how many criteria there are to refer to
 *
 * Writes rules and records by chance. The ids are the same in all rules: a record can be made without looking at them.
 * There is one call of chance in an expression: the order in which arguments are evaluated is the compiler's, and a seed
 * has to give the same rules everywhere.
 */
typedef struct
{
  GRand *random;
  GString *text;
  const char *list;
  gboolean may_count;
  guint n_criteria;
} RandomAuthor;

guint random_pick (RandomAuthor *self, guint n);
gboolean random_chance (RandomAuthor *self, guint percent);
void random_write (RandomAuthor *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void random_write_condition (RandomAuthor *self, guint depth);

G_END_DECLS
