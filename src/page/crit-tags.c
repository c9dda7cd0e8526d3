/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-tags.h"

/* How cairo writes an element of the structure, up to its tag. */
#define ELEMENT "<< /Type /StructElem\n   /S /"

/**
 * Element:
 * @tag: its tag; a literal
 * @entries: (nullable): what cairo has not said of it, in the syntax of PDF
 */
typedef struct
{
  const char *tag;
  char *entries;
} Element;

/**
 * CritTags:
 * @elements: of #Element, in the order in which they begin, which is that of their numbers in the PDF
 * @container: (nullable): the tag that is open around rows
 * @whose: (nullable): tells it from another of the same tag
 */
struct _CritTags
{
  cairo_t *cr;
  GArray *elements;
  const char *container;
  gconstpointer whose;
};

static void
clear_element (gpointer data)
{
  g_free (((Element *) data)->entries);
}

/**
 * crit_tags_new:
 * @cr: a cairo context on a PDF surface
 *
 * Returns: (transfer full): tags, of which none has begun
 */
CritTags *
crit_tags_new (cairo_t *cr)
{
  CritTags *self = g_new0 (CritTags, 1);

  self->cr = cairo_reference (cr);
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (self->elements, clear_element);
  return self;
}

/**
 * crit_tags_free:
 * @self: (nullable) (transfer full): tags
 */
void
crit_tags_free (CritTags *self)
{
  if (self == NULL)
    return;

  cairo_destroy (self->cr);
  g_array_unref (self->elements);
  g_free (self);
}

/* @attributes: (nullable): those that cairo takes; @entries: (transfer full) (nullable) */
static void
begin (CritTags *self, const char *tag, const char *attributes, char *entries)
{
  Element element = { tag, entries };

  g_array_append_val (self->elements, element);
  cairo_tag_begin (self->cr, tag, attributes);
}

/**
 * crit_tags_begin:
 * @self: tags
 * @tag: a structure type of PDF; a literal
 *
 * Begins an element of the structure.
 */
void
crit_tags_begin (CritTags *self, const char *tag)
{
  begin (self, tag, NULL, NULL);
}

/**
 * crit_tags_begin_cell:
 * @self: tags
 * @tag: a structure type of PDF; a literal
 * @heads_column: whether a heading is that of a column, not of a row
 *
 * Begins an element that may be a heading of a table, "TH", which then says what it heads.
 */
void
crit_tags_begin_cell (CritTags *self, const char *tag, gboolean heads_column)
{
  gboolean heads = g_str_equal (tag, "TH");
  const char *scope = heads_column ? "Column" : "Row";

  begin (self, tag, NULL, heads ? g_strdup_printf ("/A << /O /Table /Scope /%s >>", scope) : NULL);
}

/**
 * crit_tags_begin_figure:
 * @self: tags
 * @text: what the drawing shows, in words
 *
 * Begins a drawing, which crit_tags_end() ends as a "Figure".
 */
void
crit_tags_begin_figure (CritTags *self, const char *text)
{
  g_autofree char *string = crit_pdf_update_dup_string (text);

  begin (self, "Figure", NULL, g_strconcat ("/Alt ", string, NULL));
}

/**
 * crit_tags_begin_link:
 * @self: tags
 * @target: the name of the place that it leads to
 *
 * Begins a link, which crit_tags_end() ends as a #CAIRO_TAG_LINK.
 */
void
crit_tags_begin_link (CritTags *self, const char *target)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", target);

  begin (self, CAIRO_TAG_LINK, attributes, NULL);
}

/**
 * crit_tags_end:
 * @self: tags
 * @tag: the one that began last and has not ended
 */
void
crit_tags_end (CritTags *self, const char *tag)
{
  cairo_tag_end (self->cr, tag);
}

/**
 * crit_tags_set_container:
 * @self: tags
 * @tag: (nullable): the tag that shall be open around rows; a literal
 * @whose: (nullable): tells a table from one of its neighbours
 *
 * Ends and begins the tags of tables and lists, which may run over several pages.
 */
void
crit_tags_set_container (CritTags *self, const char *tag, gconstpointer whose)
{
  if (g_strcmp0 (self->container, tag) == 0 && self->whose == whose)
    return;

  if (self->container != NULL)
    crit_tags_end (self, self->container);
  if (tag != NULL)
    crit_tags_begin (self, tag);
  self->container = tag;
  self->whose = whose;
}

/**
 * crit_tags_add_to:
 * @self: tags, all of which have ended
 * @update: an update of the PDF that they are in
 *
 * Adds what cairo has not said of the elements. Each must be where it is looked for.
 *
 * Returns: whether the structure of the PDF is the one that was drawn
 */
gboolean
crit_tags_add_to (CritTags *self, CritPdfUpdate *update)
{
  guint object = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const Element *element = &g_array_index (self->elements, Element, i);
      g_autofree char *start = g_strdup_printf (ELEMENT "%s\n", element->tag);
      guint next = crit_pdf_update_find (update, object, ELEMENT);

      object = crit_pdf_update_find (update, object, start);
      if (object == 0 || object != next)
        return FALSE;
      if (element->entries != NULL && !crit_pdf_update_add (update, object, element->entries))
        return FALSE;
    }
  return crit_pdf_update_find (update, object, ELEMENT) == 0;
}
