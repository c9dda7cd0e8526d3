/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/crit-bidi.h"

#include "json/crit-text.h"

#include <string.h>

/* A text between these is laid out by itself, in the direction of its first letter, whatever is around it (UAX 9). */
#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9"

/* Letters that cannot be seen, and say in which direction all the rest is read. */
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"

/* Whether a text has letters that are read from the right, and letters or digits that are not. */
static gboolean
is_mixed (const char *text)
{
  gboolean has_right = FALSE;
  gboolean has_left = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_right = c >= 0x80 && g_unichar_isalpha (c) && crit_text_is_right_to_left (p);

      has_right = has_right || is_right;
      has_left = has_left || (!is_right && g_unichar_isalnum (c));
    }
  return has_right && has_left;
}

static void
append_isolated (GString *out, const char *text)
{
  g_string_append (out, FIRST_STRONG_ISOLATE);
  g_string_append (out, text);
  g_string_append (out, POP_DIRECTIONAL_ISOLATE);
}

/* Which text a directive asks for, from 0; moves on to after it. */
static guint
read_directive (const char **place, guint *n_read)
{
  char *end = NULL;
  guint64 position = 0;

  if (**place == 's')
    {
      (*place)++;
      return (*n_read)++;
    }
  position = g_ascii_strtoull (*place, &end, 10);
  g_assert (position > 0 && position <= G_MAXUINT && g_str_has_prefix (end, "$s"));
  *place = end + strlen ("$s");
  return (guint) position - 1;
}

/* Goes through a format: returns how many texts it takes, and writes to @out what it says, with @texts where there are any. */
static guint
walk (const char *format, GString *out, GPtrArray *texts)
{
  guint n_read = 0;
  guint n_texts = 0;

  for (const char *p = format; *p != '\0';)
    {
      guint text = 0;

      if (*p != '%' || p[1] == '%')
        {
          g_string_append_c (out, *p);
          p += *p == '%' ? 2 : 1;
          continue;
        }
      p++;
      text = read_directive (&p, &n_read);
      n_texts = MAX (n_texts, text + 1);
      if (texts != NULL)
        append_isolated (out, texts->pdata[text]);
    }
  return n_texts;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A sentence is read as its own words are, whatever is filled in; where it has none, as the first letter of all is. */
static GString *
new_line (const char *words, const char *plain)
{
  const char *telling = has_letter (words) ? words : plain;

  return g_string_new (crit_text_is_right_to_left (telling) ? RIGHT_TO_LEFT_MARK
                                                            : LEFT_TO_RIGHT_MARK);
}

/**
 * crit_bidi_fill:
 * @format: a format with texts alone: "%s" or "%1$s"
 * @...: as many texts
 *
 * Makes a sentence of texts that may be read in different directions, such as a question in Arabic and a date in English. Then
 * each text stands in one piece where the sentence has it; by themselves they would run into one another. Where all are
 * read in one direction nothing is added.
 *
 * Returns: (transfer full): the sentence
 */
char *
crit_bidi_fill (const char *format, ...)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GString) words = NULL;
  g_autofree char *plain = NULL;
  GString *out = NULL;
  va_list arguments;

  va_start (arguments, format);
  plain = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (!is_mixed (plain))
    return g_steal_pointer (&plain);

  texts = g_ptr_array_new ();
  words = g_string_new (NULL);
  va_start (arguments, format);
  for (guint i = walk (format, words, NULL); i > 0; i--)
    g_ptr_array_add (texts, va_arg (arguments, char *));
  va_end (arguments);
  out = new_line (words->str, plain);
  walk (format, out, texts);
  return g_string_free (out, FALSE);
}

/**
 * crit_bidi_join:
 * @separator: what stands between two of them
 * @texts: (array length=n_texts): texts
 * @n_texts: how many there are
 *
 * Joins texts as crit_bidi_fill() does.
 *
 * Returns: (transfer full): one line
 */
char *
crit_bidi_join (const char *separator, const char *const *texts, guint n_texts)
{
  GString *plain = g_string_new (NULL);
  GString *out = NULL;

  for (guint i = 0; i < n_texts; i++)
    g_string_append_printf (plain, "%s%s", i > 0 ? separator : "", texts[i]);
  if (n_texts < 2 || !is_mixed (plain->str))
    return g_string_free (plain, FALSE);

  out = new_line (separator, plain->str);
  for (guint i = 0; i < n_texts; i++)
    {
      g_string_append (out, i > 0 ? separator : "");
      append_isolated (out, texts[i]);
    }
  g_string_free (plain, TRUE);
  return g_string_free (out, FALSE);
}
