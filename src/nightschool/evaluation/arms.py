"""Arms: whatever answers koans. All are given the same koans and measured by the same judge.

Covered: models (base, champion, candidate), rustc's own suggestions, answers from a file. An arm that has
nothing to say about a koan gives an answer without a program, which counts as a failed attempt and says why;
only what could not be asked is unscored. Not covered: judging (`evaluate.py`).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.evaluation.answer import Answer
from nightschool.evaluation.diagnose import diagnose
from nightschool.evaluation.model_arm import ModelArm
from nightschool.files import digest_file, digest_text
from nightschool.modeling.answers import EditFormat, ProgramFormat
from nightschool.modeling.store import BaseModelFiles
from nightschool.rust.judge import Judge
from nightschool.rust.suggestions import search_suggestions
from nightschool.types import Koan, Program

MODEL_ARMS = ("base", "champion", "candidate")
ANSWERS = "answers:"
Progress = Callable[[int, int], None]


class Arm(Protocol):
    """Anything that answers koans."""

    name: str
    digest: str
    """What the answers depend on; equal digests give equal answers."""

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """One answer per koan, in order."""
        ...

    def facts(self) -> dict[str, str]:
        """What a report should say about the arm."""
        ...


def needs_model(name: str) -> bool:
    """Whether the arm of that name asks a model, so that `open_arm` needs a base."""
    return name in MODEL_ARMS


def open_arm(name: str, config: Config, judge: Judge, base: BaseModelFiles | None, adapter: Path | None) -> Arm:
    """The arm of that name: base, champion, candidate (with `adapter`), suggestions or answers:FILE.jsonl."""
    if name.startswith(ANSWERS):
        return FileArm(Path(name.removeprefix(ANSWERS)))
    if name == "suggestions":
        return SuggestionsArm(judge)
    if name not in MODEL_ARMS:
        raise UsageError(f"No arm {name!r}. There are {', '.join(MODEL_ARMS)}, suggestions and {ANSWERS}FILE.jsonl.")
    if (adapter is None) != (name == "base"):
        need = "takes no adapter" if name == "base" else "needs an adapter; give its folder, or train one"
        raise UsageError(f"Arm {name!r} {need} (`nightschool run align`).")
    if base is None:
        raise UsageError(f"Arm {name!r} needs a base model (model.base_model in the config).")
    return ModelArm(name, config, base, adapter, lambda koans: diagnose(koans, judge))


class SuggestionsArm:
    """rustc's own suggestions, searched two deep; no model. What a model adds is measured against it."""

    name = "suggestions"

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.digest = digest_text("suggestions", judge.toolchain.digest)

    def facts(self) -> dict[str, str]:
        """The toolchain whose suggestions these are."""
        return {"toolchain": self.judge.toolchain.version}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The first repair that compiles; without one, no answer."""
        started = time.monotonic()
        programs = [Program(koan.broken, edition=koan.edition) for koan in koans]
        repaired = search_suggestions(self.judge, programs)
        share = (time.monotonic() - started) / max(1, len(koans))
        if progress:
            progress(len(koans), len(koans))
        return [
            Answer(koan.id, "", None, 0, share, "no suggestion leads to a program that compiles")
            if source == koan.broken
            else Answer(koan.id, source, source, 0, share)
            for koan, source in zip(koans, repaired, strict=True)
        ]


class FileArm:
    """Answers from anywhere, as JSON lines {"koan": id, "answer": whole program or edits}."""

    def __init__(self, path: Path) -> None:
        self.name = f"{ANSWERS}{path.name}"
        self.path = path
        self.rows = _read_answers(path)
        self.digest = digest_text("answers", digest_file(path))

    def facts(self) -> dict[str, str]:
        """The file."""
        return {"answers": str(self.path)}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """What the file says; koans it leaves out are unanswered, which is a failed attempt.

        Raises UsageError naming ids that the suite does not have: a file for another suite would
        otherwise score near zero and look like a bad model.
        """
        unknown = sorted(self.rows.keys() - {koan.id for koan in koans})
        if unknown:
            raise UsageError(
                f"{self.path} answers {len(unknown)} koans that the suite does not have: {', '.join(unknown[:5])}. "
                "Is it for another suite?"
            )
        return [self._one(koan) for koan in koans]

    def _one(self, koan: Koan) -> Answer:
        text = self.rows.get(koan.id)
        if text is None:
            return Answer(koan.id, "", None, detail="no answer")
        edited = EditFormat().apply(koan.broken, text) if text.strip() else None
        program = edited if edited is not None else ProgramFormat().apply(koan.broken, text)
        return Answer(koan.id, text, program, detail="" if program else "the answer is empty")


def _read_answers(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Cannot read answers from {str(path)!r}: {error}.") from error
    rows: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            koan, answer = _parse_row(path, number, line)
            if koan in rows:
                raise UsageError(f"{path}:{number}: koan {koan!r} is answered twice. One answer per koan.")
            rows[koan] = answer
    return rows


def _parse_row(path: Path, number: int, line: str) -> tuple[str, str]:
    wanted = 'a JSON object like {"koan": "id", "answer": "the program"}'
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{path}:{number}: not JSON ({error}); each line is {wanted}.") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("koan", "answer")):
        raise UsageError(f"{path}:{number}: needs {wanted}, both strings; got {line[:80]!r}.")
    return row["koan"], row["answer"]
