/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pages.h"
#include "crit-pdf-update.h"

#include <cairo-pdf.h>
#include <string.h>

#define OBJECT "1 0 obj\n<< /Type /Catalog\n>>\nendobj\n"
#define HEAD "%PDF-1.4\n"
#define ENTRIES "0000000000 65535 f \n0000000009 00000 n \n"
#define TRAILER "trailer\n<< /Size 2\n   /Root 1 0 R\n>>\n"

static GBytes *
new_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* A PDF as cairo lays it out, of one object, which starts at 9. */
static GBytes *
new_small (const char *object, const char *table, const char *trailer, const char *tail)
{
  g_autofree char *text = NULL;

  if (tail != NULL)
    text = g_strconcat (HEAD, object, table, trailer, tail, NULL);
  else
    text = g_strdup_printf ("%s%s%s%sstartxref\n%zu\n%%%%EOF\n", HEAD, object, table, trailer,
                            strlen (HEAD) + strlen (object));
  return new_bytes (text);
}

static void
test_adds_entries (void)
{
  g_autoptr (GBytes) pdf = new_small (OBJECT, "xref\n0 2\n" ENTRIES, TRAILER, NULL);
  g_autoptr (CritPdfUpdate) update = crit_pdf_update_new (pdf);
  g_autoptr (GBytes) updated = NULL;
  g_autofree char *text = NULL;
  gsize before = g_bytes_get_size (pdf);
  gsize length = 0;

  g_assert_nonnull (update);
  g_assert_cmpuint (crit_pdf_update_get_root (update), ==, 1);
  g_assert_cmpuint (crit_pdf_update_find (update, 0, "<< /Type /Catalog\n"), ==, 1);
  g_assert_cmpuint (crit_pdf_update_find (update, 1, "<< /Type /Catalog\n"), ==, 0);
  g_assert_cmpuint (crit_pdf_update_find (update, 0, "<< /Type /Page\n"), ==, 0);
  g_assert_true (crit_pdf_update_add (update, 1, "/Lang (cy)"));

  updated = crit_pdf_update_finish (update);
  text = g_strndup (g_bytes_get_data (updated, &length), g_bytes_get_size (updated));
  g_assert_cmpmem (text, before, g_bytes_get_data (pdf, NULL), before);
  g_assert_cmpstr (text + before, ==,
                   "1 0 obj\n<< /Type /Catalog\n   /Lang (cy)\n>>\nendobj\n"
                   "xref\n1 1\n0000000150 00000 n \n"
                   "trailer\n<< /Size 2\n   /Root 1 0 R\n   /Prev 45\n>>\nstartxref\n200\n%%EOF\n");
  g_assert_cmpuint (before, ==, 150);
}

/* Whatever is not as cairo writes it is left alone. */
static void
test_refuses_what_it_does_not_know (void)
{
  static const struct
  {
    const char *table;
    const char *trailer;
    const char *tail;
  } CASES[] = {
    { "xref\n0 2\n" ENTRIES, TRAILER, "startxref\n45\n%%EOF" },
    { "xref\n0 2\n" ENTRIES, TRAILER, "startxref\n45\n%%EOF\n\n" },
    { "xref\n0 2\n" ENTRIES, TRAILER, "startxref\n-45\n%%EOF\n" },
    { "xref\n0 2\n" ENTRIES, TRAILER, "startxref\n44\n%%EOF\n" },
    { "xref\n0 2\n" ENTRIES, TRAILER, "startxref\n99999999999999999999\n%%EOF\n" },
    { "xref\n0 2\n" ENTRIES, TRAILER, "%%EOF\n" },
    { "xref\n1 2\n" ENTRIES, TRAILER, NULL },
    { "xref\n0 3\n" ENTRIES, TRAILER, NULL },
    { "xref\n0 1\n" ENTRIES, TRAILER, NULL },
    { "xref\n0 922337203685477581\n" ENTRIES, TRAILER, NULL },
    { "2 0 obj\n<< /Type /XRef >>\nstream\n" ENTRIES, TRAILER, NULL },
    { "xref\n0 2\n" ENTRIES, "trailer\n<< /Size 2 >>\n", NULL },
    { "xref\n0 2\n" ENTRIES, "trailer\n<< /Root 2 0 R\n>>\n", NULL },
    { "xref\n0 2\n" ENTRIES, "trailer\n<< /Root 1 1 R\n>>\n", NULL },
    { "xref\n0 2\n" ENTRIES, "trailer\n<< /Root 1 0 R /Info << /A 1 >> /B 2\n>>\n", NULL },
    { "xref\n0 2\n" ENTRIES, "trailer\n<< /Root 1 0 R\n", NULL },
  };
  g_autoptr (GBytes) nothing = new_bytes ("");

  g_assert_null (crit_pdf_update_new (nothing));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GBytes) pdf = new_small (OBJECT, CASES[i].table, CASES[i].trailer, CASES[i].tail);

      if (crit_pdf_update_new (pdf) != NULL)
        g_error ("case %u was taken for a PDF of cairo's", i);
    }
}

