"""Makes a crate's program self-contained: what it names from elsewhere gets a stand-in, or goes.

rustc leads: as long as either program has an error that is not the episode's, the name it misses is declared (a type or
a trait without members), or the smallest piece around the error is emptied or removed, on both sides. Covered: types,
traits, imports and attributes of other crates. Not covered: behaviour; a program whose failing code needs a method of a
foreign type cannot be reduced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.episodes.reduction.oracle import Oracle, Pair
from nightschool.episodes.reduction.pieces import Piece, pieces
from nightschool.episodes.reduction.slicing import empty, in_focus, remove, rewritten
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit, apply_edits
from nightschool.types import Diagnostic

ROUNDS = 24
_MISSING = re.compile(r"cannot find (type|trait|struct, variant or union type) `(\w+)` in this scope")
_DERIVED = "#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]\n"
_FMT = "fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { todo!() }"
_PARAMETERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Target:
    """The errors that an episode is about, rustc's first one first."""

    errors: tuple[tuple[str | None, str], ...]
    """Code and message of each."""

    def is_(self, error: Diagnostic) -> bool:
        """One of them, or another of the same words."""
        return (error.code, error.message) in self.errors


def self_contained(pair: Pair, target: Target, lines: Sequence[str], oracle: Oracle) -> Pair | None:
    """The pair with nothing from elsewhere, failing with the target's errors alone; None where that cannot be had.

    `lines`: source lines that the episode's errors quote.
    """
    for _ in range(ROUNDS):
        broken, fixed = oracle.compiled([pair.broken, pair.fixed])
        strays = [(False, error) for error in broken.diagnostics if not target.is_(error)]
        strays += [(True, error) for error in fixed.diagnostics]
        if not strays:
            fails = bool(broken.diagnostics) and not fixed.diagnostics
            return pair if fails and not (broken.detail or fixed.detail) else None
        changed = _without(pair, strays, quoted(pair.broken, lines))
        if changed == pair:
            return None
        pair = changed
    return None


def quoted(text: str, lines: Sequence[str]) -> frozenset[int]:
    """Numbers of the lines that read so."""
    wanted = {line.partition("//")[0].strip() for line in lines} - {""}
    return frozenset(at for at, line in enumerate(text.split("\n"), start=1) if line.strip() in wanted)


def _without(pair: Pair, strays: Sequence[tuple[bool, Diagnostic]], focus: frozenset[int]) -> Pair:
    """The pair with names declared, else with the pieces around the errors gone."""
    declared = _declare(pair, strays)
    if declared != pair:
        return declared
    broken, fixed = Syntax(pair.broken), Syntax(pair.fixed)
    shared = pieces(broken, fixed)
    shortened = _shorten(pair, strays, broken, fixed)
    if shortened != pair:
        return shortened
    emptied = [one for side, error in strays if (one := _function(shared, side, error.line, focus))]
    if emptied:
        return rewritten(pair, emptied, empty)
    removed = [one for side, error in strays if (one := _smallest(shared, side, error.line))]
    return rewritten(pair, removed, remove)


def _span(piece: Piece, in_fixed: bool) -> tuple[int, int]:
    node = piece.fixed if in_fixed else piece.broken
    return node.start_point[0] + 1, node.end_point[0] + 1


def _around(shared: Sequence[Piece], in_fixed: bool, line: int) -> list[Piece]:
    """Pieces on a line, smallest first."""
    found = [one for one in shared if _span(one, in_fixed)[0] <= line <= _span(one, in_fixed)[1]]
    return sorted(found, key=lambda one: (one.fixed if in_fixed else one.broken).end_byte - _start(one, in_fixed))


def _start(piece: Piece, in_fixed: bool) -> int:
    return (piece.fixed if in_fixed else piece.broken).start_byte


def _function(shared: Sequence[Piece], in_fixed: bool, line: int, focus: frozenset[int]) -> Piece | None:
    """The function around an error, if it may be emptied."""
    for one in _around(shared, in_fixed, line):
        if one.kind == "function_item":
            may = not in_focus(one, focus) and one.emptied(in_fixed) is not None
            return one if may else None
    return None


