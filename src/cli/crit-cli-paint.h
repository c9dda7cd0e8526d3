/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CRIT_PAINT_STRONG,
  CRIT_PAINT_ERROR,
  CRIT_PAINT_WARNING,
} CritPaint;

void crit_paint_set_up (void);
char *crit_paint (const char *text, CritPaint paint, int fd);

G_END_DECLS
