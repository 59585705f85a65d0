"""Figures of what stands now, whatever the last night was: champion, ledger, disk, judge.

Covered: a ledger that was altered, folders that are not made yet, a judge service that does not listen. Not covered:
whether MLflow's alias still says what the ledger says (`nightschool history` asks), a judge that listens and cannot
judge (koans then stay unscored, which the night's figures tell).
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from prometheus_client.core import Metric

from nightschool.config import Config
from nightschool.monitoring.families import OTHER, Samples, gauge
from nightschool.nights import Champions
from nightschool.nights.models import Change
from nightschool.sandbox.messages import Address
from nightschool.tracking import FOUND, PROMOTED, ROLLED_BACK, WITHDRAWN

HOWS = (PROMOTED, ROLLED_BACK, WITHDRAWN, FOUND)
WAIT_S = 2.0
"""Longest wait for the judge service."""


def standing_families(config: Config, champions: Champions) -> Iterator[Metric]:
    """All of them."""
    yield from _champion(champions)
    yield from _disk(config, champions.ledger.path.parent)
    yield gauge(
        "judge_up", "1 if the judge service takes connections; nothing where programs are judged without one.",
        _judge(config),
    )  # fmt: skip


def _champion(champions: Champions) -> Iterator[Metric]:
    changes, wrong = champions.changes()
    yield gauge(
        "champion_version", "Version that is champion, as the ledger has it; none where there is no champion.",
        {(): _version(changes)},
    )  # fmt: skip
    yield gauge(
        "champion_changed_timestamp_seconds", "When the champion was last changed, by how it was.",
        {(how,): when for how, when in _last_changes(changes).items()}, ("how",),
    )  # fmt: skip
    yield gauge("ledger_intact", "1 if every line of the ledger follows from the one before it.", {(): not wrong})


def _version(changes: tuple[Change, ...]) -> int | None:
    """MLflow counts versions from 1; a name that is no number is none of its own."""
    named = changes[-1].after if changes else None
    return int(named) if named and named.isascii() and named.isdigit() else None


def _last_changes(changes: tuple[Change, ...]) -> dict[str, float]:
    found: dict[str, float] = {}
    for change in changes:
        try:
            found[change.how if change.how in HOWS else OTHER] = datetime.fromisoformat(change.time).timestamp()
        except ValueError:
            continue
    return found


def _disk(config: Config, records: Path) -> Iterator[Metric]:
    """Of the file systems that hold working state and the ledger, which may be two."""
    usage = {name: shutil.disk_usage(_standing(folder)) for name, folder in (("var", config.var), ("mlruns", records))}
    yield gauge(
        "disk_free_bytes", "Bytes free on the file system that holds the folder.",
        {(name,): one.free for name, one in usage.items()}, ("folder",),
    )  # fmt: skip
    yield gauge(
        "disk_size_bytes", "Bytes that the file system that holds the folder has.",
        {(name,): one.total for name, one in usage.items()}, ("folder",),
    )  # fmt: skip


def _standing(folder: Path) -> Path:
    """The folder, or the nearest above it that is made already."""
    folder = folder.resolve()
    return next(one for one in (folder, *folder.parents) if one.exists())


def _judge(config: Config) -> Samples:
    if config.sandbox.backend != "service":
        return {}
    return {(): _listens(Address.parse(config.sandbox.service))}


def _listens(address: Address) -> bool:
    try:
        if not address.path:
            socket.create_connection((address.host, address.port), WAIT_S).close()
            return True
        with socket.socket(socket.AF_UNIX) as sock:
            sock.settimeout(WAIT_S)
            sock.connect(address.path)
            return True
    except OSError:
        return False
