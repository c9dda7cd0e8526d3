/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "summary/crit-summary-private.h"

#include "json/crit-text.h"
#include "record/crit-bidi.h"

#include <glib/gi18n-lib.h>

/* The order of the checklist: question by question, entry by entry, "are these all?" last. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CritPlace *left = a;
  const CritPlace *right = b;
  guint left_slot = left->field != NULL ? left->field->slot : 0;
  guint right_slot = right->field != NULL ? right->field->slot : 0;

  if (left->question->slot != right->question->slot)
    return left->question->slot < right->question->slot ? -1 : 1;
  if (!left->complete != !right->complete)
    return left->complete ? 1 : -1;
  if (left->entry != right->entry)
    return left->entry < right->entry ? -1 : 1;
  return left_slot < right_slot ? -1 : left_slot > right_slot;
}

/* What can still change any status, each place once. */
static GArray *
list_open_places (CritScreening *screening)
{
  const CritRules *rules = crit_screening_get_rules (screening);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CritPlace));

  for (guint i = 0; i < rules->criteria->len; i++)
    {
      const CritOutcome *outcome =
          crit_screening_get_outcome (screening, rules->criteria->pdata[i]);

      for (guint j = 0; outcome->open != NULL && j < outcome->open->len; j++)
        {
          const CritPlace *place = &g_array_index (outcome->open, CritPlace, j);

          if (g_hash_table_add (seen, crit_place_dup_pointer (place)))
            g_array_append_val (places, *place);
        }
    }
  g_array_sort (places, compare_places);
  return places;
}

/**
 * crit_summary_get_number:
 * @question: a top-level question
 *
 * Answers are numbered in the order of the checklist, so that a reason can say which it comes from.
 *
 * Returns: the number of its answer, from 1
 */
guint
crit_summary_get_number (const CritQuestion *question)
{
  return question->slot + 1;
}

static void
add_open_place (GPtrArray *blocks, CritRecord *record, const CritPlace *place)
{
  g_autofree char *label = crit_place_dup_label (place);
  g_autofree char *text =
      crit_answer_to_text (crit_record_get_answer (record, place), crit_place_get_question (place));

  crit_summary_add (blocks, CRIT_BLOCK_OPEN, label, text)->number =
      crit_summary_get_number (place->question);
}

/**
 * crit_summary_add_open:
 * @blocks: where they go
 * @record: a record
 * @screening: the screening of @record
 *
 * Adds the answers that are open or unknown and can still change a status, under the section where each is asked.
 */
void
crit_summary_add_open (GPtrArray *blocks, CritRecord *record, CritScreening *screening)
{
  g_autoptr (GArray) places = list_open_places (screening);
  const CritSection *section = NULL;

  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Still open"));
  crit_summary_add (blocks, CRIT_BLOCK_PARAGRAPH, NULL,
                    places->len > 0
                        ? _ ("These answers can still change a status above. Each stands under the "
                             "section of the checklist where it is asked.")
                        : _ ("Nothing that is open or not known can change a status above."));

  for (guint i = 0; i < places->len; i++)
    {
      const CritPlace *place = &g_array_index (places, CritPlace, i);

      if (place->question->section != section)
        crit_summary_add (blocks, CRIT_BLOCK_SUBHEADING, NULL, place->question->section->title);
      section = place->question->section;
      add_open_place (blocks, record, place);
    }
}

/* What belongs to the chosen option, such as the class of a medicine, stands beside it. */
static char *
dup_answer_text (const CritAnswer *answer, const CritQuestion *question)
{
  g_autofree char *text = crit_answer_to_text (answer, question);
  g_autoptr (GString) attributes = g_string_new (NULL);
  const CritOption *option = NULL;

  if (answer->kind != CRIT_ANSWER_OPTION)
    return g_steal_pointer (&text);

  option = crit_option_set_get (question->options, answer->option);
  for (guint i = 0; i < question->options->attributes->len; i++)
    if (option->attributes[i] != NULL)
      g_string_append_printf (attributes, "%s%s", attributes->len > 0 ? ", " : "",
                              option->attributes[i]);
  if (attributes->len == 0)
    return g_steal_pointer (&text);
  /* Translators: an answer, and what belongs to it: "Sertraline (SSRI)". */
  return crit_bidi_fill (_ ("%1$s (%2$s)"), text, attributes->str);
}

/**
 * crit_summary_dup_answer:
 * @record: a record
 * @screening: its screening
 * @place: a place of one answer
 *
 * Returns: (transfer full): the answer in words, "Not asked" where there is none and none is wanted
 */
char *
crit_summary_dup_answer (CritRecord *record, CritScreening *screening, const CritPlace *place)
{
  const CritAnswer *answer = crit_record_get_answer (record, place);

  if (answer->kind == CRIT_ANSWER_OPEN && !crit_screening_is_shown (screening, place))
    return g_strdup (_ ("Not asked"));
  return dup_answer_text (answer, crit_place_get_question (place));
}

