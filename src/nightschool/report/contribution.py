"""What learning adds: the chooser to search, and the adapter to the chooser, on each suite, whatever it is.

Covered: koans won and lost with the paired 95 % interval, where both sides were examined with the same koans. Not
covered: whether it is enough (`nightschool.decisions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.decisions import CHOOSER, POLICY, SEARCH, paired
from nightschool.types import EvaluationReport

STEPS = {"the chooser adds to search": (SEARCH, CHOOSER), "the adapter adds to the chooser": (CHOOSER, POLICY)}
"""What is told, and the arms that it is told of."""


def contributions(reports: Sequence[EvaluationReport], suites: Sequence[str]) -> dict[str, str]:
    """`the adapter adds to the chooser on shadow` to `+3 of 200: 5 won, 2 lost, +1.5 % [-1.2, +4.1]`."""
    arms = {(one.arm, one.suite): one for one in reports}
    found: dict[str, str] = {}
    for suite in suites:
        for what, (before, after) in STEPS.items():
            pair = arms.get((before, suite)), arms.get((after, suite))
            if pair[0] and pair[1] and pair[0].suite_digest == pair[1].suite_digest:
                found[f"{what} on {suite}"] = added(pair[0], pair[1])
    return found


def added(before: EvaluationReport, after: EvaluationReport) -> str:
    """Koans more, won and lost, and the gain with its interval in percent."""
    pair = paired(before, after)
    net = len(pair.fixed) - len(pair.lost)
    gain = f"{100 * pair.gain:+.1f} % [{100 * pair.low:+.1f}, {100 * pair.high:+.1f}]"
    return f"{net:+d} of {pair.n}: {len(pair.fixed)} won, {len(pair.lost)} lost, {gain}"
