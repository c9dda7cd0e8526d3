/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pages-private.h"

#include "page-samples.h"

#include <dlfcn.h>
#include <string.h>

/* With each of the letters that are one glyph with the one before. */
#define ARABIC PAGE_SAMPLE_ARABIC " ولا الأول الآن الإنسان سلام"

static GBytes *
make_pdf (const CritSummary *summary, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);
  GBytes *pdf = crit_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  if (n_pages != NULL)
    *n_pages = crit_pages_get_count (pages);
  return pdf;
}

/* Gives a PDF to one of the poppler tools on its standard input, and returns what it says. */
static char *
ask (GBytes *pdf, const char *tool, const char *option, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) answer = NULL;

  g_ptr_array_add (argv, (gpointer) tool);
  if (option != NULL)
    g_ptr_array_add (argv, (gpointer) option);
  if (page > 0)
    {
      g_ptr_array_add (argv, (gpointer) "-f");
      g_ptr_array_add (argv, number);
      g_ptr_array_add (argv, (gpointer) "-l");
      g_ptr_array_add (argv, number);
    }
  g_ptr_array_add (argv, (gpointer) "-");
  if (g_str_equal (tool, "pdftotext"))
    g_ptr_array_add (argv, (gpointer) "-");
  g_ptr_array_add (argv, NULL);

  process =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

/* Lines are broken where the measure ends, so white space is no part of a comparison; nor are the invisible marks that
 * pdftotext puts around right-to-left text. A letter and its accent are one character where there is one. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

static void
assert_has (const char *squeezed, const char *text)
{
  g_autofree char *wanted = text != NULL ? squeeze (text) : NULL;

  if (wanted != NULL && strstr (squeezed, wanted) == NULL)
    g_error ("not found in the PDF: %s", text);
}

static void
assert_has_each_block (const char *squeezed, const CritSummary *summary)
{
  for (guint i = 0; i < summary->blocks->len; i++)
    {
      const CritBlock *block = summary->blocks->pdata[i];

      /* A row of a table has only its number to be seen: the table is under the question that the label is of. */
      if (block->cells == NULL && block->columns == NULL)
        assert_has (squeezed, block->label);
      assert_has (squeezed, block->text);
      assert_has (squeezed, block->detail);
      assert_has (squeezed, block->aside);
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        {
          assert_has (squeezed, block->columns->pdata[j]);
          assert_has (squeezed, block->cells->pdata[j]);
        }
    }
}

static void
test_every_text_is_found (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (12);
  g_autoptr (GBytes) pdf = make_pdf (summary, NULL);
  g_autofree char *raw = ask (pdf, "pdftotext", "-raw", 0);
  g_autofree char *squeezed = squeeze (raw);

  assert_has_each_block (squeezed, summary);
}

/* A text that runs over a page's end has the foot of one page and the head of the next within it, so here each page
 * has one. */
static void
test_special_characters_read_back (void)
{
  static const char *const TEXTS[] = {
    "<b>5 & 6</b> > 4 %s 100 % _under_ \"quoted\" 'single' \\ {} []",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesdurchführungsverordnung",
    "Ŵyau, ŷd a'r iaith Gymraeg: tâl, cŵn, môr",
    "Offizier, Auflage, Schifffahrt, affluent, office, fjord, stets",
    "w\xcc\x82yr, mo\xcc\x82r, e\xcc\x81te\xcc\x81, s\xcc\xa3",
    "at least 6 weeks, ≥ 18, 0.5 mg, 1–2, “quoted”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (CritSummary) summary = page_sample_new_special (TEXTS[i]);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *raw = NULL;
      g_autofree char *squeezed = NULL;

      for (guint j = summary->blocks->len; j-- > 0;)
        if (strlen (((CritBlock *) summary->blocks->pdata[j])->text ?: "") > 1000)
          g_ptr_array_remove_index (summary->blocks, j);
      pdf = make_pdf (summary, NULL);
      raw = ask (pdf, "pdftotext", "-raw", 0);
      squeezed = squeeze (raw);
      assert_has_each_block (squeezed, summary);
    }
}

