"""A model behind an OpenAI-compatible server, beside the one in this process: the same prompts, the same limits.

The prompt is sent as text to `/completions`, rendered here by the base model's own chat template, so that it is the one
of training and of the in-process path, letter for letter; a chat endpoint would render its own, with system messages
and reasoning switches of its own. A prompt whose program names control tokens is sent as ids: as text they would be
control. The server must then count as many prompt tokens as the base model's tokenizer: a difference means another
tokenizer, a second template or a shortened context, and is an error.
Covered: greedy and seeded answers, several requests at once, failed ones said and left unscored, who answers for an
adapter. Not covered: stopping answers that have become hopeless (the verdict is the same), proving that the server
holds the same weights (the probe of `phases/probe.py` compares answers), likelihoods and training: they need the
weights here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.config import Config, ServingConfig
from nightschool.errors import ConfigError
from nightschool.files import digest_folder
from nightschool.modeling.control import MARK
from nightschool.modeling.endpoint import Completion, Endpoint, TransientError
from nightschool.modeling.generation import WHOLE, Decoding, Generated, Part, Request, generate
from nightschool.modeling.loading import Loaded, load_model, load_tokenizer
from nightschool.modeling.prompts import encode
from nightschool.modeling.store import BaseModelFiles

SEEDS = 2**31
"""Seeds that every server takes are below this."""


@dataclass(frozen=True, slots=True)
class Served:
    """A model at a server, and the base model's own tokenizer."""

    config: ServingConfig
    name: str
    """Of the model at the server."""
    tokenizer: Any


def open_model(files: BaseModelFiles, config: Config, adapter: Path | None = None) -> Loaded | Served:
    """The model that answers, with an adapter if one is given (verify it first): in memory, or at the server."""
    if config.model.backend == "in_process":
        return load_model(files, config.model, adapter)
    return Served(config.serving, served_name(config.serving, adapter), load_tokenizer(files))


def served_name(config: ServingConfig, adapter: Path | None) -> str:
    """What the server calls the base model or an adapter. ConfigError if it is not said what it calls adapters."""
    if adapter is None:
        return config.model
    if not config.adapter:
        raise ConfigError(
            f"Adapter {str(adapter)!r} has no name at {config.base_url}: serving.adapter is empty. Serve adapters and "
            "set it, e.g. to {digest}, or set model.backend=in_process."
        )
    return config.adapter.format(digest=digest_folder(adapter)[:16], folder=adapter.resolve())


def ask(
    model: Loaded | Served,
    requests: Sequence[Request],
    decoding: Decoding,
    done: Callable[[int, Generated], None] | None = None,
    part: Part = WHOLE,
) -> list[Generated]:
    """Answer every request, in the order given, whoever generates. `done(index, answer)` is called as each is finished.

    With a part, only its share: whole batches in process, requests at a server, which makes batches of its own.
    A request that finally fails says so. Raises ServerError if the server is not there at all, ConfigError if it
    refuses a request or reads another prompt.
    """
    if not isinstance(model, Served):
        return generate(model, requests, decoding, done, part)
    endpoint = Endpoint(model.config)
    endpoint.check()
    results: dict[int, Generated] = {}
    pool = ThreadPoolExecutor(model.config.concurrency)
    try:
        bodies = [_body(model, request, decoding, index) for index, request in enumerate(requests)]
        mine = range(part[0], len(requests), part[1])
        asked = {pool.submit(_outcome, endpoint, bodies[index]): index for index in mine}
        for future in as_completed(asked):
            index = asked[future]
            results[index] = _read(endpoint, model, requests[index].prompt, future.result())
            if done:
                done(index, results[index])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        endpoint.close()
    return [results[index] for index in sorted(results)]


def _body(model: Served, request: Request, decoding: Decoding, index: int) -> dict[str, Any]:
    heat = decoding.temperature if request.temperature is None else request.temperature
    seed = decoding.apart(index if request.seed is None else request.seed)
    drawn = {"top_p": 1.0, "seed": seed % SEEDS} if heat else {}
    prompt = encode(model.tokenizer, request.prompt) if MARK in request.prompt else request.prompt
    return {
        "model": model.name, "prompt": prompt, "max_tokens": request.max_new_tokens,
        "temperature": heat, **drawn, **model.config.extra,
    }  # fmt: skip


def _outcome(endpoint: Endpoint, body: dict[str, Any]) -> Completion | TransientError:
    """What the server says in the end, in a thread of its own."""
    try:
        return endpoint.complete(body)
    except TransientError as error:
        return error


def _read(endpoint: Endpoint, model: Served, prompt: str, said: Completion | TransientError) -> Generated:
    """The answer; a request that failed for good says so. ConfigError if the server read another prompt."""
    if isinstance(said, TransientError):
        return Generated("", 0, finished=False, error=str(said))
    ours = len(encode(model.tokenizer, prompt))
    if said.read is not None and said.read != ours:
        raise ConfigError(
            f"{endpoint.base} read {said.read} prompt tokens for {model.name!r}, the base model's tokenizer makes "
            f"{ours}: it serves another model, adds tokens or a template of its own, or shortens its context. "
            "See docs/serving.md for what each server needs (serving.extra, its own settings)."
        )
    tokens = len(encode(model.tokenizer, said.text)) if said.tokens is None else said.tokens
    return Generated(said.text, tokens, said.finished)
