/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "json/crit-finding.h"
#include "rules/crit-rules.h"

#include <string.h>

static inline char *
fixture_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  g_assert_no_error (error);
  return g_strndup (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
}

/* As many bytes as @length says, which may be -1 for all of them. */
static inline CritRules *
fixture_load (const char *text, gssize length, GPtrArray *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return crit_rules_load (bytes, findings);
}

static inline const CritFinding *
fixture_get_finding (GPtrArray *findings, guint index)
{
  return g_ptr_array_index (findings, index);
}

static inline const char *
fixture_find_once (const char *text, const char *part)
{
  const char *found = strstr (text, part);

  if (found == NULL || strstr (found + 1, part) != NULL)
    g_error ("stands not once: %s", part);
  return found;
}

static inline void
fixture_print_findings (GPtrArray *findings, const char *name)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = crit_finding_to_line (fixture_get_finding (findings, i), name);

      g_test_message ("%s", line);
    }
}
