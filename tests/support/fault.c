/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which name a program calls depends on how it was compiled: each call stands here under all its names. Without these
 * the headers would turn one into the other. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "fault.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[4096]; /* empty while nothing is to fail */
static guint n_calls;
static guint n_failed;
static guint fails_at; /* from 1; 0 for none */
static FaultKind fails_how;
static int fails_with;
static gssize room_left = -1; /* bytes; -1 for no limit */

/* What takes something away frees room, and works on most disks that take nothing any more. */
typedef enum
{
  ORDINARY,
  DELETES,
} Sort;

static gboolean
fail (int error)
{
  __atomic_add_fetch (&n_failed, 1, __ATOMIC_SEQ_CST);
  errno = error;
  return TRUE;
}

static gboolean
is_inside (const char *path)
{
  return path != NULL && folder[0] != '\0' && strncmp (path, folder, strlen (folder)) == 0;
}

/* Counts a call, and says whether it has to fail. */
static gboolean
hits (Sort sort)
{
  guint number = __atomic_add_fetch (&n_calls, 1, __ATOMIC_SEQ_CST);

  if (fails_at == 0 || number < fails_at)
    return FALSE;
  if (number > fails_at
      && (fails_how == FAULT_ONCE || (fails_how == FAULT_FOR_GOOD && sort == DELETES)))
    return FALSE;
  return fail (fails_with);
}

static gboolean
hits_path (const char *path, Sort sort)
{
  return is_inside (path) && hits (sort);
}

static gboolean
is_file_inside (int file)
{
  char link[64] = { 0 };
  char path[4096] = { 0 };

  if (folder[0] == '\0')
    return FALSE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  return syscall (SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1) > 0 && is_inside (path);
}

static gboolean
hits_file (int file)
{
  return is_file_inside (file) && hits (ORDINARY);
}

/* How much of @wanted bytes there is room for. */
static gsize
take_room (int file, gsize wanted)
{
  gsize taken = wanted;

  if (room_left < 0 || !is_file_inside (file))
    return wanted;
  taken = MIN (wanted, (gsize) room_left);
  room_left -= (gssize) taken;
  return taken;
}

/* The function of the system that stands behind one of ours. */
#define REAL(name) ((__typeof__ (&name)) find (#name))

static gpointer
find (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    abort ();
  return function;
}

#define OPEN(name)                                                                                 \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list arguments;                                                                             \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    if (flags & O_CREAT)                                                                           \
      mode = va_arg (arguments, mode_t);                                                           \
    va_end (arguments);                                                                            \
    return hits_path (path, ORDINARY) ? -1 : REAL (name) (path, flags, mode);                      \
  }

OPEN (open)
OPEN (open64)

#define OPEN_AT(name)                                                                              \
  int name (int base, const char *path, int flags, ...)                                            \
  {                                                                                                \
    va_list arguments;                                                                             \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    if (flags & O_CREAT)                                                                           \
      mode = va_arg (arguments, mode_t);                                                           \
    va_end (arguments);                                                                            \
    return hits_path (path, ORDINARY) ? -1 : REAL (name) (base, path, flags, mode);                \
  }

OPEN_AT (openat)
OPEN_AT (openat64)

DIR *
opendir (const char *path)
{
  return hits_path (path, ORDINARY) ? NULL : REAL (opendir) (path);
}

ssize_t
read (int file, void *buffer, size_t length)
{
  return hits_file (file) ? -1 : REAL (read) (file, buffer, length);
}

ssize_t
write (int file, const void *buffer, size_t length)
{
  gsize taken = 0;

  if (hits_file (file))
    return -1;
  taken = take_room (file, length);
  if (taken == 0 && length > 0 && fail (ENOSPC))
    return -1;
  return REAL (write) (file, buffer, taken);
}

#define ALLOCATE(name, offset_type)                                                                \
  int name (int file, int mode, offset_type offset, offset_type length)                            \
  {                                                                                                \
    if (hits_file (file))                                                                          \
      return -1;                                                                                   \
    if (room_left >= 0 && is_file_inside (file) && length > room_left && fail (ENOSPC))            \
      return -1;                                                                                   \
    return REAL (name) (file, mode, offset, length);                                               \
  }

ALLOCATE (fallocate, off_t)
ALLOCATE (fallocate64, off64_t)

int
fsync (int file)
{
  return hits_file (file) ? -1 : REAL (fsync) (file);
}

int
fdatasync (int file)
{
  return hits_file (file) ? -1 : REAL (fdatasync) (file);
}

