/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process in which answers are given, kept as drafts and saved is killed at a random moment, a thousand times. Each time
 * what the next start finds has to be whole, and at least as new as what had been kept before the kill. */

#include "config.h"

#include "crit-draft-keeper.h"
#include "crit-session.h"
#include "record/crit-record-file.h"
#include "store/crit-draft-folder.h"
#include "store/crit-draft-slot.h"
#include "store/crit-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 1000

/* Microseconds. */
#define LATEST_KILL 12000

/* A kill is no power cut: what was written stays written. In memory a life goes through more in the same time. */
#define MEMORY "/dev/shm"

/* A draft a change, and a save every so many: a kill falls into each of them often enough. */
#define QUIET 1
#define LONGEST 2
#define CHANGES_A_SAVE 5

static const char rules_text[] =
    "{\"format\":\"criteria-rules/1\",\"id\":\"small\",\"version\":\"1\",\"title\":\"Small\","
    "\"language\":\"en-GB\",\"status\":\"draft\",\"effective-from\":\"2026-01-01\","
    "\"review-by\":\"2999-05-01\",\"about\":\"For tests.\",\"sources\":[{\"id\":\"s0\","
    "\"title\":\"A source\",\"publisher\":\"A publisher\",\"published\":\"2024-03-20\","
    "\"retrieved\":\"2026-01-01\",\"url\":\"https://example.org/\"}],"
    "\"sections\":[{\"id\":\"first\",\"title\":\"First\",\"questions\":[{\"id\":\"count\","
    "\"type\":\"integer\",\"text\":\"How many?\",\"unit\":\"times\",\"minimum\":0,\"maximum\":"
    "1000000}]}],\"criteria\":[{\"id\":\"some\",\"section\":\"first\",\"kind\":\"requirement\","
    "\"text\":\"Some.\",\"when\":{\"answer\":\"count\",\"at-least\":1},\"sources\":[{\"source\":"
    "\"s0\",\"place\":\"Page 1\",\"certainty\":\"verified\"}]}],"
    "\"cases\":[{\"name\":\"some\",\"date\":\"2026-11-20\",\"answers\":{\"count\":1},"
    "\"expect\":{\"some\":\"met\"}},{\"name\":\"none\",\"date\":\"2026-11-20\","
    "\"answers\":{\"count\":0},\"expect\":{\"some\":\"not-met\"}}]}";

/* Shared with the process that is killed: answers are numbers that go up by one. */
typedef struct
{
  guint given; /* the last answer that was given */
  guint kept;  /* the last that was on the disk, as a draft or saved, when the program said so */
  guint n_drafts;
  guint n_saves;
} Progress;

typedef struct
{
  char *home;
  char *folder;
  GFile *file;
  CritRules *rules;
  Progress *progress;
} Fixture;

