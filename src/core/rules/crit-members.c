/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/crit-members.h"

#include <glib/gi18n-lib.h>

/* Begins to read an object. Where the node is none, that is reported, and then all its members are absent. */
gboolean
crit_members_open (CritMembers *self, CritLoader *loader, const CritJsonNode *node)
{
  self->loader = loader;
  self->node = node;
  self->n_asked = self->n_found = self->marks = 0;
  self->missing = FALSE;
  self->object = crit_loader_is_object (loader, node) ? node : NULL;
  return self->object != NULL;
}

/* Counts a member that was found. One of a mark that was there before may be the same, asked for twice, and is not counted. */
static void
count (CritMembers *self, guint32 mark)
{
  if ((self->marks & mark) == 0)
    self->n_found++;
  self->marks |= mark;
}

/* The member called @key; NULL where there is none. */
const CritJsonNode *
crit_members_get (CritMembers *self, const char *key, CritNeed need)
{
  CritAsked *asked = &self->asked[self->n_asked++];

  g_assert (self->n_asked <= CRIT_MEMBERS_MAX);

  asked->key = key;
  asked->need = need;
  asked->member = crit_json_node_get_member (self->object, key);
  if (asked->member != NULL)
    count (self, crit_json_keys_mark (key));
  else if (need == CRIT_REQUIRED)
    self->missing = TRUE;
  return asked->member;
}

/* Where a key that exists elsewhere has no place here, @sentence says why. It is translated here: hardly ever. */
void
crit_members_refuse (CritMembers *self, const char *key, const char *sentence)
{
  const CritJsonNode *member = crit_members_get (self, key, CRIT_OPTIONAL);

  if (member != NULL)
    crit_loader_report_key (self->loader, member, "key-out-of-place", _ (sentence));
}

static gboolean
was_asked (CritMembers *self, const CritJsonNode *member)
{
  for (guint i = 0; i < self->n_asked; i++)
    if (self->asked[i].member == member)
      return TRUE;
  return FALSE;
}

/* The key that was probably meant, among those that are not there. It is then not reported as missing too. */
static const char *
guess (CritMembers *self, const char *key)
{
  const char *absent[CRIT_MEMBERS_MAX];
  guint n_absent = 0;
  const char *near = NULL;

  for (guint i = 0; i < self->n_asked; i++)
    if (self->asked[i].member == NULL)
      absent[n_absent++] = self->asked[i].key;
  near = crit_loader_guess (self->loader, key, absent, n_absent);

  for (guint i = 0; i < self->n_asked; i++)
    if (self->asked[i].key == near)
      self->asked[i].need = CRIT_OPTIONAL;
  return near;
}

static void
report_unknown_key (CritMembers *self, const CritJsonNode *member)
{
  const char *near = guess (self, member->key);
  g_autofree char *quoted = crit_loader_dup_short (member->key);
  g_autofree char *message = NULL;

  if (near != NULL)
    message = g_strdup_printf (_ ("“%1$s” is not a key that can stand here. Did you mean “%2$s”?"),
                               quoted, near);
  else
    message = g_strdup_printf (_ ("“%s” is not a key that can stand here."), quoted);
  crit_loader_report_key (self->loader, member, "unknown-key", message);
}

/* Reports the members that are needed and absent. */
void
crit_members_report_missing (CritMembers *self)
{
  for (guint i = 0; self->object != NULL && i < self->n_asked; i++)
    if (self->asked[i].need == CRIT_REQUIRED && self->asked[i].member == NULL)
      crit_loader_report (self->loader, CRIT_SEVERITY_ERROR, self->node, "missing-key",
                          _ ("“%s” is missing here."), self->asked[i].key);
}

/* Reports the members that nobody asked for, and then those that are missing. */
void
crit_members_close (CritMembers *self)
{
  const gboolean all_known = self->object != NULL && self->n_found == self->object->n_items;

  if (all_known && !self->missing)
    return;
  CRIT_JSON_FOREACH (member, self->object)
    if (!was_asked (self, member))
      report_unknown_key (self, member);
  crit_members_report_missing (self);
}

const CritJsonNode *
crit_members_get_array (CritMembers *self, const char *key, CritNeed need)
{
  return crit_loader_read_array (self->loader, crit_members_get (self, key, need));
}

const char *
crit_members_get_name (CritMembers *self, const char *key, CritNeed need)
{
  return crit_loader_read_name (self->loader, crit_members_get (self, key, need));
}

const char *
crit_members_get_line (CritMembers *self, const char *key, CritNeed need)
{
  return crit_loader_read_line (self->loader, crit_members_get (self, key, need));
}

const char *
crit_members_get_prose (CritMembers *self, const char *key, CritNeed need)
{
  return crit_loader_read_prose (self->loader, crit_members_get (self, key, need));
}

const char *
crit_members_get_id (CritMembers *self, const char *key, CritNeed need)
{
  return crit_loader_read_id (self->loader, crit_members_get (self, key, need));
}

/* FALSE where it is absent. */
gboolean
crit_members_get_boolean (CritMembers *self, const char *key)
{
  gboolean value = FALSE;

  crit_loader_read_boolean (self->loader, crit_members_get (self, key, CRIT_OPTIONAL), &value);
  return value;
}

/* An optional date that may be partial; no date where it is absent. */
CritDate
crit_members_get_date (CritMembers *self, const char *key)
{
  CritDate date = { 0 };

  crit_loader_read_date (self->loader, crit_members_get (self, key, CRIT_OPTIONAL), &date);
  return date;
}

/* A date with its day; no date where it is absent. */
CritDate
crit_members_get_day (CritMembers *self, const char *key, CritNeed need)
{
  CritDate date = { 0 };

  crit_loader_read_day (self->loader, crit_members_get (self, key, need), &date);
  return date;
}

/* Which of a few words it is. FALSE where it is absent or none of them, and @index is then as it was. */
gboolean
crit_members_get_word (CritMembers *self,
                       const char *key,
                       CritNeed need,
                       const char *const *words,
                       guint n_words,
                       guint *index)
{
  return crit_loader_read_word (self->loader, crit_members_get (self, key, need), words, n_words,
                                index);
}
