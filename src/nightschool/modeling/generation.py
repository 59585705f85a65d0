"""Batched generation: sorted by length, rows leave as soon as they are done, tokens counted.

`model.generate` keeps every row of a batch until its last row ends, copies the key-value cache at each
token and cannot look at what it writes. Here the prompts are sorted so that little is padded, the cache is
reserved once per batch and written in place, and a row leaves the batch when it has ended or when its
answer cannot be well formed any more (`Request.hopeless`: the verdict is fixed by then). What all prompts begin with,
the instruction, is read once. What the prompt says is guessed to be said again, several tokens a pass (`lookup`). On a
CPU several batches go at once (`workers`).
Covered: greedy answers (pass@1), seeded sampling that does not depend on the batch (pass@k), progress.
Not covered: models whose cache is not plain attention; those go through `model.generate`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from nightschool.modeling.loading import Loaded
from nightschool.modeling.lookup import MOST, Lookup, most_for
from nightschool.modeling.prompts import encode
from nightschool.modeling.workers import at_once, workers_for

if TYPE_CHECKING:
    import torch

MAX_BATCH_TOKENS = 12_288
"""Most prompt tokens, padding included, read at once: bounds memory."""
WORTH_A_BATCH = 1_024
"""Prompt tokens from which a batch need not wait for more on a CPU: reading more at once is hardly faster there."""
ALIKE = 0.85
"""Length of a prompt, of the batch's longest, below which it begins a batch of its own, where that one is worth it."""
SEEDS = 1_000_003
"""Seeds of requests between two seeds of decodings."""
WORTH_SHARING = 8
"""Tokens that prompts must have in common for reading them once to pay."""
ROOM = 64 + MOST
"""Positions reserved beyond the longest answer, for guesses: gaps are closed when these are used up."""


@dataclass(frozen=True, slots=True)
class Request:
    """One prompt to answer."""

    prompt: str
    max_new_tokens: int
    hopeless: Callable[[str], bool] | None = None
    """Whether the text so far can no longer become an answer; the row then stops."""
    seed: int | None = None
    """What the request's sampling depends on besides the decoding's seed; None is its place among the requests."""
    temperature: float | None = None
    """How this one is drawn; None is as the decoding says."""
    adapter: str | None = None
    """Who answers, for a model with several adapters (`modeling.routing`): all requests name one, or none does."""
    ids: tuple[int, ...] | None = None
    """The prompt as token ids, in place of its text."""


@dataclass(frozen=True, slots=True)
class Generated:
    """One answer."""

    text: str
    tokens: int
    """Tokens generated, the end mark included."""
    finished: bool
    """The model ended by itself; False if it was cut off."""
    error: str = ""
    """Why there is no answer: a server that failed (`served`). Says nothing about the model."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How answers are drawn. Part of a policy's digest."""

    batch_size: int = 24
    temperature: float = 0.0
    """0 is greedy."""
    seed: int = 0
    """A sample depends on this and on the request's own seed only, whatever the batch."""

    def apart(self, seed: int | None) -> int:
        """The seed at which a decoding without one of its own draws what this one draws for a request's `seed`."""
        return self.seed * SEEDS + (seed or 0)

    @property
    def label(self) -> str:
        """What decides the answers, in words (batch size does not)."""
        return f"sample t={self.temperature} seed={self.seed}" if self.temperature else "greedy"


Part = tuple[int, int]
"""One of several parts of the work, counted from 0, and how many there are."""
WHOLE: Part = (0, 1)


