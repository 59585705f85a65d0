"""The candidate attempts corpus rows again and again; what it learns to prefer is made from that.

Covered: a balanced choice of rows, the candidate's samples, the earlier model's answers to rows on which the candidate
has no verified one (what a phase has just lost), the files that `prefer` reads. Never covered: suites; only
rows of the corpus are attempted.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.overlap import leakage
from nightschool.curriculum.pairs_file import write_pairs
from nightschool.curriculum.selection import turns
from nightschool.curriculum.validation_pairs import pair_rows
from nightschool.files import write_atomic
from nightschool.learning.attempts import Judge, Sampling, Tried, attempt
from nightschool.learning.order import interleave
from nightschool.learning.pairs import balanced, lost_pairs, sampled_pairs
from nightschool.modeling.served import open_model
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Koan, PreferencePair, Row, Verdict

TEMPERATURE = 0.9
"""Of the attempts: hot enough that a row is sometimes repaired and sometimes not."""
CANDIDATE_SHARE = 0.8
"""Part of the time for the candidate; the rest is the earlier model's."""
PROBE = 8
"""Rows the earlier model is asked first; one that repairs none of them is asked no more."""
ATTEMPTS = "attempts.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """Two models of one line: who is to learn, and who came before."""

    base: BaseModelFiles
    candidate: Path
    """Verified adapter."""
    earlier: Path | None
    """Verified adapter of the earlier model; None is the base model."""


@dataclass(frozen=True, slots=True)
class Paired:
    """What came of it."""

    pairs: tuple[PreferencePair, ...]
    tried: tuple[tuple[Tried, ...], ...]
    """The candidate's answers, by row."""
    seconds: float
    leaking: int = 0
    """Pairs that were dropped because they hold an examined koan."""

    def metrics(self) -> dict[str, float]:
        """Counts, named for tracking. `learnable` rows were repaired at times, not always."""
        repaired = [sum(one.verified for one in answers) for answers in self.tried]
        mixed = sum(0 < n < len(answers) for n, answers in zip(repaired, self.tried, strict=True))
        counts = {
            "rows": len(self.tried), "answers": sum(map(len, self.tried)), "verified": sum(repaired),
            "rows_repaired": sum(n > 0 for n in repaired), "rows_learnable": mixed, "pairs": len(self.pairs),
            "pairs_lost": sum(pair.provenance == "lost" for pair in self.pairs), "pairs_leaking": self.leaking,
        }  # fmt: skip
        return {**{name: float(n) for name, n in counts.items()}, "seconds": self.seconds}


def make_pairs(config: Config, judge: Judge, line: Line, rows: Sequence[Row], koans: Sequence[Koan]) -> Paired:
    """Attempt rows until their number or the minutes are used up; no pair is like a koan. May return no pairs."""
    began = time.monotonic()
    end = 60 * config.prefer.minutes
    chosen = chosen_rows(rows, config.prefer.koans, config.seed)
    sampling = Sampling(config.prefer.samples, TEMPERATURE, config.seed, began + CANDIDATE_SHARE * end)
    candidate = open_model(line.base, config, line.candidate)
    tried = attempt(candidate, judge, chosen, config.answer, sampling)
    del candidate
    lost = [answers for answers in tried if answers and not any(one.verified for one in answers)]
    again = _asked_before(config, judge, line, [answers[0].row for answers in lost], Sampling(deadline=began + end))
    pairs = [pair for answers in tried for pair in sampled_pairs(answers, config.prefer.per_koan)]
    pairs += [pair for failed, before in zip(lost, again, strict=False) for pair in lost_pairs(failed, before)]
    clean = unlike(pairs, koans)
    kept = balanced(clean, config.prefer.code_share)
    return Paired(tuple(kept), tuple(map(tuple, tried)), time.monotonic() - began, len(pairs) - len(clean))


def _asked_before(config: Config, judge: Judge, line: Line, rows: Sequence[Row], how: Sampling) -> list[list[Tried]]:
    """What the earlier model says to rows that the candidate does not repair; few of them if it repairs none."""
    if not rows:
        return []
    earlier = open_model(line.base, config, line.earlier)
    said = attempt(earlier, judge, rows[:PROBE], config.answer, how)
    if rows[PROBE:] and any(one.verified for answers in said for one in answers):
        said += attempt(earlier, judge, rows[PROBE:], config.answer, how)
    return said


def unlike(pairs: Sequence[PreferencePair], koans: Sequence[Koan]) -> list[PreferencePair]:
    """Pairs that hold no examined koan: a model may write one that its row does not hold."""
    leaking = leakage([row for pair in pairs for row in pair_rows(pair)], koans).row_ids
    return [pair for pair in pairs if pair.id not in leaking]


def chosen_rows(rows: Sequence[Row], count: int, seed: int) -> list[Row]:
    """Rows to attempt: in learning order, so that frequent patterns do not fill it, error codes by turns."""
    order = interleave([row.pattern for row in rows], seed)[: 4 * count]
    return list(turns([rows[i] for i in order], lambda row: row.error_code))[:count]


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
    """The candidate's judged answers, with the corpus rows they belong to."""
    by_id = {row.id: row for row in rows}
    lines = (folder / ATTEMPTS).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    records = [json.loads(line) for line in lines if line]
    return [Tried(by_id[r["row"]], r["text"], r["tokens"], r["program"], Verdict(r["verdict"])) for r in records]
