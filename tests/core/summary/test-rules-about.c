/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-rules-about.h"

#include "json/crit-finding.h"

/* Usable, but not without a word: its review date has passed, its source is never cited and no case tests it. */
static const char text[] =
    "{\"format\": \"criteria-rules/1\", \"id\": \"small\", \"version\": \"7\", \"title\": "
    "\"Small\","
    " \"language\": \"en-GB\", \"status\": \"draft\", \"effective-from\": \"2026-11-01\","
    " \"review-by\": \"2026-11-19\", \"about\": \"Made up.\","
    " \"sources\": [{\"id\": \"guide\", \"title\": \"A guide\", \"publisher\": \"A publisher\"}],"
    " \"sections\": [{\"id\": \"one\", \"title\": \"One\", \"questions\":"
    " [{\"id\": \"referred\", \"type\": \"boolean\", \"text\": \"Referred?\"}]}],"
    " \"criteria\": [{\"id\": \"referral\", \"kind\": \"requirement\", \"text\": \"Referred.\","
    " \"when\": {\"answer\": \"referred\", \"is\": true}}], \"cases\": []}";

static GPtrArray *
make_blocks (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (CritRules) rules = crit_rules_load (bytes, findings);

  g_assert_nonnull (rules);
  return crit_rules_about_new (rules, (CritDate){ .year = 2026, .month = 11, .day = 20 });
}

static const CritBlock *
find (GPtrArray *blocks, CritBlockKind kind, const char *needle)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CritBlock *block = blocks->pdata[i];
      const char *where = kind == CRIT_BLOCK_FACT ? block->label : block->text;

      if (block->kind == kind && strstr (where, needle) != NULL)
        return block;
    }
  g_test_message ("Nothing says “%s”", needle);
  g_assert_not_reached ();
}

static void
test_about (void)
{
  static const char *const facts[][2] = {
    { "Status", "Draft" },
    { "Rules file", "small" },
    { "Version", "7" },
    { "In effect from", "1 November 2026" },
    { "Review by", "19 November" },
    { "Its own cases", "0 of 0 passed" },
  };
  g_autoptr (GPtrArray) blocks = make_blocks ();

  find (blocks, CRIT_BLOCK_TITLE, "Small");
  find (blocks, CRIT_BLOCK_NOTICE, "These rules are a draft.");
  find (blocks, CRIT_BLOCK_NOTICE, "19 November 2026, which has passed");
  find (blocks, CRIT_BLOCK_PARAGRAPH, "Made up.");
  find (blocks, CRIT_BLOCK_SOURCE, "A guide");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_nonnull (strstr (find (blocks, CRIT_BLOCK_FACT, facts[i][0])->text, facts[i][1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/rules-about", test_about);
  return g_test_run ();
}
