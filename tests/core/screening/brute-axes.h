/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brute-world.h"

G_BEGIN_DECLS

/* More completions than this are too many to go through. */
#define BRUTE_MOST_COMPLETIONS 40000

/* What a completion gives a value: an answer, the kind of a free text, or the further entries of the list. */
typedef enum
{
  BRUTE_AXIS_ANSWER,
  BRUTE_AXIS_KIND,
  BRUTE_AXIS_FURTHER,
} BruteAxisType;

/**
 * BruteAxis:
 * @text: of a kind: which free text
 * @values: (element-type double): of an answer; of a kind: indices into the kinds; of further entries: indices into
 *   their sets
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
 * BruteAxes:
 * @used: the questions and fields that the criterion can depend on
 * @conditions: every condition that it can depend on, each once
 * @attributes: whether any of them looks at attributes
 * @room: how many further entries can make a difference
 * @axes: of #BruteAxis
 * @entry_types: of double[]: every entry that there can be
 * @further: of #GArray: sets of entry types, as indices
 * @texts: the free texts of top-level choices, and of fields
 *
 * Everything that completions of a record give a value, as far as a criterion can depend on it.
 */
typedef struct
{
  const CritRules *rules;
  const CritAnswer *answers;
  const CritQuestion *list;
  CritDay today;
  GHashTable *used;
  GHashTable *conditions;
  gboolean attributes;
  guint room;
  GPtrArray *axes;
  GPtrArray *entry_types;
  GPtrArray *further;
  GPtrArray *texts[2];
} BruteAxes;

void brute_axes_init (BruteAxes *self, CritRecord *record, const CritCriterion *criterion);
void brute_axes_clear (BruteAxes *self);
guint64 brute_axes_count (BruteAxes *self);
void brute_axes_make_world (BruteAxes *self, guint64 index, BruteWorld *world);

G_END_DECLS
