"""`cargo nightschool check|build|test ...`: the user's own cargo, and what failed and was repaired is kept.

cargo inherits the terminal and is started first; all that is read, is read afterwards from what it left (`units`), by a
process of its own in the background. So what cargo shows, and when, is cargo's. Covered: exit codes and deaths by
signal, signals sent to this process alone, one line on stderr when something cannot be kept. Not covered: Windows.
This file imports next to nothing: it is loaded before cargo starts.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    import signal
else:
    import _signal as signal  # what `signal` wraps in enumerations, which take 5 ms to make

SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGCHLD}
FROM_KERNEL = 0x80
"""`si_code` of a signal that the terminal sent, which cargo got itself."""
USAGE = (
    "Usage: cargo nightschool check|build|test|... [cargo's own arguments]\n"
    "Runs cargo and keeps what failed in workspaces named with `nightschool episodes enable`."
)


def main() -> None:
    """Entry point of `cargo-nightschool`; does not return."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["nightschool"]:  # cargo gives the subcommand's own name
        arguments = arguments[1:]
    if not arguments or arguments[0] in ("-h", "--help"):
        print(USAGE, file=sys.stderr)
        os._exit(0 if arguments else 2)
    began = time.time()
    cargo = os.environ.get("CARGO") or "cargo"
    child = _start(cargo, arguments)
    watched = _watched(arguments)
    status = _follow(child)
    if not os.WIFSIGNALED(status) and watched is not None:
        _keep(cargo, arguments, began, os.WEXITSTATUS(status), watched)
    _end_as(status)


def _start(cargo: str, arguments: list[str]) -> int:
    """Start cargo with this process' terminal, folder and environment; its process id."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    theirs = [signal.SIGPIPE, signal.SIGXFSZ]  # Python ignores them
    try:
        return os.posix_spawnp(cargo, [cargo, *arguments], os.environ, setsigmask=before, setsigdef=theirs)
    except OSError as error:
        print(f"Cannot start {cargo!r}: {error.strerror}. Install Rust from https://rustup.rs.", file=sys.stderr)
        os._exit(3)


def _follow(child: int) -> int:
    """Wait for cargo's end, passing on what was sent to this process alone; its wait status."""
    while True:
        told = signal.sigwaitinfo(SIGNALS)
        if told.si_signo != signal.SIGCHLD:
            if told.si_code != FROM_KERNEL:
                os.kill(child, told.si_signo)
            continue
        done, status = os.waitpid(child, os.WNOHANG)
        if done == child:
            return status


def _end_as(status: int) -> None:
    """End as cargo did: with its exit code, or by the signal that ended it."""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        os.kill(os.getpid(), number)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _watched(arguments: list[str]) -> tuple[str, bool] | None:
    """(key, whether failures wait for a repair) of the workspace, if it is enabled."""
    try:
        from nightschool.episodes.watched import watched

        return watched(arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is not cargo's business
        _say(error)
        return None


def _keep(cargo: str, arguments: list[str], began: float, code: int, watched: tuple[str, bool]) -> None:
    """Leave the rest to a process in the background, if there is something to keep."""
    key, waiting = watched
    if not code and not waiting:
        return
    try:
        from nightschool.episodes.background import keep

        keep(cargo, arguments, began, code != 0, key)
    except Exception as error:  # noqa: BLE001 - as above
        _say(error)


def _say(error: Exception) -> None:
    print(f"nightschool: nothing was kept of this run: {' '.join(str(error).split())}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
