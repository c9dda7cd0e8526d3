/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-stream.h"

#include "crit-cli-blocks.h"
#include "crit-cli-interrupt.h"
#include "crit-cli-progress.h"
#include "crit-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * Batch:
 * @block: some lines
 * @output: what becomes of them
 * @done: whether all of them are dealt with
 *
 * Lines that one thread deals with at once.
 */
typedef struct
{
  CritBlock block;
  GString *output;
  GString *errors;
  guint n_lines;
  int status;
  gboolean done;
} Batch;

/**
 * Stream:
 * @idle: batches that are not in use; there are only so many, so that memory is bounded
 * @waiting: those that no thread has taken up yet
 * @in_order: those that have been read and not written, as they were read
 * @writing: whether a thread is writing; the others leave what they have done to it
 * @ended: whether nothing more will be read
 * @failed: whether standard output took no more
 *
 * Lines on their way through. All but @work is guarded by @lock.
 */
typedef struct
{
  const CritStreamWork *work;
  GMutex lock;
  GCond changed;
  GQueue idle;
  GQueue waiting;
  GQueue in_order;
  gboolean writing;
  gboolean ended;
  gboolean failed;
  int status;
  CritProgress *progress;
} Stream;

static Batch *
make_batch (void)
{
  Batch *self = g_new0 (Batch, 1);

  crit_block_init (&self->block);
  self->output = g_string_new (NULL);
  self->errors = g_string_new (NULL);
  return self;
}

static void
free_batch (Batch *self)
{
  crit_block_clear (&self->block);
  g_string_free (self->output, TRUE);
  g_string_free (self->errors, TRUE);
  g_free (self);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  return TRUE;
}

static void
deal_with (const CritStreamWork *work, gpointer own, Batch *batch)
{
  CritStreamLine line = { .output = batch->output, .errors = batch->errors };
  gsize at = 0;

  g_string_truncate (batch->output, 0);
  g_string_truncate (batch->errors, 0);
  batch->n_lines = 0;
  while (crit_block_next_line (&batch->block, &at, &line.text, &line.length))
    {
      line.number = batch->block.first_line + batch->n_lines++;
      if (!is_blank (line.text, line.length))
        work->line (work->data, own, &line);
    }
  batch->status = line.status;
}

/**
 * crit_stream_write:
 * @text: what is to go to standard output
 *
 * Writes all of it.
 *
 * Returns: FALSE where standard output takes no more; errno says why
 */
gboolean
crit_stream_write (const GString *text)
{
  gsize at = 0;

  while (at < text->len)
    {
      gssize n = write (STDOUT_FILENO, text->str + at, text->len - at);

      if (n < 0 && errno != EINTR)
        return FALSE;
      at += n > 0 ? (gsize) n : 0;
    }
  return TRUE;
}

static gboolean
write_batch (Stream *self, Batch *batch)
{
  if (batch->errors->len > 0)
    {
      crit_progress_hide (self->progress);
      g_printerr ("%s", batch->errors->str);
    }
  if (crit_stream_write (batch->output))
    {
      crit_progress_add (self->progress, batch->n_lines);
      return TRUE;
    }
  crit_progress_hide (self->progress);
  crit_cli_complain (_ ("The output cannot be written: %s."), g_strerror (errno));
  return FALSE;
}

/* Writes what has come to be the next, as far as it is done. The lock is held, but not while writing. */
static void
write_done (Stream *self)
{
  Batch *batch = g_queue_peek_head (&self->in_order);

  if (self->writing)
    return;
  self->writing = TRUE;
  for (; batch != NULL && batch->done; batch = g_queue_peek_head (&self->in_order))
    {
      gboolean failed = self->failed;

      g_queue_pop_head (&self->in_order);
      g_mutex_unlock (&self->lock);
      failed = failed || !write_batch (self, batch);
      crit_block_shrink (&batch->block);
      g_mutex_lock (&self->lock);
      self->failed = failed;
      self->status = MAX (self->status, failed ? CRIT_EXIT_CANNOT_READ : batch->status);
      g_queue_push_tail (&self->idle, batch);
      g_cond_broadcast (&self->changed);
    }
  self->writing = FALSE;
}

static Batch *
take_waiting (Stream *self)
{
  while (g_queue_is_empty (&self->waiting) && !self->ended)
    g_cond_wait (&self->changed, &self->lock);
  return g_queue_pop_head (&self->waiting);
}

