/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "summary/crit-summary.h"

/* Every character that a renderer could take for its own syntax, a word wider than any column, and a right-to-left
 * text. */
#define PAGE_SAMPLE_SPECIAL                                                                        \
  "<b>5 & 6</b> > 4 %s 100 % _under_ \"quoted\" 'single' "                                         \
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesdurchführungsverordnung"
#define PAGE_SAMPLE_ARABIC "لم يستجب المريض لدواءين مختلفين من مضادات الاكتئاب"

CritSummary *page_sample_new (void);
CritSummary *page_sample_new_long (guint n_entries);
CritTimeline *page_sample_new_timeline (const char *name);
CritSummary *page_sample_new_special (const char *text);
