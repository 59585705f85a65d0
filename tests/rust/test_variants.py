"""Packing near-equal programs: what goes together, and where each line of a module came from."""

from __future__ import annotations

import pytest

from nightschool.rust.kinship import Kinship
from nightschool.rust.variants import Module

BEFORE = "pub struct T; pub fn f(t: T) { t.g(); }\nimpl T {\n    fn g(&self) -> u8 "
AFTER = "\n}\npub fn last() {}\n"
ONE, TWO, THREE = "{ 1 }", "{\n        2\n    }", '{ "}".len() as u8 }'


def packed(*sources: str) -> list[Module]:
    kinship = Kinship("2021")
    assert all([kinship.add(source) for source in sources])
    return kinship.modules(sources)


def members(*sources: str) -> list[tuple[int, ...]]:
    return sorted(module.pieces[0].members for module in packed(*sources))


def line_of(module: Module, word: str) -> list[tuple[int, int]]:
    """Each program and the line in it at which the word stands, by its first place in the module."""
    byte = module.text.index(word.encode())
    return [(member, line) for member, line, _ in module.origins(byte, module.text.count(b"\n", 0, byte) + 1)]


def test_programs_that_differ_in_one_body_are_one_module() -> None:
    assert members(*(BEFORE + body + AFTER for body in (ONE, TWO, THREE))) == [(0, 1, 2)]


def test_shared_text_belongs_to_all_and_a_body_to_one_each_at_its_own_line() -> None:
    (module,) = packed(*(BEFORE + body + AFTER for body in (ONE, TWO, THREE)))
    assert line_of(module, "fn f") == [(0, 1), (1, 1), (2, 1)]
    assert line_of(module, "2\n") == [(1, 4)]  # the body's second line: the function is on line 3
    assert line_of(module, '"}"') == [(2, 3)]
    assert line_of(module, "last") == [(0, 5), (1, 7), (2, 5)]  # the second body has two lines more


def test_the_emptied_function_keeps_its_name_and_the_copies_have_others() -> None:
    (module,) = packed(BEFORE + ONE + AFTER, BEFORE + THREE + AFTER)
    text = module.text.decode()
    assert text.count("fn g(&self)") == 1
    assert "fn ns__v0_g(&self) -> u8 { 1 }" in text
    assert 'fn ns__v1_g(&self) -> u8 { "}".len() as u8 }' in text
    double = [doubled for _, _, doubled in module.origins(module.text.index(b"loop"), 3)]
    assert double == [True, True]


@pytest.mark.parametrize(
    "body",
    [
        "{ 1 } fn h() {",  # closes the function early
        "{ impl T { } 1 }",
        "{ macro_rules! m { () => { 1 } } m!() }",
        "{ super::f(); 1 }",
        '{ include_str!("x").len() as u8 }',
        "{ 1 } // }",
        "{ /* } ",
    ],
)
def test_a_body_that_says_more_than_statements_is_not_packed(body: str) -> None:
    first, second = BEFORE + ONE + AFTER, BEFORE + body + AFTER
    kinship = Kinship("2021")
    kinship.add(first)
    if kinship.add(second):  # else it needs a crate of its own
        assert sorted(one.pieces[0].members for one in kinship.modules([first, second])) == [(0,), (1,)]


@pytest.mark.parametrize(
    "head",
    [
        "const N: u8 = f(); const fn f() -> u8 ",
        "pub fn e() { f(); } async fn f() -> u8 ",
        "pub fn e() { f(); } fn f() -> impl Sized ",
        "#[cfg(test)]\nfn f() -> u8 ",
        "#![deny(unused)]\nfn f() -> u8 ",
        "macro_rules! m { () => {} }\nfn f() -> u8 ",
        "trait A {} struct B; impl A for B { fn f() -> u8 ",
    ],
)
def test_functions_of_which_others_see_more_than_the_signature_are_not_packed(head: str) -> None:
    end = "\n}\n" if "impl A" in head else "\n"
    assert members(f"{head}{{ 1 }}{end}", f"{head}{{ 2 }}{end}") == [(0,), (1,)]


def test_programs_that_differ_elsewhere_are_apart() -> None:
    assert members(BEFORE + ONE + AFTER, (BEFORE + TWO + AFTER).replace("fn f", "fn e")) == [(0,), (1,)]


def test_paths_into_the_crate_lead_into_the_module_where_they_stand() -> None:
    (module,) = packed("pub(crate) fn f() {}\npub use crate::f as g;\n")
    assert module.text == b"pub(crate) fn f() {}\npub use crate::ns__k0::f as g;\n"
