/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-slots.h"

#include "json/crit-json-reader.h"
#include "json/crit-words.h"

#include <math.h>
#include <string.h>

/* Longer than any date. */
#define DATE_SIZE 16

/**
 * Asked:
 * @options: of a choice, by code; borrowed
 * @fields: of a list, by id; and @asked_fields by slot
 * @cells: of a list, of #CritAnswer: kept from record to record, so that its memory is asked for once
 *
 * A question, and what is needed to read its answer.
 */
typedef struct _Asked Asked;
struct _Asked
{
  const CritQuestion *question;
  const CritWords *options;
  CritWords *fields;
  Asked *asked_fields;
  GArray *cells;
  CritEntries entries;
};

struct _CritSlots
{
  CritRules *rules;
  GHashTable *options;
  CritWords *ids;
  Asked *asked;
  CritJsonReader *reader;
  CritJsonEvent event;

  /* Texts end with a zero byte here; no record has more of them than bytes. */
  char *texts;
  gsize texts_size;
  gsize texts_length;

  const char *reference;
  CritDate date;
  CritAnswer *answers;
};

static CritWords *
make_options (const CritOptionSet *set)
{
  CritWords *words = crit_words_new ();

  for (guint i = 0; i < set->options->len; i++)
    crit_words_add (words, crit_option_set_get (set, i)->code, i);
  return words;
}

static CritWords *
make_ids (GPtrArray *questions)
{
  CritWords *words = crit_words_new ();

  for (guint i = 0; i < questions->len; i++)
    crit_words_add (words, ((const CritQuestion *) questions->pdata[i])->id, i);
  return words;
}

static Asked *
make_asked (CritSlots *self, GPtrArray *questions)
{
  Asked *all = g_new0 (Asked, MAX (questions->len, 1));

  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = questions->pdata[i];
      Asked *asked = &all[i];

      asked->question = question;
      if (question->options != NULL)
        asked->options = g_hash_table_lookup (self->options, question->options);
      if (question->type != CRIT_QUESTION_LIST)
        continue;
      asked->fields = make_ids (question->fields);
      asked->asked_fields = make_asked (self, question->fields);
      asked->cells = g_array_new (FALSE, TRUE, sizeof (CritAnswer));
      asked->entries.n_fields = question->fields->len;
    }
  return all;
}

/**
 * crit_slots_new:
 * @rules: the rules that records are read under
 *
 * Returns: (transfer full): slots, all open
 */
CritSlots *
crit_slots_new (CritRules *rules)
{
  CritSlots *self = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_new0 (CritSlots, 1);
  self->rules = crit_rules_ref (rules);
  self->options = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) crit_words_free);
  for (guint i = 0; i < rules->option_sets->len; i++)
    g_hash_table_insert (self->options, rules->option_sets->pdata[i],
                         make_options (rules->option_sets->pdata[i]));
  self->ids = make_ids (rules->questions);
  self->asked = make_asked (self, rules->questions);
  self->reader = crit_json_reader_new ("", 0);
  self->answers = crit_answers_new (rules);
  return self;
}

static void
free_asked (Asked *all, guint n_asked)
{
  for (guint i = 0; i < n_asked; i++)
    {
      if (all[i].fields == NULL)
        continue;
      crit_words_free (all[i].fields);
      free_asked (all[i].asked_fields, all[i].question->fields->len);
      g_array_unref (all[i].cells);
    }
  g_free (all);
}

/**
 * crit_slots_free:
 * @self: (nullable) (transfer full): slots
 *
 * Frees them, and the answers that they lent.
 */
void
crit_slots_free (CritSlots *self)
{
  if (self == NULL)
    return;
  free_asked (self->asked, self->rules->questions->len);
  crit_words_free (self->ids);
  g_hash_table_unref (self->options);
  crit_json_reader_free (self->reader);
  g_free (self->texts);
  g_free (self->answers);
  crit_rules_unref (self->rules);
  g_free (self);
}

static CritJsonEvent
next (CritSlots *self)
{
  self->event = crit_json_reader_next (self->reader, NULL);
  return self->event;
}

static gboolean
is_key (CritSlots *self, const char *key)
{
  gsize length = 0;
  const char *text = crit_json_reader_get_string (self->reader, &length);

  return length == strlen (key) && memcmp (text, key, length) == 0;
}

static char *
keep_text (CritSlots *self)
{
  gsize length = 0;
  const char *text = crit_json_reader_get_string (self->reader, &length);
  char *kept = self->texts + self->texts_length;

  memcpy (kept, text, length);
  kept[length] = '\0';
  self->texts_length += length + 1;
  return kept;
}

static gboolean
is_line (const char *text)
{
  return strpbrk (text, "\n\t") == NULL;
}

