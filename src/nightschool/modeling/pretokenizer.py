"""How text is cut before merges apply, by the names that GGUF files give it (`tokenizer.ggml.pre`).

transformers 5.23 follows some of these names and reads every other as GPT-2's without a word. Covered: byte-level BPE
under the names below, built as llama.cpp cuts; finding the name of a tokenizer that is at hand. Not covered:
SentencePiece vocabularies, which have no such name; normalisers (llama.cpp applies none).
Source: llama.cpp, src/llama-vocab.cpp, `llm_tokenizer_bpe`, at build b11739; tests compare token ids with it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nightschool.errors import ConfigError

_GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
_MODERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}{digits}"
    r"| ?[^\s\p{{L}}\p{{N}}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_QWEN2, _LLAMA3 = _MODERN.format(digits=""), _MODERN.format(digits="{1,3}")
_DEFAULT = (r"[\p{P}\$\+<=>\^~\|]+", _GPT2, r"\p{N}+", "[0-9][0-9][0-9]")
_DEEPSEEK_CODER = (r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", "[一-龥ࠀ-一가-퟿]+", r"\p{N}")

CUTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("gpt-2", "phi-2", "mpt", "olmo", "jais", "mellum", "exaone4"), ("gpt2",)),
    **dict.fromkeys(("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b"), ("digits",)),
    **dict.fromkeys(("qwen2", "deepseek-r1-qwen", "stablelm2", "megrez", "hunyuan"), (_QWEN2,)),
    **dict.fromkeys(("llama-bpe", "llama3", "llama-v3", "falcon3", "smaug-bpe", "dbrx", "glm4"), (_LLAMA3,)),
    "deepseek-coder": _DEEPSEEK_CODER,
    "default": _DEFAULT,
}
"""Patterns by name, each cutting what those before it left; `gpt2` and `digits` are tokenizers' own."""


def cutter(name: str) -> Any:
    """The pre-tokenizer of that name. Raises ConfigError for one that is not known here."""
    from tokenizers import Regex
    from tokenizers.pre_tokenizers import ByteLevel, Digits, Sequence, Split

    if name not in CUTS:
        raise ConfigError(
            f"The GGUF names {name!r} as tokenizer.ggml.pre, and how that cuts text is not known here; known are "
            f"{', '.join(sorted(CUTS))}. To go on with what transformers makes of it, whose tokens may differ: "
            "`--set model.pretokenizer=reader`."
        )
    patterns = CUTS[name]
    if patterns == ("gpt2",):
        return ByteLevel(add_prefix_space=False)
    if patterns == ("digits",):
        return Sequence([Digits(individual_digits=True), ByteLevel(add_prefix_space=False)])
    splits = [Split(Regex(pattern), behavior="isolated") for pattern in patterns]
    return Sequence([*splits, ByteLevel(add_prefix_space=False, use_regex=False)])


def cut_as_named(tokenizer: Any, gguf: Path) -> None:
    """Let a tokenizer that was read from a GGUF cut text as the file says; one that does already is left as it is.

    Raises ConfigError for a name that is not known here. A file that names none is cut as `default`, as llama.cpp does.
    """
    name = named(gguf)
    if name is not None and _state(cutter(name)) != _state(tokenizer.backend_tokenizer.pre_tokenizer):
        tokenizer.backend_tokenizer.pre_tokenizer = cutter(name)


def named(gguf: Path) -> str | None:
    """What a GGUF calls its cut; None for a vocabulary that is not byte-level BPE."""
    from gguf import GGUFReader

    fields = GGUFReader(gguf).fields
    if fields["tokenizer.ggml.model"].contents() != "gpt2":
        return None
    found = fields.get("tokenizer.ggml.pre")
    return str(found.contents()) if found else "default"


def name_of(tokenizer: Any) -> str:
    """The name under which llama.cpp cuts as this tokenizer does. Raises ConfigError where there is none."""
    found = _state(tokenizer.backend_tokenizer.pre_tokenizer)
    for name in CUTS:
        if _state(cutter(name)) == found:
            return name
    raise ConfigError(
        f"The base's tokenizer cuts text in a way that no GGUF name known here stands for: {json.dumps(found)[:300]}. "
        "Export it as merged safetensors, and convert these with llama.cpp's own converter."
    )


def _state(pre_tokenizer: Any) -> Any:
    """What decides the cut: nested steps in a row, without what only offsets depend on."""
    state = pre_tokenizer if isinstance(pre_tokenizer, dict) else json.loads(pre_tokenizer.__getstate__())
    if state["type"] == "Sequence":
        return [step for one in state["pretokenizers"] for step in _state(one)]
    return [{name: value for name, value in state.items() if name != "trim_offsets"}]
