/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a language tag ("cy", "en-GB") is what a name of a locale ("cy_GB", "en") asks for. */
static gboolean
is_spoken (const char *tag, const char *name)
{
  g_autofree char *wanted = g_strdelimit (g_strdup (name), "_", '-');
  gsize length = strlen (wanted);

  return g_ascii_strncasecmp (tag, wanted, length) == 0
         && (tag[length] == '\0' || tag[length] == '-');
}

/* The catalogue in @translations for a name of a locale, or NULL. */
static const CritJsonNode *
find_catalogue (const CritJsonNode *translations, const char *name)
{
  CRIT_JSON_FOREACH (catalogue, translations)
    if (is_spoken (catalogue->key, name))
      return catalogue;
  return NULL;
}

/* The catalogue for the person who reads; NULL where the file itself is in the language that is liked better. */
static const CritJsonNode *
choose (CritLoader *self)
{
  const char *const *names = g_get_language_names ();
  const char *own = self->rules->language;
  const CritJsonNode *catalogue = NULL;

  for (guint i = 0; names[i] != NULL && catalogue == NULL; i++)
    {
      if (own != NULL && is_spoken (own, names[i]))
        return NULL;
      catalogue = find_catalogue (self->translations, names[i]);
    }
  return catalogue;
}

/* What stands in one line, such as a title, does so in every language. */
static const char *
read_translation (CritLoader *self, const char *text, const CritJsonNode *node)
{
  return strpbrk (text, "\n\t") != NULL ? crit_loader_read_words (self, node)
                                        : crit_loader_read_name (self, node);
}

static void
load_catalogue (CritLoader *self, const CritJsonNode *catalogue, gboolean chosen)
{
  if (!crit_loader_is_object (self, catalogue))
    return;

  CRIT_JSON_FOREACH (member, catalogue)
    {
      const char *translation = read_translation (self, member->key, member);

      if (chosen && translation != NULL)
        g_hash_table_insert (self->translated, (gpointer) member->key, (gpointer) translation);
    }
}

/* Reads `translations`, before any text of the file is. All of them are checked, so that the same file has the same findings
   for everybody. */
void
crit_translations_load (CritLoader *self, const CritJsonNode *node)
{
  const CritJsonNode *chosen = NULL;

  if (!crit_loader_is_object (self, node))
    return;

  self->translations = node;
  chosen = choose (self);
  CRIT_JSON_FOREACH (catalogue, node)
    {
      if (!crit_is_language (catalogue->key))
        crit_loader_report_key (
            self, catalogue, "bad-language",
            _ ("A translation is named by the short code of its language, such as \"cy\"."));
      load_catalogue (self, catalogue, catalogue == chosen);
    }
}

/* The text for the person who reads; every text for people passes here. */
const char *
crit_loader_translate (CritLoader *self, const char *text)
{
  const char *translation = NULL;

  if (text == NULL || self->translations == NULL)
    return text;
  if (!g_hash_table_contains (self->texts, text))
    g_hash_table_insert (self->texts, (gpointer) text,
                         GUINT_TO_POINTER (g_hash_table_size (self->texts)));
  translation = g_hash_table_lookup (self->translated, text);
  return translation != NULL ? translation : text;
}

/* A text that was changed in the file and not here would silently lose its translation. */
static void
check_texts (CritLoader *self, const CritJsonNode *catalogue)
{
  CRIT_JSON_FOREACH (member, catalogue)
    if (!g_hash_table_contains (self->texts, member->key))
      crit_loader_report_unknown (
          self, member, "unknown-text", _ ("“%s” is no text of this file that can be translated."),
          member->key, crit_loader_guess_key (self, member->key, self->texts));
}

/* How many texts the catalogue lacks, and the first of them. */
static guint
count_missing (CritLoader *self, const CritJsonNode *catalogue, const char **first)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer text = NULL;
  gpointer index = NULL;
  guint first_index = G_MAXUINT;
  guint n = 0;

  CRIT_JSON_FOREACH (member, catalogue)
    g_hash_table_add (there, (gpointer) member->key);
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &text, &index))
    {
      if (g_hash_table_contains (there, text))
        continue;
      n++;
      if (GPOINTER_TO_UINT (index) < first_index)
        {
          first_index = GPOINTER_TO_UINT (index);
          *first = text;
        }
    }
  return n;
}

static void
check_catalogue (CritLoader *self, const CritJsonNode *catalogue)
{
  g_autofree char *quoted = NULL;
  const char *first = NULL;
  guint n = 0;

  if (!crit_json_node_is (catalogue, CRIT_JSON_TYPE_OBJECT))
    return;
  check_texts (self, catalogue);
  n = count_missing (self, catalogue, &first);
  if (n == 0)
    return;
  quoted = crit_loader_dup_short (first);
  crit_loader_report (
      self, CRIT_SEVERITY_WARNING, catalogue, "untranslated",
      /* Translators: %1$s is a language tag such as "cy", %2$u how many texts, %3$s a text. */
      g_dngettext (
          GETTEXT_PACKAGE, "The translation into “%1$s” lacks %2$u text of this file: “%3$s”.",
          "The translation into “%1$s” lacks %2$u texts of this file. The first is “%3$s”.", n),
      catalogue->key, n, quoted);
}

/* Holds the translations against the texts, once all of these have been read. */
void
crit_translations_check (CritLoader *self)
{
  CRIT_JSON_FOREACH (catalogue, self->translations)
    check_catalogue (self, catalogue);
}
