"""Answers from anywhere, as JSON lines. Covered: one clear error for each way such a file can be wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nightschool.errors import UsageError
from nightschool.evaluation.answer import Answer, Progress
from nightschool.files import digest_file, digest_text
from nightschool.modeling.answers import EditFormat, ProgramFormat
from nightschool.types import Koan


class FileArm:
    """Answers from anywhere, as JSON lines {"koan": id, "answer": whole program or edits}."""

    def __init__(self, path: Path) -> None:
        self.name = f"answers:{path.name}"
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
        why = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"Cannot read answers from {str(path)!r}: {why}.") from error
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
