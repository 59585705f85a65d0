"""Rehearsal rows: who wrote what, what each filter lets through, and when it is enough. Models are scripted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.curriculum.synthesised import rehearsed_cells
from nightschool.files import write_json
from nightschool.learning import synthesis, writing
from nightschool.learning.attempts import Sampling, Tried
from nightschool.learning.broken import Funnel, Step
from nightschool.learning.lots import Synthesised, together
from nightschool.learning.synthesis import Sources, synthesise
from nightschool.learning.writing import Bench, from_texts
from nightschool.modeling.generation import WHOLE, Generated, Part
from nightschool.rust.judge import open_judge
from nightschool.types import Diagnostic, Judgement, Program, Row, Verdict

ROOT = Path(__file__).parents[2]


class ScriptedJudge:
    """Programs with `boom_` in them fail with the code after it; everything else passes."""

    def __init__(self) -> None:
        self.editions: set[str] = set()

    def compile(self, programs: Sequence[Program], progress: Any = None) -> list[Judgement]:
        self.editions |= {program.edition for program in programs}
        return [self._one(program.source) for program in programs]

    judge = compile

    def _one(self, source: str) -> Judgement:
        if "boom_" not in source:
            return Judgement(Verdict.PASSED)
        return Judgement(Verdict.NOT_COMPILED, (Diagnostic(source.split("boom_")[1][:5], "it is broken", 1),))


def program(number: int, code: str = "E0382") -> str:
    """Programs of which no two are alike: each has another run of operators."""
    marks = " ".join("+-*/%&|^"[int(digit)] + f" {number}" for digit in f"{number:o}" * 3)
    return f"fn f{number}(v: String) -> i64 {{\n    let n = 7 {marks};\n    send(v);\n    boom_{code}(v, n)\n}}\n"


def rows(count: int = 4, pattern: str = "use-after-move") -> list[Row]:
    return [_row(f"{pattern}-{k}", pattern, program(k)) for k in range(9000, 9000 + count)]


def _row(name: str, pattern: str, broken: str) -> Row:
    fixed, diagnostic = broken.replace("boom_E0382", "ok"), "error[E0382]: it is broken"
    return Row(name, "aligned", "borrow_checker", pattern, "E0382", broken, fixed, diagnostic, "template", "g")


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The base writes new programs, every third with another code; the latest repairs all but every fourth."""
    seen: dict[str, Any] = {"samples": set(), "editions": set(), "prompts": []}

    def write(loaded: Any, requests: Sequence[Any], decoding: Any) -> list[Generated]:
        seen["prompts"] += [request.prompt for request in requests]
        lot, turn = divmod(decoding.seed, 7_919)
        texts = []
        for place in range(turn * 16 + 1, turn * 16 + len(requests) + 1):
            code = "E0308" if place % 3 == 0 else "E0382"
            texts.append(program((lot * 1_000 + place) * 83, code) + "```\n")
        return [Generated(text, 9, finished=False) for text in texts]

    def repair(loaded: Any, judge: Any, asked: Sequence[Row], answer: Any, sampling: Sampling) -> list[list[Tried]]:
        seen["samples"].add(sampling.samples)
        seen["editions"] |= {row.edition for row in asked}
        fixed = [row.broken.replace("boom_E0382", "ok") for row in asked]
        verdicts = [Verdict.NOT_COMPILED if k % 4 == 3 else Verdict.PASSED for k in range(len(asked))]
        return [[Tried(row, "4 ok", 3, one, v)] for row, one, v in zip(asked, fixed, verdicts, strict=True)]

    monkeypatch.setattr(synthesis, "load_model", lambda *args: None)
    monkeypatch.setattr(synthesis, "open_model", lambda *args: None)
    monkeypatch.setattr(writing, "generate", write)
    monkeypatch.setattr(synthesis, "attempt", repair)
    return seen


def make(
    config: Config, corpus: Sequence[Row], kept: Path | None = None, part: Part = WHOLE, judge: Any = None
) -> Synthesised:
    sources: Any = Sources(None, Path("adapter"), corpus, [])  # type: ignore[arg-type]
    with TemporaryDirectory() as folder:
        return synthesise(config, judge or ScriptedJudge(), sources, kept or Path(folder), part)


