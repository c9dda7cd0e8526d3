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
gboolean
crit_json_keys_add (CritJsonKeys *self, const char *key, gsize length, gsize offset, gsize *first);

G_END_DECLS