static void
test_arabic_reads_back (void)
{
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *normal = NULL;
  g_auto (GStrv) words = g_strsplit (ARABIC, " ", -1);

  g_ptr_array_add (summary->blocks, crit_block_new (CRIT_BLOCK_PARAGRAPH, NULL, ARABIC));
  pdf = make_pdf (summary, NULL);
  raw = ask (pdf, "pdftotext", NULL, 0);
  /* Lam and alef are one glyph, which stands for the one character that a search takes for both. */
  normal = g_utf8_normalize (raw, -1, G_NORMALIZE_ALL_COMPOSE);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (normal, words[i]) == NULL)
      g_error ("not found in the PDF: %s", words[i]);
}

static void
test_every_page_says_what_it_is (void)
{
  guint n_pages = 0;
  g_autoptr (CritSummary) summary = page_sample_new_long (30);
  g_autoptr (GBytes) pdf = make_pdf (summary, &n_pages);

  g_assert_cmpuint (n_pages, >, 3);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *raw = ask (pdf, "pdftotext", "-raw", page);
      g_autofree char *squeezed = squeeze (raw);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page, n_pages);

      assert_has (squeezed, number);
      assert_has (squeezed, summary->heading);
      assert_has (squeezed, summary->identity);
      assert_has (squeezed, summary->title);
      for (guint i = 0; i < summary->footer->len; i++)
        assert_has (squeezed, summary->footer->pdata[i]);
    }
}

static void
test_same_summary_same_bytes (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_long (5);
  g_autoptr (GBytes) first = make_pdf (summary, NULL);
  g_autoptr (GBytes) second = make_pdf (summary, NULL);
  g_autoptr (GBytes) later = NULL;

  g_assert_true (g_bytes_equal (first, second));
  summary->made_at += 3600;
  later = make_pdf (summary, NULL);
  g_assert_false (g_bytes_equal (first, later));
}

static void
test_metadata (void)
{
  guint n_pages = 0;
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (GBytes) pdf = make_pdf (summary, &n_pages);
  g_autofree char *info = ask (pdf, "pdfinfo", "-isodates", 0);
  g_autofree char *pages = g_strdup_printf ("\nPages:           %u\n", n_pages);

  g_assert_nonnull (
      strstr (info, "Title:           Checklist summary · A-17 · 20 November 2026\n"));
  g_assert_nonnull (strstr (info, "CreationDate:    2026-11-20T14:02:00"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, pages));
  g_assert_null (strstr (info, "Author:"));
}

/* What is read aloud: the texts of the structure without its elements. */
static char *
join_texts (const char *structure)
{
  g_auto (GStrv) lines = g_strsplit (structure, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (line[0] == '"')
        g_string_append_len (joined, line + 1, strlen (line) - 2);
    }
  return g_string_free (joined, FALSE);
}

static void
test_structure (void)
{
  static const char *const TAGS[] = { "Document", "H1", "H2", "H3", "P",  "Table", "TR",
                                      "Figure",   "TH", "TD", "L",  "LI", "Lbl",   "LBody" };
  g_autoptr (CritSummary) summary = page_sample_new_long (12);
  g_autoptr (GBytes) pdf = make_pdf (summary, NULL);
  g_autofree char *structure = ask (pdf, "pdfinfo", "-struct-text", 0);
  g_autofree char *texts = join_texts (structure);
  g_autofree char *squeezed = squeeze (texts);

  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++)
    {
      g_autofree char *line = g_strdup_printf ("^ *%s( \\(block\\))?:?$", TAGS[i]);

      if (!g_regex_match_simple (line, structure, G_REGEX_MULTILINE, 0))
        g_error ("no %s in the structure", TAGS[i]);
    }
  assert_has_each_block (squeezed, summary);
  g_assert_null (strstr (structure, "Page 1 of"));
}

