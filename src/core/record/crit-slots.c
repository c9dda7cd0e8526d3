/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "record/crit-slots.h"

#include "json/crit-json-reader.h"
#include "json/crit-words.h"

#include <math.h>
#include <string.h>

/* The members of a record, which needs them all, and what an answer that is an object can have. */
enum
{
  MEMBER_REFERENCE,
  MEMBER_DATE,
  MEMBER_ANSWERS,
};
enum
{
  PART_UNKNOWN,
  PART_OTHER,
  PART_ENTRIES,
  PART_COMPLETE,
};
#define ALL_MEMBERS (1u << MEMBER_REFERENCE | 1u << MEMBER_DATE | 1u << MEMBER_ANSWERS)

static const char *const member_names[] = { "reference", "date", "answers" };
static const char *const part_names[] = { "unknown", "other", "entries", "complete" };

typedef struct _List List;

/**
 * Asked:
 * @options: of a choice, by code; borrowed
 * @list: of a list
 *
 * A question, and what is needed to read its answer.
 */
typedef struct
{
  const CritQuestion *question;
  const CritWords *options;
  List *list;
} Asked;

/**
 * Group:
 * @ids: by which they are answered
 * @asked: by slot
 *
 * Questions that are answered together: those of the rules, or the fields of a list.
 */
typedef struct
{
  CritWords *ids;
  Asked *asked;
  guint n_asked;
} Group;

/**
 * List:
 * @entries: its cells are kept from record to record, so that their memory is asked for once
 * @n_cells: for how many there is room
 */
struct _List
{
  Group fields;
  CritEntries entries;
  gsize n_cells;
};

struct _CritSlots
{
  CritRules *rules;
  GHashTable *options;
  CritWords *members;
  CritWords *parts;
  Group questions;
  CritJsonReader *reader;
  const CritJsonToken *token;
  CritJsonEvent event;

  const char *reference;
  CritDate date;
  CritAnswer *answers;
};

static CritWords *
make_options (const CritOptionSet *set)
{
  const guint n_options = set->options->len;
  g_autofree const char **codes = g_new (const char *, n_options);

  for (guint i = 0; i < n_options; i++)
    codes[i] = crit_option_set_get (set, i)->code;
  return crit_words_new (codes, n_options);
}

static CritWords *
make_ids (GPtrArray *questions)
{
  g_autofree const char **ids = g_new (const char *, questions->len);

  for (guint i = 0; i < questions->len; i++)
    ids[i] = ((const CritQuestion *) questions->pdata[i])->id;
  return crit_words_new (ids, questions->len);
}

static List *make_list (CritSlots *self, const CritQuestion *question);

static Group
make_group (CritSlots *self, GPtrArray *questions)
{
  Group group = { make_ids (questions), g_new (Asked, questions->len), questions->len };

  for (guint i = 0; i < questions->len; i++)
    {
      const CritQuestion *question = questions->pdata[i];
      Asked *asked = &group.asked[i];

      *asked = (Asked){ .question = question };
      if (question->options != NULL)
        asked->options = g_hash_table_lookup (self->options, question->options);
      if (question->type == CRIT_QUESTION_LIST)
        asked->list = make_list (self, question);
    }
  return group;
}

static List *
make_list (CritSlots *self, const CritQuestion *question)
{
  List *list = g_new0 (List, 1);

  list->fields = make_group (self, question->fields);
  list->entries.n_fields = question->fields->len;
  return list;
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
  self->members = crit_words_new (member_names, G_N_ELEMENTS (member_names));
  self->parts = crit_words_new (part_names, G_N_ELEMENTS (part_names));
  self->questions = make_group (self, rules->questions);
  self->reader = crit_json_reader_new ("", 0);
  self->token = crit_json_reader_get_token (self->reader);
  crit_json_reader_leave_keys (self->reader);
  self->answers = crit_answers_new (rules);
  return self;
}

