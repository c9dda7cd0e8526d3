/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pdf-update.h"

#include <gio/gio.h>
#include <string.h>

/* One object in the table of cairo's: ten digits, a blank, five digits, a blank, a letter, a blank, a line feed. */
#define ENTRY_LENGTH 20

/* How cairo ends the dictionary of a stream and begins its bytes. */
#define STREAM ">>\nstream\n"

/* Where the table is stands at the very end. */
#define TAIL_LENGTH 64

/**
 * CritPdfUpdate:
 * @entries: the table of @pdf: where each object is
 * @n_objects: how many it lists, the free one with the number 0 among them
 * @table: where it starts
 * @trailer: the dictionary after it, from after "<<" to before ">>"
 * @objects: the objects that have entries added, as they will follow @pdf
 * @sections: of the table that will follow them
 */
struct _CritPdfUpdate
{
  GBytes *pdf;
  const char *text;
  gsize length;
  const char *entries;
  guint64 n_objects;
  guint64 table;
  char *trailer;
  GString *objects;
  GString *sections;
};

/* Reads a number and moves on to after it. */
static gboolean
read_number (const char **place, guint64 *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**place))
    return FALSE;
  *number = g_ascii_strtoull (*place, &end, 10);
  *place = end;
  return TRUE;
}

static gboolean
skip (const char **place, const char *word)
{
  if (!g_str_has_prefix (*place, word))
    return FALSE;
  *place += strlen (word);
  return TRUE;
}

/* "startxref", a number, "%%EOF", and nothing else. */
static gboolean
read_tail (CritPdfUpdate *self)
{
  const char *place = NULL;

  if (self->length > TAIL_LENGTH)
    place = g_strrstr_len (self->text + self->length - TAIL_LENGTH, TAIL_LENGTH, "startxref\n");
  return place != NULL && skip (&place, "startxref\n") && read_number (&place, &self->table)
         && self->table < self->length && g_str_equal (place, "\n%%EOF\n");
}

/* The table is one section of all objects, the trailer one dictionary that holds no other. */
static gboolean
read_table (CritPdfUpdate *self)
{
  const char *place = self->text + self->table;
  const char *end = NULL;
  guint64 first = 0;

  if (!skip (&place, "xref\n") || !read_number (&place, &first) || first != 0 || !skip (&place, " ")
      || !read_number (&place, &self->n_objects) || !skip (&place, "\n")
      || self->n_objects > (self->length - (place - self->text)) / ENTRY_LENGTH)
    return FALSE;
  self->entries = place;
  place += self->n_objects * ENTRY_LENGTH;
  if (!skip (&place, "trailer\n<<"))
    return FALSE;
  end = strstr (place, ">>");
  if (end == NULL || !g_str_has_prefix (end, ">>\nstartxref\n"))
    return FALSE;
  self->trailer = g_strndup (place, end - place);
  return crit_pdf_update_get_root (self) > 0;
}

/**
 * crit_pdf_update_new:
 * @pdf: a PDF
 *
 * Begins to add to a PDF. It must be as cairo writes one for versions of PDF before 1.5: one table of all objects, which
 * are in no streams. Anything else is left to others.
 *
 * Returns: (transfer full) (nullable): a new update; NULL where the PDF is not of this kind
 */
CritPdfUpdate *
crit_pdf_update_new (GBytes *pdf)
{
  g_autoptr (CritPdfUpdate) self = g_new0 (CritPdfUpdate, 1);
  GByteArray *copy = g_byte_array_new ();
  gsize length = 0;
  gconstpointer bytes = g_bytes_get_data (pdf, &length);

  /* A final NUL lets no search run over the end. */
  g_byte_array_append (copy, bytes, length);
  g_byte_array_append (copy, (const guint8 *) "", 1);
  self->pdf = g_byte_array_free_to_bytes (copy);
  self->text = g_bytes_get_data (self->pdf, NULL);
  self->length = length;
  self->objects = g_string_new (NULL);
  self->sections = g_string_new (NULL);
  if (!read_tail (self) || !read_table (self))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * crit_pdf_update_free:
 * @self: (nullable) (transfer full): an update
 */
void
crit_pdf_update_free (CritPdfUpdate *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->pdf);
  g_free (self->trailer);
  g_string_free (self->objects, TRUE);
  g_string_free (self->sections, TRUE);
  g_free (self);
}

