/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CritYielding:
 *
 * Holds one widget that leaves things out once there is little room, and till then would keep the window from becoming
 * that narrow in one go. It never asks for more than the narrowest window; for the moment until its child has followed,
 * the end of the child is out of view.
 */
#define CRIT_TYPE_YIELDING (crit_yielding_get_type ())
G_DECLARE_FINAL_TYPE (CritYielding, crit_yielding, CRIT, YIELDING, AdwBin)

G_END_DECLS
