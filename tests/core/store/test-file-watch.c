/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-file-watch.h"
#include "store/crit-file.h"

#include <glib/gstdio.h>
#include <utime.h>

#define WAIT_SECONDS 10

/* Longer than a watch waits until a file counts as left alone. */
#define QUIET 700

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  CritFileWatch *watch;
  guint n_changes;
} Fixture;

/* Not atomic: the very same file is written over. (GLib 2.74 would not cut off what was longer before.) */
static void
write_text (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autofree char *digest = NULL;

  fixture->folder = g_dir_make_tmp ("criteria-test.XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "rules.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_text (fixture->path, "first");
  contents = crit_file_read (fixture->file, NULL);
  digest = crit_file_dup_digest (contents);
  fixture->watch = crit_file_watch_new (fixture->file, digest);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->watch), (gpointer *) &fixture->watch);
  g_object_unref (fixture->watch);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->watch);
  g_object_unref (fixture->file);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, guint n_changes)
{
  gboolean over = FALSE;
  guint id = g_timeout_add_seconds (WAIT_SECONDS, over_cb, &over);

  while (fixture->n_changes < n_changes && !over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (over);
  g_source_remove (id);
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
}

/* Nothing more comes in the time in which it would have. */
static void
expect_quiet (Fixture *fixture, guint n_changes)
{
  gboolean over = FALSE;

  g_timeout_add (QUIET, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
}

static void
test_written_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (crit_file_watch_get_digest (fixture->watch));

  write_text (fixture->path, "second");
  wait_for (fixture, 1);
  g_assert_cmpstr (crit_file_watch_get_digest (fixture->watch), !=, before);

  write_text (fixture->path, "first");
  wait_for (fixture, 2);
  g_assert_cmpstr (crit_file_watch_get_digest (fixture->watch), ==, before);
}

/* As most editors save, and this program too. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  write_text (other, "second");
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  wait_for (fixture, 1);

  /* The new file is watched as the old one was. */
  write_text (fixture->path, "third");
  wait_for (fixture, 2);
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  wait_for (fixture, 1);
  g_assert_null (crit_file_watch_get_digest (fixture->watch));

  write_text (fixture->path, "again");
  wait_for (fixture, 2);
  g_assert_nonnull (crit_file_watch_get_digest (fixture->watch));
}

/* Many steps that follow each other closely are one change. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("step %u", i);

      write_text (fixture->path, text);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for (fixture, 1);
  expect_quiet (fixture, 1);
}

static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (utime (fixture->path, NULL), ==, 0);
  write_text (fixture->path, "first");
  crit_file_watch_look (fixture->watch);
  expect_quiet (fixture, 0);
}

/* Looking finds what the system did not tell: here, what happened before the watch began. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CritFileWatch) late = crit_file_watch_new (fixture->file, "not its digest");

  g_signal_connect_swapped (late, "changed", G_CALLBACK (changed_cb), fixture);
  crit_file_watch_look (late);
  crit_file_watch_look (late);
  wait_for (fixture, 1);
  expect_quiet (fixture, 1);
}

/* To let go of a watch while it looks is safe. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  CritFileWatch *watch = crit_file_watch_new (fixture->file, NULL);

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (changed_cb), fixture);
  write_text (fixture->path, "second");
  wait_for (fixture, 2);
  crit_file_watch_look (watch);
  g_signal_handlers_disconnect_by_data (watch, fixture);
  g_object_unref (watch);
  expect_quiet (fixture, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/file-watch/written-over", test_written_over },
    { "/file-watch/replaced", test_replaced },
    { "/file-watch/deleted", test_deleted },
    { "/file-watch/steps", test_steps },
    { "/file-watch/touched", test_touched },
    { "/file-watch/look", test_look },
    { "/file-watch/let-go", test_let_go },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
