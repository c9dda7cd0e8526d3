/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-support.h"

#include <string.h>

/* Every text for people in it is replaced. */
#define RULES                                                                                      \
  "{ \"format\": \"criteria-rules/1\", \"id\": \"strange\", \"version\": \"1\", \"title\": \"@ "   \
  "title\",\n"                                                                                     \
  "  \"language\": \"en-GB\", \"status\": \"draft\", \"effective-from\": \"2026-01-01\",\n"        \
  "  \"sources\": [ { \"id\": \"s0\", \"title\": \"@ source\", \"publisher\": \"@ publisher\" } "  \
  "],\n"                                                                                           \
  "  \"sections\": [ { \"id\": \"first\", \"title\": \"@ section\", \"help\": \"@ section "        \
  "help\",\n"                                                                                      \
  "    \"questions\": [\n"                                                                         \
  "    { \"id\": \"asked\", \"type\": \"boolean\", \"text\": \"@ question\", \"help\": \"@ "       \
  "help\",\n"                                                                                      \
  "      \"label\": \"@ label\" },\n"                                                              \
  "    { \"id\": \"chosen\", \"type\": \"choice\", \"text\": \"@ choice\", \"options\": [\n"       \
  "      { \"code\": \"one\", \"text\": \"@ one\" }, { \"code\": \"two\", \"text\": \"@ two\" } "  \
  "] } ] } ],\n"                                                                                   \
  "  \"criteria\": [ { \"id\": \"c\", \"section\": \"first\", \"kind\": \"requirement\",\n"        \
  "    \"text\": \"@ criterion\", \"when\": { \"answer\": \"asked\", \"is\": true },\n"            \
  "    \"sources\": [ { \"source\": \"s0\", \"place\": \"@ place\", \"certainty\": \"verified\" "  \
  "} ] },\n"                                                                                       \
  "    { \"id\": \"d\", \"kind\": \"note\", \"text\": \"@ note\", \"sources\": [\n"                \
  "      { \"source\": \"s0\", \"certainty\": \"verified\" } ] } ] }\n"

/* As they are in JSON, and as a person reads them. */
static const struct
{
  const char *json;
  const char *text;
} strange[] = {
  { "< > & _ % \\\" ' &amp; <b>x</b> %s", "< > & _ % \" ' &amp; <b>x</b> %s" },
  { "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" },
  { "هذا ليس قرارا سريريا", "هذا ليس قرارا سريريا" },
  { "Ŵyau, tŷ a môr", "Ŵyau, tŷ a môr" },
};

static GFile *
write_rules (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (RULES, "@", -1);
  g_autofree char *text = g_strjoinv (words, parts);

  return window_support_write ("strange.json", text);
}

static CritWindow *
open_record (const char *words)
{
  g_autoptr (GFile) file = write_rules (words);
  CritWindow *window = window_support_open_file (file);
  GtkWidget *page = window_support_find (window, "new_record_page");

  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "reference")), "A-17");
  gtk_editable_set_text (GTK_EDITABLE (window_support_find (page, "date")), "20 Nov 2026");
  g_signal_emit_by_name (window_support_find (page, "create"), "clicked");
  window_support_settle ();
  g_assert_nonnull (crit_window_get_session (window));
  return window;
}

static void
assert_shown (CritWindow *window, const char *words, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s %s", words, name);

  if (window_support_find_text (window, text) == NULL)
    g_error ("not in the window: %s", text);
}

/* What a screen reader is told of the pages, without regard to how its lines are broken. */
static char *
dup_summary (CritWindow *window)
{
  GtkAccessible *pages = GTK_ACCESSIBLE (window_support_find (window, "papers"));
  g_autofree char *text = gtk_test_accessible_check_property (
      pages, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not what it says");
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (joined, FALSE);
}

static void
assert_said (const char *summary, const char *words, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s %s", words, name);

  if (strstr (summary, text) == NULL)
    g_error ("not in the summary: %s\n%s", text, summary);
}

/* Text from files is never markup, a mnemonic or a format, and nothing of it is lost, in whatever script it is. */
static void
test_reads_back (void)
{
  static const char *const on_page[] = { "section", "section help", "question", "help",
                                         "choice",  "criterion",    "note" };
  static const char *const on_paper[] = { "title", "question", "choice",    "criterion", "note",
                                          "place", "source",   "publisher", "section" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      CritWindow *window = open_record (strange[i].json);
      g_autofree char *summary = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (on_page); j++)
        assert_shown (window, strange[i].text, on_page[j]);
      window_support_activate (window, "next-step");
      window_support_settle ();
      summary = dup_summary (window);
      for (guint j = 0; j < G_N_ELEMENTS (on_paper); j++)
        assert_said (summary, strange[i].text, on_paper[j]);
      window_support_close_all ();
    }
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/strange/reads-back", test_reads_back);
  return window_support_run ();
}
