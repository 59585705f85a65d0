"""Arms without training: what each asks, tries and costs. The judge is a toy; `test_arms_real` has the real one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import UsageError
from nightschool.evaluation import (
    Answer,
    ModelArm,
    evaluate,
    in_other_batches,
    open_arm,
    read_report,
    write_report,
)
from nightschool.evaluation.feedback import FeedbackArm
from nightschool.evaluation.hints import HINTS, HintsArm, hinted
from nightschool.evaluation.hybrid import HybridArm
from nightschool.evaluation.retrieval import RetrievalArm
from nightschool.evaluation.samples import summarise
from nightschool.evaluation.suggestions_arm import SuggestionsArm
from nightschool.koans import Suite
from nightschool.modeling import BaseModelFiles
from nightschool.report.tables import arms_rows, evaluation_table
from nightschool.types import Diagnostic, Judgement, Koan, Program, Replacement, Row, Suggestion, Verdict
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


class Says:
    """Answers each program as it was told to; one token and one second an answer."""

    digest = "says"

    def __init__(self, name: str, replies: dict[str, str | None]) -> None:
        self.name, self.replies, self.asked = name, replies, []  # type: ignore[var-annotated]

    def facts(self) -> dict[str, str]:
        return {"from": self.name}

    def answer(self, koans: Sequence[Koan], progress: object = None) -> list[Answer]:
        self.asked.append([koan.id for koan in koans])
        return [Answer(k.id, "said", self.replies.get(k.broken), 1, 1.0) for k in koans]


def koans(*broken: str) -> list[Koan]:
    return [replace(KOANS[0], id=f"k{n}", broken=source) for n, source in enumerate(broken)]


def test_a_hybrid_takes_the_first_answer_that_compiles_and_asks_on_only_for_the_rest() -> None:
    first, second = Says("model", {"a": FIXED, "b": "wrong", "c": None}), Says("suggestions", {"b": FIXED, "c": None})
    arm = HybridArm((first, second), Compiler())  # type: ignore[arg-type]
    a, b, c = arm.answer(koans("a", "b", "c"))
    assert second.asked == [["k1", "k2"]]
    assert (a.program, a.tokens, a.detail) == (FIXED, 1, "by model")
    assert (b.program, b.tokens, b.detail) == (FIXED, 2, "by suggestions")  # both tries are paid for
    assert (c.program, c.tokens) == (None, 2)
    assert [a.tries, b.tries, c.tries] == [1, 2, 2]


def test_what_a_dead_sandbox_cannot_verify_is_unscored() -> None:
    for arm in (
        HybridArm((Says("model", {"a": "dead"}),), Compiler()),  # type: ignore[arg-type]
        FeedbackArm(Says("model", {"a": "dead"}), Compiler()),  # type: ignore[arg-type]
    ):
        assert [(one.program, one.unscored) for one in arm.answer(koans("a"))] == [(None, True)]


def test_suggestions_that_a_dead_sandbox_kept_from_being_found_are_unscored() -> None:
    class Dead(Compiler):
        def compile(self, programs: Sequence[Program]) -> list[Judgement]:
            return [Judgement(Verdict.UNSCORED, detail="the sandbox died")] * len(programs)

    for judge, unscored in ((Compiler(), False), (Dead(), True)):
        (answer,) = SuggestionsArm(judge).answer(koans(BROKEN))  # type: ignore[arg-type]
        assert (answer.program, answer.unscored) == (None, unscored)


def test_feedback_asks_about_its_own_answer_until_it_compiles() -> None:
    model = Says("model", {BROKEN: HALF, HALF: FIXED})
    (answer,) = FeedbackArm(model, Compiler()).answer(koans(BROKEN))  # type: ignore[arg-type]
    assert (answer.program, answer.tokens, answer.seconds, answer.detail) == (FIXED, 2, 2.0, "attempt 2")
    assert answer.tries == 2


@pytest.mark.parametrize(
    ("replies", "attempts"),
    [
        ({BROKEN: None}, 1),  # malformed: a greedy model would say it again
        ({BROKEN: BROKEN}, 1),  # nothing changed: so would rustc
        ({BROKEN: HALF, HALF: BROKEN}, 3),  # round and round, until the attempts are used up
    ],
)
def test_feedback_ends_when_there_is_nothing_new_to_say(replies: dict[str, str | None], attempts: int) -> None:
    model = Says("model", replies)
    (answer,) = FeedbackArm(model, Compiler(), 3).answer(koans(BROKEN))  # type: ignore[arg-type]
    assert (len([asked for asked in model.asked if asked]), answer.tries) == (attempts, attempts)


def test_later_attempts_are_verified_against_the_koan_not_against_the_last_answer() -> None:
    judge = Compiler()
    FeedbackArm(Says("model", {BROKEN: HALF, HALF: FIXED}), judge).answer(koans(BROKEN))  # type: ignore[arg-type]
    assert [program.broken for program in judge.judged] == [BROKEN, BROKEN]


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


def test_the_nearest_verified_fix_is_carried_over(tmp_path: Path) -> None:
    broken = "fn g() -> u8 {\n    let n = 7;\n    n += 1;\n    n\n}\n"
    row = Row(
        "r", "aligned", "f", "p", "E0384", broken, broken.replace("let n", "let mut n"),
        "error[E0384]: cannot assign twice to immutable variable `n`\nline 3: here", "t", "t",
    )  # fmt: skip
    other = replace(row, id="o", error_code="E0106")
    corpus = write_corpus(tmp_path, [row, other], {}).path
    arm = RetrievalArm(corpus, Compiler())  # type: ignore[arg-type]
    assert [(answer.program, answer.tries) for answer in arm.answer(KOANS[:1])] == [(FIXED, 1)]
    nothing = RetrievalArm(write_corpus(tmp_path / "other", [other], {}).path, Compiler())  # type: ignore[arg-type]
    (answer,) = nothing.answer(KOANS[:1])
    assert (answer.detail, answer.tries) == ("no fix of a similar row fits", 0)
    assert arm.digest != nothing.digest


def test_every_arm_is_opened_by_its_name_and_says_what_it_lacks(tmp_path: Path, base: BaseModelFiles) -> None:
    settings, judge = config(tmp_path, base), Compiler()
    for name in ("base", "hints", "hybrid", "feedback", "suggestions"):
        assert open_arm(name, settings, judge, base, None).name == name  # type: ignore[arg-type]
    for name, adapter, message in (
        ("retrieval", None, "No arm 'retrieval'"),
        ("zero-delta", None, "needs an adapter"),
        ("hints", tmp_path, "takes no adapter"),
    ):
        with pytest.raises(UsageError, match=message):
            open_arm(name, settings, judge, base, adapter)  # type: ignore[arg-type]


def test_with_a_corpus_the_hybrid_ends_with_retrieval(tmp_path: Path, base: BaseModelFiles) -> None:
    row = Row("r", "aligned", "f", "p", "E0382", BROKEN, FIXED, "error[E0382]: x", "t", "g")
    write_corpus(tmp_path, [row], {})
    # A model is asked once; of its own suggestions rustc is asked about 24 twice; 8 fixes are carried over.
    for corpus, order, most in (
        (None, "model then suggestions", 1 + 2 * 24),
        (tmp_path, "model then suggestions then retrieval", 1 + 2 * 24 + 8),
    ):
        arm = open_arm("hybrid", config(tmp_path, base), Compiler(), base, None, corpus)  # type: ignore[arg-type]
        assert (arm.facts()["order"], arm.facts()["most_tries"]) == (order, str(most))


class Hopeless(Compiler):
    """Nothing compiles, and every program could have thirty other letters in front."""

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        self.judged += programs
        more = [Suggestion("", (Replacement(0, 0, chr(ord("A") + n)),), "MaybeIncorrect") for n in range(30)]
        error = Diagnostic("E0384", "cannot assign twice", 3, suggestions=tuple(more))
        return [Judgement(Verdict.NOT_COMPILED, (error,)) for _ in programs]

    compile = judge


def test_a_hybrid_never_compiles_more_than_it_says_and_counts_what_it_does(tmp_path: Path) -> None:
    row = Row("r", "aligned", "f", "p", "E0384", BROKEN, FIXED, "error[E0384]: x", "t", "g")
    others = [
        replace(row, id=f"r{n}", fixed=BROKEN.replace("    x\n}", f"    more_{n}();\n    x\n}}")) for n in range(30)
    ]
    judge: Any = Hopeless()
    retrieval = RetrievalArm(write_corpus(tmp_path, others, {}).path, judge)
    arm = HybridArm((Says("model", {BROKEN: HALF}), SuggestionsArm(judge), retrieval), judge)
    (answer,) = arm.answer(koans(BROKEN))
    assert len({program.source for program in judge.judged} - {BROKEN}) == answer.tries == 1 + 48 + 8
    assert arm.facts()["most_tries"] == "57"


def test_a_report_carries_the_arm_and_what_it_tried() -> None:
    suite = Suite("toy", KOANS, "d" * 64)
    arm = HybridArm((Says("model", {BROKEN: None}), Says("suggestions", {BROKEN: FIXED})), Compiler())  # type: ignore[arg-type]
    found = evaluate(arm, suite, Compiler(), Config())  # type: ignore[arg-type]
    assert (found.arm, found.rate.passed, found.context["order"]) == ("hybrid", 4, "model then suggestions")
    assert ([one.tries for one in found.attempts], found.tries) == ([2] * 4, 8)  # each arm was asked once


def test_the_report_counts_attempts_as_json_and_in_its_table(tmp_path: Path) -> None:
    """Three koans take 2, 1 and 3 attempts: 6, which is 2.0 each."""
    said = {BROKEN: HALF, HALF: FIXED, "// b\n": FIXED, "// c\n": "// d\n", "// d\n": "// c\n"}
    asked = Suite("toy", tuple(koans(BROKEN, "// b\n", "// c\n")), "d" * 64)
    found = evaluate(FeedbackArm(Says("model", said), Compiler()), asked, Compiler(), Config())  # type: ignore[arg-type]
    write_report(tmp_path / "report.json", found)
    data = json.loads((tmp_path / "report.json").read_text())
    assert (data["tries"], [one["tries"] for one in data["attempts"]]) == (6, [2, 1, 3])
    assert read_report(tmp_path / "report.json") == found
    shown = str(list(evaluation_table(found).columns[1].cells)[-1])
    assert shown == "6, 2.0 a koan, at most 3"
    assert arms_rows([found], ["toy"])[0][3] == "2.0"


def test_tries_that_were_not_counted_are_no_ones() -> None:
    """Reports of before tries were counted have none, and a mean with them is none."""
    old, new = report("pf"), replace(report("p", "dev"), attempts=(replace(report("p").attempts[0], tries=3),))
    assert (old.tries, new.tries) == (None, 3)
    assert [arms_rows(given, [])[0][2] for given in ([old], [new], [old, new])] == ["-", "3.0", "-"]
    assert "tries" not in list(evaluation_table(old).columns[0].cells)


def test_a_report_of_several_arms_says_which_took_part() -> None:
    found = replace(report("p"), context={"order": "model then suggestions", "corpus": "0123456789abcdef"})
    assert evaluation_table(found).caption == "model then suggestions, corpus 0123456789ab"
    assert evaluation_table(report("p")).caption is None
