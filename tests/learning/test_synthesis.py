"""Rehearsal rows: who wrote what, what each filter lets through, and when it is enough. Models are scripted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.curriculum.synthesised import Cell, rehearsed_cells
from nightschool.files import write_json
from nightschool.learning import synthesis, writing
from nightschool.learning.attempts import Sampling, Tried
from nightschool.learning.broken import Broken, Funnel
from nightschool.learning.lots import Synthesised, divide, together
from nightschool.learning.synthesis import Sources, synthesise
from nightschool.learning.writing import Bench, from_texts, mutated, next_turn, questions
from nightschool.modeling.generation import WHOLE, Generated, Part
from nightschool.rust.judge import open_judge
from nightschool.types import Diagnostic, Judgement, Program, Row, Step, Verdict

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
    seen: dict[str, Any] = {"samples": set(), "editions": set(), "prompts": [], "clock": 0.0, "seconds": 0.0}

    def write(loaded: Any, requests: Sequence[Any], decoding: Any) -> list[Generated]:
        seen["prompts"] += [request.prompt for request in requests]
        seen["clock"] += seen["seconds"]
        lot, turn = divmod(decoding.seed, 7_919)
        texts = []
        for place in range(turn * 16 + 1, turn * 16 + len(requests) + 1):
            code = "E0308" if place % 3 == 0 else "E0382"
            texts.append(program((lot * 1_000 + place) * 83, code) + "```\n")
        return [Generated(text, 9, finished=False) for text in texts]

    def repair(loaded: Any, judge: Any, asked: Sequence[Row], answer: Any, sampling: Sampling) -> list[list[Tried]]:
        if seen["clock"] > sampling.deadline:
            return []
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
    assert [counts[step] for step in get_args(Step)] == [16, 16, 16, 11, 11, 11, 0, 9, 6]  # no policy searches
    assert len(made.rows) == 6
    assert {row.source for row in made.rows} == {"synthesised"}
    assert all(row.provenance.startswith("ssr:written:use-after-move:") for row in made.rows)
    assert all(row.diagnostic.startswith("error[E0382]") for row in made.rows)
    assert made.metrics()["written.kept"] == 6.0


@pytest.mark.parametrize(
    ("patterns", "rows", "variants", "quota"),
    [
        (30, 500, 10, 17),  # 500 / 30 = 16.7
        (60, 500, 10, 10),  # 500 / 60 = 8.3, and ten variants are the least: 600 rows
        (50, 500, 10, 10),
        (1, 3, 9, 9),
    ],
)
def test_each_pattern_has_its_variants_at_least_and_all_together_the_rows(
    patterns: int, rows: int, variants: int, quota: int
) -> None:
    cells = rehearsed_cells([_row(f"{n}-{k}", f"p{n}", program(k)) for n in range(patterns) for k in (1, 2)], (), 0)
    lots = divide(cells, rows, variants)
    assert {lot.quota for lot in lots} == {quota}
    assert sorted(cell.pattern for lot in lots for cell in lot.cells) == sorted(cell.pattern for cell in cells)
    assert max(len(lot.cells) for lot in lots) <= 16


@pytest.mark.parametrize(("wanted", "each"), [(3, 4), (9, 5)])  # 4 variants; 9 rows of two patterns are 5 each
def test_it_ends_when_each_pattern_has_its_quota(scripted: dict[str, Any], wanted: int, each: int) -> None:
    settings = [f"rehearse.rows={wanted}", "rehearse.variants=4"]
    made = make(load_config(None, settings), [*rows(5, "a"), *rows(4, "b")])
    assert Counter(row.pattern for row in made.rows) == {"a": each, "b": each}


def test_no_pattern_is_asked_twice_more_than_another() -> None:
    cells = rehearsed_cells([one for letter in "abcdefghij" for one in rows(2, letter)], (), 0)
    asked: Counter[str] = Counter()
    next_turn(cells, asked)
    assert sorted(asked.values()) == [1] * 4 + [2] * 6  # 16 of ten patterns
    next_turn(cells[:9], asked)  # the tenth has its rows
    # 16 more: the nine have had 6 x 2 + 3 = 15; 31 are 9 x 3 + 4.
    assert sorted(asked[cell.pattern] for cell in cells[:9]) == [3] * 5 + [4] * 4


def test_a_round_of_mutants_has_all_patterns_that_operators_can_break(monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator of `often` breaks each of 32 repairs, one of `seldom` eight of them: half of the first round."""
    cells = rehearsed_cells([*rows(2, "often"), *rows(2, "seldom")], (), 0)
    corpus = [_row(f"r{k}", "often", program(k)) for k in range(32)]
    rare = {row.fixed for row in corpus[:8]}

    def plant(source: str, cell: Cell) -> list[str]:
        return [f"// {cell.pattern}\n" + program(1)] if cell.pattern == "often" or source in rare else []

    monkeypatch.setattr(writing, "planted", plant)
    bench = Bench(load_config(None, []), ScriptedJudge(), Funnel(), lambda: cells, 0)
    rounds = [Counter(one.cell.pattern for one in batch) for batch in mutated(bench, corpus)]
    assert rounds == [{"often": 8, "seldom": 8}, {"often": 16}, {"often": 8}]