/* The file is closed all the same, as the system does it. */
int
close (int file)
{
  gboolean fails = hits_file (file);
  int error = errno;
  int result = REAL (close) (file);

  if (!fails)
    return result;
  errno = error;
  return -1;
}

int
flock (int file, int operation)
{
  return hits_file (file) ? -1 : REAL (flock) (file, operation);
}

int
rename (const char *from, const char *to)
{
  return hits_path (from, ORDINARY) ? -1 : REAL (rename) (from, to);
}

int
link (const char *from, const char *to)
{
  return hits_path (to, ORDINARY) ? -1 : REAL (link) (from, to);
}

int
symlink (const char *target, const char *path)
{
  return hits_path (path, ORDINARY) ? -1 : REAL (symlink) (target, path);
}

int
mkdir (const char *path, mode_t mode)
{
  return hits_path (path, ORDINARY) ? -1 : REAL (mkdir) (path, mode);
}

int
chmod (const char *path, mode_t mode)
{
  return hits_path (path, ORDINARY) ? -1 : REAL (chmod) (path, mode);
}

int
fchmod (int file, mode_t mode)
{
  return hits_file (file) ? -1 : REAL (fchmod) (file, mode);
}

int
unlink (const char *path)
{
  return hits_path (path, DELETES) ? -1 : REAL (unlink) (path);
}

int
remove (const char *path)
{
  return hits_path (path, DELETES) ? -1 : REAL (remove) (path);
}

int
access (const char *path, int mode)
{
  return hits_path (path, ORDINARY) ? -1 : REAL (access) (path, mode);
}

char *
realpath (const char *path, char *resolved)
{
  return hits_path (path, ORDINARY) ? NULL : REAL (realpath) (path, resolved);
}

#define STAT(name, status_type)                                                                    \
  int name (const char *path, status_type *status)                                                 \
  {                                                                                                \
    return hits_path (path, ORDINARY) ? -1 : REAL (name) (path, status);                           \
  }

STAT (stat, struct stat)
STAT (stat64, struct stat64)
STAT (lstat, struct stat)
STAT (lstat64, struct stat64)

#define STAT_FILE(name, status_type)                                                               \
  int name (int file, status_type *status)                                                         \
  {                                                                                                \
    return hits_file (file) ? -1 : REAL (name) (file, status);                                     \
  }

STAT_FILE (fstat, struct stat)
STAT_FILE (fstat64, struct stat64)

int
statx (int base, const char *path, int flags, unsigned int mask, struct statx *status)
{
  gboolean of_file = path[0] == '\0';

  if (of_file ? hits_file (base) : hits_path (path, ORDINARY))
    return -1;
  return REAL (statx) (base, path, flags, mask, status);
}

static void
set_folder (const char *path)
{
  n_calls = 0;
  n_failed = 0;
  fails_at = 0;
  room_left = -1;
  g_strlcpy (folder, path, sizeof folder);
}

/* From now on the @nth call in @path fails, from 1 on, with @error. */
void
fault_arm (const char *path, guint nth, FaultKind kind, int error)
{
  set_folder ("");
  fails_how = kind;
  fails_with = error;
  g_strlcpy (folder, path, sizeof folder);
  fails_at = nth;
}

/* From now on there is room for this many bytes more in @path. */
void
fault_limit (const char *path, gsize room)
{
  set_folder (path);
  room_left = (gssize) room;
}

/* Everything works again. Returns how many calls have failed. */
guint
fault_disarm (void)
{
  folder[0] = '\0';
  return n_failed;
}

static guint
get_number (const char *name)
{
  const char *text = getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

/* For programs that are started with this library: FAULT_FOLDER, and FAULT_NTH with FAULT_KIND (the number of a
 * FaultKind) or FAULT_ROOM. */
__attribute__ ((constructor)) static void
read_environment (void)
{
  const char *path = getenv ("FAULT_FOLDER");

  if (path == NULL)
    return;
  if (getenv ("FAULT_ROOM") != NULL)
    fault_limit (path, get_number ("FAULT_ROOM"));
  else
    fault_arm (path, get_number ("FAULT_NTH"), (FaultKind) get_number ("FAULT_KIND"), EIO);
}

/* The exit status alone would not tell whether a call has failed. */
__attribute__ ((destructor)) static void
report (void)
{
  const char *path = getenv ("FAULT_REPORT");
  FILE *file = NULL;

  if (path == NULL)
    return;
  folder[0] = '\0';
  file = fopen (path, "w");
  if (file == NULL)
    return;
  fprintf (file, "%u\n", n_failed);
  fclose (file);
}
