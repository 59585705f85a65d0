"""The one prompt builder of training, evaluation and use.

A prompt is a short instruction, the program as the answer format shows it, and rustc's diagnostic in the
compact rendering; the diagnostic comes last because the answer starts from it. Tokens are the cost of
everything that follows, so there are no examples, no padding and no default system message: chat
templates that would add one get the instruction in its place.
Covered: chat models and plain ones, control tokens inside programs (`control`), the digest of the wording. Not covered:
hints; none are given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from nightschool.modeling.answers import AnswerFormat, FormatName
from nightschool.modeling.control import ids_of, parted
from nightschool.rust.rendering import without_suggestions

INSTRUCTIONS: dict[FormatName, str] = {
    "edit": "Fix the Rust error by line edits: `N code`, `N+new line`, `N-`.",
    "program": "Fix the Rust error. Write the whole corrected program.",
}
_SAMPLE = ("fn f() {}\n", "error[E0000]: sample\nfix:\n1 fn g() {}")


def build_prompt(tokenizer: Any, broken: str, diagnostic: str, format: AnswerFormat) -> str:
    """The text before the answer, special tokens included; those inside the program are parted (`control`)."""
    told = diagnostic if format.suggestions else without_suggestions(diagnostic)
    question = parted(tokenizer, f"{format.show(broken, told)}\n\n{told.rstrip()}")
    instruction = INSTRUCTIONS[format.name]
    if not getattr(tokenizer, "chat_template", None):
        return f"{instruction}\n\n{question}\n\nAnswer:\n"
    try:
        messages = [{"role": "system", "content": instruction}, {"role": "user", "content": question}]
        return _render(tokenizer, messages)
    except Exception as error:  # templates refuse the system role each with an exception of their own
        if "system" not in str(error).lower():
            raise
        return _render(tokenizer, [{"role": "user", "content": f"{instruction}\n\n{question}"}])


def chat_prompt(tokenizer: Any, messages: Sequence[Mapping[str, str]]) -> str:
    """The text before the answer to a conversation; control tokens inside messages are parted (`control`).

    Without a chat template messages stand below one another. Raises ValueError where the template refuses them.
    """
    said = [{"role": one["role"], "content": parted(tokenizer, one["content"])} for one in messages]
    if not getattr(tokenizer, "chat_template", None):
        return "\n\n".join(one["content"] for one in said) + "\n\nAnswer:\n"
    try:
        return _render(tokenizer, said)
    except Exception as error:  # templates refuse messages each with an exception of their own
        raise ValueError(f"the chat template refuses these messages: {error}") from error


def encode(tokenizer: Any, prompt: str) -> list[int]:
    """Token ids of a built prompt (the template has written the special tokens already)."""
    has_template = bool(getattr(tokenizer, "chat_template", None))
    return ids_of(tokenizer, prompt, special=not has_template)


def encode_answer(tokenizer: Any, answer: str) -> list[int]:
    """Token ids of a training target, end mark included."""
    return [*ids_of(tokenizer, parted(tokenizer, answer)), tokenizer.eos_token_id]


def prompt_digest(form: AnswerFormat) -> str:
    """Digest (16 hex digits) of wording, layout and answer syntax, whatever the tokenizer."""
    parts = [build_prompt(None, *_SAMPLE, form), form.target("a\n b\nx\n", " b\ny\n  c\nd\n"), repr(form)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _render(tokenizer: Any, messages: list[dict[str, str]]) -> str:
    text: str = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    return text
