/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-json-scan.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No number within the limits needs more characters; it bounds the buffer for the conversion. */
#define MAX_CHARACTERS 128

/* What the characters of a number say, before it is converted. */
typedef struct
{
  gsize start;
  gsize end;
  guint digits;
  guint64 whole;
  gsize n_fraction;
  gboolean is_negative;
  gboolean is_integer;
  gboolean has_exponent;
} Shape;

/* Powers of ten that a double holds exactly. */
static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static char
peek (const CritJsonCursor *cursor)
{
  return cursor->position < cursor->length ? cursor->text[cursor->position] : '\0';
}

/* Moves over digits and counts them as significant from the first that is not a zero. */
static void
scan_digits (CritJsonCursor *cursor, Shape *shape)
{
  for (char c = peek (cursor); g_ascii_isdigit (c); c = peek (cursor))
    {
      if (shape->digits > 0 || c != '0')
        shape->digits++;
      if (shape->digits <= 16)
        shape->whole = shape->whole * 10 + (guint64) (c - '0');
      cursor->position++;
    }
}

static gboolean
scan_whole (CritJsonCursor *cursor, Shape *shape, GError **error)
{
  gsize start = cursor->position;

  if (!g_ascii_isdigit (peek (cursor)))
    return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("A number must have a digit here."));
  scan_digits (cursor, shape);
  if (cursor->text[start] == '0' && cursor->position - start > 1)
    return crit_json_fail (cursor, start, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("A number must not begin with a needless zero: write 7, not 07."));
  return TRUE;
}

static gboolean
scan_fraction (CritJsonCursor *cursor, Shape *shape, GError **error)
{
  gsize start = 0;

  if (peek (cursor) != '.')
    return TRUE;
  shape->is_integer = FALSE;
  start = ++cursor->position;
  if (!g_ascii_isdigit (peek (cursor)))
    return crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("The decimal point must be followed by a digit."));
  scan_digits (cursor, shape);
  shape->n_fraction = cursor->position - start;
  return TRUE;
}

static gboolean
scan_exponent (CritJsonCursor *cursor, Shape *shape, GError **error)
{
  if (peek (cursor) != 'e' && peek (cursor) != 'E')
    return TRUE;
  shape->is_integer = FALSE;
  shape->has_exponent = TRUE;
  cursor->position++;
  if (peek (cursor) == '+' || peek (cursor) == '-')
    cursor->position++;
  if (!g_ascii_isdigit (peek (cursor)))
    return crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("The exponent of a number must have a digit here."));
  while (g_ascii_isdigit (peek (cursor)))
    cursor->position++;
  return TRUE;
}

/* Nothing that looks like more of the number may follow it, as in 1.2.3, 0x1F or 12kg. */
static gboolean
check_end (CritJsonCursor *cursor, GError **error)
{
  char next = peek (cursor);

  if (next == '\0' || (!g_ascii_isalnum (next) && strchr ("+-._", next) == NULL))
    return TRUE;
  return crit_json_fail (cursor, cursor->position, error, CRIT_JSON_ERROR_NUMBER,
                         /* Translators: %c is one character. */
                         _ ("“%c” cannot be part of this number."), next);
}

static gboolean
convert_integer (CritJsonCursor *cursor, const Shape *shape, CritJsonNumber *number, GError **error)
{
  if (shape->digits > 16 || shape->whole > CRIT_JSON_MAX_INTEGER)
    return crit_json_fail (cursor, shape->start, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("A whole number must lie between -9007199254740991 and "
                              "9007199254740991."));
  number->is_integer = TRUE;
  number->integer = shape->is_negative ? -(gint64) shape->whole : (gint64) shape->whole;
  number->decimal = (double) number->integer;
  return TRUE;
}

/* Where both the digits and the power of ten are exact, so is their quotient, as far as a double goes. */
static double
get_decimal (const CritJsonCursor *cursor, const Shape *shape)
{
  char buffer[MAX_CHARACTERS + 1];
  double absolute = 0;

  if (!shape->has_exponent && shape->n_fraction < G_N_ELEMENTS (powers))
    {
      absolute = (double) shape->whole / powers[shape->n_fraction];
      return shape->is_negative ? -absolute : absolute;
    }
  memcpy (buffer, cursor->text + shape->start, shape->end - shape->start);
  buffer[shape->end - shape->start] = '\0';
  return g_ascii_strtod (buffer, NULL);
}

static gboolean
convert_decimal (CritJsonCursor *cursor, const Shape *shape, CritJsonNumber *number, GError **error)
{
  if (shape->digits > CRIT_JSON_MAX_DIGITS || shape->end - shape->start > MAX_CHARACTERS)
    return crit_json_fail (cursor, shape->start, error, CRIT_JSON_ERROR_NUMBER,
                           /* Translators: %d is a number of digits. */
                           _ ("A decimal number may have at most %d significant digits."),
                           CRIT_JSON_MAX_DIGITS);
  number->is_integer = FALSE;
  number->decimal = get_decimal (cursor, shape);
  /* Below DBL_MIN digits are lost one by one, and then all of them. */
  if (!isfinite (number->decimal) || (shape->digits > 0 && fabs (number->decimal) < DBL_MIN))
    return crit_json_fail (cursor, shape->start, error, CRIT_JSON_ERROR_NUMBER,
                           _ ("This number is too large or too close to zero to be kept exactly."));
  return TRUE;
}

static const char *
add_digits (const char *text, guint64 *value)
{
  guint digit = 0;

  for (; (digit = (guchar) *text - (guint) '0') <= 9; text++)
    *value = *value * 10 + digit;
  return text;
}

/* The common case: a few digits, perhaps with some of them behind a point. Moves behind them and returns TRUE, or leaves the
   cursor where it is. */
static gboolean
scan_simple (CritJsonCursor *cursor, CritJsonNumber *number)
{
  const char *start = cursor->text + cursor->position, *end = NULL, *last = NULL;
  guint64 value = 0;

  end = add_digits (start, &value);
  last = *end == '.' ? add_digits (end + 1, &value) : end;
  if (end == start || (*start == '0' && end - start > 1) || last == end + 1
      || last - start > CRIT_JSON_MAX_DIGITS || (*last != ',' && *last != '}' && *last != ']'))
    return FALSE;
  number->is_integer = last == end;
  number->integer = (gint64) value;
  number->decimal = (double) value;
  if (last > end)
    number->decimal /= powers[last - end - 1];
  cursor->position += (gsize) (last - start);
  return TRUE;
}

/**
 * crit_json_scan_number:
 * @cursor: a cursor at a digit or a minus sign, in a text that ends with a zero byte; it is moved behind the number
 * @number: (out): the number
 * @error: return location for a #CritJsonError
 *
 * Reads one number. Without a point and an exponent it is an integer; either kind is refused where a
 * double could not hold every digit of it.
 *
 * Returns: %TRUE when there is a number
 */
gboolean
crit_json_scan_number (CritJsonCursor *cursor, CritJsonNumber *number, GError **error)
{
  Shape shape = { .start = cursor->position, .is_integer = TRUE };

  if (scan_simple (cursor, number))
    return TRUE;
  if (peek (cursor) == '-')
    {
      shape.is_negative = TRUE;
      cursor->position++;
    }
  if (!scan_whole (cursor, &shape, error) || !scan_fraction (cursor, &shape, error)
      || !scan_exponent (cursor, &shape, error) || !check_end (cursor, error))
    return FALSE;
  shape.end = cursor->position;
  return shape.is_integer ? convert_integer (cursor, &shape, number, error)
                          : convert_decimal (cursor, &shape, number, error);
}
