"""Fixing a developer's file by the policy that was examined: written where it is sure, else shown best first.

Covered: one file that compiles alone, in its package's edition, built as what it is: a binary if it has `fn main`, else
a library, and the tests that it holds. The champion's policy, before there is one the latest registered version's, else
what the latest night has learnt, else search alone; what was verified, how sure it is, and what tells the repairs
apart. What a repair leaves alone stays byte for byte. Not covered: files that need other crates or modules: that they
are missing is an error to rustc; running the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.koans import refuse_unscored
from nightschool.phases.beyond import in_other_files
from nightschool.phases.context import Context
from nightschool.phases.diffs import unified_diff
from nightschool.phases.in_use import latest_policy, policy_in_use
from nightschool.phases.repaired import Apart, Other, Repair, Shown
from nightschool.phases.rust_file import RustFile, read_rust_file, refuse_unwritable
from nightschool.repair.policy import SHOWN
from nightschool.types import Judgement, Koan, Verdict

if TYPE_CHECKING:
    from nightschool.evaluation import PolicyArm
    from nightschool.repair import Candidate, Found
    from nightschool.repair.chooser import Ranked
    from nightschool.repair.search import Clock

__all__ = ["SHOWN", "Repair", "Shown", "latest_policy", "policy_in_use", "refuse_unwritable", "repair"]

SECONDS = 30.0
"""Longest search of one file."""
OUT_OF_TIME = f" Then its {SECONDS:.0f} s were over: others had no time; run it again when the machine is less busy."
ENOUGH_S = 3.0
"""Once something compiles, edits are made on top of edits only within this time."""
LOOKED_AT = 8
"""Of the best, how many are run to see what tells them apart."""
NEXT = 4
"""Of a sure repair's list, so many from the first on are kept: those after it were not taken."""
OBSERVED_S = 4.0
"""Seconds that running them may take."""


def repair(  # noqa: PLR0913 - one for each thing that decides
    context: Context,
    file: Path,
    edition: str | None = None,
    most: int | None = SHOWN,
    data: bytes | None = None,
    clock: Clock | None = None,
    policy: tuple[str, PolicyArm] | None = None,
    beside: bool = True,
) -> Repair:
    """Look for repairs of `file`, or of `data` in its place; shows at most `most`. Never writes.

    `clock`: one that another thread can stop, in place of the seconds that a search may take. `policy`: one that is
    open already, with its name, in place of the one in use. `beside`: whether modules may be looked for where `file`
    lies, of which a server knows the name only.
    Raises UsageError as `read_rust_file` does, SandboxUnavailableError if rustc cannot be asked.
    """
    job = read_rust_file(file, edition, data)
    edition, verified = job.program.edition, job.verified(context.judge.compiler.linked)
    before = context.judge.compile([replace(job.program, source=job.written.text)])[0]
    refuse_unscored([before], "files")
    bare = Repair("", job, before, verified)
    if before.verdict is Verdict.PASSED:
        message = f"{file} compiles already (edition {edition}): {verified.told()}; nothing to fix."
        return replace(bare, message=message, fine=True)
    if before.verdict is not Verdict.NOT_COMPILED:
        return replace(bare, message=f"{file} could not be compiled to the end ({before.detail}); nothing was tried.")
    if beside and (elsewhere := in_other_files(file, job.written.text, before.diagnostics)):
        return replace(bare, message=elsewhere)
    whose, arm = policy or policy_in_use(context)
    clock = clock or _clock()
    found, ranked, _ = arm.within(SECONDS, ENOUGH_S, clock).repair([_koan(job, before)])[0]
    refuse_unscored([found.before], "files")
    ranked = _chosen_as_written(context, job, ranked)
    bare = replace(
        bare,
        policy=whose,
        digest=arm.policy.digest,
        tried=found.compiles,
        probability=ranked.sure if arm.policy.chooser.weights else None,
    )
    if not ranked.candidates:
        said, late = f"{_error(before)}, edition {edition}", OUT_OF_TIME if clock.over() else ""
        tried = f"{whose} tried {found.compiles} proposals.{late}"
        return replace(bare, message=f"No repair of {file} compiles ({said}): {tried}")
    return _told(context, bare, found, ranked, most)


def _clock() -> Clock:
    from nightschool.repair.search import Clock

    return Clock(SECONDS)


def _koan(job: RustFile, before: Judgement) -> Koan:
    one = job.program
    return Koan(
        job.file.name, "file", "file", before.codes, one.source, "", "", edition=one.edition, targets=one.targets
    )


