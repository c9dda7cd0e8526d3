/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary/crit-lines.h"

#include <string.h>

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
get_part_width (const char *text, gsize length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));
  return width;
}

/**
 * crit_lines_get_width:
 * @text: a text of one line
 *
 * Returns: how many columns of a terminal it takes
 */
guint
crit_lines_get_width (const char *text)
{
  return get_part_width (text, strlen (text));
}

/* A word that is wider than the line is written whole all the same: cut up, it could not be searched for. */
static void
append_words (GString *out, const char *line, guint indent, guint width)
{
  guint column = 0;

  for (const char *word = line + strspn (line, " \t"); *word != '\0';)
    {
      gsize length = strcspn (word, " \t");
      guint word_width = get_part_width (word, length);

      if (column > 0 && indent + column + 1 + word_width > width)
        {
          g_string_append_c (out, '\n');
          column = 0;
        }
      if (column == 0)
        g_string_append_printf (out, "%*s", (int) indent, "");
      else
        g_string_append_c (out, ' ');
      g_string_append_len (out, word, length);
      column += word_width + (column > 0 ? 1 : 0);
      word += length;
      word += strspn (word, " \t");
    }
  g_string_append_c (out, '\n');
}

/**
 * crit_lines_append:
 * @out: where to append
 * @text: (nullable): any text; nothing is appended where there is none
 * @indent: how many blanks are before each line
 * @width: how wide lines may be, these included
 *
 * Appends a text in lines between its words.
 */
void
crit_lines_append (GString *out, const char *text, guint indent, guint width)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    append_words (out, lines[i], indent, width);
}

/**
 * crit_lines_append_underlined:
 * @out: where to append
 * @text: a heading
 * @rule: the character to underline it with
 * @width: how wide lines may be
 *
 * Appends a heading, and a line below it.
 */
void
crit_lines_append_underlined (GString *out, const char *text, char rule, guint width)
{
  crit_lines_append (out, text, 0, width);
  for (guint i = MIN (crit_lines_get_width (text), width); i > 0; i--)
    g_string_append_c (out, rule);
  g_string_append_c (out, '\n');
}
