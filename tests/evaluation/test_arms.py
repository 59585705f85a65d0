"""Arms without training: what each asks, tries and costs. The judge is a toy; `test_arms_real` has the real one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import UsageError
from nightschool.evaluation import (
    ModelArm,
    in_other_batches,
    open_arm,
)
from nightschool.evaluation.hints import HINTS, HintsArm, hinted
from nightschool.evaluation.samples import summarise
from nightschool.modeling import BaseModelFiles
from nightschool.report.tables import evaluation_table
from nightschool.types import Diagnostic, Judgement, Koan, Program, Verdict
from tests.decisions.factory import report
from tests.evaluation.test_evaluation import BROKEN, FIXED, KOANS, ToyJudge
from tests.tiny_model import tiny_model

HALF = BROKEN.replace("x += 1", "x += 2")
"""Still broken, but no longer the same program."""


class Compiler(ToyJudge):
    """Knows which programs compile, and says the one error that the others have."""

    def __init__(self) -> None:
        self.judged: list[Program] = []

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        self.judged += programs
        return super().judge(programs)

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        error = Diagnostic("E0384", "cannot assign twice to immutable variable `x`", 3)
        return [Judgement(Verdict.NOT_COMPILED, (error,))] * len(programs)

    def _one(self, source: str) -> Judgement:
        judgement = super()._one(source)
        return (
            replace(judgement, verdict=Verdict.NOT_COMPILED) if source != FIXED and "dead" not in source else judgement
        )


def koans(*broken: str) -> list[Koan]:
    return [replace(KOANS[0], id=f"k{n}", broken=source) for n, source in enumerate(broken)]


def test_a_hint_stands_below_the_diagnostic_of_its_code() -> None:
    assert hinted("error[E0384]: twice\nline 3: here") == f"error[E0384]: twice\nline 3: here\nhint: {HINTS['E0384']}"
    assert hinted("error: expected `;`") == "error: expected `;`"
    assert all(hint and "\n" not in hint and len(hint) < 110 for hint in HINTS.values())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def config(folder: Path, base: BaseModelFiles) -> Config:
    return load_config(None, [f"root={folder}", f"model.base_model={base.folder}", "answer.max_new_tokens=8"])


def test_hints_are_another_policy_with_other_prompts(tmp_path: Path, base: BaseModelFiles) -> None:
    asked: list[list[str | None]] = []

    class Listening(HintsArm):
        def _diagnose(self, koans: Sequence[Koan]) -> list[str | None]:
            asked.append(super()._diagnose(koans))
            return asked[-1]

    arms = [
        kind("hints", config(tmp_path, base), base, None, lambda koans: ["error[E0384]: x"] * len(koans))
        for kind in (Listening, ModelArm)
    ]
    assert arms[0].digest != arms[1].digest
    arms[0].answer(KOANS[:1])
    assert asked == [[f"error[E0384]: x\nhint: {HINTS['E0384']}"]]


def test_samples_depend_on_seed_and_question_only(tmp_path: Path, base: BaseModelFiles) -> None:
    def arm(folder: str) -> ModelArm:
        return ModelArm("base", config(tmp_path / folder, base), base, None, lambda koans: ["error: x"] * len(koans))

    asked = koans("fn a() {}\n", "fn bc() {}\n", "fn d() {}\n")
    together = [answer.text for answer in arm("one").sampling(1.0, 7).answer(asked)]
    alone = [arm("two").sampling(1.0, 7).answer([koan])[0].text for koan in asked]
    assert together == alone
    assert together != [answer.text for answer in arm("one").sampling(1.0, 8).answer(asked)]
    assert arm("one").sampling(1.0, 7).digest != arm("one").digest


def test_asked_again_in_other_batches_the_model_answers_anew(tmp_path: Path, base: BaseModelFiles) -> None:
    arm = ModelArm("base", config(tmp_path, base), base, None, lambda koans: ["error: x"] * len(koans))
    again = in_other_batches(arm)
    assert (arm.decoding.batch_size, again.decoding.batch_size) == (24, 7)
    assert in_other_batches(again).decoding.batch_size == 5
    assert [one.text for one in again.answer(KOANS[:1])] == [one.text for one in arm.answer(KOANS[:1])]
    assert len(list((tmp_path / "var" / "cache" / "answers").glob("*.jsonl"))) == 2  # neither was answered by the other


def test_pass_at_k_is_over_koans_scored_in_every_sample() -> None:
    # Four samples: k00 passes in 1, k01 in 4, k02 is once unscored. pass@2 of k00 is 1 - 3/6; mean (0.5 + 1) / 2.
    found = summarise([report(letters) for letters in ("ppp", "fpf", "fpu", "fpf")])
    assert found.koans == 2
    assert found.pass_at == pytest.approx({1: (0.25 + 1) / 2, 2: 0.75, 4: 1.0})


def test_every_arm_is_opened_by_its_name_and_says_what_it_lacks(tmp_path: Path, base: BaseModelFiles) -> None:
    settings, judge = config(tmp_path, base), Compiler()
    for name in ("base", "hints", "search"):
        assert open_arm(name, settings, judge, base, None).name == name  # type: ignore[arg-type]
    for name, adapter, message in (
        ("retrieval", None, "No arm 'retrieval'"),
        ("chooser", None, "nightschool run choose"),
        ("policy", None, "needs an adapter"),
        ("zero-delta", None, "needs an adapter"),
        ("hints", tmp_path, "takes no adapter"),
    ):
        with pytest.raises(UsageError, match=message):
            open_arm(name, settings, judge, base, adapter)  # type: ignore[arg-type]


def test_a_report_shows_what_its_answers_cost_and_of_how_many_the_arm_was_sure() -> None:
    """Two koans, 40 and 2 compiles, 5 and 0 answers; sure of both, and one passes."""
    attempts = (
        replace(report("p").attempts[0], compiles=40, answers=5, sure=True),
        replace(report("f").attempts[0], koan="other", compiles=2, sure=True),
    )
    found = replace(report("pf"), attempts=attempts)
    assert found.counts == {"compiles": 42, "answers": 5, "sure": 2, "sure_passed": 1}
    table = evaluation_table(found)
    rows = dict(zip(table.columns[0].cells, table.columns[1].cells, strict=True))
    assert (rows["compiles"], rows["answers"], rows["sure"], rows["sure and passed"]) == ("42", "5", "2", "1")


def test_several_answers_are_the_greedy_one_and_one_of_each_seed(tmp_path: Path, base: BaseModelFiles) -> None:
    """Prompts that are read once for all say what they say when each is asked apart."""

    def arm(folder: str) -> ModelArm:
        return ModelArm("base", config(tmp_path / folder, base), base, None, lambda koans: ["error: x"] * len(koans))

    asked = koans("fn a() {}\n", "fn bc() {}\n", "fn d() {}\n")
    together = [[answer.text for answer in one] for one in arm("one").several(asked, 2, 1.0)]
    greedy = [answer.text for answer in arm("two").answer(asked)]
    drawn = [[answer.text for answer in arm("three").sampling(1.0, seed).answer(asked)] for seed in (1, 2)]
    assert together == [list(said) for said in zip(greedy, *drawn, strict=True)]
    assert [answer.answers for answer in arm("one").several(asked[:1], 2, 1.0)[0]] == [1, 1, 1]
