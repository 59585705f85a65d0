"""Screening says of every program what compiling it alone says: the verdict always, the errors in outline."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from nightschool.koans import load_suite
from nightschool.repair import Place, propose
from nightschool.rust import Judge
from nightschool.rust.outlines import outline
from nightschool.types import Judgement, Program, Verdict

DOMAINS = Path(__file__).parents[2] / "koans" / "domains"
KOANS, EACH = 6, 14

SHARED = """use std::fmt;
pub struct Point { pub x: i32, pub name: String }
impl fmt::Display for Point { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", self.x) } }
impl Point {
    pub fn shown(&self, times: usize) -> String BODY
    pub fn take(self) -> String { self.name }
}
pub mod inner {
    pub fn double(value: i32) -> i32 { value * 2 }
}
pub fn last(points: &[Point]) -> i32 { points.last().unwrap().x }
"""
BODIES = (
    "{ self.to_string().repeat(times) }",
    "{\n        let text = self.to_string();\n        text.repeat(times)\n    }",
    "{ self.name }",
    "{ times }",
    "{ self.missing.repeat(times) }",
    "{ let s = self.name.clone(); drop(s); s }",
    "{ use std::fmt::Write; let mut out = String::new(); write!(out, \"{}\", self).unwrap(); out }",
    "{ fn more(n: usize) -> usize { n + 1 } \"{\".repeat(more(times)) }",
    "{ if times == 0 { String::new() } else { self.shown(times - 1) + r#\"}\"# } }",
    "{ self.shown(\"x\") } // }",
    "{ impl Point { pub fn other(&self) -> u8 { 1 } } self.other().to_string() }",
    "{ String::new() } pub fn slipped(&self) -> i32 { self.name }",
    "{ let a = [1, 2, 3]; a[5].to_string() }",
    "{ let unused = 1; String::new() }",
    "{ inner::double(self.x).to_string() + &crate::last(&[]).to_string() }",
    "{ (0..times).map(|n| n.to_string()).collect() }",
    "{ (0..times).map(|n| n.parse()).collect() }",
    "{ loop { } ",
)  # fmt: skip
OTHERS = (
    ("pub mod inner", "#![deny(unused_variables)]\npub mod inner"),
    ("use std::fmt;", "\ufeffuse std::fmt;"),
    ("use std::fmt;", "use std::fmt; use crate::inner::double as twice; use crate::absent;"),
    ("use std::fmt;", "use std::fmt; impl Missing for Point {}"),
    ("use std::fmt;", "use std::fmt; #[derive(Clone, Copy)] pub struct Held { pub name: String }"),
    (
        "use std::fmt;",
        "use std::fmt; #[derive(Clone)] pub struct Twice; impl Clone for Twice { fn clone(&self) -> Self { Twice } }",
    ),
    (
        "use std::fmt;",
        "use std::fmt; macro_rules! make { ($e:expr) => { $e + true } } pub fn made() -> i32 { make!(1) }",
    ),
    ("use std::fmt;", "use std::fmt; pub const fn four() -> usize { 4 } pub const ROOM: [u8; four()] = [0; 5];"),
    ("use std::fmt;", "use std::fmt; pub struct String { pub next: String }"),
    ("pub fn last", "pub fn last() {}\npub fn last"),
    ("points.last()", "points.first().map(|one| one.y).or(points.last())"),
    ("pub fn last(points: &[Point])", "pub fn last(points: &[Pint])"),
    ("value * 2", "value * absent"),
)


def proposals(judge: Judge) -> Iterator[Program]:
    """What the repair of some koans would try."""
    koans = load_suite(DOMAINS).koans[:: 60 // KOANS][:KOANS]
    broken = [Program(koan.broken, edition=koan.edition) for koan in koans]
    for program, judgement in zip(broken, judge.compile(broken), strict=True):
        tried = list(propose(Place(program.source, judgement.diagnostics)))
        for one in tried[:: max(1, len(tried) // EACH)][:EACH]:
            yield Program(one.program, edition=program.edition)


def written() -> Iterator[Program]:
    bodies = [SHARED.replace("BODY", body) for body in BODIES]
    yield from (Program(source) for source in bodies)
    lints = [f"#![deny(warnings)]\n{source}" for source in bodies[:6]]
    yield from (Program(source) for source in lints)
    for old, new in OTHERS:
        yield from (Program(bodies[place].replace(old, new, 1)) for place in (0, 1, 5))
    yield from (Program(source.replace("\n", "\r\n"), edition="2024") for source in bodies[:4])
    yield from (Program(source.replace("\n", " ").replace("// }", "")) for source in bodies[:7])


@pytest.fixture(scope="module")
def programs(judge: Judge) -> list[Program]:
    return [*proposals(judge), *written()]


@pytest.fixture(scope="module")
def alone(judge: Judge, programs: list[Program]) -> list[Judgement]:
    return judge.compile_each(programs)


@pytest.mark.integration
def test_screening_says_what_compiling_alone_says(
    judge: Judge, programs: list[Program], alone: list[Judgement]
) -> None:
    screened = judge.screen(programs, diagnose=False)
    different = [
        (program.source, truth, said)
        for program, truth, said in zip(programs, map(outline, alone), screened, strict=True)
        if truth != said
    ]
    assert different == []
    assert {one.verdict for one in screened} == {Verdict.PASSED, Verdict.NOT_COMPILED}


@pytest.mark.integration
def test_order_and_company_make_no_difference(judge: Judge, programs: list[Program], alone: list[Judgement]) -> None:
    order = list(range(len(programs)))
    random.Random(4).shuffle(order)
    for part in (order[::2], order[1::4]):
        screened = judge.screen([programs[place] for place in part], diagnose=False)
        assert screened == [outline(alone[place]) for place in part]


@pytest.mark.integration
def test_diagnostics_are_compiles_where_they_are_asked_for(judge: Judge, programs: list[Program]) -> None:
    some = programs[::9]
    asked = [place % 2 == 0 for place in range(len(some))]
    compiled, screened = judge.compile(some), judge.screen(some, diagnose=asked)
    for want, truth, said in zip(asked, compiled, screened, strict=True):
        assert said == (truth if want else outline(truth))
    assert judge.screen(some) == compiled


@pytest.mark.integration
def test_what_is_unreadable_is_refused_and_progress_is_told(judge: Judge) -> None:
    told: list[int] = []
    programs = [
        Program("pub fn f() {}\0"),
        Program("pub fn f() {}"),
        Program("pub fn f() { 1 }"),
        Program("pub fn f() {}"),
    ]
    screened = judge.screen(programs, diagnose=False, progress=told.append)
    assert [one.verdict.value for one in screened] == ["not_compiled", "passed", "not_compiled", "passed"]
    assert "NUL" in screened[0].detail
    assert sum(told) == 3  # what is refused unread was never compiled
    assert judge.screen([]) == []
