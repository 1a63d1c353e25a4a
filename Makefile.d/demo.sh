#!/bin/sh
# The failure that this project began with: found, explained, mended, and found clean.
set -eu

cd "$(dirname "$0")/.."
migrations=Scenarios/Projects/core-tables/sqlite
mended=$(mktemp -d)
trap 'rm -rf "$mended"' EXIT INT TERM


echo "Building …" >&2
swift build --product shaketable >&2
shaketable=$(swift build --show-bin-path)/shaketable

run() {
  printf '\n$ shaketable %s\n' "$*"
  status=0
  "$shaketable" "$@" || status=$?
  printf '(exit status %d)\n' "$status"
}

run check "$migrations"
run plan "$migrations" --fix "$mended/core-tables"
run check "$mended/core-tables"
[ "$status" -eq 0 ]
