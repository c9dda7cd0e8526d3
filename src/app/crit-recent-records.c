/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-recent-records.h"

#include "store/crit-file.h"

#include <string.h>

#define MAX_RECORDS 8

#define PRIVACY "org.gnome.desktop.privacy"
#define SWITCH "remember-recent-files"

struct _CritRecentRecords
{
  GObject parent_instance;

  GFile *list;        /* where it is kept, a URI a line */
  GSettings *privacy; /* (nullable): the desktop has no such switch */
  GPtrArray *files;   /* of GFile */
  GPtrArray *added;   /* of GFile: before the list was read for the first time; then NULL */
  gboolean saving;
  gboolean save_again;
};

static void crit_recent_records_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CritRecentRecords,
                               crit_recent_records,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      crit_recent_records_list_model_init))

static void save (CritRecentRecords *self);

static gboolean
is_allowed (CritRecentRecords *self)
{
  return self->privacy == NULL || g_settings_get_boolean (self->privacy, SWITCH);
}

static gboolean
contains (GPtrArray *files, GFile *file)
{
  return g_ptr_array_find_with_equal_func (files, file, (GEqualFunc) g_file_equal, NULL);
}

static GPtrArray *
files_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_line (GPtrArray *files, const char *line)
{
  g_autoptr (GFile) file = g_file_new_for_uri (line);

  if (*line != '\0' && files->len < MAX_RECORDS && !contains (files, file)
      && g_file_query_exists (file, NULL))
    g_ptr_array_add (files, g_steal_pointer (&file));
}

/* Records that are no longer there are left out, and so is whatever makes no sense: it is a convenience, no more. */
static void
read_in_thread (GTask *task, gpointer source, gpointer list, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = crit_file_read (list, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *files = files_new ();
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  text = g_strndup (data != NULL ? data : "", length);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (files, lines[i]);
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

static void
set_files (CritRecentRecords *self, GPtrArray *files)
{
  g_autoptr (GPtrArray) old = self->files;

  self->files = g_ptr_array_ref (files);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, files->len);
}

static gboolean
is_same (GPtrArray *files, GPtrArray *others)
{
  if (files->len != others->len)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!g_file_equal (files->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritRecentRecords) self = user_data;
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) added = g_steal_pointer (&self->added);

  if (!is_allowed (self))
    g_ptr_array_set_size (files, 0);
  /* Nothing that was added meanwhile is thrown away by an older list. */
  if (added == NULL && (self->saving || self->save_again))
    return;
  if (!is_same (files, self->files))
    set_files (self, files);
  for (guint i = 0; added != NULL && i < added->len; i++)
    crit_recent_records_add (self, added->pdata[i]);
}

static GBytes *
write_lines (CritRecentRecords *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (self->files->pdata[i]);

      g_string_append_printf (text, "%s\n", uri);
    }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* It is a convenience: where it cannot be kept nobody is troubled. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritRecentRecords) self = user_data;

  crit_file_save_finish (G_FILE (source), result, NULL);
  self->saving = FALSE;
  if (self->save_again)
    save (self);
}

static void
save (CritRecentRecords *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->list);
  g_autoptr (GBytes) lines = NULL;

  self->save_again = self->saving;
  if (self->saving)
    return;
  if (self->files->len == 0)
    {
      g_file_delete (self->list, NULL, NULL);
      return;
    }
  if (!crit_file_make_folder (g_file_peek_path (folder), NULL))
    return;
  self->saving = TRUE;
  lines = write_lines (self);
  crit_file_save_async (self->list, lines, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
switch_cb (CritRecentRecords *self)
{
  if (!is_allowed (self))
    crit_recent_records_clear (self);
}

static GType
crit_recent_records_get_item_type (GListModel *model)
{
  return G_TYPE_FILE;
}

static guint
crit_recent_records_get_n_items (GListModel *model)
{
  return CRIT_RECENT_RECORDS (model)->files->len;
}

static gpointer
crit_recent_records_get_item (GListModel *model, guint position)
{
  GPtrArray *files = CRIT_RECENT_RECORDS (model)->files;

  return position < files->len ? g_object_ref (files->pdata[position]) : NULL;
}

static void
crit_recent_records_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = crit_recent_records_get_item_type;
  iface->get_n_items = crit_recent_records_get_n_items;
  iface->get_item = crit_recent_records_get_item;
}