static CritRules *
load_rules (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (rules_text, strlen (rules_text));
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRules *rules = crit_rules_load (text, findings);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((CritFinding *) g_ptr_array_index (findings, i))->message);
  g_assert_nonnull (rules);
  return rules;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up (Fixture *self)
{
  gboolean has_memory = access (MEMORY, W_OK) == 0;

  self->home =
      g_build_filename (has_memory ? MEMORY : g_get_tmp_dir (), "criteria-kills-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->home));
  self->folder = g_build_filename (self->home, "drafts", NULL);
  self->file = g_file_new_build_filename (self->home, "a-17.checklist", NULL);
  self->rules = load_rules ();
  self->progress = mmap (NULL, sizeof *self->progress, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (self->progress != MAP_FAILED);
}

static void
tear_down (Fixture *self)
{
  munmap (self->progress, sizeof *self->progress);
  crit_rules_unref (self->rules);
  g_object_unref (self->file);
  remove_tree (self->home);
  g_free (self->folder);
  g_free (self->home);
}

/* --- A person who never rests --- */

typedef struct
{
  Fixture *fixture;
  CritSession *session;
  CritDraftKeeper *keeper;
  guint saving; /* the answer that is being saved at least */
} Driver;

static void
set_kept (Driver *self, guint answer)
{
  Progress *progress = self->fixture->progress;

  progress->kept = MAX (progress->kept, answer);
}

static void
give_answer (Driver *self)
{
  CritPlace place =
      crit_place_of_question (crit_rules_find_question (self->fixture->rules, "count"));
  const CritAnswer answer = { .kind = CRIT_ANSWER_NUMBER,
                              .number = ++self->fixture->progress->given };

  crit_history_set_answer (crit_session_get_history (self->session), &place, &answer);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Driver *self = user_data;

  if (!crit_session_save_finish (CRIT_SESSION (source), result, NULL))
    return;
  self->fixture->progress->n_saves++;
  set_kept (self, self->saving);
}

/* What the keeper has caught up with is on the disk. */
static gboolean
work_cb (gpointer user_data)
{
  Driver *self = user_data;
  guint given = self->fixture->progress->given;

  if (!crit_draft_keeper_is_busy (self->keeper)
      && crit_draft_keeper_get_problem (self->keeper) == NULL)
    {
      self->fixture->progress->n_drafts += given > self->fixture->progress->kept;
      set_kept (self, given);
    }
  give_answer (self);
  if (given % CHANGES_A_SAVE == 0 && !crit_session_is_saving (self->session))
    {
      self->saving = given + 1;
      crit_session_save_async (self->session, self->fixture->file, CRIT_SAVE_IF_UNCHANGED, saved_cb,
                               self);
    }
  return G_SOURCE_CONTINUE;
}

/* --- A start --- */

static double
get_count (CritRecord *record, CritRules *rules)
{
  CritPlace place = crit_place_of_question (crit_rules_find_question (rules, "count"));
  const CritAnswer *answer = crit_record_get_answer (record, &place);

  return answer->kind == CRIT_ANSWER_NUMBER ? answer->number : 0;
}

static CritRecord *
read_record (GBytes *text)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  CritRecord *record = crit_record_read (text, NULL, findings);

  g_assert_nonnull (record);
  return record;
}

/* What the program offers when it is started again: the draft, or else the file, or else nothing yet. */
static CritRecord *
reopen (Fixture *self, char **digest, CritDraftSlot **slot)
{
  guint n_damaged = 0;
  g_autoptr (GPtrArray) drafts = crit_draft_folder_find (self->folder, &n_damaged);
  g_autoptr (GBytes) text = crit_file_read (self->file, NULL);
  g_autoptr (CritRecord) saved = text != NULL ? read_record (text) : NULL;
  const CritDraft *draft = drafts->len > 0 ? g_ptr_array_index (drafts, 0) : NULL;

  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_cmpuint (drafts->len, <=, 1);
  if (text != NULL)
    *digest = crit_file_dup_digest (text);
  if (draft == NULL)
    {
      *slot = crit_draft_slot_new (self->folder);
      return saved != NULL ? g_steal_pointer (&saved)
                           : crit_record_new (self->rules, "A-17", (CritDate){ 2026, 11, 20 });
    }
  *slot = crit_draft_slot_take (self->folder, draft->id, NULL);
  g_assert_nonnull (*slot);
  return read_record (draft->record);
}

/* Goes on where the last process was when it was killed. */
static void
drive (Fixture *fixture)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *digest = NULL;
  CritDraftSlot *slot = NULL;
  g_autoptr (CritRecord) record = reopen (fixture, &digest, &slot);
  Driver self = { .fixture = fixture };

  self.session = crit_session_new_for_draft (record, digest != NULL ? fixture->file : NULL, digest);
  self.keeper = crit_draft_keeper_new (self.session, slot);
  crit_draft_keeper_set_pace (self.keeper, QUIET, LONGEST);
  g_timeout_add (1, work_cb, &self);
  g_main_loop_run (loop);
}

/* What a writing that was cut short leaves: private, and in the way of nothing. It would be tidied away in a day.
 * Returns how many there were. */
static guint
remove_leftovers (const char *folder)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status = { 0 };

      if (!g_regex_match_simple ("\\.(checklist|draft)\\.[A-Za-z0-9]{6}$", name, 0, 0))
        continue;
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 07777, ==, 0600);
      g_assert_cmpint (g_remove (path), ==, 0);
      n++;
    }
  return n;
}

static GPid
start (Fixture *self)
{
  GPid process = fork ();

  if (process == 0)
    {
      drive (self);
      _exit (1);
    }
  return process;
}

static void
check (Fixture *self)
{
  CritDraftSlot *slot = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (CritRecord) record = reopen (self, &digest, &slot);
  guint count = (guint) get_count (record, self->rules);

  g_assert_cmpuint (count, >=, self->progress->kept);
  g_assert_cmpuint (count, <=, self->progress->given);
  self->progress->given = count;
  self->progress->kept = count;
  crit_draft_slot_free (slot);
}

static void
test_kills (void)
{
  Fixture self = { 0 };
  guint n_cut_short = 0;

  set_up (&self);
  for (guint i = 0; i < N_KILLS; i++)
    {
      GPid process = start (&self);
      int status = 0;

      g_usleep ((gulong) g_test_rand_int_range (0, LATEST_KILL));
      g_assert_cmpint (kill (process, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (process, &status, 0), ==, process);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      check (&self);
      n_cut_short += remove_leftovers (self.home) + remove_leftovers (self.folder);
    }
  g_test_message ("%u answers, %u drafts and %u saves; %u writings were cut short",
                  self.progress->given, self.progress->n_drafts, self.progress->n_saves,
                  n_cut_short);
  g_assert_cmpuint (self.progress->n_drafts, >, N_KILLS / 50);
  g_assert_cmpuint (self.progress->n_saves, >, N_KILLS / 50);
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kills/thousand", test_kills);
  return g_test_run ();
}
