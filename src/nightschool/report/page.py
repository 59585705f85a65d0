"""The night as one HTML page that needs nothing else: no script, no fetch, light and dark, narrow and wide.

Covered: everything that models and users wrote is made plain and escaped; a document of an earlier release that lacks
parts; pictures inlined. Not covered: what a report says (`document`), and pages of several nights.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from nightschool.report.koan_history import MOST_NIGHTS, MOST_ROWS
from nightschool.report.plain import plain_data
from nightschool.report.tables import ORDER
from nightschool.report.taught import cut_off

PAGE = "report.html"
"""The page's file, beside report.txt."""
MOST = 1000
"""Characters of one text that the page shows."""
EMPTY: Mapping[str, Any] = {
    "says": "", "promoted": False, "checks": [], "approach": "", "reference": "search", "suites": [],
    "taught": {"rows": None, "by": {}, "phases": []}, "changed": [], "added": {}, "decisions": {}, "evidence": {},
    "notes": {}, "power": "", "cost": "", "phases": [], "places": {}, "tomorrow": [], "next": [],
}  # fmt: skip
"""What documents lacked before there was a page."""
SUITES = {
    "frozen": "the acceptance examination",
    "domains": "beside frozen; decides nothing",
    "own": "your held-out code; decides nothing",
    "dev": "what phases' decisions look at",
    "shadow": "the gate's evidence, new each week",
    "retention": "what the base model could do before",
}
"""Suites in their order, and what each is for."""


@dataclass(frozen=True)
class Picture:
    """A picture with the words that stand for it."""

    words: str
    data: bytes

    @property
    def uri(self) -> str:
        """The picture as a data URI."""
        return f"data:image/png;base64,{base64.b64encode(self.data).decode()}"


def page(told: Mapping[str, Any], pictures: Sequence[Picture] = ()) -> str:
    """The page of a night's document."""
    night = plain_data({**EMPTY, **told}, MOST)
    night["next"] = [one for one in night["next"] if not str(one[0]).startswith("nightschool report")]
    return _template().render(
        night=night, charts=_charts(night), pictures=pictures, words=SUITES, cut=cut_off(night["taught"])
    )


def pictures_in(folder: Path) -> list[Picture]:
    """What a report's folder holds of pictures, but for the arms, which the page draws itself."""
    return [Picture(_words(path.stem), path.read_bytes()) for path in sorted(folder.glob("*-*.png"))]


def clock(seconds: float | None) -> str:
    """`1 h 02 min`, `9 min 05 s`, `48 s`; a dash for what nobody timed."""
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def percent(value: float | None) -> str:
    """`81.5 %`; a dash for what was not measured."""
    return "-" if value is None else f"{100 * value:.1f} %"


def _words(stem: str) -> str:
    kind, _, suite = stem.partition("-")
    if kind == "nights":
        return f"{suite}: koans over the latest {MOST_NIGHTS} nights; of more than {MOST_ROWS} those that changed most"
    return f"{suite}: koans that the {kind} passed, by family and error code, with 95 % intervals"


def _charts(night: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One chart a measured suite: arms in their order with rate and interval; the bar on frozen."""
    place = {arm: n for n, arm in enumerate(ORDER)}
    arms = sorted(night["arms"], key=lambda arm: place.get(arm, len(ORDER)))
    found = []
    for suite in SUITES:
        rows = [{"arm": arm, **_dot(night["arms"][arm][suite])} for arm in arms if suite in night["arms"][arm]]
        if rows:
            found.append({"suite": suite, "rows": rows, "bar": night["bar"] if suite == "frozen" else None})
    return found


def _dot(rate: Mapping[str, float]) -> dict[str, Any]:
    value = rate["passed"] / rate["n"] if rate["n"] else None
    return {"value": value, **rate}


@cache
def _template() -> Template:
    room = Environment(
        loader=PackageLoader("nightschool", "report"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    room.filters |= {"clock": clock, "percent": percent}
    return room.get_template("page.html.j2")
