"""What was decided between repairs that were shown, handed to the store of episodes with what failed.

Covered: `fix` of a file and of a package, by a person or by `--write`; a code action. Not covered: whether the
workspace wants it kept, cleaning (`episodes.deciding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from nightschool.episodes.deciding import Decided, Decision, Proposal, keep_decision
from nightschool.errors import UsageError

if TYPE_CHECKING:
    from nightschool.cargo.messages import CargoError
    from nightschool.cargo.tree import Tree
    from nightschool.cargo.where import Located
    from nightschool.episodes.episode import Failure
    from nightschool.phases.context import Context
    from nightschool.phases.crate.attempt import Shown
    from nightschool.phases.repaired import Repair
    from nightschool.types import Diagnostic

NO_PACKAGE = "-"


class Named(Protocol):
    """A repair, shown or not."""

    @property
    def program(self) -> str:
        """The file's text with it."""

    @property
    def by(self) -> str:
        """Who proposed it."""


One = TypeVar("One")


@dataclass(frozen=True)
class Answer(Generic[One]):
    """What was taken, and what was not though it was there before."""

    taken: One
    passed_over: tuple[Any, ...]
    decided: Decided


def keep_of_file(context: Context, found: Repair, answer: Answer[Any]) -> int:
    """Keep what was decided about a file by itself; how many pairs."""
    job = found.job
    decision = Decision(
        job.file, None, _proposal(answer.taken), _proposals(answer.passed_over), answer.decided, found.digest,
        context.judge.toolchain.version,
    )  # fmt: skip
    return keep_decision(decision, lambda root: _file_failure(found, root, context.judge.toolchain.version))


def keep_of_package(
    context: Context,
    tree: Tree,
    located: Located,
    errors: Sequence[CargoError],
    policy: str,
    answer: Answer[Shown],
) -> int:
    """Keep what was decided about an error of a package, found among cargo's `errors`; how many pairs.

    Repairs of two files are no pair of texts and are not kept.
    """
    taken, version = answer.taken, context.judge.toolchain.version
    if len(taken.changes) > 1:
        return 0
    alike = [one for one in answer.passed_over if one.path == taken.path and len(one.changes) == 1]
    decision = Decision(
        tree.workspace.root / taken.path, tree.workspace.root, _proposal(taken), _proposals(alike), answer.decided,
        policy, version,
    )  # fmt: skip
    before = {taken.path.as_posix(): taken.before}
    return keep_decision(decision, lambda root: unit_failure(tree, located, errors, before, version))


def _proposal(one: Named) -> Proposal:
    return Proposal(one.program, one.by)


def _proposals(some: Sequence[Named]) -> tuple[Proposal, ...]:
    return tuple(map(_proposal, some))


def _file_failure(found: Repair, root: Path, toolchain: str) -> Failure | None:
    from nightschool.episodes.capture import relative
    from nightschool.episodes.episode import Failure

    job, first = found.job, next(iter(found.before.diagnostics), None)
    if first is None:
        return None
    path, lines = relative(job.file.resolve(), root), job.written.plain.split("\n")
    targets = job.program.targets
    kind = f"{'test-' if 'test' in targets else ''}{targets[0] if targets else 'lib'}"
    said = tuple(_message(one, path, lines) for one in found.before.diagnostics)
    code = first.code or first.lint or None
    return Failure(
        NO_PACKAGE, job.file.stem, kind, job.program.edition, toolchain, "fix", path, "", code,
        first.message, said, {path: job.written.text}, _license(job.file),
    )  # fmt: skip


def _message(one: Diagnostic, path: str, lines: Sequence[str]) -> dict[str, Any]:
    """A diagnostic in the form of rustc's JSON, as far as episodes read it."""
    code = one.code or one.lint
    spans = [
        {
            "file_name": path, "line_start": label.line, "column_start": label.column, "is_primary": label.primary,
            "label": label.text, "text": [{"text": lines[label.line - 1]}] if 0 < label.line <= len(lines) else [],
        }
        for label in one.labels
    ]  # fmt: skip
    return {"message": one.message, "code": {"code": code} if code else None, "level": "error", "spans": spans}


def _license(file: Path) -> str | None:
    from nightschool.cargo import find_workspace

    try:
        owner = find_workspace(file.resolve().parent).owner(file.resolve())
    except UsageError:
        return None
    return owner.license if owner else None


def unit_failure(
    tree: Tree, located: Located, errors: Sequence[CargoError], before: dict[str, str], toolchain: str
) -> Failure | None:
    """The unit of an error as it failed; `before`: texts of files that may have been written since."""
    from nightschool.episodes.capture import named_files, relative, unit_sources
    from nightschool.episodes.episode import Failure
    from nightschool.episodes.units import agree, kind_of

    target, root = located.error.target, tree.workspace.root
    owner = next((one for one in tree.workspace.packages if one.id == target.package), None)
    said = tuple(one.message for one in errors if one.target == target)
    path = relative(target.source, root)
    sources = unit_sources(path, root, float("inf"), named_files(said)) | before
    if owner is None or not said or not agree(said, sources):
        return None
    kind = f"{'test-' if located.calls[0].test else ''}{kind_of(target.kinds[0])}"
    code = (said[0].get("code") or {}).get("code")
    return Failure(
        owner.name, target.name, kind, owner.edition, toolchain, "fix", path, "", code, said[0]["message"], said,
        sources, owner.license,
    )  # fmt: skip
