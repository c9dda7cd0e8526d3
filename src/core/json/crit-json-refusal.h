/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-scan.h"

G_BEGIN_DECLS

/* Private to the json room: what the author of a text is told where its grammar is broken. Each returns
 * CRIT_JSON_ERROR_EVENT, so that the reader can return it. */

/* An object or array that is not closed yet. */
typedef struct
{
  char bracket;
  gsize offset;
} CritJsonOpen;

static inline char
crit_json_closing (char bracket)
{
  return bracket == '{' ? '}' : ']';
}

CritJsonEvent crit_json_refuse_size (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_nothing (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_value (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_key (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_depth (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_no_colon (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_more (CritJsonCursor *cursor, GError **error);
CritJsonEvent crit_json_refuse_comma (CritJsonCursor *cursor, gsize comma, GError **error);
CritJsonEvent
crit_json_refuse_no_comma (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error);
CritJsonEvent
crit_json_refuse_bracket (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error);
CritJsonEvent
crit_json_refuse_unclosed (CritJsonCursor *cursor, const CritJsonOpen *open, GError **error);
CritJsonEvent crit_json_refuse_duplicate (CritJsonCursor *cursor,
                                          gsize start,
                                          gsize first,
                                          const CritJsonString *key,
                                          GError **error);

G_END_DECLS