static gboolean
read_number (CritSlots *self, const CritQuestion *question, CritAnswer *answer)
{
  double number = crit_json_reader_get_decimal (self->reader);

  if (question->type != CRIT_QUESTION_INTEGER && question->type != CRIT_QUESTION_DECIMAL)
    return FALSE;
  if (question->type == CRIT_QUESTION_INTEGER && number != floor (number))
    return FALSE;
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = number };
  return fabs (number) <= (double) CRIT_JSON_MAX_INTEGER && number >= question->minimum
         && number <= question->maximum;
}

static gboolean
read_boolean (CritSlots *self, const CritQuestion *question, CritAnswer *answer)
{
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN,
                          .boolean = crit_json_reader_get_boolean (self->reader) };
  return question->type == CRIT_QUESTION_BOOLEAN;
}

static gboolean
parse_date (CritSlots *self, CritDate *date)
{
  char copy[DATE_SIZE] = { 0 };
  gsize length = 0;
  const char *text = crit_json_reader_get_string (self->reader, &length);

  if (length >= DATE_SIZE)
    return FALSE;
  memcpy (copy, text, length);
  return crit_date_parse (copy, date);
}

static gboolean
read_day (CritSlots *self, const CritQuestion *question, CritAnswer *answer)
{
  if (question->ongoing && is_key (self, "ongoing"))
    {
      answer->kind = CRIT_ANSWER_ONGOING;
      return TRUE;
    }
  answer->kind = CRIT_ANSWER_DATE;
  return parse_date (self, &answer->date)
         && crit_date_get_last_day (answer->date) >= question->minimum
         && crit_date_get_first_day (answer->date) <= question->maximum;
}

static gboolean
read_string (CritSlots *self, const Asked *asked, CritAnswer *answer)
{
  const CritQuestionType type = asked->question->type;
  gsize length = 0;
  const char *text = crit_json_reader_get_string (self->reader, &length);
  int option = -1;

  if (type == CRIT_QUESTION_DATE)
    return read_day (self, asked->question, answer);
  if (type == CRIT_QUESTION_CHOICE)
    {
      option = crit_words_find (asked->options, text, length);
      *answer = (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = (guint) option };
      return option >= 0;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = keep_text (self) };
  return type == CRIT_QUESTION_TEXT || (type == CRIT_QUESTION_STRING && is_line (answer->text));
}

static gboolean
read_unknown (CritSlots *self, CritAnswer *answer)
{
  answer->kind = CRIT_ANSWER_UNKNOWN;
  return next (self) == CRIT_JSON_STRING && crit_unknown_parse (keep_text (self), &answer->unknown)
         && next (self) == CRIT_JSON_OBJECT_END;
}

static gboolean
read_other (CritSlots *self, CritAnswer *answer)
{
  if (next (self) != CRIT_JSON_STRING)
    return FALSE;
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = keep_text (self) };
  return is_line (answer->text) && answer->text[strspn (answer->text, " ")] != '\0'
         && next (self) == CRIT_JSON_OBJECT_END;
}

static gboolean read_answer (CritSlots *self, Asked *asked, CritAnswer *answer);

/* Reads the members of an object, up to its end: each the answer to a question of @ids. */
static gboolean
read_members (CritSlots *self, const CritWords *ids, Asked *all, CritAnswer *answers)
{
  int last = -1;

  while (next (self) == CRIT_JSON_KEY)
    {
      gsize length = 0;
      const char *id = crit_json_reader_get_string (self->reader, &length);
      int slot = crit_words_guess (ids, (guint) (last + 1), id, length);

      if (slot < 0)
        return FALSE;
      last = slot;
      next (self);
      if (!read_answer (self, &all[slot], &answers[slot]))
        return FALSE;
    }
  return self->event == CRIT_JSON_OBJECT_END;
}

static gboolean
read_entries (CritSlots *self, Asked *list)
{
  guint n_fields = list->entries.n_fields;

  if (next (self) != CRIT_JSON_ARRAY_START)
    return FALSE;
  while (next (self) == CRIT_JSON_OBJECT_START)
    {
      guint first = list->cells->len;

      g_array_set_size (list->cells, first + n_fields);
      if (!read_members (self, list->fields, list->asked_fields,
                         &g_array_index (list->cells, CritAnswer, first)))
        return FALSE;
      list->entries.n_entries++;
    }
  return self->event == CRIT_JSON_ARRAY_END;
}

static gboolean
read_complete (CritSlots *self, CritAnswer *complete)
{
  if (next (self) != CRIT_JSON_BOOLEAN)
    return FALSE;
  *complete = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN,
                            .boolean = crit_json_reader_get_boolean (self->reader) };
  return TRUE;
}

static gboolean
read_list_member (CritSlots *self, Asked *list, gboolean *has_entries)
{
  if (is_key (self, "complete"))
    return read_complete (self, &list->entries.complete);
  *has_entries = TRUE;
  return is_key (self, "entries") && read_entries (self, list);
}

