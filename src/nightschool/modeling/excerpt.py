"""Which lines of a broken program the prompt shows: those rustc points at, and what they depend on.

Tokens are what a night costs, and most lines of a program say nothing about its error. Shown are the lines
named in the diagnostic with a few around them, the heads of the blocks that enclose them, every `use`, and
the definitions of names that the diagnostic quotes or that the named lines use. Line numbers show the gaps.
Covered: pure text, no parser, so that broken syntax is no obstacle. Not covered: what lies in other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NAMED = re.compile(r"^(?:line )?(\d+)(?=[ :+>-])", re.MULTILINE)
_QUOTED = re.compile(r"`([^`\n]*)`")
_WORD = re.compile(r"[A-Za-z_]\w*")
_DEFINES = re.compile(
    r"\b(?:fn|struct|enum|trait|type|const|static|mod|union|macro_rules!)\s+(\w+)"
    r"|\bimpl\b[^{]*?(\w+)[^\w{]*(?:where.*)?\{|\blet\s+(?:mut\s+)?(\w+)|^\s*(?:pub\s+)?(\w+)\s*:"
)
_COMMON = frozenset({"self", "Self", "let", "mut", "pub", "fn", "impl", "for", "str", "String", "Vec", "Option"})


def excerpt(lines: Sequence[str], diagnostic: str, context: int) -> list[int]:
    """1-based numbers of the lines to show, ascending; all lines if the diagnostic names none."""
    named = sorted({n for n in map(int, _NAMED.findall(diagnostic)) if 1 <= n <= len(lines)})
    if not named:
        return [n for n, line in enumerate(lines, 1) if line.strip()]
    near = {n for place in named for n in range(place - context, place + context + 1) if 1 <= n <= len(lines)}
    heads = {head for place in named for head in _heads(lines, place)}
    needed = set(_definitions(lines, _names(lines, named, diagnostic)))
    return sorted(n for n in near | heads | needed if lines[n - 1].strip())


def _heads(lines: Sequence[str], place: int) -> Iterator[int]:
    """First lines of the blocks around a line, by indentation."""
    depth = _depth(lines[place - 1])
    for number in range(place - 1, 0, -1):
        line = lines[number - 1]
        if line.strip() and _depth(line) < depth:
            depth = _depth(line)
            yield number


def _names(lines: Sequence[str], named: Sequence[int], diagnostic: str) -> set[str]:
    quoted = {word for text in _QUOTED.findall(diagnostic) for word in _WORD.findall(text)}
    used = {word for number in named for word in _WORD.findall(lines[number - 1])}
    return (quoted | used) - _COMMON


def _definitions(lines: Sequence[str], names: set[str]) -> Iterator[int]:
    for number, line in enumerate(lines, 1):
        defined = {word for groups in _DEFINES.findall(line) for word in groups if word}
        if line.startswith("use ") or defined & names:
            yield number


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
