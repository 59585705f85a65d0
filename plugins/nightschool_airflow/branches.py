"""Branches of the cycle: choices between named tasks, from a phase's recorded outcome and the run's settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from airflow.sdk.exceptions import AirflowFailException

from nightschool.decisions import GAINED, NOT_ENOUGH_EVIDENCE, PASSED, PLATEAU
from nightschool_airflow.command import settings


def choose_release(result: Mapping[str, Any], passed: str, refused: str) -> str:
    """Return the task to follow: `passed` if the gate's outcome is `passed`, else (also unproven) `refused`."""
    return passed if result.get("outcome") == PASSED else refused


def choose_rehearsal(params: Mapping[str, Any], result: Mapping[str, Any], rehearse: str, skip: str) -> str:
    """Return `rehearse` if align gained and the phase was asked for, else `skip`."""
    return rehearse if "rehearse" in settings(params).phases and result.get("outcome") == GAINED else skip


def choose_preference(params: Mapping[str, Any], result: Mapping[str, Any], prefer: str, skip: str) -> str:
    """Return `prefer` if supervised training has plateaued and the phase was asked for, else `skip`."""
    return prefer if "prefer" in settings(params).phases and result.get("outcome") == PLATEAU else skip


def choose_promotion(params: Mapping[str, Any], promote: str) -> list[str]:
    """Return the promotion task if `auto_promote` was asked for, else nothing: a person promotes later."""
    return [promote] if settings(params).auto_promote else []


def refusal_lines(result: Mapping[str, Any]) -> list[str]:
    """Every reason why the gate did not pass, from its decision file; also printed to the task's log by outcome."""
    decision = json.loads((Path(str(result["output"])) / "decision.json").read_text(encoding="utf-8"))
    lines = [
        f"{check['name']}: {check['observed']} (wanted: {check['wanted']})"
        for check in decision["checks"]
        if not check["ok"]
    ]
    needed = int(decision["evidence"].get("koans_needed", 0))
    settle = f" ({needed} koans would settle it)" if needed else ""
    unproven = result.get("outcome") == NOT_ENOUGH_EVIDENCE
    print(f"Not enough evidence{settle}:" if unproven else "Refused:", *lines, sep="\n  ")
    return lines


def tell_failure() -> None:
    """Raise AirflowFailException; for the last task of a run, which only a failed one before it lets run."""
    raise AirflowFailException("A phase of this night failed: look at the red tasks, then clear them to go on.")
