"""Branches of the cycle: pure choices between named tasks, from a phase's recorded outcome."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nightschool.decisions import PASSED


def choose_release(result: Mapping[str, Any], passed: str, refused: str) -> str:
    """Return the task to follow: `passed` if the gate's outcome is `passed`, else `refused`."""
    return passed if result.get("outcome") == PASSED else refused


def choose_promotion(params: Mapping[str, Any], promote: str) -> list[str]:
    """Return the promotion task if `auto_promote` was asked for, else nothing: a person promotes later."""
    return [promote] if params.get("auto_promote") else []


def refusal_lines(result: Mapping[str, Any]) -> list[str]:
    """Every reason for a refusal, from the gate's decision file; also printed to the task's log."""
    decision = json.loads((Path(str(result["output"])) / "decision.json").read_text(encoding="utf-8"))
    lines = [
        f"{check['name']}: {check['observed']} (wanted: {check['wanted']})"
        for check in decision["checks"]
        if not check["ok"]
    ]
    print("Refused:", *lines, sep="\n  ")
    return lines
