/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "json/crit-json-layout.h"

#include "json/crit-json-refusal.h"
#include "json/crit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNKNOWN -1

/* An open bracket: how its line is indented, and the first line inside it, once there is one. */
typedef struct
{
  char bracket;
  guint line;
  gsize offset;
  int indentation;
  int inside;
  gboolean ends_its_line;
  gboolean is_doubled;
} Open;

/* Where the walk is: @indentation is that of the present line, and @early a bracket that was closed in a line indented as what
   is inside it, with where that was. */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
  guint line;
  int indentation;
  GArray *open;
  Open early;
  gsize early_position;
} Layout;

static Open *
get_innermost (Layout *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

static gboolean
is_one_of (const Layout *self, const char *bytes)
{
  return self->position < self->length && self->text[self->position] != '\0'
         && strchr (bytes, self->text[self->position]) != NULL;
}

static void
skip_blanks (Layout *self)
{
  while (is_one_of (self, " \t\r"))
    self->position++;
}

/* To the quotation mark that ends it, or to the end of the line. */
static void
skip_string (Layout *self)
{
  for (self->position++; self->position < self->length && !is_one_of (self, "\"\n");
       self->position++)
    if (is_one_of (self, "\\"))
      self->position++;
  if (is_one_of (self, "\""))
    self->position++;
}

/* Whether the author indents lines at all. */
static gboolean
is_indented (const Layout *self)
{
  return self->open->len > 0 && g_array_index (self->open, Open, 0).inside > 0;
}

/* Whether the present line stands too far left to be inside the innermost bracket, or to close it. */
static gboolean
stands_outside (Layout *self)
{
  const Open *open = get_innermost (self);

  if (!is_indented (self) || open->line == self->line)
    return FALSE;
  if (is_one_of (self, "]}"))
    return self->indentation < open->indentation;
  if (open->inside != UNKNOWN)
    return self->indentation < open->inside;
  return !open->ends_its_line && self->indentation <= open->indentation;
}

/* Goes to the next line that is not blank. Returns FALSE where there is none. */
static gboolean
begin_line (Layout *self)
{
  gsize start = 0;

  do
    {
      start = ++self->position;
      self->line++;
      skip_blanks (self);
    }
  while (is_one_of (self, "\n"));
  self->indentation = (int) (self->position - start);
  return self->position < self->length;
}

/* Whether a bracket was closed in the line before, and this one still looks like what is inside it, and not like what follows
   it. */
static gboolean
goes_on_inside (Layout *self)
{
  const Open *outer = get_innermost (self);

  return self->early.bracket != 0 && self->early.inside > 0
         && self->indentation >= self->early.inside
         && (outer == NULL || (outer->inside != UNKNOWN && self->indentation > outer->inside));
}

static void
note_inside (Layout *self)
{
  Open *open = get_innermost (self);

  if (open != NULL && open->inside == UNKNOWN && !is_one_of (self, "]}"))
    open->inside = self->indentation;
}

static void
push (Layout *self)
{
  Open open = { .bracket = self->text[self->position],
                .line = self->line,
                .offset = self->position,
                .indentation = self->indentation,
                .inside = UNKNOWN };

  self->position++;
  skip_blanks (self);
  open.ends_its_line = is_one_of (self, "\n");
  open.is_doubled = self->position < self->length && self->text[self->position] == open.bracket;
  g_array_append_val (self->open, open);
}

/* Some authors end the last line of what is inside with the bracket; whether it was too early, the next line shows. */
static gboolean
pop (Layout *self)
{
  const Open *open = get_innermost (self);

  if (open == NULL || crit_json_closing (open->bracket) != self->text[self->position])
    return FALSE;
  if (open->line != self->line && open->inside != UNKNOWN && self->indentation >= open->inside
      && self->early.bracket == 0)
    {
      self->early = *open;
      self->early_position = self->position;
    }
  g_array_set_size (self->open, self->open->len - 1);
  self->position++;
  return TRUE;
}

static gboolean
pass_line (Layout *self)
{
  if (!begin_line (self) || goes_on_inside (self))
    return FALSE;
  self->early.bracket = 0;
  if (stands_outside (self))
    return FALSE;
  note_inside (self);
  return TRUE;
}

/* Goes on behind what is next. Returns FALSE at the end, and where something does not fit. */
static gboolean
step (Layout *self)
{
  if (is_one_of (self, "\n"))
    return pass_line (self);
  if (is_one_of (self, "]}"))
    return pop (self);
  if (is_one_of (self, "{["))
    push (self);
  else if (is_one_of (self, "\""))
    skip_string (self);
  else
    self->position++;
  return TRUE;
}

/* What does not fit where the walk has ended. */
static gboolean
name_slip (Layout *self, CritJsonSlip *slip)
{
  const Open *open = get_innermost (self);

  if (goes_on_inside (self))
    {
      *slip = (CritJsonSlip){ CRIT_JSON_CLOSED_EARLY, self->early.bracket, self->early.line,
                              self->early_position };
      return TRUE;
    }
  if (open == NULL
      || (!open->is_doubled && (self->position >= self->length || !stands_outside (self))))
    return FALSE;
  *slip = (CritJsonSlip){ open->is_doubled ? CRIT_JSON_DOUBLED : CRIT_JSON_LEFT_OPEN, open->bracket,
                          open->line, open->is_doubled ? open->offset : self->position };
  return TRUE;
}

/**
 * crit_json_find_slip:
 * @text: a text that is not JSON, up to where that shows
 * @length: how many bytes it has
 * @slip: (out): the slip
 *
 * A bracket too few or too many often shows only many lines further on, where nothing fits any more. People see it sooner,
 * by how the lines are indented, and so does this. It may be wrong where lines are not indented as usual.
 *
 * Returns: whether there seems to be one
 */
gboolean
crit_json_find_slip (const char *text, gsize length, CritJsonSlip *slip)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  Layout self = { .text = text, .length = length, .line = 1, .open = open };

  g_return_val_if_fail (text != NULL && slip != NULL, FALSE);

  skip_blanks (&self);
  self.indentation = (int) self.position;
  while (self.position < length && step (&self))
    continue;
  return name_slip (&self, slip);
}

