"""`fn main` of programs that are built as modules: what rustc asks of a program's start, asked in the module.

A line at the module's end calls `main` and gives its result to a function that takes what a start may return. Covered:
the outline of what is then found, at the place where rustc has it for a binary. Not covered: what rustc words otherwise
there (a `main` that is generic, async or gone, types that are no result at all): such programs are built alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.rust.outlines import short
from nightschool.rust.tree import Syntax
from nightschool.types import Diagnostic, Judgement, Verdict

CALL = "pub fn ns__main() { fn ends<T: ::std::process::Termination>(_: T) {} ends(main()) }"


def called(source: str) -> str:
    """The program as a module whose `main` is used as a binary's."""
    return f"{source}\n{CALL}\n"


def in_main(source: str, errors: Sequence[Diagnostic]) -> Judgement | None:
    """The outline of a binary's only error, which is in what `main` returns; None for anything else."""
    line = source.count("\n") + 2
    if len(errors) != 1 or errors[0].line != line or errors[0].code != "E0277" or "Termination" in errors[0].message:
        return None
    at = _returned(source)
    return None if at is None else Judgement(Verdict.NOT_COMPILED, (Diagnostic("E0277", short(errors[0].message), at),))


def _returned(source: str) -> int | None:
    """The line of what `main` returns."""
    syntax = Syntax(source)
    for node in syntax.root.children:
        if node.type == "function_item" and syntax.name(node) == "main":
            returned = node.child_by_field_name("return_type")
            return returned.start_point[0] + 1 if returned else None
    return None
