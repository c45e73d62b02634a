#!/usr/bin/env bash
# Checks what a release adds to a program, in seconds: manuals, completions, the list of its parts, and the files of
# docs/operations. What a tool is missing for is left out and said.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "packaging: $*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null || { echo "packaging: no $1, so that is not checked"; return 1; }; }

"$program" --experimental-dump-help | packaging/manual.py 0.0.0 2000-01-01 "$work"
commands=$("$program" --help | sed -n '/^SUBCOMMANDS/,$s/^  \([a-z]\{2,\}\) .*/\1/p' | sort -u)
[ -n "$commands" ] || fail "the program names no commands"
for command in $commands; do
  [ -s "$work/vigie-$command.1" ] || fail "there is no manual of vigie $command"
  ! grep -q "Example: " "$work/vigie-$command.1" || fail "an example of vigie $command is not among the examples"
  grep -q "^.Sh EXAMPLES" "$work/vigie-$command.1" || fail "vigie $command has no example"
done
if has mandoc; then mandoc -Tlint -Werror "$work"/*.1 || fail "a manual has a fault"; fi

for shell in bash zsh fish; do
  "$program" --generate-completion-script "$shell" >"$work/$shell"
  if has "$shell"; then "$shell" -n "$work/$shell" || fail "$shell does not take its completions"; fi
done

packaging/sbom.py "$program" 0.0.0 0 | python3 -c '
import json, sys
parts = [part["name"] for part in json.load(sys.stdin)["components"]]
assert {"libzip4", "libsqlite3-0", "libc6", "swift", "swift-argument-parser"} <= set(parts), parts'

# Where the unit would run the installed program, one that is there.
for unit in docs/operations/*.service docs/operations/*.timer; do
  sed "s|/usr/bin/vigie|$(command -v true)|" "$unit" >"$work/${unit##*/}"
done
if has systemd-analyze; then
  systemd-analyze verify --man=no "$work"/vigie-publish@.service 2>"$work/units" || true
  ! grep -F vigie-publish "$work/units" || fail "the unit has a fault"
  systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' docs/operations/vigie-publish@.timer)" >/dev/null
fi
if has yamllint; then yamllint -d '{extends: relaxed, rules: {line-length: {max: 120}}}' docs/operations/*.yml; fi

# The line of cron does what it says: once more when another is at work, and not when it is refused.
cron=$(sed -n 's/^0 5 \* \* 1  //p' docs/operations/crontab)
mkdir "$work/bin"
printf '#!/bin/sh\necho run >>%s/runs\nexit $(cat %s/status)\n' "$work" "$work" >"$work/bin/vigie"
printf '#!/bin/sh\n' >"$work/bin/sleep"
chmod +x "$work"/bin/*
for case in "0 1" "1 1" "75 2"; do
  : >"$work/runs"
  echo "${case% *}" >"$work/status"
  PATH="$work/bin:$PATH" sh -c "$cron" || true
  [ "$(wc -l <"$work/runs")" -eq "${case#* }" ] || fail "the line of cron does not try ${case#* } times after ${case% *}"
done
