/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-draft-slot.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/crit-file.h"

/* Who only looks whether a slot is held holds it for a moment itself. */
#define TRIES 20
#define PAUSE 5000 /* microseconds */

/* A draft is replaced each time it is written, and a lock on it would be lost: the lock is on a file beside it. */
struct _CritDraftSlot
{
  char *folder;
  char *id;
  char *path;
  char *lock_path;
  int lock; /* -1 while nothing is kept here */
};

static CritDraftSlot *
slot_new (const char *folder, const char *id)
{
  CritDraftSlot *self = g_new0 (CritDraftSlot, 1);

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->path = g_strconcat (folder, G_DIR_SEPARATOR_S, id, CRIT_DRAFT_ENDING, NULL);
  self->lock_path = g_strconcat (folder, G_DIR_SEPARATOR_S, id, CRIT_DRAFT_LOCK_ENDING, NULL);
  self->lock = -1;
  return self;
}

/* Whether @path still names the file that is open: whoever let go of a lock has deleted it. */
static gboolean
is_same_file (int file, const char *path)
{
  GStatBuf by_path = { 0 };
  struct stat open = { 0 };

  return fstat (file, &open) == 0 && g_stat (path, &by_path) == 0 && open.st_dev == by_path.st_dev
         && open.st_ino == by_path.st_ino;
}

typedef enum
{
  LOCKED,
  HELD_BY_ANOTHER,
  TRY_AGAIN,
} Attempt;

/* A file system without locks must not keep anybody from keeping drafts: there nobody knows who holds what. */
static Attempt
try_to_lock (CritDraftSlot *self)
{
  int file = g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (file < 0)
    return LOCKED;
  if (flock (file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      close (file);
      return HELD_BY_ANOTHER;
    }
  if (!is_same_file (file, self->lock_path))
    {
      close (file);
      return TRY_AGAIN;
    }
  self->lock = file;
  return LOCKED;
}

static gboolean
lock (CritDraftSlot *self)
{
  Attempt attempt = LOCKED;

  if (self->lock >= 0)
    return TRUE;
  for (guint i = 0; i < TRIES; i++)
    {
      attempt = try_to_lock (self);
      if (attempt == LOCKED)
        return TRUE;
      if (attempt == HELD_BY_ANOTHER)
        g_usleep (PAUSE);
    }
  return FALSE;
}

static void
unlock (CritDraftSlot *self)
{
  if (self->lock < 0)
    return;
  g_unlink (self->lock_path);
  close (self->lock);
  self->lock = -1;
}

/**
 * crit_draft_slot_new:
 * @folder: where drafts are kept; made when something is
 *
 * Makes a slot with a name of its own, at random, which tells nothing about the record.
 *
 * Returns: (transfer full): the slot; there is no file yet
 */
CritDraftSlot *
crit_draft_slot_new (const char *folder)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (folder != NULL, NULL);

  return slot_new (folder, id);
}

/**
 * crit_draft_slot_take:
 * @folder: where drafts are kept
 * @id: the id of a draft that was found there
 * @error: return location for a %G_IO_ERROR_BUSY
 *
 * Takes the slot of a draft that nobody holds, so as to go on with it.
 *
 * Returns: (transfer full) (nullable): the slot; %NULL where somebody else holds it
 */
CritDraftSlot *
crit_draft_slot_take (const char *folder, const char *id, GError **error)
{
  g_autoptr (CritDraftSlot) self = NULL;

  g_return_val_if_fail (folder != NULL && id != NULL, NULL);

  self = slot_new (folder, id);
  if (lock (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _ ("The draft is open in another window."));
  return NULL;
}

/**
 * crit_draft_slot_free:
 * @self: (transfer full): a slot
 *
 * Lets go of a slot. A draft that is in it stays, and can be found.
 */
void
crit_draft_slot_free (CritDraftSlot *self)
{
  unlock (self);
  g_free (self->folder);
  g_free (self->id);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
}

/**
 * crit_draft_slot_get_id:
 * @self: a slot
 *
 * Returns: (transfer none): its name
 */
const char *
crit_draft_slot_get_id (CritDraftSlot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * crit_draft_slot_read:
 * @self: a slot
 * @error: return location for a #CritFileError
 *
 * Returns: (transfer full) (nullable): the bytes of the draft in it; %NULL on error
 */
GBytes *
crit_draft_slot_read (CritDraftSlot *self, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  file = g_file_new_for_path (self->path);
  return crit_file_read (file, error);
}

/**
 * crit_draft_slot_write:
 * @self: a slot
 * @contents: the bytes of a draft
 * @error: return location for a #CritFileError, or %G_IO_ERROR_BUSY
 *
 * Puts a draft in the place of the one that is there, in the same safe way in which everything is saved. The lock comes
 * first, so that a draft which somebody still works on never looks like one that was left behind.
 *
 * Returns: whether it is on the disk
 */
gboolean
crit_draft_slot_write (CritDraftSlot *self, GBytes *contents, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL && contents != NULL, FALSE);

  if (!crit_file_make_folder (self->folder, error))
    return FALSE;
  if (!lock (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("The draft is open in another window."));
      return FALSE;
    }
  file = g_file_new_for_path (self->path);
  return crit_file_save (file, contents, NULL, error);
}

/**
 * crit_draft_slot_remove:
 * @self: a slot
 * @error: return location for a %G_IO_ERROR
 *
 * Deletes the draft in it, if there is one. Done only after the record is saved and read back, or is discarded.
 *
 * Returns: whether there is none now
 */
gboolean
crit_draft_slot_remove (CritDraftSlot *self, GError **error)
{
  int code = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (g_unlink (self->path) != 0 && errno != ENOENT && errno != ENOTDIR)
    {
      code = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   /* Translators: a file, and why it cannot be deleted. */
                   _ ("The draft “%1$s” cannot be deleted: %2$s."), self->path, g_strerror (code));
      return FALSE;
    }
  unlock (self);
  return TRUE;
}

/**
 * crit_draft_slot_is_held:
 * @folder: where drafts are kept
 * @id: the id of a draft
 *
 * A lock that nobody holds any more was left by a program that ended before it could take it away, and is deleted.
 *
 * Returns: whether somebody holds its slot now
 */
gboolean
crit_draft_slot_is_held (const char *folder, const char *id)
{
  g_autoptr (CritDraftSlot) self = NULL;
  gboolean held = FALSE;

  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  self = slot_new (folder, id);
  self->lock = g_open (self->lock_path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  if (self->lock < 0)
    return FALSE;
  held = (flock (self->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
         || !is_same_file (self->lock, self->lock_path);
  if (held)
    {
      close (self->lock);
      self->lock = -1;
    }
  return held;
}
