/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-blocks.h"

#include "crit-cli-interrupt.h"
#include "json/crit-json-reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* As much as is read at once: enough that a thread has something to do, and little enough for many of them. */
#define BLOCK_SIZE (128 * 1024)

/* Memory that one long line took is given back. */
#define MOST_KEPT (1024 * 1024)

/**
 * crit_block_init:
 * @self: the memory to make it in
 *
 * Makes a block without lines.
 */
void
crit_block_init (CritBlock *self)
{
  *self = (CritBlock){ .text = g_byte_array_new () };
}

/**
 * crit_block_clear:
 * @self: a block
 *
 * Frees its lines.
 */
void
crit_block_clear (CritBlock *self)
{
  g_clear_pointer (&self->text, g_byte_array_unref);
}

/**
 * crit_block_shrink:
 * @self: a block that is not needed at present
 *
 * Gives memory back, where it was much.
 */
void
crit_block_shrink (CritBlock *self)
{
  if (self->text->len <= MOST_KEPT)
    return;
  g_byte_array_unref (self->text);
  self->text = g_byte_array_new ();
}

/**
 * crit_block_next_line:
 * @self: a block
 * @at: (inout): where to go on; 0 at first
 * @text: (out): the next line, without its end
 * @length: (out): its length in bytes
 *
 * Returns: whether there is one
 */
gboolean
crit_block_next_line (const CritBlock *self, gsize *at, const char **text, gsize *length)
{
  const char *start = (const char *) self->text->data + *at;
  gsize left = self->text->len - *at;
  const char *end = left > 0 ? memchr (start, '\n', left) : NULL;

  *text = start;
  *length = end != NULL ? (gsize) (end - start) : left;
  *at += *length + (end != NULL ? 1 : 0);
  return left > 0;
}

/**
 * crit_blocks_init:
 * @self: the memory to make it in
 * @fd: an open file; borrowed
 *
 * Begins at the present place of the file.
 */
void
crit_blocks_init (CritBlocks *self, int fd)
{
  *self = (CritBlocks){ .fd = fd, .rest = g_byte_array_new () };
}

/**
 * crit_blocks_clear:
 * @self: blocks
 *
 * Frees what was read ahead. The file stays open.
 */
void
crit_blocks_clear (CritBlocks *self)
{
  g_clear_pointer (&self->rest, g_byte_array_unref);
}

/* Reads once more. Returns whether there was anything. */
static gboolean
read_on (CritBlocks *self, GByteArray *text)
{
  guint length = text->len;
  gssize n = -1;

  g_byte_array_set_size (text, length + BLOCK_SIZE);
  while (n < 0 && crit_interrupt_wait_for (self->fd))
    {
      n = read (self->fd, text->data + length, BLOCK_SIZE);
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        {
          self->error = errno;
          break;
        }
    }
  g_byte_array_set_size (text, length + (guint) MAX (n, 0));
  return n > 0;
}

static gsize
find_last_end (const GByteArray *text, guint from)
{
  gsize length = text->len;

  while (length > from && text->data[length - 1] != '\n')
    length--;
  return length > from ? length : 0;
}

/* Drops what belongs to a line that is too long. Returns whether it has ended. */
static gboolean
skip (GByteArray *text)
{
  const guint8 *end = memchr (text->data, '\n', text->len);
  guint n = end != NULL ? (guint) (end - text->data) + 1 : text->len;

  g_byte_array_remove_range (text, 0, n);
  return end != NULL;
}

static guint
count_lines (const GByteArray *text, gsize length)
{
  guint n = 0;
  const guint8 *at = text->data, *end = text->data + length;

  while (at < end && (at = memchr (at, '\n', (gsize) (end - at))) != NULL)
    {
      n++;
      at++;
    }
  return n;
}

/* Keeps the beginning of a line for the next block. */
static void
keep_rest (CritBlocks *self, GByteArray *text, gsize length)
{
  g_byte_array_set_size (self->rest, 0);
  g_byte_array_append (self->rest, text->data + length, text->len - (guint) length);
  g_byte_array_set_size (text, (guint) length);
  self->n_lines += count_lines (text, length);
}

/* A line that is too long comes as it is, cut behind what is allowed, so that it is reported; the rest is left out. */
static void
cut (CritBlocks *self, GByteArray *text)
{
  g_byte_array_set_size (text, CRIT_JSON_MAX_LINE + 1);
  self->n_lines++;
  self->skipping = TRUE;
}

static gboolean
end (CritBlocks *self, GByteArray *text)
{
  self->ended = TRUE;
  return text->len > 0 && self->error == 0 && !crit_interrupt_has_come ();
}

/**
 * crit_blocks_next:
 * @self: blocks
 * @block: (inout): takes the next lines
 *
 * Reads the next lines, waiting only while there is no whole one.
 *
 * Returns: whether there are any; FALSE also where reading failed, or the program is to end
 */
gboolean
crit_blocks_next (CritBlocks *self, CritBlock *block)
{
  GByteArray *text = block->text;
  gsize length = 0;

  g_byte_array_set_size (text, 0);
  g_byte_array_append (text, self->rest->data, self->rest->len);
  g_byte_array_set_size (self->rest, 0);
  block->first_line = self->n_lines + 1;
  while (!self->ended)
    {
      guint from = self->skipping ? 0 : text->len;

      if (!read_on (self, text))
        return end (self, text);
      if (self->skipping && !skip (text))
        continue;
      self->skipping = FALSE;
      length = find_last_end (text, MIN (from, text->len));
      if (length > 0)
        {
          keep_rest (self, text, length);
          return TRUE;
        }
      if (text->len > CRIT_JSON_MAX_LINE)
        {
          cut (self, text);
          return TRUE;
        }
    }
  return FALSE;
}