static gpointer
work_cb (gpointer data)
{
  Stream *self = data;
  gpointer own = self->work->begin (self->work->data);
  Batch *batch = NULL;

  g_mutex_lock (&self->lock);
  while ((batch = take_waiting (self)) != NULL)
    {
      g_mutex_unlock (&self->lock);
      deal_with (self->work, own, batch);
      g_mutex_lock (&self->lock);
      batch->done = TRUE;
      write_done (self);
    }
  g_mutex_unlock (&self->lock);
  return own;
}

static Batch *
take_idle (Stream *self)
{
  Batch *batch = NULL;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->idle))
    g_cond_wait (&self->changed, &self->lock);
  if (!self->failed)
    batch = g_queue_pop_head (&self->idle);
  g_mutex_unlock (&self->lock);
  return batch;
}

static void
hand_out (Stream *self, Batch *batch)
{
  batch->done = FALSE;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, batch);
  g_queue_push_tail (&self->in_order, batch);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* With one job there is no thread: what is read is dealt with and written at once. */
static void
read_alone (Stream *self, CritBlocks *blocks, gpointer own)
{
  Batch *batch = g_queue_peek_head (&self->idle);

  while (!self->failed && crit_blocks_next (blocks, &batch->block))
    {
      deal_with (self->work, own, batch);
      self->failed = !write_batch (self, batch);
      crit_block_shrink (&batch->block);
      self->status = MAX (self->status, self->failed ? CRIT_EXIT_CANNOT_READ : batch->status);
    }
}

static void
read_for_others (Stream *self, CritBlocks *blocks)
{
  Batch *batch = NULL;

  while ((batch = take_idle (self)) != NULL && crit_blocks_next (blocks, &batch->block))
    hand_out (self, batch);

  g_mutex_lock (&self->lock);
  if (batch != NULL)
    g_queue_push_tail (&self->idle, batch);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static void
run_threads (Stream *self, CritBlocks *blocks, guint n_jobs)
{
  GThread *threads[CRIT_STREAM_MOST_JOBS] = { NULL };

  for (guint i = 0; i < n_jobs; i++)
    threads[i] = g_thread_new ("screen", work_cb, self);
  read_for_others (self, blocks);
  for (guint i = 0; i < n_jobs; i++)
    {
      gpointer own = g_thread_join (threads[i]);

      if (self->work->end != NULL)
        self->work->end (self->work->data, own);
    }
}

static void
run_alone (Stream *self, CritBlocks *blocks)
{
  gpointer own = self->work->begin (self->work->data);

  read_alone (self, blocks, own);
  if (self->work->end != NULL)
    self->work->end (self->work->data, own);
}

/**
 * crit_stream_run:
 * @work: what to do with each line that is not blank
 * @fd: where to read lines from
 * @path: what that is called in messages
 * @n_jobs: how many threads to have; at most %CRIT_STREAM_MOST_JOBS
 *
 * Deals with lines as they come, never holding more than a few blocks of them. What goes out is in the order of what came in,
 * and the same for any number of threads. Ctrl-C ends it after a whole line.
 *
 * Returns: an exit status
 */
int
crit_stream_run (const CritStreamWork *work, int fd, const char *path, guint n_jobs)
{
  /* Work goes on from file to file, and so does what is told of it. */
  static CritProgress progress = { 0 };
  Stream self = { .work = work, .status = CRIT_EXIT_OK, .progress = &progress };
  CritBlocks blocks = { 0 };

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  for (guint i = 0; i < (n_jobs > 1 ? 2 * n_jobs + 1 : 1); i++)
    g_queue_push_tail (&self.idle, make_batch ());
  if (progress.started == 0)
    crit_progress_begin (&progress);
  crit_interrupt_await ();
  crit_blocks_init (&blocks, fd);

  if (n_jobs > 1)
    run_threads (&self, &blocks, n_jobs);
  else
    run_alone (&self, &blocks);

  crit_progress_hide (self.progress);
  crit_interrupt_end ();
  if (blocks.error != 0)
    {
      crit_cli_complain (_ ("%1$s cannot be read to its end: %2$s."), path,
                         g_strerror (blocks.error));
      self.status = CRIT_EXIT_CANNOT_READ;
    }
  crit_blocks_clear (&blocks);
  g_queue_clear_full (&self.idle, (GDestroyNotify) free_batch);
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.changed);
  return self.status;
}
