/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-library.h"

#include "rules/crit-version.h"
#include "store/crit-file.h"

struct _CritLibrary
{
  GObject parent_instance;

  char *own_folder; /* where the user's own rules files go */
  GStrv folders;    /* all that are read, the user's own first */
  GPtrArray *documents;
  gboolean loaded;
  guint n_refreshes; /* begun so far */
};

enum
{
  PROP_LOADED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void crit_library_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CritLibrary,
                               crit_library,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      crit_library_list_model_init))

static GPtrArray *
documents_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  CritDocument *first = *(CritDocument *const *) a;
  CritDocument *second = *(CritDocument *const *) b;
  CritRules *first_rules = crit_document_get_rules (first);
  CritRules *second_rules = crit_document_get_rules (second);
  int order = 0;

  if (first_rules == NULL || second_rules == NULL)
    return (first_rules == NULL) - (second_rules == NULL);
  order = g_utf8_collate (first_rules->title, second_rules->title);
  return order != 0 ? order : -crit_version_compare (first_rules->version, second_rules->version);
}

/* The same bytes in two folders are one rules file. */
static gboolean
is_known (GHashTable *digests, CritDocument *document)
{
  const char *digest = crit_document_get_digest (document);

  return digest != NULL && !g_hash_table_add (digests, (gpointer) digest);
}

