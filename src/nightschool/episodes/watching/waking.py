"""When to look at the sources again: as the system tells of a change, a little later, when it is quiet again.

Covered: each folder by itself, so that what cargo writes into its target folder wakes nobody; folders that come and go;
file systems that tell nothing (a look every few seconds); systems that have no watches left. Not covered: what has
changed (`sources`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

QUIET_MS = 100
"""Changes are over when nothing has come for so long: one save is several, a checkout hundreds."""
LONGEST_MS = 1600
"""Nobody waits longer for quiet."""
ANYWAY_MS = 5000
"""A look after so long, told or not."""
POLL_S = 1.0


def wakes(folders: Callable[[], frozenset[Path]], stop: Event, say: Callable[[str], None]) -> Iterator[None]:
    """Yields when to look, until `stop` is set; `folders` are asked for again after each look."""
    while not stop.is_set():
        watched = folders()
        try:
            for _ in _told(watched, stop):
                yield
                if folders() != watched:
                    break
        except FileNotFoundError:  # a folder has gone since it was seen
            stop.wait(QUIET_MS / 1000)
            yield
        except OSError as error:
            say(f"the system cannot tell of changes ({error}): looking every second.")
            break
    while not stop.wait(POLL_S):
        yield


def _told(folders: frozenset[Path], stop: Event) -> Iterator[object]:
    from watchfiles import watch

    return watch(
        *sorted(folders), watch_filter=None, debounce=LONGEST_MS, step=QUIET_MS, stop_event=stop,
        rust_timeout=ANYWAY_MS, yield_on_timeout=True, raise_interrupt=False, recursive=False,
    )  # fmt: skip
