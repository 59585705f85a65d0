"""Corpus rows searched for what teaches: lists kept from night to night, and what is made of them.

Covered: patterns mined from one half of the row groups and tried on the other, and the reverse, as tonight's will be on
suites: no row is solved by its own repair; the cache of lists; pairs, answers and open rows as files. Not covered:
the search (`repair.teach`), learning from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from nightschool.config import Config
from nightschool.files import digest_json, digest_text
from nightschool.types import Koan, Progress, Row

if TYPE_CHECKING:
    from nightschool.learning.open_rows import OpenRows
    from nightschool.learning.pairing import DecidedPairs, Paired
    from nightschool.modeling import BaseModelFiles
    from nightschool.repair.lists import Listed
    from nightschool.repair.patterns import Patterns
    from nightschool.repair.teach import Wanted
    from nightschool.rust.judge import Judge

MOST = 5000
"""Most lists of a night."""
REMEMBERED = 10_000
"""Most lists kept from night to night."""


@dataclass(frozen=True)
class Halves:
    """Corpus rows parted by group."""

    one: list[Row]
    other: list[Row]


@dataclass(frozen=True)
class Taught:
    """What searched rows teach."""

    lists: Sequence[Listed]
    open_rows: OpenRows
    paired: Paired


def halves(rows: Sequence[Row]) -> Halves:
    """Groups by the parity of their digest, so that a row's half does not depend on the others."""
    even = {group: int(digest_text(group)[:8], 16) % 2 == 0 for group in {row.group for row in rows}}
    return Halves([row for row in rows if even[row.group]], [row for row in rows if not even[row.group]])


def _cache(config: Config) -> Path:
    return config.var / "cache" / "lists.jsonl"


def kept_digest(config: Config) -> str:
    """Digest of which lists earlier nights left, in whatever order: a night's search goes on from them."""
    from nightschool.repair.lists import read_lists

    path = _cache(config)
    return digest_json(sorted(one.key for one in read_lists(path))) if path.exists() else ""


def searched_lists(config: Config, judge: Judge, rows: Sequence[Row], progress: Progress) -> list[Listed]:
    """Lists of both halves, each with the patterns of the other: those of earlier nights that hold, then new ones."""
    from nightschool.repair.lists import Listed, read_lists, shipped_lists, write_lists
    from nightschool.repair.patterns import learn_patterns
    from nightschool.repair.teach import make_lists

    path = _cache(config)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_suffix(".lock"))
    with lock:
        kept = read_lists(path) if path.exists() else []
    known = [*kept, *shipped_lists()]

    def said(done: int, total: int, pairs: int) -> None:
        progress(f"rows searched, {pairs} pairs", done, total)

    parts, lists = halves(rows), list[Listed]()
    for mined, searched in ((parts.one, parts.other), (parts.other, parts.one)):
        patterns = learn_patterns(mined)
        wanted = wanted_lists(config, judge, patterns)
        lists += make_lists(judge, searched, wanted=wanted, kept=known, progress=said)
    progress("rows searched", len(lists), len(lists))
    with lock:
        merged = {one.key: one for one in (*lists, *kept)}
        write_lists(path, list(merged.values())[:REMEMBERED])
    return lists


def wanted_lists(config: Config, judge: Judge, patterns: Patterns) -> Wanted:
    """Half of the night's lists, in half of its minutes, with what candidates do as features; patterns have the same
    share of the compiles as when a policy searches.

    Lists are kept when only patterns have changed: which of their candidates pass is as true as it was, and they were
    made with patterns of the same other half. So lists add up from night to night.
    """
    from nightschool.repair import Budget
    from nightschool.repair.teach import Wanted
    from nightschool.repair.watching import Watcher, watching_code

    settings = config.repair
    watcher = Watcher(judge, settings.behaviour_s)
    return Wanted(
        rows=MOST // 2,
        seconds=30 * settings.list_minutes,
        budget=Budget(settings.list_compiles, settings.depth),
        patterns=patterns,
        pattern_compiles=settings.pattern_compiles * settings.list_compiles // settings.compiles,
        context=digest_text(watching_code(), str(settings.behaviour_s)),
        describe=watcher.described,
    )


def taught(
    config: Config,
    base: BaseModelFiles,
    lists: Sequence[Listed],
    rows: Sequence[Row],
    koans: Sequence[Koan],
    decided: DecidedPairs | None = None,
) -> Taught:
    """Pairs and answers in the words of the configured format, and which rows stay open; no model is asked."""
    from nightschool.learning.open_rows import open_rows
    from nightschool.learning.pairing import make_pairs
    from nightschool.modeling.loading import load_tokenizer

    return Taught(lists, open_rows(lists), make_pairs(config, lists, rows, koans, load_tokenizer(base), decided))


def leave(folder: Path, made: Taught) -> Paired:
    """Write lists.jsonl, open.json, preference_pairs.jsonl and attempts.jsonl."""
    from nightschool.learning.open_rows import write_open
    from nightschool.learning.pairing import write_paired
    from nightschool.repair.lists import LISTS, write_lists

    folder.mkdir(parents=True, exist_ok=True)
    write_lists(folder / LISTS, made.lists)
    write_open(folder, made.open_rows)
    write_paired(folder, made.paired)
    return made.paired
