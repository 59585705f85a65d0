"""Keeps what a cargo run left behind: failures of an enabled workspace, and repairs of those kept before.

Covered: which units failed since the run began, their sources as rustc read them (a file that was changed after the
messages were written is not taken), repairs by whoever wrote them, the lock by which readers wait for a capture under
way. Not covered: running cargo (`cargo`).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.episodes.clean import Cleaner
from nightschool.episodes.episode import AS_TESTS, Failure
from nightschool.episodes.modules import crate_files
from nightschool.episodes.store import Store, StoreError
from nightschool.episodes.units import (
    SLACK_S,
    FailedUnit,
    UnitTarget,
    agree,
    compiled_at,
    failed_units,
    read_metadata,
    targets_of,
)
from nightschool.errors import EnvironmentMissingError

METADATA_S = 60


@dataclass(frozen=True)
class CargoRun:
    """A cargo run that has ended."""

    cargo: str
    command: str
    """check, build, test, ..."""
    options: tuple[str, ...]
    """Those of its options that say where the workspace is (`--manifest-path`, `--config`, ...)."""
    target_dir: str | None
    """As given with `--target-dir`."""
    folder: Path
    """Where it was started."""
    began: float
    failed: bool


def capture(run: CargoRun, key: str, store: Path) -> None:
    """Keep the run's failures and repairs. Raises StoreError or EnvironmentMissingError."""
    about = _metadata(run)
    root = Path(about["workspace_root"])
    target = _target_folder(about)
    with Store(store) as kept:
        _repairs(kept, key, root, target)
        units = failed_units(target, run.began) if run.failed else []
        targets = targets_of(about)
        toolchain = _toolchain(run.folder) if units else ""
        found = (
            _failure(unit, targets[unit.package, unit.unit], root, run.command, toolchain)
            for unit in units
            if (unit.package, unit.unit) in targets
        )
        _add([one for one in found if one is not None], kept, key)


def _add(failures: Sequence[Failure], kept: Store, key: str) -> None:
    """Keep them; a unit built as tests that fails as the unit itself does is the same slip, and kept once."""
    with_plain_last = sorted(failures, key=lambda one: not one.kind.startswith(AS_TESTS))
    for failure in {one.digest(key): one for one in with_plain_last}.values():
        kept.add(key, failure)


def _metadata(run: CargoRun) -> dict[str, Any]:
    command = [run.cargo, "metadata", "--no-deps", "--format-version", "1", *run.options]
    try:
        done = subprocess.run(
            command,
            cwd=run.folder,
            env=_environment(run),
            capture_output=True,
            text=True,
            timeout=METADATA_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or error
        raise EnvironmentMissingError(f"`cargo metadata` failed and nothing was kept of the run: {said}") from error
    return read_metadata(done.stdout)


def _environment(run: CargoRun) -> dict[str, str]:
    """`cargo metadata` takes no `--target-dir`."""
    return dict(os.environ) | ({"CARGO_TARGET_DIR": run.target_dir} if run.target_dir else {})


def _target_folder(about: dict[str, Any]) -> Path:
    """Where cargo keeps its fingerprints; older ones know no `build_directory`."""
    return Path(about.get("build_directory") or about["target_directory"])


def _toolchain(folder: Path) -> str:
    rustc = os.environ.get("RUSTC") or "rustc"
    try:
        return subprocess.run(
            [rustc, "-V"], cwd=folder, capture_output=True, text=True, timeout=METADATA_S
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "unknown"


def _failure(unit: FailedUnit, built: UnitTarget, root: Path, command: str, toolchain: str) -> Failure | None:
    """The unit as it failed, cleaned; None if its sources are no longer those that rustc read."""
    path = relative(built.root, root)
    texts = unit_sources(path, root, unit.started, named_files(unit.messages))
    if not texts or not agree(unit.messages, texts):
        return None
    cleaner = cleaner_of(root)
    sources = {name: cleaner.source(text) for name, text in texts.items()}
    first = unit.messages[0]
    code = (first.get("code") or {}).get("code")
    said = tuple(cleaner.message(one) for one in unit.messages)
    return Failure(
        built.package, built.name, built.kind, built.edition, toolchain, command, path, unit.fingerprint, code,
        cleaner.text(first["message"]), said, sources, built.license,
    )  # fmt: skip


def cleaner_of(root: Path) -> Cleaner:
    """The cleaner of what belongs to the workspace at `root`."""
    home = Path.home()
    cargo = Path(os.environ.get("CARGO_HOME") or home / ".cargo")
    rustup = Path(os.environ.get("RUSTUP_HOME") or home / ".rustup")
    return Cleaner(root, [cargo, rustup])


def relative(path: Path, root: Path) -> str:
    """A path below the workspace, as episodes name it."""
    return Path(os.path.relpath(path, root)).as_posix()


def named_files(messages: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Files of the workspace that the messages point into."""
    for message in messages:
        yield from (span["file_name"] for span in message["spans"] if not span["file_name"].startswith(("/", "<")))


def unit_sources(path: str, root: Path, before: float, also: Iterator[str]) -> dict[str, str]:
    """The crate's files; none if one of them was written after `before`."""

    def read(name: str) -> str | None:
        try:
            return (root / name).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None

    found = crate_files(path, read)
    found |= {name: text for name in also if name not in found and (text := read(name)) is not None}
    if any((root / name).stat().st_mtime > before + SLACK_S for name in found):
        return {}
    return found


def _repairs(kept: Store, key: str, root: Path, target: Path) -> None:
    """Complete the open episodes whose unit has compiled since."""
    for episode in kept.open_of(key):
        when = compiled_at(target, episode.failure.fingerprint)
        if when is not None:
            fixed = unit_sources(episode.failure.root, root, when, iter(episode.failure.sources))
            cleaner = cleaner_of(root)
            cleaned = {name: cleaner.source(text) for name, text in fixed.items()}
            if cleaned and cleaned != dict(episode.failure.sources):
                kept.repair(episode.id, cleaned)


__all__ = ["CargoRun", "StoreError", "capture"]
