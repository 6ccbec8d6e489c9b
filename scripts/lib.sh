# shellcheck shell=bash
# What the scripts share. Sourced after `set -euo pipefail`; leaves the working folder at the project's root.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
LOGS=$ROOT/build/log
mkdir -p "$LOGS"
export LC_ALL=C.UTF-8

# Some of ICU's tools are where only root's PATH leads.
PATH=$PATH:/usr/sbin

# at_least HAVE WANT: of two dotted numbers, HAVE is WANT or newer.
at_least() {
  [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$2" ]]
}

# Vite's bounds.
node_is_new_enough() {
  local version
  version=$(node --version 2>/dev/null) || return 1
  at_least "${version#v}" 22.12.0 || { [[ $version == v20.* ]] && at_least "${version#v}" 20.19.0; }
}

# The Node and npm that scripts/setup brought, where the machine has no Node that will do: Debian's npm runs on Debian's
# Node only, and cannot read every lock file of today.
use_own_node() {
  local dir own=$ROOT/build/node/node_modules
  node_is_new_enough || for dir in "$own"/node-linux-*/bin; do
    [[ ! -x $dir/node || ! -x $own/.bin/npm ]] || PATH=$dir:$own/.bin:$PATH
  done
}
use_own_node

npm_ci() {
  npm ci --ignore-scripts --omit=peer --no-audit --no-fund "$@"
}

emcc_version() {
  emcc --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'
}

# The folder of ICU's source that holds common/, i18n/ and data/: of the copy that ICU_SOURCE_DIR names, or of ours.
icu_source() {
  local given=${ICU_SOURCE_DIR:-$ROOT/build/icu} dir
  for dir in "$given" "$given/source" "$given/icu4c/source"; do
    if [[ -f $dir/common/unicode/uvernum.h ]]; then
      (cd "$dir" && pwd)
      return
    fi
  done
  return 1
}

# icu_version DIR: of the source in DIR, as in 72.1
icu_version() {
  sed -nE 's/^#define U_ICU_VERSION "([0-9.]+)"/\1/p' "$1/common/unicode/uvernum.h"
}

# The file of ICU's licence: the source's, at its root, or Debian's.
icu_licence() {
  local source file
  source=$(icu_source)
  for file in "$source"/{,../,../../}LICENSE /usr/share/doc/libicu-dev/copyright; do
    if [[ -f $file ]]; then
      printf '%s' "$file"
      return
    fi
  done
  return 1
}

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the seconds since $1, a value of EPOCHREALTIME, with one decimal.
seconds_since() {
  local tenths=$(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 100000))
  printf '%6d.%d s' $((tenths / 10)) $((tenths % 10))
}

# step NAME COMMAND…: runs it with its output in build/log/NAME.log and prints one line, the name and the time. When it
# fails, it names the log and shows its end.
step() {
  local name=$1 log=$LOGS/$1.log start=$EPOCHREALTIME status
  shift
  printf '%-22s' "$name"
  set +e
  # A subshell with -e of its own: after `||` or in `if` the functions that we run would go on past a failure.
  (
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null
  status=$?
  set -e
  seconds_since "$start"
  if ((status)); then
    printf '  failed, see %s\n' "${log#"$ROOT"/}"
    tail -n 40 "$log" | sed 's/^/  | /'
    return "$status"
  fi
  printf '\n'
}
