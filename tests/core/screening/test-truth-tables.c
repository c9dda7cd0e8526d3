/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

/* The tables of two languages that have three truth values, as their specifications give them: Clinical Quality Language
   (Author's Guide, appendix B; operators And, Or, Xor, Implies and Not) and FEEL of Decision Model and Notation 1.3
   (10.3.2, semantics of conjunction and disjunction, and the function not). What they call null is an answer that is not
   there. Each row goes the whole way, through a rules file, a record and a screening. */

#define A "{'answer':'x','is':true}"
#define B "{'answer':'z','is':true}"
#define NOT(condition) "{'not':" condition "}"
#define AND(a, b) "{'all':[" a "," b "]}"
#define OR(a, b) "{'any':[" a "," b "]}"

/* In the order true, false, null, as the specifications have them: first the row, then the column. */
typedef struct
{
  const char *name;
  const char *condition;
  const char *results[3][3];
} Table;

static const Table tables[] = {
  { "cql/and", AND (A, B), { { "T", "F", "N" }, { "F", "F", "F" }, { "N", "F", "N" } } },
  { "cql/or", OR (A, B), { { "T", "T", "T" }, { "T", "F", "N" }, { "T", "N", "N" } } },
  { "cql/xor",
    OR (AND (A, NOT (B)), AND (NOT (A), B)),
    { { "F", "T", "N" }, { "T", "F", "N" }, { "N", "N", "N" } } },
  { "cql/implies", OR (NOT (A), B), { { "T", "F", "N" }, { "T", "T", "T" }, { "T", "N", "N" } } },
  { "cql/not", NOT (A), { { "F", "F", "F" }, { "T", "T", "T" }, { "N", "N", "N" } } },
  { "dmn/conjunction", AND (A, B), { { "T", "F", "N" }, { "F", "F", "F" }, { "N", "F", "N" } } },
  { "dmn/disjunction", OR (A, B), { { "T", "T", "T" }, { "T", "F", "N" }, { "T", "N", "N" } } },
  { "dmn/not", NOT (A), { { "F", "F", "F" }, { "T", "T", "T" }, { "N", "N", "N" } } },
  /* Both are the same whichever way they are put. */
  { "de-morgan/and",
    NOT (OR (NOT (A), NOT (B))),
    { { "T", "F", "N" }, { "F", "F", "F" }, { "N", "F", "N" } } },
  { "de-morgan/or",
    NOT (AND (NOT (A), NOT (B))),
    { { "T", "T", "T" }, { "T", "F", "N" }, { "T", "N", "N" } } },
  { "so-many/two",
    "{'at-least':2,'of':[" A "," B "]}",
    { { "T", "F", "N" }, { "F", "F", "F" }, { "N", "F", "N" } } },
  { "so-many/one",
    "{'at-least':1,'of':[" A "," B "]}",
    { { "T", "T", "T" }, { "T", "F", "N" }, { "T", "N", "N" } } },
};

/* How an answer comes to be true, false or not there. */
static const struct
{
  guint value;
  const char *text;
} answers[] = {
  { 0, "true" },
  { 1, "false" },
  { 2, NULL },
  { 2, "{'unknown':'not-known'}" },
  { 2, "{'unknown':'not-in-notes'}" },
  { 2, "{'unknown':'awaiting'}" },
  { 2, "{'unknown':'conflicting'}" },
};

static char *
dup_answers (const char *a, const char *b)
{
  g_autofree char *x = a != NULL ? g_strconcat ("'x':", a, NULL) : g_strdup ("");
  g_autofree char *z = b != NULL ? g_strconcat ("'z':", b, NULL) : g_strdup ("");

  return g_strconcat (x, a != NULL && b != NULL ? "," : "", z, NULL);
}

static CritStatus
get_expected (const char *result, gboolean caution)
{
  switch (*result)
    {
    case 'T':
      return caution ? CRIT_STATUS_PRESENT : CRIT_STATUS_MET;
    case 'F':
      return caution ? CRIT_STATUS_ABSENT : CRIT_STATUS_NOT_MET;
    default:
      return CRIT_STATUS_UNKNOWN;
    }
}

static void
check (const Table *table, guint row, guint column, gboolean caution)
{
  g_autofree char *when =
      g_strconcat (caution ? "'kind':'caution'," : "", "'when':", table->condition, NULL);
  g_autofree char *given = dup_answers (answers[row].text, answers[column].text);
  const char *result = table->results[answers[row].value][answers[column].value];
  g_autoptr (CritScreening) screening = fixture_screen (when, given);
  const CritOutcome *outcome = fixture_get_outcome (screening);

  g_test_message ("%s: %s", when, given);
  g_assert_cmpint (outcome->status, ==, get_expected (result, caution));
  g_assert_false (outcome->imprecise);
  g_assert_true ((outcome->open->len > 0) == (*result == 'N'));
}

static void
test_table (gconstpointer data)
{
  for (guint row = 0; row < G_N_ELEMENTS (answers); row++)
    for (guint column = 0; column < G_N_ELEMENTS (answers); column++)
      {
        check (data, row, column, FALSE);
        check (data, row, column, TRUE);
      }
}

/* Here the two languages know less: to them one and the same null may be true in one place and false in another. An
   answer has one value, whatever it is. */
static void
test_same_answer_twice (void)
{
  g_autoptr (CritScreening) either = fixture_screen ("'when':" OR (A, NOT (A)), "");
  g_autoptr (CritScreening) both = fixture_screen ("'when':" AND (A, NOT (A)), "");

  g_assert_cmpint (fixture_get_outcome (either)->status, ==, CRIT_STATUS_MET);
  g_assert_cmpint (fixture_get_outcome (both)->status, ==, CRIT_STATUS_NOT_MET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat ("/truth-tables/", tables[i].name, NULL);

      g_test_add_data_func (name, &tables[i], test_table);
    }
  g_test_add_func ("/truth-tables/same-answer-twice", test_same_answer_twice);
  return g_test_run ();
}
