/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-outcome.h"

#include <math.h>
#include <string.h>

static const OutcomeCase accepted[] = {
  CASE ("0", "i0"),
  CASE ("-0", "i0"),
  CASE ("1", "i1"),
  CASE ("-1", "i-1"),
  CASE ("10", "i10"),
  CASE ("123456789012345", "i123456789012345"),
  CASE ("9007199254740991", "i9007199254740991"),
  CASE ("-9007199254740991", "i-9007199254740991"),
  CASE ("0.0", "d0"),
  CASE ("0.5", "d0.5"),
  CASE ("-0.5", "d-0.5"),
  CASE ("10.25", "d10.25"),
  CASE ("0.1", "d0.1"),
  CASE ("1.0", "d1"),
  CASE ("1e2", "d100"),
  CASE ("1E2", "d100"),
  CASE ("1e+2", "d100"),
  CASE ("1E+02", "d100"),
  CASE ("1e-2", "d0.01"),
  CASE ("1.5e3", "d1500"),
  CASE ("0e1", "d0"),
  CASE ("0e+1", "d0"),
  CASE ("0e400", "d0"),
  CASE ("0.0e-400", "d0"),
  CASE ("-0.0", "d-0"),
  CASE ("1e22", "d1e+22"),
  CASE ("1.7976931348623e308", "d1.7976931348623e+308"),
  CASE ("2.2250738585073e-308", "d2.2250738585073e-308"),
  CASE ("0.00000000000000000000123456789012345", "d1.23456789012345e-21"),
  CASE ("1234567890.12345", "d1234567890.12345"),
  CASE ("123456789012345e5", "d1.23456789012345e+19"),
  CASE ("[0,-1,2.5]", "[ i0 i-1 d2.5 ]"),
  CASE ("0 ", "i0"),
  CASE ("[1]", "[ i1 ]"),
  CASE ("{\"a\":1}", "{ a: i1 }"),
};

static const OutcomeCase refused[] = {
  CASE ("-", "number 1:2"),
  CASE ("--1", "number 1:2"),
  CASE ("- 1", "number 1:2"),
  CASE ("+1", "syntax 1:1"),
  CASE ("++1", "syntax 1:1"),
  CASE ("01", "number 1:1"),
  CASE ("-01", "number 1:2"),
  CASE ("00", "number 1:1"),
  CASE ("-00", "number 1:2"),
  CASE ("010", "number 1:1"),
  CASE ("017", "number 1:1"),
  CASE ("01x", "number 1:1"),
  CASE ("1.", "number 1:3"),
  CASE ("1.]", "number 1:3"),
  CASE ("[1.]", "number 1:4"),
  CASE ("1.e1", "number 1:3"),
  CASE (".5", "syntax 1:1"),
  CASE ("-.5", "number 1:2"),
  CASE ("1e", "number 1:3"),
  CASE ("1e+", "number 1:4"),
  CASE ("1e-", "number 1:4"),
  CASE ("1ee2", "number 1:3"),
  CASE ("1e2.5", "number 1:4"),
  CASE ("1e2e3", "number 1:4"),
  CASE ("1.2.3", "number 1:4"),
  CASE ("1+2", "number 1:2"),
  CASE ("1-2", "number 1:2"),
  CASE ("1_000", "number 1:2"),
  CASE ("1 000", "trailing 1:3"),
  CASE ("1,5", "trailing 1:2"),
  CASE ("[1 000]", "syntax 1:4"),
  CASE ("0x1F", "number 1:2"),
  CASE ("0X10", "number 1:2"),
  CASE ("0b1", "number 1:2"),
  CASE ("0o7", "number 1:2"),
  CASE ("$1F", "syntax 1:1"),
  CASE ("1f", "number 1:2"),
  CASE ("12kg", "number 1:3"),
  CASE ("1a", "number 1:2"),
  CASE ("-x", "number 1:2"),
  CASE ("NaN", "syntax 1:1"),
  CASE ("-NaN", "number 1:2"),
  CASE ("Infinity", "syntax 1:1"),
  CASE ("-Infinity", "number 1:2"),
  CASE ("Inf", "syntax 1:1"),
  CASE ("\xEF\xBC\x91", "syntax 1:1"),
  CASE ("[1\xEF\xBC\x91]", "syntax 1:3"),
};

