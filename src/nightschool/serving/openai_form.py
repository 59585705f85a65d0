"""OpenAI's objects: models, whole answers, chunks of streams.

Covered: chat and completions, usage. Not covered: choices beside the first, log-probabilities, tools.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nightschool.serving.asked import AskedChat
from nightschool.serving.refusal import RefusedError
from nightschool.serving.version import Version
from nightschool.serving.words import Answered, Speaking


def models(version: Version, since: int) -> list[dict[str, Any]]:
    """The version's name, and the one that follows the registry."""
    name = version.context.config.tracking.model_name
    return [
        {"id": one, "object": "model", "created": since, "owned_by": "nightschool"} for one in (name, version.model_id)
    ]


def require(version: Version, name: str) -> None:
    """Raise RefusedError (404) for a model that is not the one being served."""
    known = [one["id"] for one in models(version, 0)]
    if name not in known:
        said = f"Model {name!r} is not served; {known[0]!r} follows the registry and is {known[1]!r} now."
        raise RefusedError(404, said, "model_not_found")


def whole(speaking: Speaking, said: Answered) -> dict[str, Any]:
    """An answer at once."""
    if isinstance(speaking.asked, AskedChat):
        choice: dict[str, Any] = {"message": {"role": "assistant", "content": said.text, "refusal": None}}
    else:
        choice = {"text": said.text}
    choice |= {"index": 0, "finish_reason": said.ended, "logprobs": None}
    return _head(speaking, "") | {"choices": [choice], "usage": _usage(said)}


def first(speaking: Speaking) -> Iterator[dict[str, Any]]:
    """What a stream begins with: a conversation's tells the role."""
    if isinstance(speaking.asked, AskedChat):
        yield _chunk(speaking, {"delta": {"role": "assistant", "content": ""}})


def more(speaking: Speaking, text: str) -> dict[str, Any]:
    """A part of the text."""
    return _chunk(speaking, {"delta": {"content": text}} if isinstance(speaking.asked, AskedChat) else {"text": text})


def last(speaking: Speaking, said: Answered) -> Iterator[dict[str, Any]]:
    """Why it ended, and usage where it is wanted."""
    empty: dict[str, Any] = {"delta": {}} if isinstance(speaking.asked, AskedChat) else {"text": ""}
    yield _chunk(speaking, empty, said.ended)
    options = speaking.asked.stream_options
    if options is not None and options.include_usage:
        yield _head(speaking, ".chunk") | {"choices": [], "usage": _usage(said)}


def _chunk(speaking: Speaking, part: dict[str, Any], ended: str | None = None) -> dict[str, Any]:
    choice = part | {"index": 0, "finish_reason": ended, "logprobs": None}
    return _head(speaking, ".chunk") | {"choices": [choice]}


def _head(speaking: Speaking, chunk: str) -> dict[str, Any]:
    chat = isinstance(speaking.asked, AskedChat)
    return {
        "id": f"{'chatcmpl' if chat else 'cmpl'}-{speaking.id}",
        "object": f"chat.completion{chunk}" if chat else "text_completion",
        "created": speaking.created,
        "model": speaking.version.model_id,
        "system_fingerprint": speaking.version.digest[:16] or speaking.version.label,
    }


def _usage(said: Answered) -> dict[str, int]:
    return {
        "prompt_tokens": said.read,
        "completion_tokens": said.tokens,
        "total_tokens": said.read + said.tokens,
    }
