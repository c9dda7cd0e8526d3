/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/crit-draft.h"

#include <string.h>

#define RECORD "{\n  \"reference\": \"A-17\"\n}\n"

static CritDraft *
draft_new (void)
{
  CritDraft *draft = g_new0 (CritDraft, 1);

  draft->time = 1795183353;
  draft->reference = g_strdup ("A-17 “<&%_\\/>”");
  draft->rules_id = g_strdup ("small");
  draft->rules_version = g_strdup ("2026.1");
  draft->rules_digest = g_strdup ("0123");
  draft->rules_title = g_strdup ("Small\tand plain");
  draft->file_uri = g_strdup ("file:///somewhere/a%0A%FF.checklist");
  draft->file_digest = g_strdup ("4567");
  draft->saving_uri = g_strdup ("file:///elsewhere/a.checklist");
  draft->saving_digest = g_strdup ("89ab");
  draft->record_id = g_strdup ("4c6a3a70");
  draft->record = g_bytes_new_static (RECORD, strlen (RECORD));
  return draft;
}

static void
assert_same (const CritDraft *one, const CritDraft *other)
{
  g_assert_cmpint (one->time, ==, other->time);
  g_assert_cmpstr (one->reference, ==, other->reference);
  g_assert_cmpstr (one->rules_id, ==, other->rules_id);
  g_assert_cmpstr (one->rules_version, ==, other->rules_version);
  g_assert_cmpstr (one->rules_digest, ==, other->rules_digest);
  g_assert_cmpstr (one->rules_title, ==, other->rules_title);
  g_assert_cmpstr (one->file_uri, ==, other->file_uri);
  g_assert_cmpstr (one->file_digest, ==, other->file_digest);
  g_assert_cmpstr (one->saving_uri, ==, other->saving_uri);
  g_assert_cmpstr (one->saving_digest, ==, other->saving_digest);
  g_assert_cmpstr (one->record_id, ==, other->record_id);
  g_assert_true (g_bytes_equal (one->record, other->record));
}

static void
test_round_trip (void)
{
  g_autoptr (CritDraft) draft = draft_new ();
  g_autoptr (GBytes) text = crit_draft_write (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (CritDraft) read = crit_draft_read (text, &error);

  g_assert_no_error (error);
  assert_same (read, draft);
  g_assert_null (read->id);
}

static void
test_never_saved (void)
{
  g_autoptr (CritDraft) draft = draft_new ();
  g_autoptr (GBytes) text = NULL;
  g_autoptr (CritDraft) read = NULL;

  g_clear_pointer (&draft->file_uri, g_free);
  g_clear_pointer (&draft->file_digest, g_free);
  g_clear_pointer (&draft->saving_uri, g_free);
  g_clear_pointer (&draft->saving_digest, g_free);
  g_clear_pointer (&draft->record_id, g_free);
  text = crit_draft_write (draft);
  read = crit_draft_read (text, NULL);
  assert_same (read, draft);
}

/* With an editor alone: the record is what follows the first line. */
static void
test_by_hand (void)
{
  g_autoptr (CritDraft) draft = draft_new ();
  g_autoptr (GBytes) text = crit_draft_write (draft);
  gsize length = 0;
  const char *start = g_bytes_get_data (text, &length);
  const char *end = memchr (start, '\n', length);

  g_assert_cmpmem (end + 1, length - (gsize) (end + 1 - start), RECORD, strlen (RECORD));
}

static void
assert_refused (const char *text, gsize length, CritDraftError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (crit_draft_read (bytes, &error));
  g_assert_error (error, CRIT_DRAFT_ERROR, (int) code);
}

/* Whatever byte is missing or another: no draft is taken for whole that is not. */
static void
test_damaged (void)
{
  g_autoptr (CritDraft) draft = draft_new ();
  g_autoptr (GBytes) text = crit_draft_write (draft);
  gsize length = 0;
  const char *start = g_bytes_get_data (text, &length);
  const char *end = memchr (start, '\n', length);

  for (gsize i = 0; i < length; i++)
    assert_refused (start, i, CRIT_DRAFT_ERROR_DAMAGED);
  for (gsize i = (gsize) (end - start); i < length; i++)
    {
      g_autofree char *changed = g_memdup2 (start, length);

      changed[i] ^= 1;
      assert_refused (changed, length, CRIT_DRAFT_ERROR_DAMAGED);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    CritDraftError code;
  } cases[] = {
    { "", CRIT_DRAFT_ERROR_DAMAGED },
    { "\n", CRIT_DRAFT_ERROR_DAMAGED },
    { "{}\n{}", CRIT_DRAFT_ERROR_DAMAGED },
    { "[]\n{}", CRIT_DRAFT_ERROR_DAMAGED },
    { "{\"format\":1}\n{}", CRIT_DRAFT_ERROR_DAMAGED },
    { "{\"format\":\"criteria-record/1\"}\n{}", CRIT_DRAFT_ERROR_DAMAGED },
    { "{\"format\":\"criteria-draft/1\"}\n{}", CRIT_DRAFT_ERROR_DAMAGED },
    { "{\"format\":\"criteria-draft/2\"}\n{}", CRIT_DRAFT_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/draft/round-trip", test_round_trip);
  g_test_add_func ("/store/draft/never-saved", test_never_saved);
  g_test_add_func ("/store/draft/by-hand", test_by_hand);
  g_test_add_func ("/store/draft/damaged", test_damaged);
  g_test_add_func ("/store/draft/refused", test_refused);
  return g_test_run ();
}
