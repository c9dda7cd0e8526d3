/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-type.h"

#include "crit-breaks.h"

#include <hb.h>
#include <string.h>

/* A sans serif that is on every desktop this program is made for, and any other after it. */
#define FAMILY "Cantarell, DejaVu Sans, sans-serif"
#define LINE_HEIGHT 1.35

/* The links of a layout are kept with it under this name. */
#define LINKS "crit-links"

#define LONGEST_WORD 200
#define ZERO_WIDTH_SPACE 0x200b

static const struct
{
  double size;
  PangoWeight weight;
} FACES[] = {
  [CRIT_FACE_TITLE] = { 16, PANGO_WEIGHT_BOLD },
  [CRIT_FACE_HEADING] = { 13, PANGO_WEIGHT_BOLD },
  [CRIT_FACE_SUBHEADING] = { 10, PANGO_WEIGHT_BOLD },
  [CRIT_FACE_STRONG] = { 8, PANGO_WEIGHT_BOLD },
  [CRIT_FACE_BODY] = { 10, PANGO_WEIGHT_NORMAL },
  [CRIT_FACE_DETAIL] = { 9, PANGO_WEIGHT_NORMAL },
  [CRIT_FACE_SMALL] = { 7.5, PANGO_WEIGHT_NORMAL },
};

/**
 * crit_type_new_context:
 * @language: BCP 47 tag of the language of the text
 * @mirrored: whether reading starts at the right
 *
 * Makes a Pango context whose units are points and whose glyphs are not fitted to any pixel grid, so that a text takes
 * the same room on paper, in a PDF and on a screen.
 *
 * Returns: (transfer full): a new context
 */
PangoContext *
crit_type_new_context (const char *language, gboolean mirrored)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static PangoAttrList *
new_attributes (double size)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_line_height_new_absolute (size * LINE_HEIGHT * PANGO_SCALE));
  /* A hyphen that was not typed would be read as part of a word or an identifier. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* Figures stand under figures, and no two letters are one glyph, which some readers of a PDF leave out. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));
  return attributes;
}

/* Moves the links that lie beyond a place by the bytes that were put in there. */
static void
move_links (GArray *links, gsize place, gsize distance)
{
  for (guint i = 0; i < links->len; i++)
    {
      CritLink *link = &g_array_index (links, CritLink, i);

      link->start += link->start >= place ? distance : 0;
      link->end += link->end > place ? distance : 0;
    }
}

/* Pango takes quadratic time over a word without any place to break it. No word is this long, so it gets places. */
static char *
dup_breakable (const char *text, GArray *links)
{
  GString *breakable = g_string_new (NULL);
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize place = breakable->len;

      length = g_unichar_isspace (c) ? 0 : length + 1;
      if (length > LONGEST_WORD && !g_unichar_iszerowidth (c))
        {
          g_string_append_unichar (breakable, ZERO_WIDTH_SPACE);
          move_links (links, place, breakable->len - place);
          length = 1;
        }
      g_string_append_unichar (breakable, c);
    }
  return g_string_free (breakable, FALSE);
}

/* A link is a run of glyphs of its own, so that it can be drawn as one; it looks like the text around it. */
static void
set_links (PangoAttrList *attributes, GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CritLink *link = &g_array_index (links, CritLink, i);
      PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_NONE);

      attribute->start_index = link->start;
      attribute->end_index = link->end;
      pango_attr_list_insert (attributes, attribute);
    }
}

static void
set_space (PangoLayoutRun *run, int i, const char *text)
{
  const char *character = text + run->item->offset + run->glyphs->log_clusters[i];
  hb_codepoint_t glyph = 0;

  if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY
      && g_unichar_isspace (g_utf8_get_char (character))
      && hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &glyph))
    run->glyphs->glyphs[i].glyph = glyph;
}

/* Pango draws nothing for the space at which it breaks a line. In a PDF that is a space without a glyph, after which
 * some readers leave out the rest of the text; so it gets the glyph of a space, of no width as before. */
