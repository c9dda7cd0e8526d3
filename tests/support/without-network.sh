#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command where there is no network at all. Where the machine lets nobody do that, the test is skipped.
set -eu

unshare --map-root-user --net true 2>/dev/null || exit 77
exec unshare --map-root-user --net sh "$@"
