/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json/crit-json-reader.h"
#include "json/crit-json-tree.h"
#include "json/crit-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Reads to the end; events come in the order of the text and never from beyond it. */
static gboolean
is_accepted (const char *text, gsize size)
{
  g_autoptr (CritJsonReader) reader = crit_json_reader_new (text, size);
  const CritJsonToken *token = crit_json_reader_get_token (reader);
  CritJsonEvent event = CRIT_JSON_NULL;
  gsize last = 0;

  while (event != CRIT_JSON_END && event != CRIT_JSON_ERROR_EVENT)
    {
      g_autoptr (GError) error = NULL;

      event = crit_json_reader_next (reader, &error);
      g_assert_true ((error != NULL) == (event == CRIT_JSON_ERROR_EVENT));
      g_assert_cmpuint (token->offset, <=, size);
      if (event != CRIT_JSON_ERROR_EVENT)
        {
          g_assert_cmpuint (token->offset, >=, last);
          last = token->offset;
        }
    }
  return event == CRIT_JSON_END;
}

static CritJsonTree *
read_tree (GBytes *text, gboolean is_good)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritJsonTree *tree = crit_json_tree_new (text, findings);

  g_assert_true ((tree != NULL) == is_good);
  g_assert_true ((findings->len == 0) == is_good);
  g_assert_cmpuint (findings->len, <=, 2);
  return tree;
}

/* What the reader takes, the writer writes and the reader takes again, with nothing lost. */
static void
check_round_trip (CritJsonTree *tree)
{
  g_autofree char *written = crit_json_write (crit_json_tree_get_root (tree), CRIT_JSON_COMPACT);
  g_autoptr (GBytes) text = g_bytes_new (written, strlen (written));
  g_autoptr (CritJsonTree) again = read_tree (text, TRUE);
  g_autofree char *rewritten = crit_json_write (crit_json_tree_get_root (again), CRIT_JSON_COMPACT);

  g_assert_cmpstr (rewritten, ==, written);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) text = g_bytes_new (data, size);
  gboolean is_good = is_accepted ((const char *) data, size);
  g_autoptr (CritJsonTree) tree = read_tree (text, is_good);

  if (tree != NULL)
    check_round_trip (tree);
  return 0;
}
