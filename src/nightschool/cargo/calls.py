"""Recorded rustc calls: how cargo compiles each unit of a workspace.

Covered: the JSON lines that the wrapper wrote; of the environment only what cargo set, so that no secret of the user's
shell is kept. Not covered: units that were fresh, for which cargo calls no rustc; dependencies from outside of the
workspace, for which it calls no workspace wrapper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

OF_CARGO = re.compile(r"OUT_DIR|CARGO|CARGO_(MANIFEST|PKG|BIN|CRATE|PRIMARY|CFG|TARGET_TMPDIR)(_\w+)?")
"""Variables that are cargo's whatever the shell had before: a cargo may be started by a cargo."""
SECRET = re.compile(r"TOKEN|SECRET|PASSWORD|CREDENTIAL", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of rustc."""

    argv: tuple[str, ...]
    """rustc as cargo named it, then its arguments."""
    cwd: Path
    environment: Mapping[str, str]
    """What cargo set for this unit."""

    @property
    def source(self) -> Path | None:
        """The unit's first file; None for a call that compiles nothing (`rustc -vV`)."""
        names = [word for word in self.argv[1:] if word.endswith(".rs") and not word.startswith("-")]
        return self.cwd / names[0] if names else None

    @property
    def test(self) -> bool:
        """Whether the unit is built as tests."""
        return "--test" in self.argv

    @property
    def crate(self) -> str:
        """Its `--crate-name`."""
        return self.option("--crate-name")

    def option(self, name: str) -> str:
        """The first value of an option that is written `--name value` or `--name=value`; empty if there is none."""
        for word, following in zip(self.argv, (*self.argv[1:], ""), strict=True):
            if word == name:
                return following
            if word.startswith(f"{name}="):
                return word.removeprefix(f"{name}=")
        return ""


def read_calls(path: Path, before: Mapping[str, str]) -> tuple[Call, ...]:
    """The calls that compile something, in their order. `before`: the environment that cargo was started with."""
    text = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    read = [json.loads(line) for line in text.split("\n") if line]
    calls = [Call(tuple(one["argv"]), Path(one["cwd"]), _own(one["environment"], before)) for one in read]
    return tuple(call for call in calls if call.source is not None)


def _own(environment: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in environment.items()
        if OF_CARGO.fullmatch(name) or (before.get(name) != value and not SECRET.search(name))
    }
