"""Fixing a developer's file by the policy that was examined: written where it is sure, else shown best first.

Covered: one file that compiles alone as a library, in its package's edition; the champion's policy, before there is
one the latest registered version's, else what the latest night has learnt, else search alone; what was verified, how
sure it is, and what tells the repairs apart. Not covered: files that need other crates or modules: that they are
missing is an error to rustc.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR
from typing import TYPE_CHECKING

from nightschool.errors import UsageError
from nightschool.koans import refuse_unscored
from nightschool.phases.context import Context
from nightschool.phases.measured import CHOSEN
from nightschool.rust.edition import edition_of, known_edition
from nightschool.tracking import CHALLENGER, CHAMPION, LEDGER, Ledger
from nightschool.types import Judgement, Koan, Program, Verdict

if TYPE_CHECKING:
    from nightschool.evaluation import PolicyArm
    from nightschool.repair import Candidate, Found
    from nightschool.repair.chooser import Ranked

MAX_BYTES = 256 * 1024
SHOWN = 3
"""Repairs shown where the policy is not sure."""
SECONDS = 30.0
"""Longest search of one file."""
LOOKED_AT = 8
"""Of the best, how many are run to see what tells them apart."""
OBSERVED_S = 4.0
"""Seconds that running them may take."""
NO_END = "\\ No newline at end of file"
"""The mark in a diff of a last line that does not end."""


@dataclass(frozen=True)
class Shown:
    """One repair that compiles."""

    program: str
    diff: str
    by: str
    """Who proposed it."""
    notes: tuple[str, ...] = ()
    """What to look at: what it does less than the file, and a call that it answers otherwise than the first."""


@dataclass(frozen=True)
class Repair:
    """What was found: `program` is None unless the policy is sure of it."""

    message: str
    program: str | None = None
    shown: tuple[Shown, ...] = ()
    fine: bool = False
    """The file compiles as it is, or the policy is sure of its repair."""


def repair(context: Context, file: Path, edition: str | None = None, most: int | None = SHOWN) -> Repair:
    """Look for repairs of `file` in its package's edition, or in the one given; at most `most`. Never writes.

    Raises UsageError for a file that is not readable Rust text or whose edition is unknown, SandboxUnavailableError if
    rustc cannot be asked.
    """
    source = _read(file)
    edition = known_edition(edition, "--edition") if edition else edition_of(file)
    before = context.judge.compile([Program(source, edition=edition)])[0]
    if before.verdict is Verdict.PASSED:
        return Repair(f"{file} compiles already (edition {edition}); nothing to fix.", fine=True)
    refuse_unscored([before], "files")
    whose, arm = policy_in_use(context)
    found, ranked, _ = arm.within(SECONDS).repair([_koan(file, source, before, edition)])[0]
    refuse_unscored([found.before], "files")
    error = f"{', '.join(before.codes) or 'an error without a code'}, edition {edition}"
    if not ranked.candidates:
        return Repair(f"No repair of {file} compiles ({error}): {whose} tried {found.compiles} proposals.")
    return _told(context, file, found, ranked, f"{error}; {whose}", most)


def refuse_unwritable(file: Path) -> None:
    """Raise UsageError for a file that its owner has made read-only, before anything is searched."""
    if file.exists() and not file.stat().st_mode & (S_IWUSR | S_IWGRP | S_IWOTH):
        raise UsageError(f"{str(file)!r} is read-only; `chmod u+w {file}` first, or leave out --write.")


def policy_in_use(context: Context) -> tuple[str, PolicyArm]:
    """The policy that repairs files here, and its name for a person."""
    from nightschool.evaluation import PolicyArm, open_arm

    for alias in (CHAMPION, CHALLENGER) if _anything_registered(context) else ():
        version = context.registry.alias(alias)
        if version is not None:
            served = context.registry.verified(version, context.base.digest)
            arm = open_arm("policy", context.config, context.judge, context.base, served.adapter, served.policy)
            assert isinstance(arm, PolicyArm)
            return f"{alias} (version {version})", arm
    learnt = latest_policy(context)
    arm = open_arm("chooser" if learnt else "search", context.config, context.judge, None, None, learnt)
    assert isinstance(arm, PolicyArm)
    return "the latest night's chooser" if learnt else "search, with nothing learnt", arm


def _anything_registered(context: Context) -> bool:
    """Whether the ledger knows of a version; where it does not, MLflow need not be opened."""
    folder = (context.config.root / context.config.tracking.artifacts).resolve().parent
    return any(entry.event in ("register", "approval") for entry in Ledger(folder / LEDGER).entries())


def latest_policy(context: Context) -> Path | None:
    """Chooser and patterns of the latest finished `choose` phase; None before there is one."""
    made = (context.config.var / "phases" / "choose").glob(f"*/{CHOSEN}")
    return max(made, key=lambda path: path.stat().st_mtime, default=None)


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


def _koan(file: Path, source: str, before: Judgement, edition: str) -> Koan:
    return Koan(file.name, "file", "file", before.codes, source, "", "", edition=edition)


def _told(context: Context, file: Path, found: Found, ranked: Ranked, what: str, most: int | None) -> Repair:
    count = len(ranked.candidates)
    if ranked.certain:
        verified = "it compiles as a library in the sandbox and uses nothing forbidden; its behaviour was not tested"
        head = f"Sure of the repair ({ranked.sure:.0%}; {what}). Verified: {verified}."
        chosen = ranked.candidates[0]
        return Repair(head, chosen.program, (_shown(file, found, chosen),), fine=True)
    best = list(_distinct(context, found, ranked))[:most]
    which = "it is" if count == 1 else f"the best {len(best)} are" if len(best) < count else f"all {count} are"
    head = (
        f"Not sure: {'one repair compiles' if count == 1 else f'{count} repairs compile'}, {which} below "
        f"({ranked.sure:.0%} for the first; {what})."
    )
    return Repair(head, None, tuple(_shown(file, found, one, apart) for one, apart in best))


def _distinct(context: Context, found: Found, ranked: Ranked) -> Iterator[tuple[Candidate, str]]:
    """Best first, those last that do what a better one does; each with a call that the first answers otherwise."""
    from nightschool.repair.behaviour import observe

    looked_at = ranked.candidates[:LOOKED_AT]
    programs = [candidate.program for candidate in looked_at]
    program = found.program
    seen = observe(context.judge, program.source, programs, program.edition, OBSERVED_S) if len(programs) > 1 else None
    keys = seen.keys if seen else ("",)
    firsts = [n for n, key in enumerate(keys) if key not in keys[:n]]
    for n in (*firsts, *(n for n in range(len(looked_at)) if n not in firsts)):
        difference = seen.difference(0, n) if seen and n else None
        apart = f"{difference.call} gives {difference.second}, with 1. {difference.first}" if difference else ""
        yield looked_at[n], apart
    yield from ((candidate, "") for candidate in ranked.candidates[LOOKED_AT:])


def _shown(file: Path, found: Found, candidate: Candidate, apart: str = "") -> Shown:
    from nightschool.evaluation.policy_arm import told as by
    from nightschool.repair.risks import told as risks

    source = found.program.source
    notes = (*risks(source, candidate.program), *filter(None, (apart,)))
    return Shown(candidate.program, _diff(file, source, candidate.program), by(candidate), notes)


def _diff(file: Path, source: str, program: str) -> str:
    """A unified diff that `patch` and `git apply` accept, without the end of its last line.

    Lines end at \\n alone, as these tools have it, and a last one without it is marked.
    """
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (source, program))
    lines = difflib.unified_diff(before, after, str(file), str(file), "broken", "fixed")  # a tab ends the name
    whole = (line if line.endswith("\n") else f"{line}\n{NO_END}\n" for line in lines)
    return "".join(whole).removesuffix("\n")
