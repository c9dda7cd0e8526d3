/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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
  CRIT_JSON_KEY,
  CRIT_JSON_STRING,
  CRIT_JSON_INTEGER,
  CRIT_JSON_DECIMAL,
  CRIT_JSON_BOOLEAN,
  CRIT_JSON_NULL,
  CRIT_JSON_END,
} CritJsonEvent;

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
void crit_json_reader_free (CritJsonReader *self);

CritJsonEvent crit_json_reader_next (CritJsonReader *self, GError **error);
gsize crit_json_reader_get_offset (CritJsonReader *self);
const char *crit_json_reader_get_string (CritJsonReader *self, gsize *length);
gint64 crit_json_reader_get_integer (CritJsonReader *self);
double crit_json_reader_get_decimal (CritJsonReader *self);
gboolean crit_json_reader_get_boolean (CritJsonReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CritJsonReader, crit_json_reader_free)

G_END_DECLS