static void
clear_group (Group *group)
{
  for (guint i = 0; i < group->n_asked; i++)
    if (group->asked[i].list != NULL)
      {
        clear_group (&group->asked[i].list->fields);
        g_free (group->asked[i].list->entries.cells);
        g_free (group->asked[i].list);
      }
  g_free (group->asked);
  crit_words_free (group->ids);
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
  clear_group (&self->questions);
  crit_words_free (self->members);
  crit_words_free (self->parts);
  g_hash_table_unref (self->options);
  crit_json_reader_free (self->reader);
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

/* Reads on to the next member of an object. Returns which of @words its key is; -1 where it is none, or the object ends. */
static int
next_member (CritSlots *self, const CritWords *words, guint guess)
{
  self->event = crit_json_reader_next_member (self->reader, words, guess);
  return self->token->word;
}

/* The text that was read. It is the reader's, which keeps it until the next record. */
static char *
get_text (const CritSlots *self)
{
  return self->token->string.text;
}

static gboolean
is_line (const char *text)
{
  return strpbrk (text, "\n\t") == NULL;
}

static gboolean
read_number (CritSlots *self, const CritQuestion *question, CritAnswer *answer)
{
  double number = self->token->number.decimal;

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
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = self->token->boolean };
  return question->type == CRIT_QUESTION_BOOLEAN;
}

static gboolean
parse_date (const CritSlots *self, CritDate *date)
{
  return crit_date_parse_n (self->token->string.text, self->token->string.length, date);
}

static gboolean
read_day (CritSlots *self, const CritQuestion *question, CritAnswer *answer)
{
  CritDays days = { 0 };

  if (question->ongoing && strcmp (get_text (self), "ongoing") == 0)
    {
      answer->kind = CRIT_ANSWER_ONGOING;
      return TRUE;
    }
  answer->kind = CRIT_ANSWER_DATE;
  if (!parse_date (self, &answer->date))
    return FALSE;
  if (question->minimum <= CRIT_DAY_MIN && question->maximum >= CRIT_DAY_MAX)
    return TRUE;
  days = crit_date_get_days (answer->date);
  return days.last >= question->minimum && days.first <= question->maximum;
}

static gboolean
read_string (CritSlots *self, const Asked *asked, CritAnswer *answer)
{
  const CritQuestionType type = asked->question->type;
  const CritJsonString *string = &self->token->string;
  int option = -1;

  if (type == CRIT_QUESTION_DATE)
    return read_day (self, asked->question, answer);
  if (type == CRIT_QUESTION_CHOICE)
    {
      option = crit_words_find (asked->options, string->text, string->length);
      *answer = (CritAnswer){ .kind = CRIT_ANSWER_OPTION, .option = (guint) option };
      return option >= 0;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_TEXT, .text = get_text (self) };
  return type == CRIT_QUESTION_TEXT || (type == CRIT_QUESTION_STRING && is_line (answer->text));
}

static gboolean
read_unknown (CritSlots *self, CritAnswer *answer)
{
  answer->kind = CRIT_ANSWER_UNKNOWN;
  return self->event == CRIT_JSON_STRING && crit_unknown_parse (get_text (self), &answer->unknown)
         && next (self) == CRIT_JSON_OBJECT_END;
}

static gboolean
read_other (CritSlots *self, CritAnswer *answer)
{
  if (self->event != CRIT_JSON_STRING)
    return FALSE;
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_OTHER, .text = get_text (self) };
  return is_line (answer->text) && answer->text[strspn (answer->text, " ")] != '\0'
         && next (self) == CRIT_JSON_OBJECT_END;
}

static gboolean read_answer (CritSlots *self, const Asked *asked, CritAnswer *answer);

/* Reads the members of an object, up to its end: each the answer to a question of @group, and none twice. They come mostly in
   the order of the questions. */
static gboolean
read_members (CritSlots *self, const Group *group, CritAnswer *answers)
{
  int slot = -1;

  while ((slot = next_member (self, group->ids, (guint) (slot + 1))) >= 0)
    if (answers[slot].kind != CRIT_ANSWER_OPEN
        || !read_answer (self, &group->asked[slot], &answers[slot]))
      return FALSE;
  return self->event == CRIT_JSON_OBJECT_END;
}

