/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/crit-bidi.h"

#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"

#define ARABIC "عمر المريض"

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* What is read in one direction is left as it is, byte for byte. */
static void
test_one_direction_adds_nothing (void)
{
  check (crit_bidi_fill ("%1$s: %2$s, 100 %%", "Age", "41"), "Age: 41, 100 %");
  check (crit_bidi_fill ("%s: %s", "Ŵyr a thŷ", "15 – Größe"), "Ŵyr a thŷ: 15 – Größe");
  check (crit_bidi_fill ("%2$s (%1$s)", ARABIC, ARABIC), ARABIC " (" ARABIC ")");
  check (crit_bidi_join (" · ", (const char *const[]){ "A", "1" }, 2), "A · 1");
  check (crit_bidi_join (" · ", NULL, 0), "");
  check (crit_bidi_join (" · ", (const char *const[]){ ARABIC " 1 a" }, 1), ARABIC " 1 a");
}

/* The sentence's own words, or else the first letter, say how the whole is read, and each text stands for itself, in the order of the sentence. */
static void
test_each_text_stands_for_itself (void)
{
  check (crit_bidi_fill ("%1$s: %2$s", ARABIC, "6 weeks"),
         RLM FSI ARABIC PDI ": " FSI "6 weeks" PDI);
  check (crit_bidi_fill ("Open: %s (100 %%).", ARABIC), LRM "Open: " FSI ARABIC PDI " (100 %).");
  check (crit_bidi_fill ("%s: any more?", ARABIC), LRM FSI ARABIC PDI ": any more?");
  check (crit_bidi_fill ("%2$s عمر %1$s", "a", "b"), RLM FSI "b" PDI " عمر " FSI "a" PDI);
  check (crit_bidi_fill ("%2$s, %1$s", ARABIC, "March"), LRM FSI "March" PDI ", " FSI ARABIC PDI);
  check (crit_bidi_fill ("%s %s", ARABIC, "2"), RLM FSI ARABIC PDI " " FSI "2" PDI);
  check (crit_bidi_join (" · ", (const char *const[]){ "March 2024", ARABIC, "6 weeks: no" }, 3),
         LRM FSI "March 2024" PDI " · " FSI ARABIC PDI " · " FSI "6 weeks: no" PDI);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/one-direction-adds-nothing", test_one_direction_adds_nothing);
  g_test_add_func ("/bidi/each-text-stands-for-itself", test_each_text_stands_for_itself);
  return g_test_run ();
}
