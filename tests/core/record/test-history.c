/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record-fixture.h"

#include "record/crit-history.h"

typedef enum
{
  SET,       /* at, value: JSON; NULL takes the answer back */
  ADD,       /* at: a list */
  REMOVE,    /* at: an entry */
  MOVE,      /* at: an entry; value: where to */
  DUPLICATE, /* at: an entry */
  REFERENCE, /* value */
  DATE,      /* value */
  NAME,      /* value */
  LEAVE,     /* end typing */
  UNDO,
  REDO,
  SAVE,
} Command;

/**
 * Step:
 * @answers: all answers after the command, as compact JSON; NULL where they are the same as before it
 * @undo: (nullable): what undo says afterwards, NULL where there is nothing to undo
 * @redo: (nullable): the same for redo
 * @modified: whether the record differs from the saved one afterwards
 * @n_changed: how often the record told of a change
 */
typedef struct
{
  Command command;
  const char *at;
  const char *value;
  const char *answers;
  const char *undo;
  const char *redo;
  gboolean modified;
  guint n_changed;
} Step;

typedef struct
{
  CritRecord *record;
  CritHistory *history;
  guint n_changed;
  GHashTable *notified; /* property to how often, as a number */
} Stage;

#define LIST(entries) "{\"trials\":{\"entries\":[" entries "]}}"
#define SERTRALINE "{\"medicine\":\"sertraline\"}"
#define VENLAFAXINE "{\"medicine\":\"venlafaxine\"}"

