"""Fixing a developer's file: the champion by its policy, then rustc's suggestions, then the nearest corpus fix.

Covered: one file that compiles alone as a library, in its package's edition; what was verified is said. Not covered:
files that need other crates or modules: that they are missing is an error to rustc, and one that no arm repairs.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.errors import UsageError
from nightschool.koans import refuse_unscored
from nightschool.phases.context import Context
from nightschool.phases.controls import find_corpus
from nightschool.rust.edition import edition_of, known_edition
from nightschool.tracking import CHAMPION, POLICY_TAG
from nightschool.types import Judgement, Koan, Program, Verdict

if TYPE_CHECKING:
    from nightschool.evaluation import Arm

MAX_BYTES = 256 * 1024
POLICY_ARMS = {"model": "champion", "hybrid": "hybrid"}
"""The arm that carries out a version's policy; `suggestions` is what comes last anyway."""


@dataclass(frozen=True)
class Repair:
    """What was found: `program` is None unless something verified that differs from the file."""

    message: str
    program: str | None = None
    diff: str = ""
    verified: bool = False


def repair(context: Context, file: Path, edition: str | None = None) -> Repair:
    """Look for a fix of `file` in its package's edition, or in the one given. Never writes.

    Raises UsageError for a file that is not readable Rust text or whose edition is unknown, SandboxUnavailableError if
    rustc cannot be asked.
    """
    source = _read(file)
    edition = known_edition(edition, "--edition") if edition else edition_of(file)
    before = context.judge.compile([Program(source, edition=edition)])[0]
    if before.verdict is Verdict.PASSED:
        return Repair(f"{file} compiles already (edition {edition}); nothing to fix.", verified=True)
    refuse_unscored([before], "files")
    error, tried, koan = ", ".join(before.codes) or "an error without a code", [], _koan(file, source, before, edition)
    for name, arm in _arms(context):
        fixed = _first_verified(context, arm, koan)
        if fixed is not None:
            return _found(file, koan, fixed, f"{name} fixes {error}")
        tried.append(name)
    return Repair(f"No fix verified for {file} ({error}, edition {edition}): tried {', '.join(tried)}.")


def _read(file: Path) -> str:
    try:
        data = file.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise UsageError(f"Cannot read {str(file)!r}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{str(file)!r} is not UTF-8 (byte {error.start}); Rust source must be.") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{str(file)!r} has {len(data)} bytes; at most {MAX_BYTES} are looked at.")
    return text


def _arms(context: Context) -> list[tuple[str, Arm]]:
    """The champion as it is best used, then rustc's suggestions, then the latest corpus if there is one."""
    from nightschool.evaluation import open_arm

    arms, corpus = [], find_corpus(context)
    champion = context.registry.champion(context.base.digest) if context.registry.alias(CHAMPION) else None
    policy = champion.tags.get(POLICY_TAG, "model") if champion else "suggestions"
    if champion is not None and policy in POLICY_ARMS:
        label = f"champion (version {champion.version}, {policy})"
        arm = open_arm(POLICY_ARMS[policy], context.config, context.judge, context.base, champion.adapter, corpus)
        arms.append((label, arm))
    arms.append(("rustc's suggestions", open_arm("suggestions", context.config, context.judge, None, None)))
    if corpus is not None:
        retrieval = open_arm("retrieval", context.config, context.judge, None, None, corpus)
        arms.append(("the nearest verified fix of the corpus", retrieval))
    return arms


def _koan(file: Path, source: str, before: Judgement, edition: str) -> Koan:
    return Koan(file.name, "file", "file", before.codes, source, "", "", edition=edition)


def _first_verified(context: Context, arm: Arm, koan: Koan) -> str | None:
    program = arm.answer([koan])[0].program
    if program is None or program == koan.broken:
        return None
    verdict = context.judge.judge([Program(program, broken=koan.broken, edition=koan.edition)])[0].verdict
    return program if verdict is Verdict.PASSED else None


def _found(file: Path, koan: Koan, fixed: str, what: str) -> Repair:
    before, after = koan.broken.splitlines(), fixed.splitlines()
    lines = difflib.unified_diff(before, after, str(file), f"{file} (fixed)", lineterm="")
    compiled = f"it compiles as a library in the sandbox (edition {koan.edition}) and uses nothing forbidden"
    return Repair(f"{what}. Verified: {compiled}; behaviour was not tested.", fixed, "\n".join(lines), True)
