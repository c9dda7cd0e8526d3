/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-pdf-artifacts.h"

#include <string.h>

#define BLANKS " \n\r\t\f"
#define DELIMITERS BLANKS "()<>[]/%"

/* The operators that leave something to be seen. */
static const char *const PAINTERS[] = { "S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                        "b*", "Tj", "TJ", "'", "\"", "Do", "sh", NULL };

/**
 * Walk:
 * @place: what is read next; a NUL ends it
 * @token: what was read last
 * @length: how long it is
 * @gap: where what is in no element of the structure started
 * @operand: the last name that was in no dictionary
 * @depth: how many dictionaries are open
 * @paints: whether anything in the gap can be seen
 */
typedef struct
{
  const char *place;
  const char *token;
  gsize length;
  const char *gap;
  const char *operand;
  guint depth;
  gboolean paints;
  gboolean in_text;
  gboolean in_element;
  GString *out;
} Walk;

/* A string in brackets, which may hold others and any operator as a word. */
static const char *
skip_string (const char *place)
{
  guint depth = 0;

  for (; *place != '\0'; place++)
    {
      if (*place == '\\' && place[1] != '\0')
        place++;
      else if (*place == '(')
        depth++;
      else if (*place == ')' && --depth == 0)
        return place + 1;
    }
  return place;
}

static const char *
skip_token (const char *place)
{
  if (*place == '(')
    return skip_string (place);
  if (g_str_has_prefix (place, "<<") || g_str_has_prefix (place, ">>"))
    return place + 2;
  if (*place == '<')
    return place + strcspn (place, ">") + (strchr (place, '>') != NULL ? 1 : 0);
  if (*place == '/')
    return place + 1 + strcspn (place + 1, DELIMITERS);
  return place + MAX (strcspn (place, DELIMITERS), 1);
}

static gboolean
read_token (Walk *walk)
{
  walk->place += strspn (walk->place, BLANKS);
  walk->token = walk->place;
  if (*walk->place == '\0')
    return FALSE;
  walk->place = skip_token (walk->place);
  walk->length = walk->place - walk->token;
  return TRUE;
}

static gboolean
is (const Walk *walk, const char *word)
{
  return walk->length == strlen (word) && strncmp (walk->token, word, walk->length) == 0;
}

static gboolean
is_painter (const Walk *walk)
{
  for (guint i = 0; PAINTERS[i] != NULL; i++)
    if (is (walk, PAINTERS[i]))
      return TRUE;
  return FALSE;
}

static void
end_gap (Walk *walk, const char *end)
{
  if (walk->paints)
    g_string_append (walk->out, "/Artifact BMC\n");
  g_string_append_len (walk->out, walk->gap, end - walk->gap);
  if (walk->paints)
    g_string_append (walk->out, "EMC\n");
  walk->paints = FALSE;
}

static gboolean
begin_element (Walk *walk)
{
  if (walk->in_element || walk->in_text || walk->operand == NULL || walk->operand < walk->gap)
    return FALSE;
  end_gap (walk, walk->operand);
  walk->gap = walk->operand;
  walk->in_element = TRUE;
  return TRUE;
}

static gboolean
end_element (Walk *walk)
{
  if (!walk->in_element || walk->in_text)
    return FALSE;
  walk->place += *walk->place == '\n' ? 1 : 0;
  g_string_append_len (walk->out, walk->gap, walk->place - walk->gap);
  walk->gap = walk->place;
  walk->in_element = FALSE;
  return TRUE;
}

/* Returns FALSE where the token is not where cairo has it. */
static gboolean
take_token (Walk *walk)
{
  if (is (walk, "BDC"))
    return begin_element (walk);
  if (is (walk, "EMC"))
    return end_element (walk);
  if (is (walk, "BMC") || is (walk, "BI"))
    return FALSE;
  if (is (walk, "BT") || is (walk, "ET"))
    walk->in_text = *walk->token == 'B';
  else if (is (walk, "<<"))
    walk->depth++;
  else if (is (walk, ">>"))
    walk->depth -= walk->depth > 0 ? 1 : 0;
  else if (*walk->token == '/' && walk->depth == 0)
    walk->operand = walk->token;
  walk->paints = walk->paints || (!walk->in_element && is_painter (walk));
  return TRUE;
}

/**
 * crit_pdf_mark_artifacts:
 * @content: the content of a page as cairo writes it, its elements marked and no other part of it
 *
 * Marks what is drawn on a page but is no part of its structure, such as what stands on every page, as an artifact (ISO
 * 32000-1, 14.8.2.2). What is marked as neither may be read out, or left out, as a reader likes.
 *
 * Returns: (transfer full) (nullable): the content with its artifacts; NULL where it is not as cairo writes it
 */
GBytes *
crit_pdf_mark_artifacts (GBytes *content)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (content, &length);
  g_autofree char *text = g_strndup (bytes, length);
  g_autoptr (GString) out = g_string_new (NULL);
  Walk walk = { .place = text, .gap = text, .out = out };

  if (strlen (text) != length)
    return NULL;
  while (read_token (&walk))
    if (!take_token (&walk))
      return NULL;
  if (walk.in_element || walk.in_text)
    return NULL;
  end_gap (&walk, text + length);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
