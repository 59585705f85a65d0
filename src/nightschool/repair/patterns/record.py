"""Learnt patterns as one record: a source of proposals, a file, a digest.

Covered: patterns and the nearest rows' fixes as a `Proposer`; a JSON file with schema and digest, limited in size. Not
covered: which rows are learnt from (a night's corpus, a team's own fixes).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from heapq import merge
from pathlib import Path
from typing import Any

from nightschool.errors import IntegrityError
from nightschool.files import digest_text, write_atomic
from nightschool.repair.packed import READ_AGAIN, unpacked, without_collector
from nightschool.repair.patterns.apply import Matcher, worth
from nightschool.repair.patterns.mine import Fixed, Pattern, mine
from nightschool.repair.patterns.rows import Example, Rows, example_of
from nightschool.repair.patterns.shapes import Shape
from nightschool.repair.place import Place
from nightschool.repair.proposal import Proposal, Step

SCHEMA = 1
EXAMPLES = 80
"""Rows kept of one error code."""
TRIED = 1000
"""Most patterns of one place that are tried."""
MOST = 100
"""Proposals of patterns for one place after which no further pattern is tried."""
PACE = 0.5
"""Places in the queue between two proposals of patterns; those of rows stand twice as far apart."""
_AGAIN = "`nightschool run choose --cycle CYCLE` learns them again; a version's own are in its registry."


@dataclass(frozen=True)
class Patterns:
    """What was learnt from pairs: general patterns and, most specific, the rows themselves."""

    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    rows: int
    """Rows that were learnt from."""

    @cached_property
    def digest(self) -> str:
        """Digest of everything that decides a proposal."""
        return _digest(self._content())

    def __call__(self, place: Place) -> Iterator[Proposal]:
        """Proposals of patterns and rows by turns, likeliest first."""
        if place.syntax.root.child_count == 0 or not place.diagnostics:
            return
        matcher = Matcher(place)
        yield from merge(self.general(matcher), self.nearest(matcher), key=lambda one: one.step.cost)

    def general(self, matcher: Matcher) -> Iterator[Proposal]:
        """What the patterns propose."""
        made: dict[str, tuple[float, str]] = {}
        for prior, pattern in self._ranked(matcher):
            if len(made) >= MOST:
                break
            for cost, program in matcher.proposals(pattern):
                if program not in made or prior + cost < made[program][0]:
                    made[program] = (prior + cost, pattern.id)
        made.pop(matcher.place.source, None)
        ranked = sorted((cost, name, program) for program, (cost, name) in made.items())
        for turn, (_, name, program) in enumerate(ranked):
            yield Proposal(program, Step("pattern", name, PACE * turn))

    def nearest(self, matcher: Matcher) -> Iterator[Proposal]:
        """What the nearest rows propose."""
        place = matcher.place
        found = self._rows.nearest(sorted(place.codes), place.source, matcher.diagnostic)
        seen: set[str] = set()
        for _, name, program in found:
            if program not in seen:
                yield Proposal(program, Step("pattern", f"row:{name}", 2 * PACE * len(seen)))
                seen.add(program)

    def _ranked(self, matcher: Matcher) -> list[tuple[float, Pattern]]:
        known = enumerate(zip(self.patterns, self._worths, strict=True))
        ranked = sorted((matcher.prior(one, worth), place) for place, (one, worth) in known)
        return [(prior, self.patterns[place]) for prior, place in ranked[:TRIED]]

    @cached_property
    def _worths(self) -> list[float]:
        return [worth(one) for one in self.patterns]

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.examples)

    def _content(self) -> dict[str, Any]:
        patterns = [
            [one.shape.to_json(), one.codes, one.messages, one.groups, one.anchor, one.far] for one in self.patterns
        ]
        return {"rows": self.rows, "patterns": patterns, "examples": [one.to_json() for one in self.examples]}


def learn_patterns(rows: Iterable[Fixed], own: Iterable[Fixed] = ()) -> Patterns:
    """Patterns of all rows; equal rows in any order give equal patterns and digest.

    `own`: fixes of which nothing is dropped for want of support, such as a team's few.
    """
    rows, own = tuple(rows), tuple(own)
    patterns, theirs = mine([*rows, *own]), mine(own)
    known = {one.id for one in patterns}
    kept = (*patterns, *(one for one in theirs if one.id not in known))
    return Patterns(kept, _examples(rows, own), len(rows) + len(own))


def _examples(rows: Sequence[Fixed], own: Sequence[Fixed]) -> tuple[Example, ...]:
    """Rows that are alike once; of each code so many, and all of `own`."""
    counts = Counter(example for row in [*rows, *own] if (example := example_of(row)) is not None)
    mandatory = {example for row in own if (example := example_of(row)) is not None}
    codes: Counter[str] = Counter()
    kept = []
    for one in sorted(counts, key=lambda one: one.id):
        if one in mandatory or codes[one.code] < EXAMPLES:
            codes[one.code] += 1
            kept.append(replace(one, rows=counts[one]))
    return tuple(kept)


def write_patterns(path: Path, patterns: Patterns) -> None:
    """Write the record with its digest."""
    content = {"schema": SCHEMA, "digest": patterns.digest, **patterns._content()}
    write_atomic(path, json.dumps(content, sort_keys=True, ensure_ascii=False) + "\n")


def read_patterns(path: Path) -> Patterns:
    """Read a record. Raises IntegrityError for a file that is missing, damaged or of another schema."""
    try:
        schema, patterns, recorded = _read(unpacked(path))
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise IntegrityError(f"{str(path)!r} holds no learnt patterns: {error!r}. {_AGAIN}") from error
    if patterns is None:
        raise IntegrityError(f"{str(path)!r} has pattern schema {schema!r}, this version reads {SCHEMA}. {_AGAIN}")
    if patterns.digest != recorded:
        raise IntegrityError(
            f"{str(path)!r} was changed: its digest is {patterns.digest[:16]}, it records {recorded[:16]}. {_AGAIN}"
        )
    return patterns


@lru_cache(maxsize=READ_AGAIN)
def _read(text: bytes) -> tuple[Any, Patterns | None, str]:
    """Schema, record and recorded digest. Equal bytes are read once, as long as they are among the latest."""
    with without_collector():
        data = json.loads(text)
        patterns = _patterns(data) if data["schema"] == SCHEMA else None
        if patterns is not None:  # of what was read, which need not be made JSON again: half the time
            vars(patterns)["digest"] = _digest({name: data[name] for name in ("rows", "patterns", "examples")})
        return data["schema"], patterns, str(data["digest"])


def _digest(content: dict[str, Any]) -> str:
    return digest_text(json.dumps(content, sort_keys=True))


def _patterns(data: dict[str, Any]) -> Patterns:
    patterns = tuple(
        Pattern(Shape.from_json(shape), dict(codes), dict(messages), int(groups), int(anchor), int(far))
        for shape, codes, messages, groups, anchor, far in data["patterns"]
    )
    return Patterns(patterns, tuple(map(Example.from_json, data["examples"])), int(data["rows"]))
