"""Takes modules away: what is in them moves up, and paths through them become plain names.

Covered: a program in which no two modules define the same name; rustc refuses the others. Not covered: modules of
which the error speaks; its words change, and the program stays as it was.
"""

from __future__ import annotations

import re

from nightschool.episodes.reduction.flatten import tidy
from nightschool.episodes.reduction.oracle import Pair
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit, apply_edits

_WITHIN = re.compile(r"^(pub(\([^)]*\))?\s+)?use\s+(crate|super|self)\b")


def hoisted(pair: Pair) -> Pair:
    """Both programs without modules."""
    return Pair(_without_modules(pair.broken), _without_modules(pair.fixed))


def _without_modules(text: str) -> str:
    syntax = Syntax(text)
    edits = []
    names = set()
    for node in syntax.of("mod_item"):
        body = node.child_by_field_name("body")
        if body is not None:
            names.add(syntax.name(node))
            edits += [Edit(node.start_byte, body.start_byte + 1), Edit(body.end_byte - 1, body.end_byte)]
    for node in syntax.of("use_declaration"):
        said = syntax.text(node)
        if _WITHIN.match(said) or re.match(rf"^(pub\s+)?use\s+({'|'.join(names) or '!'})\b", said):
            edits.append(Edit(node.start_byte, node.end_byte))
    return _plain_paths(tidy(apply_edits(syntax.data, edits)), names)


def _plain_paths(text: str, modules: set[str]) -> str:
    heads = "|".join(("crate", "super", "self", *sorted(modules)))
    return re.sub(rf"(?<![\w:])(?:(?:{heads})::)+(?=\w)", "", text)