static char *
describe (const CritJsonSlip *slip)
{
  switch (slip->kind)
    {
    case CRIT_JSON_LEFT_OPEN:
      /* Translators: a bracket, the line that it stands on, and the bracket that closes it. */
      return g_strdup_printf (_ ("The lines look as if the “%1$c” on line %2$u were closed before "
                                 "this, but no “%3$c” closes it."),
                              slip->bracket, slip->line, crit_json_closing (slip->bracket));
    case CRIT_JSON_CLOSED_EARLY:
      /* Translators: a bracket that closes, the bracket that it closes, and the line of that one. */
      return g_strdup_printf (
          _ ("This “%1$c” closes the “%2$c” on line %3$u, but the lines look as "
             "if more of it followed."),
          crit_json_closing (slip->bracket), slip->bracket, slip->line);
    case CRIT_JSON_DOUBLED:
    default:
      /* Translators: a bracket, and the bracket that closes it. */
      return g_strdup_printf (_ ("Here are two “%1$c”, and a “%2$c” closes only one of them."),
                              slip->bracket, crit_json_closing (slip->bracket));
    }
}

static guint
get_line (const char *text, gsize length, gsize offset)
{
  guint line = 0, column = 0;

  crit_text_locate (text, length, offset, &line, &column);
  return line;
}

static void
report (const char *text, gsize length, gsize offset, const char *message, GPtrArray *findings)
{
  g_ptr_array_add (findings, crit_finding_new (CRIT_SEVERITY_ERROR, text, length, offset, "",
                                               "bracket", message));
}

/**
 * crit_json_report_slip:
 * @text: a text that is not JSON
 * @length: how many bytes it has
 * @refused: the byte at which it was refused
 * @findings: (element-type CritFinding): where an error is added
 *
 * Adds where a slip with brackets seems to be, if that is on an earlier line.
 *
 * Returns: whether it is
 */
gboolean
crit_json_report_slip (const char *text, gsize length, gsize refused, GPtrArray *findings)
{
  CritJsonSlip slip = { 0 };
  g_autofree char *message = NULL;

  g_return_val_if_fail (text != NULL && findings != NULL, FALSE);

  if (!crit_json_find_slip (text, refused, &slip)
      || get_line (text, length, slip.offset) >= get_line (text, length, refused))
    return FALSE;
  message = describe (&slip);
  report (text, length, slip.offset, message, findings);
  return TRUE;
}

/**
 * crit_json_report_unopened:
 * @text: a text that is not JSON: what follows the value of a key belongs in a list
 * @length: how many bytes it has
 * @first: the byte where the first item begins
 * @findings: (element-type CritFinding): where an error is added
 *
 * Adds where a list seems to begin without its bracket.
 */
void
crit_json_report_unopened (const char *text, gsize length, gsize first, GPtrArray *findings)
{
  g_return_if_fail (text != NULL && findings != NULL);

  report (text, length, first,
          _ ("What follows this belongs in a list, so that a “[” seems to be missing before it."),
          findings);
}
