"""A policy: what repairs programs, examined, registered, promoted and rolled back as one.

It is a chooser, learnt patterns and budgets, and an adapter whose answers join where search leaves a program open, or
is unsure and found few repairs. Covered: its files beside the adapter's (`chooser.json`, `patterns.json`), its digest.
Not covered: the adapter itself, which is PEFT's; carrying a policy out (`repairer`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nightschool.config import RepairConfig
from nightschool.files import digest_text
from nightschool.repair.chooser import FIXED, Chooser, read_chooser, write_chooser
from nightschool.repair.packed import stored
from nightschool.repair.patterns import Patterns, read_patterns, write_patterns

CHOOSER, PATTERNS = "chooser.json", "patterns.json"
REPORT = "choose.json"
"""Beside a policy's folder: what taught the chooser, and what it was worth on held-out lists."""
SHOWN = 3
"""Repairs that a person is shown where a policy is not sure. With as many found, a model is not asked: what it answers
stands behind them."""
BUILT_IN = Path(__file__).parent / "built_in" / "policy"
"""The policy that comes with the package, for who has not been through a night: learnt from the shipped lists, its
patterns from rows of templates and lessons. Made by `benchmarks/ship_policy.py`."""


@dataclass(frozen=True)
class Policy:
    """Everything that decides a repair but a model."""

    settings: RepairConfig
    chooser: Chooser = FIXED
    patterns: Patterns | None = None

    @property
    def digest(self) -> str:
        """Digest of chooser, patterns and budgets."""
        return digest_text(self.chooser.digest, self.patterns.digest if self.patterns else "", self.budgets)

    @property
    def budgets(self) -> str:
        """The settings that decide a repair, as JSON."""
        return self.settings.model_dump_json(exclude={"list_compiles", "list_minutes"})


def read_policy(folder: Path, settings: RepairConfig) -> Policy:
    """The policy in a folder. Raises IntegrityError for files that are missing or damaged."""
    return Policy(settings, read_chooser(stored(folder, CHOOSER)), read_patterns(stored(folder, PATTERNS)))


def write_policy(folder: Path, chooser: Chooser, patterns: Patterns) -> None:
    """Write the files of a policy into a folder, beside an adapter's or alone."""
    folder.mkdir(parents=True, exist_ok=True)
    write_chooser(folder / CHOOSER, chooser)
    write_patterns(folder / PATTERNS, patterns)
