/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-rules.h"

#include "random-author.h"

static const char *const head =
    "{'format':'criteria-rules/1','id':'r','version':'1','title':'r','language':'en-GB',"
    "'status':'draft','effective-from':'2024-01-01','review-by':'2030-01-01','about':'r',"
    "'sources':[{'id':'q','title':'q','publisher':'q','published':'2024',"
    "'retrieved':'2024-01-01'}],"
    "'option-sets':{'os':[{'code':'o1','text':'o1','kind':'x','form':'p'},"
    "{'code':'o2','text':'o2','kind':'x','form':'q'},{'code':'o3','text':'o3','kind':'y'},"
    "{'code':'o4','text':'o4'}]},";

/* What a question is shown for. Each tests what stands before it, so that nothing goes in a circle: the first two only
   b1; the next two b2, which may itself be hidden; then c1; and the last two, in entries of "l", a field. */
static const char *const shows[] = {
  "{'answer':'b1','is':true}",
  "{'answer':'b1','is':false}",
  "{'answer':'b2','is':true}",
  "{'not':{'answer':'b2','is':true}}",
  "{'answer':'c1','in':['o1','o3']}",
  "{'answer':'c1.kind','is':'x'}",
  "{'answer':'fb','is':true}",
  "{'any':[{'answer':'fb','is':false},{'answer':'b2','is':true}]}",
};

typedef enum
{
  AFTER_NOTHING = 0,
  AFTER_B1 = 2,
  AFTER_B2 = 4,
  AFTER_C1 = 6,
  AFTER_FB = 8,
} Place;

static void
begin (RandomAuthor *self, const char *id, const char *type, Place place)
{
  gboolean first = self->text->str[self->text->len - 1] == '[';

  random_write (self, "%s{'id':'%s','type':'%s','text':'%s'", first ? "" : ",", id, type, id);
  if (place != AFTER_NOTHING && random_chance (self, 22))
    random_write (self, ",'shown-when':%s", shows[random_pick (self, place)]);
}

static void
write_plain (RandomAuthor *self, const char *id, const char *type, Place place)
{
  begin (self, id, type, place);
  random_write (self, "}");
}

static void
write_date (RandomAuthor *self, const char *id, gboolean ongoing, Place place)
{
  begin (self, id, "date", place);
  if (!random_chance (self, 6))
    {
      static const char *const last[] = { "02-26", "02-29", "02-26", "02-29", "03-28" };

      random_write (self, ",'minimum':'2024-02-%02u'", 20 + random_pick (self, 4));
      random_write (self, ",'maximum':'2024-%s'", last[random_pick (self, G_N_ELEMENTS (last))]);
    }
  random_write (self, "%s}", ongoing && random_chance (self, 40) ? ",'ongoing':true" : "");
}

static void
write_choice (RandomAuthor *self, const char *id, Place place)
{
  begin (self, id, "choice", place);
  random_write (self, ",'options':'os'%s}", random_chance (self, 32) ? ",'other':true" : "");
}

static void
write_number (RandomAuthor *self,
              const char *id,
              const char *type,
              const char *maximum,
              Place place)
{
  begin (self, id, type, place);
  if (!random_chance (self, 15))
    random_write (self, ",'minimum':0");
  if (!random_chance (self, 15))
    random_write (self, ",'maximum':%s", maximum);
  random_write (self, "}");
}

static void
write_lists (RandomAuthor *self)
{
  begin (self, "l", "list", AFTER_C1);
  random_write (self, ",'questions':[");
  write_plain (self, "fb", "boolean", AFTER_C1);
  write_choice (self, "fc", AFTER_FB);
  write_date (self, "fd", FALSE, AFTER_FB);
  write_date (self, "fd2", TRUE, AFTER_FB);
  random_write (self, "]}");

  begin (self, "m", "list", AFTER_C1);
  random_write (self, ",'questions':[");
  write_choice (self, "mc", AFTER_C1);
  write_number (self, "mn", "integer", "3", AFTER_C1);
  random_write (self, "]}");
}

static void
write_sections (RandomAuthor *self)
{
  random_write (self, "'sections':[{'id':'s','title':'s','questions':[");
  write_plain (self, "b1", "boolean", AFTER_NOTHING);
  random_write (self, "]},{'id':'t','title':'t'");
  if (random_chance (self, 22))
    random_write (self, ",'shown-when':%s", shows[random_pick (self, AFTER_B1)]);
  random_write (self, ",'questions':[");
  write_plain (self, "b2", "boolean", AFTER_B1);
  write_choice (self, "c1", AFTER_B2);
  write_number (self, "n1", "integer", "3", AFTER_C1);
  write_number (self, "n2", "decimal", "1.5", AFTER_C1);
  write_date (self, "d1", FALSE, AFTER_C1);
  write_date (self, "d2", TRUE, AFTER_C1);
  write_plain (self, "s1", "string", AFTER_C1);
  write_plain (self, "t1", "text", AFTER_C1);
  write_lists (self);
  random_write (self, "]}],");
}

static void
write_criterion (RandomAuthor *self)
{
  random_write (self,
                "%s{'id':'k%u','kind':'%s','text':'k','when':", self->n_criteria > 0 ? "," : "",
                self->n_criteria, random_chance (self, 70) ? "requirement" : "caution");
  random_write_condition (self, 2);
  if (random_chance (self, 20))
    {
      random_write (self, ",'applies-when':");
      random_write_condition (self, 1);
    }
  random_write (self, ",'sources':[{'source':'q','certainty':'verified'}]}");
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
  RandomAuthor self = { random, g_string_new (NULL), NULL, TRUE, 0 };

  random_write (&self, "%s", head);
  write_sections (&self);
  random_write (&self, "'criteria':[");
  for (guint i = 0; i < 3; i++)
    write_criterion (&self);
  random_write (&self, "],'cases':[]}");
  return g_string_free (self.text, FALSE);
}
