"""Load on `nightschool serve` while champions change and the server is killed; what became of each request."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from nightschool.phases import Context, run_phase
from nightschool.phases.promotion import promote_version
from nightschool.tracking import ROLLED_BACK, Change, change_champion
from tests.phases.school import ended_night, made_school
from tests.serving.asking import KINDS, Asker, Away, Ended, ready, words
from tests.serving.making import LONGEST_S, Server, served, until

BRIEF = ("repair.depth=1", "repair.behaviour_s=0", "repair.drawn=0")
"""A search that leaves time for many requests."""


@dataclass
class Load:
    """A server with two versions, its clients, and what became of their requests."""

    context: Context
    versions: tuple[str, str]
    clients: int
    swap_s: float
    kill_s: float
    ended: list[Ended] = field(default_factory=list)
    kills: Counter[str] = field(default_factory=Counter)
    swaps: int = 0
    seconds: float = 0.0
    away: Away = field(default_factory=Away)

    @classmethod
    def of(cls, root: Path, clients: int, swap_s: float, kill_s: float) -> Load:
        """Two registered versions that answer differently; the first is champion."""
        made_school(root)
        contexts = [ended_night(root, seed) for seed in (1, 2)]
        one, two = (str(int(run_phase("register", each).metrics["version"])) for each in contexts)
        promote_version(contexts[0], Change(one, None, "ada", "good"))
        return cls(contexts[0], (one, two), clients, swap_s, kill_s)

    @cached_property
    def expected(self) -> dict[str, str]:
        """What each version says."""
        found = {version: words(self.context, version) for version in self.versions}
        assert len(set(found.values())) == 2, "the two can be told from each other"
        return found

    @property
    def lost(self) -> list[Ended]:
        return [one for one in self.ended if one.lost]

    @property
    def mixed(self) -> list[Ended]:
        return [one for one in self.ended if not one.lost and not one.right]

    @property
    def faults(self) -> int:
        return len(self.lost) + len(self.mixed)

    def run(self, seconds: float, enough: Callable[[], bool] = lambda: True) -> None:
        """Ask for that long and until it is enough, with swaps and kills; all requests have ended when it returns."""
        assert self.expected
        server, end = self._started(None), threading.Event()
        asker, began = Asker(server[1], self.expected, self.away), time.monotonic()
        with ThreadPoolExecutor(self.clients) as pool:
            asking = [pool.submit(self._ask, asker, KINDS[n % 3], end) for n in range(self.clients)]
            try:
                server = self._disturbed(server, began + seconds, enough)
            finally:
                end.set()
                for one in asking:
                    one.result()
                self.seconds = time.monotonic() - began
                server[0].__exit__(None, None, None)

    def _ask(self, asker: Asker, kind: str, end: threading.Event) -> None:
        while not end.is_set():
            self.ended.append(asker.until_answered(kind))

    def _disturbed(self, server: Running, until_s: float, enough: Callable[[], bool]) -> Running:
        """Swap and kill by their clocks until the time is over and it is enough."""
        swap = kill = time.monotonic()
        while (now := time.monotonic()) < until_s or not enough():
            if now - kill >= self.kill_s:
                server, kill = self._killed(server), time.monotonic()
            elif now - swap >= self.swap_s:
                self._swapped(server[1])
                swap = time.monotonic()
            time.sleep(0.05)
        return server

    def _swapped(self, server: Server) -> None:
        """The other version becomes champion; waits until it is served."""
        now, then = self.versions if self.swaps % 2 == 0 else self.versions[::-1]
        how = "promoted" if self.swaps % 2 == 0 else ROLLED_BACK
        change_champion(self.context.registry, Change(then, now, "ada", "why", how), self.context.base.digest)
        until(lambda: ready(server) == then, server.log)
        self.swaps += 1

    def _killed(self, server: Running) -> Running:
        """End the server, by turns without and with a word, and start it again at its address."""
        how = signal.SIGKILL if sum(self.kills.values()) % 2 == 0 else signal.SIGTERM
        with self.away.now():
            os.kill(server[1].process.pid, how)
            server[1].process.wait(LONGEST_S)
            server[0].__exit__(None, None, None)
            again = self._started(server[1].url.rpartition(":")[2])
        self.kills[how.name] += 1
        return again

    def _started(self, port: str | None) -> Running:
        """A server that is ready; at a free port where none is named."""
        running = served(self.context.config.root, *BRIEF, f"serve.port={port or free_port()}")
        return running, running.__enter__()


Running = tuple[AbstractContextManager[Server], Server]
"""A server, and what ends it."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def told(load: Load) -> list[str]:
    """The table, and what was lost."""
    rows = ["| requests | answered | lost | mixed | asked again | median s | of 100, 99 within s |", "|---" * 7 + "|"]
    for kind in (*KINDS, "all"):
        rows.append(_row(kind, [one for one in load.ended if kind in (one.kind, "all")]))
    versions = Counter(one.version for one in load.ended if not one.lost)
    share = ", ".join(f"version {name}: {many}" for name, many in sorted(versions.items()))
    kills = ", ".join(f"{name} {many}" for name, many in sorted(load.kills.items())) or "none"
    rows += [
        "",
        f"{load.seconds:.0f} s, {load.clients} clients; {load.swaps} swaps; ended by {kills}; answers by {share}.",
    ]
    return rows + [f"LOST {one.kind}: {one.lost}" for one in load.lost[:5]]


def _row(kind: str, ended: Sequence[Ended]) -> str:
    answered = [one for one in ended if not one.lost]
    mixed, again = sum(not one.right for one in answered), sum(one.tries > 1 for one in ended)
    took = sorted(one.seconds for one in answered) or [float("nan")]
    median, late = took[len(took) // 2], took[min(len(took) - 1, int(0.99 * len(took)))]
    counts = (f"{kind} {len(ended)}", len(answered), len(ended) - len(answered), mixed, again)
    return f"| {' | '.join(map(str, counts))} | {median:.2f} | {late:.2f} |"
