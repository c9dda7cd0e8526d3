/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-summary.h"

#include <string.h>

static CritBlock *
add (CritSummary *self, CritBlockKind kind, const char *label, const char *text)
{
  CritBlock *block = crit_block_new (kind, label, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

static CritSummary *
new_empty (void)
{
  CritSummary *self = g_new0 (CritSummary, 1);

  self->title = g_strdup ("Example");
  self->heading = g_strdup ("Checklist summary");
  self->identity = g_strdup ("A-17 · 20 November 2026");
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_block_free);
  self->footer = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->footer, g_strdup ("This is not a clinical decision."));
  return self;
}

/* One of each kind, as the text of a summary shows it. */
static CritSummary *
new_sample (void)
{
  CritSummary *self = new_empty ();
  CritBlock *block = NULL;

  add (self, CRIT_BLOCK_TITLE, NULL, "Ketamine infusion for depression");
  add (self, CRIT_BLOCK_NOTICE, NULL, "For information only. It shows what was recorded.");
  add (self, CRIT_BLOCK_FACT, "Reference", "A-17");
  add (self, CRIT_BLOCK_FACT, "Record date", "20 November 2026");
  add (self, CRIT_BLOCK_PARAGRAPH, NULL, "1 of 2 requirements is recorded as met.");
  add (self, CRIT_BLOCK_HEADING, NULL, "Requirements");
  block = add (self, CRIT_BLOCK_STATUS, "Recorded as met", "Two types were tried.");
  block->status = CRIT_STATUS_MET;
  block->detail = g_strdup ("2 types recorded; 2 needed.");
  block->aside = g_strdup ("[1,2]");
  block = add (self, CRIT_BLOCK_NOTE, NULL, "An effect may fade.");
  block->aside = g_strdup ("[1]");
  add (self, CRIT_BLOCK_HEADING, NULL, "Answers");
  add (self, CRIT_BLOCK_SUBHEADING, NULL, "Antidepressants");
  add (self, CRIT_BLOCK_ANSWER, "Which were tried?", "1 recorded")->detail =
      g_strdup ("Kept, but not counted.");
  add (self, CRIT_BLOCK_ANSWER, "Antidepressant 1", NULL)->level = 1;
  add (self, CRIT_BLOCK_ANSWER, "Medicine", "Sertraline (SSRI)")->level = 2;
  add (self, CRIT_BLOCK_HEADING, NULL, "Sources");
  add (self, CRIT_BLOCK_SOURCE, "[1]", "A news report")->detail =
      g_strdup ("A publisher · 2024\nwhole article: Not checked");
  add (self, CRIT_BLOCK_SIGNATURE, "Name", NULL);
  return self;
}

static void
test_every_kind (void)
{
  g_autoptr (CritSummary) summary = new_sample ();
  g_autofree char *text = crit_summary_to_text (summary, 40);

  g_assert_cmpstr (text, ==,
                   "Checklist summary\n"
                   "A-17 · 20 November 2026\n"
                   "\n"
                   "Ketamine infusion for depression\n"
                   "================================\n"
                   "\n"
                   "For information only. It shows what was\n"
                   "recorded.\n"
                   "\n"
                   "Reference: A-17\n"
                   "Record date: 20 November 2026\n"
                   "\n"
                   "1 of 2 requirements is recorded as met.\n"
                   "\n"
                   "Requirements\n"
                   "------------\n"
                   "\n"
                   "Recorded as met\n"
                   "    Two types were tried. [1,2]\n"
                   "    2 types recorded; 2 needed.\n"
                   "\n"
                   "An effect may fade. [1]\n"
                   "\n"
                   "Answers\n"
                   "-------\n"
                   "\n"
                   "Antidepressants\n"
                   "\n"
                   "Which were tried?\n"
                   "    1 recorded\n"
                   "    Kept, but not counted.\n"
                   "\n"
                   "    Antidepressant 1\n"
                   "        Medicine\n"
                   "            Sertraline (SSRI)\n"
                   "\n"
                   "Sources\n"
                   "-------\n"
                   "\n"
                   "[1] A news report\n"
                   "    A publisher · 2024\n"
                   "    whole article: Not checked\n"
                   "\n"
                   "Name ___________________________________\n"
                   "\n"
                   "This is not a clinical decision.\n");
}

