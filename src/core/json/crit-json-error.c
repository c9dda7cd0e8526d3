/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-json-reader.h"

G_DEFINE_QUARK (crit_json_error_quark, crit_json_error)

/**
 * crit_json_error_get_code:
 * @error: why a text was refused
 *
 * Returns: (transfer none): the word for @error that findings carry, such as "duplicate-key"
 */
const char *
crit_json_error_get_code (CritJsonError error)
{
  static const char *const codes[] = {
    [CRIT_JSON_ERROR_EMPTY] = "empty",
    [CRIT_JSON_ERROR_TOO_LARGE] = "too-large",
    [CRIT_JSON_ERROR_BYTE_ORDER_MARK] = "byte-order-mark",
    [CRIT_JSON_ERROR_ENCODING] = "encoding",
    [CRIT_JSON_ERROR_SYNTAX] = "syntax",
    [CRIT_JSON_ERROR_TRUNCATED] = "truncated",
    [CRIT_JSON_ERROR_TRAILING] = "trailing",
    [CRIT_JSON_ERROR_DEPTH] = "depth",
    [CRIT_JSON_ERROR_STRING] = "string",
    [CRIT_JSON_ERROR_NUMBER] = "number",
    [CRIT_JSON_ERROR_DUPLICATE_KEY] = "duplicate-key",
  };

  g_return_val_if_fail (error < G_N_ELEMENTS (codes), "syntax");
  return codes[error];
}
