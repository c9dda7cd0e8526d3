/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_ID 64
#define LONGEST_LANGUAGE 35

/* Every function here takes a node that may be NULL, where a member is absent: then there is nothing to read and nothing
   to report. Texts are those of the node, and belong to the rules in the end. */

static void
report_type (CritLoader *self, const CritJsonNode *node, const char *sentence)
{
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "wrong-type", "%s", sentence);
}

gboolean
crit_loader_is_object (CritLoader *self, const CritJsonNode *node)
{
  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_OBJECT))
    return TRUE;
  report_type (self, node, _ ("An object in braces { } is expected here."));
  return FALSE;
}

const CritJsonNode *
crit_loader_read_array (CritLoader *self, const CritJsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_ARRAY))
    return node;
  report_type (self, node, _ ("A list in brackets [ ] is expected here."));
  return NULL;
}

/* The item of a list before which reading stops: NULL, unless there are more than @most, which is reported at the first one
   too many. */
const CritJsonNode *
crit_loader_find_end (CritLoader *self, const CritJsonNode *node, guint most)
{
  const CritJsonNode *item = crit_json_node_get_first (node);

  if (node->n_items <= most)
    return NULL;
  for (guint i = 0; i < most; i++)
    item = crit_json_node_get_next (item);
  crit_loader_report (self, CRIT_SEVERITY_ERROR, item, "too-many",
                      _ ("There are more than %u items in this list, which is all it can have."),
                      most);
  return item;
}

const char *
crit_loader_read_string (CritLoader *self, const CritJsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_STRING))
    return node->string;
  report_type (self, node, _ ("A text in quotation marks is expected here."));
  return NULL;
}

/* A text as it is written, of one paragraph or more; never an empty one. */
const char *
crit_loader_read_words (CritLoader *self, const CritJsonNode *node)
{
  const char *text = crit_loader_read_string (self, node);

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_ascii_isgraph (*c) || !g_unichar_isspace (g_utf8_get_char (c)))
      return text;
  if (text != NULL)
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "empty-text",
                        _ ("This text is empty. Write one."));
  return NULL;
}

/* A text in one line that is what it is in every language, such as a version or the title of a source. */
const char *
crit_loader_read_name (CritLoader *self, const CritJsonNode *node)
{
  const char *text = crit_loader_read_words (self, node);

  if (text == NULL || strpbrk (text, "\n\r\t") == NULL)
    return text;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "line-break",
                      _ ("This text must be one line, without line breaks or tabs."));
  return NULL;
}

/* A text for people, of one paragraph or more. */
const char *
crit_loader_read_prose (CritLoader *self, const CritJsonNode *node)
{
  return crit_loader_translate (self, crit_loader_read_words (self, node));
}

/* A text for people that stands in one line, such as a title. */
const char *
crit_loader_read_line (CritLoader *self, const CritJsonNode *node)
{
  return crit_loader_translate (self, crit_loader_read_name (self, node));
}

/* Whether a text is a language tag, such as "en-GB". Its parts are looked at, not its meaning. */
gboolean
crit_is_language (const char *text)
{
  return strlen (text) <= LONGEST_LANGUAGE
         && g_regex_match_simple ("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", text, G_REGEX_DOLLAR_ENDONLY,
                                  0);
}

/* Whether a text is made as ids are made. */
gboolean
crit_is_id (const char *text)
{
  gsize length = 0;

  while (g_ascii_islower (text[length]) || g_ascii_isdigit (text[length]) || text[length] == '-')
    length++;
  return g_ascii_islower (text[0]) && text[length] == '\0' && length <= LONGEST_ID;
}

const char *
crit_loader_read_id (CritLoader *self, const CritJsonNode *node)
{
  const char *text = crit_loader_read_string (self, node);

  if (text == NULL || crit_is_id (text))
    return text;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-id",
                      _ ("An id starts with a small letter, has only small letters a to z, digits "
                         "and hyphens, and at most "
                         "64 of them."));
  return NULL;
}

