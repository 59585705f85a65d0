"""What is true of preference pairs, as plain records for `validation` to hold expectations against.

As in `validation_facts`, a fault column is empty where all is well and says what is wrong where it is not. Covered:
both answers judged again, pairs that say the same, unlike lengths, examined koans in any field, crowded codes.
Not covered: where they come from; `learning.pairing` sees to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from nightschool.curriculum.overlap import leakage
from nightschool.curriculum.validation_facts import Judge, Record, fixed_fault, leaks_by_row
from nightschool.koans import refuse_unscored
from nightschool.rust.canonical import normalise
from nightschool.types import Judgement, Koan, PreferencePair, Program, Row, Verdict

PAIR_COLUMNS = (
    *("id", "row", "error_code", "pattern", "broken", "diagnostic", "chosen", "rejected", "provenance"),
    *("chosen_fault", "rejected_fault", "difference", "leak"),
)
SEARCHED = "searched"
"""Provenance of pairs of which the tests have refuted one; of the others a developer has decided."""
LENGTHS = 1.5
"""Largest ratio of the two answers' tokens."""


def pair_records(pairs: Sequence[PreferencePair], judge: Judge, koans: Sequence[Koan]) -> list[Record]:
    """One record per pair; empty text becomes None. Raises SandboxUnavailableError if an answer went unjudged."""
    chosen = judge.judge([Program(p.chosen_program, p.tests, p.broken, p.edition) for p in pairs])
    rejected = judge.judge([Program(p.rejected_program, p.tests, p.broken, p.edition) for p in pairs])
    refuse_unscored((*chosen, *rejected), "answers of the pairs")
    leaks = leaks_by_row(leakage([row for pair in pairs for row in pair_rows(pair)], koans))
    return [
        {
            **{name: value or None for name, value in pair.to_json().items()},
            "chosen_fault": fixed_fault(right),
            "rejected_fault": _rejected_fault(pair, wrong),
            "difference": _difference(pair),
            "leak": leaks.get(pair.id, ""),
        }
        for pair, right, wrong in zip(pairs, chosen, rejected, strict=True)
    ]


def crowded_codes(pairs: Sequence[PreferencePair], share: float) -> list[str]:
    """Error codes with more than `share` of the pairs, or than an even share where that is more."""
    counts: Counter[str] = Counter(pair.error_code for pair in pairs)
    allowed = max(share, 1 / len(counts)) * len(pairs) if counts else 0.0
    return [f"{code}: {n} of {len(pairs)} pairs" for code, n in counts.most_common() if n > allowed + 1e-9]


def pair_rows(pair: PreferencePair) -> tuple[Row, Row]:
    """Both programs in the form that leakage is looked for in."""
    common: dict[str, Any] = {
        "id": pair.id, "source": "pairs", "family": "", "pattern": pair.pattern, "error_code": pair.error_code,
        "broken": pair.broken, "diagnostic": pair.diagnostic, "provenance": pair.provenance, "group": pair.row,
        "tests": pair.tests,
    }  # fmt: skip
    return Row(fixed=pair.chosen_program, **common), Row(fixed=pair.rejected_program, **common)


def _rejected_fault(pair: PreferencePair, judgement: Judgement) -> str:
    """What was searched must have failed its tests; what somebody passed over must have been a repair at all."""
    passes = judgement.verdict is Verdict.PASSED
    if pair.provenance == SEARCHED:
        return "passes" if passes else ""
    return "" if passes else fixed_fault(judgement)


def _difference(pair: PreferencePair) -> str:
    if normalise(pair.chosen_program) == normalise(pair.rejected_program):
        return "the same program"
    short, long = sorted((pair.chosen_tokens, pair.rejected_tokens))
    return f"{long} against {short} tokens" if long > LENGTHS * short else ""
