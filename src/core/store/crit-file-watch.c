/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-file-watch.h"

#include "store/crit-file.h"

/* Milliseconds without news after which a file counts as left alone: editors write in several steps. */
#define QUIET 250

struct _CritFileWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitor; /* (nullable): not every place can be watched */
  char *
      digest; /* (nullable): of the bytes as they were last seen; NULL where there are none to be read */
  guint quiet_id;
  gboolean looking;
  gboolean look_again; /* there was news while it looked */
};

G_DEFINE_FINAL_TYPE (CritFileWatch, crit_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
look_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GBytes) contents = crit_file_read (file, NULL);

  g_task_return_pointer (task, contents != NULL ? crit_file_dup_digest (contents) : NULL, g_free);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritFileWatch) self = user_data;
  g_autofree char *digest = g_task_propagate_pointer (G_TASK (result), NULL);

  self->looking = FALSE;
  if (self->look_again)
    {
      crit_file_watch_look (self);
      return;
    }
  if (g_strcmp0 (digest, self->digest) == 0)
    return;
  g_free (self->digest);
  self->digest = g_steal_pointer (&digest);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
quiet_cb (gpointer user_data)
{
  CritFileWatch *self = user_data;

  self->quiet_id = 0;
  crit_file_watch_look (self);
  return G_SOURCE_REMOVE;
}

static void
news_cb (CritFileWatch *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET, quiet_cb, self);
}

static void
crit_file_watch_dispose (GObject *object)
{
  CritFileWatch *self = CRIT_FILE_WATCH (object);

  g_clear_handle_id (&self->quiet_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (crit_file_watch_parent_class)->dispose (object);
}

static void
crit_file_watch_finalize (GObject *object)
{
  CritFileWatch *self = CRIT_FILE_WATCH (object);

  g_clear_object (&self->file);
  g_free (self->digest);
  G_OBJECT_CLASS (crit_file_watch_parent_class)->finalize (object);
}

static void
crit_file_watch_class_init (CritFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = crit_file_watch_dispose;
  object_class->finalize = crit_file_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
crit_file_watch_init (CritFileWatch *self)
{
}

/**
 * crit_file_watch_new:
 * @file: a file, which need not be there
 * @digest: (nullable): crit_file_dup_digest() of its bytes as they were read; %NULL where they could not be
 *
 * Watches a file from now on. What the system does not tell, as of a disk on the network, crit_file_watch_look() finds.
 *
 * Returns: (transfer full): the watch; to let go of it ends it
 */
CritFileWatch *
crit_file_watch_new (GFile *file, const char *digest)
{
  CritFileWatch *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (CRIT_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->digest = g_strdup (digest);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (news_cb), self,
                             G_CONNECT_SWAPPED);
  return self;
}

/**
 * crit_file_watch_look:
 * @self: a watch
 *
 * Looks at the file now, in another thread, whatever the system has told: for when somebody comes back to a window.
 */
void
crit_file_watch_look (CritFileWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CRIT_IS_FILE_WATCH (self));

  self->look_again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  /* Not as the source of the task: the other thread may be the last to let go of that. */
  task = g_task_new (NULL, NULL, looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, crit_file_watch_look);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * crit_file_watch_get_digest:
 * @self: a watch
 *
 * Returns: (nullable): of the bytes as they were last seen; %NULL where they could not be read
 */
const char *
crit_file_watch_get_digest (CritFileWatch *self)
{
  g_return_val_if_fail (CRIT_IS_FILE_WATCH (self), NULL);

  return self->digest;
}