/* The first key has been read. */
static gboolean
read_list (CritSlots *self, Asked *list, CritAnswer *answer)
{
  gboolean has_entries = FALSE;

  g_array_set_size (list->cells, 0);
  list->entries.n_entries = 0;
  list->entries.complete = (CritAnswer){ 0 };
  for (; self->event == CRIT_JSON_KEY; next (self))
    if (!read_list_member (self, list, &has_entries))
      return FALSE;
  list->entries.cells = (CritAnswer *) (gpointer) list->cells->data;
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_LIST, .entries = &list->entries };
  return has_entries && self->event == CRIT_JSON_OBJECT_END;
}

static gboolean
read_object (CritSlots *self, Asked *asked, CritAnswer *answer)
{
  if (next (self) != CRIT_JSON_KEY)
    return FALSE;
  if (is_key (self, "unknown"))
    return read_unknown (self, answer);
  if (asked->question->other && is_key (self, "other"))
    return read_other (self, answer);
  return asked->question->type == CRIT_QUESTION_LIST && read_list (self, asked, answer);
}

static gboolean
read_answer (CritSlots *self, Asked *asked, CritAnswer *answer)
{
  switch (self->event)
    {
    case CRIT_JSON_STRING:
      return read_string (self, asked, answer);
    case CRIT_JSON_BOOLEAN:
      return read_boolean (self, asked->question, answer);
    case CRIT_JSON_INTEGER:
    case CRIT_JSON_DECIMAL:
      return read_number (self, asked->question, answer);
    case CRIT_JSON_OBJECT_START:
      return read_object (self, asked, answer);
    default:
      return FALSE;
    }
}

static gboolean
read_reference (CritSlots *self)
{
  if (next (self) != CRIT_JSON_STRING)
    return FALSE;
  self->reference = keep_text (self);
  return is_line (self->reference);
}

static gboolean
read_date (CritSlots *self)
{
  return next (self) == CRIT_JSON_STRING && parse_date (self, &self->date)
         && crit_date_is_whole (self->date);
}

static gboolean
read_member (CritSlots *self, guint *n_needed)
{
  ++*n_needed;
  if (is_key (self, "reference"))
    return read_reference (self);
  if (is_key (self, "date"))
    return read_date (self);
  return is_key (self, "answers") && next (self) == CRIT_JSON_OBJECT_START
         && read_members (self, self->ids, self->asked, self->answers);
}

/* A key cannot come twice, so three that are known are all three. */
static gboolean
read_record (CritSlots *self)
{
  guint n_needed = 0;

  if (next (self) != CRIT_JSON_OBJECT_START)
    return FALSE;
  while (next (self) == CRIT_JSON_KEY)
    if (!read_member (self, &n_needed))
      return FALSE;
  return n_needed == 3 && self->event == CRIT_JSON_OBJECT_END && next (self) == CRIT_JSON_END;
}

/* A text is shorter than what it is written as: it has no quotation marks, and a zero byte. */
static void
make_room (CritSlots *self, gsize length)
{
  self->texts_length = 0;
  if (length <= self->texts_size)
    return;
  g_free (self->texts);
  self->texts_size = MAX (length, 2 * self->texts_size);
  self->texts = g_malloc (self->texts_size);
}

/**
 * crit_slots_read:
 * @self: slots
 * @text: (array length=length): a record as a line of a batch has it: `reference`, `date` and `answers`
 * @length: its length in bytes
 *
 * Reads a record. What was read before is gone.
 *
 * Returns: whether it is such a record and without fault. FALSE where crit_record_read() is to be asked, which knows every
 *   kind of record and says what is wrong with it; the slots then hold nothing of use
 */
gboolean
crit_slots_read (CritSlots *self, const char *text, gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  make_room (self, length);
  memset (self->answers, 0, sizeof (CritAnswer) * self->rules->questions->len);
  crit_json_reader_restart (self->reader, text, length);
  return read_record (self);
}

/**
 * crit_slots_get_reference:
 * @self: slots into which a record was read
 *
 * Returns: its reference; valid until the next record is read
 */
const char *
crit_slots_get_reference (CritSlots *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reference;
}

/**
 * crit_slots_get_date:
 * @self: slots into which a record was read
 *
 * Returns: its date, a whole one
 */
CritDate
crit_slots_get_date (CritSlots *self)
{
  g_return_val_if_fail (self != NULL, (CritDate){ 0 });

  return self->date;
}

/**
 * crit_slots_get_answers:
 * @self: slots into which a record was read
 *
 * Returns: a slot for each top-level question; valid until the next record is read
 */
const CritAnswer *
crit_slots_get_answers (CritSlots *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->answers;
}
