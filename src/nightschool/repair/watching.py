"""What candidates do and are warned of, as features for the chooser: observed once, then remembered.

Covered: programs with several candidates, the first `MOST` of each in the fixed order; a budget in seconds a program,
for all together. Not covered: running them (`behaviour`), what a feature is worth (`learn`). A candidate that was not
observed has the feature that says so, so that a chooser learns what not knowing means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, zip_longest
from pathlib import Path

from nightschool.files import digest_text
from nightschool.repair.behaviour import Observed, Question, features, observe_many
from nightschool.repair.proposal import Found
from nightschool.repair.remembered import Kept, room_code
from nightschool.repair.warned import LINTS, warning_features
from nightschool.rust.judge import Judge
from nightschool.rust.warnings import Counts

MOST = 12
"""Candidates of a program that are run."""
BATCH = 64
"""Programs observed together."""
Described = list[dict[str, float]]


@dataclass(frozen=True)
class Seen:
    """What is known of a program's candidates beyond their text."""

    observed: Observed
    """What the first ones do."""
    warned: Sequence[Counts] = ()
    """What rustc warns of in each."""

    def features(self) -> Described:
        """Of each candidate in order."""
        does = [features(self.observed, index) for index in range(len(self.observed.seen))]
        told = warning_features(self.warned)
        return [{**one, **other} for one, other in zip_longest(does, told, fillvalue=dict[str, float]())]

    def only(self, places: Sequence[int]) -> Seen:
        """As if there were no other candidates than those at these places."""
        return Seen(self.observed.only(places), [self.warned[at] for at in places])


@dataclass(frozen=True)
class Watcher:
    """Observes candidates and remembers what was seen."""

    judge: Judge
    seconds: float
    """Budget a program; 0 observes nothing."""
    folder: Path | None = None
    """Where what was seen is kept; None keeps nothing."""

    def features(self, found: Sequence[Found]) -> list[Described]:
        """Features of each candidate of each program, in the order of its candidates."""
        kept = self._kept(self.folder) if self.folder and self.seconds else None
        known = {} if kept is None else kept.known
        asked = {_key(one): one for one in found if self.seconds and len(one.candidates) > 1}
        new = [key for key in asked if key not in known]
        fresh: dict[str, Described] = {}
        for at in range(0, len(new), BATCH):
            part = new[at : at + BATCH]
            for key, seen in zip(part, self._watch([asked[key] for key in part]), strict=True):
                fresh[key] = seen.features()
                if kept is not None:
                    kept.put(key, fresh[key])
        told = known | fresh
        return _padded([told.get(_key(one), []) for one in found], [len(one.candidates) for one in found])

    def _kept(self, folder: Path) -> Kept:
        """What was seen with this budget; another one sees more or less."""
        return Kept(folder, "behaviour", watching_code(), self.judge.toolchain.digest, str(self.seconds))

    def described(
        self, found: Sequence[Found], left: Sequence[Sequence[int]]
    ) -> tuple[list[Described], list[Described]]:
        """Features of each candidate, and of those at the places `left` as if there were no others; nothing is kept."""
        seen = self._seen(found)
        full = [one.features() for one in seen]
        bare = [
            one.only(at).features() if self.seconds and len(at) > 1 else [] for one, at in zip(seen, left, strict=True)
        ]
        wanted = [len(one.candidates) for one in found]
        return _padded(full, wanted), _padded(bare, [len(at) for at in left])

    def _seen(self, found: Sequence[Found]) -> list[Seen]:
        """What is known of the candidates where there are several; of one alone nothing is asked."""
        asked = [one for one in found if self.seconds and len(one.candidates) > 1]
        seen = iter([each for at in range(0, len(asked), BATCH) for each in self._watch(asked[at : at + BATCH])])
        return [next(seen) if self.seconds and len(one.candidates) > 1 else Seen(Observed(())) for one in found]

    def _watch(self, found: Sequence[Found]) -> list[Seen]:
        """Run the first candidates of each program, and ask rustc what it warns of in all."""
        programs = [replace(one.program, source=c.program) for one in found for c in one.candidates]
        counts = iter(self.judge.warnings(programs, LINTS))
        warned = [tuple(islice(counts, len(one.candidates))) for one in found]
        return [Seen(one, told) for one, told in zip(self.observe(found), warned, strict=True)]

    def observe(self, found: Sequence[Found]) -> list[Observed]:
        """What the first candidates of each program do."""
        questions = [
            Question(one.program.source, tuple(c.program for c in one.candidates[:MOST]), one.program.edition)
            for one in found
        ]
        return observe_many(self.judge, questions, self.seconds * len(questions)) if questions else []


@cache
def watching_code() -> str:
    """Digest of the code that decides what is seen of a candidate."""
    room = Path(__file__).parent
    others = [path.name for path in room.iterdir() if path.name not in ("behaviour", "warned.py", "watching.py")]
    return room_code(*sorted(others))


def _key(found: Found) -> str:
    programs = [candidate.program for candidate in found.candidates]  # all: warnings are those beyond the least warned
    return digest_text(found.program.source, found.program.edition, *programs)


def _padded(described: Sequence[Described], wanted: Sequence[int]) -> list[Described]:
    """One record a candidate: of those beyond `MOST`, and where nothing was watched, an empty one."""
    return [[*seen, *({} for _ in range(n - len(seen)))] for seen, n in zip(described, wanted, strict=True)]
