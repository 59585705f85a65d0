"""`nightschool evaluate` finds what each arm needs: the champion, a control, a corpus, a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import UsageError
from nightschool.evaluation import open_arm
from nightschool.koans import write_suite
from nightschool.phases import Context, examination
from nightschool.phases.controls import control_adapter, latest_corpus
from nightschool.phases.examination import examine_suite, sample_suite
from nightschool.phases.repair import _arms
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
        sample_suite(context, "suggestions", tmp_path / "suite", 2, 1.0, True)


@pytest.mark.parametrize(
    ("policy", "arms"),
    [("model", ["champion", "suggestions"]), ("hybrid", ["hybrid", "suggestions"]), ("suggestions", ["suggestions"])],
)
def test_fix_uses_the_champion_by_its_policy(
    context: Context, monkeypatch: pytest.MonkeyPatch, policy: str, arms: list[str]
) -> None:
    champion = SimpleNamespace(version="3", adapter=control_adapter(context, "zero-delta"), tags={"policy": policy})
    registry = SimpleNamespace(alias=lambda name: "3", champion=lambda digest: champion)
    monkeypatch.setitem(vars(context), "registry", registry)
    assert [arm.name for _, arm in _arms(context)] == [*arms, "retrieval"]


def test_arms_are_given_the_adapter_they_are_named_with(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    champion = SimpleNamespace(adapter=Path("champions"))
    monkeypatch.setitem(vars(context), "registry", SimpleNamespace(champion=lambda digest: champion))
    assert examination.arm_adapter(context, "hybrid") == ("hybrid", Path("champions"))
    assert examination.arm_adapter(context, "feedback:mine") == ("feedback", Path("mine"))
    assert examination.arm_adapter(context, "champion") == ("champion", Path("champions"))
    assert examination.arm_adapter(context, "hints") == ("hints", None)
    assert examination.arm_adapter(context, "hybrid:mine:corpus") == ("hybrid", Path("mine"))
    assert examination.arm_adapter(context, "hybrid::corpus") == ("hybrid", Path("champions"))


def test_hybrid_by_hand_is_the_nights_where_there_is_a_corpus(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With tonight's corpus, the one there is or the one that is named, it is the arm that `measure` opens."""
    asked = Context(context.config.model_copy(update={"root": tmp_path}), "evaluate")
    registry = SimpleNamespace(champion=lambda digest: None)
    vars(asked).update(base=context.base, judge=Accepting("rustc"), registry=registry)
    assert examination._open(asked, "hybrid").facts()["order"] == "model then suggestions"
    curated = write_corpus(asked.config.var / "phases" / "curate" / "key", [ROW], {}).path
    other = write_corpus(tmp_path / "other", [replace(ROW, id="another")], {}).path
    nightly = open_arm("hybrid", asked.config, asked.judge, asked.base, None, curated.parent)
    by_hand = examination._open(asked, "hybrid")
    assert by_hand.digest == nightly.digest
    assert by_hand.facts()["order"] == "model then suggestions then retrieval"
    assert examination._open(asked, f"hybrid::{curated}").digest == nightly.digest
    assert examination._open(asked, f"hybrid::{other}").digest != nightly.digest
