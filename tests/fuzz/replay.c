/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
test_file (gconstpointer path)
{
  g_autofree char *data = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) data, size), ==, 0);
}

static guint
add_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name = NULL;
  guint n_files = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (folder)) != NULL; n_files++)
    {
      g_autofree char *test = g_strconcat ("/replay/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_file, g_free);
    }
  return n_files;
}

/* Runs a fuzz target on each file of its corpus, so that what was found once stays found. */
int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_assert_cmpuint (add_folder (argv[1]), >, 0);
  return g_test_run ();
}
