/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-rules.h"

/* One call of chance in an expression: the order in which arguments are evaluated is the compiler's, and a seed has to
   give the same rules everywhere. */

/* The ids are the same in all rules: a record can be made without looking at them. Most answers fit most rules; those
   that do not are refused by the reader, and the oracle tries another. */

typedef struct
{
  GRand *random;
  GString *text;
  gboolean in_entry;
  gboolean may_count;
  guint n_criteria;
} Author;

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static gboolean
chance (GRand *random, guint percent)
{
  return pick (random, 100) < percent;
}

static void
write_bound (Author *self, const char *value)
{
  static const char *const words[] = { "at-least", "more-than", "at-most", "less-than" };

  g_string_append_printf (self->text, ",\"%s\":%s", words[pick (self->random, 4)], value);
}

static void
write_day (Author *self, GString *text)
{
  g_string_append_printf (text, "\"2024-02-%02u\"", 24 + pick (self->random, 3));
}

static void
write_date_test (Author *self)
{
  static const char *const ids[] = { "d1", "d2", "fd" };
  const char *id = ids[pick (self->random, self->in_entry ? 3 : 2)];
  g_autoptr (GString) day = g_string_new (NULL);

  g_string_append_printf (self->text, "{\"answer\":\"%s\"", id);
  if (chance (self->random, 50))
    {
      g_string_append_printf (self->text,
                              ",\"%s\":", chance (self->random, 50) ? "within" : "longer-ago-than");
      g_string_append_printf (self->text, "\"%u days\"", pick (self->random, 8));
    }
  else
    {
      write_day (self, day);
      write_bound (self, day->str);
    }
  g_string_append (self->text, "}");
}

static void
write_duration (Author *self)
{
  static const char *const periods[] = { "0 days", "1 day",   "2 days",  "3 days",  "4 days",
                                         "1 week", "1 month", "30 days", "0 months" };
  g_autofree char *period =
      g_strdup_printf ("\"%s\"", periods[pick (self->random, G_N_ELEMENTS (periods))]);
  gboolean with_field = self->in_entry && chance (self->random, 70);

  g_string_append_printf (self->text, "{\"duration\":[\"%s\",\"%s\"]",
                          with_field && chance (self->random, 50) ? "fd" : "d1",
                          with_field ? "fd2" : "d2");
  write_bound (self, period);
  g_string_append (self->text, "}");
}

static void
write_number_test (Author *self)
{
  gboolean whole = chance (self->random, 50);
  guint number = pick (self->random, whole ? 5 : 2);
  g_autofree char *value = whole ? g_strdup_printf ("%u", number)
                                 : g_strdup_printf ("%u.%u", number, 5 * pick (self->random, 2));

  g_string_append_printf (self->text, "{\"answer\":\"%s\"", whole ? "n1" : "n2");
  if (chance (self->random, 30))
    g_string_append_printf (self->text, ",\"is\":%s", value);
  else
    write_bound (self, value);
  g_string_append (self->text, "}");
}

static void
write_option_test (Author *self)
{
  static const char *const codes[] = { "\"o1\"", "\"o2\"", "\"o3\"", "\"o4\"" };
  static const char *const kinds[] = { "\"x\"", "\"y\"" };
  gboolean attribute = chance (self->random, 40);
  const char *id = self->in_entry && chance (self->random, 80) ? "fc" : "c1";
  const char *a = attribute ? kinds[pick (self->random, 2)] : codes[pick (self->random, 4)];
  const char *b = attribute ? kinds[pick (self->random, 2)] : codes[pick (self->random, 4)];

  g_string_append_printf (self->text, "{\"answer\":\"%s%s\"", id, attribute ? ".kind" : "");
  if (a == b || chance (self->random, 60))
    g_string_append_printf (self->text, ",\"is\":%s}", a);
  else
    g_string_append_printf (self->text, ",\"in\":[%s,%s]}", a, b);
}

static void
write_truth_test (Author *self)
{
  static const char *const ids[] = { "b1", "b2", "fb", "fb" };

  const char *id = ids[pick (self->random, self->in_entry ? 4 : 2)];

  g_string_append_printf (self->text, "{\"answer\":\"%s\",\"is\":%s}", id,
                          chance (self->random, 60) ? "true" : "false");
}

static void
write_test (Author *self)
{
  switch (pick (self->random, 8))
    {
    case 0:
      write_number_test (self);
      break;
    case 1:
      write_date_test (self);
      break;
    case 2:
      write_duration (self);
      break;
    case 3:
    case 4:
      write_option_test (self);
      break;
    default:
      write_truth_test (self);
    }
}

static void write_condition (Author *self, guint depth);