/* An address that a reader may follow: http or https, with a host, and without a name or password before it, which could
   make it look like another. */
const char *
crit_loader_read_url (CritLoader *self, const CritJsonNode *node)
{
  const char *text = crit_loader_read_string (self, node);
  g_autoptr (GUri) uri = NULL;
  const char *scheme = NULL;

  if (text == NULL)
    return NULL;

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
      && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0'
      && g_uri_get_userinfo (uri) == NULL)
    return text;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-url",
                      _ ("An address must be a whole one that starts with https:// or http://."));
  return NULL;
}

gboolean
crit_loader_read_boolean (CritLoader *self, const CritJsonNode *node, gboolean *value)
{
  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_BOOLEAN))
    {
      *value = node->boolean;
      return TRUE;
    }
  report_type (self, node, _ ("“true” or “false”, without quotation marks, is expected here."));
  return FALSE;
}

gboolean
crit_loader_read_number (CritLoader *self, const CritJsonNode *node, gboolean whole, double *value)
{
  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_INTEGER))
    {
      *value = (double) node->integer;
      return TRUE;
    }
  if (!whole && crit_json_node_is (node, CRIT_JSON_TYPE_DECIMAL))
    {
      *value = node->decimal;
      return TRUE;
    }
  report_type (self, node,
               whole ? _ ("A whole number, without quotation marks, is expected here.")
                     : _ ("A number, without quotation marks, is expected here."));
  return FALSE;
}

/* A date that may be partial. */
gboolean
crit_loader_read_date (CritLoader *self, const CritJsonNode *node, CritDate *date)
{
  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_STRING) && crit_date_parse (node->string, date))
    return TRUE;
  crit_loader_report (
      self, CRIT_SEVERITY_ERROR, node, "bad-date",
      _ ("A date is expected here, such as \"2026-11-20\", \"2026-11\" or \"2026\"."));
  return FALSE;
}

/* A date with its day. */
gboolean
crit_loader_read_day (CritLoader *self, const CritJsonNode *node, CritDate *date)
{
  CritDate found = { 0 };

  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_STRING) && crit_date_parse (node->string, &found)
      && crit_date_is_whole (found))
    {
      *date = found;
      return TRUE;
    }
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-date",
                      _ ("A date with its day is expected here, such as \"2026-11-20\"."));
  return FALSE;
}

gboolean
crit_loader_read_period (CritLoader *self, const CritJsonNode *node, CritPeriod *period)
{
  if (node == NULL)
    return FALSE;
  if (crit_json_node_is (node, CRIT_JSON_TYPE_STRING) && crit_period_parse (node->string, period))
    return TRUE;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "bad-period",
                      _ ("A length of time is expected here: a whole number and days, weeks, "
                         "months or years, such as "
                         "\"6 weeks\"."));
  return FALSE;
}

/* One of a few words. */
gboolean
crit_loader_read_word (CritLoader *self,
                       const CritJsonNode *node,
                       const char *const *words,
                       guint n_words,
                       guint *index)
{
  const char *word = crit_loader_read_string (self, node);
  g_autofree char *quoted = NULL;
  g_autoptr (GString) list = NULL;
  const char *near = NULL;

  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (word, words[i]))
      {
        *index = i;
        return TRUE;
      }
  if (word == NULL)
    return FALSE;

  list = g_string_new (words[0]);
  for (guint i = 1; i < n_words; i++)
    g_string_append_printf (list, ", %s", words[i]);
  quoted = crit_loader_dup_short (word);
  near = crit_loader_guess (self, word, words, n_words);
  if (near != NULL)
    crit_loader_report (
        self, CRIT_SEVERITY_ERROR, node, "unknown-word",
        /* Translators: %2$s are the words that are possible, with commas; %3$s is one of them. */
        _ ("“%1$s” is not one of the words possible here: %2$s. Did you mean “%3$s”?"), quoted,
        list->str, near);
  else
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "unknown-word",
                        _ ("“%1$s” is not one of the words possible here: %2$s."), quoted,
                        list->str);
  return FALSE;
}
