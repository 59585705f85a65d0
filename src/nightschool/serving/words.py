"""The champion's own words: one prompt answered by the version that is served, token by token.

Covered: conversations, texts and token ids, greedy and seeded answers, texts at which an answer ends, prompts that are
too long, ending early. Not covered: repairing; a model's words are verified by nobody here.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from nightschool.modeling import Decoding, Loaded, Request, chat_prompt, encode, generate
from nightschool.serving.asked import AskedChat, AskedCompletion, AskedWords
from nightschool.serving.refusal import RefusedError
from nightschool.serving.version import Version

HALF = "\ufffd"
"""What a character reads as whose bytes are not all there yet."""


@dataclass(frozen=True)
class Answered:
    """One answer."""

    text: str
    ended: str
    """`stop`: by itself or at a text it was to end at; `length`: cut off."""
    read: int
    """Tokens of the prompt."""
    tokens: int
    """Tokens of the answer, its end included."""


@dataclass
class Speaking:
    """One answer under way."""

    version: Version
    asked: AskedChat | AskedCompletion
    most: int
    """Most tokens of an answer."""
    id: str = field(default_factory=lambda: secrets.token_hex(12))
    created: int = field(default_factory=lambda: int(time.time()))
    _stopped: threading.Event = field(default_factory=threading.Event)
    _text: str = ""
    _sent: int = 0

    def __post_init__(self) -> None:
        self.limit = limit_of(self.asked, self.most)

    def work(self) -> Answered:
        """The answer. Raises RefusedError (400) for a prompt that the model cannot read."""
        loaded = self.version.loaded()
        ids = prompt_ids(loaded, self.asked)
        fitting(loaded, len(ids), self.limit)
        seed = secrets.randbits(31) if self.asked.seed is None else self.asked.seed
        request = Request("", self.limit, self._heard, seed, ids=tuple(ids))
        (said,) = generate(loaded, [request], Decoding(1, self.asked.temperature, 0))
        text, stopped = cut(said.text, self.asked.stops)
        self._text = text
        ended = "stop" if said.finished or stopped else "length"
        return Answered(text, ended, len(ids), said.tokens)

    def _heard(self, text: str) -> bool:
        """Keep what is certain of the text so far; whether to end."""
        text, stopped = cut(text, self.asked.stops)
        if stopped or self._stopped.is_set():
            return True
        self._text = settled(text, self.asked.stops)
        return False

    def stop(self) -> None:
        """Say nothing more."""
        self._stopped.set()

    def news(self) -> list[str]:
        """What was said since this was last asked."""
        text = self._text
        new, self._sent = text[self._sent :], max(self._sent, len(text))
        return [new] if new else []


def limit_of(asked: AskedWords, most: int) -> int:
    """Most tokens of the answer. Raises RefusedError (400) where more are asked for than are given."""
    later = asked.max_completion_tokens if isinstance(asked, AskedChat) else None
    wanted = later or asked.max_tokens or most
    if wanted > most:
        said = f"max_tokens is {wanted}; serve.max_tokens gives up to {most}: ask for that many, or raise the setting."
        raise RefusedError(400, said, "max_tokens")
    return wanted


def prompt_ids(loaded: Loaded, asked: AskedChat | AskedCompletion) -> list[int]:
    """Token ids of the prompt. Raises RefusedError (400) for messages or ids that are not the model's."""
    if isinstance(asked, AskedChat):
        try:
            return encode(loaded.tokenizer, chat_prompt(loaded.tokenizer, [one.plain for one in asked.messages]))
        except ValueError as error:
            raise RefusedError(400, f"messages: {error}", "messages") from error
    if isinstance(asked.prompt, str):
        return encode(loaded.tokenizer, asked.prompt)
    known = int(loaded.model.config.vocab_size)
    odd = [one for one in asked.prompt if not 0 <= one < known]
    if odd:
        raise RefusedError(400, f"prompt has token id {odd[0]}; this model's are 0 to {known - 1}.", "prompt")
    return asked.prompt


def fitting(loaded: Loaded, read: int, limit: int) -> None:
    """Raise RefusedError (400) for a prompt that is empty or does not fit with its answer."""
    room = int(getattr(loaded.model.config, "max_position_embeddings", 1 << 30))
    if not read:
        raise RefusedError(400, "The prompt is empty: send at least one token.", "prompt")
    if read + limit > room:
        said = (
            f"The prompt has {read} tokens and its answer may have {limit}, together more than the model's {room}: "
            "shorten it, or lower max_tokens."
        )
        raise RefusedError(400, said, "context_length_exceeded")


def cut(text: str, stops: Sequence[str]) -> tuple[str, bool]:
    """The text up to the first of these, and whether there was one."""
    found = min((at for at in (text.find(one) for one in stops) if at >= 0), default=-1)
    return (text, False) if found < 0 else (text[:found], True)


def settled(text: str, stops: Sequence[str]) -> str:
    """The part of a text under way that stays: without half a character, or what may become a text to end at."""
    text = text.rstrip(HALF)
    held = max((n for one in stops for n in range(1, len(one)) if text.endswith(one[:n])), default=0)
    return text[: len(text) - held]
