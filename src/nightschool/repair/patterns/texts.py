"""Small helpers of abstraction: what a term writes, and the texts of templates.

Covered: numbers that are written, neighbours reduced to what leads to them, joined and unindented texts. Not covered:
the abstraction itself (`abstract`).
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.patterns.shapes import FILL
from nightschool.repair.patterns.terms import LOOSE, Term


def loose(term: Term) -> Term:
    """Only those children that lead to something written."""
    children = tuple(loose(one) for one in term.children if set(written(one)))
    return Term(term.kind, LOOSE, children, term.number) if children else term


def written(term: Term) -> Iterator[int]:
    """Numbers of the term that a template writes."""
    if 0 <= term.number < FILL:
        yield term.number
    for child in term.children:
        yield from written(child)


def joined(parts: Iterator[str | int]) -> Iterator[str | int]:
    """Neighbouring texts as one."""
    text = ""
    for one in parts:
        if isinstance(one, str):
            text += one
            continue
        if text:
            yield text
        text = ""
        yield one
    if text:
        yield text


def relative(text: str, base: str) -> str:
    """Without the indentation of the line where the place begins."""
    return text.replace("\n" + base, "\n") if base else text
