/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/crit-date.h"

G_BEGIN_DECLS

/**
 * CritIdentityForm:
 *
 * What a record is known by: the clinic's own reference and the date, as they are typed when a record is begun and when
 * they are put right later.
 *
 * Signal `entered ()`: Enter was pressed in a field.
 */
#define CRIT_TYPE_IDENTITY_FORM (crit_identity_form_get_type ())
G_DECLARE_FINAL_TYPE (CritIdentityForm, crit_identity_form, CRIT, IDENTITY_FORM, AdwBin)

void crit_identity_form_show (CritIdentityForm *self, const char *reference, CritDate date);
gboolean crit_identity_form_read (CritIdentityForm *self, char **reference, CritDate *date);

G_END_DECLS
