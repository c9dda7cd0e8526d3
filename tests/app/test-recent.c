/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-support.h"

#include "crit-recent-records.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static GFile *
make_record (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  return g_file_new_for_path (path);
}

static CritRecentRecords *
open_list (void)
{
  g_autofree char *path = g_build_filename (folder, "state", "recent-records", NULL);

  return crit_recent_records_new (path, NULL);
}

typedef struct
{
  CritRecentRecords *list;
  guint n;
} Wanted;

static gboolean
has (gpointer data)
{
  Wanted *wanted = data;

  return g_list_model_get_n_items (G_LIST_MODEL (wanted->list)) == wanted->n;
}

static void
wait_for (CritRecentRecords *list, guint n)
{
  Wanted wanted = { list, n };

  g_assert_true (app_support_wait (has, &wanted));
}

static gboolean
is_written (gpointer text)
{
  g_autofree char *path = g_build_filename (folder, "state", "recent-records", NULL);
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

static void
assert_first (CritRecentRecords *list, const char *name)
{
  g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autofree char *base = g_file_get_basename (file);

  g_assert_cmpstr (base, ==, name);
}

/* The latest comes first, each once; the list outlives the program, is ours alone, and forgets what is gone. */
static void
test_list (void)
{
  g_autoptr (CritRecentRecords) list = open_list ();
  g_autoptr (CritRecentRecords) later = NULL;
  g_autoptr (GFile) first = make_record ("first.checklist");
  g_autoptr (GFile) second = make_record ("second.checklist");
  g_autofree char *path = g_build_filename (folder, "state", "recent-records", NULL);
  GStatBuf status = { 0 };

  crit_recent_records_add (list, first);
  wait_for (list, 1);
  crit_recent_records_add (list, second);
  crit_recent_records_add (list, first);
  crit_recent_records_add (list, second);
  wait_for (list, 2);
  assert_first (list, "second.checklist");
  g_assert_true (app_support_wait (is_written, (gpointer) "second.checklist"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_true (g_file_delete (second, NULL, NULL));
  later = open_list ();
  crit_recent_records_refresh (later);
  wait_for (later, 1);
  assert_first (later, "first.checklist");
}

static gboolean
is_gone (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_clear (void)
{
  g_autoptr (CritRecentRecords) list = open_list ();
  g_autoptr (GFile) record = make_record ("third.checklist");
  g_autofree char *path = g_build_filename (folder, "state", "recent-records", NULL);

  crit_recent_records_add (list, record);
  g_assert_true (app_support_wait (is_written, (gpointer) "third.checklist"));
  crit_recent_records_clear (list);
  wait_for (list, 0);
  g_assert_true (app_support_wait (is_gone, path));
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  folder = window_support_path ("recent");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_test_add_func ("/recent/list", test_list);
  g_test_add_func ("/recent/clear", test_clear);
  return window_support_run ();
}
