/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-row.h"
#include "summary/crit-block.h"

G_BEGIN_DECLS

CritRow *crit_typeset_block (const CritBlock *block,
                             CritColumns *columns,
                             PangoContext *context,
                             double width);

G_END_DECLS
