"""How a night ends in a terminal: verdict, what failed, the arms, what was learnt and lost, three next commands.

Covered: lines of at most 80 columns from a night's document; what models and users wrote made plain. Not covered: every
check (asked for with `every`) and the rest of the night, which its page tells.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from nightschool.report.page import SUITES
from nightschool.report.plain import line
from nightschool.report.tables import ORDER, aligned
from nightschool.report.taught import cut_off

WIDTH = 80
"""Columns of a terminal."""
MOST = 300
"""Characters of one text that are shown."""


def ending(told: Mapping[str, Any], every: bool = False) -> list[str]:
    """The lines; `every`: the checks that passed as well."""
    lines = [_word(told["verdict"]), *_wrapped(told.get("says") or f"Cycle {told['cycle']}"), ""]
    lines += _checks(told, every)
    lines += [*arms_table(told["arms"]), ""] if told["arms"] else []
    cut = cut_off(told["taught"]) if told.get("taught") else []
    lines += [*(part for one in cut for part in _wrapped(one)), ""] if cut else []
    lines += [*_moved(told.get("changed", ())), ""] if told.get("changed") else []
    return lines + _next(told.get("next", ()))


def arms_table(arms: Mapping[str, Mapping[str, Mapping[str, float]]], width: int = WIDTH) -> list[str]:
    """Koans passed by arm and suite, with as much beside the numbers as the width holds."""
    place = {arm: n for n, arm in enumerate(ORDER)}
    order = sorted(arms, key=lambda arm: place.get(arm, len(ORDER)))
    suites = [suite for suite in SUITES if any(suite in arms[arm] for arm in order)]
    forms = (("passed/n [95 %]", _interval), ("passed/n, points", _half), ("passed/n", _count), ("passed/n", _marked))
    for head, cell in forms:
        rows = [[line(arm, 20), *(cell(arms[arm][s]) if s in arms[arm] else "-" for s in suites)] for arm in order]
        lines = aligned([[head, *suites], *rows])
        if max(map(len, lines)) <= width:
            break
    half = ["(points: half of the 95 % interval)"] if head.endswith("points") else []
    marked = ["(*: some koans were not scored)"] if any("*" in text for text in lines) else []
    return [*lines, *half, *marked]


def program() -> str:
    """How `nightschool` is called here: its bare name where the shell finds it, else the path it was called by."""
    called = Path(sys.argv[0])
    if called.name != "nightschool" or shutil.which("nightschool") == str(called.absolute()):
        return "nightschool"
    here = Path.cwd()
    return str(called.absolute().relative_to(here) if called.absolute().is_relative_to(here) else called)


def _checks(told: Mapping[str, Any], every: bool) -> list[str]:
    checks = told.get("checks", ())
    of = f" of {len(checks)}" if checks else ""
    failed = [part for one in told["failed"] for part in _check(one)]
    lines = [f"Failed {len(told['failed'])}{of} checks:", *failed, ""] if failed else []
    passed = [part for one in checks if one["ok"] for part in _check(one)] if every else []
    return lines + ([f"Passed {sum(one['ok'] for one in checks)}{of} checks:", *passed, ""] if passed else [])


def _check(one: Mapping[str, Any]) -> list[str]:
    return _wrapped(f"  {line(one['check'], MOST)}: {line(one['value'], MOST)} (wanted: {line(one['wanted'], MOST)})")


def _moved(changed: Iterable[Mapping[str, Any]]) -> list[str]:
    """One line a suite: koans learnt and lost, and the families that lost some."""
    lines = []
    for one in changed:
        lost = [f"{line(row['name'], 40)} -{row['lost']}" for row in one["families"] if row["lost"]]
        where = f" ({', '.join(lost)})" if lost else ""
        told = f"{one['suite']} against {one['reference']}: {len(one['fixed'])} learnt, {one['lost_count']} lost{where}"
        lines += _wrapped(told)
    return [*lines, "(names: on the page, under Learnt and lost)"]


def _next(commands: Sequence[Sequence[str]]) -> list[str]:
    if not commands:
        return []
    rows = [[f"  {command.replace('nightschool', program(), 1)}", why] for command, why in commands]
    lines = aligned(rows)
    return ["Next:", *(lines if max(map(len, lines)) <= WIDTH else (command for command, _ in rows))]


def _word(verdict: str) -> str:
    return str(verdict).replace("_", " ").upper()


def _wrapped(text: str) -> list[str]:
    indent = text[: len(text) - len(text.lstrip())]
    return wrap(indent + line(text, 4 * MOST), WIDTH, subsequent_indent=f"{indent}    ")


def _interval(rate: Mapping[str, float]) -> str:
    return f"{_count(rate)} [{100 * rate['low']:.0f},{100 * rate['high']:.0f}]" if rate["n"] else "-"


def _half(rate: Mapping[str, float]) -> str:
    return f"{_count(rate)} \u00b1{50 * (rate['high'] - rate['low']):.0f}" if rate["n"] else "-"


def _marked(rate: Mapping[str, float]) -> str:
    """Where there is no room to say how many were not scored."""
    return f"{_count({**rate, 'unscored': 0})}{'*' if rate.get('unscored') else ''}"


def _count(rate: Mapping[str, float]) -> str:
    unscored = f" ({rate['unscored']:.0f} open)" if rate.get("unscored") else ""
    return f"{rate['passed']:.0f}/{rate['n']:.0f}{unscored}" if rate["n"] else "-"
