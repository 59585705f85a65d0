"""Cargo after each change, one run after the other, until told to end.

Covered: what is run, one line before each run on standard error, changes made while cargo runs (another run follows).
Not covered: a run that does not end by itself, such as a server of `cargo run`: changes wait for its end.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from nightschool.episodes.watched import option, watched
from nightschool.episodes.watching.running import Runner
from nightschool.episodes.watching.sources import LOCK, Sources
from nightschool.episodes.watching.waking import wakes
from nightschool.episodes.workspaces import workspace_root

COMMAND = "check"
NAMED = 2
"""Changed files that are named."""


def command_line(given: Sequence[str]) -> list[str]:
    """Cargo's arguments: `check` where none of its commands is named. `+toolchain` stays in front."""
    toolchain = [one for one in given[:1] if one.startswith("+")]
    rest = list(given[len(toolchain) :])
    return [*toolchain, *([COMMAND] if not rest or rest[0].startswith("-") else []), *rest]


def watch(given: Sequence[str], cargo: str) -> None:
    """Run this cargo now and after each change; returns when told to end. Raises UsageError without a package."""
    arguments = command_line(given)
    manifest = next(option(arguments, "--manifest-path"), None)
    sources = Sources(workspace_root(Path(manifest).parent if manifest else Path()))
    runner = Runner(cargo)
    with runner.listening():
        _say(_head(sources, arguments))
        _run(runner, sources, arguments)
        for _ in wakes(lambda: sources.folders, runner.stop, _say):
            if changed := sources.changed():
                _say(_told(changed, sources.root))
                _run(runner, sources, arguments)
    _say("ended.")


def _run(runner: Runner, sources: Sources, arguments: Sequence[str]) -> None:
    """Run cargo, and again as long as sources change meanwhile. The lock file is cargo's own to write."""
    while runner.run(arguments) is not None and not runner.stop.is_set():
        changed = [path for path in sources.changed() if path.name != LOCK]
        if not changed:
            return
        _say(_told(changed, sources.root))


def _head(sources: Sources, arguments: Sequence[str]) -> str:
    try:
        kept = watched(arguments) is not None
    except Exception as error:  # noqa: BLE001 - a store that cannot be read; each run says so, too
        return f"{_what(sources, arguments)} (nothing is kept: {error}). Ctrl-C ends."
    word = "failures are kept" if kept else "failures are not kept (`nightschool episodes enable` keeps them)"
    return f"{_what(sources, arguments)}; {word}. Ctrl-C ends."


def _what(sources: Sources, arguments: Sequence[str]) -> str:
    return f"`cargo {' '.join(arguments)}` after each change of {len(sources)} files in {sources.root.name}"


def _told(changed: Sequence[Path], root: Path) -> str:
    names = [str(path.relative_to(root) if path.is_relative_to(root) else path) for path in changed]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more} changed."


def _say(text: str) -> None:
    print(f"nightschool watch: {text}", file=sys.stderr, flush=True)