static const OutcomeCase limits[] = {
  CASE ("9007199254740992", "number 1:1"),
  CASE ("-9007199254740992", "number 1:1"),
  CASE ("10000000000000000", "number 1:1"),
  CASE ("9223372036854775807", "number 1:1"),
  CASE ("9223372036854775808", "number 1:1"),
  CASE ("-9223372036854775809", "number 1:1"),
  CASE ("18446744073709551616", "number 1:1"),
  CASE ("99999999999999999999", "number 1:1"),
  CASE ("100000000000000000000", "number 1:1"),
  CASE ("[1, 100000000000000000000]", "number 1:5"),
  CASE ("1e400", "number 1:1"),
  CASE ("-1e400", "number 1:1"),
  CASE ("1e309", "number 1:1"),
  CASE ("1e99999999999999999999", "number 1:1"),
  CASE ("1e-400", "number 1:1"),
  CASE ("1e-310", "number 1:1"),
  CASE ("1e-99999999999999999999", "number 1:1"),
  CASE ("0.123456789012345", "d0.123456789012345"),
  CASE ("0.1234567890123456", "number 1:1"),
  CASE ("1.23456789012345", "d1.23456789012345"),
  CASE ("1.234567890123456", "number 1:1"),
  CASE ("123456789012345.0", "number 1:1"),
  CASE ("0.30000000000000004", "number 1:1"),
  CASE ("1.00000000000000000000", "number 1:1"),
};

static void
test_accepted (void)
{
  assert_outcomes (accepted, G_N_ELEMENTS (accepted));
}

static void
test_refused (void)
{
  assert_outcomes (refused, G_N_ELEMENTS (refused));
}

static void
test_limits (void)
{
  assert_outcomes (limits, G_N_ELEMENTS (limits));
}

/* A number has few significant digits and yet may be written with any number of characters. */
static void
test_length (void)
{
  for (guint zeros = 100; zeros <= 1000000; zeros *= 100)
    {
      g_autofree char *fill = g_strnfill (zeros, '0');
      g_autofree char *text = g_strdup_printf ("0.%s1", fill);
      g_autofree char *outcome = dup_outcome (text, strlen (text));

      g_assert_cmpstr (outcome, ==, zeros == 100 ? "d1e-101" : "number 1:1");
    }
}

static void
test_decimal_of_both (void)
{
  g_autoptr (CritJsonReader) reader = crit_json_reader_new ("[7,7.5]", 7);
  CritJsonEvent event = crit_json_reader_next (reader, NULL);

  g_assert_cmpint (event, ==, CRIT_JSON_ARRAY_START);
  g_assert_cmpint (crit_json_reader_next (reader, NULL), ==, CRIT_JSON_INTEGER);
  g_assert_cmpfloat (crit_json_reader_get_token (reader)->number.decimal, ==, 7);
  g_assert_cmpint (crit_json_reader_next (reader, NULL), ==, CRIT_JSON_DECIMAL);
  g_assert_cmpfloat (crit_json_reader_get_token (reader)->number.decimal, ==, 7.5);
}

/* Many decimals of all lengths read as the C library reads them, to the last bit. */
static void
test_like_strtod (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 100000; i++)
    {
      guint64 digits = ((guint64) g_rand_int (random) << 32 | g_rand_int (random))
                       % (guint64) pow (10, g_rand_int_range (random, 1, 15));
      g_autofree char *zeros = g_strnfill ((gsize) g_rand_int_range (random, 0, 22), '0');
      g_autofree char *text =
          g_strdup_printf ("%s%u.%s%" G_GUINT64_FORMAT, i % 2 ? "-" : "", i % 10, zeros, digits);
      g_autoptr (CritJsonReader) reader = crit_json_reader_new (text, strlen (text));

      if (crit_json_reader_next (reader, NULL) == CRIT_JSON_DECIMAL)
        g_assert_true (crit_json_reader_get_token (reader)->number.decimal
                       == g_ascii_strtod (text, NULL));
      else
        g_assert_cmpuint (strlen (text), >, CRIT_JSON_MAX_DIGITS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/number/accepted", test_accepted);
  g_test_add_func ("/json/number/refused", test_refused);
  g_test_add_func ("/json/number/limits", test_limits);
  g_test_add_func ("/json/number/length", test_length);
  g_test_add_func ("/json/number/decimal-of-both", test_decimal_of_both);
  g_test_add_func ("/json/number/like-strtod", test_like_strtod);
  return g_test_run ();
}
