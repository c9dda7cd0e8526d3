/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *crit_pdf_mark_artifacts (GBytes *content);

G_END_DECLS
