"""Retention: a gap in a documentation example is a koan, and a model that goes on from it is an arm."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum import retention
from nightschool.curriculum.documentation import Example
from nightschool.curriculum.retention import GAP, _drafts, _verified, gaps, write_retention
from nightschool.curriculum.split import side_of_file
from nightschool.evaluation import CompletionArm, evaluate
from nightschool.evaluation.answer_cache import Said
from nightschool.koans import Suite, load_suite, write_suite
from nightschool.modeling import BaseModelFiles
from nightschool.phases import Context
from nightschool.phases.gate_arms import gate_arms
from nightschool.phases.recipes_data import curate
from nightschool.phases.retention import measure_retention
from nightschool.rust.judge import Judge
from nightschool.types import Koan, PhaseResult
from tests.koans.conftest import judge
from tests.tiny_model import tiny_model

SOURCE = """\
pub fn example() {
    let mut v = vec![1, 2];
    v.push(3);
    let last = v.last();
    assert_eq!(last, Some(&3));
}
"""
TESTS = "#[test]\nfn example_holds() {\n    example();\n}"
EXAMPLE = Example(SOURCE, TESTS, "std/vec.html#1", "std/vec.html")
__all__ = ["judge"]


def koan() -> Koan:
    return next(_drafts([EXAMPLE], 0))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def page(held_out: bool) -> str:
    """A page that is held out, or one that trains."""
    return next(name for name in map(str, range(99)) if (side_of_file(name) != "corpus") == held_out)


def arm(folder: Path, base: BaseModelFiles) -> CompletionArm:
    return CompletionArm("base", load_config(None, [f"root={folder}", "answer.max_new_tokens=8"]), base, None)


def test_the_value_an_assertion_expects_and_the_value_of_a_let_are_gaps_the_last_first() -> None:
    lines = SOURCE.split("\n")
    found = [(kind, [line for line in text.split("\n") if line not in lines]) for kind, text in gaps(SOURCE)]
    assert found == [
        ("assertion", [f"    assert_eq!(last, {GAP});"]),
        ("binding", [f"    let last = {GAP};"]),
    ]
    assert list(gaps("fn f() {\n    let x = g(1\n    );\n}")) == []  # the value goes on in the next line


def test_of_one_example_there_are_three_koans_at_most_and_of_one_page_twelve() -> None:
    pages = [Example(SOURCE.replace("3", f"{n}u8 + x{'.a' * n}"), TESTS, f"p#{n}", "p") for n in range(9)]
    long = SOURCE.replace("    let last", "    let one = v.len();\n    let two = v.len();\n    let last")
    assert len(list(gaps(long))) == 4
    assert len(list(_drafts([Example(long, TESTS, "l", "l")] * 2, 0))) == 3  # alike but in names: taken once
    assert len(list(_drafts(pages, 0))) == 12  # of 9 * 2


@pytest.mark.integration
def test_a_suite_has_as_many_koans_as_are_wanted_and_none_of_a_page_that_trains(
    judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [replace(EXAMPLE, group=page(True)), replace(EXAMPLE, source=SOURCE + "pub fn more() {}", group=page(True))]
    trains = replace(EXAMPLE, source=SOURCE + "pub struct S;", group=page(False))
    monkeypatch.setattr(retention, "documentation_examples", lambda sysroot: [*held, trains])
    sizes = {}
    for wanted in (1, 9):
        suite = write_retention(tmp_path / str(wanted), judge, 0, wanted)
        assert suite is not None
        assert {koan.group for koan in suite.koans} == {page(True)}
        sizes[wanted] = len(suite.koans)
    assert sizes == {1: 1, 9: 4}  # two gaps of each of the two


@pytest.mark.integration
def test_a_koan_fails_by_its_gap_alone_and_its_original_passes(judge: Judge, tmp_path: Path) -> None:
    broken = Example(SOURCE.replace("v.push(3)", "v.push(missing)"), TESTS, "b", "b")
    wrong = Example(SOURCE.replace("Some(&3)", "Some(&4)"), TESTS, "w", "w")
    drafts = [koan(), next(_drafts([broken], 0)), next(_drafts([wrong], 0))]
    kept = _verified(drafts, judge)
    assert kept == drafts[:1]
    assert load_suite(write_suite(tmp_path / "retention", kept).folder or "").koans == tuple(kept)


def test_the_model_goes_on_from_the_text_before_the_gap_to_the_end_of_the_line(
    tmp_path: Path, base: BaseModelFiles
) -> None:
    opened = arm(tmp_path, base)
    prompt = opened._prompt(None, koan(), "")
    assert prompt.startswith("```rust\npub fn example() {")
    assert prompt.endswith("assert_eq!(last,")  # a word starts with its space
    assert opened._read(koan(), Said(" Some(&3));\n    nonsense", 9, False, 0.0)).program == SOURCE
    assert not opened._over(" Some(")
    assert opened._over(" Some(&3));\n")


@pytest.mark.integration
def test_a_real_model_is_measured_and_its_report_is_what_the_gate_reads(
    tmp_path: Path, base: BaseModelFiles, judge: Judge
) -> None:
    context = Context(load_config(None, [f"root={tmp_path}", "answer.max_new_tokens=8"]), "night")
    context.record(PhaseResult("curate", "k", str(tmp_path / "curate")))
    vars(context).update(base=base, judge=judge)
    assert measure_retention(context, tmp_path, "base", None) == {}  # curate left no suite
    write_suite(tmp_path / "curate" / "retention", [koan()])
    metrics = measure_retention(context, tmp_path, "base", None)
    assert [metrics[f"base.retention.{name}"] for name in ("pass_rate", "n", "unscored")] == [0.0, 1.0, 0.0]
    context.record(PhaseResult("baseline", "k", str(tmp_path)))
    vars(context)["champion"] = None
    report = gate_arms(context, tmp_path / "examine")["base"]["retention"]
    assert (report.certified, report.attempts[0].family, report.context["format"]) == (True, "completion", "completion")


@pytest.mark.integration
def test_the_right_completion_passes_and_a_wrong_one_fails_the_examples_own_assertions(
    tmp_path: Path, base: BaseModelFiles, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = arm(tmp_path, base)
    verdicts = []
    for said in (" Some(&3));", " Some(&9));", " nonsense"):
        answer = opened._read(koan(), Said(said, 1, True, 0.0))
        monkeypatch.setattr(opened, "answer", lambda koans, progress, answer=answer: [answer])
        found = evaluate(opened, Suite("r", (koan(),), "d"), judge, opened.config)
        verdicts.append(str(found.attempts[0].verdict))
    assert verdicts == ["passed", "tests_failed", "not_compiled"]


@pytest.mark.parametrize("wanted", [7, 60])
def test_the_config_says_how_many_koans_curate_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: int
) -> None:
    asked: list[int] = []
    suite = SimpleNamespace(koans=(), digest="d")
    build = SimpleNamespace(corpus=SimpleNamespace(rows=[], digest="c"), dev=suite, shadow=suite, own=None)
    kept_out: list[object] = []
    monkeypatch.setattr("nightschool.curriculum.corpus.build_corpus", lambda *args: kept_out.extend(args[-1]) or build)
    monkeypatch.setattr(
        "nightschool.curriculum.retention.write_retention", lambda *args: asked.append(args[-1]) or suite
    )
    monkeypatch.setattr(Context, "suite", lambda self, name: suite)
    settings = [f"root={tmp_path}", f"curriculum.retention_koans={wanted}", "curriculum.rotation=1"]
    context = Context(load_config(None, settings), "night")
    vars(context).update(judge=None, domains=None)
    curate(context, tmp_path)
    assert asked == [wanted]
    assert kept_out == [suite]  # no row may hold what retention asks