static void
crit_recent_records_finalize (GObject *object)
{
  CritRecentRecords *self = CRIT_RECENT_RECORDS (object);

  g_clear_object (&self->list);
  g_clear_object (&self->privacy);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  G_OBJECT_CLASS (crit_recent_records_parent_class)->finalize (object);
}

static void
crit_recent_records_class_init (CritRecentRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = crit_recent_records_finalize;
}

static void
crit_recent_records_init (CritRecentRecords *self)
{
  self->files = files_new ();
  self->added = files_new ();
}

/**
 * crit_recent_records_new:
 * @path: where the list is kept; its folder is made when it is needed
 * @privacy: (nullable): settings with the key `remember-recent-files`
 *
 * Returns: (transfer full): a list; it is not read yet
 */
CritRecentRecords *
crit_recent_records_new (const char *path, GSettings *privacy)
{
  CritRecentRecords *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (privacy == NULL || G_IS_SETTINGS (privacy), NULL);

  self = g_object_new (CRIT_TYPE_RECENT_RECORDS, NULL);
  self->list = g_file_new_for_path (path);
  if (privacy == NULL)
    return self;
  self->privacy = g_object_ref (privacy);
  g_signal_connect_object (privacy, "changed::" SWITCH, G_CALLBACK (switch_cb), self,
                           G_CONNECT_SWAPPED);
  /* A key must be asked for before its changes are told. */
  switch_cb (self);
  return self;
}

/**
 * crit_recent_records_new_for_user:
 *
 * Returns: (transfer full): the list of the person at this computer; it is not read yet
 */
CritRecentRecords *
crit_recent_records_new_for_user (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) privacy = NULL;
  g_autofree char *path =
      g_build_filename (g_get_user_state_dir (), "criteria", "recent-records", NULL);

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PRIVACY, TRUE);
  if (schema != NULL && g_settings_schema_has_key (schema, SWITCH))
    privacy = g_settings_new_full (schema, NULL, NULL);
  return crit_recent_records_new (path, privacy);
}

/**
 * crit_recent_records_refresh:
 * @self: the list
 *
 * Reads the list, in another thread, and leaves out what is no longer there.
 */
void
crit_recent_records_refresh (CritRecentRecords *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_RECENT_RECORDS (self));

  task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, crit_recent_records_refresh);
  g_task_set_task_data (task, g_object_ref (self->list), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * crit_recent_records_add:
 * @self: the list
 * @file: a record that was opened or saved
 *
 * Puts a record at the top of the list, unless the privacy switch is off.
 */
void
crit_recent_records_add (CritRecentRecords *self, GFile *file)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_if_fail (CRIT_IS_RECENT_RECORDS (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!is_allowed (self))
    return;
  if (self->added != NULL)
    {
      g_ptr_array_add (self->added, g_object_ref (file));
      if (self->added->len == 1)
        crit_recent_records_refresh (self);
      return;
    }
  files = files_new ();
  g_ptr_array_add (files, g_object_ref (file));
  for (guint i = 0; i < self->files->len && files->len < MAX_RECORDS; i++)
    if (!g_file_equal (self->files->pdata[i], file))
      g_ptr_array_add (files, g_object_ref (self->files->pdata[i]));
  if (!is_same (files, self->files))
    set_files (self, files);
  save (self);
}

/**
 * crit_recent_records_clear:
 * @self: the list
 *
 * Empties the list and deletes its file. No record is touched.
 */
void
crit_recent_records_clear (CritRecentRecords *self)
{
  g_autoptr (GPtrArray) none = files_new ();

  g_return_if_fail (CRIT_IS_RECENT_RECORDS (self));

  if (self->added != NULL)
    g_ptr_array_set_size (self->added, 0);
  set_files (self, none);
  save (self);
}
