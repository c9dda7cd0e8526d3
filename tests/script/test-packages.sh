#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-packages.sh TOP: what script/lib.sh asks of apt, and of whom, on machines that lack this or that. Prints TAP.
set -u

cd "$1" || exit 1
tools=$(mktemp -d "${TMPDIR:-/tmp}/criteria-test.XXXXXX")
trap 'rm -rf "$tools"' EXIT
calls=$tools/calls

# fake NAME: the rest of the machine, as far as the script sees it. The body comes from standard input.
fake () {
  { echo '#!/bin/sh'; cat; } >"$tools/$1"
  chmod +x "$tools/$1"
}

fake dpkg-query <<'END'
for package; do :; done
case " $MISSING " in *" $package "*) exit 1 ;; esac
case " $HELD " in *" $package "*) echo 'hi ' ;; *) echo 'ii ' ;; esac
END
fake id <<'END'
echo "$USER_ID"
END
fake apt-get <<'END'
echo "apt-get $*" >>"$CALLS"
exit "$APT_STATUS"
END
fake sudo.off <<'END'
echo sudo >>"$CALLS"
exec "$@"
END
ln -s "$(command -v env)" "$tools/env"

# need PACKAGE...: runs need_packages in a shell whose only tools are those above, and keeps output, calls and status.
need () {
  : >"$calls"
  said=$(MISSING=$missing HELD=$held USER_ID=$user_id APT_STATUS=$apt_status CALLS=$calls PATH=$tools \
    /bin/sh -euc '. script/lib.sh; need_packages "$@"; echo went on' script/run "$@" 2>&1)
  status=$?
}

number=0
# check WHAT COMMAND...
check () {
  number=$((number + 1))
  what=$1
  shift
  if "$@"; then
    echo "ok $number - $what"
  else
    echo "not ok $number - $what"
    printf '%s\n' "status $status" "$said" "$(cat "$calls")" | sed 's/^/# /'
  fi
}

says () { case $said in *"$1"*) true ;; *) false ;; esac }
called () { grep -q -e "$1" "$calls"; }
not () { ! "$@"; }

missing='' held='' user_id=0 apt_status=0
need gcc meson
check 'nothing missing: goes on' says 'went on'
check 'nothing missing: apt is not called' not test -s "$calls"

held=gcc
need gcc meson
check 'a package on hold is there' not test -s "$calls"
held=''

missing='meson xvfb'
need gcc meson xvfb
check 'root: fetches the lists first' called 'apt-get .*update'
check 'root: installs what is missing, and only that' called 'install --no-install-recommends meson xvfb$'
check 'root: waits for another apt' called 'DPkg::Lock::Timeout=300'
check 'root: without sudo' not called sudo
check 'root: says so' says 'Installing meson xvfb'

apt_status=100
need gcc meson
check 'apt fails: the script ends' not says 'went on'
check 'apt fails: with an error' test "$status" -ne 0
apt_status=0

user_id=1000
need gcc meson
check 'no root, no sudo: says what root can do' says 'apt-get install --no-install-recommends meson'
check 'no root, no sudo: ends with an error' test "$status" -ne 0
check 'no root, no sudo: apt is not called' not called apt-get

mv "$tools/sudo.off" "$tools/sudo"
need gcc meson
check 'sudo: is asked' called sudo
check 'sudo: installs' called 'install --no-install-recommends meson$'

missing=''
need gcc meson
check 'sudo: is not asked where nothing is missing' not called sudo

rm "$tools/dpkg-query"
need gcc meson
check 'no Debian: goes on' says 'went on'
check 'no Debian: apt is not called' not test -s "$calls"

echo "1..$number"
