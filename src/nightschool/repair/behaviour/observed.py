"""What the candidates of one broken program were seen to do: groups of equal behaviour, inputs that tell two apart.

Covered: comparing calls that candidates have in common, changed and missing signatures, calls that vary from time to
time (never compared), candidates that could not be observed (alike with nobody). Not covered: which behaviour is right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from nightschool.repair.behaviour.plan import Call
from nightschool.repair.behaviour.probe import Outcome


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one candidate."""

    signatures: Mapping[str, str] = field(default_factory=dict)
    """Of every function that is looked at, by its path."""
    outcomes: Mapping[Call, Outcome] = field(default_factory=dict)
    varying: frozenset[Call] = frozenset()
    unbuilt: frozenset[str] = frozenset()
    """Paths of functions whose calls did not compile."""
    observed: bool = True
    """It could be built and was observed to its end."""
    skipped: int = 0
    """Functions whose arguments cannot be made."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A call that two candidates answer differently."""

    call: str
    """As a person would write it; a function's name where signatures differ."""
    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.call}: {self.first} | {self.second}"


@dataclass(frozen=True)
class Observed:
    """What the candidates of one broken program do."""

    seen: tuple[Seen, ...]
    seconds: float = 0.0
    """Time it took; shared runs are shared out evenly."""
    signatures: Mapping[str, str] = field(default_factory=dict)
    """Of the broken program's functions, by path."""

    @cached_property
    def compared(self) -> tuple[Call, ...]:
        """Calls that all candidates with their signature answered, always alike; in a fixed order."""
        watched = [one for one in self.seen if one.observed]
        varying = frozenset[Call]().union(*(one.varying for one in watched))
        calls = {call for one in watched for call in one.outcomes} - varying
        known = [(one.outcomes, {call.signature for call in one.outcomes}) for one in watched]
        common = [call for call in calls if all(call in own or call.signature not in asked for own, asked in known)]
        return tuple(sorted(common, key=lambda call: (call.signature, call.text)))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """A digest of what each candidate does; equal where they do the same, never equal where it is not known."""
        return tuple(self._key(at) for at in range(len(self.seen)))

    @cached_property
    def groups(self) -> list[list[int]]:
        """Candidates of equal behaviour, the largest group first, then by the first of each."""
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            found.setdefault(key, []).append(at)
        return sorted(found.values(), key=lambda group: (-len(group), group[0]))

    def only(self, kept: Sequence[int]) -> Observed:
        """The same as if there were only the candidates at these places."""
        return replace(self, seen=tuple(self.seen[n] for n in kept if n < len(self.seen)))

    @property
    def calls(self) -> int:
        """Calls that were compared."""
        return len(self.compared)

    def difference(self, first: int, second: int) -> Difference | None:
        """What tells two candidates apart most plainly; None if nothing that was seen does."""
        left, right = self.seen[first], self.seen[second]
        if not (left.observed and right.observed):
            return None
        both = [call for call in self.compared if call in left.outcomes and call in right.outcomes]
        found = [(call, left.outcomes[call], right.outcomes[call]) for call in both]
        differing = [(call, one, two) for call, one, two in found if one.compared != two.compared]
        if differing:
            call, one, two = min(differing, key=lambda each: _plainness(*each))
            return Difference(call.text, shown(one), shown(two))
        return self._by_signature(left, right)

    def _by_signature(self, left: Seen, right: Seen) -> Difference | None:
        for path in sorted({*left.signatures, *right.signatures}):
            one, two = _state(left, path), _state(right, path)
            if one != two:
                return Difference(path, one, two)
        return None

    def _key(self, at: int) -> str:
        seen = self.seen[at]
        if not seen.observed:
            return f"unknown {at}"
        paths = sorted({path for one in self.seen if one.observed for path in one.signatures})
        parts = [f"{path} {_state(seen, path)}" for path in paths]
        parts += [seen.outcomes[call].compared for call in self.compared if call in seen.outcomes]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _state(seen: Seen, path: str) -> str:
    signature = seen.signatures.get(path)
    if signature is None:
        return "is not there"
    return f"cannot be called as {signature}" if path in seen.unbuilt else signature


def _plainness(call: Call, one: Outcome, two: Outcome) -> tuple[int, bool, int, str]:
    """Two values tell more than a panic, few letters more than many, ordinary numbers more than the largest."""
    values = sum({"value": 0, "skipped": 9}.get(each.kind, 1) for each in (one, two))
    return values, "::MAX" in call.text or "::MIN" in call.text, len(call.text), call.text


def shown(outcome: Outcome) -> str:
    """An outcome for a person."""
    match outcome.kind:
        case "value":
            return outcome.text
        case "panic":
            return f"panics: {outcome.text}" if outcome.text else "panics"
        case "late" | "stuck":
            return "does not end"
        case "skipped":
            return "is not reached"
    return "ends the program"
