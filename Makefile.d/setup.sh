#!/bin/sh
# Installs the system packages that are missing, on Debian and Ubuntu; elsewhere says what to install.
set -eu

packages="libsqlite3-dev libpq-dev libpg-query-dev libprotobuf-c-dev libssl-dev postgresql"

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift 6.2 or newer is needed: https://www.swift.org/install/" >&2
  exit 1
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
  cat >&2 <<'TEXT'
This machine has no dpkg. Shaketable needs, with their headers:
  SQLite 3.40 or newer            sqlite3.h        (libsqlite3)
  PostgreSQL's client library     libpq-fe.h       (libpq)
  PostgreSQL's parser, 15-4.x     pg_query.h       (libpg_query)
  protobuf-c                      protobuf-c.h     (libprotobuf-c)
  OpenSSL, for SHA-256            openssl/sha.h    (libcrypto)
and for the tests a PostgreSQL 15 server or newer.
TEXT
  exit 0
fi

missing=""
for package in $packages; do
  status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Missing:$missing. Run as root: apt-get install$missing" >&2
    exit 1
  fi
  sudo="sudo"
fi
echo "Installing:$missing" >&2
# The lists may be old or absent on a fresh machine.
$sudo apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $missing >&2
