"""An episode as text: what failed, rustc's words, the repair as a diff, and preferences.

Covered: one episode. Not covered: tables of many (`cli`).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from nightschool.episodes.episode import Episode


def as_text(episode: Episode) -> str:
    """All that a person asks for."""
    failure = episode.failure
    head = f"{episode.id}  {episode.workspace}: {failure.package}, {failure.kind} {failure.target}"
    command = f"{_tool(failure.command)} {failure.command}"
    about = f"edition {failure.edition}, {failure.toolchain}, {command}, met {_times(episode.seen)}"
    return "\n".join([head, about, "", *_errors(episode), "", *_repair(episode), *_preferences(episode)])


def _tool(command: str) -> str:
    """Whose command it is: `fix` is ours and met the failure before cargo did."""
    return "nightschool" if command == "fix" else "cargo"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _errors(episode: Episode) -> Iterator[str]:
    for message in episode.failure.diagnostics:
        code = (message.get("code") or {}).get("code")
        yield f"error{f'[{code}]' if code else ''}: {message['message']}"
        for span in message["spans"]:
            place = f"{span['file_name']}:{span['line_start']}:{span['column_start']}"
            yield f"  {place} {span.get('label') or ''}".rstrip()


def _repair(episode: Episode) -> Iterator[str]:
    if episode.repaired is None:
        yield "Not repaired yet."
    if episode.corrected is not None:
        yield "Repaired by a person, with `nightschool correct`."
    for path, text in episode.fixed.items():
        yield from _diff(episode, path, text)


def _preferences(episode: Episode) -> Iterator[str]:
    """What was taken and what was not, each as a change of what failed."""
    for one in episode.preferences:
        yield f"\nPreferred ({one.decided}, pair {one.id}; intake: {one.outcome or 'not yet'}), by {one.chosen_by}:"
        yield from _diff(episode, one.path, one.chosen)
        yield f"over, by {one.rejected_by}:"
        yield from _diff(episode, one.path, one.rejected)


def _diff(episode: Episode, path: str, text: str) -> Iterator[str]:
    before = episode.failure.sources.get(path, "")
    return difflib.unified_diff(before.split("\n"), text.split("\n"), f"a/{path}", f"b/{path}", lineterm="")
