"""Preference pairs from judged answers. Pure.

Both answers are to the same prompt and compile, differ in more than layout and hardly in length. Covered: pairs of one
row's answers; no pair twice; no error code above its share. Not covered: where answers come from (`learning.pairing`).
Source: rules after DPO (2305.18290) and Iterative RPO (2404.19733) with a verifier in place of a preference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from nightschool.curriculum.selection import turns
from nightschool.curriculum.validation_pairs import LENGTHS, SEARCHED
from nightschool.files import digest_text
from nightschool.learning.attempts import Tried
from nightschool.rust.canonical import normalise
from nightschool.types import PreferencePair, Verdict


def searched_pairs(tried: Sequence[Tried], most: int) -> list[PreferencePair]:
    """At most `most` pairs of one row's answers, nearest lengths first; what failed is used once, what passed by turns.

    Many repairs of a row fail for every one that passes, and each of them is another way to be wrong.
    """
    passed = [one for one in tried if one.verified]
    failed = [one for one in tried if _refuted(one)]
    used = Counter[str]()
    pairs: list[PreferencePair] = []
    for rejected in sorted(failed, key=lambda one: min((abs(one.tokens - p.tokens) for p in passed), default=0)):
        likely = sorted(passed, key=lambda one: (used[one.text], abs(one.tokens - rejected.tokens)))
        chosen = next((one for one in likely if comparable(one, rejected)), None)
        if chosen is not None and len(pairs) < most:
            used[chosen.text] += 1
            pairs.append(paired(chosen, rejected, SEARCHED))
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


def paired(chosen: Tried, rejected: Tried, provenance: str) -> PreferencePair:
    """The pair of two answers to one row."""
    row = chosen.row
    digest = digest_text(row.broken, chosen.text, rejected.text)
    return PreferencePair(
        id=f"pair-{digest[:16]}", row=row.id, error_code=row.error_code, pattern=row.pattern, broken=row.broken,
        diagnostic=row.diagnostic, chosen=chosen.text, rejected=rejected.text, chosen_program=chosen.program,
        rejected_program=rejected.program, chosen_tokens=chosen.tokens, rejected_tokens=rejected.tokens,
        provenance=provenance, tests=row.tests, edition=row.edition,
    )  # fmt: skip
