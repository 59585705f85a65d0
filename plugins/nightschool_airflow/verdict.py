"""What a night came to, from the files that its phases left: outcome, failed checks, version.

Covered: nights whose gate was reached. Not covered: whether a phase failed; Airflow knows that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from nightschool_airflow.command import project_root


@dataclass(frozen=True)
class Verdict:
    """The gate's decision and what followed from it."""

    outcome: str
    """`passed`, `refused` or `not enough evidence`."""
    failed: tuple[dict[str, str], ...]
    """Checks that did not hold: name, observed, wanted."""
    version: int | None = None
    """Registered version, where there is one."""
    promoted: bool = False
    """The version was made champion by the night itself."""


def verdict_of(folder: Path) -> Verdict | None:
    """The verdict of the night in `folder`; None where the gate was not reached. OSError or ValueError if damaged."""
    pointer = folder / "gate.json"
    if not pointer.exists():
        return None
    result = json.loads(pointer.read_text(encoding="utf-8"))
    decision = json.loads((project_root() / result["output"] / "decision.json").read_text(encoding="utf-8"))
    wanted = ("name", "observed", "wanted")
    failed = tuple({key: str(check[key]) for key in wanted} for check in decision["checks"] if not check["ok"])
    outcome = str(decision["outcome"]).replace("_", " ")
    return Verdict(outcome, failed, _version(folder), (folder / "promote.json").exists())


def _version(folder: Path) -> int | None:
    pointer = folder / "register.json"
    if not pointer.exists():
        return None
    version = json.loads(pointer.read_text(encoding="utf-8"))["metrics"].get("version")
    return None if version is None else int(version)
