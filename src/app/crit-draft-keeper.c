/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-draft-keeper.h"

#include "record/crit-record-file.h"
#include "store/crit-draft.h"

/* Milliseconds: after a change that is followed by no other, and at the latest while there are ever more. */
#define QUIET 2000
#define LONGEST 10000

struct _CritDraftKeeper
{
  GObject parent_instance;

  CritSession *session;
  CritDraftSlot *slot; /* used by one task at a time */
  guint quiet;
  guint longest;

  guint timer;
  gint64
      changed_at; /* the first change that is not kept yet, in monotonic microseconds; 0 while all are */
  gboolean busy;      /* a task writes or deletes */
  gboolean again;     /* what it does is out of date already */
  GBytes *next;       /* (nullable): what is written next, before anything newer */
  guint n_awaited;    /* tasks that have to end before the file is written; 0 where no save waits */
  gboolean discarded; /* nothing is kept of this record any more */
  char *problem;
};

G_DEFINE_FINAL_TYPE (CritDraftKeeper, crit_draft_keeper, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void bring_up_to_date (CritDraftKeeper *self);
static void start_task (CritDraftKeeper *self, GBytes *draft);

/* What it says is borrowed, for as long as it is being written. */
static GBytes *
create_draft (CritDraftKeeper *self, GFile *saving, const char *saving_digest)
{
  CritRecord *record = crit_session_get_record (self->session);
  CritRules *rules = crit_session_get_rules (self->session);
  GFile *file = crit_session_get_file (self->session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *saving_uri = saving != NULL ? g_file_get_uri (saving) : NULL;
  g_autoptr (GBytes) contents = crit_record_write (record);
  const CritDraft draft = {
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .reference = (char *) crit_record_get_reference (record),
    .rules_id = (char *) rules->id,
    .rules_version = (char *) rules->version,
    .rules_digest = (char *) crit_rules_get_digest (rules),
    .rules_title = (char *) rules->title,
    .file_uri = uri,
    .file_digest = (char *) crit_session_get_digest (self->session),
    .saving_uri = saving_uri,
    .saving_digest = (char *) saving_digest,
    .record_id = (char *) crit_record_get_id (record),
    .record = contents,
  };

  return crit_draft_write (&draft);
}

static void
set_problem (CritDraftKeeper *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static gboolean
due_cb (gpointer user_data)
{
  CritDraftKeeper *self = user_data;

  self->timer = 0;
  bring_up_to_date (self);
  return G_SOURCE_REMOVE;
}

/* Waits for a pause in the changes, but never longer than allowed. */
static void
plan (CritDraftKeeper *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left = 0;

  if (self->changed_at == 0)
    self->changed_at = now;
  left = (self->changed_at - now) / 1000 + self->longest;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (left, 0, (gint64) self->quiet), due_cb, self);
}

/* What failed is tried again, without haste: disks get full, and get room again. */
static void
plan_another_try (CritDraftKeeper *self)
{
  self->changed_at = g_get_monotonic_time ();
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (self->longest, due_cb, self);
}

/* What a thread does. The keeper is not the task's, since the last reference to it might go in the thread then. */
typedef struct
{
  CritDraftSlot *slot;
  GBytes *draft; /* (nullable): to write; NULL to delete what is there */
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->draft, g_bytes_unref);
  g_free (work);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean done = work->draft != NULL ? crit_draft_slot_write (work->slot, work->draft, &error)
                                      : crit_draft_slot_remove (work->slot, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CritDraftKeeper) self = user_data;
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    set_problem (self, NULL);
  else
    {
      set_problem (self, error->message);
      if (self->next == NULL && !self->again)
        plan_another_try (self);
    }
  if (self->next != NULL)
    {
      g_autoptr (GBytes) next = g_steal_pointer (&self->next);

      start_task (self, next);
    }
  else if (self->again)
    bring_up_to_date (self);
  if (self->n_awaited > 0 && --self->n_awaited == 0)
    crit_session_go_on_saving (self->session);
  if (application != NULL)
    g_application_release (application);
}

/* The program does not end before the task has. */
static void
start_task (CritDraftKeeper *self, GBytes *draft)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_cb, g_object_ref (self));
  Work *work = g_new0 (Work, 1);

  if (application != NULL)
    g_application_hold (application);
  work->slot = self->slot;
  work->draft = draft != NULL ? g_bytes_ref (draft) : NULL;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  self->busy = TRUE;
  g_task_run_in_thread (task, work_in_thread);
}

/* There is a draft if and only if there are changes that are not saved. Its bytes are made here, since the record
 * belongs to the main loop. */
static void
bring_up_to_date (CritDraftKeeper *self)
{
  g_autoptr (GBytes) draft = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->changed_at = 0;
  if (self->busy)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  if (!self->discarded && crit_session_is_modified (self->session))
    draft = create_draft (self, NULL, NULL);
  start_task (self, draft);
}

