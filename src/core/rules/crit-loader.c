/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-loader-private.h"

#include "rules/crit-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters that are held against letters while looking for near words, in all: a fraction of a second. A file can be made so
   that every look takes long, and there could be many. */
#define MAX_COMPARISONS 100000000
/* Characters of a word from the file that are repeated in a message. */
#define MAX_QUOTED 48

/* Says that some findings are left out. */
void
crit_findings_add_too_many (GPtrArray *findings, CritSeverity severity)
{
  g_ptr_array_add (findings,
                   crit_finding_new (severity, NULL, 0, 0, NULL, "too-many-findings",
                                     _ ("There are more findings than are listed here.")));
}

/* Counts a finding, and says whether it is still to be listed. */
static gboolean
admit (CritLoader *self, CritSeverity severity)
{
  self->failed = self->failed || severity == CRIT_SEVERITY_ERROR;
  self->n_findings++;
  if (self->n_findings == CRIT_RULES_MAX_FINDINGS + 1)
    crit_findings_add_too_many (self->findings, severity);
  return self->n_findings <= CRIT_RULES_MAX_FINDINGS;
}

/* Reports something about a node. The message is one translated sentence. */
void
crit_loader_report (CritLoader *self,
                    CritSeverity severity,
                    const CritJsonNode *node,
                    const char *code,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (!admit (self, severity))
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  crit_json_document_report (self->document, self->findings, severity, node, node->offset, code,
                             message);
}

/* Reports an error in the key of a member. The message is one translated sentence. */
void
crit_loader_report_key (CritLoader *self,
                        const CritJsonNode *member,
                        const char *code,
                        const char *message)
{
  if (admit (self, CRIT_SEVERITY_ERROR))
    crit_json_document_report (self->document, self->findings, CRIT_SEVERITY_ERROR, member,
                               crit_json_document_get_key_offset (self->document, member), code,
                               message);
}

/* Whether looking for @word among @n_words is still paid for; then it is. */
static gboolean
afford (CritLoader *self, const char *word, gsize n_words)
{
  gsize length = strlen (word);
  gsize n_comparisons = (n_words + 1) * (length + 1) * (length + 1);

  if (n_comparisons > MAX_COMPARISONS - self->n_comparisons)
    return FALSE;
  self->n_comparisons += n_comparisons;
  return TRUE;
}

/* The word that was probably meant, or NULL. */
const char *
crit_loader_guess (CritLoader *self, const char *word, const char *const *words, gsize n_words)
{
  return afford (self, word, n_words) ? crit_nearest_word (word, words, n_words) : NULL;
}

/* The key of @known that was probably meant, or NULL. */
const char *
crit_loader_guess_key (CritLoader *self, const char *word, GHashTable *known)
{
  guint n_words = g_hash_table_size (known);
  g_autofree const char **words = NULL;

  if (!afford (self, word, n_words))
    return NULL;
  words = (const char **) g_hash_table_get_keys_as_array (known, &n_words);
  return crit_nearest_word (word, words, n_words);
}

/* Reports that @word names nothing. @sentence is translated and has a %s for it; @near is what was probably meant, or
   NULL. */
void
crit_loader_report_unknown (CritLoader *self,
                            const CritJsonNode *node,
                            const char *code,
                            const char *sentence,
                            const char *word,
                            const char *near)
{
  g_autofree char *quoted = crit_loader_dup_short (word);
  g_autoptr (GString) message = g_string_new (sentence);

  g_string_replace (message, "%s", quoted, 1);
  if (near != NULL)
    /* Translators: %1$s is a whole sentence that says what is wrong, %2$s a word that exists. */
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, code, _ ("%1$s Did you mean “%2$s”?"),
                        message->str, near);
  else
    crit_loader_report (self, CRIT_SEVERITY_ERROR, node, code, "%s", message->str);
}

/* Enters a thing by its id; @thing is NULL where it is faulty, so that what names it is not reported as well. The same
   becomes of two things with one id: nobody knows which of them is meant. */
gboolean
crit_loader_declare (CritLoader *self,
                     GHashTable *table,
                     const char *id,
                     gpointer thing,
                     const CritJsonNode *node)
{
  if (id == NULL)
    return FALSE;
  if (g_hash_table_insert (table, (gpointer) id, thing))
    return TRUE;
  crit_loader_report (self, CRIT_SEVERITY_ERROR, node, "duplicate-id",
                      _ ("The id “%s” is already taken. Choose another one."), id);
  g_hash_table_insert (table, (gpointer) id, NULL);
  return FALSE;
}

/* The thing called @id; where there is none, that is reported at @node with @sentence, which is translated only then. NULL too
   for a thing that is declared but faulty, without a further word. */
gpointer
crit_loader_look_up (CritLoader *self,
                     GHashTable *table,
                     const CritJsonNode *node,
                     const char *id,
                     const char *code,
                     const char *sentence)
{
  gpointer thing = NULL;

  if (!g_hash_table_lookup_extended (table, id, NULL, &thing))
    crit_loader_report_unknown (self, node, code, _ (sentence), id,
                                crit_loader_guess_key (self, id, table));
  return thing;
}

/* The same for the id that @node holds. */
gpointer
crit_loader_find (CritLoader *self,
                  GHashTable *table,
                  const CritJsonNode *node,
                  const char *code,
                  const char *sentence)
{
  const char *id = crit_loader_read_string (self, node);

  return id != NULL ? crit_loader_look_up (self, table, node, id, code, sentence) : NULL;
}

/* A word from the file, short enough to be repeated in a message. */
char *
crit_loader_dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_QUOTED);
  return g_strconcat (start, "…", NULL);
}
