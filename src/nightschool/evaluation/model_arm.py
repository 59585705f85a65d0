"""The arm that is a model: base, or base with an adapter. Greedy, one attempt (pass@1), or sampled (pass@k).

Covered: prompts too long (not asked, said so), answers cut off, malformed answers, the answer cache; the
model is loaded, or its server asked, when there is something left to ask. Not covered: search and choosing
(`policy_arm`) and hints (`hints`).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from nightschool.config import Config
from nightschool.evaluation.answer import Answer, Progress
from nightschool.evaluation.answer_cache import AnswerCache, Said
from nightschool.files import digest_json, digest_text
from nightschool.modeling.adapter import verify_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.generation import WHOLE, Decoding, Generated, Part, Request
from nightschool.modeling.loading import Loaded, pick_device, pick_dtype
from nightschool.modeling.prompts import build_prompt, encode, prompt_digest
from nightschool.modeling.served import Served, ask, open_model, served_name
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Koan, Stage

Diagnose = Callable[[Sequence[Koan]], list[str | None]]


class ModelArm:
    """A model answering koans."""

    def __init__(
        self, name: str, config: Config, base: BaseModelFiles, adapter: Path | None, diagnose: Diagnose
    ) -> None:
        self.name, self.config, self.base, self.adapter, self.diagnose = name, config, base, adapter, diagnose
        self.adapter_digest = verify_adapter(adapter, base.digest) if adapter else ""
        self.format = answer_format(config.answer)
        self.decoding = Decoding(config.answer.batch_size)
        self.digest = self._policy()
        self._weights: Weights = _Weights(base, config, adapter)

    def sampling(self, temperature: float, seed: int) -> ModelArm:
        """The same model, loaded once for all, drawing its answers: each depends on the seed and its question."""
        return self.decoded(replace(self.decoding, temperature=temperature, seed=seed))

    def decoded(self, decoding: Decoding, apart: str = "") -> ModelArm:
        """The same model, loaded once for all, decoding otherwise; `apart` keeps answers that should be equal apart."""
        other = copy(self)
        other.decoding = decoding
        other.digest = digest_text(other._policy(), apart) if apart else other._policy()
        return other

    def sharing(self, other: ModelArm) -> ModelArm:
        """The same arm with the weights of another one, which is of the same base model and adapter."""
        if (self.base.digest, self.adapter_digest) != (other.base.digest, other.adapter_digest):
            raise ValueError(f"arm {self.name!r} and arm {other.name!r} are not of the same weights")
        shared = copy(self)
        shared._weights = other._weights
        return shared

    @property
    def loaded(self) -> Loaded | Served:
        """What answers, loaded now if it was not."""
        return self._weights.loaded

    def facts(self) -> dict[str, str]:
        """Digests and settings that decide the answers."""
        return {
            "base_model": self.base.name,
            "base": self.base.digest,
            "adapter": self.adapter_digest,
            "prompt": prompt_digest(self.format),
            "format": self.format.name,
            "decoding": self.decoding.label,
            **self._server(),
        }

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """One answer per koan, from the cache or from the model."""
        cache = self.cache()
        questions, answers, asked = self._known(koans, cache)

        def said(index: int, said: Said) -> None:
            cache.put(questions[index], said)
            answers[index] = self._read(koans[index], said)
            if progress:
                progress(len(answers), len(koans))

        self._ask(asked, answers, said)
        if progress:
            progress(len(koans), len(koans))
        return [answers[index] for index in range(len(koans))]

    def answer_part(self, koans: Sequence[Koan], part: Part, kept: AnswerCache) -> None:
        """Put one part of the questions that `answer` would put, in the batches it would, and keep what is said."""
        questions, _, asked = self._known(koans, self.cache())
        self._ask(asked, {}, lambda index, said: kept.put(questions[index], said), part)

    def several(self, koans: Sequence[Koan], drawn: int, temperature: float) -> list[list[Answer]]:
        """The greedy answer to each koan and `drawn` ones after it; in process each prompt is read once for all."""
        arms = [self, *(self.sampling(temperature, seed) for seed in range(1, drawn + 1))]
        self._ask_together(koans, arms)
        return [list(one) for one in zip(*(arm.answer(koans) for arm in arms), strict=True)]

    def _ask_together(self, koans: Sequence[Koan], arms: Sequence[ModelArm]) -> None:
        """Put what arms of this model have yet to answer, all at once, and leave the answers in their caches."""
        left: list[tuple[AnswerCache, str]] = []
        requests: list[Request] = []
        for arm in arms:
            cache = arm.cache()
            questions, _, asked = arm._known(koans, cache)
            indices, made = arm._requests(asked, {}) if asked else ([], [])
            left += [(cache, questions[index]) for index in indices]
            requests += [
                replace(r, seed=arm.decoding.apart(r.seed), temperature=arm.decoding.temperature) for r in made
            ]
        clock = _Clock()

        def done(position: int, answer: Generated) -> None:
            cache, question = left[position]
            if not answer.error:
                cache.put(question, Said(answer.text, answer.tokens, answer.finished, clock.lap()))

        if requests:
            ask(self._weights.loaded, requests, Decoding(self.decoding.batch_size), done)

    def cache(self) -> AnswerCache:
        """What this model has said so far, here."""
        return AnswerCache(self.config.var / "cache" / "answers", self.digest)

    def _known(
        self, koans: Sequence[Koan], cache: AnswerCache
    ) -> tuple[list[str], dict[int, Answer], list[tuple[int, Koan, str]]]:
        """Each koan's question, the answers there are, and what is left to ask."""
        diagnostics = self._diagnose(koans)
        questions = [digest_text(k.broken, d or "") for k, d in zip(koans, diagnostics, strict=True)]
        answers: dict[int, Answer] = {}
        asked: list[tuple[int, Koan, str]] = []
        for index, (koan, diagnostic) in enumerate(zip(koans, diagnostics, strict=True)):
            known = cache.get(questions[index])
            if diagnostic is None:
                answers[index] = Answer(koan.id, "", None, detail="no diagnostic to be had", unscored=True)
            elif known:
                answers[index] = self._read(koan, known)
            else:
                asked.append((index, koan, diagnostic))
        return questions, answers, asked

    def adapter_for(self, koan: Koan) -> str | None:
        """Name of the adapter that answers, where several are loaded beside the base."""
        del koan
        return None

    def _diagnose(self, koans: Sequence[Koan]) -> list[str | None]:
        """What the prompts say below the programs."""
        return self.diagnose(koans)

    def _ask(
        self,
        asked: Sequence[tuple[int, Koan, str]],
        answers: dict[int, Answer],
        said: Callable[[int, Said], None],
        part: Part = WHOLE,
    ) -> None:
        """Put the questions, or one part of them; those too long are answered with a refusal."""
        if not asked:
            return
        koan_of = {index: koan.id for index, koan, _ in asked}
        indices, requests = self._requests(asked, answers)
        clock = _Clock()

        def done(position: int, answer: Generated) -> None:
            index = indices[position]
            if answer.error:
                answers[index] = Answer(koan_of[index], "", None, detail=answer.error, unscored=True)
            else:
                said(index, Said(answer.text, answer.tokens, answer.finished, clock.lap()))

        ask(self._weights.loaded, requests, self.decoding, done, part)

    def _requests(
        self, asked: Sequence[tuple[int, Koan, str]], answers: dict[int, Answer]
    ) -> tuple[list[int], list[Request]]:
        """The requests of the questions, and whose they are; those that are too long get a refusal as their answer."""
        loaded = self._weights.loaded
        indices: list[int] = []
        requests: list[Request] = []
        for index, koan, diagnostic in asked:
            prompt = self._prompt(loaded.tokenizer, koan, diagnostic)
            tokens = len(encode(loaded.tokenizer, prompt))
            if tokens > self.config.answer.max_prompt_tokens:
                detail = f"prompt has {tokens} tokens, allowed are {self.config.answer.max_prompt_tokens}"
                answers[index] = Answer(koan.id, "", None, detail=detail)
                continue
            indices.append(index)
            seed = int(digest_text(prompt)[:12], 16)
            requests.append(Request(prompt, self._limit(tokens), self._over, seed, adapter=self.adapter_for(koan)))
        return indices, requests

    def _prompt(self, tokenizer: Any, koan: Koan, diagnostic: str) -> str:
        """What the model goes on from."""
        return build_prompt(tokenizer, koan.broken, diagnostic, self.format)

    def _over(self, text: str) -> bool:
        """Whether reading on cannot change the verdict."""
        return self.format.hopeless(text)

    def _read(self, koan: Koan, said: Said) -> Answer:
        """Cached or fresh words as an answer. An answer that was cut off is applied if it is well formed."""
        program = self.format.apply(koan.broken, said.text)
        malformed = "" if program is not None else f"malformed {self.format.name} answer"
        cut = "" if said.finished else f"stopped after {said.tokens} tokens"
        detail = "; ".join(filter(None, (malformed, cut)))
        stages = (Stage("model", said.seconds, 1),)
        return Answer(koan.id, said.text, program, said.tokens, said.seconds, detail, answers=1, stages=stages)

    def _limit(self, prompt_tokens: int) -> int:
        more = prompt_tokens if self.format.name == "program" else 0
        return self.config.answer.max_new_tokens + more

    def _server(self) -> dict[str, str]:
        """Who answers, if it is not this process: place, name and what it is told besides."""
        serving = self.config.serving
        if self.config.served_by() is None:
            return {}
        extra = json.dumps(serving.extra, sort_keys=True)
        return {"server": serving.base_url, "served": served_name(serving, self.adapter), "extra": extra}

    def _policy(self) -> str:
        answer = self.config.answer.model_dump(mode="json", exclude={"batch_size"})
        if self.config.served_by() is not None:
            return digest_json([self.facts(), answer])
        device = pick_device(self.config.model)
        few = [] if self.config.model.quantization == "none" else [self.config.model.quantization]
        return digest_json([self.facts(), answer, device, pick_dtype(self.config.model, device), *few])


class Weights(Protocol):
    """What answers, loaded when first asked."""

    @property
    def loaded(self) -> Loaded | Served:
        """The model in memory, or at its server."""


@dataclass
class _Weights:
    """The model, loaded when first asked, and shared by an arm and its samplings."""

    base: BaseModelFiles
    config: Config
    adapter: Path | None

    @cached_property
    def loaded(self) -> Loaded | Served:
        """Base with the adapter merged into it, or its name at the server."""
        return open_model(self.base, self.config, self.adapter)


class _Clock:
    """Seconds since the last lap: rows of a batch end together or apart, their sum is the time spent."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def lap(self) -> float:
        now = time.monotonic()
        self.last, before = now, self.last
        return now - before
