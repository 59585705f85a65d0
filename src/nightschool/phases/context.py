"""What a phase is given: the config, its cycle's earlier results, and the shared services, opened when first used.

Covered: finding earlier results of the same cycle, pinning the champion for the whole cycle.
Not covered: how services work; each is opened from its own package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.files import digest_file, digest_text, folder_name, write_json
from nightschool.types import PhaseResult, Progress

if TYPE_CHECKING:
    from nightschool.koans import Suite
    from nightschool.modeling import BaseModelFiles
    from nightschool.rust.judge import Judge
    from nightschool.tracking import CycleRuns, Registered, Registry


DOMAINS = "domains"
"""The suite that is reported beside frozen."""
OWN = "own"
"""The suite of held-out workspaces, reported each night."""
SOURCES = {".py", ".j2", ".rs", ".yaml"}
"""Kinds of file that decide what a package does."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
    del stage, done, total


@dataclass(frozen=True)
class Context:
    """One cycle as a phase sees it."""

    config: Config
    cycle: str
    progress: Progress = silent
    by_hand: bool = False
    """Whether a person named the cycle, who may have mistyped it, and other cycles may be at work."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\w[\w.+:-]{0,199}", self.cycle):
            raise UsageError(
                f"Cycle name {self.cycle!r} must be up to 200 letters, digits and ._+:-, a letter or digit first."
            )

    @property
    def folder(self) -> Path:
        """Where this cycle keeps pointers to its phases' results."""
        return self.config.var / "cycles" / folder_name(self.cycle)

    def result(self, phase: str) -> PhaseResult:
        """This cycle's result of an earlier phase."""
        found = self.find(phase)
        if found is None:
            raise UsageError(
                f"Cycle {self.cycle!r} has no result of {phase!r} in {self.folder}. "
                f"Run `nightschool run {phase} --cycle {self.cycle}` first."
            )
        return found

    def find(self, phase: str) -> PhaseResult | None:
        """Like `result`, but None when the phase has not run."""
        path = self.folder / f"{phase}.json"
        if not path.exists():
            return None
        return PhaseResult(**json.loads(path.read_text(encoding="utf-8")))

    def results(self) -> dict[str, PhaseResult]:
        """All results of this cycle so far but its report, by phase."""
        names = sorted(path.stem for path in self.folder.glob("*.json") if path.stem not in ("pins", "publish"))
        return {name: self.result(name) for name in names}

    def require_begun(self) -> None:
        """Raise UsageError, with the latest cycles, for one that has left nothing."""
        if any(self.folder.glob("*.json")):
            return
        known = sorted((path for path in self.folder.parent.glob("*") if any(path.glob("*.json"))), key=_changed)
        there = f"the latest are {', '.join(path.name for path in known[:-6:-1])}" if known else "there is none yet"
        raise UsageError(
            f"Cycle {self.cycle!r} has no results in {self.folder}; {there}. `nightschool run certify --cycle NAME` "
            "begins one."
        )

    def record(self, result: PhaseResult) -> None:
        """Point this cycle at a finished phase."""
        write_json(self.folder / f"{result.phase}.json", result.to_json())

    def output(self, phase: str) -> Path:
        """Output folder of an earlier phase."""
        return Path(self.result(phase).output)

    def pinned(self, name: str, value: Callable[[], Any]) -> Any:
        """A value fixed for the whole cycle the first time it is asked for, by whichever process asks first."""
        path = self.folder / "pins.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock")):
            pins = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
            if name not in pins:
                pins[name] = value()
                write_json(path, pins)
        return pins[name]

    @cached_property
    def judge(self) -> Judge:
        """The judge in its sandbox."""
        from nightschool.rust.judge import open_judge

        return open_judge(self.config)

    @cached_property
    def base(self) -> BaseModelFiles:
        """The base model's verified files."""
        from nightschool.modeling import ensure_model

        return ensure_model(self.config.model, self.config.var)

    @cached_property
    def registry(self) -> Registry:
        """The model registry."""
        from nightschool.tracking import Registry

        return Registry(self.config)

    @cached_property
    def runs(self) -> CycleRuns:
        """This cycle's MLflow runs."""
        from nightschool.tracking import CycleRuns

        return CycleRuns(self.config, self.cycle)

    @cached_property
    def champion(self) -> Registered | None:
        """The champion that was let in when the cycle began, its files verified now; None where there was none."""
        from nightschool.tracking import admit

        def version() -> str | None:
            admitted = admit(self.registry, self.base.digest)
            return admitted.version if admitted else None

        pinned = self.pinned("champion", version)
        return self.registry.verified(pinned, self.base.digest) if pinned else None

    def suite(self, name: str) -> Suite:
        """`frozen` and `domains` from their folders; the generated ones from this cycle's curate phase."""
        from nightschool.koans import load_suite

        given = {"frozen": self.config.frozen, DOMAINS: self.config.domains}
        return load_suite(self.config.root / given[name] if name in given else self.output("curate") / name)

    @property
    def own(self) -> Suite | None:
        """The suite `own`; None where tonight has none."""
        curated = self.find("curate")
        return self.suite(OWN) if curated is not None and OWN in curated.digests else None

    @cached_property
    def domains(self) -> Suite | None:
        """The suite `domains`; None where its folder is not there."""
        return self.suite(DOMAINS) if (self.config.root / self.config.domains).is_dir() else None


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def code_digest(*packages: str) -> str:
    """Digest of packages' own sources: changed code makes a new output instead of finding an old one."""
    root = Path(str(files("nightschool")))
    paths = [p for package in packages for p in sorted((root / package).rglob("*")) if p.suffix in SOURCES]
    return digest_text(*(f"{path.relative_to(root)}:{digest_file(path)}" for path in paths))