def test_a_slow_lot_answers_what_it_wrote_and_takes_its_turn_at_mutants(
    scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three lots share 180 s, and a round is written in 70: the first two are over their time when they answer."""
    scripted["seconds"] = 70.0
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: scripted["clock"])
    numbers = count(10**8, 83)  # too long to be shown to the base
    monkeypatch.setattr(writing, "planted", lambda source, cell: [program(next(numbers))])
    made = make(load_config(None, [*NIGHT, "rehearse.variants=3", "rehearse.minutes=3"]), MANY)
    written, mutants = made.funnel.counts["written"], made.funnel.counts["mutated"]
    # 11 of 16 are as intended, every fourth of these is not repaired; the third lot ends 30 s too late to answer.
    assert (written["written"], written["intended"], written["answered"]) == (48, 33, 9 + 9)
    # Of the mutants all are as intended; each lot plants one round, and the first two lots have it answered.
    assert (mutants["parsed"], mutants["new"], mutants["answered"]) == (48, 16 + 16, 12 + 12)


SHORT = 500
"""Number of a program that is no longer than those of the corpus here."""


def test_the_base_varies_fresh_mutants_in_every_other_prompt(
    scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = rows(3)
    mutants = iter([program(SHORT), program(SHORT + 11), corpus[0].broken])  # the third is no news
    monkeypatch.setattr(writing, "planted", lambda source, cell: [next(mutants)])
    made = make(load_config(None, ["rehearse.rows=4", "rehearse.variants=4"]), corpus)
    seeded = [any(code in prompt for code in (program(SHORT), program(SHORT + 11))) for prompt in scripted["prompts"]]
    assert seeded == [False, True] * 8  # one round of 16 was enough
    assert all(prompt.count("Program") == 3 for prompt in scripted["prompts"])  # two shown, one to write
    counts = made.funnel.counts
    assert (counts["written"]["written"], counts["seeded"]["written"]) == (8, 8)
    assert {row.provenance.split(":")[1] for row in made.rows} == {"written", "seeded"}
    assert made.metrics()["seeded.kept"] + made.metrics()["written.kept"] == 4.0


def test_a_copy_of_a_mutant_that_was_shown_is_no_variation_and_the_mutant_is_answered_itself(
    scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "planted", lambda source, cell: [program(SHORT)])
    copy = [Generated(program(SHORT) + "```", 9, finished=False)]
    monkeypatch.setattr(writing, "generate", lambda loaded, requests, decoding: copy * len(requests))
    clock: Iterator[float] = iter(range(0, 100_000, 30))
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: float(next(clock)))
    made = make(load_config(None, ["rehearse.rows=1", "rehearse.variants=1", "rehearse.minutes=3"]), rows(1) * 2)
    counts = made.funnel.counts
    # Begun at 30 s with 150 s left: writing until 120 s is two rounds, of which 8 texts each come after the mutant.
    assert (counts["seeded"]["intended"], counts["seeded"]["new"], counts["written"]["new"]) == (16, 0, 0)
    assert [row.provenance.split(":")[1] for row in made.rows] == ["mutated"]


def test_mutants_longer_than_what_is_shown_anyway_are_no_seeds() -> None:
    (cell,) = rehearsed_cells(rows(2), (), 0)
    longest = max(len(row.broken) for row in cell.shown)
    fits, longer = program(SHORT), program(10**8)
    assert len(fits) <= longest < len(longer)
    for mutant, routes in ((fits, ["seeded", "written"] * 2), (longer, ["written"] * 4)):
        asked = questions(cell, [Broken(cell, mutant, "mutated")], 0, 1)  # the second pattern of a lot
        assert [route for route, _ in islice(asked, 4)] == routes


def test_mutants_that_are_shown_are_planted_once(scripted: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A base that writes nothing: rows come from the three mutants alone, and these were compiled once."""
    monkeypatch.setattr(writing, "generate", lambda loaded, asked, decoding: [Generated("", 1, True)] * len(asked))
    clock: Iterator[float] = iter(range(0, 100_000, 30))
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: float(next(clock)))
    numbers = count(SHORT, 11)
    monkeypatch.setattr(writing, "planted", lambda source, cell: [program(next(numbers))])
    made = make(load_config(None, ["rehearse.rows=9", "rehearse.variants=9", "rehearse.minutes=5"]), rows(3))
    counts = made.funnel.counts["mutated"]
    assert (counts["parsed"], counts["intended"], counts["new"], counts["kept"]) == (3, 3, 3, 3)


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