static void
set_spaces (PangoLayout *layout)
{
  for (GSList *line = pango_layout_get_lines (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      {
        PangoLayoutRun *item = run->data;

        for (int i = 0; i < item->glyphs->num_glyphs; i++)
          set_space (item, i, pango_layout_get_text (layout));
      }
}

/* A single line is part of its column and stands where the page starts to be read, whatever its script. A paragraph has its
 * even side where its own script starts: Pango turns the sides round for one that runs against the context's direction,
 * and only for that. */
static void
align (PangoLayout *layout, gboolean mirrored)
{
  gboolean is_line = pango_layout_get_line_count (layout) == 1;
  const PangoLayoutLine *first = pango_layout_get_line_readonly (layout, 0);
  gboolean runs_against = (first->resolved_dir == PANGO_DIRECTION_RTL) != mirrored;
  gboolean is_left = mirrored == (is_line && runs_against);

  pango_layout_set_alignment (layout, is_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/**
 * crit_type_new_layout:
 * @context: a context made by crit_type_new_context()
 * @face: how the text is set
 * @text: plain text
 * @width: the measure, in points; negative for one line as long as it takes
 *
 * Sets a text. Words that are wider than the measure are broken, and nothing is ever cut off.
 *
 * Returns: (transfer full): a new layout
 */
PangoLayout *
crit_type_new_layout (PangoContext *context, CritFace face, const char *text, double width)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CritLink));

  return crit_type_new_linked_layout (context, face, text, none, width);
}

/**
 * crit_type_new_linked_layout:
 * @context: a context made by crit_type_new_context()
 * @face: how the text is set
 * @text: plain text
 * @links: of #CritLink: the links in @text
 * @width: the measure, in points; negative for one line as long as it takes
 *
 * Sets a text as crit_type_new_layout() does, and keeps its links with it.
 *
 * Returns: (transfer full): a new layout
 */
PangoLayout *
crit_type_new_linked_layout (PangoContext *context,
                             CritFace face,
                             const char *text,
                             GArray *links,
                             double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  PangoAttrList *attributes = new_attributes (FACES[face].size);
  GArray *moved = g_array_copy (links);
  g_autofree char *breakable = dup_breakable (text, moved);

  set_links (attributes, moved);
  g_object_set_data_full (G_OBJECT (layout), LINKS, moved, (GDestroyNotify) g_array_unref);
  pango_font_description_set_size (font, pango_units_from_double (FACES[face].size));
  pango_font_description_set_weight (font, FACES[face].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, width < 0 ? -1 : pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, breakable, -1);
  if (width >= 0 && pango_layout_get_line_count (layout) > 1)
    crit_breaks_improve (layout);
  align (layout, crit_type_is_mirrored (context));
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  set_spaces (layout);
  return layout;
}

/**
 * crit_type_find_link:
 * @layout: a layout
 * @place: a place in its text, in bytes
 *
 * Returns: (transfer none) (nullable): the link that holds the place
 */
const CritLink *
crit_type_find_link (PangoLayout *layout, gsize place)
{
  GArray *links = g_object_get_data (G_OBJECT (layout), LINKS);

  for (guint i = 0; i < links->len; i++)
    {
      const CritLink *link = &g_array_index (links, CritLink, i);

      if (place >= link->start && place < link->end)
        return link;
    }
  return NULL;
}

/**
 * crit_type_has_links:
 * @layout: a layout
 *
 * Returns: whether any part of its text leads elsewhere
 */
gboolean
crit_type_has_links (PangoLayout *layout)
{
  return ((GArray *) g_object_get_data (G_OBJECT (layout), LINKS))->len > 0;
}

/**
 * crit_type_is_mirrored:
 * @context: a context made by crit_type_new_context()
 *
 * Returns: whether reading starts at the right, so that columns stand the other way round
 */
gboolean
crit_type_is_mirrored (PangoContext *context)
{
  return pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
}

/**
 * crit_type_align_to_end:
 * @layout: a layout with a width
 *
 * Sets a text against the side where reading ends, whatever its script.
 */
void
crit_type_align_to_end (PangoLayout *layout)
{
  gboolean mirrored = crit_type_is_mirrored (pango_layout_get_context (layout));

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, mirrored ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/**
 * crit_type_get_height:
 * @layout: a layout
 *
 * Returns: its height in points
 */
double
crit_type_get_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}
