"""A byte-level BPE tokenizer as llama.cpp reads it: words, kinds, merges, the cut, special tokens, chat template.

Covered: what decides token ids, and what ends an answer. Not covered: SentencePiece; normalisers, which llama.cpp does
not apply (Qwen's composes Unicode letters, which Rust texts have composed already).
"""

from __future__ import annotations

import json
from typing import Any

from nightschool.errors import UsageError
from nightschool.modeling.pretokenizer import name_of

SPECIAL = {"bos": "bos", "eos": "eos", "unk": "unk", "pad": "pad"}
"""Special tokens by the names of tokenizer and writer."""


def add_vocabulary(writer: Any, tokenizer: Any, size: int) -> None:
    """Write everything of the tokenizer; `size` is the model's vocabulary, which may have places without a word.

    Raises UsageError for a tokenizer that is no byte-level BPE, ConfigError for a cut that has no name in a GGUF.
    """
    state = json.loads(tokenizer.backend_tokenizer.to_str())
    _check(state)
    words, kinds = _words(tokenizer, size)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(name_of(tokenizer))
    writer.add_token_list(words)
    writer.add_token_types(kinds)
    writer.add_token_merges(
        [merge if isinstance(merge, str) else " ".join(merge) for merge in state["model"]["merges"]]
    )
    writer.add_add_space_prefix(False)
    writer.add_add_bos_token(_begins(tokenizer))
    for name in SPECIAL:
        number = getattr(tokenizer, f"{name}_token_id")
        if number is not None:
            getattr(writer, f"add_{name}_token_id")(number)
    if tokenizer.chat_template:
        writer.add_chat_template(tokenizer.chat_template)


def _check(state: dict[str, Any]) -> None:
    kind, decoder = state["model"]["type"], (state.get("decoder") or {}).get("type")
    normalizer = (state.get("normalizer") or {}).get("type")
    if kind != "BPE" or decoder != "ByteLevel" or normalizer not in (None, "NFC"):
        raise UsageError(
            f"The base's tokenizer is {kind} with decoder {decoder} and normalizer {normalizer}; only byte-level BPE "
            "is written into a GGUF here. Use --to merged, and llama.cpp's own converter."
        )


def _words(tokenizer: Any, size: int) -> tuple[list[str], list[int]]:
    """Words by id and their kinds; control and user-defined ones are matched whole by llama.cpp."""
    from gguf import TokenType

    by_number = {number: word for word, number in tokenizer.get_vocab().items()}
    added = tokenizer.added_tokens_decoder
    words, kinds = [], []
    for number in range(size):
        words.append(by_number.get(number, f"[PAD{number}]"))
        if number in added:
            kinds.append(TokenType.CONTROL if added[number].special else TokenType.USER_DEFINED)
        else:
            kinds.append(TokenType.NORMAL if number in by_number else TokenType.UNUSED)
    return words, kinds


def _begins(tokenizer: Any) -> bool:
    """Whether the tokenizer puts its begin mark before a text."""
    ids = tokenizer("a")["input_ids"]
    return bool(ids) and tokenizer.bos_token_id is not None and ids[0] == tokenizer.bos_token_id
