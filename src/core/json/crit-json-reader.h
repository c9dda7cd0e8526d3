/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-words.h"

G_BEGIN_DECLS

/* Limits of every JSON text that the program reads; over a limit is an error, never a cut. */
#define CRIT_JSON_MAX_FILE (16 * 1024 * 1024)
#define CRIT_JSON_MAX_LINE (4 * 1024 * 1024)
#define CRIT_JSON_MAX_DEPTH 64
#define CRIT_JSON_MAX_STRING (64 * 1024)
#define CRIT_JSON_MAX_KEY 4096
#define CRIT_JSON_MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)
#define CRIT_JSON_MAX_DIGITS 15

#define CRIT_JSON_ERROR (crit_json_error_quark ())

/**
 * CritJsonError:
 *
 * Why a text was refused. Codes are appended, never renumbered. The message is one sentence for the
 * author of the file; where it is, crit_json_reader_get_offset() says.
 */
typedef enum
{
  CRIT_JSON_ERROR_EMPTY,
  CRIT_JSON_ERROR_TOO_LARGE,
  CRIT_JSON_ERROR_BYTE_ORDER_MARK,
  CRIT_JSON_ERROR_ENCODING,
  CRIT_JSON_ERROR_SYNTAX,
  CRIT_JSON_ERROR_TRUNCATED,
  CRIT_JSON_ERROR_TRAILING,
  CRIT_JSON_ERROR_DEPTH,
  CRIT_JSON_ERROR_STRING,
  CRIT_JSON_ERROR_NUMBER,
  CRIT_JSON_ERROR_DUPLICATE_KEY,
} CritJsonError;

GQuark crit_json_error_quark (void);
const char *crit_json_error_get_code (CritJsonError error);

typedef enum
{
  CRIT_JSON_ERROR_EVENT,
  CRIT_JSON_OBJECT_START,
  CRIT_JSON_OBJECT_END,
  CRIT_JSON_ARRAY_START,
  CRIT_JSON_ARRAY_END,
  CRIT_JSON_STRING,
  CRIT_JSON_INTEGER,
  CRIT_JSON_DECIMAL,
  CRIT_JSON_BOOLEAN,
  CRIT_JSON_NULL,
  CRIT_JSON_END,
} CritJsonEvent;

/**
 * CritJsonString:
 *
 * A text or a key. It is UTF-8, ends with a zero byte and holds none. It stays where it is until the reader reads another text
 * or is freed.
 */
typedef struct
{
  char *text;
  gsize length;
} CritJsonString;

/**
 * CritJsonNumber:
 * @integer: within plus or minus %CRIT_JSON_MAX_INTEGER; of integers only
 * @decimal: finite; of an integer the same, exactly
 */
typedef struct
{
  gboolean is_integer;
  gint64 integer;
  double decimal;
} CritJsonNumber;

/**
 * CritJsonToken:
 * @offset: the byte where the last event begins, or where the fault is after an error
 * @key: (nullable): of a value that is a member of an object, or after an error its key, if that was read; not after
 *   crit_json_reader_next_member()
 * @string: of a string
 * @number: of an integer or a decimal
 * @boolean: of a boolean
 * @word: of the last crit_json_reader_next_member(), which of its words the key was; -1 where it was none, or there was no key
 */
typedef struct
{
  gsize offset;
  const char *key;
  CritJsonString string;
  CritJsonNumber number;
  gboolean boolean;
  int word;
} CritJsonToken;

/**
 * CritJsonReader:
 *
 * A strict pull reader of one JSON document (RFC 8259) over bytes in memory: the only place in the
 * program where JSON is parsed. It refuses what json-glib lets pass: duplicate keys, numbers out of
 * range, lone surrogates, NUL and other control characters, a byte-order mark, a second document.
 */
typedef struct _CritJsonReader CritJsonReader;

CritJsonReader *crit_json_reader_new (const char *text, gsize length);
void crit_json_reader_restart (CritJsonReader *self, const char *text, gsize length);
void crit_json_reader_leave_keys (CritJsonReader *self);
void crit_json_reader_free (CritJsonReader *self);
char *crit_json_reader_steal_text (CritJsonReader *self);

CritJsonEvent crit_json_reader_next (CritJsonReader *self, GError **error);
CritJsonEvent
crit_json_reader_next_member (CritJsonReader *self, const CritWords *words, guint guess);
const CritJsonToken *crit_json_reader_get_token (CritJsonReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritJsonReader, crit_json_reader_free)

G_END_DECLS