/**
 * crit_pdf_update_get_root:
 * @self: an update
 *
 * Returns: the number of the object that stands for the whole document; 0 where there is none
 */
guint
crit_pdf_update_get_root (CritPdfUpdate *self)
{
  const char *place = strstr (self->trailer, "/Root ");
  guint64 root = 0;

  if (place == NULL || !skip (&place, "/Root ") || !read_number (&place, &root)
      || !g_str_has_prefix (place, " 0 R") || root >= self->n_objects)
    return 0;
  return root;
}

/* What stands between "obj" and "endobj"; an address is read as decimal. */
static const char *
get_object (CritPdfUpdate *self, guint object)
{
  const char *entry = self->entries + (gsize) object * ENTRY_LENGTH;
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", object);
  guint64 offset = g_ascii_strtoull (entry, NULL, 10);
  const char *place = NULL;

  if (entry[ENTRY_LENGTH - 3] != 'n' || offset >= self->length)
    return NULL;
  place = self->text + offset;
  return skip (&place, head) ? place : NULL;
}

static const char *
get_dictionary (CritPdfUpdate *self, guint object)
{
  const char *place = get_object (self, object);

  return place != NULL && g_str_has_prefix (place, "<< ") ? place : NULL;
}

/* What stands in a dictionary after @key, such as "/Contents "; NULL where it is not there. */
static const char *
find_value (CritPdfUpdate *self, guint object, const char *key)
{
  const char *dictionary = get_dictionary (self, object);
  const char *end = dictionary != NULL ? strstr (dictionary, ">>\nendobj\n") : NULL;
  const char *stream = dictionary != NULL ? strstr (dictionary, STREAM) : NULL;
  const char *place = NULL;

  if (stream != NULL && (end == NULL || stream < end))
    end = stream;
  if (end != NULL)
    place = g_strstr_len (dictionary, end - dictionary, key);
  return place != NULL ? place + strlen (key) : NULL;
}

/**
 * crit_pdf_update_get_reference:
 * @self: an update
 * @object: the number of an object that is a dictionary
 * @key: a key of it, with a blank after it
 *
 * Returns: the number of the object that stands there; 0 where there is none
 */
guint
crit_pdf_update_get_reference (CritPdfUpdate *self, guint object, const char *key)
{
  const char *place = find_value (self, object, key);
  guint64 number = 0;

  if (place == NULL || !read_number (&place, &number) || !g_str_has_prefix (place, " 0 R")
      || number >= self->n_objects)
    return 0;
  return number;
}

/**
 * crit_pdf_update_dup_name:
 * @self: an update
 * @object: the number of an object that is a dictionary
 * @key: a key of it, with a blank after it
 *
 * Returns: (transfer full) (nullable): the plain string that stands there; NULL where there is none
 */
char *
crit_pdf_update_dup_name (CritPdfUpdate *self, guint object, const char *key)
{
  const char *place = find_value (self, object, key);

  if (place == NULL || *place != '(')
    return NULL;
  return g_strndup (place + 1, strcspn (place + 1, "()\\"));
}

/* Where the bytes of a stream start and how many there are; the number of them is an object of its own. */
static const char *
find_stream (CritPdfUpdate *self, guint object, gsize *length)
{
  guint counter = crit_pdf_update_get_reference (self, object, "/Length ");
  const char *dictionary = get_dictionary (self, object);
  const char *start = dictionary != NULL ? strstr (dictionary, STREAM) : NULL;
  const char *place = counter > 0 ? get_object (self, counter) : NULL;
  guint64 number = 0;

  if (start == NULL || place == NULL)
    return NULL;
  start += strlen (STREAM);
  place += strspn (place, " ");
  if (!read_number (&place, &number) || number > self->length - (start - self->text))
    return NULL;
  *length = number;
  return g_str_has_prefix (start + number, "\nendstream") ? start : NULL;
}