/* Each of these stands where the catalogue should. */
static void
test_adds_to_dictionaries_only (void)
{
  static const char *const OBJECTS[] = {
    "1 0 obj\n[ 1 ]\nendobj\n",
    "2 0 obj\n<< /Type /Catalog\n>>\nendobj\n",
    "1 0 obj\n<< /Type /Catalog\n>>\nstream\n",
  };
  static const char *const TABLES[] = {
    "xref\n0 2\n" ENTRIES,
    "xref\n0 2\n0000000000 65535 f \n0000000009 00000 f \n",
    "xref\n0 2\n0000000000 65535 f \n0000099999 00000 n \n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (OBJECTS) + G_N_ELEMENTS (TABLES) - 1; i++)
    {
      gboolean other_table = i >= G_N_ELEMENTS (OBJECTS);
      g_autoptr (GBytes) pdf = new_small (
          other_table ? OBJECT : OBJECTS[i],
          other_table ? TABLES[i - G_N_ELEMENTS (OBJECTS) + 1] : TABLES[0], TRAILER, NULL);
      g_autoptr (CritPdfUpdate) update = crit_pdf_update_new (pdf);

      g_assert_nonnull (update);
      g_assert_false (crit_pdf_update_add (update, 1, "/Lang (cy)"));
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The one that this program runs with. */
static void
test_knows_cairo (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 100, 100);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (CritPdfUpdate) update = NULL;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (bytes);
  update = crit_pdf_update_new (pdf);
  g_assert_nonnull (update);
  g_assert_true (crit_pdf_update_add (update, crit_pdf_update_get_root (update), "/Lang (cy)"));
}

/* The streams of a page of cairo's are read and replaced; their lengths are objects of their own. */
static void
test_replaces_streams (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 100, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (CritPdfUpdate) update = NULL;
  guint page = 0;
  guint contents = 0;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_paint (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (bytes);
  update = crit_pdf_update_new (pdf);
  page = crit_pdf_update_find (update, 0, "<< /Type /Page %");
  contents = crit_pdf_update_get_reference (update, page, "/Contents ");
  content = crit_pdf_update_dup_stream (update, contents);
  g_assert_nonnull (content);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (content, NULL), "1 0 0 -1 0 100 cm\n"));
  g_assert_cmpuint (crit_pdf_update_get_reference (update, page, "/Type "), ==, 0);
  g_assert_cmpuint (crit_pdf_update_get_reference (update, page, "/Annots "), ==, 0);
  g_assert_null (crit_pdf_update_dup_name (update, page, "/Contents "));
  g_assert_null (crit_pdf_update_dup_stream (update, page));

  crit_pdf_update_set_stream (update, contents, content);
  updated = crit_pdf_update_finish (update);
  g_assert_cmpuint (g_bytes_get_size (updated), >, g_bytes_get_size (pdf));
}

static void
test_strings (void)
{
  static const struct
  {
    const char *text;
    const char *string;
  } CASES[] = {
    { "", "<feff>" },           { "(a\\)", "<feff00280061005c0029>" }, { "ŵ", "<feff0175>" },
    { "لا", "<feff06440627>" }, { "\U0001d11e", "<feffd834dd1e>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *string = crit_pdf_update_dup_string (CASES[i].text);

      g_assert_cmpstr (string, ==, CASES[i].string);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-update/adds-entries", test_adds_entries);
  g_test_add_func ("/pdf-update/refuses-what-it-does-not-know", test_refuses_what_it_does_not_know);
  g_test_add_func ("/pdf-update/adds-to-dictionaries-only", test_adds_to_dictionaries_only);
  g_test_add_func ("/pdf-update/knows-cairo", test_knows_cairo);
  g_test_add_func ("/pdf-update/replaces-streams", test_replaces_streams);
  g_test_add_func ("/pdf-update/strings", test_strings);
  return g_test_run ();
}
