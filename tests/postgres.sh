#!/usr/bin/env bash
# A PostgreSQL server for the tests: a cluster of its own in a temporary folder, gone after "stop".
#   tests/postgres.sh start [DIR]   starts it and prints its connection string
#   tests/postgres.sh stop  [DIR]   stops it and removes the folder
set -euo pipefail

folder="${2:-${TMPDIR:-/tmp}/eduaid-postgres}"
bin="${EDUAID_POSTGRES_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}"
account=eduaid-test

[ -n "$bin" ] && [ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed (no initdb in /usr/lib/postgresql/*/bin)." >&2; exit 1; }

# The server refuses to run as root: it gets a system account without a home or a shell.
as_account() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  id "$account" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$account"
  (cd / && runuser -u "$account" -- "$@")
}

free_port() {
  local port
  for port in $(seq 54320 54399); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  echo "No free port between 54320 and 54399." >&2
  exit 1
}

start() {
  local port
  stop
  mkdir -p "$folder"
  if [ "$(id -u)" -eq 0 ]; then
    as_account true
    chown "$account" "$folder"
  fi
  chmod 700 "$folder"
  as_account "$bin/initdb" -D "$folder/data" -U eduaid -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  port="$(free_port)"
  # The tests kill the product, never this server: it need not wait for the disk.
  as_account "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=200 -c fsync=off" start >/dev/null
  echo "Host=127.0.0.1;Port=$port;Username=eduaid;Database=postgres;Include Error Detail=true"
}

stop() {
  [ -d "$folder" ] || return 0
  if [ -f "$folder/data/postmaster.pid" ]; then as_account "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true; fi
  rm -rf -- "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *) echo "usage: tests/postgres.sh start|stop [DIR]" >&2; exit 64 ;;
esac
