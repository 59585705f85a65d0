"""Control tokens inside programs: `"<|im_end|>"` in a Rust text is text, in prompts and in targets, never control.

A tokenizer reads such a name as its control token wherever it stands. In a prompt the template's own must stay and a
program's must not, so a program's are parted by a mark, and the parts become ids one by one; a target is text all
through. Covered: special tokens and other added tokens that look like marks (`<tool_call>`, `<|fim_prefix|>`,
`[INST]`); texts without any give the ids that they always gave. Not covered: tokenizers that put a space before every
text they are given; what a server makes of a prompt as text (`served` sends ids where a prompt has a mark).
"""

from __future__ import annotations

import re
from typing import Any

MARK = "\ufdd0"
"""A noncharacter: no text that people exchange has it."""
_LOOKS_LIKE_ONE = re.compile(r"</?[^\s<>]+>|\[/?[^\s\[\]]+\]")


def parted(tokenizer: Any, text: str) -> str:
    """The text with a mark behind the first character of every name of a control token."""
    text = text.replace(MARK, "\ufffd")
    names = _names(tokenizer)
    found = re.compile("|".join(map(re.escape, names))) if names else None
    at = 0
    while found is not None and (one := found.search(text, at)):
        text = f"{text[: one.start() + 1]}{MARK}{text[one.start() + 1 :]}"
        at = one.start() + 2
    return text


def ids_of(tokenizer: Any, text: str, *, special: bool = False) -> list[int]:
    """Ids of a text, parted at its marks; `special`: what the tokenizer puts around a text comes with it."""
    first, *rest = text.split(MARK)
    ids: list[int] = tokenizer(first, add_special_tokens=special)["input_ids"]
    for part in rest:
        ids = [*ids, *tokenizer(part, add_special_tokens=False)["input_ids"]]
    return ids


def _names(tokenizer: Any) -> list[str]:
    """Names of control tokens, the longest first."""
    if tokenizer is None:
        return []
    added = {name for name in getattr(tokenizer, "get_added_vocab", dict)() if _LOOKS_LIKE_ONE.fullmatch(name)}
    names = added | set(getattr(tokenizer, "all_special_tokens", ()))
    return sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
