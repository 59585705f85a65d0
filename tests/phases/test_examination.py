"""`nightschool evaluate` finds what each arm needs: the champion, a control, a chooser, a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import UnknownVersionError, UsageError
from nightschool.koans import write_suite
from nightschool.phases import Context, examination
from nightschool.phases.controls import control_adapter, latest_corpus
from nightschool.phases.examination import examine_suite, sample_suite
from nightschool.repair.policy import BUILT_IN
from nightschool.types import Judgement, Program, Row, Verdict
from tests.koans.conftest import make_koan
from tests.tiny_model import tiny_model

BROKEN = "fn f() {\n    let x = 1;\n    x = 2;\n}\n"
ROW = Row("r", "aligned", "f", "p", "E0384", BROKEN, BROKEN.replace("let", "let mut"), "error[E0384]: x", "t", "t")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    root = tmp_path_factory.mktemp("project")
    base = tiny_model(tmp_path_factory.mktemp("tiny") / "model")
    settings = ("train.rank=2", "answer.max_new_tokens=8", "model.device=cpu")
    return Context(load_config(None, [f"root={root}", f"model.base_model={base.folder}", *settings]), "evaluate")


def test_the_corpus_is_the_generated_one_or_the_last_nights(context: Context) -> None:
    with pytest.raises(UsageError, match="nightschool generate"):
        latest_corpus(context)
    curated = write_corpus(context.config.var / "phases" / "curate" / "key", [ROW], {}).path
    assert latest_corpus(context) == curated
    generated = write_corpus(context.config.var / "corpus", [ROW], {}).path
    assert latest_corpus(context) == generated


def test_a_control_is_made_once_and_found_again(context: Context) -> None:
    first = control_adapter(context, "zero-delta")
    made = (first / "adapter_model.safetensors").stat().st_mtime_ns
    assert control_adapter(context, "zero-delta") == first
    assert (first / "adapter_model.safetensors").stat().st_mtime_ns == made


class Accepting:
    """Passes every program; answers as rustc of the given digest."""

    def __init__(self, toolchain: str) -> None:
        self.toolchain = SimpleNamespace(digest=toolchain, version=toolchain)

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        return [Judgement(Verdict.PASSED) for _ in programs]


def test_what_is_shuffled_is_what_a_night_teaches(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row has `let mut`, rustc suggests another `let`, which passes: so that is what is shuffled."""
    suggesting = replace(ROW, tests="t", diagnostic=f"{ROW.diagnostic}\nline 3: here\nfix:\n3 let x = 2;")
    project = context.config.model_copy(update={"root": tmp_path})
    write_corpus(project.var / "corpus", [suggesting], {})
    given: list[list[str]] = []
    monkeypatch.setattr("nightschool.learning.shuffled", lambda rows, config: given.append([r.fixed for r in rows]))
    monkeypatch.setattr("nightschool.learning.train", lambda *args, **more: SimpleNamespace(steps=1, digest="d"))
    for rustc in ("old", "old", "new"):  # another compiler may suggest otherwise
        asked = Context(project, "evaluate")
        vars(asked).update(judge=Accepting(rustc), base=context.base)
        control_adapter(asked, "shuffled")
    assert given == [[BROKEN.replace("x = 2", "let x = 2")]] * 2


@pytest.mark.integration
def test_the_zero_delta_arm_scores_as_the_base_and_samples_follow_their_temperature(
    context: Context, tmp_path: Path
) -> None:
    write_suite(tmp_path / "suite", [make_koan("a"), make_koan("b", broken=BROKEN, error_codes=("E0384",))])
    plain, zero = (examine_suite(context, arm, tmp_path / "suite", True) for arm in ("base", "zero-delta"))
    assert (zero.arm, [a.answer for a in zero.attempts]) == ("zero-delta", [a.answer for a in plain.attempts])
    assert zero.policy_digest != plain.policy_digest
    cold, hot = (sample_suite(context, "base", tmp_path / "suite", 2, t, True) for t in (0.01, 5.0))
    assert [a.answer for a in cold.reports[0].attempts] == [a.answer for a in plain.attempts]
    assert [a.answer for a in hot.reports[0].attempts] != [a.answer for a in hot.reports[1].attempts]
    assert set(hot.pass_at) == {1, 2}
    with pytest.raises(UsageError, match="cannot be sampled"):
        sample_suite(context, "search", tmp_path / "suite", 2, 1.0, True)


def test_arms_are_given_the_adapter_and_the_policy_they_are_named_with(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion = SimpleNamespace(adapter=Path("champions"), policy=Path("champions-policy"))
    monkeypatch.setitem(
        vars(context), "registry", SimpleNamespace(champion=lambda digest: champion, alias=lambda name: "1")
    )
    parts = {
        arm: (*examination.arm_adapter(context, arm), examination._policy(context, arm))
        for arm in ("champion", "hints", "search", "policy:mine", "policy:mine:theirs", "policy_champion")
    }
    assert parts == {
        "champion": ("champion", Path("champions"), None), "hints": ("hints", None, None),
        "search": ("search", None, None), "policy:mine": ("policy", Path("mine"), BUILT_IN),
        "policy:mine:theirs": ("policy", Path("mine"), Path("theirs")),
        "policy_champion": ("policy_champion", Path("champions"), Path("champions-policy")),
    }  # fmt: skip
    for name in ("chooser", "policy_base"):
        assert examination.arm_adapter(context, f"{name}:theirs") == (name, None)
        assert examination._policy(context, f"{name}:theirs") == Path("theirs")
    with pytest.raises(UsageError, match="policy:ADAPTER"):
        examination.arm_adapter(context, "policy")


def test_without_a_champion_its_arms_say_so(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(context), "registry", SimpleNamespace(alias=lambda name: None))
    with pytest.raises(UnknownVersionError, match="no champion yet"):
        examination.arm_adapter(context, "policy_champion")


def test_a_policy_by_hand_has_the_chooser_of_the_last_night(context: Context, tmp_path: Path) -> None:
    asked = Context(context.config.model_copy(update={"root": tmp_path}), "evaluate")
    assert examination._policy(asked, "chooser") == BUILT_IN  # before any night
    for turn, night in enumerate(("one", "two")):
        made = tmp_path / "var" / "phases" / "choose" / night / "policy"
        made.mkdir(parents=True)
        os.utime(made, (turn, turn))
    assert examination._policy(asked, "chooser") == examination._policy(asked, "policy:mine") == made
