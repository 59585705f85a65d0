"""Which tokens of an answer say something, and which merely repeat the broken program (`train.loss: changed`).

An edit names changed lines only, but writes each of them whole, so most of its tokens repeat the line that it replaces.
What says something: which line and what kind of edit (`7 `, `7+`, `9-`), every word that the broken line does not have
at that place, the first repeated token after those (the change is over), and the ends of lines and of the answer.
Covered: both answer formats. Not covered: what repeats rustc's suggestion, which the model has to decide to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from nightschool.modeling.answers import FormatName
from nightschool.modeling.prompts import encode_answer
from nightschool.rust.line_edits import lines_of

_EDIT = re.compile(r"([0-9]+)[ :+>](.*)", re.DOTALL)
_WORD = re.compile(r"\w+|\s+|[^\w\s]")

Span = tuple[int, int]
"""Characters of an answer, from and to."""


def telling(tokenizer: Any, form: FormatName, broken: str, answer: str) -> list[bool]:
    """Of each token of the answer, end mark included, whether it says something."""
    ids = encode_answer(tokenizer, answer)
    read = tokenizer(answer, add_special_tokens=False, return_offsets_mapping=True)
    if read["input_ids"] != ids[:-1]:  # names of control tokens were parted
        return [True] * len(ids)
    spans = list(repeated_spans(form, broken, answer))
    repeats = [any(a <= start and end <= b for a, b in spans) for start, end in read["offset_mapping"]]
    return [not (now and before) for before, now in zip([False, *repeats], [*repeats, False], strict=True)]


def repeated_spans(form: FormatName, broken: str, answer: str) -> Iterator[Span]:
    """Where the answer repeats the broken program in its place."""
    if form == "edit":
        yield from _in_edits(lines_of(broken), answer)
    else:
        yield from _in_program(broken, answer)


def _in_edits(lines: Sequence[str], answer: str) -> Iterator[Span]:
    """Each line number's edits, one text, against the line of that number."""
    at, texts = 0, dict[int, list[tuple[int, str]]]()
    for line in answer.split("\n"):
        if match := _EDIT.fullmatch(line):
            texts.setdefault(int(match[1]), []).append((at + match.start(2), match[2]))
        at += len(line) + 1
    for number, parts in texts.items():
        old = lines[number - 1].lstrip() if 0 < number <= len(lines) else ""
        yield from _shared(_words(0, old), _all_words(parts))


def _in_program(broken: str, answer: str) -> Iterator[Span]:
    """Whole lines that stand in both, and words that changed lines share with those whose place they take."""
    old, new = list(_lines(broken)), list(_lines(answer))
    match = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    for tag, i, i_end, j, j_end in match.get_opcodes():
        if tag == "equal":
            yield new[j][0], new[j_end - 1][0] + len(new[j_end - 1][1])
        elif tag == "replace":
            yield from _shared(_all_words(old[i:i_end]), _all_words(new[j:j_end]))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their ends, and where each begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line
        at += len(line)


def _words(start: int, text: str) -> list[tuple[int, str]]:
    return [(start + found.start(), found[0]) for found in _WORD.finditer(text)]


def _all_words(parts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return [word for start, text in parts for word in _words(start, text)]


def _shared(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> Iterator[Span]:
    """Spans of the new words that the old ones have in the same order; neighbours are one span."""
    match = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    for _, j, size in match.get_matching_blocks():
        begun = new[j][0] if size else 0
        for k in range(j, j + size):
            end = new[k][0] + len(new[k][1])
            if k + 1 == j + size or new[k + 1][0] != end:
                yield begun, end
                begun = new[k + 1][0] if k + 1 < len(new) else end
