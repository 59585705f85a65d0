"""What planting operators share: variables worth attacking, and names for the variables they add.

Covered: owning variables with a later use, variables with a later change, fresh names that vary over
programs and are the same on every run. Not covered: types; an unlucky guess simply fails verification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from tree_sitter import Node

from nightschool.rust.tree import Syntax, Variable

HOLDERS = ("kept", "saved", "snapshot", "backup", "held", "earlier", "previous", "spare")
VIEWS = ("view", "seen", "current", "peek", "shown", "reader")
HANDLES = ("handle", "writer", "editor", "target", "slot")
CHANGERS = re.compile(
    r"^(push|push_back|push_front|push_str|insert|clear|remove|pop|pop_front|pop_back|extend|truncate|sort|sort_unstable|"
    r"reverse|retain|append|swap|dedup|drain|insert_str|set|add|increment|resize|split_off|make_ascii_uppercase)$"
)
SCALAR = re.compile(r"^-?\d[\d_.]*(u8|u16|u32|u64|i32|i64|usize|f32|f64)?$")


def pick(words: tuple[str, ...], variable: Variable, syntax: Syntax) -> str:
    """A name for the planted variable: varied over programs, the same on every run, not yet in use."""
    start = crc32(f"{variable.name}{len(syntax.source)}".encode())
    for shift in range(len(words)):
        word = words[(start + shift) % len(words)]
        if word not in syntax.source:
            return word
    return "planted"


def owners(syntax: Syntax) -> Iterator[tuple[Variable, Node]]:
    """Owning variables with the first later statement that mentions them."""
    for variable in syntax.variables:
        if variable.owns:
            for statement in variable.later:
                if (
                    syntax.mentions(statement, variable.name)
                    and statement.start_point[0] > variable.declaration.end_point[0]
                ):
                    yield variable, statement
                    break


def changes(syntax: Syntax) -> Iterator[tuple[Variable, Node]]:
    """Variables with a later statement of the same block that calls a changing method on them."""
    for variable in syntax.variables:
        for statement in variable.later:
            text = syntax.text(statement)
            found = re.match(rf"(?:let \w+ = )?{re.escape(variable.name)}\s*\.\s*(\w+)\(", text)
            if found and CHANGERS.match(found[1]) and statement.start_point[0] > variable.declaration.end_point[0]:
                yield variable, statement
                break


def is_text(variable: Variable) -> bool:
    """The initialiser makes a `String`."""
    return bool(re.match(r"^(String::|format!)|\.to_string\(\)$|^\"", variable.value))


def is_list(variable: Variable) -> bool:
    """The initialiser makes a sequence that is not empty."""
    return bool(re.match(r"^(vec!\[.|Vec::from|\[.|VecDeque::from)", variable.value))
