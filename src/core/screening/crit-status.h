/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/crit-rules.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_STATUS_NONE, /* a note has no status, unless it does not apply */
  CRIT_STATUS_UNKNOWN,
  CRIT_STATUS_MET,
  CRIT_STATUS_NOT_MET,
  CRIT_STATUS_PRESENT,
  CRIT_STATUS_ABSENT,
  CRIT_STATUS_NOT_APPLICABLE,
} CritStatus;

const char *crit_status_get_code (CritStatus self);
const char *crit_status_get_label (CritStatus self);
const char *crit_certainty_get_label (CritCertainty certainty);
const char *crit_notice (void);

G_END_DECLS
