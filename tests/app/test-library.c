/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-support.h"

#include <glib/gstdio.h>

static gboolean
is_loaded (gpointer library)
{
  return crit_library_is_loaded (library);
}

static CritLibrary *
open_library (const char *own, const char *other)
{
  CritLibrary *library =
      crit_library_new_for_folders (own, (const char *const[]){ other, "/nowhere", NULL });

  crit_library_refresh (library);
  g_assert_true (app_support_wait (is_loaded, library));
  return library;
}

static char *
make_folder (const char *name)
{
  char *path = window_support_path (name);

  g_mkdir_with_parents (path, 0755);
  return path;
}

static CritDocument *
get_document (CritLibrary *library, guint position)
{
  g_autoptr (CritDocument) document = g_list_model_get_item (G_LIST_MODEL (library), position);

  return document;
}

/* The same bytes are one rules file, a broken one comes last, and other files are none. */
static void
test_folders (void)
{
  g_autofree char *own = make_folder ("own");
  g_autofree char *other = make_folder ("other");
  g_autoptr (GFile) first = window_support_write_rules ("own/a.json");
  g_autoptr (GFile) same = window_support_write_rules ("other/b.json");
  g_autoptr (GFile) broken = window_support_write ("other/a.json", "{");
  g_autoptr (GFile) note = window_support_write ("other/note.txt", "not a rules file");
  g_autoptr (CritLibrary) library = open_library (own, other);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 2);
  g_assert_nonnull (crit_document_get_rules (get_document (library, 0)));
  g_assert_true (g_file_equal (crit_document_get_file (get_document (library, 0)), first));
  g_assert_null (crit_document_get_rules (get_document (library, 1)));
  g_assert_cmpuint (crit_document_get_findings (get_document (library, 1))->len, >, 0);
  g_assert_nonnull (crit_document_get_warning (get_document (library, 0)));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (crit_library_add_finish (CRIT_LIBRARY (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_one (gpointer library)
{
  return g_list_model_get_n_items (library) == 1;
}

/* The user's folder is made when it is needed, and is nobody else's business. */
static void
test_add (void)
{
  g_autofree char *own = window_support_path ("mine/rules");
  g_autofree char *other = make_folder ("empty");
  g_autoptr (GFile) file = window_support_write_rules ("from-elsewhere.json");
  g_autoptr (CritDocument) document = crit_document_load (file);
  g_autoptr (CritLibrary) library = open_library (own, other);
  gboolean added = FALSE;
  GStatBuf status;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 0);
  crit_library_add_async (library, document, added_cb, &added);
  g_assert_true (app_support_wait (is_done, &added));
  g_assert_true (app_support_wait (has_one, library));
  g_assert_cmpint (g_stat (own, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpstr (crit_document_get_digest (get_document (library, 0)), ==,
                   crit_document_get_digest (document));

  added = FALSE;
  crit_library_add_async (library, document, added_cb, &added);
  g_assert_true (app_support_wait (is_done, &added));
  window_support_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 1);
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (crit_library_add_finish (CRIT_LIBRARY (source), result, &error));
  g_assert_nonnull (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_add_failure (void)
{
  g_autoptr (GFile) in_the_way = window_support_write ("in-the-way", "a file, not a folder");
  g_autofree char *own = window_support_path ("in-the-way/rules");
  g_autofree char *other = make_folder ("empty");
  g_autoptr (GFile) file = window_support_write_rules ("from-elsewhere.json");
  g_autoptr (CritDocument) document = crit_document_load (file);
  g_autoptr (CritLibrary) library = open_library (own, other);
  gboolean refused = FALSE;

  crit_library_add_async (library, document, refused_cb, &refused);
  g_assert_true (app_support_wait (is_done, &refused));
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_test_add_func ("/library/folders", test_folders);
  g_test_add_func ("/library/add", test_add);
  g_test_add_func ("/library/add-failure", test_add_failure);
  return window_support_run ();
}