def generate(
    loaded: Loaded,
    requests: Sequence[Request],
    decoding: Decoding = Decoding(),
    done: Callable[[int, Generated], None] | None = None,
    part: Part = WHOLE,
) -> list[Generated]:
    """Answer every request, in the order given. `done(index, answer)` is called as each is finished.

    With a part, only every n-th batch of those that all requests make: what is padded and read together decides
    the last digits, so parts share out whole batches, and together they say what the whole would have said.
    """
    ids = [
        encode(loaded.tokenizer, request.prompt) if request.ids is None else list(request.ids) for request in requests
    ]
    results: list[Generated | None] = [None] * len(requests)
    plain = all(request.adapter is None for request in requests)
    beginning = _read_beginning(loaded, ids if plain else [])
    worth = WORTH_A_BATCH if loaded.model.device.type == "cpu" else MAX_BATCH_TOKENS
    lengths = [len(one) for one in ids]
    batches = plan_batches(lengths, decoding.batch_size, MAX_BATCH_TOKENS, worth)[part[0] :: part[1]]

    def answered(chunk: Sequence[int]) -> list[tuple[int, Generated]]:
        return _Batch(loaded, [(index, ids[index], requests[index]) for index in chunk], decoding, beginning).run()

    for answers in at_once(answered, batches, workers_for(loaded.model, len(batches)) if plain else 1):
        for index, answer in answers:
            results[index] = answer
            if done:
                done(index, answer)
    return [answer for answer in results if answer is not None]


def plan_batches(lengths: Sequence[int], batch_size: int, max_tokens: int, worth: int) -> list[list[int]]:
    """Indices in batches of similar length, longest first, so that too little memory shows at once.

    A batch of `worth` tokens takes no prompts that are much shorter than its longest: padding would cost more than
    another batch does.
    """
    order = sorted(range(len(lengths)), key=lambda i: (-lengths[i], i))
    batches: list[list[int]] = []
    for index in order:
        longest, rows = (lengths[batches[-1][0]], len(batches[-1])) if batches else (0, 0)
        fits = rows < batch_size and longest * (rows + 1) <= max_tokens
        if batches and fits and (longest * rows < worth or lengths[index] >= ALIKE * longest):
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


Beginning = list[tuple["torch.Tensor", "torch.Tensor"]]
"""Keys and values of each layer, (1, heads, positions, head size), for what all prompts begin with."""


def _read_beginning(loaded: Loaded, ids: Sequence[list[int]]) -> Beginning:
    """Read once what all prompts begin with; empty if that is too little. Each prompt keeps a token of its own."""
    import torch

    from nightschool.modeling.kvcache import reserved_cache

    shared = _common(ids)
    if len(ids) < 2 or len(shared) < WORTH_SHARING:
        return []
    cache = reserved_cache(loaded.model.config, len(shared))
    tokens_1T = torch.tensor([shared], device=loaded.model.device)
    with torch.inference_mode():
        loaded.model(input_ids=tokens_1T, past_key_values=cache, use_cache=True, logits_to_keep=1)
    return [(layer.keys, layer.values) for layer in cache.layers]


def _common(ids: Sequence[list[int]]) -> list[int]:
    """What all lists begin with, short of the whole of any. The least and the greatest differ first."""
    if not ids:
        return []
    pairs = zip(min(ids)[:-1], max(ids)[:-1], strict=False)
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]


