"""Cargo's JSON lines: errors with their package and target, artifacts, how the build ended.

Covered: `--message-format=json` of check, build and test, split at \\n alone (rustc leaves U+2028 and its like as they
are in its texts); errors that two units of one target report alike once. Not covered: warnings, the programs' own
output between the lines.
Source: https://doc.rust-lang.org/cargo/reference/external-tools.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.rust.diagnostics import SUMMARY

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a package: a library, a binary, a test, an example, a benchmark or a build script."""

    package: str
    """Cargo's package id."""
    name: str
    kinds: tuple[str, ...]
    """`lib`, `proc-macro`, `bin`, `test`, `example`, `bench`, `custom-build` and kinds of libraries."""
    source: Path
    """Its first file."""

    @property
    def told(self) -> str:
        """For a person: `library core`, `test round_trip`."""
        words = {"custom-build": "build script of", "bin": "binary", "proc-macro": "procedural macros"}
        kind = self.kinds[0] if self.kinds else "target"
        owner = package_name(self.package) if kind == "custom-build" else self.name
        return f"{words.get(kind, 'library' if 'lib' in kind else kind)} {owner}"


@dataclass(frozen=True, slots=True)
class CargoError:
    """One error of rustc with where it belongs."""

    target: Target
    message: Json
    """rustc's own JSON."""

    @property
    def spans(self) -> tuple[Json, ...]:
        """The primary place first, of spans in macros the places of the calls too."""
        spans = sorted(self.message["spans"], key=lambda span: not span["is_primary"])
        return tuple(each for span in spans for each in outward(span))

    @property
    def rendered(self) -> str:
        """As cargo shows it."""
        return str(self.message.get("rendered") or self.message["message"])


@dataclass(frozen=True, slots=True)
class Artifact:
    """One unit that was built or was fresh."""

    target: Target
    test: bool
    """Built as tests."""
    fresh: bool
    executable: str | None


def package_name(package: str) -> str:
    """The name in a package id, `path+file:///w/core#0.1.0` or `...#name@0.1.0`."""
    place, _, said = package.rpartition("#")
    return said.rpartition("@")[0] or place.rsplit("/", 1)[-1]


def read_lines(stdout: str) -> Iterator[Json]:
    """Cargo's messages; lines that are none are left out."""
    for line in stdout.split("\n"):
        if not line.startswith('{"'):
            continue
        try:
            message = json.loads(line)
        except ValueError:
            continue  # the last line of a build that was killed, or a test's own
        if "reason" in message:
            yield message


def errors(messages: Sequence[Json]) -> tuple[CargoError, ...]:
    """Errors in cargo's order, closing summaries left out, each once for its target."""
    found: dict[tuple[Target, str], CargoError] = {}
    for one in messages:
        said = one.get("message") if one["reason"] == "compiler-message" else None
        if said and str(said["level"]).startswith("error") and not SUMMARY.match(said["message"]):
            error = CargoError(_target(one), said)
            found.setdefault((error.target, error.rendered), error)
    return tuple(found.values())


def artifacts(messages: Sequence[Json]) -> tuple[Artifact, ...]:
    """What was built, in cargo's order."""
    made = [one for one in messages if one["reason"] == "compiler-artifact"]
    return tuple(
        Artifact(_target(one), bool(one["profile"]["test"]), bool(one["fresh"]), one["executable"]) for one in made
    )


def _target(message: Json) -> Target:
    target = message["target"]
    return Target(message["package_id"], target["name"], tuple(target["kind"]), Path(target["src_path"]))


def outward(span: Json) -> Iterator[Json]:
    """The place and, of code that a macro made, the places of the calls."""
    at: Json | None = span
    while at is not None:
        yield at
        at = (at.get("expansion") or {}).get("span")
