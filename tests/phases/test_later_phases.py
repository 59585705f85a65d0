"""Rehearse, prefer and the plateau as recipes: where they start, with which settings, and what is kept of them."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.curriculum.pairs_file import write_pairs
from nightschool.errors import ValidationFailedError
from nightschool.evaluation import write_report
from nightschool.files import write_atomic
from nightschool.learning import TrainResult
from nightschool.learning.attempts import Tried
from nightschool.learning.lots import Synthesised
from nightschool.learning.open_rows import NONE_SEARCHED
from nightschool.learning.pairing import Paired
from nightschool.learning.synthesis import Sources
from nightschool.phases import Context, learnt, recipes_learning, recipes_preference, recipes_rehearsal
from nightschool.phases.kept import candidate
from nightschool.phases.measured import SUITES
from nightschool.phases.searched import Taught
from nightschool.phases.transaction import Outcome
from nightschool.types import PhaseResult, Row, Verdict
from tests.curriculum.test_validation import GOOD, ROOT, KnowingJudge, examined
from tests.decisions.factory import report

ALIGNED_DEV, BETTER, WORSE = "p" * 5 + "f" * 5, "p" * 6 + "f" * 4, "p" * 4 + "f" * 6


def row(name: str, source: str = "aligned") -> Row:
    return Row(name, source, "borrow_checker", "use-after-move", "E0382", "fn b() {}", "fn f() {}", "error", "t", "g")


class Night:
    """A cycle after align, over stand-ins for training and measuring; `asked` is what training was given."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = ["phases=[align, rehearse, prefer]", "rehearse.train_minutes=3", "rehearse.learning_rate=0.004"]
        self.context = Context(load_config(None, [f"root={folder}", *settings]), "night")
        self.folder, self.asked, self.dev = folder, {}, BETTER
        vars(self.context)["base"] = SimpleNamespace(digest="base")
        run = SimpleNamespace(metrics=lambda values, step=0: None)
        vars(self.context)["runs"] = SimpleNamespace(phase=lambda name: nullcontext(run))
        monkeypatch.setattr("nightschool.learning.train", self._train)
        monkeypatch.setattr("nightschool.learning.preference.prefer", self._prefer)
        monkeypatch.setattr(learnt, "measure", self._measure)
        for module in (recipes_rehearsal, recipes_preference):
            monkeypatch.setattr(module, "dev_rows", lambda context: [])
        monkeypatch.setattr(recipes_rehearsal, "taught_rows", lambda context: [row(f"new{k}") for k in range(9)])
        self.ended("curate", "", lambda place: write_corpus(place, [row("c")], {}))
        self.ended("align", "gained", lambda place: self._reports(place, ALIGNED_DEV))
        self.ended("choose", "learnt")

    def ended(self, phase: str, outcome: str, write: Any = lambda place: None) -> None:
        """Record a finished phase with the files that `write` leaves."""
        place = self.folder / phase
        place.mkdir(parents=True, exist_ok=True)
        write(place)
        self.context.record(PhaseResult(phase, f"key-{phase}", str(place), {}, {"adapter": f"{phase}-digest"}, outcome))

    def run(self, phase: str, recipe: Any) -> Outcome:
        """Run a recipe and record it as the runner would."""
        place = self.folder / phase
        place.mkdir()
        outcome: Outcome = recipe(self.context, place)
        self.context.record(PhaseResult(phase, "k", str(place), outcome.metrics, outcome.digests, outcome.outcome))
        return outcome

    def _train(self, config: Any, rows: Sequence[Row], dev: Any, output: Path, start: Path, **_: Any) -> TrainResult:
        self.asked = {"train": config.train, "rows": rows, "start": start}
        return self._result(output)

    def _prefer(self, config: Any, lessons: Any, output: Path, start: Path, *_: Any) -> TrainResult:
        self.asked = {"lessons": lessons, "start": start}
        return self._result(output)

    def _result(self, output: Path) -> TrainResult:
        return TrainResult(output / "adapter", f"{output.name}-digest", 1, 1, 1, 1.0, "finished", 1.0, None)

    def _measure(self, context: Context, folder: Path, *_: Any) -> dict[str, float]:
        self._reports(folder, self.dev)
        return {}

    def _reports(self, folder: Path, policy: str) -> None:
        """The policy's dev report decides; what the candidate says alone is as it was."""
        write_report(folder / "candidate-dev.json", report(ALIGNED_DEV, "dev"))
        write_report(folder / "policy-dev.json", report(policy, "dev", "policy"))


