"""Clients that ask a server again and again, and what became of each request."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from nightschool.modeling import Decoding, Request, generate, load_model
from nightschool.phases import Context
from tests.serving.making import LONGEST_S, MAIN, Server

NAME = "nightschool-rust-repair"
PROMPT = "fn f() { let x = 1;"
TOKENS, SEED = 40, 5
DRAWN: Any = {"model": NAME, "prompt": PROMPT, "max_tokens": TOKENS, "temperature": 0.05, "seed": SEED}
"""Drawn with a seed: two models that choose the same letters still draw others."""
KINDS = ("streamed", "whole", "fix")
AGAIN_S = 0.2
"""Pause of a client before it asks again a server that is away."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one request ended, all tries together."""

    kind: str
    seconds: float
    version: str = ""
    right: bool = False
    tries: int = 1
    lost: str = ""
    """Why it has no answer; empty for one that has."""


@dataclass(slots=True)
class Away:
    """When the server was away: from before it is told to end until it is ready again."""

    spans: list[list[float]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def now(self) -> Iterator[None]:
        with self.lock:
            self.spans.append([time.monotonic(), float("inf")])
        try:
            yield
        finally:
            with self.lock:
                self.spans[-1][1] = time.monotonic()

    def met(self, began: float, ended: float) -> bool:
        """Whether a try that began and ended then met it."""
        with self.lock:
            return any(began <= last and ended >= first for first, last in self.spans)


def words(context: Context, version: str) -> str:
    """What a version answers to DRAWN, in this process."""
    loaded = load_model(context.base, context.config.model, context.registry.load(version).adapter)
    return generate(loaded, [Request(PROMPT, TOKENS, seed=SEED)], Decoding(1, temperature=0.05))[0].text


def ready(server: Server) -> str:
    """The version that is served, or why there is none."""
    answer = httpx.get(f"{server.url}/readyz", timeout=60).json()
    return str(answer.get("version", answer))


@dataclass(slots=True)
class Asker:
    """One client with its kind of request; it knows what each version must say."""

    server: Server
    expected: dict[str, str]
    away: Away

    def once(self, kind: str) -> tuple[str, bool]:
        """Ask one time: whose answer it was, and whether all of it was that version's."""
        if kind == "fix":
            return self.fixed()
        import openai

        with openai.OpenAI(base_url=f"{self.server.url}/v1", api_key=self.server.token, max_retries=0) as client:
            if kind == "whole":
                whole = client.completions.create(**DRAWN)
                return self.judged({whole.model}, whole.choices[0].text)
            chunks = list(client.completions.create(**DRAWN, stream=True))
            if not chunks or chunks[-1].choices[0].finish_reason is None:
                raise ConnectionError("the stream broke off")
            return self.judged({one.model for one in chunks}, "".join(one.choices[0].text for one in chunks))

    def fixed(self) -> tuple[str, bool]:
        headers = {"Authorization": f"Bearer {self.server.token}"}
        asked = {"text": MAIN, "budgets": {"compiles": 5}}
        answer = httpx.post(f"{self.server.url}/fix", json=asked, headers=headers, timeout=60).raise_for_status().json()
        version = answer["version"]
        return version, version in self.expected and answer["policy"] == f"champion (version {version})"

    def judged(self, models: set[str], text: str) -> tuple[str, bool]:
        version = min(models).rpartition(":")[2]
        return version, len(models) == 1 and self.expected.get(version) == text

    def until_answered(self, kind: str, longest_s: float = 2 * LONGEST_S) -> Ended:
        """Ask, and again as long as the server is away; a failure while it is there is a lost request."""
        import openai  # a second of a processor, and most processes of a test run only collect what asks

        began = time.monotonic()
        for tries in range(1, 10_000):
            tried = time.monotonic()
            try:
                version, right = self.once(kind)
            except (openai.APIError, httpx.HTTPError, ConnectionError, json.JSONDecodeError) as error:
                now = time.monotonic()
                if now - began > longest_s or not self.away.met(tried, now):
                    return Ended(kind, now - began, tries=tries, lost=f"{type(error).__name__}: {error}")
                time.sleep(AGAIN_S)
            else:
                return Ended(kind, time.monotonic() - began, version, right, tries)
        raise AssertionError("asked ten thousand times")
