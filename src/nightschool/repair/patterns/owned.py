"""Names that a program makes itself, by kind: what an edit of another program must not take literally.

Covered: functions, types, traits, variants, constants, locals and parameters, fields, lifetimes, generics, as far as
plain patterns of text show them (fast, and the same for a row as for a place). Not covered: scopes.
"""

from __future__ import annotations

import re

_NAMES = {
    "function": re.compile(r"\bfn\s+(\w+)"),
    "type": re.compile(r"\b(?:struct|enum|union|type|trait|mod)\s+(\w+)"),
    "constant": re.compile(r"\b(?:const|static)\s+([A-Z]\w*)\s*:"),
    "local": re.compile(r"\b(?:let|for)\s+(?:mut\s+)?([a-z_]\w*)|\b(?:Some|Ok|Err)\((?:mut\s+)?([a-z_]\w*)\)"),
    "field": re.compile(r"(?:^|[{,(])\s*(?:pub(?:\([a-z]+\))?\s+|mut\s+)?([a-z_]\w*)\s*:(?!:)", re.MULTILINE),
    "closure": re.compile(r"\|\s*(?:&|mut\s)*\(?([a-z_]\w*)\s*(?:,\s*&*([a-z_]\w*)\s*)?\)?(?::[^|]*)?\|"),
    "lifetime": re.compile(r"('(?!static\b|_\b)[a-z]\w*)\b(?!')"),
    "generic": re.compile(r"[<,]\s*([A-Z]\w?)\b\s*(?=[,:>])"),
}
_ENUM = re.compile(r"\benum\s+\w+[^{]*\{(.*?)^\}", re.DOTALL | re.MULTILINE)
_VARIANT = re.compile(r"^\s*([A-Z]\w*)\s*(?=[({,=]|$)", re.MULTILINE)
FOR_KIND = {
    "identifier": ("local", "field", "closure", "function", "constant", "variant", "type"),
    "field_identifier": ("field", "function"),
    "shorthand_field_identifier": ("field",),
    "type_identifier": ("type", "generic", "variant"),
    "lifetime": ("lifetime",),
}
"""Kinds of names that a leaf of a kind of node may be."""


def owned(source: str) -> dict[str, list[str]]:
    """Names by kind, each once, in order of place."""
    found = {kind: [n for match in pattern.findall(source) for n in _each(match)] for kind, pattern in _NAMES.items()}
    found["variant"] = [name for body in _ENUM.findall(source) for name in _VARIANT.findall(body)]
    return {kind: list(dict.fromkeys(names)) for kind, names in found.items()}


def kind_of(text: str, node_kind: str, names: dict[str, list[str]]) -> str:
    """As what the program makes this name; empty if it does not, or if a node of this kind is no such name."""
    return next((kind for kind in FOR_KIND.get(node_kind, ()) if text in names[kind]), "")


def _each(match: str | tuple[str, ...]) -> tuple[str, ...]:
    return (match,) if isinstance(match, str) else tuple(one for one in match if one)
