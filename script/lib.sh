# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034
# What script/run and script/test share: the packages, and the way from a fresh clone to an installed program. Read with
# the top of the source tree as working folder.

build_packages='gcc libc6-dev pkg-config meson ninja-build gettext libxml2-utils desktop-file-utils shared-mime-info
  libgtk-4-dev libadwaita-1-dev libjson-glib-dev'
test_packages='xvfb xauth dbus at-spi2-core xdotool imagemagick poppler-utils qpdf tidy appstream python3-gi
  python3-jsonschema fonts-dejavu-core clang-format-14 locales parallel man-db groff-base mandoc'

prefix=$PWD/build/install

say () {
  printf '== %s\n' "$*"
}

die () {
  printf '%s: %s\n' "$0" "$*" >&2
  exit 1
}

# is_installed PACKAGE
is_installed () {
  case $(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null) in
    ?i*) true ;;
    *) false ;;
  esac
}

# as_root COMMAND...
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# need_packages PACKAGE...: installs those that are missing; without any it touches nothing and asks nobody.
need_packages () {
  if ! command -v dpkg-query >/dev/null; then
    say "This is no Debian system: taking it that these are here in some form: $*"
    return
  fi

  missing=
  for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    die "packages are missing, and without sudo only root can install them:
  apt-get install --no-install-recommends$missing"
  fi

  say "Installing$missing"
  # shellcheck disable=SC2086 # a list of words
  said=$(
    exec 2>&1
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends $missing
  ) || die "installing failed:
$said"
}

# configure FOLDER -DOPTION=VALUE...: does nothing where the folder is configured so already.
configure () {
  folder=$1
  shift
  asked=$folder/meson-private/cmd_line.txt

  # Where the source tree was moved, everything in the folder names the old place.
  if ! [ -f "$folder/build.ninja" ] || ! grep -qxF "prefix = $prefix" "$asked"; then
    rm -rf "$folder"
    mkdir "$folder"
    again=
  else
    again=--reconfigure
    settled=true
    for option in "$@"; do
      setting=${option#-D}
      grep -qxF "${setting%%=*} = ${setting#*=}" "$asked" || settled=false
    done
    ! $settled || return 0
  fi

  say "Configuring $folder"
  meson setup $again "--prefix=$prefix" "$@" "$folder" >"$folder/setup.log" 2>&1 || {
    cat "$folder/setup.log" >&2
    die "configuring $folder failed"
  }
}

# build FOLDER: quiet where there is nothing to do, which ninja itself is not.
build () {
  ninja -C "$1" -n | grep -q 'no work to do' || {
    say "Building $1"
    ninja --quiet -C "$1"
  }
}

install_program () {
  say "Installing into $prefix"
  meson install -C build --quiet --no-rebuild --only-changed
}
