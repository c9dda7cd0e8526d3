/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-record-file.h"
#include "record/crit-slots.h"

#define N_SLIPS 20000

/* Answers that are right. Every type, every kind of unknown, and both ways to say nothing. */
static const char *const good[] = {
  "{}",
  "{\"age\":41,\"weight\":70.5,\"score\":-3e2,\"count\":1.0,\"psychosis\":false}",
  "{\"age\":{\"unknown\":\"awaiting\"},\"referrer\":\"gp\",\"last-event\":\"2019-03\"}",
  "{\"referrer\":{\"other\":\" A friend "
  "\"},\"until\":\"ongoing\",\"words\":\"\",\"story\":\"a\\nb\"}",
  "{\"words\":\"\\u00e9 \\ud83d\\ude00 é\",\"until\":\"2020-02-29\",\"last-event\":\"1990\"}",
  "{\"trials\":{\"entries\":[]},\"events\":{\"complete\":false,\"entries\":[{\"event\":\"x\"},{}]}"
  "}",
  "{\"trials\":{\"entries\":[{\"medicine\":\"sertraline\",\"started\":\"2024-01\",\"dose\":50},"
  "{\"medicine\":{\"other\":\"Tianeptine\"},\"outcome\":{\"unknown\":\"conflicting\"}}],"
  "\"complete\":true},\"age\":0}",
  "{\"trials\":{\"unknown\":\"not-in-notes\"},\"psychosis\":{\"unknown\":\"not-known\"}}",
};

/* Answers with something wrong. */
static const char *const bad[] = {
  "[]",
  "{\"age\":\"41\"}",
  "{\"age\":41.5}",
  "{\"age\":121}",
  "{\"age\":null}",
  "{\"age\":true}",
  "{\"weight\":0}",
  "{\"score\":1e300}",
  "{\"psychosis\":1}",
  "{\"psychosis\":\"yes\"}",
  "{\"referrer\":\"nobody\"}",
  "{\"referrer\":{\"other\":\" \"}}",
  "{\"referrer\":{\"other\":1}}",
  "{\"referrer\":{\"other\":\"a\\nb\"}}",
  "{\"age\":{\"other\":\"x\"}}",
  "{\"age\":{}}",
  "{\"referrer\":{\"other\":\"x\",\"more\":1}}",
  "{\"age\":{\"unknown\":\"lost\"}}",
  "{\"age\":{\"unknown\":\"awaiting\",\"other\":1}}",
  "{\"age\":{\"unknown\":1}}",
  "{\"last-event\":\"1989-12-31\"}",
  "{\"last-event\":\"2019-13\"}",
  "{\"last-event\":\"ongoing\"}",
  "{\"last-event\":\"2019-02-29\"}",
  "{\"last-event\":\"2019-03-21T00:00:00\"}",
  "{\"last-event\":\"2019-03-21 and so on, longer than any date\"}",
  "{\"words\":\"a\\tb\"}",
  "{\"words\":7}",
  "{\"trials\":[]}",
  "{\"trials\":{}}",
  "{\"trials\":{\"entries\":{}}}",
  "{\"trials\":{\"entries\":[1]}}",
  "{\"trials\":{\"entries\":[],\"complete\":1}}",
  "{\"trials\":{\"entries\":[],\"compleet\":true}}",
  "{\"trials\":{\"complete\":true}}",
  "{\"trials\":{\"entries\":[{\"complete\":true}],\"complete\":true}}",
  "{\"trials\":{\"entries\":[{\"medicine\":\"gp\"}]}}",
  "{\"trials\":{\"entries\":[{\"age\":1}]}}",
  "{\"trials\":true}",
  "{\"no-such\":1}",
  "{\"age\":1,\"age\":2}",
  "{\"age\":01}",
  "{\"age\":1",
};