static GBytes *
convert (GConverter *converter, const char *bytes, gsize length)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, converter);

  if (!g_output_stream_write_all (out, bytes, length, NULL, NULL, NULL)
      || !g_output_stream_close (out, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * crit_pdf_update_dup_stream:
 * @self: an update
 * @object: the number of an object that is a compressed stream
 *
 * Returns: (transfer full) (nullable): what is in it; NULL where it is none
 */
GBytes *
crit_pdf_update_dup_stream (CritPdfUpdate *self, guint object)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gsize length = 0;
  const char *stream = find_stream (self, object, &length);

  return stream != NULL ? convert (G_CONVERTER (inflate), stream, length) : NULL;
}

static void
begin_object (CritPdfUpdate *self, guint object)
{
  g_string_append_printf (self->sections, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object,
                          self->length + self->objects->len);
  g_string_append_printf (self->objects, "%u 0 obj\n", object);
}

/**
 * crit_pdf_update_set_stream:
 * @self: an update
 * @object: the number of an object that is a compressed stream, for the first time
 * @content: what shall be in it
 *
 * Puts another stream in the place of one.
 */
void
crit_pdf_update_set_stream (CritPdfUpdate *self, guint object, GBytes *content)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  gsize length = 0;
  const char *bytes = g_bytes_get_data (content, &length);
  g_autoptr (GBytes) small = convert (G_CONVERTER (deflate), bytes, length);

  bytes = g_bytes_get_data (small, &length);
  begin_object (self, object);
  g_string_append_printf (
      self->objects, "<< /Length %" G_GSIZE_FORMAT "\n   /Filter /FlateDecode\n" STREAM, length);
  g_string_append_len (self->objects, bytes, length);
  g_string_append (self->objects, "\nendstream\nendobj\n");
}

/**
 * crit_pdf_update_find:
 * @self: an update
 * @after: a number of an object; 0 for all
 * @start: how the dictionary starts that is looked for
 *
 * Returns: the number of the first object after @after that is a dictionary and starts so; 0 where there is none
 */
guint
crit_pdf_update_find (CritPdfUpdate *self, guint after, const char *start)
{
  for (guint object = after + 1; object < self->n_objects; object++)
    {
      const char *dictionary = get_dictionary (self, object);

      if (dictionary != NULL && g_str_has_prefix (dictionary, start))
        return object;
    }
  return 0;
}

/**
 * crit_pdf_update_add:
 * @self: an update
 * @object: the number of an object that is a dictionary, for the first time
 * @entries: what is added to it, in the syntax of PDF
 *
 * Returns: whether the object could be read
 */
gboolean
crit_pdf_update_add (CritPdfUpdate *self, guint object, const char *entries)
{
  const char *dictionary = get_dictionary (self, object);
  const char *end = dictionary != NULL ? strstr (dictionary, ">>\nendobj\n") : NULL;

  if (end == NULL)
    return FALSE;
  begin_object (self, object);
  g_string_append_len (self->objects, dictionary, end - dictionary);
  g_string_append_printf (self->objects, "   %s\n>>\nendobj\n", entries);
  return TRUE;
}

/**
 * crit_pdf_update_finish:
 * @self: an update
 *
 * Puts what was added after the PDF, as an incremental update (ISO 32000-1, 7.5.6). Nothing in the PDF itself changes.
 *
 * Returns: (transfer full): the PDF with its update
 */
GBytes *
crit_pdf_update_finish (CritPdfUpdate *self)
{
  GString *out = g_string_new_len (self->text, self->length);

  g_string_append_len (out, self->objects->str, self->objects->len);
  g_string_append_printf (out,
                          "xref\n%strailer\n<<%s   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          self->sections->str, self->trailer, self->table,
                          self->length + self->objects->len);
  return g_string_free_to_bytes (out);
}

/**
 * crit_pdf_update_dup_string:
 * @text: UTF-8 text
 *
 * Returns: (transfer full): the text as a string in the syntax of PDF: UTF-16 in hexadecimal digits, so that nothing in it is syntax
 */
char *
crit_pdf_update_dup_string (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *out = g_string_new ("<feff");

  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04x", units[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}