def _smallest(shared: Sequence[Piece], in_fixed: bool, line: int) -> Piece | None:
    """The smallest removable piece on the line."""
    return next((one for one in _around(shared, in_fixed, line) if one.same), None)


def _declare(pair: Pair, strays: Sequence[tuple[bool, Diagnostic]]) -> Pair:
    """Stand-ins for types and traits that nobody defines, each in the module that misses it."""
    wanted: dict[tuple[tuple[str, ...], str], str] = {}
    for in_fixed, error in strays:
        found = _MISSING.match(error.message)
        if found:
            syntax = Syntax(pair.fixed if in_fixed else pair.broken)
            wanted[_module(syntax, error), found[2]] = found[1]
    for (module, name), kind in wanted.items():
        text = _stand_in(kind, name, pair)
        pair = Pair(_added(pair.broken, module, text), _added(pair.fixed, module, text))
    return pair


def _module(syntax: Syntax, error: Diagnostic) -> tuple[str, ...]:
    """Names of the modules around an error, outermost first."""
    names: list[str] = []
    for node in syntax.of("mod_item"):
        if node.start_point[0] < error.line <= node.end_point[0] + 1 and node.child_by_field_name("body"):
            names.append(syntax.name(node))
    return tuple(names)


def _added(text: str, module: tuple[str, ...], declaration: str) -> str:
    """The program with a declaration at the end of a module, or of the file."""
    syntax = Syntax(text)
    for node in syntax.of("mod_item"):
        body = node.child_by_field_name("body")
        if body is not None and _path(syntax, node) == module:
            return apply_edits(syntax.data, [Edit(body.end_byte - 1, body.end_byte - 1, f"\n{declaration}")])
    return f"{text}\n{declaration}"


def _path(syntax: Syntax, node: Node) -> tuple[str, ...]:
    names: list[str] = []
    at: Node | None = node
    while at is not None:
        if at.type == "mod_item":
            names.insert(0, syntax.name(at))
        at = at.parent
    return tuple(names)


def _stand_in(kind: str, name: str, pair: Pair) -> str:
    lifetimes, types = max(_arguments(Syntax(text), name) for text in (pair.broken, pair.fixed))
    names = [f"'{letter.lower()}" for letter in _PARAMETERS[:lifetimes]] + list(_PARAMETERS[:types])
    head = f"{name}<{', '.join(names)}>" if names else name
    if kind == "trait":
        return f"pub trait {head} {{}}\n"
    held = [f"&{one} ()" if one.startswith("'") else one for one in names]
    holds = f"(std::marker::PhantomData<({', '.join(held)},)>)" if names else ""
    shown = f"impl{head.removeprefix(name)} std::fmt::Display for {head} {{ {_FMT} }}\n"
    return f"{_DERIVED}pub struct {head}{holds};\n{shown}"


def _arguments(syntax: Syntax, name: str) -> tuple[int, int]:
    """Most lifetimes and types that the name is given."""
    most = (0, 0)
    for node in syntax.of("generic_type"):
        given = node.child_by_field_name("type_arguments")
        if syntax.field(node, "type") == name and given is not None:
            kinds = [one.type for one in given.named_children if one.type != "type_binding"]
            lifetimes = kinds.count("lifetime")
            most = max(most, (lifetimes, len(kinds) - lifetimes))
    return most


def _shorten(pair: Pair, strays: Sequence[tuple[bool, Diagnostic]], broken: Syntax, fixed: Syntax) -> Pair:
    """`elsewhere::Name` as a type becomes `Name` where `elsewhere` is what rustc does not know."""
    unknown = {found[1] for _, error in strays if (found := re.search(r"`(\w+)`", error.message)) and _is_path(error)}
    sides = []
    for syntax in (broken, fixed):
        edits = []
        for node in syntax.of("scoped_type_identifier"):
            path = syntax.field(node, "path")
            if (
                re.split(r"::", path)[0] in unknown
                and node.parent is not None
                and node.parent.type != "use_declaration"
            ):
                edits.append(Edit(node.start_byte, node.end_byte, syntax.name(node)))
        sides.append(apply_edits(syntax.data, edits))
    return Pair(*sides)


def _is_path(error: Diagnostic) -> bool:
    return error.code == "E0433"
