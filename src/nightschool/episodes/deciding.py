"""Keeps what somebody decided between repairs that `nightschool fix` or an editor showed, where the workspace opted in.

A repair counts as rejected only if it stood before the one that was taken, or if the taken one is an edit of it: what
nobody looked at was not refused (Joachims 2002, "clicked > skipped above"). Nobody looks at what `--write` writes; its
pairs, the policy's first over its next ones, say so (`written`). Covered: cleaning all texts alike, size limits, a
store that cannot be written (one line, and the repair goes on). Not covered: asking; verifying what is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from nightschool.episodes.capture import cleaner_of, relative
from nightschool.episodes.clean import Cleaner
from nightschool.episodes.episode import Failure, Preference
from nightschool.episodes.place import store_file
from nightschool.episodes.preferences import keep
from nightschool.episodes.store import MOST_KB, Store
from nightschool.episodes.watched import enabled_root


class Decided(StrEnum):
    """How it was decided."""

    ACCEPTED = "accepted"
    """A person took it in `fix --interactive`, after looking at the others."""
    EDITED = "edited"
    """A person wrote it, from a repair that was shown."""
    ACTION = "action"
    """A person carried it out in an editor, where the others stood above it."""
    WRITTEN = "written"
    """`fix --write`: the policy was sure; nobody looked."""


REJECTED = 3
"""Of one decision at most so many, those that were ranked best."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A repair: the text of the file that it changes, and who proposed it."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One of several repairs was taken."""

    file: Path
    """The file that they change."""
    root: Path | None
    """The Cargo workspace's folder, to which paths are relative; None: the folder that was enabled."""
    taken: Proposal
    passed_over: Sequence[Proposal]
    decided: Decided
    policy: str
    """Digest of the policy that proposed them."""
    toolchain: str


def keep_decision(decision: Decision, failure_in: Callable[[Path], Failure | None]) -> int:
    """Keep the pairs of a decision; how many. `failure_in` reads, not yet cleaned, what failed in a workspace's folder.

    None are kept without an enabled workspace. Never raises: what goes wrong is one line on standard error.
    """
    try:
        found = enabled_root(decision.file) if decision.passed_over else None
        root = (decision.root or Path(found[1])).resolve() if found else Path()
        failure = failure_in(root) if found else None
        return _keep(found[0], root, decision, failure) if found and failure else 0
    except Exception as error:  # noqa: BLE001 - the repair matters more
        said = " ".join(str(error).split())
        print(f"nightschool: nothing was kept of this choice: {said}", file=sys.stderr, flush=True)
        return 0


def _keep(key: str, root: Path, decision: Decision, failure: Failure) -> int:
    cleaner = cleaner_of(root)
    clean = _cleaned(failure, cleaner)
    path = relative(decision.file.resolve(), root)
    taken, rejected = cleaner.source(decision.taken.text), decision.passed_over[:REJECTED]
    pairs = [
        Preference(
            "", 0.0, decision.decided, decision.policy, decision.toolchain, path, taken, decision.taken.by,
            cleaner.source(one.text), one.by,
        )
        for one in rejected
    ]  # fmt: skip
    pairs = [one for one in pairs if one.chosen != one.rejected]
    size = sum(len(one.rejected) + len(one.chosen) for one in pairs)
    if not pairs or path not in clean.sources or size > MOST_KB * 1024:
        return 0
    with Store(Path(store_file())) as store:
        return len(pairs) if keep(store, key, clean, pairs) else 0


def _cleaned(failure: Failure, cleaner: Cleaner) -> Failure:
    """Sources first: what is masked in them is masked in messages too."""
    sources = {name: cleaner.source(text) for name, text in failure.sources.items()}
    said = tuple(cleaner.message(one) for one in failure.diagnostics)
    return replace(failure, sources=sources, diagnostics=said, message=cleaner.text(failure.message))
