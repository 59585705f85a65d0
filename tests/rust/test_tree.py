"""Claims of one parsed program: what it looks up by place, by import and by call."""

from __future__ import annotations

from nightschool.rust.tree import Syntax

SOURCE = """use std::collections::{HashMap, BTreeMap as Sorted};
fn one(a: u8) -> u8 { a + a }
fn two(a: &str) -> Vec<char> { a.chars().rev().collect::<Vec<_>>() }
"""


def test_nodes_between_two_bytes_begin_there() -> None:
    syntax = Syntax(SOURCE)
    two = syntax.of("function_item")[1]
    every = [node for node in syntax.of("identifier") if two.start_byte <= node.start_byte < two.end_byte]
    assert list(syntax.between(two.start_byte, two.end_byte, "identifier")) == every
    assert [syntax.text(node) for node in every] == ["two", "a", "a"]
    assert every[0] not in syntax.between(every[0].start_byte + 1, two.end_byte, "identifier")
    assert not list(syntax.between(0, len(SOURCE), "match_expression"))


def test_words_of_imports_are_known() -> None:
    assert {"HashMap", "BTreeMap", "Sorted", "collections"} <= Syntax(SOURCE).imported
    assert "Vec" not in Syntax(SOURCE).imported


def test_calls_of_methods_have_receiver_and_name() -> None:
    syntax = Syntax(SOURCE)
    found = [(syntax.text(receiver), name) for _, receiver, name in syntax.calls_of_methods]
    assert sorted(found) == [("a", "chars"), ("a.chars()", "rev"), ("a.chars().rev()", "collect")]
