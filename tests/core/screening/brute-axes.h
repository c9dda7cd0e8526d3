/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brute-world.h"

G_BEGIN_DECLS

/* More completions than this are too many to go through. */
#define BRUTE_MOST_COMPLETIONS 20000

/* What a completion gives a value: an answer, the attributes of a free text, or the further entries of a list. */
typedef enum
{
  BRUTE_AXIS_ANSWER,
  BRUTE_AXIS_ATTRIBUTES,
  BRUTE_AXIS_FURTHER,
} BruteAxisType;

/**
 * BruteAxis:
 * @text: of attributes: which free text
 * @values: (element-type double): of an answer; of attributes: an index into the combinations of them; of further
 *   entries: indices into their sets
 * @pointers: (element-type utf8): the places where it is answered, as JSON Pointers; none for what nobody can answer
 */
typedef struct
{
  BruteAxisType type;
  const CritQuestion *question;
  int entry;
  guint text;
  GArray *values;
  GPtrArray *pointers;
} BruteAxis;

/**
 * BruteList:
 * @room: how many further entries can make a difference
 * @entry_types: of double[]: every entry that there can be
 * @further: of #GArray: sets of entry types, as indices
 */
typedef struct
{
  guint room;
  GPtrArray *entry_types;
  GPtrArray *further;
} BruteList;

/**
 * BruteAxes:
 * @used: the questions and fields that the criterion can depend on
 * @conditions: every condition that it can depend on, each once
 * @attributes: which attributes any of them looks at
 * @distinct: whether any of them looks for different values
 * @axes: of #BruteAxis
 * @lists: those of @used that are lists; as many of @list
 * @choices: those of @used that are choices, the free texts that can answer each, and what the attributes of those can be
 *
 * Everything that completions of a record give a value, as far as a criterion can depend on it.
 */
typedef struct
{
  const CritRules *rules;
  const CritAnswer *answers;
  CritDay today;
  GHashTable *used;
  GHashTable *conditions;
  gboolean attributes[BRUTE_MOST_ATTRIBUTES];
  gboolean distinct;
  GPtrArray *axes;
  const CritQuestion *lists[BRUTE_MOST_LISTS + 1];
  BruteList list[BRUTE_MOST_LISTS];
  const CritQuestion *choices[BRUTE_MOST_CHOICES + 1];
  GPtrArray *texts[BRUTE_MOST_CHOICES];
  GPtrArray *words[BRUTE_MOST_CHOICES][BRUTE_MOST_ATTRIBUTES];
} BruteAxes;

void brute_axes_init (BruteAxes *self, CritRecord *record, const CritCriterion *criterion);
void brute_axes_clear (BruteAxes *self);
void brute_axes_use (BruteAxes *self, const CritCondition *condition);
guint brute_axes_find_text (BruteAxes *self, const CritQuestion *question, const char *text);
GArray *
brute_axes_make_values (BruteAxes *self, const CritQuestion *question, const CritAnswer *answer);
gboolean brute_axes_fit (BruteAxes *self);
guint64 brute_axes_count (BruteAxes *self);
void brute_axes_make_world (BruteAxes *self, guint64 index, BruteWorld *world);

G_END_DECLS
