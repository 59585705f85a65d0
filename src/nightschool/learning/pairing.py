"""What searched corpus rows teach a model: preference pairs, and single answers with their verdicts.

A list holds all repairs of a row that compile, and which of them pass its tests. Written in the answer format, what
passes over what fails is a pair. Covered: answers in the words of the model, pairs unlike every examined koan, the
files that `prefer` reads. Never covered: suites; only rows of the corpus are
searched. Not covered: searching (`repair.teach`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.decided import DecidedPair
from nightschool.curriculum.overlap import leakage
from nightschool.curriculum.pairs_file import write_pairs
from nightschool.curriculum.selection import turns
from nightschool.curriculum.validation_pairs import SEARCHED, pair_rows
from nightschool.files import write_atomic
from nightschool.learning.attempts import Judge, Tried
from nightschool.learning.decided import decided_pairs, joined
from nightschool.learning.pairs import searched_pairs
from nightschool.modeling.answers import AnswerFormat, answer_format
from nightschool.modeling.prompts import encode_answer
from nightschool.repair.lists import Listed
from nightschool.types import Koan, PreferencePair, Row, Verdict

ATTEMPTS = "attempts.jsonl"
MOST_PAIRS = 1500
"""Most searched pairs of a night, patterns by turns: each is judged again, and the minutes of `prefer` are enough for a
few hundred."""


@dataclass(frozen=True, slots=True)
class Paired:
    """What came of it."""

    pairs: tuple[PreferencePair, ...]
    tried: tuple[tuple[Tried, ...], ...]
    """Repairs that compile, by row."""
    leaking: int = 0
    """Answers and decided pairs that were dropped because they hold an examined koan."""
    decided: int = 0
    """Of the pairs, those that developers decided on."""

    def metrics(self) -> dict[str, float]:
        """Counts, named for tracking. `learnable` rows have repairs that pass and repairs that fail."""
        passed = [sum(one.verified for one in answers) for answers in self.tried]
        mixed = sum(0 < n < len(answers) for n, answers in zip(passed, self.tried, strict=True))
        counts = {
            "rows": len(self.tried), "answers": sum(map(len, self.tried)), "verified": sum(passed),
            "rows_repaired": sum(n > 0 for n in passed), "rows_learnable": mixed, "pairs": len(self.pairs),
            "pairs_patterns": len({pair.pattern for pair in self.pairs}), "pairs_leaking": self.leaking,
            "pairs_decided": self.decided,
        }  # fmt: skip
        return {name: float(n) for name, n in counts.items()}


@dataclass(frozen=True, slots=True)
class DecidedPairs:
    """Pairs that developers decided on, and who is asked about them again."""

    pairs: Sequence[DecidedPair]
    judge: Judge


def make_pairs(
    config: Config,
    lists: Sequence[Listed],
    rows: Sequence[Row],
    koans: Sequence[Koan],
    tokenizer: Any,
    decided: DecidedPairs | None = None,
) -> Paired:
    """Pairs and answers of the lists, and pairs that were `decided`; no pair is like a koan. May return no pairs."""
    by_id = {row.id: row for row in rows}
    form, count = answer_format(config.answer), lambda text: len(encode_answer(tokenizer, text))
    found = [answers_of(one, by_id[one.row], form, count) for one in lists if one.row in by_id]
    tried = unlike_answers(found, koans)
    searched = [pair for answers in tried for pair in searched_pairs(answers, config.prefer.per_koan)]
    pairs = list(turns(searched, lambda pair: pair.pattern))[:MOST_PAIRS]
    own = decided_pairs(decided.pairs, decided.judge, form, count) if decided and decided.pairs else []
    own_clean = unlike(own, koans)
    kept = joined(own_clean, pairs, config.prefer.decided_share, config.prefer.code_share)
    leaking = sum(map(len, found)) - sum(map(len, tried)) + len(own) - len(own_clean)
    of_own = sum(one.provenance != SEARCHED for one in kept)
    return Paired(tuple(kept), tuple(map(tuple, tried)), leaking, of_own)


def answers_of(one: Listed, row: Row, form: AnswerFormat, count: Callable[[str], int]) -> list[Tried]:
    """The row's candidates as answers; `count` counts a text's tokens. Those of one text are there once."""
    found: Mapping[str, Tried] = {
        text: Tried(row, text, count(text), candidate.program, Verdict.PASSED if ok else Verdict.TESTS_FAILED)
        for candidate, ok in zip(one.candidates, one.passed, strict=True)
        if (text := form.target(row.broken, candidate.program))
    }
    return list(found.values())


def unlike_answers(tried: Sequence[Sequence[Tried]], koans: Sequence[Koan]) -> list[list[Tried]]:
    """Answers whose program holds no examined koan, by row: all methods learn from these.

    A row's own programs were compared when the corpus was validated, so only what search wrote is compared here.
    """
    written = {one.program: one.row for answers in tried for one in answers if one.program != one.row.fixed}
    rows = [
        replace(row, id=str(number), broken="", fixed=program, diagnostic="", tests=None, digest="")
        for number, (program, row) in enumerate(written.items())
    ]
    leaking = {int(name) for name in leakage(rows, koans).row_ids} if koans else set()
    bad = {program for number, program in enumerate(written) if number in leaking}
    return [[one for one in answers if one.program not in bad] for answers in tried]


def unlike(pairs: Sequence[PreferencePair], koans: Sequence[Koan]) -> list[PreferencePair]:
    """Pairs that hold no examined koan: a search may write one that its row does not hold."""
    leaking = leakage([row for pair in pairs for row in pair_rows(pair)], koans).row_ids
    return [pair for pair in pairs if pair.id not in leaking]


def write_paired(folder: Path, made: Paired) -> None:
    """Write preference_pairs.jsonl and attempts.jsonl."""
    write_pairs(folder, made.pairs)
    lines = [
        {
            "row": one.row.id, "text": one.text, "tokens": one.tokens, "program": one.program,
            "verdict": str(one.verdict), "verified": one.verified,
        }
        for answers in made.tried
        for one in answers
    ]  # fmt: skip
    write_atomic(folder / ATTEMPTS, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def read_attempts(folder: Path, rows: Sequence[Row]) -> list[Tried]:
    """The judged answers, with the corpus rows they belong to."""
    by_id = {row.id: row for row in rows}
    lines = (folder / ATTEMPTS).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    records = [json.loads(line) for line in lines if line]
    return [Tried(by_id[r["row"]], r["text"], r["tokens"], r["program"], Verdict(r["verdict"])) for r in records]
