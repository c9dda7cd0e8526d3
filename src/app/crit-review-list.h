/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "record/crit-place.h"

G_BEGIN_DECLS

/**
 * CritReviewList:
 *
 * Places of a record that somebody may want to look at before printing, under a line that says how many. It unfolds.
 * Signal `chosen (const CritPlace *)`: somebody wants to go to one.
 */
#define CRIT_TYPE_REVIEW_LIST (crit_review_list_get_type ())
G_DECLARE_FINAL_TYPE (CritReviewList, crit_review_list, CRIT, REVIEW_LIST, AdwBin)

void crit_review_list_clear (CritReviewList *self);
void crit_review_list_add (CritReviewList *self, const char *text, const CritPlace *place);
void crit_review_list_set_title (CritReviewList *self, const char *title);

G_END_DECLS
