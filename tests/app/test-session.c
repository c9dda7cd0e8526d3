/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static CritSession *
open_session (void)
{
  g_autoptr (GFile) file = window_support_write_rules ("session.json");
  g_autoptr (CritDocument) document = crit_document_load (file);
  g_autoptr (CritRecord) record =
      crit_record_new (crit_document_get_rules (document), "A-17", (CritDate){ 2026, 11, 20 });

  return crit_session_new (record);
}

static CritPlace
get_place (CritSession *session)
{
  return crit_place_of_question (
      crit_rules_find_question (crit_session_get_rules (session), "referred"));
}

static void
answer (CritSession *session, gboolean yes)
{
  CritPlace place = get_place (session);
  CritAnswer value = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = yes };

  crit_history_set_answer (crit_session_get_history (session), &place, &value);
}

static CritStatus
get_status (CritSession *session)
{
  const CritCriterion *criterion =
      crit_rules_find_criterion (crit_session_get_rules (session), "referral");

  return crit_screening_get_outcome (crit_session_get_screening (session), criterion)->status;
}

/* One change, one screening; who looks when the record tells sees the new one already. */
static void
test_screening (void)
{
  g_autoptr (CritSession) session = open_session ();
  guint n = 0;

  g_signal_connect_swapped (session, "notify::screening", G_CALLBACK (count_cb), &n);
  g_assert_cmpint (get_status (session), ==, CRIT_STATUS_UNKNOWN);
  answer (session, TRUE);
  g_assert_cmpint (get_status (session), ==, CRIT_STATUS_MET);
  g_assert_cmpuint (n, ==, 1);
  crit_history_undo (crit_session_get_history (session));
  g_assert_cmpint (get_status (session), ==, CRIT_STATUS_UNKNOWN);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
test_identity (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *changed = NULL;

  g_object_get (session, "subtitle", &before, NULL);
  g_assert_cmpstr (before, ==, "A-17 · 20 November 2026");
  answer (session, TRUE);
  g_object_get (session, "subtitle", &after, NULL);
  g_assert_cmpstr (after, ==, "A-17 · 20 November 2026 · edited");
  crit_history_undo (crit_session_get_history (session));
  crit_history_set_reference (crit_session_get_history (session), "");
  g_object_get (session, "subtitle", &changed, NULL);
  g_assert_cmpstr (changed, ==, "No reference · 20 November 2026 · edited");
}

static void
test_go_to (void)
{
  g_autoptr (CritSession) session = open_session ();
  CritPlace place = get_place (session);
  guint n = 0;

  g_signal_connect_swapped (session, "go-to", G_CALLBACK (count_cb), &n);
  crit_session_go_to (session, &place);
  g_assert_cmpuint (n, ==, 1);
}

static void
pending_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (crit_session_save_finish (CRIT_SESSION (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  *(gboolean *) user_data = TRUE;
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
test_saving_twice (void)
{
  g_autoptr (CritSession) session = open_session ();
  g_autofree char *path = window_support_path ("twice.checklist");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;
  gboolean refused = FALSE;

  answer (session, TRUE);
  crit_session_save_async (session, file, CRIT_SAVE_IF_UNCHANGED, saved_cb, &saved);
  crit_session_save_async (session, file, CRIT_SAVE_IF_UNCHANGED, pending_cb, &refused);
  g_assert_true (crit_session_is_saving (session));
  g_assert_true (app_support_wait (is_done, &saved));
  g_assert_true (app_support_wait (is_done, &refused));
  g_assert_false (crit_session_is_saving (session));
  g_assert_false (crit_session_is_modified (session));
  crit_history_undo (crit_session_get_history (session));
  g_assert_true (crit_session_is_modified (session));
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/session/screening", test_screening);
  g_test_add_func ("/session/identity", test_identity);
  g_test_add_func ("/session/go-to", test_go_to);
  g_test_add_func ("/session/saving-twice", test_saving_twice);
  return window_support_run ();
}
