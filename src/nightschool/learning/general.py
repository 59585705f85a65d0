"""Plain Rust among the repairs that are learnt, lest the model forgets what no repair asks for.

Covered: the whole programs of rows made of documentation, as text without a chat, mixed in until they are a share of
the tokens; those learnt least on the way to the adapter come first. They are rows' own repaired programs, so what keeps
rows apart from suites keeps these apart too. Not covered: what the model still knows; the suite `retention` asks that.
Source: experience replay, for language models Scialom et al. 2022 (arXiv 2205.12393), section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nightschool.curriculum.mixture import GENERAL
from nightschool.files import digest_text
from nightschool.learning.encoding import Encoded
from nightschool.modeling.control import parted
from nightschool.modeling.prompts import encode
from nightschool.types import Row

BEFORE, AFTER = "```rust\n", "\n```"
PREFIX = "general:"
"""Of the id of such a text, before that of its row."""
MOST_TOKENS = 160
"""Of one text; the rest is left out. A batch with one long text would be paid for by its padding."""


def with_general(
    tokenizer: Any, encoded: Sequence[Encoded], rows: Sequence[Row], seen: Mapping[str, int], share: float, seed: int
) -> list[Encoded]:
    """The encoded rows in their order, and between them texts worth `share` of all tokens, or as many as there are."""
    if not share:
        return list(encoded)
    texts = _texts(tokenizer, rows, seen, seed)
    mixed: list[Encoded] = []
    repairs = general = 0
    for one in encoded:
        mixed.append(one)
        repairs += one.length
        while general * (1 - share) < repairs * share and (text := next(texts, None)):
            mixed.append(text)
            general += text.length
    return mixed


def is_general(row: str) -> bool:
    """Whether this id of an encoded row is that of a text."""
    return row.startswith(PREFIX)


def _texts(tokenizer: Any, rows: Sequence[Row], seen: Mapping[str, int], seed: int) -> Iterator[Encoded]:
    """Each distinct program once, the least seen first, else in a seeded order."""
    distinct = {row.fixed: PREFIX + row.id for row in rows if row.source in GENERAL}
    order = sorted(distinct.items(), key=lambda one: (seen.get(one[1], 0), digest_text(str(seed), one[1])))
    for program, name in order:
        before = encode(tokenizer, BEFORE)
        whole = encode(tokenizer, BEFORE + parted(tokenizer, program.strip("\n")) + AFTER)
        if whole[: len(before)] == before:
            yield Encoded(before, whole[len(before) :][:MOST_TOKENS], name)
