"""Keeping what a run left, in a process of its own, so that the prompt is back when cargo ends.

Covered: what can be told beforehand (a read-only folder, a full disk) is told at once, in one line by the caller; what
goes wrong later is written beside the store and told by the next run; readers wait for what is under way.
`NIGHTSCHOOL_EPISODES_WAIT=1` waits, for machines that end with the command (CI). Not covered: what is kept (`capture`).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from nightschool.episodes.place import store_file
from nightschool.episodes.watched import option
from nightschool.errors import EnvironmentMissingError

WAIT = "NIGHTSCHOOL_EPISODES_WAIT"
LEAST_MB = 16
"""Room that the store's folder must have."""
NICE = 10
_FLAGS = ("--offline", "--frozen", "--locked")
_VALUES = ("--manifest-path", "--config", "-Z")


def keep(cargo: str, arguments: Sequence[str], began: float, failed: bool, key: str) -> None:
    """Start keeping; raises EnvironmentMissingError where it is plain that nothing can be kept, or failed last time."""
    store = Path(store_file())
    refuse_unwritable(store)
    lock = os.open(lock_of(store), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_SH)
    child = os.fork()
    if child == 0:
        _away()
        _carry_out(cargo, arguments, began, failed, key, store)
        os._exit(0)
    os.close(lock)
    if os.environ.get(WAIT):
        os.waitpid(child, 0)
    if trouble := take_trouble(store):
        raise EnvironmentMissingError(trouble)


def refuse_unwritable(store: Path) -> None:
    """Raise EnvironmentMissingError if the store or its folder cannot be written, or there is no room."""
    if not os.access(store.parent, os.W_OK) or (store.exists() and not os.access(store, os.W_OK)):
        raise EnvironmentMissingError(f"{str(store)!r} is read-only. Name another file with NIGHTSCHOOL_EPISODES.")
    free = shutil.disk_usage(store.parent).free >> 20
    if free < LEAST_MB:
        raise EnvironmentMissingError(f"{str(store.parent)!r} has {free} MiB free and {LEAST_MB} are needed.")


def _away() -> None:
    """Leave the terminal: no signal of it, none of its descriptors, last in the queue for the CPU."""
    os.setsid()
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.nice(NICE)


def _carry_out(cargo: str, arguments: Sequence[str], began: float, failed: bool, key: str, store: Path) -> None:
    from nightschool.episodes.capture import CargoRun, capture

    command = next((one for one in arguments if not one.startswith(("-", "+"))), "")
    target = next(option(arguments, "--target-dir"), None)
    run = CargoRun(cargo, command, tuple(_where(arguments)), target, Path.cwd(), began, failed)
    try:
        capture(run, key, store)
    except Exception as error:  # noqa: BLE001 - told by the next run
        _note_trouble(store, f"{type(error).__name__}: {error}")


def _where(arguments: Sequence[str]) -> Iterator[str]:
    """The options that `cargo metadata` needs too."""
    yield from (flag for flag in _FLAGS if flag in arguments)
    for name in _VALUES:
        for value in option(arguments, name):
            yield from (name, value)


def lock_of(store: Path) -> Path:
    """The file that captures under way hold."""
    return store.with_name(f"{store.name}.lock")


def wait_for_captures(store: Path, seconds: float = 20.0) -> bool:
    """Wait until no capture is under way; whether that came about."""
    try:
        lock = os.open(lock_of(store), os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        return _locked(lock, time.monotonic() + seconds)
    finally:
        os.close(lock)


def _locked(lock: int, end: float) -> bool:
    while time.monotonic() < end:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError:
            time.sleep(0.02)
    return False


def _trouble_of(store: Path) -> Path:
    return store.with_name(f"{store.name}.trouble")


def _note_trouble(store: Path, text: str) -> None:
    try:
        _trouble_of(store).write_text(" ".join(text.split())[:500], encoding="utf-8")
    except OSError:
        os._exit(1)


def take_trouble(store: Path) -> str:
    """What a capture could not do, told once; empty if all went well."""
    try:
        text = _trouble_of(store).read_text(encoding="utf-8")
        _trouble_of(store).unlink()
    except OSError:
        return ""
    return text