static void
load_folder (const char *folder, GPtrArray *documents, GHashTable *digests)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (CritDocument) document = NULL;

      if (!g_str_has_suffix (name, ".json") || *name == '.')
        continue;
      document = crit_document_load (file);
      if (crit_document_get_record (document) == NULL && !is_known (digests, document))
        g_ptr_array_add (documents, g_steal_pointer (&document));
    }
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const *folders = data;
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) documents = documents_new ();

  for (guint i = 0; folders[i] != NULL; i++)
    load_folder (folders[i], documents, digests);
  g_ptr_array_sort (documents, compare_documents);
  g_task_return_pointer (task, g_steal_pointer (&documents), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_same (GPtrArray *documents, GPtrArray *others)
{
  if (documents->len != others->len)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      CritDocument *document = g_ptr_array_index (documents, i);
      CritDocument *other = g_ptr_array_index (others, i);

      if (!g_file_equal (crit_document_get_file (document), crit_document_get_file (other))
          || g_strcmp0 (crit_document_get_digest (document), crit_document_get_digest (other)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Rows are made anew only where something is new: otherwise the focus would be lost for nothing. */
static void
set_documents (CritLibrary *self, GPtrArray *documents)
{
  g_autoptr (GPtrArray) old = self->documents;

  self->documents = g_ptr_array_ref (documents);
  if (!is_same (old, documents))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, documents->len);
}

/* Of two readings under way the one begun later counts, whichever ends first: the other may have missed a file. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CritLibrary *self = CRIT_LIBRARY (object);
  g_autoptr (GPtrArray) documents = g_task_propagate_pointer (G_TASK (result), NULL);

  if (GPOINTER_TO_UINT (user_data) != self->n_refreshes)
    return;
  set_documents (self, documents);
  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_object_notify_by_pspec (object, properties[PROP_LOADED]);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!crit_file_save_finish (G_FILE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  crit_library_refresh (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

static GType
crit_library_get_item_type (GListModel *model)
{
  return CRIT_TYPE_DOCUMENT;
}

static guint
crit_library_get_n_items (GListModel *model)
{
  return CRIT_LIBRARY (model)->documents->len;
}

static gpointer
crit_library_get_item (GListModel *model, guint position)
{
  CritLibrary *self = CRIT_LIBRARY (model);

  if (position >= self->documents->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->documents, position));
}

static void
crit_library_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = crit_library_get_item_type;
  iface->get_n_items = crit_library_get_n_items;
  iface->get_item = crit_library_get_item;
}

static void
crit_library_finalize (GObject *object)
{
  CritLibrary *self = CRIT_LIBRARY (object);

  g_ptr_array_unref (self->documents);
  g_strfreev (self->folders);
  g_free (self->own_folder);
  G_OBJECT_CLASS (crit_library_parent_class)->finalize (object);
}

static void
crit_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, CRIT_LIBRARY (object)->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_library_class_init (CritLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = crit_library_finalize;
  object_class->get_property = crit_library_get_property;

  properties[PROP_LOADED] =
      g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
crit_library_init (CritLibrary *self)
{
  self->documents = documents_new ();
}

/**
 * crit_library_new:
 *
 * Makes the library of this computer: rules files that the user added, that came with the program, and that the
 * administrator put into the system's data folders. Nothing is read yet.
 *
 * Returns: (transfer full): a library
 */
CritLibrary *
crit_library_new (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *own_folder =
      g_build_filename (g_get_user_data_dir (), "criteria", "rules", NULL);
  const char *const *system = g_get_system_data_dirs ();

  g_strv_builder_add (folders, PKGDATADIR G_DIR_SEPARATOR_S "rules");
  for (guint i = 0; system[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (system[i], "criteria", "rules", NULL);
      g_strv_builder_add (folders, folder);
    }
  list = g_strv_builder_end (folders);
  return crit_library_new_for_folders (own_folder, (const char *const *) list);
}

/**
 * crit_library_new_for_folders:
 * @own_folder: where the user's own rules files are; made when it is needed
 * @folders: other folders
 *
 * Returns: (transfer full): a library of these folders; nothing is read yet
 */
CritLibrary *
crit_library_new_for_folders (const char *own_folder, const char *const *folders)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  CritLibrary *self = NULL;

  g_return_val_if_fail (own_folder != NULL, NULL);
  g_return_val_if_fail (folders != NULL, NULL);

  self = g_object_new (CRIT_TYPE_LIBRARY, NULL);
  self->own_folder = g_strdup (own_folder);
  g_strv_builder_add (all, own_folder);
  g_strv_builder_addv (all, (const char **) folders);
  self->folders = g_strv_builder_end (all);
  return self;
}

/**
 * crit_library_refresh:
 * @self: a library
 *
 * Reads the folders, again if need be, in another thread.
 */
void
crit_library_refresh (CritLibrary *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_LIBRARY (self));

  task = g_task_new (self, NULL, loaded_cb, GUINT_TO_POINTER (++self->n_refreshes));
  g_task_set_source_tag (task, crit_library_refresh);
  g_task_set_task_data (task, g_strdupv (self->folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * crit_library_is_loaded:
 * @self: a library
 *
 * Returns: whether the folders have been read once
 */
gboolean
crit_library_is_loaded (CritLibrary *self)
{
  g_return_val_if_fail (CRIT_IS_LIBRARY (self), FALSE);

  return self->loaded;
}

/**
 * crit_library_add_async:
 * @self: a library
 * @document: a document with rules
 * @callback: called when it is added, or is not
 * @user_data: for @callback
 *
 * Copies a rules file into the user's own folder: exactly the bytes that were read and checked.
 */
void
crit_library_add_async (CritLibrary *self,
                        CritDocument *document,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = NULL;
  GError *error = NULL;
  CritRules *rules = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (CRIT_IS_LIBRARY (self));
  g_return_if_fail (CRIT_IS_DOCUMENT (document) && crit_document_get_rules (document) != NULL);

  rules = crit_document_get_rules (document);
  name = g_strdup_printf ("%s-%.12s.json", rules->id, crit_rules_get_digest (rules));
  path = g_build_filename (self->own_folder, name, NULL);
  target = g_file_new_for_path (path);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, crit_library_add_async);
  if (!crit_file_make_folder (self->own_folder, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  crit_file_save_async (target, rules->text, NULL, NULL, added_cb, task);
}

/**
 * crit_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: %CRIT_FILE_ERROR or %G_IO_ERROR
 *
 * Returns: whether the rules file was added; the list follows soon after
 */
gboolean
crit_library_add_finish (CritLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