@pytest.fixture
def night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Night:
    return Night(tmp_path, monkeypatch)


def synthesised(place: Path) -> None:
    write_corpus(place, [row(f"s{k}", "synthesised") for k in range(4)], {})


def test_rehearsal_trains_on_from_align_with_its_own_rate_time_and_mixture(night: Night) -> None:
    night.ended("synthesise", "synthesised", synthesised)
    outcome = night.run("rehearse", recipes_rehearsal.rehearse)
    assert night.asked["start"] == night.folder / "align" / "adapter"
    assert (night.asked["train"].learning_rate, night.asked["train"].max_minutes) == (0.004, 3.0)
    # 4 rehearsed rows are 0.4 of 10: 5 of the 9 new ones; there are no general ones.
    assert [one.source for one in night.asked["rows"]] == ["aligned"] * 5 + ["synthesised"] * 4
    assert (outcome.outcome, candidate(night.context).phase) == ("kept", "rehearse")
    assert outcome.metrics["rehearse.steps"] == 1.0


def test_a_rehearsal_that_lowers_dev_is_recorded_and_not_kept(night: Night) -> None:
    night.ended("synthesise", "synthesised", synthesised)
    night.dev = WORSE
    assert night.run("rehearse", recipes_rehearsal.rehearse).outcome == "not_kept"
    assert candidate(night.context).phase == "align"
    assert (night.folder / "rehearse" / "decision.json").is_file()
    # The plateau is decided on the rehearsal all the same: it is the last supervised training that was tried.
    assert night.run("plateaued", recipes_learning.plateaued).metrics["dev_gain"] == pytest.approx(-0.1)


def test_preference_starts_from_what_rehearsal_made_if_that_was_kept(night: Night) -> None:
    night.ended("synthesise", "synthesised", synthesised)
    night.run("rehearse", recipes_rehearsal.rehearse)

    def paired(place: Path) -> None:
        write_pairs(place, [])
        line = '{"row": "c", "text": "1-", "tokens": 2, "program": "fn f() {}", "verdict": "passed", "verified": true}'
        write_atomic(place / "attempts.jsonl", line + "\n")

    night.ended("pair", "paired", paired)
    assert night.run("prefer", recipes_preference.prefer).outcome == "kept"
    assert night.asked["start"] == night.folder / "rehearse" / "adapter"
    assert [one.row.id for one in night.asked["lessons"].tried] == ["c"]
    assert candidate(night.context).phase == "prefer"


@pytest.mark.parametrize(
    ("before", "phase", "recipe"),
    [("synthesise", "rehearse", recipes_rehearsal.rehearse), ("pair", "prefer", recipes_preference.prefer)],
)
def test_with_nothing_to_learn_from_the_night_goes_on_with_aligns_adapter(
    night: Night, before: str, phase: str, recipe: Any
) -> None:
    night.ended(before, "nothing")
    assert night.run(phase, recipe).outcome == "not_kept"
    assert night.asked == {}
    assert candidate(night.context).phase == "align"


