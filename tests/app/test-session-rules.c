/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-carry-over.h"
#include "window-support.h"

static CritRules *
load (GFile *file)
{
  g_autoptr (CritDocument) document = crit_document_load (file);

  g_assert_nonnull (crit_document_get_rules (document));
  return crit_rules_ref (crit_document_get_rules (document));
}

static CritRules *
load_first (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("edition.json");

  return load (file);
}

/* It differs in its version only. */
static CritRules *
load_second (void)
{
  g_autoptr (GFile) file = window_support_write_edition ("edition.json", "2026.1", "2026.2");

  return load (file);
}

/* It has no room for the answer. */
static CritRules *
load_other (void)
{
  g_autoptr (GFile) file =
      window_support_write_edition ("edition.json", "\"referred\"", "\"sent\"");

  return load (file);
}

static CritSession *
open_session (void)
{
  g_autoptr (CritRules) rules = load_first ();
  g_autoptr (CritRecord) record = crit_record_new (rules, "A-17", (CritDate){ 2026, 11, 20 });

  return crit_session_new (record);
}

static void
answer (CritSession *session, gboolean yes)
{
  CritPlace place = app_support_place (session, "referred");

  crit_history_set_answer (crit_session_get_history (session), &place,
                           &(CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = yes });
}

static guint
use (CritSession *session, CritRules *rules)
{
  g_autoptr (GPtrArray) lost = crit_lost_answers_new ();

  crit_session_use_rules (session, rules, lost);
  return lost->len;
}

static void
assert_labels (CritSession *session, const char *undo, const char *redo)
{
  g_autofree char *is_undo = crit_session_dup_undo_label (session);
  g_autofree char *is_redo = crit_session_dup_redo_label (session);

  g_assert_cmpstr (is_undo, ==, undo);
  g_assert_cmpstr (is_redo, ==, redo);
}

static void
assert_version (CritSession *session, const char *version)
{
  g_assert_cmpstr (crit_session_get_rules (session)->version, ==, version);
}

/* Undo goes from the new rules to the former, and on through what was answered under those; redo comes back. */
static void
test_undo (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritRules) second = load_second ();

  answer (session, TRUE);
  g_assert_cmpuint (use (session, second), ==, 0);
  assert_version (session, "2026.2");
  g_assert_cmpint (app_support_answer (session, "referred")->kind, ==, CRIT_ANSWER_BOOLEAN);
  g_assert_true (crit_session_can_go_back (session));
  assert_labels (session, "Use rules 2026.2", NULL);

  answer (session, FALSE);
  g_assert_false (crit_session_can_go_back (session));
  crit_session_undo (session);
  crit_session_undo (session);
  assert_version (session, "2026.1");
  g_assert_true (app_support_answer (session, "referred")->boolean);
  crit_session_undo (session);
  g_assert_cmpint (app_support_answer (session, "referred")->kind, ==, CRIT_ANSWER_OPEN);
  assert_labels (session, NULL, "Answer “Was there a referral?”");
  crit_session_undo (session);
  assert_version (session, "2026.1");

  crit_session_redo (session);
  assert_labels (session, "Answer “Was there a referral?”", "Use rules 2026.2");
  crit_session_redo (session);
  assert_version (session, "2026.2");
  crit_session_redo (session);
  g_assert_false (app_support_answer (session, "referred")->boolean);
  assert_labels (session, "Change “Was there a referral?”", NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A new change leaves nothing to redo, in any edition. */
static void
test_new_change (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritRules) second = load_second ();
  guint n = 0;

  use (session, second);
  crit_session_undo (session);
  assert_labels (session, NULL, "Use rules 2026.2");
  g_signal_connect_swapped (session, "notify::redo-label", G_CALLBACK (count_cb), &n);
  answer (session, TRUE);
  g_assert_cmpuint (n, >=, 1);
  assert_labels (session, "Answer “Was there a referral?”", NULL);
  crit_session_redo (session);
  assert_version (session, "2026.1");

  /* Nor does what was undone before other rules came into use. */
  crit_session_undo (session);
  use (session, second);
  crit_session_undo (session);
  assert_labels (session, NULL, "Use rules 2026.2");
}

/* What there is no room for is told, and is back after undo. */
static void
test_lost (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritRules) other = load_other ();

  answer (session, TRUE);
  g_assert_cmpuint (use (session, other), ==, 1);
  crit_session_undo (session);
  g_assert_true (app_support_answer (session, "referred")->boolean);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (crit_session_save_finish (CRIT_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return *(gboolean *) data;
}

static void
save (CritSession *session)
{
  g_autofree char *path = window_support_path ("editions.checklist");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;

  crit_session_save_async (session, file, CRIT_SAVE_IF_UNCHANGED, saved_cb, &saved);
  g_assert_true (app_support_wait (is_done, &saved));
}

/* A record is modified as long as its file holds other rules. */
static void
test_modified (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritRules) second = load_second ();

  use (session, second);
  g_assert_false (crit_session_is_modified (session));
  answer (session, TRUE);
  save (session);
  g_assert_false (crit_session_is_modified (session));
  crit_session_undo (session);
  crit_session_undo (session);
  assert_version (session, "2026.1");
  g_assert_true (crit_session_is_modified (session));
  crit_session_redo (session);
  crit_session_redo (session);
  g_assert_false (crit_session_is_modified (session));

  crit_session_undo (session);
  crit_session_undo (session);
  save (session);
  g_assert_false (crit_session_is_modified (session));
  crit_session_redo (session);
  g_assert_true (crit_session_is_modified (session));
}

/* With an answer in it, a record that was never saved is not to be lost by closing its window. */
static void
test_modified_unsaved (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autoptr (CritRules) second = load_second ();

  answer (session, TRUE);
  use (session, second);
  g_assert_true (crit_session_is_modified (session));
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/session-rules/undo", test_undo);
  g_test_add_func ("/session-rules/new-change", test_new_change);
  g_test_add_func ("/session-rules/lost", test_lost);
  g_test_add_func ("/session-rules/modified", test_modified);
  g_test_add_func ("/session-rules/modified-unsaved", test_modified_unsaved);
  return window_support_run ();
}
