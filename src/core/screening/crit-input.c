/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-input.h"

/**
 * crit_input_of:
 * @question: a question or a field
 * @entry: the entry that is looked at; anything where @question is no field
 *
 * Returns: its answer as an input
 */
CritInput
crit_input_of (const CritQuestion *question, int entry)
{
  return (CritInput){ .question = question,
                      .entry = question->list != NULL ? entry : -1,
                      .attribute = -1 };
}

/**
 * crit_input_of_attribute:
 * @question: a choice
 * @name: which of the free texts that may answer it
 * @attribute: the attribute
 *
 * Returns: what that attribute of that text is, as an input
 */
CritInput
crit_input_of_attribute (const CritQuestion *question, guint name, int attribute)
{
  return (CritInput){ .question = question, .entry = (int) name, .attribute = attribute };
}

/**
 * crit_input_equal:
 * @self: an input
 * @other: another
 *
 * Returns: whether they are the same
 */
gboolean
crit_input_equal (const CritInput *self, const CritInput *other)
{
  return self->question == other->question && self->entry == other->entry
         && self->attribute == other->attribute && self->second == other->second;
}

/**
 * crit_input_hash:
 * @self: an input
 *
 * Returns: a number for a hash table
 */
guint
crit_input_hash (const CritInput *self)
{
  guint hash = g_direct_hash (self->question);

  hash = hash * 31 + (guint) self->entry;
  hash = hash * 31 + (guint) self->attribute;
  return hash * 2 + (self->second ? 1 : 0);
}
