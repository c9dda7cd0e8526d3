/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

/**
 * CritInput:
 * @question: a top-level question; a field; or a list, for how many further entries it has
 * @entry: of a field: the entry, from 0, those not recorded included. Of an attribute: the name of the free text. -1
 *   for anything else
 * @attribute: -1 for the answer itself; otherwise it is an attribute of a free text, which nobody has recorded
 * @second: of the two values of a twin, the second
 *
 * Something that a completion gives a value.
 */
typedef struct
{
  const CritQuestion *question;
  int entry;
  int attribute;
  gboolean second;
} CritInput;

CritInput crit_input_of (const CritQuestion *question, int entry);
CritInput crit_input_of_attribute (const CritQuestion *question, guint name, int attribute);
gboolean crit_input_equal (const CritInput *self, const CritInput *other);
guint crit_input_hash (const CritInput *self);

G_END_DECLS
