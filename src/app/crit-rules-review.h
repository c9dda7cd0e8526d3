/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/crit-rules.h"

G_BEGIN_DECLS

typedef enum
{
  CRIT_REVIEW_LINE, /* how much there is, and a button that shows it */
  CRIT_REVIEW_LIST, /* everything, under a heading */
} CritReviewStyle;

/**
 * CritRulesReview:
 *
 * What there is to notice in a rules file that can be used: warnings, with their places. The file is looked through in
 * another thread. Where nothing is noticed, a line is hidden and a list says so.
 */
#define CRIT_TYPE_RULES_REVIEW (crit_rules_review_get_type ())
G_DECLARE_FINAL_TYPE (CritRulesReview, crit_rules_review, CRIT, RULES_REVIEW, AdwBin)

GtkWidget *crit_rules_review_new (CritReviewStyle style);
void crit_rules_review_set_rules (CritRulesReview *self, CritRules *rules);

G_END_DECLS