static void
write_count (Author *self, guint depth)
{
  g_autofree char *bound = g_strdup_printf ("%u", pick (self->random, 3));

  g_string_append (self->text, "{\"count\":\"l\"");
  if (chance (self->random, 60))
    g_string_append_printf (self->text, ",\"distinct\":\"fc%s\"",
                            chance (self->random, 50) ? ".kind" : "");
  write_bound (self, bound);
  if (chance (self->random, 80))
    {
      self->in_entry = TRUE;
      self->may_count = FALSE;
      g_string_append (self->text, ",\"where\":");
      write_condition (self, MIN (depth, 1));
      self->in_entry = FALSE;
      self->may_count = TRUE;
    }
  g_string_append (self->text, "}");
}

static void
write_parts (Author *self, guint depth, guint n)
{
  g_string_append (self->text, "[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (self->text, ",");
      write_condition (self, depth - 1);
    }
  g_string_append (self->text, "]");
}

static void
write_group (Author *self, guint depth)
{
  guint n = 2 + pick (self->random, 2);

  switch (pick (self->random, 4))
    {
    case 0:
      g_string_append (self->text, "{\"all\":");
      break;
    case 1:
      g_string_append (self->text, "{\"any\":");
      break;
    case 2:
      g_string_append_printf (self->text, "{\"at-least\":%u,\"of\":", 1 + pick (self->random, n));
      break;
    default:
      g_string_append (self->text, "{\"not\":");
      write_condition (self, depth - 1);
      g_string_append (self->text, "}");
      return;
    }
  write_parts (self, depth, n);
  g_string_append (self->text, "}");
}

static void
write_condition (Author *self, guint depth)
{
  if (self->may_count && chance (self->random, 30))
    write_count (self, depth);
  else if (self->n_criteria > 0 && !self->in_entry && chance (self->random, 15))
    g_string_append_printf (self->text, "{\"criterion\":\"k%u\"}",
                            pick (self->random, self->n_criteria));
  else if (depth > 0 && chance (self->random, 75))
    write_group (self, depth);
  else
    write_test (self);
}

/* Only b1 decides what is shown, itself always there, so that nothing goes in a circle. */
static void
write_shown_when (Author *self)
{
  if (chance (self->random, 25))
    g_string_append_printf (self->text, ",\"shown-when\":{\"answer\":\"b1\",\"is\":%s}",
                            chance (self->random, 50) ? "true" : "false");
}

static void
write_date_question (Author *self, const char *id, gboolean ongoing)
{
  guint first = pick (self->random, 4);

  g_string_append_printf (
      self->text,
      "{\"id\":\"%s\",\"type\":\"date\",\"text\":\"%s\","
      "\"minimum\":\"2024-02-%02u\",\"maximum\":\"2024-%s\"",
      id, id, 20 + first,
      chance (self->random, 10) ? "03-28" : (chance (self->random, 50) ? "02-26" : "02-29"));
  if (ongoing && chance (self->random, 40))
    g_string_append (self->text, ",\"ongoing\":true");
  write_shown_when (self);
  g_string_append (self->text, "}");
}

static void
write_choice (Author *self, const char *id, gboolean other)
{
  g_string_append_printf (self->text,
                          "{\"id\":\"%s\",\"type\":\"choice\",\"text\":\"%s\",\"options\":\"os\"%s",
                          id, id, other ? ",\"other\":true" : "");
  write_shown_when (self);
  g_string_append (self->text, "}");
}

static void
write_number_question (Author *self, const char *id, const char *type, const char *maximum)
{
  g_string_append_printf (
      self->text, "{\"id\":\"%s\",\"type\":\"%s\",\"text\":\"%s\",\"minimum\":0,\"maximum\":%s", id,
      type, id, maximum);
  write_shown_when (self);
  g_string_append (self->text, "},");
}

static void
write_boolean_question (Author *self, const char *id, gboolean may_hide)
{
  g_string_append_printf (self->text, "{\"id\":\"%s\",\"type\":\"boolean\",\"text\":\"%s\"", id,
                          id);
  if (may_hide)
    write_shown_when (self);
  g_string_append (self->text, "}");
}

static void
write_list (Author *self)
{
  g_string_append (self->text, "{\"id\":\"l\",\"type\":\"list\",\"text\":\"l\"");
  write_shown_when (self);
  g_string_append (self->text, ",\"questions\":[");
  write_boolean_question (self, "fb", TRUE);
  g_string_append (self->text, ",");
  write_choice (self, "fc", chance (self->random, 35));
  g_string_append (self->text, ",");
  write_date_question (self, "fd", FALSE);
  g_string_append (self->text, ",");
  write_date_question (self, "fd2", TRUE);
  g_string_append (self->text, "]}");
}

static void
write_questions (Author *self)
{
  g_string_append (self->text, "\"sections\":[{\"id\":\"s\",\"title\":\"s\",\"questions\":[");
  write_boolean_question (self, "b1", FALSE);
  g_string_append (self->text, "]},{\"id\":\"t\",\"title\":\"t\"");
  write_shown_when (self);
  g_string_append (self->text, ",\"questions\":[");
  write_boolean_question (self, "b2", TRUE);
  g_string_append (self->text, ",");
  write_choice (self, "c1", chance (self->random, 30));
  g_string_append (self->text, ",");
  write_number_question (self, "n1", "integer", "3");
  write_number_question (self, "n2", "decimal", "1.5");
  write_date_question (self, "d1", FALSE);
  g_string_append (self->text, ",");
  write_date_question (self, "d2", TRUE);
  g_string_append (self->text, ",");
  write_list (self);
  g_string_append (self->text, "]}],");
}

