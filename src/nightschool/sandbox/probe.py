"""Checks from inside that isolation holds: one real command, then a small fork bomb.

Covered: a file of the host, the host's environment, network interfaces, identity and capabilities, writing
to the root, the process limit. Not covered: everything the attack tests try (tests/sandbox).
"""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import replace

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox.contract import Command, Completed, Limits, Sandbox
from nightschool.sandbox.limits import SHELL
from nightschool.sandbox.program import FLEET
from nightschool.sandbox.syscalls import filter_program

_LOOK = """
[ -e "$1" ] && echo "a file of the host is visible: $1"
[ -e /etc/passwd ] && echo "the host's /etc is visible"
while read -r name rest; do
  case $name in lo:*|Inter-*|face) ;; *) echo "a network interface is there: $name" ;; esac
done < /proc/net/dev
while read -r name value rest; do
  case $name in
    Uid:|Gid:) [ "$value" = 65534 ] || echo "it runs as $name $value" ;;
    CapEff:|CapBnd:) [ "$value" = 0000000000000000 ] || echo "it has capabilities: $name $value" ;;
    NoNewPrivs:) [ "$value" = 1 ] || echo "it may gain privileges" ;;
    Seccomp:) [ "$value" = "$2" ] || echo "its system calls are not filtered" ;;
  esac
done < /proc/self/status
if (: > /canary) 2>/dev/null; then echo "its root can be written"; fi
[ -z "$CANARY" ] || echo "the host's environment is visible"
: > here || echo "its own working folder cannot be written"
echo looked
"""
_FORK = "turn=0; while [ $turn -lt $1 ]; do while :; do :; done & turn=$((turn+1)); done; echo unlimited"
_LIMIT, _WANTED = 16, 48
"""Processes of the fork bomb. An engine's own start counts in a container's limit: one of 4 refused it at times."""
_ADVICE = (
    f"{FLEET} In another container, allow it to make namespaces (docker run --security-opt seccomp=unconfined "
    "--security-opt apparmor=unconfined --cap-add SYS_ADMIN); on Ubuntu 24.04 set "
    "kernel.apparmor_restrict_unprivileged_userns=0, on old Debian kernel.unprivileged_userns_clone=1. Kernels before "
    "5.14 count all of a user's processes: raise sandbox.processes there. `sandbox.backend: none` runs programs "
    "without any isolation."
)


def check(sandbox: Sandbox, config: SandboxConfig, advice: str = _ADVICE) -> None:
    """Raises SandboxUnavailableError with each thing that does not hold, and `advice`."""
    try:
        faults = [*_look(sandbox, config), *_fork(sandbox, config)]
    except SandboxUnavailableError as error:
        raise SandboxUnavailableError(f"{error} {advice}") from error
    if faults:
        raise SandboxUnavailableError(f"Sandbox {sandbox.name!r} does not isolate: {'; '.join(faults)}. {advice}")


def _look(sandbox: Sandbox, config: SandboxConfig) -> list[str]:
    with tempfile.NamedTemporaryFile(prefix="nightschool-canary-") as canary:
        canary.write(secrets.token_bytes(16))
        canary.flush()
        done = _shell(sandbox, Limits.within(config, 10.0), _LOOK, canary.name, "2" if filter_program() else "0")
    *faults, end = done.stdout.decode(errors="replace").splitlines() or [""]
    if end != "looked":
        faults += [end, f"the probe did not end well ({done.reason}, {done.exit_code}): {_words(done)}"]
    return [fault for fault in faults if fault]


def _fork(sandbox: Sandbox, config: SandboxConfig) -> list[str]:
    most = min(_LIMIT, config.processes)
    limits = replace(Limits.within(config, 0.5), processes=most)
    done = _shell(sandbox, limits, _FORK, str(_WANTED))
    return [f"{_WANTED} processes ran under a limit of {most}"] if b"unlimited" in done.stdout else []


def _shell(sandbox: Sandbox, limits: Limits, script: str, *arguments: str) -> Completed:
    return sandbox.run(Command((SHELL, "-c", script, "sh", *arguments), limits))


def _words(done: Completed) -> str:
    return repr(done.stderr[-300:].decode(errors="replace").strip())
