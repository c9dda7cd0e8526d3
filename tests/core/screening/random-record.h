/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *random_record_dup_text (GRand *random);

G_END_DECLS