/* Makes room for one more entry, all open. */
static CritAnswer *
add_entry (List *list)
{
  guint n_fields = list->entries.n_fields;
  gsize first = (gsize) n_fields * list->entries.n_entries;

  if (first + n_fields > list->n_cells)
    {
      list->n_cells = MAX (2 * list->n_cells, first + n_fields);
      list->entries.cells = g_renew (CritAnswer, list->entries.cells, list->n_cells);
    }
  for (guint i = 0; i < n_fields; i++)
    list->entries.cells[first + i] = (CritAnswer){ 0 };
  list->entries.n_entries++;
  return &list->entries.cells[first];
}

static gboolean
read_entries (CritSlots *self, List *list)
{
  if (self->event != CRIT_JSON_ARRAY_START)
    return FALSE;
  while (next (self) == CRIT_JSON_OBJECT_START)
    if (!read_members (self, &list->fields, add_entry (list)))
      return FALSE;
  return self->event == CRIT_JSON_ARRAY_END;
}

static gboolean
read_complete (CritSlots *self, List *list)
{
  list->entries.complete =
      (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = self->token->boolean };
  return self->event == CRIT_JSON_BOOLEAN;
}

static gboolean
read_list_part (CritSlots *self, List *list, int part)
{
  switch (part)
    {
    case PART_ENTRIES:
      return read_entries (self, list);
    case PART_COMPLETE:
      return read_complete (self, list);
    default:
      return FALSE;
    }
}

/* The key of the first part has been read. */
static gboolean
read_list (CritSlots *self, List *list, int part, CritAnswer *answer)
{
  guint found = 0;

  list->entries.n_entries = 0;
  list->entries.complete = (CritAnswer){ 0 };
  for (; part >= 0; part = next_member (self, self->parts, PART_COMPLETE))
    {
      if ((found & 1u << part) != 0 || !read_list_part (self, list, part))
        return FALSE;
      found |= 1u << part;
    }
  *answer = (CritAnswer){ .kind = CRIT_ANSWER_LIST, .entries = &list->entries };
  return (found & 1u << PART_ENTRIES) != 0 && self->event == CRIT_JSON_OBJECT_END;
}

static gboolean
read_object (CritSlots *self, const Asked *asked, CritAnswer *answer)
{
  List *list = asked->list;
  int part = next_member (self, self->parts, list != NULL ? PART_ENTRIES : PART_UNKNOWN);

  switch (part)
    {
    case PART_UNKNOWN:
      return read_unknown (self, answer);
    case PART_OTHER:
      return asked->question->other && read_other (self, answer);
    default:
      return list != NULL && read_list (self, list, part, answer);
    }
}

static gboolean
read_answer (CritSlots *self, const Asked *asked, CritAnswer *answer)
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
  if (self->event != CRIT_JSON_STRING)
    return FALSE;
  self->reference = get_text (self);
  return is_line (self->reference);
}

static gboolean
read_date (CritSlots *self)
{
  return self->event == CRIT_JSON_STRING && parse_date (self, &self->date)
         && crit_date_is_whole (self->date);
}

static gboolean
read_answers (CritSlots *self)
{
  return self->event == CRIT_JSON_OBJECT_START
         && read_members (self, &self->questions, self->answers);
}

static gboolean
read_member (CritSlots *self, int member)
{
  switch (member)
    {
    case MEMBER_REFERENCE:
      return read_reference (self);
    case MEMBER_DATE:
      return read_date (self);
    default:
      return read_answers (self);
    }
}

static gboolean
read_record (CritSlots *self)
{
  guint found = 0;
  int member = -1;

  if (next (self) != CRIT_JSON_OBJECT_START)
    return FALSE;
  while ((member = next_member (self, self->members, (guint) (member + 1))) >= 0)
    {
      if ((found & 1u << member) != 0 || !read_member (self, member))
        return FALSE;
      found |= 1u << member;
    }
  return found == ALL_MEMBERS && self->event == CRIT_JSON_OBJECT_END
         && next (self) == CRIT_JSON_END;
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
