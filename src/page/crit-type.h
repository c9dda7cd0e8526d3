/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "summary/crit-block.h"

G_BEGIN_DECLS

/**
 * CritFace:
 *
 * How a text is set: its size and weight.
 */
typedef enum
{
  CRIT_FACE_TITLE,
  CRIT_FACE_HEADING,
  CRIT_FACE_SUBHEADING,
  CRIT_FACE_STRONG,
  CRIT_FACE_BODY,
  CRIT_FACE_DETAIL,
  CRIT_FACE_SMALL,
} CritFace;

PangoContext *crit_type_new_context (const char *language, gboolean mirrored);
PangoLayout *
crit_type_new_layout (PangoContext *context, CritFace face, const char *text, double width);
PangoLayout *crit_type_new_linked_layout (PangoContext *context,
                                          CritFace face,
                                          const char *text,
                                          GArray *links,
                                          double width);
const CritLink *crit_type_find_link (PangoLayout *layout, gsize place);
gboolean crit_type_has_links (PangoLayout *layout);
gboolean crit_type_is_mirrored (PangoContext *context);
void crit_type_align_to_end (PangoLayout *layout);
double crit_type_get_height (PangoLayout *layout);

G_END_DECLS
