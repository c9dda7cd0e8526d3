/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-draft-list.h"

#include "store/crit-draft-folder.h"

struct _CritDraftList
{
  GObject parent_instance;

  char *folder;
  GPtrArray *drafts;
  guint n_damaged;
  guint n_refreshes; /* begun so far */
};

enum
{
  PROP_N_DAMAGED = 1,
  N_PROPS
};

enum
{
  REFRESHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void crit_draft_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CritDraftList,
                               crit_draft_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      crit_draft_list_list_model_init))

/* What a thread found. */
typedef struct
{
  GPtrArray *drafts;
  guint n_damaged;
} Found;

static void
found_free (Found *found)
{
  g_ptr_array_unref (found->drafts);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static void
find_in_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  Found *found = g_new0 (Found, 1);

  found->drafts = crit_draft_folder_find (folder, &found->n_damaged);
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static const CritDraft *
find_same (GPtrArray *drafts, const CritDraft *draft)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const CritDraft *other = g_ptr_array_index (drafts, i);

      if (g_str_equal (other->id, draft->id) && g_bytes_equal (other->record, draft->record))
        return other;
    }
  return NULL;
}

static void
remove_at (CritDraftList *self, guint position)
{
  g_ptr_array_remove_index (self->drafts, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* What is listed already keeps its row, and the row its focus; what was discarded stays listed, to be had back. */
static void
merge (CritDraftList *self, GPtrArray *drafts)
{
  for (guint i = self->drafts->len; i > 0; i--)
    {
      CritFoundDraft *item = g_ptr_array_index (self->drafts, i - 1);
      const CritDraft *same = find_same (drafts, crit_found_draft_get_draft (item));

      if (same != NULL)
        g_ptr_array_remove (drafts, (gpointer) same);
      else if (!crit_found_draft_is_discarded (item))
        remove_at (self, i - 1);
    }
  for (guint i = drafts->len; i > 0; i--)
    {
      CritDraft *draft = g_ptr_array_steal_index (drafts, i - 1);

      g_ptr_array_insert (self->drafts, 0, crit_found_draft_new (self->folder, draft));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
    }
}

/* Of two readings under way the one begun later counts; what either found damaged it has set aside for good. */
static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CritDraftList *self = CRIT_DRAFT_LIST (object);
  g_autoptr (Found) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found->n_damaged > 0)
    {
      self->n_damaged += found->n_damaged;
      g_object_notify_by_pspec (object, properties[PROP_N_DAMAGED]);
    }
  if (GPOINTER_TO_UINT (user_data) != self->n_refreshes)
    return;
  merge (self, found->drafts);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static GType
crit_draft_list_get_item_type (GListModel *model)
{
  return CRIT_TYPE_FOUND_DRAFT;
}

static guint
crit_draft_list_get_n_items (GListModel *model)
{
  return CRIT_DRAFT_LIST (model)->drafts->len;
}

static gpointer
crit_draft_list_get_item (GListModel *model, guint position)
{
  CritDraftList *self = CRIT_DRAFT_LIST (model);

  if (position >= self->drafts->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->drafts, position));
}

static void
crit_draft_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = crit_draft_list_get_item_type;
  iface->get_n_items = crit_draft_list_get_n_items;
  iface->get_item = crit_draft_list_get_item;
}

static void
crit_draft_list_finalize (GObject *object)
{
  CritDraftList *self = CRIT_DRAFT_LIST (object);

  g_ptr_array_unref (self->drafts);
  g_free (self->folder);
  G_OBJECT_CLASS (crit_draft_list_parent_class)->finalize (object);
}

static void
crit_draft_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_DAMAGED:
      g_value_set_uint (value, CRIT_DRAFT_LIST (object)->n_damaged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_draft_list_class_init (CritDraftListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = crit_draft_list_finalize;
  object_class->get_property = crit_draft_list_get_property;

  properties[PROP_N_DAMAGED] = g_param_spec_uint ("n-damaged", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
crit_draft_list_init (CritDraftList *self)
{
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * crit_draft_list_new:
 * @folder: where drafts are kept; need not be there
 *
 * Returns: (transfer full): a list; nothing is looked for yet
 */
CritDraftList *
crit_draft_list_new (const char *folder)
{
  CritDraftList *self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (CRIT_TYPE_DRAFT_LIST, NULL);
  self->folder = g_strdup (folder);
  return self;
}

/**
 * crit_draft_list_get_folder:
 * @self: a list of drafts
 *
 * Returns: (transfer none): where drafts are kept, those of this run too
 */
const char *
crit_draft_list_get_folder (CritDraftList *self)
{
  g_return_val_if_fail (CRIT_IS_DRAFT_LIST (self), NULL);

  return self->folder;
}

/**
 * crit_draft_list_get_n_damaged:
 * @self: a list of drafts
 *
 * Returns: how many were found in this run that could not be read and were set aside
 */
guint
crit_draft_list_get_n_damaged (CritDraftList *self)
{
  g_return_val_if_fail (CRIT_IS_DRAFT_LIST (self), 0);

  return self->n_damaged;
}

/**
 * crit_draft_list_refresh:
 * @self: a list of drafts
 *
 * Looks into the folder, again if need be, in another thread.
 */
void
crit_draft_list_refresh (CritDraftList *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_DRAFT_LIST (self));

  task = g_task_new (self, NULL, found_cb, GUINT_TO_POINTER (++self->n_refreshes));
  g_task_set_source_tag (task, crit_draft_list_refresh);
  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * crit_draft_list_find:
 * @self: a list of drafts
 * @file: where a record is saved
 *
 * Returns: (transfer none) (nullable): the latest draft of this file that was left behind and is not discarded
 */
CritFoundDraft *
crit_draft_list_find (CritDraftList *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (CRIT_IS_DRAFT_LIST (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  uri = g_file_get_uri (file);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      CritFoundDraft *item = g_ptr_array_index (self->drafts, i);

      if (!crit_found_draft_is_discarded (item)
          && g_strcmp0 (crit_found_draft_get_draft (item)->file_uri, uri) == 0)
        return item;
    }
  return NULL;
}
