/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "coverage.h"

/* In these patterns ' stands for ". */
#define ANSWER "\\{'answer':"
#define LOWER "'(at-least|more-than)':"
#define UPPER "'(at-most|less-than)':"
#define UNKNOWN(reason) "\\{'unknown':'" reason "'\\}"

static const char *const in_rules[] = {
  /* The criteria, and what they are made of. */
  "'kind':'requirement'",
  "'kind':'caution'",
  "'applies-when':",
  "'all':\\[",
  "'any':\\[",
  "'not':\\{",
  "'at-least':[123],'of':\\[",
  "'criterion':'k[01]'",

  /* Tests, by type of question; those of fields too. */
  ANSWER "'b[12]','is':true",
  ANSWER "'b[12]','is':false",
  ANSWER "'fb','is':",
  ANSWER "'n1','is':",
  ANSWER "'n1','(at-least|more-than)':",
  ANSWER "'n1','(at-most|less-than)':",
  ANSWER "'n2','(at-least|more-than)':",
  ANSWER "'n2','(at-most|less-than)':",
  ANSWER "'mn','(at-least|more-than|at-most|less-than|is)':",
  ANSWER "'d[12]','(at-least|more-than)':",
  ANSWER "'d[12]','(at-most|less-than)':",
  ANSWER "'d[12]','within':",
  ANSWER "'d[12]','longer-ago-than':",
  ANSWER "'fd2?','(at-least|more-than|at-most|less-than)':",
  ANSWER "'fd2?','within':",
  ANSWER "'fd2?','longer-ago-than':",
  ANSWER "'c1','is':",
  ANSWER "'c1','in':",
  ANSWER "'c1\\.kind','is':",
  ANSWER "'c1\\.form','(is|in)':",
  ANSWER "'[fm]c','is':",
  ANSWER "'[fm]c','in':",
  ANSWER "'[fm]c\\.(kind|form)','is':",
  "'duration':\\['d1','d2'\\]",
  "'duration':\\['fd','fd2'\\]",
  "'duration':\\['(d1','fd2|fd','d2)'\\]",
  "'duration':[^}]*'[0-9]+ month",
  "'duration':[^}]*'[0-9]+ (day|week)",

  /* Bounds with both ends, which may be one. */
  "'n1'," LOWER "[0-9]," UPPER,
  "'n2'," LOWER "[0-9.]*," UPPER,
  "'mn'," LOWER "[0-9]," UPPER,
  "'d[12]'," LOWER "'[-0-9]*'," UPPER,
  "'fd2?'," LOWER "'[-0-9]*'," UPPER,
  "'duration':[^}]*" LOWER "'[0-9]+ [a-z]*'," UPPER,
  "'count':'l'[^{}]*" LOWER "[0-9]," UPPER,
  "'count':'m'[^{}]*" LOWER "[0-9]," UPPER,
  "'count':'[lm]'[^{}]*'at-least':1,'at-most':1",
  "'n[12]','at-least':([0-9.]*),'at-most':\\1",
  "'more-than':[^,]*,'less-than':",

  /* Counts. */
  "'count':'l'",
  "'count':'m'",
  "'count':'[lm]','(at-least|more-than)'",
  "'count':'[lm]','(at-most|less-than)'",
  "'count':'[lm]',[^{]*'where':",
  "'where':\\{'(answer|duration)':\\[?'(b|c|d|n)[12]",
  "'distinct':'[fm]c'",
  "'distinct':'[fm]c\\.kind'",
  "'distinct':'[fm]c\\.form'",

  /* What questions say about themselves. */
  "'id':'t','title':'t','shown-when':",
  "'id':'b2',[^}]*'shown-when':",
  "'id':'[nd][12]',[^}]*'shown-when':\\{'not':\\{'answer':'b2'",
  "'id':'[nd][12]',[^}]*'shown-when':\\{'answer':'c1",
  "'id':'[lm]',[^}]*'shown-when':",
  "'id':'f[cd]2?',[^}]*'shown-when':\\{'answer':'fb'",
  "'id':'f[bcd]2?',[^}]*'shown-when':\\{'answer':'[bc]",
  "'id':'c1',[^{]*('shown-when':[^o]*)?'other':true",
  "'id':'fc',[^{]*'other':true",
  "'id':'mc',[^{]*'other':true",
  "'id':'d2',[^{]*'ongoing':true",
  "'id':'fd2',[^{]*'ongoing':true",
  "'id':'n1',[^}]*'minimum':0,'maximum':3",
  "'id':'n[12]','type':'[a-z]*','text':'n[12]'(,'maximum':[0-9.]*)?\\}",
  "'id':'d1','type':'date','text':'d1'\\}",
};

