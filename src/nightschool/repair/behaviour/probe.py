"""Runs an observing program in the sandbox and reads what it says, line by line, behind a nonce of its own.

Covered: the plan that the program reads, lines that somebody else printed, candidates that it did not come to the end
of. Not covered: building it (`crate`), what the outcomes mean for a choice (`observed`).
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import Literal, cast

from nightschool.rust.compiler import Compiler
from nightschool.sandbox import Command, Limits
from nightschool.sandbox.syscalls import filter_program

Kind = Literal["value", "panic", "late", "stuck", "left", "died", "skipped"]
"""`late` never ends, `stuck` waits for ever, `left` ends the process, `died` is killed; `skipped` after such a call."""
KINDS = frozenset({"value", "panic", "late", "stuck", "left", "died", "varies"})
_ESCAPE = re.compile(r"\\([nr\\])")
ESCAPES = {"n": "\n", "r": "\r", "\\": "\\"}
PROCESS_CPU_S = 20
OUTPUT_KB = 64 * 1024
Place = tuple[int, int, int]
"""Entry, input and step."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call did."""

    kind: Kind
    text: str = ""
    """The value, or the panic's message."""

    @property
    def compared(self) -> str:
        """What two calls must have in common: the value; of panics only that there was one."""
        return f"value {self.text}" if self.kind == "value" else self.kind


@dataclass(slots=True)
class Report:
    """What was seen of one candidate."""

    outcomes: dict[Place, Outcome] = field(default_factory=dict)
    varying: set[Place] = field(default_factory=set)
    """Calls that did not always do the same."""
    stopped: bool = False
    """Its calls took so long that the rest was not made."""
    complete: bool = False
    """It was observed to its end, as often as was asked."""


def run(compiler: Compiler, binary: bytes, count: int, wall_s: float) -> list[Report]:
    """Observe every candidate of a program; those that the time did not suffice for are incomplete."""
    nonce, box = secrets.token_hex(16), compiler.config.sandbox
    walled = compiler.sandbox.name != "none"
    plan = f"{nonce} 1000 {PROCESS_CPU_S} {box.memory_mb} {'walled' if walled else 'shared'} all"
    limits = Limits(wall_s, int(wall_s) + 1, box.memory_mb, box.processes, box.tmp_mb, OUTPUT_KB)
    files = {"trial": binary, "plan": plan.encode()}
    if walled and (rules := filter_program()):
        files["filter"] = rules
    done = compiler.sandbox.run(Command(("./trial",), limits, files, runner=walled))
    return _read(done.stdout.decode(errors="replace"), nonce, count)


def _read(output: str, nonce: str, count: int) -> list[Report]:
    reports = [Report() for _ in range(count)]
    for line in output.split("\n"):
        words = line.split(" ", 6)
        if words[0] != nonce or len(words) < 3 or not words[1].isdigit() or int(words[1]) >= count:
            continue
        report = reports[int(words[1])]
        if words[2] == "end":
            report.complete = True
        elif words[2] == "stopped":
            report.stopped = True
        elif len(words) > 5 and words[5] in KINDS and all(map(str.isdigit, words[2:5])):
            _note(report, (int(words[2]), int(words[3]), int(words[4])), words[5], words[6] if len(words) > 6 else "")
    return reports


def _note(report: Report, place: Place, kind: str, text: str) -> None:
    if kind == "varies":
        report.varying.add(place)
    else:
        report.outcomes[place] = Outcome(cast(Kind, kind), _ESCAPE.sub(lambda found: ESCAPES[found[1]], text))
