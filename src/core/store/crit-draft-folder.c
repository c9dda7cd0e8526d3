/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/crit-draft-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "store/crit-draft-slot.h"
#include "store/crit-file.h"

/* The ending that the safe way of writing gives the file it writes first. */
#define TEMPORARY_ENDING ".XXXXXX"

/* Seconds after which a file that was being written is a leftover. */
#define LEFT_OVER_AFTER (24 * 60 * 60)

/* The id of the draft whose file is called so; %NULL where it is no draft's. */
static char *
dup_id (const char *name, const char *ending)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (name, ending))
    return NULL;
  id = g_strndup (name, strlen (name) - strlen (ending));
  return g_uuid_string_is_valid (id) ? g_steal_pointer (&id) : NULL;
}

/* Never deleted: somebody may be able to read what this program is not. */
static void
set_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, CRIT_DRAFT_DAMAGED_ENDING, NULL);

  g_rename (path, aside);
}

static CritDraft *
read_draft (const char *path, guint *n_damaged)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) text = crit_file_read (file, NULL);
  g_autoptr (GError) error = NULL;
  CritDraft *draft = text != NULL ? crit_draft_read (text, &error) : NULL;

  if (g_error_matches (error, CRIT_DRAFT_ERROR, CRIT_DRAFT_ERROR_DAMAGED))
    {
      set_aside (path);
      (*n_damaged)++;
    }
  return draft;
}

/* The program ended after the file was written and before the draft was deleted: there is nothing to go on with. */
static gboolean
is_saved (const CritDraft *draft)
{
  g_autoptr (GFile) file =
      draft->saving_uri != NULL ? g_file_new_for_uri (draft->saving_uri) : NULL;
  g_autoptr (GBytes) saved =
      file != NULL && g_file_peek_path (file) != NULL ? crit_file_read (file, NULL) : NULL;
  g_autofree char *digest = saved != NULL ? crit_file_dup_digest (saved) : NULL;

  return digest != NULL && g_strcmp0 (digest, draft->saving_digest) == 0;
}

static void
remove_draft (const char *folder, const char *id)
{
  g_autoptr (CritDraftSlot) slot = crit_draft_slot_take (folder, id, NULL);

  if (slot != NULL)
    crit_draft_slot_remove (slot, NULL);
}

static void
find_draft (const char *folder, const char *name, GPtrArray *drafts, guint *n_damaged)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *id = dup_id (name, CRIT_DRAFT_ENDING);
  CritDraft *draft = NULL;

  if (id == NULL || crit_draft_slot_is_held (folder, id))
    return;
  draft = read_draft (path, n_damaged);
  if (draft == NULL)
    return;
  if (is_saved (draft))
    {
      remove_draft (folder, id);
      crit_draft_free (draft);
      return;
    }
  draft->id = g_steal_pointer (&id);
  g_ptr_array_add (drafts, draft);
}

static gboolean
is_temporary (const char *name)
{
  gsize length = strlen (name);
  gsize ending = strlen (TEMPORARY_ENDING);
  g_autofree char *rest = length > ending ? g_strndup (name, length - ending) : NULL;
  g_autofree char *id = rest != NULL ? dup_id (rest, CRIT_DRAFT_ENDING) : NULL;

  return id != NULL && name[length - ending] == '.';
}

/* What a program leaves that ends while it writes: a file with the name of a draft and a temporary ending, or a lock.
 * Another program may be writing right now, so a day has to go by. */
static void
remove_leftover (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *locked = dup_id (name, CRIT_DRAFT_LOCK_ENDING);
  GStatBuf status = { 0 };

  if (locked != NULL)
    crit_draft_slot_is_held (folder, locked);
  else if (is_temporary (name) && g_lstat (path, &status) == 0
           && status.st_mtime < time (NULL) - LEFT_OVER_AFTER)
    g_unlink (path);
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const CritDraft *first = *(const CritDraft *const *) a;
  const CritDraft *second = *(const CritDraft *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return strcmp (first->id, second->id);
}

/**
 * crit_draft_folder_dup_path:
 *
 * Returns: (transfer full): where this person's drafts are kept
 */
char *
crit_draft_folder_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "criteria", "drafts", NULL);
}

/**
 * crit_draft_folder_find:
 * @folder: where drafts are kept; need not be there
 * @n_damaged: (inout): to this the number of drafts is added that were found damaged now
 *
 * Finds the drafts that nobody holds: those of programs that ended too early. One that is damaged is given another name,
 * so that it is found once only and never again in the way; one by a newer version of this program is left alone. One
 * whose record was saved just so is deleted: the program ended before it could. What programs left behind while they were writing is tidied away. It reads files: call it off the main loop.
 *
 * Returns: (transfer full) (element-type CritDraft): the drafts, the latest first
 */
GPtrArray *
crit_draft_folder_find (const char *folder, guint *n_damaged)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) crit_draft_free);
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_return_val_if_fail (folder != NULL && n_damaged != NULL, drafts);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      find_draft (folder, name, drafts, n_damaged);
      remove_leftover (folder, name);
    }
  g_ptr_array_sort (drafts, compare_drafts);
  return drafts;
}
