/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CritJsonKeys:
 *
 * Private to the json room: the keys of every object that is open, so that a key that is given twice
 * is noticed.
 */
typedef struct _CritJsonKeys CritJsonKeys;

CritJsonKeys *crit_json_keys_new (void);
void crit_json_keys_free (CritJsonKeys *self);
void crit_json_keys_forget (CritJsonKeys *self);
void crit_json_keys_open (CritJsonKeys *self);
void crit_json_keys_close (CritJsonKeys *self);
const char *crit_json_keys_add (CritJsonKeys *self, const char *key);

/* One bit of 32, by which most keys of an object are told from each other at a glance. */
static inline guint32
crit_json_keys_mark (const char *key)
{
  const guint first = (guchar) key[0];

  return 1u << ((first != 0 ? first + 7 * (guchar) key[1] : 0) % 32);
}

G_END_DECLS
