/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-breaks.h"

#include <string.h>

#define LONGEST_NUMBER 4
#define LONGEST_BRACKET 24
#define LONGEST_PIECE 32

/* Pango looks for each place from the start of the text, so in a long one no more are held than these. */
#define MOST_HELD 100

/* What stands between two pieces of a line of details. */
#define DOT " ·"

/* A last line that is shorter than this part of the measure should hold more than one word. */
#define SHORTEST_LAST 0.25

/* From @start to before @end no line may be broken; it may where they start. */
static void
hold (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* What counts or dates stays with what it counts, and a telephone number in one piece: "6 weeks", "20 November". This and
 * those that follow return how many places they hold. */
static guint
hold_numbers (PangoAttrList *attributes, const char *text)
{
  guint n_held = 0;

  for (const char *word = text, *end = NULL;
       n_held < MOST_HELD && (end = strchr (word, ' ')) != NULL; word = end + 1)
    {
      gsize length = strspn (word, "0123456789");

      if (length == 0 || length > LONGEST_NUMBER || word + length != end || end[1] == '\0')
        continue;
      hold (attributes, word - text, g_utf8_next_char (end + 1) - text);
      n_held++;
    }
  return n_held;
}

/* A few words in brackets, such as "(answers 9, 10)", are read at one glance. */
static guint
hold_brackets (PangoAttrList *attributes, const char *text)
{
  guint n_held = 0;

  for (const char *start = strchr (text, '('); start != NULL && n_held < MOST_HELD;
       start = strchr (start + 1, '('))
    {
      const char *end = memchr (start, ')', strnlen (start, LONGEST_BRACKET * sizeof (gunichar)));

      if (end == NULL || g_utf8_strlen (start, end - start) > LONGEST_BRACKET)
        continue;
      hold (attributes, start - text, end - text);
      n_held++;
    }
  return n_held;
}

/* A line of details is broken between its pieces, after the dot. */
static guint
hold_pieces (PangoAttrList *attributes, const char *text)
{
  const char *piece = text;
  guint n_held = 0;

  for (const char *dot = NULL; n_held < MOST_HELD && (dot = strstr (piece, DOT " ")) != NULL;
       piece = dot + strlen (DOT " "))
    {
      gboolean is_short = g_utf8_strlen (piece, dot - piece) <= LONGEST_PIECE;

      hold (attributes, (is_short ? piece : dot - 1) - text, dot + strlen (DOT) - text);
      n_held++;
    }
  if (n_held > 0 && g_utf8_strlen (piece, -1) <= LONGEST_PIECE)
    hold (attributes, piece - text, strlen (text));
  return n_held;
}

/* A word that stands alone in the last line of a text looks like the start of another. */
static guint
hold_last_words (PangoAttrList *attributes, const char *text)
{
  const char *last = strrchr (text, ' ');
  const char *before = last != NULL ? g_strrstr_len (text, last - text, " ") : NULL;

  if (before == NULL || last[1] == '\0' || strchr (before, '\n') != NULL)
    return 0;
  hold (attributes, before + 1 - text, g_utf8_next_char (last + 1) - text);
  return 1;
}

/* Returns whether a text then neither runs over its measure nor takes more lines than @n_lines, where that is not negative. */
static gboolean
try_attributes (PangoLayout *layout, PangoAttrList *attributes, int n_lines)
{
  PangoRectangle logical = { 0 };

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width <= pango_layout_get_width (layout)
         && (n_lines < 0 || pango_layout_get_line_count (layout) <= n_lines);
}

static gboolean
is_last_line_short (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_line_get_extents (
      pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1), NULL,
      &logical);
  return logical.width < SHORTEST_LAST * pango_layout_get_width (layout);
}

static gboolean
hold_phrases (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  PangoAttrList *loose = pango_attr_list_ref (pango_layout_get_attributes (layout));
  PangoAttrList *held = pango_attr_list_copy (loose);
  guint n_held = hold_numbers (held, text) + hold_brackets (held, text) + hold_pieces (held, text);
  gboolean fits = n_held == 0 || try_attributes (layout, held, -1);

  if (!fits)
    try_attributes (layout, loose, -1);
  pango_attr_list_unref (held);
  pango_attr_list_unref (loose);
  return fits;
}

static void
even_out (PangoLayout *layout)
{
  PangoAttrList *former = pango_attr_list_ref (pango_layout_get_attributes (layout));
  PangoAttrList *even = pango_attr_list_copy (former);
  int n_lines = pango_layout_get_line_count (layout);

  if (hold_last_words (even, pango_layout_get_text (layout)) > 0
      && !try_attributes (layout, even, n_lines))
    try_attributes (layout, former, -1);
  pango_attr_list_unref (even);
  pango_attr_list_unref (former);
}

/**
 * crit_breaks_improve:
 * @layout: a layout with a measure
 *
 * Looks for better places to break the lines of a text than its blanks alone: what is read together stays together, and the
 * last line has more than one short word. Where that has no room, the text is broken like any other. No line is added for
 * looks alone.
 */
void
crit_breaks_improve (PangoLayout *layout)
{
  if (hold_phrases (layout) && is_last_line_short (layout))
    even_out (layout);
}
