/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screening/crit-truth.h"

#define F CRIT_FALSE
#define T CRIT_TRUE
#define E CRIT_EITHER

static const CritTruth values[] = { F, E, T };

/* Rows and columns are false, either, true. */
static const CritTruth and_table[3][3] = { { F, F, F }, { F, E, E }, { F, E, T } };
static const CritTruth or_table[3][3] = { { F, E, T }, { E, E, T }, { T, T, T } };
static const CritTruth not_table[3] = { T, E, F };

static void
test_connectives (void)
{
  for (guint a = 0; a < 3; a++)
    {
      g_assert_cmpint (crit_truth_not (values[a]), ==, not_table[a]);
      for (guint b = 0; b < 3; b++)
        {
          g_assert_cmpint (crit_truth_and (values[a], values[b]), ==, and_table[a][b]);
          g_assert_cmpint (crit_truth_or (values[a], values[b]), ==, or_table[a][b]);
        }
    }
}

/* Each set holds just what its members make of each other. */
static void
test_sets (void)
{
  for (guint a = 1; a <= 3; a++)
    for (guint b = 1; b <= 3; b++)
      {
        CritTruth both = 0, any = 0;

        for (guint x = 0; x < 2; x++)
          for (guint y = 0; y < 2; y++)
            if ((a >> x & 1) && (b >> y & 1))
              {
                both |= crit_truth_of (x && y);
                any |= crit_truth_of (x || y);
              }
        g_assert_cmpint (crit_truth_and (a, b), ==, both);
        g_assert_cmpint (crit_truth_or (a, b), ==, any);
      }
}

static void
test_at_least (void)
{
  static const struct
  {
    guint least, sure, possible;
    CritTruth truth;
  } rows[] = {
    { 0, 0, 0, T }, { 1, 0, 0, F }, { 1, 0, 1, E }, { 1, 1, 1, T }, { 2, 0, 1, F }, { 2, 0, 2, E },
    { 2, 1, 1, F }, { 2, 1, 2, E }, { 2, 2, 2, T }, { 2, 1, 3, E }, { 3, 2, 2, F }, { 3, 3, 4, T },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (crit_truth_at_least (rows[i].least, rows[i].sure, rows[i].possible), ==,
                     rows[i].truth);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/connectives", test_connectives);
  g_test_add_func ("/truth/sets", test_sets);
  g_test_add_func ("/truth/at-least", test_at_least);
  return g_test_run ();
}
