"""Patterns are made at new places under their names, nothing is made of odd input, and a record is whole or refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.errors import IntegrityError
from nightschool.repair.patterns import Patterns, learn_patterns, read_patterns, write_patterns
from nightschool.repair.place import Place
from nightschool.rust.tree import parses
from tests.repair.operators.test_odd_inputs import PROGRAM
from tests.repair.patterns.fixes import place, proposed, row

QUESTION = row("fn a(x: T) -> R {\n    x.f();\n    Ok(1)\n}\n", "fn a(x: T) -> R {\n    x.f()?;\n    Ok(1)\n}\n")
TARGET = "fn other(file: File) -> Result<(), E> {\n    let n = 1;\n    file.read(n + 1);\n    Ok(())\n}\n"


def test_one_pair_is_enough_for_a_new_place() -> None:
    found = proposed(learn_patterns([QUESTION]), place(TARGET, "file.read"))
    assert TARGET.replace("read(n + 1)", "read(n + 1)?") in found[:3]


def test_equal_inputs_give_equal_lists() -> None:
    patterns = learn_patterns([QUESTION])
    assert list(patterns(place(TARGET, "file.read"))) == list(patterns(place(TARGET, "file.read")))


def test_every_proposal_says_which_pattern_or_row_made_it() -> None:
    patterns = learn_patterns([QUESTION])
    ids = {one.id for one in patterns.patterns} | {f"row:{one.id}" for one in patterns.examples}
    steps = [one.step for one in patterns(place(TARGET, "file.read"))]
    assert steps
    assert {step.name for step in steps} <= ids
    assert {step.source for step in steps} == {"pattern"}


def test_a_name_that_rustc_quotes_is_filled_in() -> None:
    """Learnt: `x` becomes `x as f64` where rustc says expected `f64`; here it says expected `u16`."""
    broken = "fn f(x: u8) -> f64 {\n    x\n}\n"
    said = "wrong: expected `f64`, found `u8`"
    learnt = learn_patterns([row(broken, broken.replace("    x", "    x as f64"), said=said)])
    other = "fn g(count: u32) -> u16 {\n    count\n}\n"
    found = proposed(learnt, place(other, "count\n", said="wrong: expected `u16`, found `u32`"))
    assert other.replace("    count", "    count as u16") in found


def test_an_inserted_line_takes_the_indentation_of_its_place() -> None:
    broken = "fn f(m: &M) {\n    let g = m.lock();\n    call(m);\n}\n"
    learnt = learn_patterns([row(broken, broken.replace("    call", "    drop(g);\n    call"), "E0505", "held")])
    other = "impl A {\n    fn k(&self, q: &M) {\n        let held = q.lock();\n        call(q);\n    }\n}\n"
    found = proposed(learnt, place(other, "call", "E0505", "held"))
    assert other.replace("        call", "        drop(held);\n        call") in found


def test_lines_of_a_file_with_carriage_returns_end_in_them() -> None:
    broken = "fn f(m: &M) {\n    let g = m.lock();\n    call(m);\n}\n"
    learnt = learn_patterns([row(broken, broken.replace("    call", "    drop(g);\n    call"), "E0505", "held")])
    other = broken.replace("\n", "\r\n")
    found = [one for one in proposed(learnt, place(other, "call", "E0505", "held")) if "drop(g);" in one]
    assert other.replace("    call", "    drop(g);\r\n    call") in found


def learnt() -> Patterns:
    clone = row("fn f(v: V) {\n    g(v);\n    h(v);\n}\n", "fn f(v: V) {\n    g(v.clone());\n    h(v);\n}\n", "E0382")
    derive = row("#[derive(Debug)]\nstruct A;\n", "#[derive(Debug, Clone)]\nstruct A;\n", "E0382")
    item = row("fn f() {}\n", "use std::fmt;\n\nfn f() {}\n", "E0433")
    life = row("fn f(x: &str) -> &str { x }\n", "fn f<'a>(x: &'a str) -> &'a str { x }\n", "E0106")
    arms = row("fn f() { match x { A => 1, } }\n", "fn f() { match x { A => 1, B => 2, } }\n", "E0004")
    return learn_patterns([QUESTION, clone, derive, item, life, arms])


LEARNT = learnt()
CODES = ["E0308", "E0382", "E0433", "E0106", "E0004", "E9999"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_raises_and_nothing_outside_is_touched(code: str, end: str) -> None:
    source = PROGRAM.replace("\n", end)
    for marked in ("Größe", "self.tags.push", "match map", "ALL", "async"):
        for proposal in LEARNT(place(source, marked, code)):
            assert proposal.program != source
            assert end == "\r\n" or "\r" not in proposal.program


@settings(max_examples=40)
@given(st.integers(0, len(PROGRAM)), st.integers(0, len(PROGRAM)), st.sampled_from(CODES))
def test_programs_that_do_not_parse_are_no_trouble(start: int, end: int, code: str) -> None:
    source = PROGRAM[:start] + PROGRAM[end:]
    if source:
        list(LEARNT(place(source, source[min(start, len(source) - 1) :][:5], code)))


@settings(max_examples=30)
@given(st.integers(0, len(PROGRAM)), st.integers(0, len(PROGRAM)), st.sampled_from(["{", "ä", "\r\n", "'a", "("]))
def test_pairs_that_do_not_parse_are_no_trouble(start: int, end: int, text: str) -> None:
    fixed = PROGRAM[:start] + text + PROGRAM[max(start, end) :]
    if fixed != PROGRAM and fixed.split("\n") != PROGRAM.split("\n"):
        patterns = learn_patterns([row(PROGRAM + "\n\n", fixed)])
        list(patterns(place(PROGRAM, "self.tags.push")))


def test_without_errors_or_text_there_is_nothing_to_do() -> None:
    assert list(LEARNT(Place(TARGET, ()))) == [] == list(LEARNT(Place("", ())))


def test_proposals_of_sound_rows_parse() -> None:
    found = proposed(LEARNT, place(TARGET, "file.read"))
    assert found
    assert all(map(parses, found))


def test_a_teams_own_fixes_are_kept_however_many_rows_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """One example a code is allowed: of two rows at E0308 one stays, and with the own fix as well there are two."""
    monkeypatch.setattr("nightschool.repair.patterns.record.EXAMPLES", 1)
    rows = [row(f"fn f(n: u8) {{ g{n}(n); }}\n", f"fn f(n: u8) {{ g{n}(&n, {n}); }}\n") for n in range(2)]
    assert len(learn_patterns(rows).examples) == 1
    both = learn_patterns(rows, [QUESTION])
    ours = learn_patterns([QUESTION])
    assert set(ours.examples) <= set(both.examples)
    assert {one.id for one in ours.patterns} <= {one.id for one in both.patterns}
    assert both.rows == 3


def test_a_record_reads_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "patterns.json"
    write_patterns(path, LEARNT)
    again = read_patterns(path)
    assert again == LEARNT
    assert again.digest == LEARNT.digest
    assert list(again(place(TARGET, "file.read"))) == list(LEARNT(place(TARGET, "file.read")))


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "schema", "list"])
def test_a_damaged_record_is_refused_with_the_next_command(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "patterns.json"
    write_patterns(path, LEARNT)
    data = json.loads(path.read_text(encoding="utf-8"))
    texts = {
        "cut": path.read_text(encoding="utf-8")[:-40],
        "changed": json.dumps({**data, "rows": data["rows"] + 1}),
        "schema": json.dumps({**data, "schema": 99}),
        "list": "[]",
    }
    path.unlink() if damage == "missing" else path.write_text(texts[damage], encoding="utf-8")
    with pytest.raises(IntegrityError, match=r"patterns\.json.*nightschool"):
        read_patterns(path)
