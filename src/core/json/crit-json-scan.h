/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-json-reader.h"

G_BEGIN_DECLS

/* Private to the json room: the tokens of JSON, apart from its grammar. */

/* Text that was found to be UTF-8 without NUL, and the byte that is read next. */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
} CritJsonCursor;

/* A text or a key: borrowed from the cursor's text, or from the scratch buffer if it had escapes. */
typedef struct
{
  const char *text;
  gsize length;
} CritJsonString;

typedef struct
{
  gboolean is_integer;
  gint64 integer;
  double decimal;
} CritJsonNumber;

gboolean crit_json_fail (CritJsonCursor *cursor,
                         gsize position,
                         GError **error,
                         CritJsonError code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
guint crit_json_line (const CritJsonCursor *cursor, gsize position);
char *crit_json_dup_found (const CritJsonCursor *cursor);

gboolean crit_json_check_encoding (CritJsonCursor *cursor, GError **error);
gboolean crit_json_scan_string (CritJsonCursor *cursor,
                                gsize limit,
                                GString *scratch,
                                CritJsonString *string,
                                GError **error);
gboolean crit_json_scan_number (CritJsonCursor *cursor, CritJsonNumber *number, GError **error);

G_END_DECLS
