/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-keys.h"
#include "json/crit-json-refusal.h"

G_BEGIN_DECLS

/* Private to the reader: what it is made of, and its grammar. */

/* What the grammar allows next. */
typedef enum
{
  CRIT_JSON_STATE_START,
  CRIT_JSON_STATE_FIRST, /* key or element */
  CRIT_JSON_STATE_COMMA,
  CRIT_JSON_STATE_END,
} CritJsonState;

/**
 * CritJsonReader:
 * @size: for how many bytes there is room in the cursor's text, which is the reader's own
 * @keys: (nullable): those of the objects that are open; NULL where the caller sees by itself that none comes twice
 */
struct _CritJsonReader
{
  CritJsonCursor cursor;
  gsize size;
  CritJsonState state;
  gsize comma;
  CritJsonOpen open[CRIT_JSON_MAX_DEPTH];
  guint depth;
  CritJsonKeys *keys;
  GError *error;
  CritJsonToken token;
};

G_END_DECLS
