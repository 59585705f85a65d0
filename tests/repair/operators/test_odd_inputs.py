"""Claims of every repair operator: it never raises, wherever rustc points, and says the same twice."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import product

import pytest

from nightschool.repair.operators import OPERATORS, RepairOperator
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import apply_edits
from nightschool.types import Diagnostic, Label

PROGRAM = """use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Größe<'a> { name: &'a str, tags: Vec<String> }

pub trait Shape { type Unit; fn area(&self) -> f64; }

impl<'a> Größe<'a> {
    pub fn label(&mut self, extra: &str, map: HashMap<u32, String>) -> Option<&str> {
        let first = &self.tags[0];
        for tag in self.tags.iter() {
            match map.get(&1) { Some(ref v) if v.len() > 1 => { self.tags.push(tag.clone()); }
            None => {} _ => return None }
        }
        let f = move |x: u32| x + 1;
        if let Some(mut t) = self.tags.pop() { t.push_str("ä"); }
        let held = { let inner = vec![extra.to_string(), format!("{first}")]; inner.iter().next()? };
        std::thread::spawn(|| println!("{}", self.name));
        Some(self.name)
    }
}

pub enum Kind { One, Two(String), Three { size: u64 } }
static ALL: Vec<u32> = Vec::new();
pub async fn run(kind: Kind) -> Result<(), String> { let k = kind; drop(k); Ok(()) }
"""
CALLS = """pub struct Bus { callback: Box<dyn Fn(String) -> usize>, table: Vec<fn(String) -> usize> }
impl Bus {
    pub fn send(&mut self, text: String, f: &mut dyn FnMut(&str) -> Option<u8>) -> Option<usize> {
        let n = (self.callback)(text) + self.table[0](text) + (|a: String| a.len())(text);
        let k = std::mem::size_of::<[(u8, u16); 3]>() + text.parse::<(usize)>().ok()?;
        Some(n + k + usize::from((f)(&text)?) + vec![text].len())
    }
}
"""
"""Calls of what is no plain name."""
WORDS = (
    "value moved here",
    "first mutable borrow occurs here",
    "expected `String`, found `&str`",
    "borrow later used here",
)
ODD = {
    "nothing": "",
    "blank": " \n\n",
    "one brace": "}",
    "half a function": "fn f(x: &",
    "half a match": "fn f() { match x { Some(",
    "strange bytes": 'fn ä() { let 名 = "\\u{1F600}😀"; &名.x(名) }',
    "windows lines": PROGRAM.replace("\n", "\r\n"),
    "mark first": "\ufeff" + PROGRAM,
    "whole": PROGRAM,
    "without braces": PROGRAM.replace("{", "").replace("}", ""),
    "without brackets": PROGRAM.replace("(", "").replace(">", ""),
    "no semicolons": PROGRAM.replace(";", ""),
    "one line": PROGRAM.replace("\n", " "),
}


def _diagnostics(source: str, seed: int) -> list[Diagnostic]:
    """Labels at places that a seed draws, with the codes of many operators."""
    draw = random.Random(seed)
    lines = source.split("\n")
    codes = sorted({code for operator in OPERATORS.values() for code in operator.codes})
    found = []
    for _ in range(3):
        line = draw.randint(1, len(lines) + 1)
        column = draw.randint(1, 60)
        labels = tuple(Label(min(line + n, len(lines)), column + 3 * n, word, n == 0) for n, word in enumerate(WORDS))
        message = (
            "cannot borrow `self.tags` as mutable; `map` and `Kind` and `Größe<'a>`, type `Rc<Vec<T>>`, lifetime `'a`"
        )
        found.append(Diagnostic(draw.choice(codes), message, line, labels, ("consider `&mut`",)))
    return found


def _edited(operator: RepairOperator, place: Place) -> list[tuple[float, str]]:
    return [(cost, apply_edits(place.data, edits)) for cost, edits in operator.find(place)]


@cache
def _places() -> tuple[tuple[Place, Place], ...]:
    """Each odd text with labels of one draw, read twice."""
    drawn = [(source, _diagnostics(source, seed)) for seed, source in enumerate([*ODD.values(), PROGRAM, PROGRAM])]
    return tuple((Place(source, found), Place(source, found)) for source, found in drawn)


@cache
def _without_place() -> tuple[Place, ...]:
    far = Diagnostic("E0382", "use of `x`", 900, (Label(900, 400, "", True),))
    nowhere = Diagnostic(None, "", 0)
    return tuple(Place(source, found) for source in ("", PROGRAM) for found in ([nowhere], [], [far]))


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_an_operator_never_raises_and_says_the_same_twice(name: str) -> None:
    for one, other in _places():
        assert _edited(OPERATORS[name], one) == _edited(OPERATORS[name], other)


@cache
def _called() -> tuple[Place, ...]:
    """Labels at each name of the lines of CALLS that call, with every code that operators know."""
    codes = sorted({code for operator in OPERATORS.values() for code in operator.codes})
    found = []
    for line, text in enumerate(CALLS.split("\n"), start=1):
        for at, word in product(re.finditer(r"[\w&]+", text), WORDS[:2] if "let" in text else ()):
            labels = (Label(line, at.start() + 1, word, True),)
            found.append(Place(CALLS, [Diagnostic(code, f"use of `{at[0]}`", line, labels) for code in codes]))
    return tuple(found)


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_an_operator_bears_calls_of_what_is_no_plain_name(name: str) -> None:
    for place in _called():
        _edited(OPERATORS[name], place)


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_an_operator_bears_diagnostics_without_a_place(name: str) -> None:
    for place in _without_place():
        _edited(OPERATORS[name], place)
