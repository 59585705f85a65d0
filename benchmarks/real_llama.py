"""A real llama.cpp in this process, for `benchmarks/export.py` and the tests of exported files.

Needs xllamacpp, of the extra `dev`, a wheel of llama.cpp's own server (build b11549) for any x86-64
Linux, which listens on loopback. Nothing else of Night School uses it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx


class LlamaCpp:
    """A GGUF that is loaded: token ids, rendered chats, log-probabilities, greedy answers."""

    def __init__(self, gguf: Path, context: int = 1024, threads: int = 1, cache: str = "f16") -> None:
        import xllamacpp

        wanted = xllamacpp.CommonParams()
        wanted.model.path = str(gguf)
        wanted.n_ctx = wanted.n_batch = wanted.n_ubatch = context
        wanted.n_parallel, wanted.port, wanted.warmup, wanted.verbosity = 1, 0, False, -1
        wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = threads
        wanted.cache_type_k = wanted.cache_type_v = getattr(xllamacpp.ggml_type, f"GGML_TYPE_{cache.upper()}")
        self._server: Any = xllamacpp.Server(wanted)
        self.url: str = self._server.listening_address
        self._asked = httpx.Client(base_url=self.url, timeout=600, trust_env=False)

    def ids(self, text: str, *, begin: bool = False) -> list[int]:
        """Token ids of a text, in which names of control tokens are these tokens; `begin`: with what is put before."""
        ids: list[int] = self._ask("/tokenize", content=text, add_special=begin, parse_special=True)["tokens"]
        return ids

    def chat(self, messages: Sequence[Mapping[str, str]]) -> str:
        """A conversation up to its answer, by the chat template in the file."""
        text: str = self._ask("/apply-template", messages=list(messages))["prompt"]
        return text

    def likely(self, ids: Sequence[int], count: int) -> dict[int, float]:
        """Natural log-probabilities of the `count` likeliest tokens behind a text, by id."""
        told = self._complete(ids, 1, n_probs=count)["completion_probabilities"][0]["top_logprobs"]
        return {one["id"]: one["logprob"] for one in told}

    def greedy(self, ids: Sequence[int], limit: int) -> list[int]:
        """The likeliest token again and again, up to one that ends the answer, which is left out, or to `limit`."""
        tokens: list[int] = self._complete(ids, limit)["tokens"]
        return tokens

    def close(self) -> None:
        """Stop the server."""
        self._asked.close()
        self._server = None

    def _complete(self, ids: Sequence[int], limit: int, **more: Any) -> dict[str, Any]:
        plain = {"temperature": 0, "repeat_penalty": 1, "return_tokens": True, "cache_prompt": False}
        return self._ask("/completion", prompt=list(ids), n_predict=limit, **plain, **more)

    def _ask(self, path: str, **body: Any) -> dict[str, Any]:
        answer = self._asked.post(path, json=body)
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told