typedef struct
{
  const char *name;
  const char *text;
  guint width;
  const char *wrapped;
} WrapCase;

static const WrapCase wrap_cases[] = {
  { "fits-exactly", "aaaa bbbb cccc ddddd", 20, "aaaa bbbb cccc ddddd\n" },
  { "one-too-many", "aaaa bbbb cccc dddddd", 20, "aaaa bbbb cccc\ndddddd\n" },
  { "breaks", "aaaa bbbb cccc dddd ee", 20, "aaaa bbbb cccc dddd\nee\n" },
  { "long-word-stays-whole", "an abcdefghijklmnopqrstuvwxyz ok", 20,
    "an\nabcdefghijklmnopqrstuvwxyz\nok\n" },
  { "line-feeds-are-kept", "one\n\ntwo", 20, "one\n\ntwo\n" },
  { "spaces-are-one", "  one \t two  ", 20, "one two\n" },
  { "counts-letters-not-bytes", "ŵŷäöüßéèêë ŵŷäöüßéè ŵ", 20, "ŵŷäöüßéèêë ŵŷäöüßéè\nŵ\n" },
  { "wide-letters-take-two", "日本語日本語 日本語日 日", 20, "日本語日本語\n日本語日 日\n" },
  { "combining-marks-take-none",
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81 bbbb cccc dddd ee",
    20,
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81 bbbb cccc dddd\nee\n" },
  { "special-characters", "<b> & % %s _x_ \"q\" 'q'", 40, "<b> & % %s _x_ \"q\" 'q'\n" },
  { "width-of-nothing-is-twenty", "aaaa bbbb cccc dddd ee", 0, "aaaa bbbb cccc dddd\nee\n" },
};

static void
test_wrap (gconstpointer data)
{
  const WrapCase *wrap = data;
  g_autoptr (CritSummary) summary = new_empty ();
  g_autofree char *text = NULL;
  g_autofree char *expected =
      g_strdup_printf ("Checklist summary\nA-17 · 20 November\n2026\n\n%s\n%s", wrap->wrapped,
                       "This is not a\nclinical decision.\n");

  add (summary, CRIT_BLOCK_PARAGRAPH, NULL, wrap->text);
  text = crit_summary_to_text (summary, wrap->width);
  if (wrap->width == 40)
    g_assert_nonnull (strstr (text, wrap->wrapped));
  else
    g_assert_cmpstr (text, ==, expected);
}

/* No line is longer than asked for, unless it is one word; nothing but the line feed controls the terminal. */
static void
test_no_line_is_too_long (void)
{
  g_autoptr (CritSummary) summary = new_sample ();

  for (guint width = 20; width < 100; width++)
    {
      g_autofree char *text = crit_summary_to_text (summary, width);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          const char *words = lines[i] + strspn (lines[i], " ");

          if (strchr (words, ' ') != NULL)
            g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, (glong) width);
        }
    }
}

static void
test_now_follows_the_environment (void)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  g_setenv ("SOURCE_DATE_EPOCH", "1795183320", TRUE);
  g_assert_cmpint (crit_summary_now (), ==, 1795183320);
  g_setenv ("SOURCE_DATE_EPOCH", "tomorrow", TRUE);
  g_assert_cmpint (crit_summary_now (), >=, before);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (crit_summary_now (), >=, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-text/every-kind", test_every_kind);
  for (guint i = 0; i < G_N_ELEMENTS (wrap_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/summary-text/wrap/", wrap_cases[i].name, NULL);

      g_test_add_data_func (path, &wrap_cases[i], test_wrap);
    }
  g_test_add_func ("/summary-text/no-line-is-too-long", test_no_line_is_too_long);
  g_test_add_func ("/summary-text/now-follows-the-environment", test_now_follows_the_environment);
  return g_test_run ();
}
