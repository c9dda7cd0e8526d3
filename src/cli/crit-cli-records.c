/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-cli-records.h"

#include "crit-cli.h"
#include "json/crit-json-reader.h"
#include "store/crit-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/**
 * Run:
 * @own: (nullable): what @work has for files that are one record as a whole
 */
typedef struct
{
  const CritRecordsWork *work;
  guint n_jobs;
  gpointer own;
  int status;
} Run;

/**
 * File:
 * @any: whether there was any record in it; only looked after where the files are parts, as is @spoilt
 * @spoilt: whether one of them could not be read
 *
 * A file of lines.
 */
typedef struct
{
  const Run *run;
  const char *path;
  gboolean any;
  gboolean spoilt;
} File;

static void
fail (Run *self, int status)
{
  self->status = MAX (self->status, status);
}

/* Findings of a line are about that line of the file, not about the first line of a text of its own. */
static void
add_findings (GPtrArray *findings, const char *path, CritStreamLine *line)
{
  for (guint i = 0; i < findings->len; i++)
    {
      CritFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;

      if (line->number > 0)
        {
          finding->line = line->number;
          finding->column = MAX (finding->column, 1);
        }
      text = crit_cli_dup_finding (finding, path, STDERR_FILENO);
      g_string_append_printf (line->errors, "%s\n", text);
    }
}

static void
add_too_long (GPtrArray *findings)
{
  g_autofree char *message =
      g_strdup_printf (_ ("This line is longer than %d bytes."), CRIT_JSON_MAX_LINE);

  g_ptr_array_add (findings,
                   crit_finding_new (CRIT_SEVERITY_ERROR, "", 0, 0, NULL, "too-large", message));
}

static void
deal_with (const CritRecordsWork *work, gpointer own, const char *path, CritStreamLine *record)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  gboolean done = FALSE;

  if (record->number > 0 && record->length > CRIT_JSON_MAX_LINE)
    add_too_long (findings);
  else
    done = work->record (work->data, own, record, findings);
  add_findings (findings, path, record);
  if (done)
    return;
  record->status = MAX (record->status, CRIT_EXIT_FINDINGS);
  if (work->refused != NULL)
    work->refused (work->data, own);
}

static gpointer
begin_cb (gpointer data)
{
  const CritRecordsWork *work = ((const File *) data)->run->work;

  return work->begin (work->data);
}

static void
line_cb (gpointer data, gpointer own, CritStreamLine *line)
{
  File *file = data;

  if (file->spoilt)
    return;
  deal_with (file->run->work, own, file->path, line);
  /* Parts are dealt with by one thread. */
  if (!file->run->work->are_parts)
    return;
  file->any = TRUE;
  file->spoilt = line->status != CRIT_EXIT_OK;
}

static void
end_cb (gpointer data, gpointer own)
{
  const CritRecordsWork *work = ((const File *) data)->run->work;

  work->end (work->data, own);
}

static void
run_lines (Run *self, int fd, const char *path)
{
  File file = { .run = self, .path = path };
  CritStreamWork work = { begin_cb, line_cb, end_cb, &file };
  const int status = crit_stream_run (&work, fd, path, self->n_jobs);

  fail (self, status);
  if (!self->work->are_parts || file.any || status != CRIT_EXIT_OK)
    return;
  /* Translators: %s is a file. */
  crit_cli_complain (_ ("“%s” is empty."), path);
  fail (self, CRIT_EXIT_FINDINGS);
}

/* A folder can be opened, but not read. */
static int
open_lines (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int number = fd < 0 ? errno : 0;
  struct stat about = { 0 };

  if (fd >= 0 && fstat (fd, &about) == 0 && S_ISDIR (about.st_mode))
    {
      close (fd);
      number = EISDIR;
    }
  if (number == 0)
    return fd;
  /* Translators: a file, and the reason, such as "it is a folder". */
  crit_cli_complain (_ ("“%1$s” cannot be read: %2$s."), path,
                     crit_file_explain (g_io_error_from_errno (number)));
  return -1;
}

static void
run_lines_of (Run *self, const char *path)
{
  int fd = open_lines (path);

  if (fd < 0)
    {
      fail (self, CRIT_EXIT_CANNOT_READ);
      return;
    }
  run_lines (self, fd, path);
  close (fd);
}

static void
run_input (Run *self)
{
  if (crit_cli_take_input ())
    run_lines (self, STDIN_FILENO, crit_cli_name_file ("-"));
  else
    fail (self, CRIT_EXIT_CANNOT_READ);
}

static void
run_whole (Run *self, GBytes *text, const char *path)
{
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GString) errors = g_string_new (NULL);
  CritStreamLine record = { .output = output, .errors = errors };

  if (self->own == NULL)
    self->own = self->work->begin (self->work->data);
  record.text = g_bytes_get_data (text, &record.length);
  deal_with (self->work, self->own, path, &record);
  g_printerr ("%s", errors->str);
  fail (self,
        crit_cli_write_out (output->str, output->len) ? record.status : CRIT_EXIT_CANNOT_READ);
}

/* A pipe is read as standard input is, of which nobody knows the name either: a shell passes one for "<(zcat records.gz)". */
static gboolean
holds_lines (const char *path)
{
  g_autofree char *name = g_ascii_strdown (path, -1);
  struct stat about = { 0 };

  if (g_str_has_suffix (name, ".ndjson") || g_str_has_suffix (name, ".jsonl"))
    return TRUE;
  return g_stat (path, &about) == 0 && S_ISFIFO (about.st_mode);
}

/* As `--format json` writes. A pipe is not looked into: what was read of it would be gone. */
static gboolean
is_indented (const char *path)
{
  char beginning[2] = { 0 };
  int fd = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_open (path, O_RDONLY | O_CLOEXEC, 0) : -1;
  gboolean indented = FALSE;

  if (fd < 0)
    return FALSE;
  indented = pread (fd, beginning, sizeof beginning, 0) == sizeof beginning
             && memcmp (beginning, "{\n", sizeof beginning) == 0;
  close (fd);
  return indented;
}

static void
run_file (Run *self, const char *path)
{
  g_autoptr (GBytes) text = NULL;

  if (crit_cli_is_input (path))
    {
      run_input (self);
      return;
    }
  if (self->work->are_parts ? !is_indented (path) : holds_lines (path))
    {
      run_lines_of (self, path);
      return;
    }
  text = crit_cli_read (path);
  if (text != NULL)
    run_whole (self, text, path);
  else
    fail (self, CRIT_EXIT_CANNOT_READ);
}

/**
 * crit_records_run:
 * @work: what to do with each record
 * @paths: (nullable) (array zero-terminated=1): `.ndjson` and `.jsonl` files and pipes with a record a line, other files with
 *   one record each, and "-" for lines of standard input, which is what is read where there is none
 * @n_jobs: how many threads to have for the lines of a file
 *
 * Goes through records. One that cannot be read is reported on standard error, and passed over.
 *
 * Returns: an exit status
 */
int
crit_records_run (const CritRecordsWork *work, char **paths, guint n_jobs)
{
  Run self = { .work = work, .n_jobs = n_jobs, .status = CRIT_EXIT_OK };

  if (paths == NULL)
    run_file (&self, "-");
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    run_file (&self, paths[i]);
  if (self.own != NULL)
    work->end (work->data, self.own);
  return self.status;
}
