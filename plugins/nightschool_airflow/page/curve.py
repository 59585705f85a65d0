"""Pictures as inline SVG: the curve over nights, and bars: numbers, and names of nights and versions made harmless.

Covered: gaps where a night measured nothing, intervals as bands, the champion's changes as lines; one night (marks
without a line). Colours are classes, so that the style sheet chooses them for light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from nightschool.nights.models import Change, Point, Rated
from nightschool_airflow.page.visible import visible

WIDTH, HEIGHT = 400, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 10, 22
MARKS = 90
"""Nights up to which each has a mark with its numbers."""

Spot = tuple[float, Rated]
"""A place across, and the rate there."""


def curve(points: Sequence[Point], suite: str, changes: Sequence[Change]) -> Markup:
    """Policy and single answer on one suite; empty where neither was measured."""
    across = _across(len(points))
    found = {"policy": [one.policy.get(suite) for one in points], "single": [one.single.get(suite) for one in points]}
    lines = {
        name: [(x, rate) if rate else None for x, rate in zip(across, rates, strict=True)]
        for name, rates in found.items()
    }
    if not any(any(line) for line in lines.values()):
        return Markup("")
    drawn = [_axes(points), *_changes(points, across, changes)]
    drawn += [part for name in ("single", "policy") for part in _line(name, lines[name], points)]
    title = _text(f"Pass rate on {suite} by night ({len(points)}), with 95 % intervals")
    return Markup('<svg class="curve" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, title, Markup("".join(drawn))
    )


def bar(share: float) -> Markup:
    """A bar that fills `share` of its width."""
    width = round(100 * min(1.0, max(0.0, share)), 1)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="whole" width="100" height="10"/><rect class="share" width="{}" height="10"/></svg>'
    ).format(width)


def _text(text: str) -> Markup:
    return escape(visible(text))


def _across(count: int) -> list[float]:
    room = WIDTH - LEFT - RIGHT
    return [round(LEFT + (room * n / (count - 1) if count > 1 else room / 2), 1) for n in range(count)]


def _down(value: float) -> float:
    return round(TOP + (1 - value) * (HEIGHT - TOP - BOTTOM), 1)


def _axes(points: Sequence[Point]) -> str:
    lines = [
        f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{_down(v)}" y2="{_down(v)}"/>'
        f'<text x="{LEFT - 4}" y="{_down(v) + 4}" text-anchor="end">{100 * v:.0f} %</text>'
        for v in (0, 0.25, 0.5, 0.75, 1)
    ]
    first, last = (_text(points[n].time[:10]) for n in (0, -1))
    ends = f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{last}</text>'
    return "".join(lines) + (f'<text x="{LEFT}" y="{HEIGHT - 6}">{first}</text>' if len(points) > 1 else "") + ends


def _changes(points: Sequence[Point], across: Sequence[float], changes: Sequence[Change]) -> list[str]:
    """A line at the last night that had begun when the champion changed."""
    drawn = []
    for change in changes:
        before = [x for x, one in zip(across, points, strict=True) if one.time <= change.time]
        if before:
            told = _text(f"champion: {change.before or 'none'} to {change.after or 'none'}, {change.time[:10]}")
            drawn.append(
                f'<line class="change" x1="{before[-1]}" x2="{before[-1]}" y1="{TOP}" y2="{HEIGHT - BOTTOM}">'
                f"<title>{told}</title></line>"
            )
    return drawn


def _line(name: str, spots: Sequence[Spot | None], points: Sequence[Point]) -> list[str]:
    drawn = []
    for there, run in groupby(spots, key=lambda spot: spot is not None):
        if there:
            drawn += _stretch(name, [spot for spot in run if spot is not None])
    if len(points) <= MARKS:
        for spot, point in zip(spots, points, strict=True):
            drawn += [_mark(name, spot, point)] if spot else []
    return drawn


def _stretch(name: str, spots: Sequence[Spot]) -> list[str]:
    """Nights without a gap: the band of the intervals under the line."""
    if len(spots) == 1:
        x, rate = spots[0]
        return [f'<line class="{name} whisker" x1="{x}" x2="{x}" y1="{_down(rate.low)}" y2="{_down(rate.high)}"/>']
    upper = [f"{x},{_down(rate.high)}" for x, rate in spots]
    lower = [f"{x},{_down(rate.low)}" for x, rate in reversed(spots)]
    line = " ".join(f"{x},{_down(rate.value or 0)}" for x, rate in spots)
    return [
        f'<polygon class="{name} band" points="{" ".join([*upper, *lower])}"/>',
        f'<polyline class="{name} line" points="{line}"/>',
    ]


def _mark(name: str, spot: Spot, point: Point) -> str:
    x, rate = spot
    told = _text(f"{point.night}: {name} {rate.passed}/{rate.n}, {point.verdict}")
    shape = f'cx="{x}" cy="{_down(rate.value or 0)}" r="2.5"'
    return f'<circle class="{name} mark" {shape}><title>{told}</title></circle>'
