"""Requests as they travel: closed to unknown fields, so that nothing that was asked for is passed over in silence.

Covered: `/fix`, `/v1/chat/completions`, `/v1/completions`. Not covered: the answers; those of `/fix` are what
`nightschool fix --json` prints.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Asked(BaseModel):
    """Base of all requests."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Budgets(Asked):
    """How much one repair may cost; what is left out is as `nightschool fix` has it."""

    seconds: float | None = Field(None, gt=0, le=3600)
    """Longest search."""
    compiles: int | None = Field(None, ge=1, le=100_000)
    """Most proposals compiled; never more than `repair.compiles`."""
    shown: int | None = Field(3, ge=1)
    """Repairs shown where the policy is not sure; null shows all."""


class AskedFix(Asked):
    """A file, or a part of a crate that stands by itself, to repair."""

    text: str
    file: str = Field("input.rs", min_length=1, max_length=4096, pattern=r"^[^\x00\r\n]+$")
    """What it is called in messages and diffs; nothing is read there."""
    edition: Literal["2015", "2018", "2021", "2024"] = "2021"
    budgets: Budgets = Budgets()
    alike: str = ""
    """What the client runs with (`serving.alike`); a server that runs with something else refuses."""


class Part(Asked):
    """A part of a message that is text."""

    type: Literal["text"] = "text"
    text: str


class Message(Asked):
    """One message of a conversation."""

    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[Part]
    name: str | None = None

    @property
    def plain(self) -> dict[str, str]:
        """Role and text as a template takes them."""
        text = self.content if isinstance(self.content, str) else "".join(part.text for part in self.content)
        return {"role": "system" if self.role == "developer" else self.role, "content": text}


class StreamOptions(Asked):
    """What a stream ends with."""

    include_usage: bool = False


class AskedWords(Asked):
    """What both of OpenAI's routes take; settings that would be passed over are not taken."""

    model: str
    max_tokens: int | None = Field(None, ge=1)
    temperature: float = Field(0.0, ge=0, le=2)
    """Greedy unless asked for, as everything here; OpenAI's own default is 1."""
    seed: int | None = Field(None, ge=-(1 << 63), lt=1 << 63)
    stop: str | list[str] | None = None
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int = Field(1, ge=1, le=1)
    top_p: float = Field(1, ge=1, le=1)
    frequency_penalty: float = Field(0, ge=0, le=0)
    presence_penalty: float = Field(0, ge=0, le=0)
    user: str | None = None
    metadata: dict[str, Any] | None = None

    @property
    def stops(self) -> tuple[str, ...]:
        """Texts at which the answer ends; empty ones are left out."""
        given = [self.stop] if isinstance(self.stop, str) else self.stop or []
        return tuple(filter(None, given))


class AskedChat(AskedWords):
    """A conversation to answer."""

    messages: list[Message] = Field(min_length=1)
    max_completion_tokens: int | None = Field(None, ge=1)
    """OpenAI's later name of `max_tokens`."""


class AskedCompletion(AskedWords):
    """A text to go on from, as it stands: control tokens in it are control."""

    prompt: str | list[int]
    echo: Literal[False] = False
