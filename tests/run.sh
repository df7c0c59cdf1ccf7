#!/usr/bin/env bash
# Installs what the tests need where it is absent, builds, and runs every test.
#   bash tests/run.sh          small fixed counts, every kind of test
#   bash tests/run.sh --full   the stated counts (mutations, seeds, kills)
# The last line is "N passed, N failed"; the exit code is 0 only where nothing failed.
set -euo pipefail
cd "$(dirname "$0")/.."
filter=(--filter "Counts!=full")
if [ "${1:-}" = "--full" ]; then export EDUAID_FULL=1; filter=(); fi

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

command -v dotnet >/dev/null || die "缺少 .NET SDK 10(需要 dotnet 命令)。 The .NET SDK 10 is missing (no dotnet on the path)."
command -v npm >/dev/null || die "缺少 Node.js 20 或更新版本(需要 npm 命令)。 Node.js 20 or newer is missing (no npm on the path)."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'Noto Sans CJK' || missing+=(fontconfig fonts-noto-cjk)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
command -v openssl >/dev/null || missing+=(openssl)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  say "Installing ${missing[*]}"
  command -v apt-get >/dev/null || die "测试需要 ${missing[*]},请先安装。 The tests need ${missing[*]}; please install them."
  sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq || die "apt-get update failed; the tests need ${missing[*]}."
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null || die "Could not install ${missing[*]}."
fi

results=$(mktemp -d)
trap 'bash tests/postgres.sh stop >/dev/null 2>&1 || true; rm -rf "$results"' EXIT
EDUAID_TEST_POSTGRES=$(bash tests/postgres.sh start) || die "PostgreSQL did not start."
export EDUAID_TEST_POSTGRES

say "Building"
dotnet build EduAid.sln --nologo -v quiet -clp:NoSummary

failed=0
for project in tests/EduAid.*.Tests; do
  name=$(basename "$project")
  say "Testing $name"
  dotnet test "$project" --no-build --nologo -v quiet "${filter[@]}" --logger "trx;LogFileName=$name.trx" --results-directory "$results" || failed=1
done

# Real totals, added up from the result files; a project that wrote none has failed.
passed=0; bad=0
for project in tests/EduAid.*.Tests; do
  file="$results/$(basename "$project").trx"
  if [ ! -f "$file" ]; then bad=$((bad + 1)); continue; fi
  counters=$(grep -o '<Counters [^>]*' "$file")
  passed=$((passed + $(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")))
  total=$(sed -E 's/.* total="([0-9]+)".*/\1/' <<<"$counters")
  ok=$(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")
  bad=$((bad + total - ok))
done
[ "$failed" = 0 ] || [ "$bad" -gt 0 ] || bad=1
printf '%s passed, %s failed\n' "$passed" "$bad" | tee "${EDUAID_TOTALS:-/dev/null}"
[ "$bad" = 0 ] && [ "$passed" -gt 0 ]