def _chosen_as_written(context: Context, job: RustFile, ranked: Ranked) -> Ranked:
    """The same, without a first candidate of which the policy is sure and that does not build in the file's place."""
    if not ranked.certain or _as_written(context, job, ranked.candidates[:1]):
        return ranked
    rest, scores = ranked.candidates[1:], ranked.scores[1:]
    return replace(ranked, candidates=rest, scores=scores, differs=(), sure=0.0, certain=False)


def _as_written(context: Context, job: RustFile, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that build as they would stand in the file: search leaves its line ends and mark out and links nothing."""
    if job.written.text == job.written.plain and job.program.targets == ("lib",):
        return list(candidates)
    asked = [replace(job.program, source=job.written.restored(one.program)) for one in candidates]
    judged = context.judge.compile(asked)
    refuse_unscored(judged, "repairs")
    return [one for one, said in zip(candidates, judged, strict=True) if said.verdict is Verdict.PASSED]


def _error(before: Judgement) -> str:
    """What is wrong, by code or lint."""
    return ", ".join("an error without a code" if name == "none" else name for name in sorted(before.names))


def _told(context: Context, bare: Repair, found: Found, ranked: Ranked, most: int | None) -> Repair:
    count, edition = len(ranked.candidates), bare.job.program.edition
    verified = (
        f"Verified: {bare.verified.told()} in the sandbox and uses nothing forbidden; its behaviour was not tested."
    )
    what = f"{_error(bare.before)}, edition {edition}; {bare.policy}"
    if ranked.certain:
        head = f"Sure of the repair ({ranked.sure:.0%}; {what}). {verified}"
        chosen = _shown(bare.job, ranked.candidates[0])
        others = tuple(_other(bare.job, one) for one in ranked.candidates[1:NEXT])
        return replace(bare, message=head, program=chosen.program, shown=(chosen,), others=others, fine=True)
    best = _first_as_written(context, bare.job, list(_distinct(context, found, ranked)), most or count)
    if not best:
        said = f"{count} that type-check do not build as they would stand in it"
        return replace(bare, message=f"No repair of {bare.job.file} compiles ({what}): {said}.")
    which = "it is" if count == 1 else f"the best {len(best)} are" if len(best) < count else f"all {count} are"
    head = (
        f"Not sure: {'one repair compiles' if count == 1 else f'{count} repairs compile'}, {which} shown "
        f"({_share(bare.probability)}{what}). {verified.replace('Verified', 'Verified of each')}"
    )
    return replace(bare, message=head, shown=tuple(_shown(bare.job, one, apart) for one, apart in best))


def _share(probability: float | None) -> str:
    """How sure the first is, where anything was learnt to tell it by."""
    return "" if probability is None else f"{probability:.0%} for the first; "


def _first_as_written(
    context: Context, job: RustFile, ordered: Sequence[tuple[Candidate, Apart | None]], most: int
) -> list[tuple[Candidate, Apart | None]]:
    """The first ones that build in the file's place; no more are built than are needed."""
    kept: list[tuple[Candidate, Apart | None]] = []
    for at in range(0, len(ordered), most):
        part = ordered[at : at + most]
        built = _as_written(context, job, [one for one, _ in part])
        kept += [one for one in part if one[0] in built]
        if len(kept) >= most:
            break
    return kept[:most]


def _distinct(context: Context, found: Found, ranked: Ranked) -> Iterator[tuple[Candidate, Apart | None]]:
    """Best first, those last that do what a better one does; each with a call that the first answers otherwise."""
    from nightschool.repair.behaviour import observe

    looked_at = ranked.candidates[:LOOKED_AT]
    programs = [candidate.program for candidate in looked_at]
    program = found.program
    seen = observe(context.judge, program.source, programs, program.edition, OBSERVED_S) if len(programs) > 1 else None
    keys: Sequence[str] = seen.keys if seen else ("",)
    firsts = [n for n, key in enumerate(keys) if key not in keys[:n]]
    for n in (*firsts, *(n for n in range(len(looked_at)) if n not in firsts)):
        difference = seen.difference(0, n) if seen and n else None
        yield looked_at[n], Apart(difference.call, difference.second, difference.first) if difference else None
    yield from ((candidate, None) for candidate in ranked.candidates[LOOKED_AT:])


def _other(job: RustFile, candidate: Candidate) -> Other:
    from nightschool.evaluation.unchosen import told as by

    return Other(job.written.restored(candidate.program), by(candidate))


def _shown(job: RustFile, candidate: Candidate, apart: Apart | None = None) -> Shown:
    from nightschool.evaluation.unchosen import told as by
    from nightschool.repair.risks import told as risks

    text = job.written.restored(candidate.program)
    changes = tuple(risks(job.written.plain, candidate.program))
    return Shown(text, unified_diff(job.file, job.written.text, text), by(candidate), changes, apart)
