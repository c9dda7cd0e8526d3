/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails when it is told to. This library stands before the C library, either because a test is linked with
 * it or because a program is started with LD_PRELOAD; it touches only what happens in one folder. */

typedef enum
{
  FAULT_ONCE,      /* one call fails, the others work */
  FAULT_FOR_GOOD,  /* it and all that follow fail, but for those that delete */
  FAULT_EVERY_WAY, /* it and all that follow fail, those that delete too */
} FaultKind;

void fault_arm (const char *folder, guint nth, FaultKind kind, int error);
void fault_limit (const char *folder, gsize room);
guint fault_disarm (void);

G_END_DECLS
