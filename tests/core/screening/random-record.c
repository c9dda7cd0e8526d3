/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-record.h"

#include "random-author.h"

/* Most answers fit most rules; those that do not are refused by the reader, and another record is tried. */

static const char *const truths[] = { "true", "false", NULL };
static const char *const options[] = { "'o1'",           "'o2'",          "'o3'",          "'o4'",
                                       "{'other':'A '}", "{'other':'a'}", "{'other':'b'}", NULL };
static const char *const integers[] = { "0", "1", "2", "3", NULL };
static const char *const decimals[] = { "0", "0.5", "0.7", "1", "1.5", NULL };
/* The record is of 27 February or 4 March: some of these are after it. */
static const char *const dates[] = { "'2024'",
                                     "'2024-02'",
                                     "'2024-02'",
                                     "'2024-03'",
                                     "'2024-02-25'",
                                     "'2024-02-26'",
                                     "'2024-02-26'",
                                     "'2024-02-27'",
                                     "'2024-02-28'",
                                     "'ongoing'",
                                     NULL };
static const char *const texts[] = { "'some words'", NULL };
static const char *const unknowns[] = { "not-known", "not-in-notes", "awaiting", "conflicting" };

static void
write_comma (RandomAuthor *self)
{
  random_write (self, self->text->str[self->text->len - 1] == '{' ? "" : ",");
}

static void
write_unknown (RandomAuthor *self, const char *id)
{
  random_write (self, "'%s':{'unknown':'%s'}", id, unknowns[random_pick (self, 4)]);
}

static void
answer (RandomAuthor *self, const char *id, const char *const *values)
{
  guint n = g_strv_length ((char **) values);

  if (random_chance (self, 35))
    return;
  write_comma (self);
  if (random_chance (self, 15))
    write_unknown (self, id);
  else
    random_write (self, "'%s':%s", id, values[random_pick (self, n)]);
}

static void
write_entry (RandomAuthor *self, const char *list)
{
  random_write (self, "{");
  if (list[0] == 'l')
    {
      answer (self, "fb", truths);
      answer (self, "fc", options);
      answer (self, "fd", dates);
      answer (self, "fd2", dates);
    }
  else
    {
      answer (self, "mc", options);
      answer (self, "mn", integers);
    }
  random_write (self, "}");
}

static void
write_list (RandomAuthor *self, const char *list)
{
  guint n = random_pick (self, 4);

  if (random_chance (self, 20))
    return;
  write_comma (self);
  if (random_chance (self, 8))
    {
      write_unknown (self, list);
      return;
    }
  random_write (self, "'%s':{'entries':[", list);
  for (guint i = 0; i < n; i++)
    {
      random_write (self, i > 0 ? "," : "");
      write_entry (self, list);
    }
  random_write (self, "]");
  if (random_chance (self, 70))
    random_write (self, ",'complete':%s", random_chance (self, 85) ? "true" : "false");
  random_write (self, "}");
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
  RandomAuthor self = { random, g_string_new (NULL), NULL, TRUE, 0 };

  random_write (&self, "{'reference':'r','date':'2024-%s','answers':{",
                random_chance (&self, 60) ? "02-27" : "03-04");
  answer (&self, "b1", truths);
  answer (&self, "b2", truths);
  answer (&self, "c1", options);
  answer (&self, "n1", integers);
  answer (&self, "n2", decimals);
  answer (&self, "d1", dates);
  answer (&self, "d2", dates);
  answer (&self, "s1", texts);
  answer (&self, "t1", texts);
  write_list (&self, "l");
  write_list (&self, "m");
  random_write (&self, "}}");
  return g_string_free (self.text, FALSE);
}