static const char *const in_record[] = {
  /* Answers of every type, and none. */
  "'b1':(true|false)",
  "'c1':'o[1-4]'",
  "'c1':\\{'other':",
  "'n1':[0-9]",
  "'n2':[0-9]\\.[0-9]",
  "'d[12]':'2024'",
  "'d[12]':'2024-02'",
  "'d[12]':'2024-02-25'",
  "'date':'2024-02-27'.*'d[12]':'2024-02-27'",
  "'date':'2024-02-27'.*'d[12]':'2024-02-28'",
  "'d[12]':'2024-03'",
  "'d2':'ongoing'",
  "'s1':'",
  "'t1':'",
  "'s1':" UNKNOWN ("[a-z-]*"),
  "'answers':\\{'b2'",

  /* Each reason why something is unknown, at the top and in entries. */
  "'b[12]':" UNKNOWN ("not-known"),
  "'b[12]':" UNKNOWN ("not-in-notes"),
  "'b[12]':" UNKNOWN ("awaiting"),
  "'b[12]':" UNKNOWN ("conflicting"),
  "'f[bcd]2?':" UNKNOWN ("not-known"),
  "'f[bcd]2?':" UNKNOWN ("not-in-notes"),
  "'f[bcd]2?':" UNKNOWN ("awaiting"),
  "'f[bcd]2?':" UNKNOWN ("conflicting"),

  /* Lists. */
  "'[lm]':" UNKNOWN ("[a-z-]*"),
  "'[lm]':\\{'entries':\\[\\]\\}",
  "'[lm]':\\{'entries':\\[\\],'complete':true",
  "'complete':false",
  "\\}\\]\\}",
  "[\\[,]\\{\\}[,\\]]",
  "'fc':\\{'other':'[Aa] ?'\\}.*'fc':\\{'other':'[Aa] ?'\\}",
  "'f[bcd]2?':\\{'other':",
  "'mc':\\{'other':",
  "'fd2?':'2024'",
  "'fd2?':'2024-02'",
  "'fd2':'ongoing'",
  "'mn':[0-9]",
  "'date':'2024-02-27'",
  "'date':'2024-03-04'",
};

typedef struct
{
  GRegex *regex;
  guint n;
} Feature;

struct _Coverage
{
  Feature rules[G_N_ELEMENTS (in_rules)];
  Feature record[G_N_ELEMENTS (in_record)];
};

static void
init (Feature *features, const char *const *patterns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pattern = g_strdelimit (g_strdup (patterns[i]), "'", '"');

      features[i].regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert_nonnull (features[i].regex);
    }
}

static void
clear (Feature *features, guint n)
{
  for (guint i = 0; i < n; i++)
    g_regex_unref (features[i].regex);
}

static void
add (Feature *features, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    features[i].n += g_regex_match (features[i].regex, text, 0, NULL) ? 1 : 0;
}

static void
check (Feature *features, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (features[i].n < 3)
        g_test_message ("%s: %u", g_regex_get_pattern (features[i].regex), features[i].n);
      g_assert_cmpuint (features[i].n, >=, 3);
    }
}

/**
 * coverage_new:
 *
 * Returns: (transfer full): a coverage of nothing yet
 */
Coverage *
coverage_new (void)
{
  Coverage *self = g_new0 (Coverage, 1);

  init (self->rules, in_rules, G_N_ELEMENTS (in_rules));
  init (self->record, in_record, G_N_ELEMENTS (in_record));
  return self;
}

/**
 * coverage_free:
 * @self: a coverage
 *
 * Frees it.
 */
void
coverage_free (Coverage *self)
{
  clear (self->rules, G_N_ELEMENTS (in_rules));
  clear (self->record, G_N_ELEMENTS (in_record));
  g_free (self);
}

/**
 * coverage_add:
 * @self: a coverage
 * @rules: random rules
 * @record: a random record
 *
 * Notes what they make use of.
 */
void
coverage_add (Coverage *self, const char *rules, const char *record)
{
  add (self->rules, G_N_ELEMENTS (in_rules), rules);
  add (self->record, G_N_ELEMENTS (in_record), record);
}

/**
 * coverage_check:
 * @self: a coverage
 *
 * Fails unless everything was made use of.
 */
void
coverage_check (Coverage *self)
{
  check (self->rules, G_N_ELEMENTS (in_rules));
  check (self->record, G_N_ELEMENTS (in_record));
}
