"""Numbers that say how one candidate behaves beside the others of its broken program, for a chooser to learn from.

Covered: agreement with the others, panics and calls without end, results that never change, arguments without
influence, signatures that differ from the broken program's, all between 0 and 1; and the number of its group of equal
behaviour. Not covered: what they are worth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from nightschool.repair.alike import GROUP
from nightschool.repair.behaviour.observed import Observed
from nightschool.repair.behaviour.plan import Call
from nightschool.repair.behaviour.probe import Outcome

ENOUGH = 3
"""Calls of a function from which on a constant result means something."""
FULL = 40
"""Calls from which on a candidate counts as well observed."""
Outcomes = Mapping[Call, Outcome]


def features(observed: Observed, index: int) -> dict[str, float]:
    """Features of one candidate; of one that was not observed only that."""
    seen = observed.seen[index]
    if not seen.observed:
        return {"behaviour_unknown": 1.0}
    watched = [at for at, one in enumerate(observed.seen) if one.observed]
    group = next(group for group in observed.groups if index in group)
    own = _compared(observed, index)
    others = [_compared(observed, at) for at in watched if at != index]
    found = {
        "behaviour_calls": min(1.0, len(own) / FULL),
        "behaviour_groups": _share(len(observed.groups) - 1, len(observed.seen) - 1),
        "behaves_like_others": _share(len(group) - 1, len(watched) - 1),
        "in_largest_group": float(len(group) == len(observed.groups[0])),
        "agrees": _agreement(own, others),
        "signatures_changed": _changed(observed.signatures, seen.signatures),
        "uncallable": _share(len(seen.unbuilt), len(seen.signatures)),
    }
    return found | _own(own) | _beside(own, others) | ({GROUP: 1.0 + group[0]} if own else {})


def _own(own: Outcomes) -> dict[str, float]:
    """What the candidate's own outcomes say."""
    kinds = Counter(outcome.kind for outcome in own.values())
    return {
        "panics": _share(kinds["panic"], len(own)),
        "endless": _share(kinds["late"] + kinds["stuck"], len(own)),
        "dies": _share(kinds["died"] + kinds["left"], len(own)),
        "variety": _variety(own),
        "constant_results": _share(len(constant(own)), len({call.path for call in own})),
        "idle_arguments": _share(len(idle(own)), len(_arguments(own))),
    }


def _beside(own: Outcomes, others: Sequence[Outcomes]) -> dict[str, float]:
    """What no other candidate, or only this one, does."""
    varied = {path for one in others for path in {call.path for call in one} - constant(one)}
    used = {argument for one in others for argument in _arguments(one) - idle(one)}
    panics = [_own(one)["panics"] for one in others]
    return {
        "only_constant": float(bool(constant(own) & varied)),
        "only_idle_argument": float(bool(idle(own) & used)),
        "varies_less": max(0.0, max(map(_variety, others), default=0.0) - _variety(own)),
        "varies_more": max(0.0, _variety(own) - min(map(_variety, others), default=1.0)),
        "panics_more": float(bool(panics) and _own(own)["panics"] > min(panics)),
        "panics_less": float(bool(panics) and _own(own)["panics"] < max(panics)),
    }


def _variety(outcomes: Outcomes) -> float:
    """Distinct outcomes a call: who drops an argument or an effect has fewer."""
    return _share(len({(call.path, outcome.compared) for call, outcome in outcomes.items()}), len(outcomes))


def constant(outcomes: Outcomes) -> set[str]:
    """Functions that answered always the same, called with different arguments often enough."""
    found = defaultdict(list)
    for call, outcome in outcomes.items():
        if call.arguments and outcome.kind == "value":
            found[call.path].append(outcome.text)
    return {path for path, texts in found.items() if len(texts) >= ENOUGH and len(set(texts)) == 1}


def idle(outcomes: Outcomes) -> set[tuple[str, int]]:
    """Arguments (function and place) that were varied alone and never changed what came out."""
    return {argument for argument, changes in _influence(outcomes).items() if not any(changes)}


def _arguments(outcomes: Outcomes) -> set[tuple[str, int]]:
    """Arguments that were varied alone."""
    return set(_influence(outcomes))


def _influence(outcomes: Outcomes) -> dict[tuple[str, int], list[bool]]:
    """For each argument, for calls that differ in nothing else: whether the outcome differed."""
    found: dict[tuple[str, int], list[bool]] = defaultdict(list)
    first: dict[tuple[str, int, tuple[str, ...]], Outcome] = {}
    for call, outcome in outcomes.items():
        for at in range(len(call.arguments)):
            rest = (call.path, at, call.arguments[:at] + call.arguments[at + 1 :])
            if rest in first:
                found[call.path, at].append(first[rest].compared != outcome.compared)
            first.setdefault(rest, outcome)
    return found


def _agreement(own: Outcomes, others: Sequence[Outcomes]) -> float:
    """Mean share of the other candidates that answer a call alike."""
    alike = [
        _share(sum(one[call].compared == outcome.compared for one in others if call in one), len(others))
        for call, outcome in own.items()
    ]
    return _share(sum(alike), len(alike))


def _changed(asked: Mapping[str, str], given: Mapping[str, str]) -> float:
    """Share of the broken program's functions that are called otherwise or are gone."""
    return _share(sum(given.get(path) != signature for path, signature in asked.items()), len(asked))


def _compared(observed: Observed, index: int) -> Outcomes:
    outcomes = observed.seen[index].outcomes
    return {call: outcomes[call] for call in observed.compared if call in outcomes}


def _share(part: float, whole: int) -> float:
    return part / whole if whole > 0 else 0.0
