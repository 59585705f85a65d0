"""What `nightschool fix` found, for a person and as JSON.

Covered: the records, what was verified in words, the one JSON object that `--json` prints (docs/fix.md describes it).
Not covered: finding it (`phases.repair`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from nightschool.types import Diagnostic, Judgement, Label, Target, Verdict

if TYPE_CHECKING:
    from nightschool.phases.rust_file import RustFile

SCHEMA = 1
"""Of the JSON object; raised when a field changes its meaning or goes."""
BUILT: dict[Target, str] = {"lib": "builds as a library", "bin": "builds as a binary", "test": "builds with its tests"}
EXITS = {0: "compiles already, or the repair is sure", 1: "no repair is sure; nothing was written"}


@dataclass(frozen=True)
class Verified:
    """What a program has gone through when it passes."""

    library: bool
    """It was type-checked as a library first."""
    targets: tuple[Target, ...]
    linked: bool
    """Binaries and tests were linked, too."""

    def told(self) -> str:
        """In words: `it type-checks and builds as a binary (linked, not run)`."""
        built = [*(["type-checks"] if self.library else []), *(BUILT[target] for target in self.targets)]
        linked = "linked, not run" if self.linked else "not linked: this machine has no linker"
        ends = f" ({linked})" if {"bin", "test"} & set(self.targets) else ""
        return f"it {', '.join(built[:-1])}{' and ' if built[:-1] else ''}{built[-1]}{ends}"

    def to_json(self) -> dict[str, Any]:
        """Type check, builds by target, and that nothing was run."""
        linked = self.linked and bool({"bin", "test"} & set(self.targets))
        return {
            "type_check": True,
            "builds": list(self.targets),
            "linked": linked,
            "tests_run": False,
            "text": self.told(),
        }


@dataclass(frozen=True)
class Apart:
    """A call that a repair answers otherwise than the first one shown."""

    call: str
    gives: str
    first_gives: str

    def __str__(self) -> str:
        return f"{self.call}: here {self.gives}, in 1. {self.first_gives}"


@dataclass(frozen=True)
class Shown:
    """One repair that compiles."""

    program: str
    """The file's text with it."""
    diff: str
    by: str
    """Who proposed it."""
    changes: tuple[str, ...] = ()
    """What it does less than the file, or otherwise."""
    apart: Apart | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What to look at."""
        return (*self.changes, *((str(self.apart),) if self.apart else ()))


@dataclass(frozen=True)
class Other:
    """A repair that compiles and is not shown."""

    program: str
    by: str


@dataclass(frozen=True)
class Repair:
    """What was found: `program` is None unless the policy is sure of it."""

    message: str
    job: RustFile
    before: Judgement
    verified: Verified
    program: str | None = None
    shown: tuple[Shown, ...] = ()
    fine: bool = False
    """The file compiles as it is, or the policy is sure of its repair."""
    policy: str = ""
    """Whose repairs these are; empty where nothing was looked for."""
    digest: str = ""
    """Of that policy."""
    others: tuple[Other, ...] = ()
    """Next ones to a repair that the policy is sure of, best first; they are not shown."""
    tried: int = 0
    """Programs compiled."""
    probability: float | None = None
    """That the first repair is right; None where nothing was learnt that could tell."""

    @property
    def outcome(self) -> str:
        """In one word: compiles, sure, unsure or none."""
        if self.before.verdict is Verdict.PASSED:
            return "compiles"
        return "sure" if self.program is not None else "unsure" if self.shown else "none"

    def to_json(self, written: bool = False) -> dict[str, Any]:
        """The object that `--json` prints."""
        code = 0 if self.fine else 1
        return {
            "schema": SCHEMA,
            "file": str(self.job.file),
            "edition": self.job.program.edition,
            "outcome": self.outcome,
            "message": self.message,
            "before": {"verdict": self.before.verdict, "errors": [_error(one) for one in self.before.diagnostics]},
            "candidates": [self._candidate(n, one) for n, one in enumerate(self.shown)],
            "verified": self.verified.to_json(),
            "policy": self.policy,
            "tried": self.tried,
            "written": written,
            "exit": {"code": code, "meaning": EXITS[code]},
        }

    def unshown(self) -> dict[str, Any]:
        """What `to_json` leaves out and keeping a decision needs."""
        return {
            "digest": self.digest,
            "others": [asdict(one) for one in self.others],
            "probability": self.probability,
        }

    def _candidate(self, number: int, one: Shown) -> dict[str, Any]:
        return {
            "diff": f"{one.diff}\n" if one.diff else "",
            "probability": None if number else self.probability,
            "by": one.by,
            "changes": list(one.changes),
            "apart": asdict(one.apart) if one.apart else None,
            "program": one.program,
        }


def read_repair(job: RustFile, data: Mapping[str, Any]) -> Repair:
    """The record that `to_json` and `unshown` made of a repair of this file; suggestions are left out.

    Raises LookupError, TypeError or ValueError for another object.
    """
    before, shown = data["before"], tuple(map(_candidate, data["candidates"]))
    judged = Judgement(Verdict(before["verdict"]), tuple(map(_diagnostic, before["errors"])))
    return Repair(
        message=str(data["message"]),
        job=job,
        before=judged,
        verified=job.verified(bool(data["verified"]["linked"])),
        program=shown[0].program if data["outcome"] == "sure" else None,
        shown=shown,
        fine=data["exit"]["code"] == 0,
        policy=str(data["policy"]),
        digest=str(data["digest"]),
        others=tuple(Other(str(one["program"]), str(one["by"])) for one in data["others"]),
        tried=int(data["tried"]),
        probability=data["probability"],
    )


def _candidate(data: Mapping[str, Any]) -> Shown:
    apart = Apart(**data["apart"]) if data["apart"] else None
    diff = str(data["diff"]).removesuffix("\n")
    return Shown(str(data["program"]), diff, str(data["by"]), tuple(map(str, data["changes"])), apart)


def _diagnostic(data: Mapping[str, Any]) -> Diagnostic:
    labels = tuple(Label(**one) for one in data["labels"])
    return Diagnostic(
        data["code"], str(data["message"]), int(data["line"]), labels, tuple(data["helps"]), lint=data["lint"] or ""
    )


def _error(one: Diagnostic) -> dict[str, Any]:
    labels: Sequence[dict[str, Any]] = [asdict(label) for label in one.labels]
    return {
        "name": one.name, "code": one.code, "lint": one.lint or None, "message": one.message, "line": one.line,
        "labels": list(labels), "helps": list(one.helps),
    }  # fmt: skip
