"""Shards of a phase's questions: the same reports from one, two or three of them, and from some that were lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.curriculum import sources
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.sources import Supply
from nightschool.errors import UsageError
from nightschool.evaluation import ModelArm, evaluate, read_report, write_report
from nightschool.koans import Suite
from nightschool.learning.lots import Synthesised
from nightschool.modeling import BaseModelFiles, generation
from nightschool.phases import Context, run_phase, run_shard, runner, shards
from nightschool.phases.transaction import Outcome
from nightschool.types import Diagnostic, EvaluationReport, Judgement, Program, Verdict
from tests.evaluation.test_evaluation import BROKEN, KOANS, ToyJudge
from tests.tiny_model import tiny_model

LENGTHS = (0, 7, 1, 13, 4, 4, 9, 2, 20, 1, 6, 0, 11)
"""Lines each koan has more than the first: thirteen prompts of many lengths, so that batches pad."""
TOY = Suite(
    "dev",
    tuple(replace(KOANS[0], id=f"k{n}", broken=BROKEN + f"// {n}\n" * more) for n, more in enumerate(LENGTHS)),
    "d" * 64,
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("base"))


class Night:
    """A baseline of one arm, the tiny model, on one suite, in a project of its own."""

    def __init__(self, root: Path, base: BaseModelFiles, monkeypatch: pytest.MonkeyPatch) -> None:
        answer = {"batch_size": 3, "format": "program"}
        self.config = Config.model_validate({"root": root, "answer": answer, "model": {"dtype": "float32"}})
        self.base = base
        monkeypatch.setattr(ModelArm, "_limit", lambda arm, tokens: 6)
        monkeypatch.setattr(Context, "suite", lambda context, name: TOY)
        monkeypatch.setattr(runner, "_log", lambda context, phase, result: None)  # MLflow has tests of its own
        phase = runner.Phase("baseline", lambda context: {"arm": self.arm().digest}, self._measure)
        monkeypatch.setitem(runner.PHASES, "baseline", phase)
        monkeypatch.setitem(shards.ASKED, "baseline", lambda context: iter([(self.arm(), "dev")]))

    @property
    def context(self) -> Context:
        return Context(self.config, "c")

    def arm(self) -> ModelArm:
        told = "error[E0384]: cannot assign twice\nline 3:"
        return ModelArm("base", self.config, self.base, None, lambda koans: [f"{told} {koan.id}" for koan in koans])

    def _measure(self, context: Context, folder: Path) -> Outcome:
        write_report(folder / "report.json", evaluate(self.arm(), TOY, ToyJudge(), context.config))  # type: ignore[arg-type]
        return Outcome()

    def report(self) -> EvaluationReport:
        return read_report(Path(run_phase("baseline", self.context).output) / "report.json")


def without_seconds(report: EvaluationReport) -> EvaluationReport:
    attempts = [
        replace(one, seconds=0.0, stages=tuple(replace(stage, seconds=0.0) for stage in one.stages))
        for one in report.attempts
    ]
    return replace(report, seconds=0.0, attempts=tuple(attempts))


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The requests of each batch that is generated, by place among the requests."""
    seen: list[tuple[int, ...]] = []

    class Watched(generation._Batch):
        def __init__(self, loaded: Any, rows: Any, *more: Any) -> None:
            seen.append(tuple(index for index, *_ in rows))
            super().__init__(loaded, rows, *more)

    monkeypatch.setattr(generation, "_Batch", Watched)
    return seen


def test_reports_are_the_same_from_any_number_of_shards_but_for_seconds(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batches: list[tuple[int, ...]]
) -> None:
    whole = Night(tmp_path / "1", base, monkeypatch).report()
    of_whole, batches[:] = list(batches), []
    assert [len(batch) for batch in of_whole] == [3, 3, 3, 3, 1]  # thirteen koans in threes
    assert len({one.answer for one in whole.attempts}) > 6  # the answers could tell a wrong one
    for count in (2, 3):
        night = Night(tmp_path / str(count), base, monkeypatch)
        for number in range(1, count + 1):
            done = run_shard("baseline", f"{number}/{count}", night.context)
            assert done.metrics["answers"] == sum(map(len, of_whole[number - 1 :: count]))
        report = night.report()
        assert without_seconds(report) == without_seconds(whole)
        assert sorted(batches) == sorted(of_whole)  # whole batches were shared out, and the phase asked none again
        batches.clear()


