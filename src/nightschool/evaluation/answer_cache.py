"""Answers already given, kept on disk: a killed evaluation goes on, and the base is not asked anew each night.

One JSON-lines file per policy (model, adapter, prompt, format, decoding), one line per question, appended
as soon as it is answered. Lines that are damaged or half written are asked again. Not covered: verdicts;
those are the judge's cache.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nightschool.files import mark_used


@dataclass(frozen=True, slots=True)
class Said:
    """One cached answer."""

    text: str
    tokens: int
    finished: bool
    seconds: float


class AnswerCache:
    """The answers of one policy, by question."""

    def __init__(self, folder: Path, policy: str) -> None:
        self.policy = policy
        self.path = folder / f"{policy[:32]}.jsonl"
        self.known = dict(filter(None, map(_read, self._lines())))
        mark_used(self.path)

    def get(self, question: str) -> Said | None:
        """The answer to a question (its digest), if it was given before."""
        return self.known.get(question)

    def put(self, question: str, said: Said) -> None:
        """Remember an answer at once."""
        self.known[question] = said
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # The newline comes first: a line cut off by a kill then spoils itself only.
        with self.path.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps({"question": question, **asdict(said)}))

    def adopt(self, folder: Path) -> int:
        """Take over what the cache of the same policy in `folder` knows and this one does not; how many answers."""
        theirs = AnswerCache(folder, self.policy).known
        new = {question: said for question, said in theirs.items() if question not in self.known}
        for question, said in new.items():
            self.put(question, said)
        return len(new)

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            return []


def _read(line: str) -> tuple[str, Said] | None:
    try:
        data: Any = json.loads(line)
        question = data.pop("question")
        return question, Said(str(data["text"]), int(data["tokens"]), bool(data["finished"]), float(data["seconds"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
