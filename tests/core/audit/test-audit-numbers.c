/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/crit-audit-numbers.h"

#define N_PARTS 4
#define MOST_RECORDS 110

/**
 * Attack:
 * @looks: how each number is shown: 1 where it is hidden, and else by what is shown of it
 * @rows: how a row looks, to a bit for each value that one of its hidden numbers may have
 */
typedef struct
{
  guint64 looks[MOST_RECORDS + 1];
  GHashTable *rows;
} Attack;

static guint64
look_at (guint least, guint count)
{
  const CritAuditNumbers numbers = { .least = least };
  g_autofree char *text = crit_audit_numbers_dup_digits (&numbers, count);

  return text[0] == '<' ? 1 : g_ascii_strtoull (text, NULL, 10);
}

static void
add_row (Attack *self, const guint *parts, guint total)
{
  g_autofree guint64 *key = g_new0 (guint64, 1);
  guint64 *values = NULL;

  *key = self->looks[total];
  for (guint i = 0; i < N_PARTS; i++)
    *key = *key * 1000 + self->looks[parts[i]];
  values = g_hash_table_lookup (self->rows, key);
  if (values == NULL)
    {
      values = g_new0 (guint64, 1);
      g_hash_table_insert (self->rows, g_steal_pointer (&key), values);
    }
  for (guint i = 0; i < N_PARTS; i++)
    if (self->looks[parts[i]] == 1)
      *values |= G_GUINT64_CONSTANT (1) << parts[i];
}

static void
add_rows (Attack *self, guint *parts, guint n, guint left)
{
  guint total = 0;

  for (guint i = 0; n == N_PARTS && i < N_PARTS; i++)
    total += parts[i];
  if (n == N_PARTS)
    {
      add_row (self, parts, total);
      return;
    }
  for (guint part = 0; part <= MIN (left, n > 0 ? parts[n - 1] : left); part++)
    {
      parts[n] = part;
      add_rows (self, parts, n + 1, left - part);
    }
}

/* Whoever has a row alone, four numbers and their sum, tries every row that looks the same: each hidden number may be more than
   one. */
static void
test_row_gives_nothing_away (gconstpointer data)
{
  Attack self = { .rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  guint parts[N_PARTS] = { 0 };
  GHashTableIter iter = { 0 };
  gpointer values = NULL;
  guint n_hiding = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self.looks); i++)
    self.looks[i] = look_at (GPOINTER_TO_UINT (data), i);
  add_rows (&self, parts, 0, MOST_RECORDS);
  g_hash_table_iter_init (&iter, self.rows);
  while (g_hash_table_iter_next (&iter, NULL, &values))
    {
      const guint64 set = *(guint64 *) values;

      n_hiding += set != 0;
      g_assert_true (set == 0 || (set & (set - 1)) != 0);
    }
  g_assert_cmpuint (n_hiding, >, 50);
  g_hash_table_unref (self.rows);
}

static void
check (guint least, guint64 count, const char *text, const char *share)
{
  const CritAuditNumbers numbers = { .n_records = 200, .least = least };
  g_autofree char *shown = crit_audit_numbers_dup_digits (&numbers, count);
  g_autofree char *shown_share = crit_audit_numbers_dup_share (&numbers, count);

  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpstr (shown_share, ==, share);
}

static void
test_shown (void)
{
  check (0, 1, "1", "0.5%");
  check (0, 200, "200", "100%");
  check (8, 0, "0", "0%");
  check (8, 1, "<10", NULL);
  check (8, 9, "<10", NULL);
  check (8, 10, "10", "5.0%");
  check (8, 14, "10", "5.0%");
  check (8, 15, "20", "10.0%");
  check (10, 9, "<10", NULL);
  check (11, 10, "<20", NULL);
  check (11, 29, "20", "10.0%");
  check (100, 99, "<100", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-numbers/shown", test_shown);
  g_test_add_data_func ("/audit-numbers/row-gives-nothing-away/3", GUINT_TO_POINTER (3),
                        test_row_gives_nothing_away);
  g_test_add_data_func ("/audit-numbers/row-gives-nothing-away/8", GUINT_TO_POINTER (8),
                        test_row_gives_nothing_away);
  g_test_add_data_func ("/audit-numbers/row-gives-nothing-away/20", GUINT_TO_POINTER (20),
                        test_row_gives_nothing_away);
  return g_test_run ();
}