def test_every_filter_is_counted_and_every_row_says_where_it_came_from(scripted: dict[str, Any]) -> None:
    made = make(load_config(None, ["rehearse.rows=6", "rehearse.variants=6"]), rows())
    counts = made.funnel.counts["written"]
    # One round of 16 texts: every third fails otherwise (5), of the 11 left every fourth is not repaired (2).
    assert [counts[step] for step in get_args(Step)] == [16, 16, 16, 11, 11, 11, 9, 6]
    assert len(made.rows) == 6
    assert {row.source for row in made.rows} == {"synthesised"}
    assert all(row.provenance.startswith("ssr:written:use-after-move:") for row in made.rows)
    assert all(row.diagnostic.startswith("error[E0382]") for row in made.rows)
    assert made.metrics()["written.kept"] == 6.0


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        (("rehearse.rows=3", "rehearse.variants=9"), {"a": 3}),
        (("rehearse.rows=4", "rehearse.variants=2"), {"a": 2, "b": 2}),
    ],
)
def test_it_ends_when_each_pattern_has_its_variants(
    scripted: dict[str, Any], settings: tuple[str, ...], kept: dict[str, int]
) -> None:
    made = make(load_config(None, list(settings)), [*rows(5, "a"), *rows(4, "b")])
    found = {name: sum(row.pattern == name for row in made.rows) for name in ("a", "b")}
    assert {name: n for name, n in found.items() if n} == kept


def test_a_pattern_of_edition_2024_is_written_judged_and_answered_as_2024(scripted: dict[str, Any]) -> None:
    judge = ScriptedJudge()
    newer = [replace(row, edition="2024") for row in rows()]
    made = make(load_config(None, ["rehearse.rows=3", "rehearse.variants=3"]), newer, judge=judge)
    assert {row.edition for row in made.rows} == scripted["editions"] == judge.editions == {"2024"}


def test_samples_are_drawn_as_often_as_configured(scripted: dict[str, Any]) -> None:
    make(load_config(None, ["rehearse.rows=1", "rehearse.variants=1", "rehearse.samples=3"]), rows())
    assert scripted["samples"] == {3}


def test_no_more_than_the_minutes_are_spent(scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = iter(range(0, 100_000, 30))
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: float(next(clock)))
    made = make(load_config(None, ["rehearse.rows=90", "rehearse.variants=90", "rehearse.minutes=5"]), rows())
    # Begun at 30 s with 270 s left, looked at every 30 s: writing until 192 s is five rounds of 16.
    assert made.funnel.counts["written"]["written"] == 80


def test_what_is_told_twice_is_kept_once(scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    again = [Generated(program(83) + "```", 9, finished=False)]
    monkeypatch.setattr(writing, "generate", lambda loaded, requests, decoding: again * len(requests))
    clock: Iterator[float] = iter(range(0, 100_000, 30))
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: float(next(clock)))
    made = make(load_config(None, ["rehearse.rows=6", "rehearse.variants=6", "rehearse.minutes=2"]), rows())
    # Begun at 30 s with 90 s left: one round before 84 s, when writing is over: 16 times the same program.
    counts = made.funnel.counts["written"]
    assert (counts["intended"], counts["new"], len(made.rows)) == (16, 1, 1)


NIGHT = ["rehearse.rows=46", "rehearse.variants=2"]
"""Two rows of each of 23 patterns: lots of 8, 8 and 7."""
MANY = [row for letter in "abcdefghijklmnopqrstuvw" for row in rows(4, letter)]


def test_lots_are_the_same_from_any_number_of_shards(scripted: dict[str, Any], tmp_path: Path) -> None:
    config = load_config(None, NIGHT)
    whole = make(config, MANY, tmp_path / "1")
    assert sorted(path.name for path in (tmp_path / "1").iterdir()) == ["000.json", "001.json", "002.json"]
    assert Counter(row.pattern for row in whole.rows) == dict.fromkeys("abcdefghijklmnopqrstuvw", 2)
    for count in (2, 3):
        parts = [make(config, MANY, tmp_path / str(count), (index, count)) for index in range(count)]
        assert [part.cells for part in parts] == ([8 + 7, 8] if count == 2 else [8, 8, 7])
        scripted["prompts"].clear()
        again = make(config, MANY, tmp_path / str(count))
        assert (again.rows, again.funnel.counts) == (whole.rows, whole.funnel.counts)
        assert scripted["prompts"] == []  # every lot was there


