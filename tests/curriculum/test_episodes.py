"""The source `episodes`: which of its rows come first, and what a cycle sees of a folder that grows beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum import corpus
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.episodes import episode_drafts, times_met, weighted
from nightschool.curriculum.selection import Selection, select
from nightschool.curriculum.sources import gather
from nightschool.errors import CorpusError
from nightschool.koans import Suite
from nightschool.phases.context import Context
from nightschool.phases.recipes_data import rotated
from nightschool.repair.teach import WRITTEN
from nightschool.rust.judge import open_judge
from nightschool.types import Koan, Row

LESSON = (
    '---\ncode: E0308\n---\npub fn two{n}() -> u8 {{\n    "2"\n}}\n==== fixed\npub fn two{n}() -> u8 {{\n    2\n}}\n'
)

SUM = """pub fn total(words: &[String]) -> usize {{
    let mut n = 0;
    for word in words {{
        if word.len() > 3 {{
            n += word.len();
        }}
    }}
    {last}
}}
"""


def lesson(folder: Path, number: int, pattern: str = "literal", met: int = 1) -> str:
    name = f"type_mismatch/{pattern}/episode-{number:012x}.rs"
    path = folder / "lessons" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LESSON.format(n=number))
    counts = folder / "met.json"
    before = json.loads(counts.read_text()) if counts.exists() else {}
    counts.write_text(json.dumps(before | {path.stem: met}))
    return name


def drafts(counts: dict[str, int]) -> list[Draft]:
    return [Draft("episodes", "f", name[0], "", "", None, name, name) for name in counts]


def test_a_pattern_that_is_met_three_times_as_often_has_three_rows_where_the_other_has_one() -> None:
    """a: four lessons, met 6 times, at 1/6, 2/6, 3/6, 4/6; b: two, met twice, at 1/2 and 2/2."""
    counts = {"a1": 3, "a2": 1, "a3": 1, "a4": 1, "b1": 1, "b2": 1}
    assert [draft.provenance for draft in weighted(drafts(counts), counts)] == ["a1", "a2", "a3", "b1", "a4", "b2"]


def row(number: int, source: str, pattern: str) -> Row:
    text = f"fn f() {{ {'g(); ' * number} }}"
    return Row(
        f"{source}-{number}", source, "f", pattern, f"E{number:04}", text, text, "e", "p", "g", digest=str(number)
    )


def test_rows_of_episodes_keep_their_order_within_their_share() -> None:
    """Of 4 rows half are episodes': the first two of them, both of pattern a; turns would take one of each."""
    own = [row(1, "episodes", "a"), row(2, "episodes", "a"), row(3, "episodes", "b")]
    others = [row(number, "aligned", "c") for number in range(4, 9)]
    chosen = select([*own, *others], {"episodes": 0.5, "aligned": 0.5}, Selection(4))
    assert [one.id for one in chosen] == ["aligned-4", "aligned-5", "episodes-1", "episodes-2"]


def test_without_episodes_the_other_shares_are_as_they_were() -> None:
    rows = [row(n, "aligned", "a") for n in range(1, 9)] + [row(n, "mutated", "b") for n in range(9, 17)]
    plain = {"aligned": 0.7, "mutated": 0.3}
    one, other = (select(rows, shares, Selection(10)) for shares in (plain, plain | {"episodes": 0.4}))
    assert [each.id for each in one] == [each.id for each in other]


def test_lessons_join_the_corpus_by_their_share_alone(tmp_path: Path) -> None:
    name = lesson(tmp_path / "var" / "episodes", 1)
    for share, expected in ((1.0, [name]), (0.0, [])):
        config = Config(root=tmp_path, curriculum={"rows": 10, "shares": {"episodes": share}})  # type: ignore[arg-type]
        found = gather(config, toolchain=None).drafts["corpus"]  # type: ignore[arg-type]
        assert [draft.provenance for draft in found if draft.source == "episodes"] == expected


def test_a_folder_that_is_not_there_has_none_and_a_spoilt_count_is_named(tmp_path: Path) -> None:
    assert episode_drafts(tmp_path) == []
    lesson(tmp_path, 1)
    (tmp_path / "met.json").write_text("[1]")
    with pytest.raises(CorpusError, match=r"met\.json.*nightschool episodes intake"):
        episode_drafts(tmp_path)


def test_a_cycle_keeps_to_the_lessons_that_were_there_when_it_began(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "episodes"
    first = lesson(folder, 1, met=4)
    context = Context(Config(root=tmp_path), "n-2026-11-23")
    assert rotated(context).curriculum.episodes == {first: 4}
    second = lesson(folder, 2)
    assert rotated(context).curriculum.episodes == {first: 4}
    assert [one.provenance for one in episode_drafts(folder, {first: 4})] == [first]
    assert times_met(folder) == {first: 4, second: 1}
    assert rotated(Context(Config(root=tmp_path), "n-2026-11-24")).curriculum.episodes == {first: 4, second: 1}


def test_rows_of_episodes_count_as_written_by_people() -> None:
    assert {"lessons", "episodes"} == WRITTEN


@pytest.mark.integration
def test_an_episode_that_holds_an_examined_koan_is_no_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lessons; the koan is the longer one and a little more. The leak detectors drop that one and count it."""
    folder = tmp_path / "var" / "episodes"
    lesson(folder, 1)
    stolen = folder / "lessons" / lesson(folder, 2, "sum")
    broken, fixed = SUM.format(last="n.to_string()"), SUM.format(last="n")
    stolen.write_text(f"---\ncode: E0308\n---\n{broken}==== fixed\n{fixed}")
    more = "\nfn more(n: u8) -> u8 {\n    n + 1\n}\n"
    koan = Koan("k", "type_mismatch", "sum", ("E0308",), broken + more, fixed + more, "")
    monkeypatch.setattr(corpus, "_held_out", lambda bench, side, rows, verified: Suite(side, (), side))
    config = Config(root=tmp_path, curriculum={"rows": 20, "shares": {"episodes": 1.0}})  # type: ignore[arg-type]
    judge = open_judge(config)
    for koans, expected in (((), {"literal", "sum"}), ((koan,), {"literal"})):
        made = corpus.build_corpus(config, judge, Suite("frozen", koans, "s"), tmp_path / str(len(koans))).corpus
        assert {row.pattern for row in made.rows} == expected
        assert {row.source for row in made.rows} == {"episodes"}
        assert made.record["dropped"]["leaks frozen"] == len(koans)