/* From a reason to the answers that it comes from, and from a criterion to its sources. */
static void
test_links (void)
{
  static const char *const TARGETS[] = { "\"answer-1\"", "\"answer-2\"", "\"source-1\"" };
  g_autoptr (CritSummary) summary = page_sample_new_long (12);
  g_autoptr (GBytes) pdf = make_pdf (summary, NULL);
  g_autofree char *targets = ask (pdf, "pdfinfo", "-dests", 0);
  g_autofree char *structure = ask (pdf, "pdfinfo", "-struct-text", 0);

  for (guint i = 0; i < G_N_ELEMENTS (TARGETS); i++)
    g_assert_nonnull (strstr (targets, TARGETS[i]));
  g_assert_null (strstr (targets, "842 null      ] \"answer"));
  g_assert_true (
      g_regex_match_simple ("Link \\(inline\\)\\s+Object \\d+ 0\\s+\"2\"", structure, 0, 0));
}

/* Every font is embedded: "yes" in the fifth column from the right. */
static void
test_fonts_are_embedded (void)
{
  g_autoptr (CritSummary) summary = page_sample_new_special (PAGE_SAMPLE_ARABIC);
  g_autoptr (GBytes) pdf = make_pdf (summary, NULL);
  g_autofree char *fonts = ask (pdf, "pdffonts", NULL, 0);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_autoptr (GRegex) pattern =
          g_regex_new (" yes +(yes|no) +(yes|no) +\\d+ +\\d+$", 0, 0, NULL);

      if (!g_regex_match (pattern, lines[i], 0, NULL))
        g_error ("not embedded: %s", lines[i]);
    }
}

static gboolean surface_fails;
static gboolean context_fails;
static gboolean page_is_lost;

/* These stand before cairo's own, so that a failure can be had that no drawing of ours brings about. */
cairo_status_t
cairo_surface_status (cairo_surface_t *surface)
{
  cairo_status_t (*real) (cairo_surface_t *) = dlsym (RTLD_NEXT, "cairo_surface_status");

  return surface_fails ? CAIRO_STATUS_WRITE_ERROR : real (surface);
}

cairo_status_t
cairo_status (cairo_t *cr)
{
  cairo_status_t (*real) (cairo_t *) = dlsym (RTLD_NEXT, "cairo_status");

  return context_fails ? CAIRO_STATUS_NO_MEMORY : real (cr);
}

void
cairo_show_page (cairo_t *cr)
{
  void (*real) (cairo_t *) = dlsym (RTLD_NEXT, "cairo_show_page");

  if (!page_is_lost)
    real (cr);
  page_is_lost = FALSE;
}

/* Where cairo failed, there is an error and no bytes: never half a PDF. */
static void
test_a_failure_of_cairo_is_an_error (void)
{
  static const char *const WORDS[] = { "writing", "memory", "pages" };
  g_autoptr (CritSummary) summary = page_sample_new ();
  g_autoptr (CritPages) pages = crit_pages_new (summary, CRIT_PAPER_A4_WIDTH, CRIT_PAPER_A4_HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;

      surface_fails = i == 0;
      context_fails = i == 1;
      page_is_lost = i == 2;
      pdf = crit_pages_to_pdf (pages, &error);
      surface_fails = FALSE;
      context_fails = FALSE;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, WORDS[i]));
      g_assert_null (pdf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages-pdf/every-text-is-found", test_every_text_is_found);
  g_test_add_func ("/pages-pdf/special-characters-read-back", test_special_characters_read_back);
  g_test_add_func ("/pages-pdf/arabic-reads-back", test_arabic_reads_back);
  g_test_add_func ("/pages-pdf/every-page-says-what-it-is", test_every_page_says_what_it_is);
  g_test_add_func ("/pages-pdf/same-summary-same-bytes", test_same_summary_same_bytes);
  g_test_add_func ("/pages-pdf/metadata", test_metadata);
  g_test_add_func ("/pages-pdf/structure", test_structure);
  g_test_add_func ("/pages-pdf/links", test_links);
  g_test_add_func ("/pages-pdf/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/pages-pdf/a-failure-of-cairo-is-an-error",
                   test_a_failure_of_cairo_is_an_error);
  return g_test_run ();
}
