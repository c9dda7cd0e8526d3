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

static const char *const least[] = { "at-least", "more-than" };
static const char *const most[] = { "at-most", "less-than" };

/* Between steps that are next to each other lies nothing, as between 1 and 2 where numbers are whole: there is at least
   one step besides those that are left out. */
static void
write_both_ends (RandomAuthor *self, const char *const *steps, guint n)
{
  guint first = random_pick (self, n);
  guint last = random_chance (self, 40) ? first : first + random_pick (self, n - first);
  guint more_than = last > first && random_chance (self, 40) ? 1 : 0;
  guint less_than = last > first + more_than && random_chance (self, 40) ? 1 : 0;

  random_write (self, ",'%s':%s,'%s':%s", least[more_than], steps[first], most[less_than],
                steps[last]);
}

static void
write_one_end (RandomAuthor *self, const char *const *steps, guint n)
{
  const char *const *words = random_chance (self, 50) ? least : most;
  const char *word = words[random_pick (self, 2)];

  random_write (self, ",'%s':%s", word, steps[random_pick (self, n)]);
}

/* Of @n steps in order, as JSON. */
static void
write_bounds (RandomAuthor *self, const char *const *steps, guint n)
{
  if (random_chance (self, 33))
    write_both_ends (self, steps, n);
  else
    write_one_end (self, steps, n);
}

static void
write_date_test (RandomAuthor *self)
{
  static const char *const days[] = { "'2024-02-24'", "'2024-02-25'", "'2024-02-26'" };
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
      write_bounds (self, days, G_N_ELEMENTS (days));
      random_write (self, "}");
    }
}

static void
write_duration (RandomAuthor *self)
{
  static const char *const periods[] = { "'0 months'", "'0 days'",  "'1 day'",
                                         "'2 days'",   "'3 days'",  "'4 days'",
                                         "'1 week'",   "'30 days'", "'1 month'" };
  const char *until = pick_id (self, "d2", "fd2", "");
  const char *start = pick_id (self, "d1", "fd", "");

  random_write (self, "{'duration':['%s','%s']", start, until);
  write_bounds (self, periods, G_N_ELEMENTS (periods));
  random_write (self, "}");
}

static void
write_number_test (RandomAuthor *self)
{
  static const char *const wholes[] = { "0", "1", "2", "3" };
  static const char *const halves[] = { "0.0", "0.5", "1.0", "1.5" };
  gboolean whole = random_chance (self, 60);
  const char *const *numbers = whole ? wholes : halves;

  random_write (self, "{'answer':'%s'", whole ? pick_id (self, "n1", "", "mn") : "n2");
  if (random_chance (self, 30))
    random_write (self, ",'is':%s", numbers[random_pick (self, 4)]);
  else
    write_bounds (self, numbers, 4);
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
  static const char *const counts[] = { "0", "1", "2" };
  const char *list = random_chance (self, 65) ? "l" : "m";

  random_write (self, "{'count':'%s'", list);
  if (random_chance (self, 55))
    write_distinct (self, list);
  write_bounds (self, counts, G_N_ELEMENTS (counts));
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