/* The file is written only when the draft is at least as new, or cannot be written: a program that ends between the
 * writing of the file and the deleting of the draft leaves a draft that is no older than the file. It says what is about
 * to be saved, so that the next start knows whether it was. */
static void
before_saving (CritSession *session, GFile *file, const char *digest, gpointer user_data)
{
  CritDraftKeeper *self = user_data;
  g_autoptr (GBytes) draft = NULL;

  if (!crit_session_is_modified (session))
    {
      crit_session_go_on_saving (session);
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  self->changed_at = 0;
  self->again = FALSE;
  draft = create_draft (self, file, digest);
  self->n_awaited = self->busy ? 2 : 1;
  if (self->busy)
    self->next = g_steal_pointer (&draft);
  else
    start_task (self, draft);
}

static void
record_changed_cb (CritDraftKeeper *self)
{
  if (!self->discarded)
    plan (self);
}

/* The session says so once the file is saved and read back; or the changes were undone. */
static void
notify_modified_cb (CritDraftKeeper *self)
{
  if (!crit_session_is_modified (self->session))
    bring_up_to_date (self);
}

static void
crit_draft_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, CRIT_DRAFT_KEEPER (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Let go of before it was told that nothing is to be kept: what is on the disk stays there to be found. */
static void
crit_draft_keeper_dispose (GObject *object)
{
  CritDraftKeeper *self = CRIT_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session != NULL)
    crit_session_set_before_saving (self->session, NULL, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (crit_draft_keeper_parent_class)->dispose (object);
}

static void
crit_draft_keeper_finalize (GObject *object)
{
  CritDraftKeeper *self = CRIT_DRAFT_KEEPER (object);

  crit_draft_slot_free (self->slot);
  g_clear_pointer (&self->next, g_bytes_unref);
  g_free (self->problem);
  G_OBJECT_CLASS (crit_draft_keeper_parent_class)->finalize (object);
}

static void
crit_draft_keeper_class_init (CritDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = crit_draft_keeper_get_property;
  object_class->dispose = crit_draft_keeper_dispose;
  object_class->finalize = crit_draft_keeper_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
crit_draft_keeper_init (CritDraftKeeper *self)
{
  self->quiet = QUIET;
  self->longest = LONGEST;
}

/**
 * crit_draft_keeper_new:
 * @session: an open record
 * @slot: (transfer full): where its draft is kept; may hold one already, of this record
 *
 * Returns: (transfer full): a keeper, at work from now on
 */
CritDraftKeeper *
crit_draft_keeper_new (CritSession *session, CritDraftSlot *slot)
{
  CritDraftKeeper *self = NULL;

  g_return_val_if_fail (CRIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (slot != NULL, NULL);

  self = g_object_new (CRIT_TYPE_DRAFT_KEEPER, NULL);
  self->session = g_object_ref (session);
  self->slot = slot;
  crit_session_set_before_saving (session, before_saving, self);
  /* Each change of the record brings a new screening, and so does another record in its place. */
  g_signal_connect_object (session, "notify::screening", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (notify_modified_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * crit_draft_keeper_set_pace:
 * @self: a keeper
 * @quiet: after a change that is followed by no other, in milliseconds
 * @longest: after the first of many changes, in milliseconds
 *
 * Says when a draft is written. For tests: as it is made, a keeper waits 2 and at most 10 seconds.
 */
void
crit_draft_keeper_set_pace (CritDraftKeeper *self, guint quiet, guint longest)
{
  g_return_if_fail (CRIT_IS_DRAFT_KEEPER (self));

  self->quiet = quiet;
  self->longest = longest;
}

/**
 * crit_draft_keeper_flush:
 * @self: a keeper
 *
 * Begins to write at once what is not kept yet: called where the person turns away, and before anything that may take
 * long or fail.
 */
void
crit_draft_keeper_flush (CritDraftKeeper *self)
{
  g_return_if_fail (CRIT_IS_DRAFT_KEEPER (self));

  if (self->changed_at != 0)
    bring_up_to_date (self);
}

/**
 * crit_draft_keeper_discard:
 * @self: a keeper
 *
 * Deletes the draft, and keeps none any more: the person does not want the changes.
 */
void
crit_draft_keeper_discard (CritDraftKeeper *self)
{
  g_return_if_fail (CRIT_IS_DRAFT_KEEPER (self));

  self->discarded = TRUE;
  bring_up_to_date (self);
}

/**
 * crit_draft_keeper_is_busy:
 * @self: a keeper
 *
 * Returns: whether something is being written or deleted, or is going to be
 */
gboolean
crit_draft_keeper_is_busy (CritDraftKeeper *self)
{
  g_return_val_if_fail (CRIT_IS_DRAFT_KEEPER (self), FALSE);

  return self->busy || self->changed_at != 0;
}

/**
 * crit_draft_keeper_get_problem:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why no draft can be kept at present, in a sentence
 */
const char *
crit_draft_keeper_get_problem (CritDraftKeeper *self)
{
  g_return_val_if_fail (CRIT_IS_DRAFT_KEEPER (self), NULL);

  return self->problem;
}
