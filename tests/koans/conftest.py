"""One judge for all tests of this part, and a small sound koan that the others are spoilt copies of."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Koan

FROZEN = Path(__file__).resolve().parents[2] / "koans" / "frozen"

BROKEN = """\
pub fn longest(words: &[String]) -> Option<String> {
    let mut best = words.first()?;
    for word in words {
        if word.len() > best.len() {
            best = word.clone();
        }
    }
    Some(best.clone())
}

pub fn shout(word: &str) -> String {
    word.to_uppercase()
}
"""
FIXED = BROKEN.replace("best = word.clone()", "best = word")
TESTS = """\
fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_string).collect()
}

#[test]
fn the_longest_is_found() {
    assert_eq!(longest(&words("a ccc bb")).as_deref(), Some("ccc"));
    assert_eq!(longest(&words("dddd e")).as_deref(), Some("dddd"));
    assert_eq!(longest(&[]), None);
}

#[test]
fn shouting_is_upper_case() {
    assert_eq!(shout("hey"), "HEY");
}
"""


def make_koan(id: str = "sound", **changes: object) -> Koan:
    """A sound koan with some fields changed."""
    fields: dict[str, object] = {
        "id": id,
        "family": "result_handling",
        "pattern": "some-pattern",
        "error_codes": ("E0308",),
        "broken": BROKEN,
        "fixed": FIXED,
        "tests": TESTS,
        "title": "Longest word",
    }
    return Koan(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("root")))
