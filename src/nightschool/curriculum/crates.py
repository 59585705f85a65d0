"""Standalone items from any crate folder: functions, types and impls with what they refer to.

Covered: every `.rs` file below the folder (not `target/`); for each function or type of a file the smallest
set of the file's items that its names reach, as a program of 5 to 40 lines; `#[test]` functions of the
file's own test module travel with the items they name. Not covered: items that reach outside their file
(`crate::`, `super::`, other crates); rustc discards what does not compile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tree_sitter import Node

from nightschool.curriculum.documentation import MAX_LINES, UNWANTED, Example
from nightschool.errors import UsageError
from nightschool.files import digest_file, digest_text
from nightschool.rust.tree import Syntax
from nightschool.rust.written import lines_without_ends

MIN_LINES = 5
NAMED = {"function_item", "struct_item", "enum_item", "trait_item", "const_item", "static_item", "type_item"}
WORD = re.compile(r"\b[A-Za-z_]\w*\b")


@dataclass(slots=True)
class _Item:
    """One top-level item (for a type: with all its impls) and the names it mentions."""

    name: str
    texts: list[tuple[int, str]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    def add(self, position: int, text: str) -> None:
        self.texts.append((position, text))
        self.words.update(WORD.findall(text))


def crate_examples(folder: Path) -> list[Example]:
    """Candidate programs of a crate, in a fixed order. Raises UsageError if there is no such folder."""
    seen: dict[str, Example] = {}
    for path in crate_sources(folder):
        for example in _file_examples(path, f"{folder.name}/{path.relative_to(folder).as_posix()}"):
            seen.setdefault(example.source, example)
    return list(seen.values())


def crate_sources(folder: Path) -> list[Path]:
    """The files that are read of a crate, in order. Raises UsageError if there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"No crate folder {str(folder)!r} (curriculum.crates). Name a folder with .rs files.")
    files = (path for path in sorted(folder.rglob("*.rs")) if path.is_file())
    return [path for path in files if "target" not in path.relative_to(folder).parts]


def crate_digest(folder: Path) -> str:
    """Digest of what is read of a crate; building it changes nothing. Raises as `crate_sources`."""
    return digest_text(*(f"{path.relative_to(folder)}:{digest_file(path)}" for path in crate_sources(folder)))


def _file_examples(path: Path, shown: str) -> Iterator[Example]:
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return  # a file that rustc would not read either
    syntax = Syntax(source)
    items, uses, tests = _items(syntax)
    for item in items.values():
        reached = _closure(item.name, items)
        program = _program(reached, uses)
        lines = sum(1 for line in lines_without_ends(program) if line.strip())
        if MIN_LINES <= lines <= MAX_LINES and not UNWANTED.search(program) and "super::" not in program:
            names = {other.name for other in reached}
            yield Example(program, _tests(tests, names, set(items)), f"{shown}:{item.name}", shown)


def _items(syntax: Syntax) -> tuple[dict[str, _Item], list[tuple[str, str]], list[str]]:
    """Items by name, (imported name, use line) pairs, and the texts of `#[test]` functions."""
    items: dict[str, _Item] = {}
    uses: list[tuple[str, str]] = []
    tests: list[str] = []
    for node in syntax.root.children:
        text = "\n".join(part for part in (syntax.attributes(node), syntax.text(node)) if part)
        if node.type in NAMED:
            items.setdefault(syntax.name(node), _Item(syntax.name(node))).add(node.start_byte, text)
        elif node.type == "impl_item":
            owner = re.sub(r"^&?(mut )?", "", syntax.field(node, "type")).split("<")[0]
            items.setdefault(owner, _Item(owner)).add(node.start_byte, text)
        elif node.type == "use_declaration" and re.match(r"use (std|core|alloc)::", syntax.text(node)):
            uses.extend((name, syntax.text(node)) for name in WORD.findall(syntax.field(node, "argument")))
        elif node.type == "mod_item" and "cfg(test)" in syntax.attributes(node):
            tests.extend(_test_functions(syntax, node))
    return items, uses, tests


def _test_functions(syntax: Syntax, module: Node) -> list[str]:
    body = module.child_by_field_name("body")
    found = []
    for node in body.named_children if body is not None else ():
        if node.type == "function_item" and syntax.attributes(node).strip() == "#[test]":
            found.append("#[test]\n" + syntax.text(node))
    return found


def _closure(name: str, items: dict[str, _Item]) -> list[_Item]:
    reached, waiting = {name}, [name]
    while waiting:
        for word in items[waiting.pop()].words & items.keys():
            if word not in reached:
                reached.add(word)
                waiting.append(word)
    return [items[word] for word in reached]


def _program(reached: Sequence[_Item], uses: Sequence[tuple[str, str]]) -> str:
    words = set().union(*(item.words for item in reached))
    imports = dict.fromkeys(line for name, line in uses if name in words)
    texts = [text for _, text in sorted(pair for item in reached for pair in item.texts)]
    return "\n\n".join([*(["\n".join(imports)] if imports else []), *texts])


def _tests(tests: Sequence[str], inside: set[str], known: set[str]) -> str | None:
    kept = []
    for text in tests:
        words = set(WORD.findall(text)) & known
        if words and words <= inside and not UNWANTED.search(text.removeprefix("#[test]")):
            kept.append(text)
    return "\n\n".join(kept) or None
