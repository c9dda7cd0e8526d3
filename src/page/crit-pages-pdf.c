/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-pages-private.h"

#include "crit-line-draw.h"
#include "crit-pdf-artifacts.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* How cairo writes a page. */
#define PAGE "<< /Type /Page %"

/* How it writes the place of a link on a page. */
#define LINK "<< /Type /Annot\n   /Subtype /Link\n"

/* The same summary gives the same bytes: the only time in the file is that of the summary, and nobody's name. */
static void
set_metadata (CritPages *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (self->made_at);
  g_autofree char *made_text =
      made != NULL ? g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Criteria " VERSION);
  if (made_text != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made_text);
}

/* @parents: by level, the last that was added */
static void
add_bookmark (CritPages *self,
              guint page,
              const CritSlice *slice,
              cairo_surface_t *surface,
              int *parents)
{
  const CritRow *row = slice->row;
  int parent = row->head_level > 0 ? parents[row->head_level - 1] : CAIRO_PDF_OUTLINE_ROOT;
  g_autofree char *target =
      g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int) (CRIT_PAGE_MARGIN * self->scale),
                       (int) (slice->y * self->scale));

  parents[row->head_level] = cairo_pdf_surface_add_outline (
      surface, parent, row->head, target, row->head_level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static void
add_bookmarks (CritPages *self, guint page, cairo_surface_t *surface, int *parents)
{
  const CritPage *content = self->pages->pdata[page];

  for (guint i = 0; i < content->slices->len; i++)
    {
      const CritSlice *slice = &g_array_index (content->slices, CritSlice, i);

      if (slice->row->head != NULL && slice->from <= 0)
        add_bookmark (self, page, slice, surface, parents);
    }
}

static void
draw_pages (CritPages *self, cairo_t *cr, cairo_surface_t *surface, CritTags *tags)
{
  int parents[CRIT_ROW_N_LEVELS] = { CAIRO_PDF_OUTLINE_ROOT };

  crit_tags_begin (tags, "Document");
  for (guint page = 0; page < self->pages->len; page++)
    {
      crit_pages_draw_page (self, page, cr, tags);
      add_bookmarks (self, page, surface, parents);
      if (page + 1 == self->pages->len)
        {
          crit_tags_set_container (tags, NULL, NULL);
          crit_tags_end (tags, "Document");
        }
      cairo_show_page (cr);
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Version 1.4 has all that is drawn here, and later versions of cairo write it as this one does. */
static cairo_status_t
write_pdf (CritPages *self, GByteArray *bytes, CritTags **tags)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  *tags = crit_tags_new (cr);
  draw_pages (self, cr, surface, *tags);
  status = cairo_status (cr);
  cairo_destroy (cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static guint
count_pages (CritPdfUpdate *update)
{
  guint n_pages = 0;

  for (guint page = crit_pdf_update_find (update, 0, PAGE); page != 0;
       page = crit_pdf_update_find (update, page, PAGE))
    n_pages++;
  return n_pages;
}

/* A page is read in the order of its structure, by the key Tab too, and whatever is not in it is an artifact. */
static gboolean
complete_page (CritPdfUpdate *update, guint page)
{
  guint contents = crit_pdf_update_get_reference (update, page, "/Contents ");
  g_autoptr (GBytes) content = crit_pdf_update_dup_stream (update, contents);
  g_autoptr (GBytes) marked = content != NULL ? crit_pdf_mark_artifacts (content) : NULL;

  if (marked == NULL || !crit_pdf_update_add (update, page, "/Tabs /S"))
    return FALSE;
  crit_pdf_update_set_stream (update, contents, marked);
  return TRUE;
}

static gboolean
complete_pages (CritPdfUpdate *update)
{
  for (guint page = crit_pdf_update_find (update, 0, PAGE); page != 0;
       page = crit_pdf_update_find (update, page, PAGE))
    if (!complete_page (update, page))
      return FALSE;
  return TRUE;
}

/* Says in words where a link leads. */
static gboolean
complete_links (CritPdfUpdate *update)
{
  for (guint link = crit_pdf_update_find (update, 0, LINK); link != 0;
       link = crit_pdf_update_find (update, link, LINK))
    {
      g_autofree char *target = crit_pdf_update_dup_name (update, link, "/Dest ");
      g_autofree char *words = target != NULL ? crit_line_dup_target_words (target) : NULL;
      g_autofree char *string = words != NULL ? crit_pdf_update_dup_string (words) : NULL;
      g_autofree char *entry = string != NULL ? g_strconcat ("/Contents ", string, NULL) : NULL;

      if (entry == NULL || !crit_pdf_update_add (update, link, entry))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_language (CritPages *self, CritPdfUpdate *update)
{
  g_autofree char *entries = g_strdup_printf (
      "/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", self->language);

  return crit_pdf_update_add (update, crit_pdf_update_get_root (update), entries);
}

/* Says the language, of figures, headings and links what cairo has no call for, and of a page what is none of its text. Where cairo writes otherwise than it is known
 * to, its PDF stays as it is: it lacks these, but it is whole. */
static GBytes *
complete (CritPages *self, GBytes *pdf, CritTags *tags, GError **error)
{
  g_autoptr (CritPdfUpdate) update = crit_pdf_update_new (pdf);

  if (update != NULL && count_pages (update) != self->pages->len)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %1$u and %2$u are numbers of pages. */
                   _ ("The PDF could not be made: it has %1$u of %2$u pages."),
                   count_pages (update), self->pages->len);
      return NULL;
    }
  if (update == NULL || !crit_tags_add_to (tags, update) || !complete_pages (update)
      || !complete_links (update) || !add_language (self, update))
    return g_bytes_ref (pdf);
  return crit_pdf_update_finish (update);
}

/**
 * crit_pages_to_pdf:
 * @self: pages
 * @error: set to a #GIOErrorEnum where the PDF could not be made
 *
 * Makes a tagged PDF of the pages, with bookmarks, its language and words for its figures, in memory. Saving it is left to crit_file_save(): cairo reports
 * success for a file that it could not write, and crashes where a stream of ours fails while there are bookmarks. The
 * same pages give the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF, or NULL with @error set
 */
GBytes *
crit_pages_to_pdf (CritPages *self, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (CritTags) tags = NULL;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  g_return_val_if_fail (self != NULL, NULL);

  status = write_pdf (self, bytes, &tags);
  pdf = g_byte_array_free_to_bytes (bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s says what went wrong, in the words of the drawing library. */
                   _ ("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }
  return complete (self, pdf, tags, error);
}
