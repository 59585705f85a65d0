"""Arms, attempts and reports: failures are data, what could not be measured is never a zero."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.errors import IntegrityError, UsageError
from nightschool.evaluation import Answer, FileArm, evaluate, open_arm, read_report, write_report
from nightschool.evaluation.answer_cache import AnswerCache, Said
from nightschool.koans import Suite
from nightschool.types import Judgement, Koan, Program, Verdict

BROKEN = "fn f() -> i32 {\n    let x = 1;\n    x += 1;\n    x\n}\n"
FIXED = BROKEN.replace("let x", "let mut x")
KOANS = tuple(
    Koan(f"k{n}", "borrow_checker" if n < 3 else "lifetimes", "p", ("E0384" if n < 2 else "E0106",), BROKEN, FIXED, "t")
    for n in range(4)
)
SUITE = Suite("toy", KOANS, "d" * 64)


class ToyJudge:
    """Passes the right fix; the sandbox is dead for programs that say so."""

    toolchain = SimpleNamespace(version="rustc 0", digest="t")

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        return [self._one(p.source) for p in programs]

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        return [Judgement(Verdict.NOT_COMPILED)] * len(programs)

    def _one(self, source: str) -> Judgement:
        if "dead" in source:
            return Judgement(Verdict.UNSCORED, detail="sandbox unavailable")
        return Judgement(Verdict.PASSED if source == FIXED else Verdict.TESTS_FAILED)


def answers_file(folder: Path, *rows: object) -> Path:
    path = folder / "answers.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows) + "\n")
    return path


def test_answers_from_a_file_are_taken_as_edits_or_programs(tmp_path: Path) -> None:
    path = answers_file(
        tmp_path,
        {"koan": "k0", "answer": "2 let mut x = 1;"},
        {"koan": "k1", "answer": f"```rust\n{FIXED}```"},
        {"koan": "k2", "answer": "I do not know"},
    )
    report = evaluate(FileArm(path), SUITE, ToyJudge(), Config(), certified=True)  # type: ignore[arg-type]
    assert [a.verdict.value for a in report.attempts] == ["passed", "passed", "tests_failed", "not_compiled"]
    assert report.attempts[3].detail == "no answer"
    # Two of four passed: both E0384, none of E0106; two of the three borrow checker koans.
    assert (report.rate.passed, report.rate.n, report.unscored) == (2, 4, 0)
    assert (report.by_code["E0384"].passed, report.by_code["E0106"].passed) == (2, 0)
    assert (report.by_family["borrow_checker"].passed, report.by_family["borrow_checker"].n) == (2, 3)
    assert report.complete


def test_a_dead_sandbox_is_unscored_and_leaves_the_rate_alone(tmp_path: Path) -> None:
    path = answers_file(tmp_path, {"koan": "k0", "answer": FIXED}, {"koan": "k1", "answer": "dead"})
    report = evaluate(FileArm(path), SUITE, ToyJudge(), Config())  # type: ignore[arg-type]
    assert (report.rate.passed, report.rate.n, report.unscored) == (1, 3, 1)
    assert not report.complete


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"koan": "elsewhere", "answer": "x"}], "does not have: elsewhere"),
        (['{"koan": "k0"'], r"answers.jsonl:1: not JSON"),
        ([{"koan": "k0", "answer": 3}], r"answers.jsonl:1: needs a JSON object"),
        ([["k0", "x"]], "needs a JSON object"),
        ([{"koan": "k0", "answer": "x"}] * 2, r"answers.jsonl:2: koan 'k0' is answered twice"),
    ],
)
def test_a_wrong_answers_file_is_one_clear_error(tmp_path: Path, rows: list[object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        FileArm(answers_file(tmp_path, *rows)).answer(KOANS)


def test_arms_that_do_not_exist_or_lack_an_adapter_are_refused(tmp_path: Path) -> None:
    for name, message in (("best", "No arm 'best'"), ("candidate", "needs an adapter")):
        with pytest.raises(UsageError, match=message):
            open_arm(name, Config(), ToyJudge(), None, None)  # type: ignore[arg-type]


def test_reports_survive_the_disk_and_damage_is_noticed(tmp_path: Path) -> None:
    path = answers_file(tmp_path, {"koan": "k0", "answer": FIXED})
    report = evaluate(FileArm(path), SUITE, ToyJudge(), Config())  # type: ignore[arg-type]
    file = tmp_path / "report.json"
    write_report(file, report)
    assert read_report(file) == report
    write_report(file, replace(report, rate=replace(report.rate, passed=4)))
    with pytest.raises(IntegrityError, match="claims 4 of 4, its attempts give 1 of 4"):
        read_report(file)
    file.write_text(file.read_text()[:-40])
    with pytest.raises(IntegrityError, match="no evaluation report"):
        read_report(file)
    file.write_text('{"schema": 99}')
    with pytest.raises(IntegrityError, match="schema 99"):
        read_report(file)


def test_cached_answers_survive_a_kill_in_the_middle_of_a_line(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path, "policy")
    cache.put("q1", Said("2:x", 4, True, 0.5))
    cache.put("q2", Said("3:y", 4, True, 0.5))
    cache.path.write_text(cache.path.read_text()[:-10])
    again = AnswerCache(tmp_path, "policy")
    assert again.get("q1") == Said("2:x", 4, True, 0.5)
    assert again.get("q2") is None
    again.put("q3", Said("", 1, False, 0.1))
    assert AnswerCache(tmp_path, "policy").known.keys() == {"q1", "q3"}


def test_an_answer_without_a_program_is_never_judged() -> None:
    class Silent:
        name, digest = "silent", "s"

        def answer(self, koans: Sequence[Koan], progress: object = None) -> list[Answer]:
            return [Answer(koan.id, "??", None, detail="malformed edit answer") for koan in koans]

        def facts(self) -> dict[str, str]:
            return {}

    report = evaluate(Silent(), SUITE, ToyJudge(), Config())  # type: ignore[arg-type]
    assert {(a.verdict, a.detail) for a in report.attempts} == {(Verdict.NOT_COMPILED, "malformed edit answer")}


def test_a_file_of_answers_that_is_not_there_is_named_once(tmp_path):
    with pytest.raises(UsageError) as raised:
        FileArm(tmp_path / "mine.jsonl")
    assert str(raised.value) == f"Cannot read answers from {str(tmp_path / 'mine.jsonl')!r}: No such file or directory."
