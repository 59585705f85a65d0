"""Seconds of a night by phase, beside those of another one, from the report.json of each: a Markdown table.

    python benchmarks/night_seconds.py REPORT [--cpu REPORT] [--whole SECONDS]

Covered: phases that only one of the two ran; phases found finished, whose seconds are those of when they were made;
what no phase counts, such as the start of each process, as the rest of `--whole`. Not covered: whether the two nights
had the same settings; both reports should be of `benchmarks/gpu_night.sh` with one file of settings.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ORDER = (
    "certify", "curate", "validate_corpus", "pair", "choose", "baseline", "align", "synthesise", "rehearse",
    "plateaued", "prefer", "examine", "gate", "register", "promote",
)  # fmt: skip
"""Phases in the order of a night."""


def table(report: Mapping[str, Any], cpu: Mapping[str, Any] | None = None, whole: float | None = None) -> str:
    """Phases in rows: outcome and seconds of the first report; seconds of the second and how many times as long."""
    mine, others = _phases(report), _phases(cpu) if cpu else {}
    more = ("CPU s", "times") if cpu else ()
    rows = [_row(name, mine.get(name), others.get(name), bool(cpu)) for name in ORDER if name in mine or name in others]
    total, before = _total(mine), _total(others)
    rows.append(["all phases", "", f"{total:.1f}", *((f"{before:.1f}", _times(total, before)) if cpu else ())])
    if whole is not None:
        rows.append(["starts and the report", "", f"{max(0.0, whole - _made_now(mine)):.1f}", *("" for _ in more)])
    head = ["phase", "outcome", "s", *more]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _row(name: str, mine: Mapping[str, Any] | None, other: Mapping[str, Any] | None, beside: bool) -> list[str]:
    outcome = (mine["outcome"] + (" (found finished)" if mine["reused"] else "")) if mine else ""
    seconds = f"{mine['seconds']:.1f}" if mine else "-"
    if not beside:
        return [name, outcome, seconds]
    both = _times(mine["seconds"], other["seconds"]) if mine and other else ""
    return [name, outcome, seconds, f"{other['seconds']:.1f}" if other else "-", both]


def _phases(report: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {phase["phase"]: phase for phase in report["phases"]}


def _total(phases: Mapping[str, Mapping[str, Any]]) -> float:
    return float(sum(phase["seconds"] for phase in phases.values()))


def _made_now(phases: Mapping[str, Mapping[str, Any]]) -> float:
    return _total({name: phase for name, phase in phases.items() if not phase["reused"]})


def _times(seconds: float, before: float) -> str:
    """How many times as long the other one took."""
    return f"{before / seconds:.1f}" if seconds >= 1 else ""


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--cpu", type=Path)
    parser.add_argument("--whole", type=float)
    asked = parser.parse_args(words)
    read = [json.loads(path.read_text(encoding="utf-8")) if path else None for path in (asked.report, asked.cpu)]
    print(table(read[0], read[1], asked.whole))


if __name__ == "__main__":
    main()
