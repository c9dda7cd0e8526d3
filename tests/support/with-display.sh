#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on an X server and with home folders of its own, so that nothing of the desktop leaks in and two tests
# never meet. With --bus the command also gets a session bus, and with it the accessibility bus. TEST_SCREEN is how large the
# screen is, such as 3840x2160.
set -eu

bus=false
if [ "$1" = --bus ]; then
  bus=true
  shift
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/criteria-test.XXXXXX")
chmod 700 "$home"
trap 'rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM

# The accessibility bus keeps its socket in the runtime folder: two tests that share one break each other.
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
  XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state"
mkdir -m 700 "$XDG_RUNTIME_DIR"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1 GSETTINGS_BACKEND=memory
unset WAYLAND_DISPLAY

if $bus; then
  unset GTK_A11Y
  set -- dbus-run-session -- xvfb-run -a -s "-screen 0 ${TEST_SCREEN:-1280x1024}x24 -noreset" "$@"
else
  # An address where nothing listens keeps GLib from starting a bus by itself.
  export GTK_A11Y=test DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus"
  set -- xvfb-run -a -s "-screen 0 ${TEST_SCREEN:-1280x1024}x24 -noreset" "$@"
fi
"$@"