static void
write_criterion (Author *self)
{
  g_string_append_printf (self->text, "%s{\"id\":\"k%u\",\"kind\":\"%s\",\"text\":\"k\",\"when\":",
                          self->n_criteria > 0 ? "," : "", self->n_criteria,
                          chance (self->random, 70) ? "requirement" : "caution");
  write_condition (self, 2);
  if (chance (self->random, 20))
    {
      g_string_append (self->text, ",\"applies-when\":");
      write_condition (self, 1);
    }
  g_string_append (self->text, ",\"sources\":[{\"source\":\"q\",\"certainty\":\"verified\"}]}");
  self->n_criteria++;
}

/**
 * random_rules_dup_text:
 * @random: where chance comes from
 *
 * Returns: (transfer full): a small rules file
 */
char *
random_rules_dup_text (GRand *random)
{
  Author self = { random, g_string_new (NULL), FALSE, TRUE, 0 };

  g_string_append (
      self.text, "{\"format\":\"criteria-rules/1\",\"id\":\"r\",\"version\":\"1\",\"title\":\"r\","
                 "\"language\":\"en-GB\",\"status\":\"draft\",\"effective-from\":\"2024-01-01\","
                 "\"review-by\":\"2030-01-01\",\"about\":\"r\","
                 "\"sources\":[{\"id\":\"q\",\"title\":\"q\",\"publisher\":\"q\","
                 "\"published\":\"2024\",\"retrieved\":\"2024-01-01\"}],"
                 "\"option-sets\":{\"os\":[{\"code\":\"o1\",\"text\":\"o1\",\"kind\":\"x\"},"
                 "{\"code\":\"o2\",\"text\":\"o2\",\"kind\":\"x\"},"
                 "{\"code\":\"o3\",\"text\":\"o3\",\"kind\":\"y\"},"
                 "{\"code\":\"o4\",\"text\":\"o4\"}]},");
  write_questions (&self);
  g_string_append (self.text, "\"criteria\":[");
  for (guint i = 0; i < 3; i++)
    write_criterion (&self);
  g_string_append (self.text, "],\"cases\":[]}");
  return g_string_free (self.text, FALSE);
}

static void
answer (GRand *random, GString *text, const char *id, const char *const *values)
{
  guint n = g_strv_length ((char **) values);

  if (chance (random, 35))
    return;
  if (text->str[text->len - 1] != '{')
    g_string_append (text, ",");
  g_string_append_printf (text, "\"%s\":%s", id,
                          chance (random, 15) ? "{\"unknown\":\"awaiting\"}"
                                              : values[pick (random, n)]);
}

static const char *const truths[] = { "true", "false", NULL };
static const char *const options[] = { "\"o1\"",
                                       "\"o2\"",
                                       "\"o3\"",
                                       "\"o4\"",
                                       "{\"other\":\"A \"}",
                                       "{\"other\":\"a\"}",
                                       "{\"other\":\"b\"}",
                                       NULL };
static const char *const integers[] = { "0", "1", "2", "3", NULL };
static const char *const decimals[] = { "0", "0.5", "0.7", "1", "1.5", NULL };
static const char *const dates[] = { "\"2024\"",       "\"2024-02\"",
                                     "\"2024-02\"",    "\"2024-02-25\"",
                                     "\"2024-02-26\"", "\"2024-02-26\"",
                                     "\"ongoing\"",    NULL };

static void
write_entries (GRand *random, GString *text)
{
  guint n = pick (random, 4);

  if (chance (random, 20))
    return;
  g_string_append_printf (text, "%s\"l\":{\"entries\":[",
                          text->str[text->len - 1] == '{' ? "" : ",");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",{" : "{");
      answer (random, text, "fb", truths);
      answer (random, text, "fc", options);
      answer (random, text, "fd", dates);
      answer (random, text, "fd2", dates);
      g_string_append (text, "}");
    }
  g_string_append (text, chance (random, 60) ? "],\"complete\":true}" : "]}");
}

/**
 * random_record_dup_text:
 * @random: where chance comes from
 *
 * Returns: (transfer full): a record that may fit random rules
 */
char *
random_record_dup_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"reference\":\"r\",\"date\":\"2024-%s\",\"answers\":{",
                          chance (random, 60) ? "02-27" : "03-04");
  answer (random, text, "b1", truths);
  answer (random, text, "b2", truths);
  answer (random, text, "c1", options);
  answer (random, text, "n1", integers);
  answer (random, text, "n2", decimals);
  answer (random, text, "d1", dates);
  answer (random, text, "d2", dates);
  write_entries (random, text);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}