def test_the_batch_left_over_goes_to_another_shard_in_each_suite(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night = Night(tmp_path, base, monkeypatch)
    twice = lambda context: iter([(night.arm(), "dev"), (night.arm().sampling(0.8, 1), "shadow")])  # noqa: E731
    monkeypatch.setitem(shards.ASKED, "baseline", twice)
    shares = [run_shard("baseline", f"{number}/2", night.context).metrics["answers"] for number in (1, 2)]
    # Batches of 3, 3, 3, 3, 1 in both suites: 3 + 3 + 1 and 3 + 3, then the other way round.
    assert shares == [7 + 6, 6 + 7]


def test_what_a_lost_shard_leaves_is_asked_by_the_phase(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batches: list[tuple[int, ...]]
) -> None:
    night = Night(tmp_path, base, monkeypatch)
    done = run_shard("baseline", "2/2", night.context)
    assert done.metrics["answers"] == 6  # the second and the fourth batch of 3, 3, 3, 3, 1
    batches.clear()
    report = night.report()
    assert sum(map(len, batches)) == 7
    assert report.rate.n == 13


def test_a_finished_shard_is_found_again_and_shards_need_no_turn(
    base: BaseModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night = Night(tmp_path, base, monkeypatch)
    with runner._turn(night.context):  # a phase is running; a shard does not wait for it
        first = run_shard("baseline", "1/2", night.context)
    again = run_shard("baseline", "1/2", night.context)
    assert (first.reused, again.reused) == (False, True)
    assert first.output != run_shard("baseline", "1/3", night.context).output


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"])
def test_a_shard_that_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not I/N"):
        shards.read_part(text)


def test_a_phase_without_shards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not sharded; curate, synthesise, baseline, examine are"):
        run_shard("align", "1/2", Context(Config(root=tmp_path), "c"))


def test_a_shard_of_synthesise_makes_its_lots_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def part_of(context: Context, part: tuple[int, int]) -> Synthesised:
        asked.append(part)
        return Synthesised(cells=8, seconds=2.0)

    monkeypatch.setattr(shards, "synthesise_part", part_of)
    done = shards.work_shard("synthesise", Context(Config(root=tmp_path), "c"), (1, 3), tmp_path)
    assert (asked, done.outcome, done.metrics["cells"]) == ([(1, 3)], "synthesised", 8.0)


DRAFTS = [
    Draft("aligned", "f", "p", f"fn f{n}() {{ x }}", f"fn f{n}() {{}}", None, "t", "g", "E0425", "2024")
    for n in range(7)
]


class CountingJudge:
    """Remembers what it was asked, as the cache would; broken programs name an unknown `x`."""

    toolchain = None

    def __init__(self) -> None:
        self.asked: list[str] = []

    def compile(self, programs: Sequence[Program], progress: Any = None) -> list[Judgement]:
        self.asked += [program.source for program in programs]
        error = (Diagnostic("E0425", "cannot find value", 1),)
        return [
            Judgement(Verdict.NOT_COMPILED, error) if " x " in p.source else Judgement(Verdict.PASSED) for p in programs
        ]

    judge = compile


@pytest.mark.parametrize("count", [1, 2, 3])
def test_shards_of_curate_judge_every_draft_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    context, judge = Context(Config(root=tmp_path), "c"), CountingJudge()
    vars(context)["judge"] = judge
    monkeypatch.setattr(shards, "BLOCK", 2)
    monkeypatch.setattr(
        sources, "gather", lambda config, toolchain: Supply({"corpus": DRAFTS, "dev": [], "shadow": []})
    )
    done = [shards.work_shard("curate", context, (index, count), tmp_path) for index in range(count)]
    # Blocks of 2, 2, 2, 1: to one shard 7, to two 2 + 2 and 2 + 1, to three 2 + 1, 2 and 2.
    assert [one.metrics["drafts"] for one in done] == {1: [7], 2: [4, 3], 3: [3, 2, 2]}[count]
    assert sorted(judge.asked) == sorted(text for draft in DRAFTS for text in (draft.broken, draft.fixed))
