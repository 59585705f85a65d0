"""What an episode is: one unit that failed, as it was, and the sources with which it compiled again.

Covered: the records. Not covered: how they are kept (`store`) and how they come about (`capture`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from nightschool.files import digest_json

AS_TESTS = "test-"
"""Before the kind of a unit that is built with `--test`."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace that was asked about. Its path is kept as a digest only."""

    key: str
    """SHA-256 of the resolved path of its folder."""
    name: str
    """The folder's own name."""
    enabled: bool
    days: int
    """Episodes are removed after so many days."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A unit that did not compile, cleaned of secrets and absolute paths."""

    package: str
    target: str
    kind: str
    """lib, bin, test, example, bench, build-script, or one of them built as a test: `test-lib`."""
    edition: str
    toolchain: str
    """First line of `rustc -vV`."""
    command: str
    """check, build, test, ...; `fix` where a repair was decided on before cargo met the failure."""
    root: str
    """The crate's root file, relative to the workspace."""
    fingerprint: str
    """Cargo's file, relative to the target folder, that is not empty once the unit has compiled; empty where only `fix`
    has met the failure."""
    code: str | None
    message: str
    diagnostics: tuple[Mapping[str, Any], ...]
    """rustc's JSON messages of level error."""
    sources: Mapping[str, str]
    """Text by path relative to the workspace."""
    license: str | None = None
    """The package's, as its manifest says (an SPDX expression); None where it says none."""

    def digest(self, workspace: str) -> str:
        """The episode's id, 12 hex digits: the same failure of the same sources is the same episode.

        A unit and the unit built as tests are one here: cargo builds both at once, and which fails first is chance.
        """
        plain = self.kind.removeprefix(AS_TESTS)
        said = [(one.get("message"), one.get("code")) for one in self.diagnostics]
        return digest_json([workspace, self.package, self.target, plain, said, dict(self.sources)])[:12]

    def size(self) -> int:
        """Characters kept."""
        return sum(map(len, self.sources.values())) + len(str(self.diagnostics))


@dataclass(frozen=True, slots=True)
class Preference:
    """Two repairs of an episode's failure that both compile: one was taken, the other was not."""

    id: str
    created: float
    """Seconds since 1970."""
    decided: str
    """accepted, edited, action or written (`deciding.Decided`)."""
    policy: str
    """Digest of the policy that proposed them."""
    toolchain: str
    """The compiler that took both."""
    path: str
    """The changed file, among the episode's sources."""
    chosen: str
    """The file's text, as all texts cleaned."""
    chosen_by: str
    """Who proposed it; `you`: a person wrote it."""
    rejected: str
    rejected_by: str
    outcome: str = ""
    """What intake said of it: `taken`, or why not; empty before it has looked."""


@dataclass(frozen=True, slots=True)
class Episode:
    """A failure as it is kept."""

    id: str
    workspace: str
    """The workspace's name."""
    created: float
    """Seconds since 1970."""
    seen: int
    """How often the same failure was met."""
    repaired: float | None
    failure: Failure
    fixed: Mapping[str, str] = field(default_factory=dict)
    """The unit's sources when it compiled again; empty while it has not."""
    corrected: float | None = None
    """When a person gave the repair with `nightschool correct`; None where it was found by capture."""
    preferences: tuple[Preference, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Everything, for `export`."""
        return asdict(self)