NIGHT = ["rehearse.rows=80", "rehearse.variants=2"]
"""Two rows of each of 40 patterns: lots of 14, 13 and 13."""
MANY = [row for number in range(40) for row in rows(4, f"p{number:02}")]


def test_lots_are_the_same_from_any_number_of_shards(scripted: dict[str, Any], tmp_path: Path) -> None:
    config = load_config(None, NIGHT)
    whole = make(config, MANY, tmp_path / "1")
    assert sorted(path.name for path in (tmp_path / "1").iterdir()) == ["000.json", "001.json", "002.json"]
    assert Counter(row.pattern for row in whole.rows) == {f"p{n:02}": 2 for n in range(40)}
    for shards in (2, 3):
        parts = [make(config, MANY, tmp_path / str(shards), (index, shards)) for index in range(shards)]
        assert [part.cells for part in parts] == ([14 + 13, 13] if shards == 2 else [14, 13, 13])
        scripted["prompts"].clear()
        again = make(config, MANY, tmp_path / str(shards))
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
    monkeypatch.setattr(synthesis, "_made", lambda shared, lot, *_: asked.append(lot.number) or whole)
    make(config, MANY, tmp_path / "cut")
    assert asked == [2]


def test_lots_share_the_minutes_and_an_early_one_leaves_its_time(
    scripted: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []
    clock = iter([0.0, 0.0, 20.0, 100.0])  # begun; the first lot took 20 s, the second 80 s
    monkeypatch.setattr(synthesis.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(synthesis, "_made", lambda *asked: given.append(asked[3]) or Synthesised())
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
    muts, moves = sorted(rehearsed_cells(corpus, (), 0), key=lambda cell: cell.pattern)
    funnel = Funnel()
    bench = Bench(Config(root=tmp_path), judge, funnel, list, 0)
    found = from_texts(
        bench, [Broken(moves, moved, "written"), Broken(muts, fine, "seeded"), Broken(moves, other, "written")]
    )
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
        (cell,) = rehearsed_cells([replace(row, edition=edition) for row in rows(2)], (), 0)
        bench = Bench(Config(root=tmp_path), judge, Funnel(), list, 0)
        found[edition] = [(one.route, one.row.edition) for one in from_texts(bench, [Broken(cell, text, "written")])]
    assert found["2024"] == [("written", "2024")]
    assert ("written", "2021") not in found["2021"]


def _as(row: Row, pattern: str, code: str) -> Row:
    return replace(row, pattern=pattern, error_code=code)
