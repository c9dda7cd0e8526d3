/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-author.h"

/**
 * random_pick:
 * @self: an author
 * @n: a number, 1 or more
 *
 * Returns: a number below it
 */
guint
random_pick (RandomAuthor *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

/**
 * random_chance:
 * @self: an author
 * @percent: how often
 *
 * Returns: TRUE that often
 */
gboolean
random_chance (RandomAuthor *self, guint percent)
{
  return random_pick (self, 100) < percent;
}

/**
 * random_write:
 * @self: an author
 * @format: JSON, with ' for "
 * @...: what goes in
 *
 * Writes on.
 */
void
random_write (RandomAuthor *self, const char *format, ...)
{
  gsize start = self->text->len;
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  g_strdelimit (self->text->str + start, "'", '"');
}

/* A question at the top, or mostly a field where the condition is about entries. Those that a list has none of are "". */
static const char *
pick_id (RandomAuthor *self, const char *top, const char *in_l, const char *in_m)
{
  const char *field = self->list == NULL ? "" : self->list[0] == 'l' ? in_l : in_m;

  return field[0] != '\0' && random_chance (self, 75) ? field : top;
}

static const char *
pick_either (RandomAuthor *self, const char *one, const char *other)
{
  return random_chance (self, 50) ? one : other;
}

static void
write_bound (RandomAuthor *self, const char *value)
{
  static const char *const least[] = { "at-least", "more-than" };
  static const char *const most[] = { "at-most", "less-than" };

  random_write (self, ",'%s':%s", (random_chance (self, 50) ? least : most)[random_pick (self, 2)],
                value);
}

static void
write_date_test (RandomAuthor *self)
{
  const char *top = pick_either (self, "d1", "d2");
  const char *field = pick_either (self, "fd", "fd2");

  random_write (self, "{'answer':'%s'", pick_id (self, top, field, ""));
  if (random_chance (self, 50))
    {
      const char *word = pick_either (self, "within", "longer-ago-than");

      random_write (self, ",'%s':'%u days'}", word, random_pick (self, 8));
    }
  else
    {
      g_autofree char *day = g_strdup_printf ("'2024-02-%02u'", 24 + random_pick (self, 3));

      write_bound (self, day);
      random_write (self, "}");
    }
}

static void
write_duration (RandomAuthor *self)
{
  static const char *const periods[] = { "'0 days'",  "'1 day'",   "'2 days'",
                                         "'3 days'",  "'4 days'",  "'1 week'",
                                         "'1 month'", "'30 days'", "'0 months'" };
  const char *until = pick_id (self, "d2", "fd2", "");
  const char *start = pick_id (self, "d1", "fd", "");

  random_write (self, "{'duration':['%s','%s']", start, until);
  write_bound (self, periods[random_pick (self, G_N_ELEMENTS (periods))]);
  random_write (self, "}");
}

static void
write_number_test (RandomAuthor *self)
{
  gboolean whole = random_chance (self, 60);
  const char *id = whole ? pick_id (self, "n1", "", "mn") : "n2";
  guint number = random_pick (self, whole ? 4 : 2);
  g_autofree char *value = whole ? g_strdup_printf ("%u", number)
                                 : g_strdup_printf ("%u.%u", number, 5 * random_pick (self, 2));

  random_write (self, "{'answer':'%s'", id);
  if (random_chance (self, 30))
    random_write (self, ",'is':%s", value);
  else
    write_bound (self, value);
  random_write (self, "}");
}

static void
write_option_test (RandomAuthor *self)
{
  static const char *const words[3][4] = { { "o1", "o2", "o3", "o4" },
                                           { "x", "y", "x", "y" },
                                           { "p", "q", "p", "q" } };
  static const char *const attributes[] = { "", ".kind", ".form" };
  guint of = random_chance (self, 55) ? 0 : random_chance (self, 70) ? 1 : 2;
  guint a = random_pick (self, 4), b = random_pick (self, 3);
  const char *id = pick_id (self, "c1", "fc", "mc");

  random_write (self, "{'answer':'%s%s'", id, attributes[of]);
  if (random_chance (self, 60) || (of > 0 && b != 0))
    random_write (self, ",'is':'%s'}", words[of][a]);
  else
    random_write (self, ",'in':['%s','%s']}", words[of][a], words[of][(a + 1 + b) % 4]);
}

static void
write_truth_test (RandomAuthor *self)
{
  const char *id = pick_id (self, pick_either (self, "b1", "b2"), "fb", "");

  random_write (self, "{'answer':'%s','is':%s}", id, random_chance (self, 60) ? "true" : "false");
}

static void
write_test (RandomAuthor *self)
{
  switch (random_pick (self, 8))
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

static void
write_distinct (RandomAuthor *self, const char *list)
{
  static const char *const attributes[] = { "", "", "", ".kind", ".kind", ".form" };

  random_write (self, ",'distinct':'%cc%s'", list[0] == 'l' ? 'f' : 'm',
                attributes[random_pick (self, G_N_ELEMENTS (attributes))]);
}

static void
write_count (RandomAuthor *self, guint depth)
{
  const char *list = random_chance (self, 65) ? "l" : "m";
  g_autofree char *bound = g_strdup_printf ("%u", random_pick (self, 3));

  random_write (self, "{'count':'%s'", list);
  if (random_chance (self, 55))
    write_distinct (self, list);
  write_bound (self, bound);
  if (random_chance (self, 80))
    {
      self->list = list;
      self->may_count = FALSE;
      random_write (self, ",'where':");
      random_write_condition (self, MIN (depth, 1));
      self->list = NULL;
      self->may_count = TRUE;
    }
  random_write (self, "}");
}

static void
write_group (RandomAuthor *self, guint depth)
{
  static const char *const words[] = { "all", "any", "of" };
  guint kind = random_pick (self, 4), n = 2 + random_pick (self, 2);

  if (kind == 3)
    {
      random_write (self, "{'not':");
      random_write_condition (self, depth - 1);
      random_write (self, "}");
      return;
    }
  random_write (self, "{");
  if (kind == 2)
    random_write (self, "'at-least':%u,", 1 + random_pick (self, n));
  random_write (self, "'%s':[", words[kind]);
  for (guint i = 0; i < n; i++)
    {
      random_write (self, i > 0 ? "," : "");
      random_write_condition (self, depth - 1);
    }
  random_write (self, "]}");
}

/**
 * random_write_condition:
 * @self: an author
 * @depth: how deep it may go
 *
 * Writes a condition.
 */
void
random_write_condition (RandomAuthor *self, guint depth)
{
  if (self->may_count && random_chance (self, 30))
    write_count (self, depth);
  else if (self->n_criteria > 0 && self->list == NULL && random_chance (self, 15))
    random_write (self, "{'criterion':'k%u'}", random_pick (self, self->n_criteria));
  else if (depth > 0 && random_chance (self, 70))
    write_group (self, depth);
  else
    write_test (self);
}
