#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# complete.sh COMPLETION WORD...: sources a completion, and prints what it offers behind the words, a line each, as bash would after a tab.
set -u

# Only while it completes does bash know it.
compopt ()
{
  [[ $1 == -o && ( $2 == nospace || $2 == filenames ) ]]
}

# shellcheck source=data/completion/criteria-cli
. "$1"
shift

# Bash takes an equals sign for a word of its own.
COMP_WORDS=()
for word; do
  if [[ $word == --*=* ]]; then
    COMP_WORDS+=("${word%%=*}" "=")
    [[ -z ${word#*=} ]] || COMP_WORDS+=("${word#*=}")
  else
    COMP_WORDS+=("$word")
  fi
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}

how=$(complete -p "${COMP_WORDS[0]}")
[[ $how =~ -F\ ([a-z_]+) ]] || exit 1
"${BASH_REMATCH[1]}" "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
[[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
