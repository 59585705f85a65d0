"""Claims on what rustc warns of in candidates."""

from __future__ import annotations

import pytest

from nightschool.config import Config
from nightschool.repair.warned import LINTS, warning_features
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Program

SAVE = """pub struct Full;
pub struct Shelf(Vec<u32>);
impl Shelf {
    pub fn add(&mut self, book: u32) -> Result<(), Full> {
        if self.0.len() > 9 { return Err(Full); }
        self.0.push(book);
        Ok(())
    }
    pub fn add_all(&mut self, books: &[u32]) -> Result<(), Full> {
        for book in books { self.add(*book)?; }
        Ok(())
    }
}
"""
DROPPED = SAVE.replace("self.add(*book)?;", "self.add(*book);")
BROKEN = SAVE.replace("Ok(())", "Ok(1)")


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("warned")))


def test_counts_are_those_beyond_the_least_warned() -> None:
    """Two have an idle variable anyway: 4 + 1 more are cut off at 3; the other has none left."""
    told = warning_features([{"unused_variables": 5, "unused_mut": 1}, {"unused_variables": 1}])
    assert told == [{"warned": 3.0, "warn:unused_mut": 1.0, "warn:unused_variables": 3.0}, {}]
    assert warning_features([]) == []


@pytest.mark.integration
def test_a_dropped_result_is_told_from_one_that_is_passed_on(judge: Judge) -> None:
    """In any order and company, whatever the program allows; of a program that does not compile nothing is known."""
    allowing = "#![allow(unused)]\n" + DROPPED
    programs = [Program(SAVE), Program(BROKEN), Program(DROPPED), Program(allowing, edition="2024")]
    told = [{}, {}, {"unused_must_use": 1}, {"unused_must_use": 1}]
    assert judge.warnings(programs, LINTS) == told
    assert judge.warnings(programs[::-1], LINTS) == told[::-1]
    assert judge.warnings([], LINTS) == []
    assert judge.warnings([Program(DROPPED)], ("unused_mut",)) == [{}]
