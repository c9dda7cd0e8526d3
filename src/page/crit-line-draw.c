/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-line-draw.h"

#include "crit-type.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <string.h>

#define LAM 0x0644

/**
 * crit_line_dup_target:
 * @kind: what a block is
 * @number: its number
 *
 * Answers and sources are numbered apart.
 *
 * Returns: (transfer full): the name of the block that links of a PDF lead to
 */
char *
crit_line_dup_target (CritBlockKind kind, guint number)
{
  return g_strdup_printf ("%s-%u", kind == CRIT_BLOCK_SOURCE ? "source" : "answer", number);
}

/**
 * crit_line_dup_target_words:
 * @target: a name that crit_line_dup_target() gives
 *
 * Returns: (transfer full) (nullable): what stands there, for people, translated; NULL where the name is another
 */
char *
crit_line_dup_target_words (const char *target)
{
  const char *number = strchr (target, '-');

  if (number != NULL && g_str_has_prefix (target, "answer-"))
    /* Translators: where a link leads to: %s is the number of an answer on the printed page. */
    return g_strdup_printf (_ ("Answer %s"), number + 1);
  if (number != NULL && g_str_has_prefix (target, "source-"))
    /* Translators: where a link leads to: %s is the number of a source on the printed page. */
    return g_strdup_printf (_ ("Source %s"), number + 1);
  return NULL;
}

/* A part of a line is a link or a span: cairo leaves text out of the structure that stands beside a link without one. */
static void
begin_part (const CritLink *link, CritTags *tags)
{
  g_autofree char *target = link != NULL ? crit_line_dup_target (link->target, link->number) : NULL;

  if (target != NULL)
    crit_tags_begin_link (tags, target);
  else
    crit_tags_begin (tags, "Span");
}

static void
end_part (const CritLink *link, CritTags *tags)
{
  crit_tags_end (tags, link != NULL ? CAIRO_TAG_LINK : "Span");
}

/* The letter that stands for lam and an alef together; 0 for anything else. */
static gunichar
join_lam_alef (const char *cluster, gsize length)
{
  const char *second = g_utf8_next_char (cluster);

  if (g_utf8_get_char (cluster) != LAM || g_utf8_next_char (second) != cluster + length)
    return 0;
  switch (g_utf8_get_char (second))
    {
    case 0x0622: /* with madda */
      return 0xfef5;
    case 0x0623: /* with hamza above */
      return 0xfef7;
    case 0x0625: /* with hamza below */
      return 0xfef9;
    case 0x0627:
      return 0xfefb;
    default:
      return 0;
    }
}

/* Lam and alef are one glyph. Readers of a PDF that go by places, from left to right, part it and then have the alef
 * first. So the glyph stands for the one character that Unicode has for both, which a search knows as the two. */
static PangoGlyphItem *
join (PangoGlyphItem *run, const char *text, GString *joined)
{
  PangoGlyphItem *copy = pango_glyph_item_copy (run);
  PangoGlyphItemIter iter = { 0 };

  for (gboolean is_there = pango_glyph_item_iter_init_start (&iter, run, text); is_there;
       is_there = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *cluster = text + iter.start_index;
      gunichar both = join_lam_alef (cluster, iter.end_index - iter.start_index);
      int step = iter.start_glyph < iter.end_glyph ? 1 : -1;

      for (int glyph = iter.start_glyph; glyph != iter.end_glyph; glyph += step)
        copy->glyphs->log_clusters[glyph] = joined->len;
      if (both != 0)
        g_string_append_unichar (joined, both);
      else
        g_string_append_len (joined, cluster, iter.end_index - iter.start_index);
    }
  copy->item->offset = 0;
  copy->item->length = joined->len;
  copy->item->num_chars = g_utf8_strlen (joined->str, joined->len);
  return copy;
}

/* Pictures such as emoji have no outline, and a box for a letter that no font has must not be filled. */
static gboolean
has_outlines (PangoLayoutRun *run)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (run->item->analysis.font));

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return FALSE;
  return !hb_ot_color_has_png (face) && !hb_ot_color_has_layers (face)
         && !hb_ot_color_has_svg (face);
}

/* On a screen cairo moves each glyph to a whole pixel, and small type loses its blanks; an outline stays where it is. */
static gboolean
is_for_screen (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_IMAGE:
    case CAIRO_SURFACE_TYPE_XLIB:
    case CAIRO_SURFACE_TYPE_RECORDING:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
draw_run (PangoLayoutRun *run, const char *text, cairo_t *cr)
{
  g_autoptr (GString) joined = NULL;
  PangoGlyphItem *copy = NULL;

  if (is_for_screen (cr) && has_outlines (run))
    {
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      cairo_fill (cr);
      return;
    }
  if (run->item->analysis.script != G_UNICODE_SCRIPT_ARABIC)
    {
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  joined = g_string_new (NULL);
  copy = join (run, text, joined);
  pango_cairo_show_glyph_item (cr, joined->str, copy);
  pango_glyph_item_free (copy);
}

/**
 * crit_line_draw:
 * @self: a line
 * @cr: a cairo context, whose origin is where lines of the row start
 * @y: where the line starts
 * @tags: (nullable): where structure tags are written, for a PDF
 *
 * Draws a line run by run; a link is one or more of them.
 */
void
crit_line_draw (const CritRowLine *self, cairo_t *cr, double y, CritTags *tags)
{
  PangoLayout *layout = self->line->layout;
  gboolean parted = tags != NULL && crit_type_has_links (layout);
  const CritLink *part = NULL;
  double x = self->x;

  for (GSList *item = self->line->runs; item != NULL; item = item->next)
    {
      PangoLayoutRun *run = item->data;
      const CritLink *link = crit_type_find_link (layout, run->item->offset);

      if (parted && item != self->line->runs && link != part)
        end_part (part, tags);
      if (parted && (item == self->line->runs || link != part))
        begin_part (link, tags);
      part = link;
      cairo_move_to (cr, x, y + self->baseline);
      draw_run (run, pango_layout_get_text (layout), cr);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
  if (parted && self->line->runs != NULL)
    end_part (part, tags);
}
