"""A crate's files as one: `mod name;` becomes `mod name { ... }`, comments and what only tests build are left out.

Covered: module trees as `modules` finds them; for a unit built as tests its test modules become plain ones. Not
covered: macros that name files; the program is then another one, and rustc says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tree_sitter import Node

from nightschool.episodes.modules import declared
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit, apply_edits

_TEST_ONLY = re.compile(r"#\[\s*(cfg\s*\(\s*test\s*\)|test|bench)\s*\]")
_CRATE_LEVEL = re.compile(
    r"#!\[\s*(deny|warn|forbid|allow|doc|feature|recursion_limit|cfg_attr|crate_\w+|no_main|no_std)\b"
)
_STD_DERIVES = {"Debug", "Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Default"}
_KEPT_ATTRIBUTES = re.compile(
    r"#!?\[\s*(derive|default|repr|must_use|non_exhaustive|inline|macro_export|track_caller|automatically_derived)\b"
)


def flatten(sources: Mapping[str, str], root: str, tests: bool) -> str:
    """The crate as one file. `tests`: the unit was built as tests."""
    return plain(_inlined(sources, root, root, frozenset()), tests)


def _inlined(sources: Mapping[str, str], path: str, root: str, above: frozenset[str]) -> str:
    syntax = Syntax(sources[path])
    edits: list[Edit] = []
    for one in declared(syntax, path, path == root, sources.get):
        if one.path not in above:
            body = _inlined(sources, one.path, root, above | {path})
            edits.append(Edit(one.node.end_byte - 1, one.node.end_byte, f" {{\n{body}\n}}"))
    return apply_edits(syntax.data, edits)


def plain(text: str, tests: bool) -> str:
    """The program without comments, attributes that nothing here knows, and items that this build leaves out."""
    syntax = Syntax(text.removeprefix("\ufeff"))
    edits = [Edit(one.start_byte, _end(syntax, one)) for one in syntax.of("line_comment", "block_comment")]
    for node in syntax.of("attribute_item", "inner_attribute_item"):
        edits += _attribute(syntax, node, tests)
    return tidy(apply_edits(syntax.data, _outermost(edits)))


def _end(syntax: Syntax, comment: Node) -> int:
    """Before the line's end, which the grammar takes into doc comments: the next line keeps its indentation."""
    return comment.end_byte - syntax.data[comment.start_byte : comment.end_byte].endswith(b"\n")


def _attribute(syntax: Syntax, node: Node, tests: bool) -> list[Edit]:
    said = syntax.text(node)
    if _TEST_ONLY.match(said):
        item = node.next_named_sibling
        while item is not None and item.type in ("attribute_item", "line_comment", "block_comment"):
            item = item.next_named_sibling
        end = node if tests or item is None else item
        return [Edit(node.start_byte, end.end_byte)]
    if said.startswith(("#[derive", "#[ derive")):
        names = [name.strip() for name in said[said.find("(") + 1 : said.rfind(")")].split(",")]
        kept = [name for name in names if name.rpartition("::")[2] in _STD_DERIVES]
        return [Edit(node.start_byte, node.end_byte, f"#[derive({', '.join(kept)})]" if kept else "")]
    if _KEPT_ATTRIBUTES.match(said) and not _CRATE_LEVEL.match(said):
        return []
    return [Edit(node.start_byte, node.end_byte)]


def _outermost(edits: list[Edit]) -> list[Edit]:
    """Edits that do not lie in another."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def tidy(text: str) -> str:
    """No blanks at line ends, no empty lines in a row or at the edge of a block."""
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = re.sub(r"\{\n\s*\n+", "{\n", re.sub(r"\n{3,}", "\n\n", text))
    text = re.sub(r"\n\n+(?=[ \t]*\})", "\n", text)
    return re.sub(r"\{\n[ \t]*\}", "{}", text).strip("\n") + "\n"