class _Batch:
    """Rows decoded together. All tensors are over the rows still alive."""

    def __init__(
        self,
        loaded: Loaded,
        rows: Sequence[tuple[int, list[int], Request]],
        decoding: Decoding,
        beginning: Beginning,
    ) -> None:
        import torch

        from nightschool.modeling.kvcache import can_forget, reserved_cache

        read = beginning[0][0].shape[2] if beginning else 0
        self.lookups = {index: Lookup(ids) for index, ids, _ in rows}
        rows = [(index, ids[read:], request) for index, ids, request in rows]
        self.read_for = _first_of_each([ids for _, ids, _ in rows])
        self.model, self.tokenizer = loaded.model, loaded.tokenizer
        self.rows = list(rows)
        self.written: dict[int, list[int]] = {index: [] for index, _, _ in rows}
        self.decoding = decoding
        self.ends = _end_ids(loaded)
        width = max(len(ids) for _, ids, _ in rows)
        self.length = read + width + max(request.max_new_tokens for _, _, request in rows) + ROOM
        self.cache = reserved_cache(self.model.config, self.length)
        self.guessing = can_forget(self.cache)
        prompts = len(set(self.read_for))
        for layer, (keys, values) in enumerate(beginning):
            self.cache.update(keys.expand(prompts, -1, -1, -1), values.expand(prompts, -1, -1, -1), layer)
        device = self.model.device
        pad = self.tokenizer.pad_token_id
        padded = [[pad] * (width - len(ids)) + ids for _, ids, _ in rows]
        seen = [[1] * read + [0] * (width - len(ids)) + [1] * len(ids) for _, ids, _ in rows]
        self.input_BT = torch.tensor(padded, device=device)
        self.mask_BT = torch.tensor(seen, device=device)
        self.guesses: list[list[int]] = [[] for _ in rows]
        self.samplers = {
            index: torch.Generator().manual_seed(decoding.apart(index if request.seed is None else request.seed))
            for index, _, request in rows
        }

    def run(self) -> list[tuple[int, Generated]]:
        """Decode until every row has left."""
        import torch

        answers: list[tuple[int, Generated]] = []
        with torch.inference_mode():
            logits_BGV = self._read_prompts()
            while self.rows:
                said = self._say(logits_BGV)
                left = [self._leave(row, tokens) for row, tokens in zip(self.rows, said, strict=True)]
                answers += [(row[0], answer) for row, answer in zip(self.rows, left, strict=True) if answer is not None]
                self._advance(said, [k for k, answer in enumerate(left) if answer is None])
                if self.rows:
                    logits_BGV = self._read(1 + max(map(len, self.guesses)))
        return answers

    def _read_prompts(self) -> torch.Tensor:
        """Logits behind each row's prompt; prompts that several rows have are read once."""
        import torch

        prompts = sorted(set(self.read_for))
        if len(prompts) == len(self.rows):
            return self._read(1)
        rows, inputs_BT, mask_BT = self.rows, self.input_BT, self.mask_BT
        self.rows = [rows[k] for k in prompts]
        self.input_BT, self.mask_BT = inputs_BT[prompts], mask_BT[prompts]
        logits_PGV = self._read(1)
        self.rows, self.input_BT, self.mask_BT = rows, inputs_BT, mask_BT
        whose = torch.tensor([prompts.index(k) for k in self.read_for], device=inputs_BT.device)
        self.cache.batch_select_indices(whose)
        return logits_PGV[whose]

    def _say(self, logits_BGV: torch.Tensor) -> list[list[int]]:
        """What each row says next: a token, and one more for each guess that was what it says."""
        heats = [self.decoding.temperature if r.temperature is None else r.temperature for _, _, r in self.rows]
        chosen = logits_BGV.argmax(-1).tolist() if 0 in heats else []
        said = []
        for k, (guess, heat, (index, _, _)) in enumerate(zip(self.guesses, heats, self.rows, strict=True)):
            tokens: list[int] = []
            while len(tokens) <= len(guess) and tokens == guess[: len(tokens)]:
                place = len(tokens)
                tokens.append(self._draw(logits_BGV[k, place], heat, index) if heat else chosen[k][place])
            said.append(tokens)
        return said

    def _read(self, asked: int) -> torch.Tensor:
        """Logits of the last `asked` positions."""
        position_BT = (self.mask_BT.cumsum(-1) - 1).clamp(min=0)[:, -self.input_BT.shape[1] :]
        logits_BGV: torch.Tensor = self.model(
            input_ids=self.input_BT,
            attention_mask=self.mask_BT,
            position_ids=position_BT,
            past_key_values=self.cache,
            use_cache=True,
            logits_to_keep=asked,
            **self._adapters(),
        ).logits
        return logits_BGV

    def _adapters(self) -> dict[str, list[str]]:
        """Who answers each row still alive."""
        names = [request.adapter for _, _, request in self.rows if request.adapter is not None]
        return {"adapter_names": names} if names else {}

    def _draw(self, logits_V: torch.Tensor, temperature: float, index: int) -> int:
        import torch

        chance_V = torch.softmax(logits_V.float() / temperature, -1).cpu()
        return int(torch.multinomial(chance_V, 1, generator=self.samplers[index]))

    def _leave(self, row: tuple[int, list[int], Request], tokens: Sequence[int]) -> Generated | None:
        """The row's answer if one of these tokens ends it."""
        index, _, request = row
        written = self.written[index]
        for token in tokens:
            if token in self.ends:
                return Generated(self._text(written), len(written) + 1, finished=True)
            written.append(token)
            full = len(written) >= request.max_new_tokens
            if full or (request.hopeless is not None and request.hopeless(self._text(written))):
                return Generated(self._text(written), len(written), finished=False)
        return None

    def _text(self, ids: list[int]) -> str:
        text: str = self.tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)
        return text

    def _advance(self, said: Sequence[list[int]], alive: Sequence[int]) -> None:
        """Keep the rows that go on, forget guesses that were wrong, and put what comes next before the model."""
        import torch

        device = self.mask_BT.device
        if len(alive) < len(self.rows):
            keep = torch.tensor(alive, dtype=torch.long, device=device)
            self.rows = [self.rows[k] for k in alive]
            self.mask_BT = self.mask_BT[keep]
            if not self.rows:
                return
            self.cache.batch_select_indices(keep)
        going = [said[k] for k in alive]
        self._forget(max(map(len, self.guesses)), [len(tokens) - 1 for tokens in going])
        self.guesses = [self._guess(row, tokens) for row, tokens in zip(self.rows, going, strict=True)]
        widest = max(map(len, self.guesses))
        self._make_room(1 + widest)
        pad = self.tokenizer.pad_token_id
        last = [[tokens[-1], *guess] for tokens, guess in zip(going, self.guesses, strict=True)]
        new = [[*ids, *([pad] * (1 + widest - len(ids)))] for ids in last]
        seen = [[1] * len(ids) + [0] * (1 + widest - len(ids)) for ids in last]
        self.input_BT = torch.tensor(new, device=device)
        self.mask_BT = torch.cat([self.mask_BT, torch.tensor(seen, device=device)], -1)

    def _guess(self, row: tuple[int, list[int], Request], tokens: Sequence[int]) -> list[int]:
        index, _, request = row
        lookup = self.lookups[index]
        lookup.extend(tokens)
        left = request.max_new_tokens - len(self.written[index]) - 1
        return lookup.guess(min(most_for(len(self.rows)), left)) if self.guessing else []

    def _forget(self, guessed: int, right: Sequence[int]) -> None:
        """Hide what was guessed wrongly of the last `guessed` positions, and drop those that no row has right."""
        import torch

        if not guessed:
            return
        places_G = torch.arange(guessed, device=self.mask_BT.device)
        self.mask_BT[:, -guessed:] *= places_G < torch.tensor(right, device=self.mask_BT.device)[:, None]
        if spare := guessed - max(right):
            self.mask_BT = self.mask_BT[:, :-spare]
            for layer in self.cache.layers:
                layer.forget(spare)

    def _make_room(self, wanted: int) -> None:
        """Close the gaps that wrong guesses have left, when the reserved positions are nearly used up."""
        if not self.guessing or self.mask_BT.shape[1] + wanted <= self.length:
            return
        longest = int(self.mask_BT.sum(-1).max())
        index_BT = self.mask_BT.argsort(dim=-1, stable=True)[:, -longest:]
        self.mask_BT = self.mask_BT.gather(1, index_BT)
        for layer in self.cache.layers:
            layer.keep(index_BT)


def _first_of_each(prompts: Sequence[list[int]]) -> list[int]:
    """For each prompt the place of the first that is equal to it."""
    first: dict[tuple[int, ...], int] = {}
    return [first.setdefault(tuple(ids), place) for place, ids in enumerate(prompts)]


def _end_ids(loaded: Loaded) -> set[int]:
    config: Any = getattr(loaded.model, "generation_config", None)
    ids = getattr(config, "eos_token_id", None)
    several = ids if isinstance(ids, list) else [ids]
    return {i for i in (*several, loaded.tokenizer.eos_token_id) if i is not None}