static const Step simple[] = {
  { SET, "/psychosis", "true", "{\"psychosis\":true}", "Answer “Psychosis”", NULL, TRUE, 1 },
  { SET, "/psychosis", "true", NULL, "Answer “Psychosis”", NULL, TRUE, 0 },
  { SET, "/psychosis", "false", "{\"psychosis\":false}", "Change “Psychosis”", NULL, TRUE, 1 },
  { SET, "/psychosis", NULL, "{}", "Clear “Psychosis”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"psychosis\":false}", "Change “Psychosis”", "Clear “Psychosis”", TRUE, 1 },
  { UNDO, NULL, NULL, "{\"psychosis\":true}", "Answer “Psychosis”", "Change “Psychosis”", TRUE, 1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “Psychosis”", FALSE, 1 },
  { UNDO, NULL, NULL, NULL, NULL, "Answer “Psychosis”", FALSE, 0 },
  { REDO, NULL, NULL, "{\"psychosis\":true}", "Answer “Psychosis”", "Change “Psychosis”", TRUE, 1 },
  { REDO, NULL, NULL, "{\"psychosis\":false}", "Change “Psychosis”", "Clear “Psychosis”", TRUE, 1 },
  { SET, "/age", "0", "{\"age\":0,\"psychosis\":false}", "Answer “Age”", NULL, TRUE, 1 },
  { REDO, NULL, NULL, NULL, "Answer “Age”", NULL, TRUE, 0 },
  { UNDO, NULL, NULL, "{\"psychosis\":false}", "Change “Psychosis”", "Answer “Age”", TRUE, 1 },
};

static const Step saving[] = {
  { SAVE, NULL, NULL, NULL, NULL, NULL, FALSE, 0 },
  { SET, "/psychosis", "true", "{\"psychosis\":true}", "Answer “Psychosis”", NULL, TRUE, 1 },
  { SAVE, NULL, NULL, NULL, "Answer “Psychosis”", NULL, FALSE, 0 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “Psychosis”", TRUE, 1 },
  { REDO, NULL, NULL, "{\"psychosis\":true}", "Answer “Psychosis”", NULL, FALSE, 1 },
  { SET, "/psychosis", "false", "{\"psychosis\":false}", "Change “Psychosis”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"psychosis\":true}", "Answer “Psychosis”", "Change “Psychosis”", FALSE,
    1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “Psychosis”", TRUE, 1 },
  /* What was saved is gone for good: as many changes on are not the same ones. */
  { SET, "/psychosis", "false", "{\"psychosis\":false}", "Answer “Psychosis”", NULL, TRUE, 1 },
  { SET, "/psychosis", "true", "{\"psychosis\":true}", "Change “Psychosis”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"psychosis\":false}", "Answer “Psychosis”", "Change “Psychosis”", TRUE,
    1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “Psychosis”", TRUE, 1 },
};

static const Step typing[] = {
  { SET, "/words", "\"a\"", "{\"words\":\"a\"}", "Answer “In a few words”", NULL, TRUE, 1 },
  { SET, "/words", "\"ab\"", "{\"words\":\"ab\"}", "Answer “In a few words”", NULL, TRUE, 1 },
  { SET, "/words", "\"abc\"", "{\"words\":\"abc\"}", "Answer “In a few words”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “In a few words”", FALSE, 1 },
  { REDO, NULL, NULL, "{\"words\":\"abc\"}", "Answer “In a few words”", NULL, TRUE, 1 },
  /* After redo, and after leaving the field, typing begins a change of its own. */
  { SET, "/words", "\"abcd\"", "{\"words\":\"abcd\"}", "Change “In a few words”", NULL, TRUE, 1 },
  { LEAVE, NULL, NULL, NULL, "Change “In a few words”", NULL, TRUE, 0 },
  { SET, "/words", "\"x\"", "{\"words\":\"x\"}", "Change “In a few words”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"words\":\"abcd\"}", "Change “In a few words”", "Change “In a few words”",
    TRUE, 1 },
  { UNDO, NULL, NULL, "{\"words\":\"abc\"}", "Answer “In a few words”", "Change “In a few words”",
    TRUE, 1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “In a few words”", FALSE, 1 },
};

static const Step typing_elsewhere[] = {
  { SET, "/age", "4", "{\"age\":4}", "Answer “Age”", NULL, TRUE, 1 },
  { SET, "/age", "41", "{\"age\":41}", "Answer “Age”", NULL, TRUE, 1 },
  { SET, "/weight", "7", "{\"age\":41,\"weight\":7}", "Answer “Weight”", NULL, TRUE, 1 },
  { SET, "/age", "42", "{\"age\":42,\"weight\":7}", "Change “Age”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"age\":41,\"weight\":7}", "Answer “Weight”", "Change “Age”", TRUE, 1 },
  { UNDO, NULL, NULL, "{\"age\":41}", "Answer “Age”", "Answer “Weight”", TRUE, 1 },
  { UNDO, NULL, NULL, "{}", NULL, "Answer “Age”", FALSE, 1 },
};

static const Step typing_and_back[] = {
  { SET, "/age", "4", "{\"age\":4}", "Answer “Age”", NULL, TRUE, 1 },
  { SET, "/age", NULL, "{}", NULL, NULL, FALSE, 1 },
  { SET, "/age", "5", "{\"age\":5}", "Answer “Age”", NULL, TRUE, 1 },
  { SAVE, NULL, NULL, NULL, "Answer “Age”", NULL, FALSE, 0 },
  { SET, "/age", "51", "{\"age\":51}", "Change “Age”", NULL, TRUE, 1 },
  { SET, "/age", "5", "{\"age\":5}", "Answer “Age”", NULL, FALSE, 1 },
  /* A reason chosen for not knowing is not typed. */
  { SET, "/age", "{\"unknown\":\"awaiting\"}", "{\"age\":{\"unknown\":\"awaiting\"}}",
    "Change “Age”", NULL, TRUE, 1 },
  { SET, "/age", "6", "{\"age\":6}", "Change “Age”", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, "{\"age\":{\"unknown\":\"awaiting\"}}", "Change “Age”", "Change “Age”", TRUE,
    1 },
  { UNDO, NULL, NULL, "{\"age\":5}", "Answer “Age”", "Change “Age”", FALSE, 1 },
};

static const Step entries[] = {
  { ADD, "/trials", NULL, LIST ("{}"), "Add Antidepressant 1", NULL, TRUE, 1 },
  { SET, "/trials/entries/0/medicine", "\"sertraline\"", LIST (SERTRALINE),
    "Answer “Antidepressant 1: Medicine”", NULL, TRUE, 1 },
  { ADD, "/trials", NULL, LIST (SERTRALINE ",{}"), "Add Antidepressant 2", NULL, TRUE, 1 },
  { SET, "/trials/entries/1/medicine", "\"venlafaxine\"", LIST (SERTRALINE "," VENLAFAXINE),
    "Answer “Antidepressant 2: Medicine”", NULL, TRUE, 1 },
  { MOVE, "/trials/entries/0", "1", LIST (VENLAFAXINE "," SERTRALINE), "Move Sertraline", NULL,
    TRUE, 1 },
  { MOVE, "/trials/entries/1", "1", NULL, "Move Sertraline", NULL, TRUE, 0 },
  { DUPLICATE, "/trials/entries/0", NULL, LIST (VENLAFAXINE "," VENLAFAXINE "," SERTRALINE),
    "Duplicate Venlafaxine", NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/2", NULL, LIST (VENLAFAXINE "," VENLAFAXINE), "Remove Sertraline",
    NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/0", NULL, LIST (VENLAFAXINE), "Remove Venlafaxine", NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/0", NULL, LIST (""), "Remove Venlafaxine", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, LIST (VENLAFAXINE), "Remove Venlafaxine", "Remove Venlafaxine", TRUE, 1 },
  { UNDO, NULL, NULL, LIST (VENLAFAXINE "," VENLAFAXINE), "Remove Sertraline", "Remove Venlafaxine",
    TRUE, 1 },
  { UNDO, NULL, NULL, LIST (VENLAFAXINE "," VENLAFAXINE "," SERTRALINE), "Duplicate Venlafaxine",
    "Remove Sertraline", TRUE, 1 },
  { UNDO, NULL, NULL, LIST (VENLAFAXINE "," SERTRALINE), "Move Sertraline", "Duplicate Venlafaxine",
    TRUE, 1 },
  { UNDO, NULL, NULL, LIST (SERTRALINE "," VENLAFAXINE), "Answer “Antidepressant 2: Medicine”",
    "Move Sertraline", TRUE, 1 },
  { UNDO, NULL, NULL, LIST (SERTRALINE ",{}"), "Add Antidepressant 2",
    "Answer “Antidepressant 2: Medicine”", TRUE, 1 },
  { UNDO, NULL, NULL, LIST (SERTRALINE), "Answer “Antidepressant 1: Medicine”",
    "Add Antidepressant 2", TRUE, 1 },
  { UNDO, NULL, NULL, LIST ("{}"), "Add Antidepressant 1", "Answer “Antidepressant 1: Medicine”",
    TRUE, 1 },
  { UNDO, NULL, NULL, "{}", NULL, "Add Antidepressant 1", FALSE, 1 },
};

static const Step complete[] = {
  { SET, "/trials", "{\"unknown\":\"awaiting\"}", "{\"trials\":{\"unknown\":\"awaiting\"}}",
    "Answer “Antidepressants”", NULL, TRUE, 1 },
  { ADD, "/trials", NULL, LIST ("{}"), "Add Antidepressant 1", NULL, TRUE, 1 },
  { SET, "/trials/complete", "true", "{\"trials\":{\"entries\":[{}],\"complete\":true}}",
    "Answer “Antidepressants: any more?”", NULL, TRUE, 1 },
  { SET, "/trials/complete", "false", "{\"trials\":{\"entries\":[{}],\"complete\":false}}",
    "Change “Antidepressants: any more?”", NULL, TRUE, 1 },
  { SET, "/trials/complete", NULL, LIST ("{}"), "Clear “Antidepressants: any more?”", NULL, TRUE,
    1 },
  { UNDO, NULL, NULL, "{\"trials\":{\"entries\":[{}],\"complete\":false}}",
    "Change “Antidepressants: any more?”", "Clear “Antidepressants: any more?”", TRUE, 1 },
  { UNDO, NULL, NULL, "{\"trials\":{\"entries\":[{}],\"complete\":true}}",
    "Answer “Antidepressants: any more?”", "Change “Antidepressants: any more?”", TRUE, 1 },
  /* To add an entry says that the list was not complete; to remove or to move one does not. */
  { ADD, "/trials", NULL, LIST ("{},{}"), "Add Antidepressant 2", NULL, TRUE, 1 },
  { SET, "/trials/complete", "true", "{\"trials\":{\"entries\":[{},{}],\"complete\":true}}",
    "Answer “Antidepressants: any more?”", NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/1", NULL, "{\"trials\":{\"entries\":[{}],\"complete\":true}}",
    "Remove Antidepressant 2", NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/0", NULL, "{\"trials\":{\"entries\":[],\"complete\":true}}",
    "Remove Antidepressant 1", NULL, TRUE, 1 },
  { SET, "/trials", NULL, "{}", "Clear “Antidepressants”", NULL, TRUE, 1 },
  { SET, "/trials/complete", "true", "{\"trials\":{\"entries\":[],\"complete\":true}}",
    "Answer “Antidepressants: any more?”", NULL, TRUE, 1 },
};

static const Step typing_in_entry[] = {
  { ADD, "/trials", NULL, LIST ("{}"), "Add Antidepressant 1", NULL, TRUE, 1 },
  { SET, "/trials/entries/0/dose", "5", LIST ("{\"dose\":5}"), "Answer “Antidepressant 1: Dose”",
    NULL, TRUE, 1 },
  { SET, "/trials/entries/0/dose", "50", LIST ("{\"dose\":50}"), "Answer “Antidepressant 1: Dose”",
    NULL, TRUE, 1 },
  { SET, "/trials/entries/0/medicine", "{\"other\":\"T\"}",
    LIST ("{\"medicine\":{\"other\":\"T\"},\"dose\":50}"), "Answer “Antidepressant 1: Medicine”",
    NULL, TRUE, 1 },
  { SET, "/trials/entries/0/medicine", "{\"other\":\"Ti\"}",
    LIST ("{\"medicine\":{\"other\":\"Ti\"},\"dose\":50}"), "Answer “Antidepressant 1: Medicine”",
    NULL, TRUE, 1 },
  { UNDO, NULL, NULL, LIST ("{\"dose\":50}"), "Answer “Antidepressant 1: Dose”",
    "Answer “Antidepressant 1: Medicine”", TRUE, 1 },
  { REDO, NULL, NULL, LIST ("{\"medicine\":{\"other\":\"Ti\"},\"dose\":50}"),
    "Answer “Antidepressant 1: Medicine”", NULL, TRUE, 1 },
  { REMOVE, "/trials/entries/0", NULL, LIST (""), "Remove Ti", NULL, TRUE, 1 },
};

static const Step headings[] = {
  { REFERENCE, NULL, "A-17", NULL, NULL, NULL, FALSE, 0 },
  { REFERENCE, NULL, "B", NULL, "Change Reference", NULL, TRUE, 1 },
  { REFERENCE, NULL, "B-2", NULL, "Change Reference", NULL, TRUE, 1 },
  { DATE, NULL, "2026-11-20", NULL, "Change Reference", NULL, TRUE, 0 },
  { DATE, NULL, "2026-11-21", NULL, "Change Date", NULL, TRUE, 1 },
  { NAME, NULL, "", NULL, "Change Date", NULL, TRUE, 0 },
  { NAME, NULL, "Dr A", NULL, "Change Completed By", NULL, TRUE, 1 },
  { UNDO, NULL, NULL, NULL, "Change Date", "Change Completed By", TRUE, 1 },
  { UNDO, NULL, NULL, NULL, "Change Reference", "Change Date", TRUE, 1 },
  { UNDO, NULL, NULL, NULL, NULL, "Change Reference", FALSE, 1 },
};

static void
changed_cb (CritRecord *record, const CritPlace *place, Stage *stage)
{
  stage->n_changed++;
}

static void
notify_cb (CritHistory *history, GParamSpec *pspec, Stage *stage)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (stage->notified, pspec->name));

  g_hash_table_insert (stage->notified, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static Stage
set_up (CritRules *rules)
{
  Stage stage = { .record = crit_record_new (rules, "A-17", FIXTURE_DATE),
                  .notified = g_hash_table_new (g_str_hash, g_str_equal) };

  stage.history = crit_history_new (stage.record);
  return stage;
}

static void
tear_down (Stage *stage)
{
  g_assert_finalize_object (stage->history);
  g_assert_finalize_object (stage->record);
  g_hash_table_unref (stage->notified);
}

/* Reads @value as the answer at @pointer and makes that change. */
static void
set (Stage *stage, const char *pointer, const char *value)
{
  CritRules *rules = crit_record_get_rules (stage->record);
  CritPlace place = fixture_place (rules, pointer);
  CritPlace source = place;
  g_autoptr (CritRecord) record = NULL;
  g_autofree char *answers = NULL;

  if (value == NULL)
    answers = g_strdup ("{}");
  else if (place.complete)
    answers = g_strdup_printf ("{\"trials\":{\"entries\":[],\"complete\":%s}}", value);
  else if (place.field != NULL)
    answers = g_strdup_printf ("{\"trials\":{\"entries\":[{\"%s\":%s}]}}", place.field->id, value);
  else
    answers = g_strdup_printf ("{\"%s\":%s}", place.question->id, value);
  source.entry = MIN (source.entry, 0);
  record = fixture_record (rules, answers);
  crit_history_set_answer (stage->history, &place, crit_record_get_answer (record, &source));
}

static void
perform (Stage *stage, const Step *step)
{
  CritHistory *history = stage->history;
  CritPlace place = { .entry = -1 };
  CritDate date = { 0 };

  if (step->at != NULL)
    place = fixture_place (crit_record_get_rules (stage->record), step->at);
  switch (step->command)
    {
    case SET:
      set (stage, step->at, step->value);
      break;
    case ADD:
      crit_history_add_entry (history, place.question);
      break;
    case REMOVE:
      crit_history_remove_entry (history, place.question, (guint) place.entry);
      break;
    case MOVE:
      crit_history_move_entry (history, place.question, (guint) place.entry,
                               (guint) (step->value[0] - '0'));
      break;
    case DUPLICATE:
      crit_history_duplicate_entry (history, place.question, (guint) place.entry);
      break;
    case REFERENCE:
      crit_history_set_reference (history, step->value);
      break;
    case DATE:
      g_assert_true (crit_date_parse (step->value, &date));
      crit_history_set_date (history, date);
      break;
    case NAME:
      crit_history_set_completed_by (history, step->value);
      break;
    case LEAVE:
      crit_history_end_typing (history);
      break;
    case UNDO:
      crit_history_undo (history);
      break;
    case REDO:
      crit_history_redo (history);
      break;
    case SAVE:
      crit_history_mark_saved (history);
      break;
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  char *undo_label;
  char *redo_label;
} Face;

static Face
get_face (CritHistory *history)
{
  Face face = { 0 };

  g_object_get (history, "can-undo", &face.can_undo, "can-redo", &face.can_redo, "modified",
                &face.modified, "undo-label", &face.undo_label, "redo-label", &face.redo_label,
                NULL);
  return face;
}

static void
clear_face (Face *face)
{
  g_free (face->undo_label);
  g_free (face->redo_label);
}

static void
assert_notified (Stage *stage, const char *property, gboolean differs)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (stage->notified, property)), ==,
                    differs ? 1 : 0);
}

/* Each property is told of exactly when it is another than before. */
static void
assert_told (Stage *stage, const Face *before, const Face *after)
{
  assert_notified (stage, "can-undo", before->can_undo != after->can_undo);
  assert_notified (stage, "can-redo", before->can_redo != after->can_redo);
  assert_notified (stage, "modified", before->modified != after->modified);
  assert_notified (stage, "undo-label", g_strcmp0 (before->undo_label, after->undo_label) != 0);
  assert_notified (stage, "redo-label", g_strcmp0 (before->redo_label, after->redo_label) != 0);
}

static void
assert_step (Stage *stage, const Step *step, const char *answers_before)
{
  g_autofree char *answers = fixture_dup_answers (stage->record);
  Face face = get_face (stage->history);

  g_assert_cmpstr (answers, ==, step->answers != NULL ? step->answers : answers_before);
  g_assert_cmpstr (face.undo_label, ==, step->undo);
  g_assert_cmpstr (face.redo_label, ==, step->redo);
  g_assert_cmpint (face.can_undo, ==, step->undo != NULL);
  g_assert_cmpint (face.can_redo, ==, step->redo != NULL);
  g_assert_cmpint (face.modified, ==, step->modified);
  g_assert_cmpint (crit_history_is_modified (stage->history), ==, step->modified);
  g_assert_cmpuint (stage->n_changed, ==, step->n_changed);
  clear_face (&face);
}

static void
run_script (const Step *steps, guint n_steps)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  g_signal_connect (stage.record, "changed", G_CALLBACK (changed_cb), &stage);
  g_signal_connect (stage.history, "notify", G_CALLBACK (notify_cb), &stage);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *answers = fixture_dup_answers (stage.record);
      Face before = get_face (stage.history);
      Face after = { 0 };

      g_test_message ("step %u", i);
      stage.n_changed = 0;
      g_hash_table_remove_all (stage.notified);
      perform (&stage, &steps[i]);
      assert_step (&stage, &steps[i], answers);
      after = get_face (stage.history);
      assert_told (&stage, &before, &after);
      clear_face (&before);
      clear_face (&after);
    }
  tear_down (&stage);
}

typedef struct
{
  const char *name;
  const Step *steps;
  guint n_steps;
} Script;

#define SCRIPT(steps)                                                                              \
  {                                                                                                \
    "/history/" #steps, steps, G_N_ELEMENTS (steps)                                                \
  }

static const Script scripts[] = {
  SCRIPT (simple),           SCRIPT (saving),          SCRIPT (typing),
  SCRIPT (typing_elsewhere), SCRIPT (entries),         SCRIPT (complete),
  SCRIPT (typing_in_entry),  SCRIPT (typing_and_back), SCRIPT (headings),
};

static void
test_script (gconstpointer data)
{
  const Script *script = data;

  run_script (script->steps, script->n_steps);
}

static void
test_headings_values (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  crit_history_set_reference (stage.history, "two\nlines\xe2\x80\xae");
  g_assert_cmpstr (crit_record_get_reference (stage.record), ==, "two lines");
  crit_history_set_completed_by (stage.history, "Dr A");
  crit_history_set_date (stage.history, (CritDate){ .year = 2027, .month = 1, .day = 2 });
  g_assert_cmpstr (crit_record_get_completed_by (stage.record), ==, "Dr A");
  g_assert_cmpint (crit_record_get_date (stage.record).year, ==, 2027);
  crit_history_undo (stage.history);
  crit_history_undo (stage.history);
  crit_history_undo (stage.history);
  g_assert_cmpstr (crit_record_get_reference (stage.record), ==, "A-17");
  g_assert_null (crit_record_get_completed_by (stage.record));
  g_assert_cmpint (crit_record_get_date (stage.record).year, ==, 2026);
  tear_down (&stage);
}

/* Texts are cleaned where they come in; what is blank is no option of one's own. */
static void
test_cleaning (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  CritPlace words = fixture_place (rules, "/words");
  CritPlace story = fixture_place (rules, "/story");
  CritPlace referrer = fixture_place (rules, "/referrer");
  g_autofree char *long_text = g_strnfill (20000, 'x');

  crit_history_set_answer (
      stage.history, &words,
      &(CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = (char *) "a\r\nb\tc\x01" });
  crit_history_set_answer (stage.history, &story,
                           &(CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = (char *) "a\r\nb" });
  crit_history_set_answer (stage.history, &referrer,
                           &(CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = (char *) " \t" });
  g_assert_cmpstr (crit_record_get_answer (stage.record, &words)->text, ==, "a b c");
  g_assert_cmpstr (crit_record_get_answer (stage.record, &story)->text, ==, "a\nb");
  g_assert_cmpint (crit_record_get_answer (stage.record, &referrer)->kind, ==, CRIT_ANSWER_OPEN);
  crit_history_set_answer (stage.history, &words,
                           &(CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = long_text });
  g_assert_cmpuint (strlen (crit_record_get_answer (stage.record, &words)->text), ==, 10000);
  tear_down (&stage);
}

/* A view that writes back what it is told, and that meddles. */
static void
meddle_cb (CritRecord *record, const CritPlace *place, Stage *stage)
{
  stage->n_changed++;
  crit_history_set_reference (stage->history, "meddled");
  crit_history_undo (stage->history);
  crit_history_redo (stage->history);
}

static void
test_guard (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  CritPlace age = fixture_place (rules, "/age");

  g_signal_connect (stage.record, "changed", G_CALLBACK (meddle_cb), &stage);
  set (&stage, "/age", "41");
  g_assert_cmpfloat (crit_record_get_answer (stage.record, &age)->number, ==, 41);
  crit_history_undo (stage.history);
  g_assert_cmpint (crit_record_get_answer (stage.record, &age)->kind, ==, CRIT_ANSWER_OPEN);
  crit_history_redo (stage.history);
  g_assert_cmpfloat (crit_record_get_answer (stage.record, &age)->number, ==, 41);
  g_assert_cmpstr (crit_record_get_reference (stage.record), ==, "A-17");
  g_assert_cmpuint (stage.n_changed, ==, 3);
  tear_down (&stage);
}

/* Answers that could be saved but not read again are a mistake of the caller. */
static void
test_impossible (void)
{
  static const struct
  {
    const char *at;
    CritAnswer answer;
  } impossible[] = {
    { "/age", { .kind = CRIT_ANSWER_NUMBER, .number = 121 } },
    { "/age", { .kind = CRIT_ANSWER_NUMBER, .number = 1.5 } },
    { "/score", { .kind = CRIT_ANSWER_NUMBER, .number = 0.1 + 0.2 } },
    { "/score", { .kind = CRIT_ANSWER_NUMBER, .number = 1e300 } },
    { "/age", { .kind = CRIT_ANSWER_BOOLEAN, .boolean = TRUE } },
    { "/referrer", { .kind = CRIT_ANSWER_OPTION, .option = 2 } },
    { "/last-event", { .kind = CRIT_ANSWER_ONGOING } },
    { "/last-event", { .kind = CRIT_ANSWER_DATE, .date = { .year = 1989 } } },
    { "/trials/complete", { .kind = CRIT_ANSWER_UNKNOWN } },
    { "/trials/entries/0", { .kind = CRIT_ANSWER_UNKNOWN } },
    { "/trials/entries/0/dose", { .kind = CRIT_ANSWER_NUMBER, .number = 1 } },
    { "/trials/entries/0/outcome", { .kind = CRIT_ANSWER_OTHER, .text = (char *) "x" } },
  };
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      CritPlace place = fixture_place (rules, impossible[i].at);
      g_autofree char *answers = NULL;

      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_possible*");
      crit_history_set_answer (stage.history, &place, &impossible[i].answer);
      g_test_assert_expected_messages ();
      answers = fixture_dup_answers (stage.record);
      g_assert_cmpstr (answers, ==, "{}");
    }
  tear_down (&stage);
}

static void
test_add_returns_index (void)
{
  g_autoptr (CritRules) rules = fixture_rules ();
  Stage stage = set_up (rules);
  const CritQuestion *list = crit_rules_find_question (rules, "trials");

  g_assert_true (crit_history_get_record (stage.history) == stage.record);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (crit_history_add_entry (stage.history, list), ==, i);
  tear_down (&stage);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    g_test_add_data_func (scripts[i].name, &scripts[i], test_script);
  g_test_add_func ("/history/headings-values", test_headings_values);
  g_test_add_func ("/history/cleaning", test_cleaning);
  g_test_add_func ("/history/guard", test_guard);
  g_test_add_func ("/history/impossible", test_impossible);
  g_test_add_func ("/history/add-returns-index", test_add_returns_index);
  return g_test_run ();
}
