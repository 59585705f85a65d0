"""The data that crosses module boundaries: koans, rows, judgements, attempts, reports, phase results.

Covered: plain frozen records and their JSON form. Not covered: behaviour; each module that makes one of
these documents how. Nothing here imports anything outside the standard library.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Literal, Protocol

UNNAMED = "none"
"""Stands for the code of an error that has none."""
Z_95 = 1.959963984540054
"""Two-sided 95 % quantile of the standard normal, for every interval."""


Route = Literal["written", "seeded", "varied", "mutated"]
"""Who broke a synthesised program: the base model, shown two corpus rows; the base model, shown a row and a mutant; an
operator, in a program of the base model; an operator, in a corpus repair."""
Step = Literal["written", "parsed", "fails", "intended", "new", "clean", "searched", "answered", "kept"]
"""Filters of synthesised programs in order; what an operator broke enters at `parsed`. `searched` are those
of `answered` for which no model was asked."""


Target = Literal["lib", "bin", "test"]
"""What a program is built as: a library (not linked), a binary, the tests that it holds itself (linked, not run)."""


class Verdict(StrEnum):
    """What the judge says of one answer."""

    PASSED = "passed"
    TESTS_FAILED = "tests_failed"
    NOT_COMPILED = "not_compiled"
    FORBIDDEN = "forbidden"
    TIMED_OUT = "timed_out"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class Replacement:
    """One edit that rustc proposes: replace bytes [start, end) of the source with `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One of rustc's own proposals; all its replacements belong together."""

    message: str
    replacements: tuple[Replacement, ...]
    applicability: str
    """rustc's word: MachineApplicable, MaybeIncorrect, HasPlaceholders or Unspecified."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span: 1-based line and column (columns count characters), and rustc's text for it."""

    line: int
    column: int
    text: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One rustc error, with everything the compact rendering needs."""

    code: str | None
    """Error code such as E0382; None for lints, syntax errors and code-less lifetime errors."""
    message: str
    line: int
    """1-based line of the primary span; 0 if rustc gave none."""
    labels: tuple[Label, ...] = ()
    helps: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    lint: str = ""
    """Name of the lint that is denied, such as unused_must_use; empty for any other error."""

    @property
    def name(self) -> str:
        """What a koan declares it as: its code, else the lint, else `none`."""
        return self.code or self.lint or UNNAMED


@dataclass(frozen=True, slots=True)
class Program:
    """A library-style Rust program to compile, with the tests to run and the koan's broken code, if any."""

    source: str
    tests: str | None = None
    """Items appended in their own test module (`use super::*;` is implied); None means compile only."""
    broken: str | None = None
    """The program the answer repairs; constructs it already used are not forbidden in the answer."""
    edition: str = "2021"
    targets: tuple[Target, ...] = ()
    """What must build once it type-checks as a library; empty: the type check is all."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judge's finding on one program."""

    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...] = ()
    """rustc's errors if it did not compile, in the order rustc found them, the primary one first."""
    detail: str = ""
    """Why, for a person: the failing test, the forbidden construct, the limit that was hit."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Distinct error codes, sorted."""
        return tuple(sorted({d.code for d in self.diagnostics if d.code}))

    @property
    def names(self) -> tuple[str, ...]:
        """Codes of the errors, lints and `none` for those without one; distinct, in rustc's order."""
        return tuple(dict.fromkeys(diagnostic.name for diagnostic in self.diagnostics))

    @property
    def primary_name(self) -> str | None:
        """Name of the first diagnostic: its code, else its lint, else `none`; None if there is none."""
        return self.diagnostics[0].name if self.diagnostics else None

    @property
    def primary_code(self) -> str | None:
        """Code of the first diagnostic."""
        return self.diagnostics[0].code if self.diagnostics else None


@dataclass(frozen=True, slots=True)
class Koan:
    """One repair problem. `diagnostic` is rendered by the judge, never written by hand."""

    id: str
    """Unique in its suite, and its folder's name: lower-case letters, digits, `.`, `_`, `-`."""
    family: str
    """borrow_checker, lifetimes, trait_bounds, ...: the outer folder."""
    pattern: str
    """The kind of slip inside the family, such as push-while-borrowed: the inner folder."""
    error_codes: tuple[str, ...]
    """All codes the broken program reports, a lint's name or `none` where there is no code; the primary one first."""
    broken: str
    fixed: str
    tests: str
    title: str = ""
    """A few words for people."""
    edition: str = "2021"
    """Rust edition of its programs."""
    group: str = ""
    """Template id, lesson or source file: the unit of the train/held-out split and of clustered intervals."""
    targets: tuple[Target, ...] = ()
    """What its programs must build as; empty: they are type-checked as libraries."""

    def program(self, source: str, tests: str | None = None, broken: str | None = None) -> Program:
        """`source` as a program of this koan."""
        return Program(source, tests, broken, self.edition, tuple(self.targets))


@dataclass(frozen=True, slots=True)
class Row:
    """One verified training row."""

    id: str
    """Unique in the corpus."""
    source: str
    """aligned, mutated, explained, domains, lessons, episodes or synthesised; in memory also decided and koans."""
    family: str
    pattern: str
    error_code: str
    """What rustc reports first."""
    broken: str
    """The program that fails with it."""
    fixed: str
    """A program that compiles and passes the tests."""
    diagnostic: str
    """rustc's own, in the one compact rendering."""
    provenance: str
    """Where it came from: template id and seed, or file, item and mutation operator."""
    group: str
    """Template id, lesson or source file: rows of one group never straddle a split."""
    tests: str | None = None
    """Items of a test module; None where the repair is only known to compile."""
    edition: str = "2021"
    digest: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain dict in field order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PreferencePair:
    """Two repairs of one row that both compile: one passes the row's tests and the other fails them, or a developer
    took one and not the other."""

    id: str
    row: str
    """Id of the corpus row that was searched, or of the decision."""
    error_code: str
    pattern: str
    broken: str
    diagnostic: str
    chosen: str
    """The repair that passed or was taken, as a model would write it."""
    rejected: str
    """The repair that failed or was passed over."""
    chosen_program: str
    rejected_program: str
    chosen_tokens: int
    rejected_tokens: int
    provenance: str
    """`searched`: both were found by search; accepted, edited, action or written: how a developer decided."""
    tests: str | None = None
    edition: str = "2021"

    def to_json(self) -> dict[str, Any]:
        """Plain dict in field order."""
        return asdict(self)


Work = Literal["diagnose", "propose", "compile", "choose", "model", "tests"]
"""What is timed of an answer: rustc asked for its words, proposals made, proposals compiled, candidates compared, a
model asked, the judge."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of work on an answer that was timed by itself; its share by count where a batch was worked on."""

    name: Work
    seconds: float
    """Of the clock, when the work was done; what is remembered since keeps them."""
    count: int
    """Programs asked about, proposals made, proposals compiled, candidates compared, answers given, programs judged."""


@dataclass(frozen=True, slots=True)
class Unchosen:
    """A proposal that compiled and was not chosen."""

    place: int
    """In the arm's order of all that compiled; the chosen one is 1."""
    by: str
    """Who proposed it."""
    diff: str
    """Against the broken program, without file names; cut where it is long."""
    differs: bool | None
    """Whether it was seen to do otherwise than the chosen one; None where no call tells."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one koan, with its verdict."""

    koan: str
    family: str
    error_code: str
    answer: str
    """What the arm said, before it was applied."""
    program: str
    """The repaired program that was judged; empty if the answer could not be applied."""
    verdict: Verdict
    detail: str = ""
    tokens: int = 0
    """Tokens generated."""
    seconds: float = 0.0
    """Share of the arm's wall-clock time."""
    group: str = ""
    compiles: int = 0
    """Programs compiled to find the answer."""
    answers: int = 0
    """Answers that a model gave for the koan, this one included."""
    sure: bool | None = None
    """Whether the arm would write it without asking a person; None where it cannot tell."""
    stages: tuple[Stage, ...] = ()
    """In order; none where the arm does not time them, and in reports of before."""
    unchosen: tuple[Unchosen, ...] = ()
    """The best of them, best first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A pass rate with its sample size and 95 % Wilson interval."""

    passed: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """passed / n; None when nothing was measured."""
        return self.passed / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """One arm on one suite."""

    arm: str
    suite: str
    suite_digest: str
    certified: bool
    attempts: tuple[Attempt, ...]
    rate: Rate
    """Over scored koans; `unscored` tells how many are missing."""
    by_family: dict[str, Rate]
    by_code: dict[str, Rate]
    unscored: int
    tokens: int
    seconds: float
    policy_digest: str = ""
    """Digest of model, adapter, prompt, answer format and decoding."""
    context: dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Every koan was scored."""
        return self.unscored == 0 and len(self.attempts) > 0

    @property
    def counts(self) -> dict[str, int]:
        """What the answers cost at all koans, of how many the arm was sure, and how many of those passed."""
        sure = [attempt for attempt in self.attempts if attempt.sure and attempt.verdict is not Verdict.UNSCORED]
        return {
            "compiles": sum(attempt.compiles for attempt in self.attempts),
            "answers": sum(attempt.answers for attempt in self.attempts),
            "sure": len(sure),
            "sure_passed": sum(attempt.verdict is Verdict.PASSED for attempt in sure),
        }

    def to_json(self) -> dict[str, Any]:
        """Plain dict in field order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One arm's verdicts on one suite in one cycle, as the history of koans keeps them."""

    cycle: str
    arm: str
    suite: str
    suite_digest: str
    verdicts: dict[str, str]
    """Verdict by koan."""


@dataclass(frozen=True, slots=True)
class PhaseResult:
    """What a phase leaves behind: URIs, digests and metrics only (it crosses XCom)."""

    phase: str
    key: str
    """Digest of the phase's inputs; names its output folder."""
    output: str
    """Path of the output folder."""
    metrics: dict[str, float] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    outcome: str = ""
    """Named outcome of a decision phase (gained, no_gain, passed, refused, ...)."""
    reused: bool = False
    """The result was found finished, not made now."""
    seconds: float = 0.0
    """Wall-clock time that making it took; of the last try, where it was killed in between."""

    def to_json(self) -> dict[str, Any]:
        """Plain dict in field order."""
        return asdict(self)


class Progress(Protocol):
    """Told how far a stage of long work is; each stage ends with `done == total`."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` units of `stage` are finished."""
