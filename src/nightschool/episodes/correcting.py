"""A person's repair of an episode: put in its place, verified, kept as the episode's repair.

Verified by cargo's unit where the episode's workspace is at hand (a copy of it, with the episode's sources, in which
the user's own cargo checks the target), else by the judge in the sandbox, as one program. Either way the episode must
first fail there as it was met: a check that does not see the fault proves nothing of its repair. Covered: repairs in
one file or several of the unit. Not covered: new files; a unit that needs other crates, where its workspace is not at
hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path, PurePosixPath

from nightschool.cargo.runner import Ran
from nightschool.cargo.tree import Tree, copied
from nightschool.cargo.workspace import find_workspace
from nightschool.episodes.capture import cleaner_of
from nightschool.episodes.episode import Episode, Failure
from nightschool.episodes.reduction.flatten import flatten
from nightschool.errors import NightSchoolError, UsageError
from nightschool.rust.judge import Judge
from nightschool.types import Program, Verdict

_FLAGS = {"lib": "--lib", "bin": "--bin", "example": "--example", "integration-test": "--test", "bench": "--bench"}


class NotCorrectedError(NightSchoolError, ValueError):
    """A repair could not be verified; nothing was kept."""


def corrected(episode: Episode, files: Sequence[Path], at: str | None = None, root: Path = Path()) -> dict[str, str]:
    """The unit's sources with the files in their places, cleaned as capture cleans what is of the workspace at `root`.

    Raises UsageError where a place is not plain.
    """
    sources, cleaner = dict(episode.failure.sources), cleaner_of(root.resolve())
    for file in files:
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"Cannot read {str(file)!r} as Rust text: {error}.") from error
        sources[_place(file, sources, at)] = cleaner.source(text)
    if sources == dict(episode.failure.sources):
        raise UsageError(f"{', '.join(map(str, files))}: nothing differs from what failed; give the repaired text.")
    return sources


def _place(file: Path, sources: Mapping[str, str], at: str | None) -> str:
    """The source that a file stands for: as told, the only one, else the one with the longest common end."""
    if at is not None and at not in sources:
        raise UsageError(f"--at {at!r} is no file of the episode; it has {', '.join(sources)}.")
    if at is not None or len(sources) == 1:
        return at or next(iter(sources))
    ends = {name: _common(file.resolve().parts, PurePosixPath(name).parts) for name in sources}
    best = [name for name, length in ends.items() if length == max(ends.values()) > 0]
    if len(best) != 1:
        raise UsageError(f"{str(file)!r} may stand for any of {', '.join(best or sources)}; say which with --at.")
    return best[0]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many last parts of two paths are the same."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def by_judge(episode: Episode, fixed: Mapping[str, str], judge: Judge) -> str:
    """Verify as one program in the sandbox; what was verified, in words. Raises NotCorrectedError."""
    failure = episode.failure
    tests = failure.kind.startswith("test-")
    programs = [
        Program(flatten(side, failure.root, tests), edition=failure.edition) for side in (failure.sources, fixed)
    ]
    before, after = judge.compile(programs)
    if (before.primary_code, before.verdict) != (failure.code, Verdict.NOT_COMPILED):
        raise NotCorrectedError(
            f"Alone, episode {episode.id} does not fail with {failure.code} as it did ({before.primary_name}), so "
            "nothing can be said of its repair. Call this in a folder of its workspace: there your cargo checks it."
        )
    if after.verdict is not Verdict.PASSED:
        first = next((f"{one.name}: {one.message}" for one in after.diagnostics), after.detail)
        raise NotCorrectedError(f"With this repair it still does not compile: {first}. Nothing was kept.")
    return "type-checks alone in the sandbox"


def by_cargo(episode: Episode, fixed: Mapping[str, str], folder: Path) -> str:
    """Verify in a copy of the workspace, by the user's cargo; what was verified. Raises NotCorrectedError."""
    failure, tree = episode.failure, Tree(find_workspace(folder), folder.resolve())
    arguments = unit_arguments(failure)
    if outside := [name for name in failure.sources if ".." in PurePosixPath(name).parts]:
        raise NotCorrectedError(f"{outside[0]!r} lies outside of the workspace, and no copy of it can be checked.")
    with copied(tree, ()) as copy:
        before = _checked(copy, failure.sources, arguments)
        found = [(one.message.get("code") or {}).get("code") for one in before.errors]
        if failure.code not in found:
            raise NotCorrectedError(
                f"In this workspace as it is today, episode {episode.id} does not fail with {failure.code} (`cargo "
                f"{' '.join(before.arguments)}` says {found or 'no error'}), so nothing can be said of its repair."
            )
        after = _checked(copy, fixed, arguments)
    if after.exit_code:
        first = next((one.message["message"] for one in after.errors), after.stderr[-300:])
        raise NotCorrectedError(
            f"With this repair `cargo {' '.join(arguments)}` still fails: {first}. Nothing was kept."
        )
    return f"`cargo {' '.join(arguments)}` passes in a copy of the workspace"


def _checked(copy: Tree, sources: Mapping[str, str], arguments: Sequence[str]) -> Ran:
    for name, text in sources.items():
        copy.put(Path(name), text)
    return copy.check(arguments)


def unit_arguments(failure: Failure) -> list[str]:
    """Cargo's arguments that check the episode's unit."""
    kind = failure.kind.removeprefix("test-")
    flag = _FLAGS.get(kind)  # a build script is checked with whatever its package has
    target = [] if flag is None else [flag] if kind == "lib" else [flag, failure.target]
    profile = ["--profile", "test"] if failure.kind.startswith("test-") else []
    return ["check", "--message-format=json", "--package", failure.package, *target, *profile]
