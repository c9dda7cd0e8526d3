/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ShrinkStillFails:
 * @tree: a smaller tree
 *
 * Returns: whether it still shows what the larger one did. A tree that makes no sense any more does not.
 */
typedef gboolean (*ShrinkStillFails) (JsonNode *tree, gpointer user_data);

JsonNode *shrink (JsonNode *tree, ShrinkStillFails still_fails, gpointer user_data);

G_END_DECLS
