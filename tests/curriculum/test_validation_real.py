"""The real judge, the real koans and Great Expectations together: planted faults are found by rustc."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config, CurriculumConfig
from nightschool.curriculum.validation import validate_corpus, validate_suite
from nightschool.errors import ValidationFailedError
from nightschool.koans import certify, load_suite
from nightschool.rust.judge import Judge, open_judge
from tests.curriculum.programs import row

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "koans" / "frozen"
# Five rows cannot cover thirty koans: coverage is measured elsewhere.
CONFIG = Config(root=ROOT, curriculum=CurriculumConfig(min_coverage=0.0))
MOVED = """
pub fn shout(words: Vec<String>) -> (usize, Vec<String>) {
    let loud = words.into_iter().map(|word| word.to_uppercase()).collect();
    (words.len(), loud)
}
"""
ROWS = [
    row("moved", MOVED, MOVED.replace("words.into_iter()", "words.iter()")),
    row("immutable", "pub fn one() -> Vec<u8> {\n    let v = Vec::new();\n    v.push(1);\n    v\n}\n", "", "E0596"),
    row("unequal", "pub fn same<T>(a: &T, b: &T) -> bool {\n    a == b\n}\n", "", "E0369"),
]
ROWS[1] = replace(ROWS[1], fixed=ROWS[1].broken.replace("let v", "let mut v"))
ROWS[2] = replace(ROWS[2], fixed=ROWS[2].broken.replace("<T>", "<T: PartialEq>"))


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("root")))


def test_rustc_confirms_a_good_corpus(judge: Judge, tmp_path: Path) -> None:
    found = validate_corpus(ROWS, load_suite(FROZEN).koans, judge, CONFIG, tmp_path)
    assert found.success
    assert len(found.warnings) == 1, "coverage is below the target, and that is all"


def test_rustc_finds_each_planted_fault(judge: Judge, tmp_path: Path) -> None:
    koan = load_suite(FROZEN).koans[0]
    faulty = [
        replace(ROWS[0], broken=ROWS[0].fixed),
        replace(ROWS[1], fixed=ROWS[1].broken),
        replace(ROWS[2], error_code="E0277"),
        row("leak", koan.broken, koan.fixed, koan.error_codes[0]),
    ]
    with pytest.raises(ValidationFailedError) as failure:
        validate_corpus(faulty, [koan], judge, CONFIG, tmp_path)
    message = str(failure.value)
    assert "moved: compiles; E0382 is declared" in message
    assert "immutable: not_compiled E0596" in message
    assert "unequal: fails with E0369; E0277 is declared" in message
    assert f"leak: {koan.id}" in message
    assert message.startswith("3 of"), "broken code, fixed code and leakage"


def test_the_frozen_suite_meets_its_expectations(judge: Judge, tmp_path: Path) -> None:
    suite = load_suite(FROZEN)
    assert validate_suite(suite, certify(suite, judge), CONFIG, tmp_path).success