/* Records with something beside their answers, or without something: the slots need not read them. */
static const char *const whole[] = {
  "",
  "{}",
  "[]",
  "null",
  "{\"reference\":\"A\",\"date\":\"2026-11-20\"}",
  "{\"reference\":\"A\",\"answers\":{}}",
  "{\"date\":\"2026-11-20\",\"answers\":{}}",
  "{\"reference\":\"A\",\"date\":\"2026-11\",\"answers\":{}}",
  "{\"reference\":\"A\\nB\",\"date\":\"2026-11-20\",\"answers\":{}}",
  "{\"reference\":7,\"date\":\"2026-11-20\",\"answers\":{}}",
  "{\"reference\":\"A\",\"date\":20261120,\"answers\":{}}",
  "{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":null}",
  "{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{},\"more\":1}",
  "{\"reference\":\"A\",\"date\":\"2026-11-20\",\"answers\":{}} x",
};

static char *
make_record (const char *answers)
{
  return g_strdup_printf ("{\"reference\":\"A-17\",\"date\":\"2026-11-20\",\"answers\":%s}",
                          answers);
}

static void
compare (CritSlots *slots, CritRecord *record, CritRules *rules)
{
  g_assert_cmpstr (crit_slots_get_reference (slots), ==, crit_record_get_reference (record));
  g_assert_cmpint (crit_date_get_first_day (crit_slots_get_date (slots)), ==,
                   crit_date_get_first_day (crit_record_get_date (record)));
  for (guint i = 0; i < rules->questions->len; i++)
    g_assert_true (crit_answer_equal (&crit_slots_get_answers (slots)[i],
                                      &crit_record_get_answers (record)[i]));
}

/* Holds both readers against each other: what is right they read alike, and what is wrong neither reads. */
static gboolean
read_both (CritSlots *slots, CritRules *rules, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRecord) record = crit_record_read (bytes, rules, findings);
  gboolean is_read = crit_slots_read (slots, text, length);

  if (is_read != (record != NULL && findings->len == 0))
    g_error ("the slots %s it, and the record does not: %.*s", is_read ? "read" : "refuse",
             (int) length, text);
  if (is_read)
    compare (slots, record, rules);
  return is_read;
}

static void
test_good (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritSlots) slots = crit_slots_new (rules);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = make_record (good[i]);

      g_assert_true (read_both (slots, rules, text, strlen (text)));
    }
}

static void
test_bad (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritSlots) slots = crit_slots_new (rules);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = make_record (bad[i]);

      g_assert_false (read_both (slots, rules, text, strlen (text)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_assert_false (read_both (slots, rules, whole[i], strlen (whole[i])));
}

/* One to three bytes of a good record are taken away, doubled or made another. */
static void
slip (GRand *random, GString *text)
{
  static const char bytes[] = "{}[]\",:019.-eE tfn\\/u\xC3\x80";
  gint32 n = g_rand_int_range (random, 1, 4);

  for (gint32 i = 0; i < n && text->len > 1; i++)
    {
      gssize at = g_rand_int_range (random, 0, (gint32) text->len);
      char byte = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];

      if (g_rand_boolean (random))
        g_string_erase (text, at, 1);
      if (g_rand_boolean (random))
        g_string_insert_c (text, at, byte);
    }
}

static void
test_slips (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  g_autoptr (CritSlots) slots = crit_slots_new (rules);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_read = 0;

  for (guint i = 0; i < N_SLIPS; i++)
    {
      g_autofree char *record = make_record (good[i % G_N_ELEMENTS (good)]);
      g_autoptr (GString) text = g_string_new (record);

      slip (random, text);
      n_read += read_both (slots, rules, text->str, text->len);
    }
  g_assert_cmpuint (n_read, >, N_SLIPS / 100);
  g_assert_cmpuint (n_read, <, N_SLIPS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots/good", test_good);
  g_test_add_func ("/slots/bad", test_bad);
  g_test_add_func ("/slots/slips", test_slips);
  return g_test_run ();
}
