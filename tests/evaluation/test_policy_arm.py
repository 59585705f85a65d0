"""Policies as arms: who is asked, what it costs, and that nothing but candidates decides."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config, RepairConfig
from nightschool.evaluation import Answer, PolicyArm, evaluate
from nightschool.evaluation.policy_arm import differing_from
from nightschool.evaluation.unchosen import LONGEST, diff
from nightschool.koans import Suite
from nightschool.repair.chooser import FIXED, Chooser
from nightschool.repair.policy import SHOWN, Policy
from nightschool.repair.surety import Surety
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Judgement, Koan, Program, Stage, Verdict

BROKEN = (
    "pub fn count(words: &[u8]) -> usize {\n    let n = 0;\n    for _ in words {\n        n += 1;\n    }\n    n\n}\n"
)
FIXED_PROGRAM = BROKEN.replace("let n", "let mut n")
OPEN = "pub fn area(side: Square) -> u64 {\n    side.width * side.width\n}\n"
OPEN_FIXED = "pub struct Square {\n    pub width: u64,\n}\n\n" + OPEN
SETTINGS = RepairConfig(compiles=60, behaviour_s=0, drawn=2)
SURE, UNSURE = (Chooser({"distance": -0.1}, Surety({"one": bias}, 0.9)) for bias in (5.0, -5.0))


def koan(name: str, broken: str, fixed: str, tests: str) -> Koan:
    return Koan(name, "f", "p", ("E0384",), broken, fixed, tests)


EASY = koan("easy", BROKEN, FIXED_PROGRAM, "#[test]\nfn t() { assert_eq!(count(&[1, 2]), 2); }")
HARD = koan("hard", OPEN, OPEN_FIXED, "#[test]\nfn t() { assert_eq!(area(Square { width: 3 }), 9); }")


class Model:
    """Answers as it is told, and remembers whom it was asked about."""

    digest = "model"

    def __init__(self, programs: dict[str, str | None]) -> None:
        self.programs, self.asked = programs, []  # type: ignore[var-annotated]

    def facts(self) -> dict[str, str]:
        return {"base_model": "toy"}

    def several(self, koans: Sequence[Koan], drawn: int, temperature: float) -> list[list[Answer]]:
        self.asked += [one.id for one in koans]
        timed = (Stage("model", 1.0, 1),)
        answers = [Answer(one.id, "said", self.programs.get(one.id), 3, 1.0, answers=1, stages=timed) for one in koans]
        return [[answer] * (1 + drawn) for answer in answers]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("policy")))


def arm(judge: Any, chooser: Chooser, model: Model | None = None, cache: Path | None = None) -> PolicyArm:
    return PolicyArm("policy", judge, Policy(SETTINGS, chooser), model, cache)  # type: ignore[arg-type]


def short(judge: Any, chooser: Chooser, model: Model | None = None) -> PolicyArm:
    """A policy with two compiles, so that one repair or two are found."""
    policy = Policy(SETTINGS.model_copy(update={"compiles": 2, "depth": 1}), chooser)
    return PolicyArm("policy", judge, policy, model)  # type: ignore[arg-type]


@pytest.mark.integration
def test_a_model_is_asked_only_where_search_leaves_a_koan_open_or_unsure_with_little_to_show(judge: Judge) -> None:
    model = Model({"hard": OPEN_FIXED, "easy": None})
    easy, hard = arm(judge, SURE, model).answer([EASY, HARD])
    assert model.asked == ["hard"]
    assert (easy.program, easy.sure, easy.answers) == (FIXED_PROGRAM, True, 0)
    assert (hard.program, hard.answers, hard.tokens) == (OPEN_FIXED, 3, 9)
    model.asked.clear()
    ((_, ranked, _),) = arm(judge, UNSURE, model).repair([EASY])
    assert len(ranked.candidates) >= SHOWN
    assert model.asked == []  # three repairs are there to be shown
    ((_, ranked, _),) = short(judge, UNSURE, model).repair([EASY])
    assert 0 < len(ranked.candidates) < SHOWN
    assert model.asked == ["easy"]
    short(judge, SURE, model).answer([EASY])
    assert model.asked == ["easy"]


@pytest.mark.integration
def test_a_model_s_answer_displaces_nothing_that_search_found(judge: Judge) -> None:
    """Though the chooser likes it best: it learnt from candidates of search alone. It is shown right behind."""
    likes_much_change = Chooser({"distance": 0.1}, Surety({"one": -5.0}, 0.9))
    said = BROKEN.replace("let n", "let mut n").replace("n += 1", "n += words.len() - words.len() + 1")
    ((_, alone, _),) = short(judge, likes_much_change).repair([EASY])
    ((found, ranked, _),) = short(judge, likes_much_change, Model({"easy": said})).repair([EASY])
    programs = [one.program for one in ranked.candidates]
    assert programs[:2] == [alone.candidates[0].program, said]
    assert ranked.scores[1] > ranked.scores[0]
    assert (ranked.sure, ranked.certain) == (alone.sure, False)
    assert sorted(programs) == sorted(one.program for one in found.candidates)


@pytest.mark.parametrize(
    ("known", "order", "told"),
    [
        ((False, True, False), (0, 1, 2), (False, True, False)),
        ((False, True, False), (2, 0, 1), (False, False, True)),  # the new first does as the old one did
        (
            (False, True, False, True, None),
            (1, 0, 2, 3, 4),
            (False, True, True, None, None),
        ),  # from each other?
        ((None, None), (1, 0), (None, None)),
        ((), (1, 0), ()),
    ],
)
def test_what_differs_from_another_first_is_said_as_far_as_it_follows(
    known: tuple[bool | None, ...], order: tuple[int, ...], told: tuple[bool | None, ...]
) -> None:
    assert differing_from(known, order) == told


@pytest.mark.integration
def test_equal_answers_are_compiled_once_and_all_compiles_are_counted(judge: Judge) -> None:
    (alone,) = arm(judge, SURE).answer([HARD])
    (asked,) = arm(judge, SURE, Model({"hard": OPEN_FIXED})).answer([HARD])
    assert (alone.program, alone.sure) == (None, False)
    assert asked.compiles == alone.compiles + 1  # three equal answers are one program
    assert 0 < alone.compiles <= SETTINGS.compiles


@pytest.mark.integration
def test_a_report_counts_sure_answers_and_those_of_them_that_pass(judge: Judge) -> None:
    suite = Suite("toy", (EASY, HARD), "d" * 64)
    report = evaluate(arm(judge, SURE, Model({"hard": OPEN_FIXED})), suite, judge, Config(), suite_name="toy")
    assert report.rate.passed == 2
    assert report.counts["sure"] == report.counts["sure_passed"] == 2
    assert report.counts["answers"] == 3
    assert report.counts["compiles"] == sum(one.compiles for one in report.attempts)
    unsure = evaluate(arm(judge, FIXED), suite, judge, Config(), suite_name="toy")
    assert unsure.counts["sure"] == 0


@pytest.mark.integration
def test_stages_count_what_was_compiled_and_lie_within_the_time(judge: Judge) -> None:
    suite, model = Suite("toy", (EASY, HARD), "d" * 64), Model({"hard": OPEN_FIXED, "easy": None})
    started = time.perf_counter()
    report = evaluate(short(judge, UNSURE, model), suite, judge, Config(), suite_name="toy")
    took = time.perf_counter() - started
    for attempt in report.attempts:
        names = [stage.name for stage in attempt.stages]
        assert names[:3] == ["diagnose", "propose", "compile"]
        assert (names[-1], names.count("tests")) == ("tests", 1)
        assert sum(stage.count for stage in attempt.stages if stage.name == "compile") == attempt.compiles
        assert sum(stage.count for stage in attempt.stages if stage.name == "model") == attempt.answers == 3
        assert all(stage.seconds >= 0 for stage in attempt.stages)
    ours = [stage for attempt in report.attempts for stage in attempt.stages if stage.name != "model"]
    assert 0 < sum(stage.seconds for stage in ours) <= took  # one batch: its stages follow each other
    hard = [stage.name for stage in report.attempts[1].stages]
    assert hard.index("model") < len(hard) - 1 - hard[::-1].index("compile") < hard.index("choose")


@pytest.mark.integration
def test_what_compiled_and_was_not_chosen_is_kept_with_its_diff(judge: Judge) -> None:
    (answer,) = arm(judge, FIXED).answer([EASY])
    (ranked,) = [one for _, one, _ in arm(judge, FIXED).repair([EASY])]
    assert [one.place for one in answer.unchosen] == list(range(2, 2 + min(5, len(ranked.candidates) - 1)))
    second = ranked.candidates[1].program
    patched = [line[1:] for line in answer.unchosen[0].diff.split("\n") if line.startswith("+")]
    assert patched
    assert set(patched) <= set(second.split("\n"))
    assert not set(patched) <= set(EASY.broken.split("\n"))
    assert {one.differs for one in answer.unchosen} == {None}  # nothing learnt: nothing is run


@pytest.mark.integration
def test_of_the_unchosen_it_is_told_whether_they_do_otherwise(judge: Judge) -> None:
    watching = Policy(SETTINGS.model_copy(update={"behaviour_s": 5}), SURE)
    (answer,) = PolicyArm("policy", judge, watching).answer([EASY])
    assert True in {one.differs for one in answer.unchosen}  # of a counter that is not counted up, say


def test_long_diffs_are_cut() -> None:
    assert diff("a\nb\nc", "a\nx\nc") == "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c"
    assert len(diff("a", "b" * 9_000)) == LONGEST


@pytest.mark.integration
def test_neither_tests_nor_repairs_of_a_koan_change_an_answer(judge: Judge) -> None:
    blind = [replace(one, tests="", fixed="") for one in (EASY, HARD)]
    seen, unseen = arm(judge, SURE).answer([EASY, HARD]), arm(judge, SURE).answer(blind)
    assert [one.program for one in seen] == [one.program for one in unseen]


@pytest.mark.integration
def test_a_search_is_made_once_and_found_again(judge: Judge, tmp_path: Path) -> None:
    first = arm(judge, SURE, cache=tmp_path).answer([EASY, HARD])
    (file,) = tmp_path.glob("*.jsonl")
    kept = file.read_text()
    again = arm(judge, UNSURE, cache=tmp_path).answer([HARD, EASY])
    assert file.read_text() == kept
    assert [one.program for one in again] == [one.program for one in first][::-1]
    file.write_text(kept[: len(kept) // 2])  # killed while writing: what is damaged is searched again
    assert [one.program for one in arm(judge, SURE, cache=tmp_path).answer([EASY, HARD])] == [
        one.program for one in first
    ]


def test_what_a_dead_sandbox_kept_from_being_asked_is_unscored() -> None:
    class Dead:
        toolchain = type("T", (), {"digest": "t"})()

        def compile(self, programs: Sequence[Program]) -> list[Judgement]:
            return [Judgement(Verdict.UNSCORED, detail="the sandbox died")] * len(programs)

        def screen(self, programs: Sequence[Program], diagnose: object = True) -> list[Judgement]:
            return self.compile(programs)

    (answer,) = arm(Dead(), SURE).answer([EASY])
    assert (answer.unscored, answer.program, answer.detail) == (True, None, "the sandbox died")


def test_the_digest_is_of_all_that_decides() -> None:
    class Known:
        toolchain = type("T", (), {"digest": "t"})()

    arms = [arm(Known(), SURE), arm(Known(), UNSURE), arm(Known(), SURE, Model({}))]
    assert len({one.digest for one in arms}) == 3
    assert arm(Known(), SURE).digest == arms[0].digest
    other = PolicyArm("policy", Known(), Policy(SETTINGS.model_copy(update={"compiles": 61}), SURE))  # type: ignore[arg-type]
    assert other.digest != arms[0].digest
