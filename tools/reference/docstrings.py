"""Docstrings under fields, which Python itself forgets: read from the source."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from types import ModuleType

Docs = dict[str, dict[str, str]]
"""Docstring by class and field."""


@cache
def field_docs(module: ModuleType) -> Docs:
    """What stands below each field of each class of a module, on one line."""
    tree = ast.parse(inspect.getsource(module))
    return {node.name: _of_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def one_line(text: str | None) -> str:
    """A docstring as a cell of a table: one line, no bar that would end the cell."""
    return " ".join((text or "").split()).replace("|", r"\|")


def _of_class(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            found[field.target.id] = _text(after)
    return found


def _text(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""