def test_a_killed_synthesis_keeps_its_finished_lots(
    scripted: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load_config(None, NIGHT)
    whole = make(config, MANY, tmp_path / "whole")
    killed = iter([None, None])  # at the third lot the power goes

    def write(path: Path, data: Any) -> None:
        next(killed)
        write_json(path, data)

    with monkeypatch.context() as cut:
        cut.setattr(synthesis, "write_json", write)
        with pytest.raises(StopIteration):
            make(config, MANY, tmp_path / "cut")
    assert len(list((tmp_path / "cut").iterdir())) == 2
    asked: list[int] = []
    monkeypatch.setattr(synthesis, "_made", lambda shared, lot, began, seconds: asked.append(lot.number) or whole)
    make(config, MANY, tmp_path / "cut")
    assert asked == [2]


def test_lots_share_the_minutes_and_an_early_one_leaves_its_time(
    scripted: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []
    clock = iter([0.0, 0.0, 20.0, 100.0])  # begun; the first lot took 20 s, the second 80 s
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(synthesis, "_made", lambda shared, lot, began, seconds: given.append(seconds) or Synthesised())
    make(load_config(None, [*NIGHT, "rehearse.minutes=3"]), MANY, tmp_path)
    # 180 s for three: 60; then 160 s for two: 80; then the 80 s that are left.
    assert given == [60.0, 80.0, 80.0]


def test_a_program_that_two_lots_came_upon_is_kept_once() -> None:
    one, other = rows(2)
    renamed = replace(one, id="again", broken=one.broken.replace("(v: ", "(w: ").replace("(v", "(w"))
    whole = together([Synthesised([one, other], cells=2, seconds=3.0), Synthesised([renamed], cells=1, seconds=4.0)])
    assert (whole.rows, whole.cells, whole.seconds) == ([one, other], 3, 7.0)


@pytest.mark.integration
def test_rustc_sorts_texts_into_written_varied_and_nothing(tmp_path: Path) -> None:
    judge = open_judge(Config(root=tmp_path))
    moved = "pub fn last(words: Vec<String>) -> usize {\n    let kept = words;\n    words.len() + kept.len()\n}\n"
    loop = "    let mut sum = 0;\n    for item in items {\n        sum = sum + *item;\n    }\n    sum\n"
    fine = f"pub fn total(items: &[i64]) -> i64 {{\n{loop}}}\n"
    other = "pub fn name() -> String {\n    let text: u8 = 5;\n    text\n}\n"
    corpus = [*rows(3), *[_as(row, "reassign-immutable", "E0384") for row in rows(2)]]
    muts, moves = sorted(rehearsed_cells(corpus, 9, (), 0), key=lambda cell: cell.pattern)
    funnel = Funnel()
    bench = Bench(Config(root=tmp_path), judge, funnel, list, 0)
    found = from_texts(bench, [(moves, moved), (muts, fine), (moves, other)])
    assert [(one.route, one.cell) for one in found] == [("written", moves), ("varied", muts)]
    assert all(one.diagnostic.startswith(f"error[{one.cell.error_code}]") for one in found)
    assert "let mut sum" not in found[1].program
    assert (funnel.counts["written"]["fails"], funnel.counts["written"]["intended"]) == (2, 1)


@pytest.mark.integration
def test_rustc_is_asked_in_the_edition_of_the_pattern(tmp_path: Path) -> None:
    """Since edition 2024 `into_iter` moves the items out of a boxed slice; before, it borrows them."""
    body = "    let sum: i32 = items.into_iter().map(|n| n.abs()).sum();\n    sum + items.len() as i32\n"
    text = f"pub fn total(items: Box<[i32]>) -> i32 {{\n{body}}}\n"
    judge, found = open_judge(Config(root=tmp_path)), {}
    for edition in ("2021", "2024"):
        (cell,) = rehearsed_cells([replace(row, edition=edition) for row in rows(2)], 1, (), 0)
        bench = Bench(Config(root=tmp_path), judge, Funnel(), list, 0)
        found[edition] = [(one.route, one.row.edition) for one in from_texts(bench, [(cell, text)])]
    assert found["2024"] == [("written", "2024")]
    assert ("written", "2021") not in found["2021"]


def _as(row: Row, pattern: str, code: str) -> Row:
    return replace(row, pattern=pattern, error_code=code)
