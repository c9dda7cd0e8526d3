/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "record/crit-history.h"
#include "screening/crit-screening.h"

/* Goes through the shipped rules files by chance, from an empty record on: each step answers one thing that was open,
   makes a date more exact, adds an entry to a list that is not complete, or completes it. What completions there are
   only becomes less, and so design section 4 implies:
     - a status that is known stays as it is;
     - what is not listed as still mattering to a criterion changes nothing about it, neither its status nor the rest of
       what is listed;
     - to say why something is unknown changes nothing anywhere;
     - a status is unknown if and only if something is listed.
   Environment: CRITERIA_WALK_SEED is the seed, and CRITERIA_WALK_COUNT how many walks to go. */
#define DEFAULT_WALKS 12
#define STEPS 45
#define MOST_ENTRIES 4

typedef struct
{
  GRand *random;
  CritHistory *history;
  CritRecord *record;
  CritRules *rules;
  CritScreening *screening;
  guint seed;
  guint n_steps;
  guint n_changed;
} Walk;

static guint
pick (Walk *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static char *
dup_open (const CritOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outcome->open->len; i++)
    {
      g_autofree char *pointer =
          crit_place_dup_pointer (&g_array_index (outcome->open, CritPlace, i));

      g_string_append_printf (text, "%s ", pointer);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_listed (const CritOutcome *outcome, const CritPlace *place)
{
  for (guint i = 0; i < outcome->open->len; i++)
    if (crit_place_equal (&g_array_index (outcome->open, CritPlace, i), place))
      return TRUE;
  return FALSE;
}

static gboolean
is_right (const CritOutcome *before, const CritOutcome *after, gboolean may_change)
{
  g_autofree char *open_before = dup_open (before);
  g_autofree char *open_after = dup_open (after);

  if (after->imprecise || (after->status == CRIT_STATUS_UNKNOWN) != (after->open->len > 0))
    return FALSE;
  if (may_change && before->status == CRIT_STATUS_UNKNOWN)
    return TRUE;
  return after->status == before->status && strcmp (open_after, open_before) == 0;
}

static void
fail (Walk *self, const CritPlace *place, const CritOutcome *before, const CritOutcome *after)
{
  g_autofree char *pointer = crit_place_dup_pointer (place);
  g_autofree char *open_before = dup_open (before);
  g_autofree char *open_after = dup_open (after);

  g_test_message (
      "seed %u, step %u, at %s: %s was %s, open: %s; now %s%s, open: %s", self->seed, self->n_steps,
      pointer, before->criterion->id, crit_status_get_code (before->status), open_before,
      crit_status_get_code (after->status), after->imprecise ? " (imprecise)" : "", open_after);
  g_test_fail ();
}

/* A note says nothing of its own: before it is known whether it applies, it is shown. */
static void
check (Walk *self, const CritPlace *place, gboolean says_something)
{
  g_autoptr (CritScreening) screening = crit_screening_new (self->record);

  for (guint i = 0; i < self->rules->criteria->len; i++)
    {
      const CritCriterion *criterion = self->rules->criteria->pdata[i];
      const CritOutcome *before = crit_screening_get_outcome (self->screening, criterion);
      const CritOutcome *after = crit_screening_get_outcome (screening, criterion);

      if (criterion->kind == CRIT_KIND_NOTE)
        continue;
      if (!is_right (before, after, says_something && is_listed (before, place)))
        fail (self, place, before, after);
      self->n_changed += before->status != after->status ? 1 : 0;
    }
  crit_screening_unref (self->screening);
  self->screening = g_steal_pointer (&screening);
  self->n_steps++;
}

static CritAnswer
pick_unknown (Walk *self)
{
  CritAnswer answer = { .kind = CRIT_ANSWER_UNKNOWN };

  answer.unknown = (CritUnknown) pick (self, 4);
  return answer;
}

/* A day among those that are left, told to the year, to the month or to the day. */
static CritAnswer
pick_date (Walk *self, const CritQuestion *question, const CritAnswer *present)
{
  gboolean partial = present->kind == CRIT_ANSWER_DATE;
  CritDate first = partial ? present->date : (CritDate){ 2019, 0, 0 };
  CritDate last = partial ? present->date : (CritDate){ 2026, 0, 0 };
  double from = MAX (crit_date_get_first_day (first), question->minimum);
  double to = MIN (crit_date_get_last_day (last), question->maximum);
  CritAnswer answer = { .kind = CRIT_ANSWER_DATE };

  if (!partial && question->ongoing && pick (self, 4) == 0)
    return (CritAnswer){ .kind = CRIT_ANSWER_ONGOING };
  answer.date =
      crit_date_from_day ((CritDay) from + (CritDay) pick (self, (guint) (to - from) + 1));
  if (pick (self, 2) == 0)
    answer.date.day = 0;
  if (answer.date.day == 0 && !partial && pick (self, 2) == 0)
    answer.date.month = 0;
  return answer;
}

static CritAnswer
pick_number (Walk *self, const CritQuestion *question)
{
  double low = isfinite (question->minimum) ? question->minimum : 0;
  double high = isfinite (question->maximum) ? question->maximum : low + 200;
  CritAnswer answer = { .kind = CRIT_ANSWER_NUMBER };

  answer.number = low + pick (self, (guint) (MIN (high, low + 200) - low) + 1);
  return answer;
}

static CritAnswer
pick_choice (Walk *self, const CritQuestion *question)
{
  static const char *const texts[] = { "Tianeptine", " tianeptine", "Another" };
  CritAnswer answer = { .kind = CRIT_ANSWER_OPTION };

  if (question->other && pick (self, 5) == 0)
    answer = (CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = (char *) texts[pick (self, 3)] };
  else
    answer.option = pick (self, question->options->options->len);
  return answer;
}

static CritAnswer
pick_value (Walk *self, const CritQuestion *question, const CritAnswer *present)
{
  switch (question->type)
    {
    case CRIT_QUESTION_BOOLEAN:
      return (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = pick (self, 2) == 0 };
    case CRIT_QUESTION_CHOICE:
      return pick_choice (self, question);
    case CRIT_QUESTION_INTEGER:
    case CRIT_QUESTION_DECIMAL:
      return pick_number (self, question);
    case CRIT_QUESTION_DATE:
      return pick_date (self, question, present);
    default:
      return (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = (char *) "Some words" };
    }
}

static gboolean
is_open (const CritAnswer *answer)
{
  return answer->kind == CRIT_ANSWER_OPEN || answer->kind == CRIT_ANSWER_UNKNOWN
         || (answer->kind == CRIT_ANSWER_DATE && !crit_date_is_whole (answer->date));
}

/* The answer need not be a value: one that is open may become unknown, and unknown for another reason. */
static void
answer_place (Walk *self, const CritPlace *place)
{
  const CritAnswer *present = crit_record_get_answer (self->record, place);
  gboolean unknown = present->kind != CRIT_ANSWER_DATE && pick (self, 5) == 0;
  CritAnswer answer =
      unknown ? pick_unknown (self) : pick_value (self, crit_place_get_question (place), present);

  crit_history_set_answer (self->history, place, &answer);
  check (self, place, !unknown);
}

static const CritEntries *
get_entries (Walk *self, const CritQuestion *list)
{
  const CritAnswer *answer = &crit_record_get_answers (self->record)[list->slot];

  return answer->kind == CRIT_ANSWER_LIST ? answer->entries : NULL;
}

static void
go_on_with_list (Walk *self, const CritQuestion *list)
{
  const CritEntries *entries = get_entries (self, list);
  CritAnswer yes = { .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE };
  CritPlace place = crit_place_of_complete (list);
  guint n = entries != NULL ? entries->n_entries : 0;

  if (entries != NULL && crit_entries_is_complete (entries))
    return;
  if (n < MOST_ENTRIES && pick (self, 3) > 0)
    crit_history_add_entry (self->history, list);
  else
    crit_history_set_answer (self->history, &place, &yes);
  check (self, &place, TRUE);
}

static void
go_on_with_entry (Walk *self, const CritQuestion *list, guint n)
{
  CritPlace place = crit_place_of_field (list, pick (self, n),
                                         list->fields->pdata[pick (self, list->fields->len)]);

  if (is_open (crit_record_get_answer (self->record, &place)))
    answer_place (self, &place);
}

/* Lists have most to answer. */
static const CritQuestion *
pick_question (Walk *self)
{
  const GPtrArray *questions = self->rules->questions;
  const CritQuestion *question = NULL;
  guint most = pick (self, 3) == 0 ? 50 : 1;

  for (guint i = 0; i < most && (i == 0 || question->type != CRIT_QUESTION_LIST); i++)
    question = questions->pdata[pick (self, questions->len)];
  return question;
}

static void
take_step (Walk *self)
{
  const CritQuestion *question = pick_question (self);
  const CritEntries *entries =
      question->type == CRIT_QUESTION_LIST ? get_entries (self, question) : NULL;
  CritPlace place = crit_place_of_question (question);

  if (entries != NULL && entries->n_entries > 0 && pick (self, 5) > 0)
    go_on_with_entry (self, question, entries->n_entries);
  else if (question->type == CRIT_QUESTION_LIST)
    go_on_with_list (self, question);
  else if (is_open (crit_record_get_answer (self->record, &place)))
    answer_place (self, &place);
}

static void
walk (Walk *self)
{
  g_autoptr (CritRecord) record = crit_record_new (self->rules, "A-17", (CritDate){ 2026, 11, 20 });
  g_autoptr (CritHistory) history = crit_history_new (record);
  g_autoptr (GRand) random = g_rand_new_with_seed (self->seed);
  guint end = self->n_steps + STEPS;

  self->random = random;
  self->record = record;
  self->history = history;
  self->screening = crit_screening_new (record);
  for (guint i = 0; i < 10 * STEPS && self->n_steps < end; i++)
    take_step (self);
  crit_screening_unref (self->screening);
}

static guint
get_number (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static CritRules *
load (const char *path)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return crit_rules_load (bytes, findings);
}

static void
walk_all (const char *path, guint seed)
{
  g_autoptr (CritRules) rules = load (path);
  Walk self = { .rules = rules };
  guint n = get_number ("CRITERIA_WALK_COUNT", DEFAULT_WALKS);

  g_assert_nonnull (rules);
  g_test_message ("seeds from %u on", seed);
  for (guint i = 0; i < n; i++)
    {
      self.seed = seed + i;
      walk (&self);
    }
  g_test_message ("%u walks of %u steps; %u statuses became known", n, self.n_steps,
                  self.n_changed);
  g_assert_cmpuint (self.n_steps, >=, n * STEPS / 2);
  g_assert_cmpuint (self.n_changed, >=, n);
}

static void
test_same (gconstpointer path)
{
  walk_all (path, get_number ("CRITERIA_WALK_SEED", 1));
}

/* Others every time. */
static void
test_fresh (gconstpointer path)
{
  if (g_getenv ("CRITERIA_WALK_SEED") != NULL)
    g_test_skip ("A seed was given.");
  else
    walk_all (path, (guint) g_random_int_range (1000000, 1000000000));
}

static void
add_test (const char *name, const char *kind, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/walk/", kind, "/", name, NULL);

  g_test_add_data_func_full (path, g_build_filename (RULES_DIR, name, NULL), test, g_free);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = g_dir_open (RULES_DIR, 0, NULL);
  const char *name = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        add_test (name, "same", test_same);
        add_test (name, "fresh", test_fresh);
      }
  return g_test_run ();
}