/**
 * crit_summary_get_kept:
 * @record: a record
 * @screening: its screening
 * @place: a place of one answer
 *
 * Returns: (transfer none) (nullable): that the answer is kept although its question is not asked; NULL where it is
 */
const char *
crit_summary_get_kept (CritRecord *record, CritScreening *screening, const CritPlace *place)
{
  if (crit_record_get_answer (record, place)->kind == CRIT_ANSWER_OPEN
      || crit_screening_is_shown (screening, place))
    return NULL;
  return _ ("Kept, but not counted: with the other answers this question is not asked.");
}

static char *
dup_note_text (const char *note, const char *label)
{
  if (label == NULL)
    /* Translators: %s is a note that a person wrote on an answer. */
    return g_strdup_printf (_ ("Note: %s"), note);
  /* Translators: %1$s is a question in short words, %2$s a note that a person wrote on its answer. */
  return g_strdup_printf (_ ("Note on “%1$s”: %2$s"), label, note);
}

/**
 * crit_summary_dup_note:
 * @note: what a person wrote on an answer
 * @label: (nullable): the question, where the note does not stand beside it
 *
 * A note that is read from the other side than the words before it starts a paragraph of its own.
 *
 * Returns: (transfer full): the note as it stands below the answer
 */
char *
crit_summary_dup_note (const char *note, const char *label)
{
  g_autofree char *text = dup_note_text (note, label);
  g_autofree char *lower = g_strconcat ("\n", note, NULL);

  if (crit_text_is_right_to_left (text) == crit_text_is_right_to_left (note))
    return g_steal_pointer (&text);
  return dup_note_text (lower, label);
}

/* What stands below an answer: why it does not count, and the note on it. */
static char *
dup_detail (CritRecord *record, CritScreening *screening, const CritPlace *place)
{
  const char *kept = crit_summary_get_kept (record, screening, place);
  const char *remark = crit_question_get_remark (crit_place_get_question (place));
  const char *note = crit_record_get_note (record, place);
  const char *no_count = kept != NULL ? kept : remark;
  g_autofree char *note_line = note != NULL ? crit_summary_dup_note (note, NULL) : NULL;

  if (no_count == NULL || note_line == NULL)
    return g_strdup (no_count != NULL ? no_count : note_line);
  return g_strjoin ("\n", no_count, note_line, NULL);
}

/**
 * crit_summary_add_answer:
 * @blocks: where it goes
 * @record: a record
 * @screening: the screening of @record
 * @place: a place of one answer
 * @level: 0, or 2 in an entry
 *
 * Adds a question with its answer.
 *
 * Returns: (transfer none): the block
 */
CritBlock *
crit_summary_add_answer (GPtrArray *blocks,
                         CritRecord *record,
                         CritScreening *screening,
                         const CritPlace *place,
                         guint level)
{
  g_autofree char *text = crit_summary_dup_answer (record, screening, place);
  CritBlock *block =
      crit_summary_add (blocks, CRIT_BLOCK_ANSWER, crit_place_get_question (place)->text, text);

  block->level = level;
  block->detail = dup_detail (record, screening, place);
  return block;
}

static void
add_question (GPtrArray *blocks,
              CritRecord *record,
              CritScreening *screening,
              const CritQuestion *question)
{
  CritPlace place = crit_place_of_question (question);
  const CritAnswer *answer = crit_record_get_answer (record, &place);

  crit_summary_add_answer (blocks, record, screening, &place, 0)->number =
      crit_summary_get_number (question);
  if (answer->kind == CRIT_ANSWER_LIST)
    crit_summary_add_entries (blocks, record, screening, question, answer->entries->n_entries);
}

/**
 * crit_summary_add_answers:
 * @blocks: where they go
 * @record: a record
 * @screening: the screening of @record
 *
 * Adds every question with its answer, section by section: those not answered, those not known with the reason, and
 * those not asked, so that nothing is taken for a no that was never asked.
 */
void
crit_summary_add_answers (GPtrArray *blocks, CritRecord *record, CritScreening *screening)
{
  const CritRules *rules = crit_record_get_rules (record);

  crit_summary_add (blocks, CRIT_BLOCK_HEADING, NULL, _ ("Answers"));
  for (guint i = 0; i < rules->sections->len; i++)
    {
      const CritSection *section = rules->sections->pdata[i];

      crit_summary_add (blocks, CRIT_BLOCK_SUBHEADING, NULL, section->title);
      for (guint j = 0; j < section->questions->len; j++)
        add_question (blocks, record, screening, section->questions->pdata[j]);
    }
}
