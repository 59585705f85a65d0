"""What a cargo run left in its target folder: rustc's messages of the units it compiled, and which units are built.

Cargo keeps each unit's messages for replay, errors included, in `.fingerprint/<package>-<hash>/output-<unit>`, and
writes `<unit>` beside it, 16 hex digits, when the unit has compiled; before it compiles, that file is emptied. So a
run is read afterwards and shown by cargo itself: nothing stands between cargo and the terminal.
Covered: profiles, targets, build scripts, a run that others overlap. Not covered: cargo's unstable layout of build
folders (`-Zbuild-dir-new-layout`), in which nothing is found.
Source: cargo 1.95, `core/compiler/{fingerprint,job_queue,mod}.rs`; tests/episodes/test_capture.py guards it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.episodes.episode import AS_TESTS
from nightschool.rust.diagnostics import messages

OUTPUT = "output-"
SLACK_S = 0.02
"""A file's time may lag behind the clock by a tick of the kernel."""
MOST_BYTES = 8 * 2**20
"""A larger output is not read."""


@dataclass(frozen=True, slots=True)
class FailedUnit:
    """A unit with errors in this run."""

    package: str
    """Cargo's name of the package."""
    unit: str
    """Such as `lib-demo`, `test-lib-demo`, `bin-tool`."""
    fingerprint: str
    """Path of the file that is not empty once the unit has compiled, relative to the target folder."""
    messages: tuple[dict[str, Any], ...]
    started: float
    """When cargo called rustc: what was written later, rustc may not have read."""


@dataclass(frozen=True, slots=True)
class UnitTarget:
    """The target of a package that a unit builds."""

    package: str
    name: str
    kind: str
    edition: str
    root: Path
    license: str | None = None


def failed_units(target: Path, since: float) -> list[FailedUnit]:
    """Units below a target folder that got errors after `since` (seconds since 1970)."""
    return [found for path in _outputs(target, since - SLACK_S) if (found := _failed(path, target))]


def _outputs(target: Path, since: float) -> Iterator[Path]:
    for prints in (*target.glob("*/.fingerprint"), *target.glob("*/*/.fingerprint")):
        with os.scandir(prints) as folders:
            for folder in folders:
                if folder.stat().st_mtime >= since:
                    yield from (p for p in Path(folder.path).glob(f"{OUTPUT}*") if p.stat().st_mtime >= since)


def _failed(path: Path, target: Path) -> FailedUnit | None:
    try:
        about = path.stat()
        text = path.read_bytes().decode(errors="replace") if about.st_size <= MOST_BYTES else ""
    except OSError:
        return None  # cargo has begun to compile the unit anew
    errors = tuple(messages(text))
    if not errors:
        return None
    unit = path.name.removeprefix(OUTPUT)
    package = path.parent.name.rpartition("-")[0]
    fingerprint = path.with_name(unit).relative_to(target).as_posix()
    return FailedUnit(package, unit, fingerprint, errors, _started(path) or about.st_mtime)


def _started(beside: Path) -> float | None:
    try:
        return beside.with_name("invoked.timestamp").stat().st_mtime
    except OSError:
        return None


def compiled_at(target: Path, fingerprint: str) -> float | None:
    """When cargo called rustc for the unit as it is now built, in seconds since 1970; None while it is not."""
    path = target / fingerprint
    try:
        about = path.stat()
    except OSError:
        return None
    return (_started(path) or about.st_mtime) if about.st_size else None


def agree(found: Sequence[dict[str, Any]], texts: Mapping[str, str]) -> bool:
    """Every line that the messages quote stands in these texts where they say."""
    lines = {name: text.split("\n") for name, text in texts.items()}
    return all(_quotes(span, lines) for message in found for span in message["spans"])


def _quotes(span: dict[str, Any], lines: Mapping[str, Sequence[str]]) -> bool:
    quoted, text = span.get("text"), lines.get(span["file_name"])
    if not quoted or text is None:
        return True
    at = span["line_start"] - 1
    said: str = quoted[0]["text"].rstrip("\r")
    return bool(at < len(text) and text[at].removeprefix("\ufeff").rstrip("\r") == said)


def targets_of(metadata: dict[str, Any]) -> dict[tuple[str, str], UnitTarget]:
    """Targets of the workspace's packages by (package, unit), from `cargo metadata --no-deps`."""
    found: dict[tuple[str, str], UnitTarget] = {}
    for package in metadata["packages"]:
        for target in package["targets"]:
            kind = kind_of(target["kind"][0])
            for built in (kind, f"{AS_TESTS}{kind}"):
                root = Path(target["src_path"])
                one = UnitTarget(package["name"], target["name"], built, target["edition"], root, _license(package))
                found[package["name"], f"{built}-{_file_name(kind, target['name'])}"] = one
                found.setdefault((package["name"], f"{built}-{target['name']}"), one)
    return found


def _license(package: dict[str, Any]) -> str | None:
    """What the manifest says; a file of its own is a licence of its own."""
    return package.get("license") or ("LicenseRef-file" if package.get("license_file") else None)


def kind_of(kind: str) -> str:
    """A target's kind as episodes name it, of the one that cargo's metadata says."""
    named = {"custom-build": "build-script", "test": "integration-test"}
    return named.get(kind, kind if kind in ("bin", "example", "bench") else "lib")


def _file_name(kind: str, name: str) -> str:
    return name.replace("-", "_") if kind == "lib" else name


def read_metadata(text: str) -> dict[str, Any]:
    """The object that `cargo metadata` printed."""
    found = json.loads(text)
    assert isinstance(found, dict)
    return found
