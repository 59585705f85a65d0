"""Preference pairs from judged answers. Pure.

Both answers are to the same prompt and compile, differ in more than layout and hardly in length. Covered: pairs of one
row's answers; no pair twice; no error code above its share. Not covered: where answers come from (`learning.pairing`).
Source: rules after DPO (2305.18290) and Iterative RPO (2404.19733) with a verifier in place of a preference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product

from nightschool.curriculum.selection import turns
from nightschool.files import digest_text
from nightschool.learning.attempts import Tried
from nightschool.rust.canonical import normalise
from nightschool.types import PreferencePair, Verdict

LENGTHS = 1.25
"""Largest ratio of the two answers' tokens."""


def searched_pairs(tried: Sequence[Tried], most: int) -> list[PreferencePair]:
    """At most `most` pairs of one row's answers, nearest lengths first, each answer used once."""
    passed = [one for one in tried if one.verified]
    failed = [one for one in tried if _refuted(one)]
    nearest = sorted(product(passed, failed), key=lambda pair: abs(pair[0].tokens - pair[1].tokens))
    pairs: list[PreferencePair] = []
    used: set[str] = set()
    for chosen, rejected in nearest:
        if len(pairs) < most and not used & {chosen.text, rejected.text} and comparable(chosen, rejected):
            used |= {chosen.text, rejected.text}
            pairs.append(_pair(chosen, rejected))
    return pairs


def _refuted(one: Tried) -> bool:
    """A well-formed answer that the judge rejected; one that merely dodged the check proves nothing."""
    return bool(one.program) and one.verdict is not Verdict.PASSED


def comparable(chosen: Tried, rejected: Tried) -> bool:
    """Nearly as long as one another, and different programs."""
    short, long = sorted((chosen.tokens, rejected.tokens))
    return long <= LENGTHS * short and normalise(chosen.program) != normalise(rejected.program)


def balanced(pairs: Iterable[PreferencePair], share: float) -> list[PreferencePair]:
    """Each pair once, codes by turns, as many as leave no code above `share` (or above an even share, if that is more).

    With n codes and a cap on each, the cap may be `share` of what the caps leave: the largest such cap is taken.
    """
    unique = list({pair.id: pair for pair in pairs}.values())
    sizes = Counter(pair.error_code for pair in unique)
    if not sizes:
        return []
    allowed = max(share, 1 / len(sizes))
    caps = range(max(sizes.values()), 0, -1)
    cap = next((c for c in caps if c <= allowed * sum(min(c, size) for size in sizes.values()) + 1e-9), 1)
    taken: Counter[str] = Counter()
    kept: list[PreferencePair] = []
    for pair in turns(unique, lambda pair: pair.error_code):
        if taken[pair.error_code] < cap:
            taken[pair.error_code] += 1
            kept.append(pair)
    return kept


def _pair(chosen: Tried, rejected: Tried) -> PreferencePair:
    row = chosen.row
    digest = digest_text(row.broken, chosen.text, rejected.text)
    return PreferencePair(
        id=f"pair-{digest[:16]}", row=row.id, error_code=row.error_code, pattern=row.pattern, broken=row.broken,
        diagnostic=row.diagnostic, chosen=chosen.text, rejected=rejected.text, chosen_program=chosen.program,
        rejected_program=rejected.program, chosen_tokens=chosen.tokens, rejected_tokens=rejected.tokens,
        provenance="searched", tests=row.tests, edition=row.edition,
    )  # fmt: skip
