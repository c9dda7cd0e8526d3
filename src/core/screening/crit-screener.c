/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screening/crit-screener.h"

#include "record/crit-record-file.h"
#include "record/crit-slots.h"
#include "screening/crit-program-private.h"
#include "screening/crit-screen.h"

/**
 * CritScreener:
 * @record: (nullable): the present record, where it had to be read in full
 * @n_searched: how many statuses of the present record the compiled conditions left to the search
 */
struct _CritScreener
{
  CritProgram *program;
  CritSlots *slots;
  CritRecord *record;
  CritStatus *statuses;
  CritRun run;
  guint n_searched;
};

/**
 * crit_screener_new:
 * @program: the compiled rules
 *
 * Returns: (transfer full): a screener that has no record yet
 */
CritScreener *
crit_screener_new (CritProgram *program)
{
  CritScreener *self = NULL;
  CritRules *rules = NULL;

  g_return_val_if_fail (program != NULL, NULL);

  rules = crit_program_get_rules (program);
  self = g_new0 (CritScreener, 1);
  self->program = crit_program_ref (program);
  self->slots = crit_slots_new (rules);
  self->statuses = g_new0 (CritStatus, rules->criteria->len + 1);
  self->run.program = program;
  return self;
}

/**
 * crit_screener_free:
 * @self: (nullable) (transfer full): a screener
 *
 * Frees it, and what it lent.
 */
void
crit_screener_free (CritScreener *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  crit_slots_free (self->slots);
  crit_program_unref (self->program);
  g_free (self->statuses);
  g_free (self);
}

/* The search is asked only for what the compiled conditions cannot decide. */
static CritStatus
search (CritScreener *self, const CritCriterion *criterion)
{
  CritWorld world = { 0 };
  gboolean imprecise = FALSE;
  CritStatus status = CRIT_STATUS_NONE;

  self->n_searched++;
  crit_world_init (&world, self->run.answers, self->run.today);
  status = crit_screen_status (&world, criterion, &imprecise);
  crit_world_clear (&world);
  return status;
}

static void
screen_all (CritScreener *self)
{
  GPtrArray *criteria = crit_program_get_rules (self->program)->criteria;

  self->run.answers = crit_screener_get_answers (self);
  self->run.today = crit_date_get_last_day (crit_screener_get_date (self));
  self->n_searched = 0;
  for (guint i = 0; i < criteria->len; i++)
    {
      gboolean exact = TRUE;
      guint result = crit_run_criterion (&self->run, i, &exact);

      self->statuses[i] = exact ? crit_screen_get_status (criteria->pdata[i], result)
                                : search (self, criteria->pdata[i]);
    }
}

static gboolean
read_in_full (CritScreener *self, const char *text, gsize length, GPtrArray *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  self->record = crit_record_read (bytes, crit_program_get_rules (self->program), findings);
  return self->record != NULL;
}

/**
 * crit_screener_screen:
 * @self: a screener
 * @text: (array length=length): a record
 * @length: its length in bytes
 * @findings: (element-type CritFinding): takes what is noticed, as crit_record_read() does
 *
 * Reads a record and finds its statuses. What the screener lent before is gone.
 *
 * Returns: whether there is a record; if not, @findings say why
 */
gboolean
crit_screener_screen (CritScreener *self, const char *text, gsize length, GPtrArray *findings)
{
  g_return_val_if_fail (self != NULL && findings != NULL, FALSE);
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  g_clear_object (&self->record);
  if (!crit_slots_read (self->slots, text, length) && !read_in_full (self, text, length, findings))
    return FALSE;
  screen_all (self);
  return TRUE;
}

/**
 * crit_screener_get_reference:
 * @self: a screener with a record
 *
 * Returns: the reference of the record; valid until the next one
 */
const char *
crit_screener_get_reference (CritScreener *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record != NULL ? crit_record_get_reference (self->record)
                              : crit_slots_get_reference (self->slots);
}

/**
 * crit_screener_get_date:
 * @self: a screener with a record
 *
 * Returns: the date of the record
 */
CritDate
crit_screener_get_date (CritScreener *self)
{
  g_return_val_if_fail (self != NULL, (CritDate){ 0 });

  return self->record != NULL ? crit_record_get_date (self->record)
                              : crit_slots_get_date (self->slots);
}

/**
 * crit_screener_get_answers:
 * @self: a screener with a record
 *
 * Returns: a slot for each top-level question; valid until the next record
 */
const CritAnswer *
crit_screener_get_answers (CritScreener *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record != NULL ? crit_record_get_answers (self->record)
                              : crit_slots_get_answers (self->slots);
}

/**
 * crit_screener_get_statuses:
 * @self: a screener with a record
 *
 * Returns: the status of each criterion, in the file's order; valid until the next record
 */
const CritStatus *
crit_screener_get_statuses (CritScreener *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->statuses;
}

/**
 * crit_screener_get_n_searched:
 * @self: a screener with a record
 *
 * Returns: how many of its statuses the compiled conditions left to the search
 */
guint
crit_screener_get_n_searched (CritScreener *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_searched;
}