@pytest.fixture
def making(night: Night, monkeypatch: pytest.MonkeyPatch) -> Night:
    """The night with suites of scripted koans, the judge that knows, and real expectations."""
    koans = {"dev": [replace(examined()[0], id=f"k{k:02}", pattern=f"pattern-{k}") for k in range(10)]}
    suites = {name: SimpleNamespace(koans=koans.get(name, examined()), digest=name) for name in SUITES}
    monkeypatch.setattr(Context, "suite", lambda self, name: suites[name])
    vars(night.context)["judge"] = KnowingJudge()
    (night.folder / "expectations").symlink_to(ROOT / "expectations")
    night.ended("certify", "certified")
    return night


def teaches(monkeypatch: pytest.MonkeyPatch, paired: Paired) -> None:
    """Rows were searched and this came of it."""
    monkeypatch.setattr(recipes_preference, "searched_lists", lambda *_: [])
    monkeypatch.setattr(recipes_preference, "taught", lambda *_: Taught([], NONE_SEARCHED, paired))


@pytest.mark.parametrize(
    ("method", "outcome"),
    [("dpo", "paired"), ("list", "paired"), ("kto", "paired"), ("rejection", "nothing"), ("grpo", "nothing")],
)
def test_answers_that_all_failed_are_lessons_for_single_answers_only(
    making: Night, monkeypatch: pytest.MonkeyPatch, method: str, outcome: str
) -> None:
    """dpo has no pairs then, and kto takes its place."""
    failed = Tried(row("c"), "1-", 2, "fn f() {}", Verdict.TESTS_FAILED)
    teaches(monkeypatch, Paired((), ((failed,),)))
    settings = making.context.config.prefer.model_copy(update={"method": method})
    vars(making.context)["config"] = making.context.config.model_copy(update={"prefer": settings})
    assert making.run("pair", recipes_preference.pair).outcome == outcome
    making.run("prefer", recipes_preference.prefer)
    learnt = [one.text for one in making.asked["lessons"].tried] if making.asked else []
    assert learnt == (["1-"] if outcome == "paired" else [])


@pytest.mark.integration
def test_synthesised_rows_are_validated_like_a_corpus_but_for_coverage(
    making: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Sources] = []

    def synthesise(config: Any, judge: Any, sources: Sources, *more: Any) -> Synthesised:
        given.append(sources)
        return Synthesised([replace(one, source="synthesised") for one in GOOD], cells=1)

    monkeypatch.setattr("nightschool.learning.synthesis.synthesise", synthesise)
    before = recipes_rehearsal.synthesise_inputs(making.context)
    assert making.run("synthesise", recipes_rehearsal.synthesise).outcome == "synthesised"
    assert {p.name for p in (making.folder / "synthesise").iterdir()} >= {"corpus.jsonl", "yields.json", "docs"}
    assert given[0].passed == {f"pattern-{k}" for k in range(5)}  # align passed the first five dev koans
    assert given[0].latest == making.folder / "align" / "adapter"
    assert given[0].policy == making.folder / "choose" / "policy"
    assert len(given[0].koans) == 12  # of all three suites
    making.ended("align", "gained")
    making.context.record(PhaseResult("align", "k", str(making.folder / "align"), {}, {"adapter": "another"}, "gained"))
    assert recipes_rehearsal.synthesise_inputs(making.context) != before


@pytest.mark.integration
def test_a_rehearsal_row_that_leaks_a_dev_koan_stops_the_night(making: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    thief = replace(GOOD[0], id="thief", digest="thief", broken=examined()[0].broken)
    monkeypatch.setattr("nightschool.learning.synthesis.synthesise", lambda *_: Synthesised([*GOOD, thief]))
    with pytest.raises(ValidationFailedError, match="thief"):
        making.run("synthesise", recipes_rehearsal.synthesise)


def test_no_rows_and_no_pairs_are_outcomes(making: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nightschool.learning.synthesis.synthesise", lambda *_: Synthesised())
    teaches(monkeypatch, Paired((), ()))
    assert making.run("synthesise", recipes_rehearsal.synthesise).outcome == "nothing"
    assert making.run("pair", recipes_preference.pair).outcome == "nothing"
