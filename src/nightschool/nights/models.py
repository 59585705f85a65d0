"""What a reader is told of nights: closed records that the page renders and its API returns as they are.

Covered: types and their documentation, which is the API's. Not covered: where the values come from; each module beside
this one says so.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from nightschool.types import Rate


class Record(BaseModel):
    """Frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rated(Record):
    """A pass rate with its sample size and 95 % Wilson interval; nothing measured is n = 0."""

    passed: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """passed / n; None when nothing was measured."""
        return self.passed / self.n if self.n else None

    @classmethod
    def of(cls, rate: Rate) -> Rated:
        """The same as the library's own record."""
        return cls(passed=rate.passed, n=rate.n, low=rate.low, high=rate.high)


class Night(Record):
    """One cycle in a line: what it came to, and what every arm passed."""

    night: str = Field(description="Name of the cycle's folder; what addresses call it.")
    run: str = Field(description="Id of the DAG run, or the name that the cycle was given by hand.")
    time: str = Field(description="When it began, ISO 8601: from its name, else when its first phase ended.")
    verdict: str = Field(description="passed, refused, not_enough_evidence, or not_reached.")
    version: int | None = Field(None, description="Version that was registered.")
    failed: tuple[str, ...] = Field((), description="Names of the gate's checks that failed.")
    arms: dict[str, dict[str, Rated]] = Field(default_factory=dict, description="Pass rate by arm and suite.")
    seconds: dict[str, float] = Field(default_factory=dict, description="Wall-clock seconds by phase.")
    outcomes: dict[str, str] = Field(default_factory=dict, description="Named outcome by phase that has one.")

    def rate(self, arm: str, suite: str) -> Rated | None:
        """What the arm passed; None where it was not measured."""
        return self.arms.get(arm, {}).get(suite)


class Check(Record):
    """One condition of a decision."""

    name: str
    ok: bool
    observed: str
    wanted: str
    undecided: bool = False
    koans: int = Field(0, description="Koans of the check's suite that would settle it; 0: no such number.")


class Decided(Record):
    """A phase's decision, its failed checks first, and the numbers it rests on."""

    phase: str
    outcome: str
    checks: tuple[Check, ...]
    evidence: dict[str, float]


class Point(Record):
    """One night in the curve: what the policy passed, and the candidate asked once, by suite."""

    night: str
    time: str
    verdict: str
    policy: dict[str, Rated]
    single: dict[str, Rated]


class Change(Record):
    """A change of the champion, as the ledger has it."""

    time: str
    before: str | None
    after: str | None
    who: str
    why: str
    how: str


class Arm(Record):
    """One arm of a night: pass rates by suite, and what its answers cost."""

    arm: str
    rates: dict[str, Rated]
    compiles: int
    answers: int
    sure: int
    sure_passed: int
    unscored: int


class Table(Record):
    """Counts to be shown as they are: a title, heads and rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class NightDetail(Record):
    """Everything that the store holds of one night."""

    night: Night
    arms: tuple[Arm, ...]
    decisions: tuple[Decided, ...] = Field(description="The gate first, then the learning phases in their order.")
    added: dict[str, str] = Field(description="What chooser and adapter add, by suite, with the paired interval.")
    yields: tuple[Table, ...]
    cost: str
    docs: tuple[str, ...] = Field(description="Phases whose Data Docs the store holds.")
    mlflow: str = Field("", description="The night's run, as a path below MLflow's address; empty where none is known.")


class Overview(Record):
    """A page of nights, newest first, with the changes of the champion and the last night in full."""

    page: int
    pages: int
    total: int
    nights: tuple[Night, ...]
    changes: tuple[Change, ...]
    ledger: str = Field("", description="What is wrong with the ledger; empty if nothing is.")
    latest: NightDetail | None


class HeatRow(Record):
    """One koan over the nights of a page: p passed, f failed, - not there or not scored."""

    koan: str
    letters: str
    passed: int
    scored: int
    changes: int


class Heat(Record):
    """Koans over nights, for one arm on one suite; those that changed most first."""

    suite: str
    arm: str
    nights: tuple[str, ...] = Field(description="Cycles, oldest first; a column each.")
    rows: tuple[HeatRow, ...]
    page: int
    pages: int
    total: int = Field(description="Koans in these nights.")
    earlier: int | None = Field(description="The `back` of the nights before these; None if there are none.")
    later: int | None
    choices: dict[str, tuple[str, ...]] = Field(description="Suites that were measured, and the arms on each.")
    names: dict[str, str] = Field(default_factory=dict, description="Folder of a cycle that the store still holds.")


class Group(Record):
    """A family or an error code: how the policy did, tonight and when the same koans were last asked."""

    name: str
    now: Rated
    before: Rated | None
    state: str = Field(description="mastered, gained, lost, better, worse, or empty if nothing changed.")


class Groups(Record):
    """Families and error codes of one arm on one suite."""

    night: str
    suite: str
    arm: str
    compared: str = Field(description="The earlier night with the same koans; empty if there is none.")
    families: tuple[Group, ...]
    codes: tuple[Group, ...]
    choices: dict[str, tuple[str, ...]]


class Proposal(Record):
    """A program that compiled and was not chosen."""

    place: int = Field(description="In the arm's order of all that compiled; the chosen one is 1.")
    by: str = Field(description="Who proposed it.")
    diff: str = Field(description="Unified diff against the broken program.")
    differs: bool | None = Field(
        description="Whether it was seen to do otherwise than the chosen one; None: no call tells."
    )


class Answer(Record):
    """What one arm proposed for a koan, and what became of it."""

    arm: str
    verdict: str
    finding: str = Field(
        description="Where the answer came from, what the judge said; no test's text, nothing where no code is shown."
    )
    compiles: int = Field(description="Programs compiled to find the answer.")
    answers: int = Field(description="Answers that a model gave.")
    tokens: int
    sure: bool | None = Field(description="Whether the arm would write it without asking; None: it cannot tell.")
    diff: str | None = Field(description="Unified diff against the broken program; None where code is not shown.")
    said: str | None = Field(description="What a model said, where that is not a program; None where not shown.")
    proposals: tuple[Proposal, ...] = Field(
        (), description="The best that compiled and were not chosen, at most five; empty where code is not shown."
    )


class KoanPage(Record):
    """One koan of one night."""

    night: str
    suite: str
    koan: str
    family: str
    codes: tuple[str, ...]
    pattern: str
    title: str
    examination: bool = Field(description="The suite examines; its code is shown only to who asks for it by name.")
    shown: bool = Field(description="Whether code is part of this answer.")
    broken: str | None
    diagnostic: str | None = Field(description="rustc's words; None where code is not shown or nobody kept them.")
    answers: tuple[Answer, ...]
    nights: tuple[str, ...] = Field(description="Nights that asked this koan and are held, newest first; at most 30.")
