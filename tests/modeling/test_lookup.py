"""Guessed tokens: where they come from, and that the answers are what they would be without."""

import random
from collections.abc import Callable

import pytest

from nightschool.config import ModelConfig
from nightschool.modeling import Decoding, Generated, Loaded, Request, generate, generation, load_model
from nightschool.modeling.lookup import MOST, Lookup, most_for
from tests.tiny_model import tiny_model

PROMPTS = ["fn f() { let x = 1; }", "let let let mut mut", "12 let mut x = 0;\nfix:\n12 let", "a" * 90]
LENGTH = 60


def test_what_followed_the_last_three_tokens_is_guessed_before_what_followed_the_last_two() -> None:
    lookup = Lookup([1, 2, 3, 4, 9, 2, 3, 5, 1, 2, 3])
    # 2, 3 were last followed by 5; 1, 2, 3 by 4.
    assert lookup.guess(2) == [4, 9]
    assert Lookup([9, 2, 3, 5, 8, 2, 3]).guess(3) == [5, 8, 2]


def test_of_several_places_the_last_is_guessed_and_none_where_there_is_none() -> None:
    assert Lookup([1, 2, 3, 1, 2, 4, 1, 2]).guess(1) == [4]
    assert Lookup([1, 2, 3, 4]).guess(5) == []
    assert Lookup([1]).guess(5) == Lookup([]).guess(5) == []
    assert Lookup([1, 2, 3, 1, 2]).guess(0) == []


def test_what_was_said_is_looked_up_too() -> None:
    lookup = Lookup([1, 2])
    lookup.extend([7, 1])
    lookup.extend([2])
    assert lookup.guess(4) == [7, 1, 2]


def test_many_rows_guess_less_each() -> None:
    assert [most_for(rows) for rows in (1, 8, 12, 24, 200)] == [MOST, 12, 8, 4, 0]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    base = tiny_model(tmp_path_factory.mktemp("tiny") / "model")
    return load_model(base, ModelConfig(dtype="float32", device="cpu"))


def answers(loaded: Loaded, decoding: Decoding) -> list[Generated]:
    return generate(loaded, [Request(prompt, LENGTH - 7 * k) for k, prompt in enumerate(PROMPTS)], decoding)


Guess = Callable[[Lookup, int], list[int]]


def without_guesses(
    loaded: Loaded, decoding: Decoding, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[Generated], list[list[int]]]:
    """The answers of one token at a time, and the tokens of each prompt with its answer."""
    seen: dict[int, Lookup] = {}
    monkeypatch.setattr(Lookup, "guess", lambda self, most: seen.setdefault(id(self), self).ids[:0])
    said = answers(loaded, decoding)
    return said, [one.ids for one in seen.values()]


def right(plain: list[list[int]]) -> Guess:
    """Guess what will be said, the true prompt's continuation."""

    def guess(lookup: Lookup, most: int) -> list[int]:
        (whole,) = {tuple(ids) for ids in plain if ids[: len(lookup.ids)] == lookup.ids}
        return list(whole[len(lookup.ids) :][:most])

    return guess


def partly_right(plain: list[list[int]]) -> Guess:
    chance, truth = random.Random(0), right(plain)
    return lambda lookup, most: [
        token if chance.random() < 0.7 else 5 for token in truth(lookup, chance.randint(0, max(0, most)))
    ]


def wrong(plain: list[list[int]]) -> Guess:
    truth = right(plain)
    return lambda lookup, most: [(token + 1) % 200 for token in truth(lookup, most)]


@pytest.mark.integration
@pytest.mark.parametrize("decoding", [Decoding(batch_size=4), Decoding(4, 0.8, 3)])
@pytest.mark.parametrize("guesser", [right, partly_right, wrong])
@pytest.mark.parametrize("room", [generation.ROOM, MOST])
def test_whatever_is_guessed_the_answers_are_the_same(
    loaded: Loaded,
    decoding: Decoding,
    guesser: Callable[[list[list[int]]], Guess],
    room: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With little room the gaps of wrong guesses have to be closed on the way."""
    plain, whole = without_guesses(loaded, decoding, monkeypatch)
    monkeypatch.setattr(generation, "ROOM", room)
    monkeypatch.setattr(Lookup, "guess", guesser(whole))
    assert answers(loaded, decoding) == plain


@pytest.mark.integration
def test_right_guesses_save_passes_and_closing_gaps_happens(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[int] = []
    closed: list[int] = []
    read, keep = generation._Batch._read, generation._Batch._make_room

    def closing(batch: generation._Batch, wanted: int) -> None:
        before = batch.mask_BT.shape[1]
        keep(batch, wanted)
        closed.append(before - batch.mask_BT.shape[1])

    monkeypatch.setattr(generation._Batch, "_read", lambda self, n: passes.append(n) or read(self, n))
    monkeypatch.setattr(generation._Batch, "_make_room", closing)
    plain, whole = without_guesses(loaded, Decoding(4), monkeypatch)
    without, closed[:] = len(passes), []
    monkeypatch.setattr(Lookup, "guess", right(whole))
    passes.clear()
    assert answers(loaded, Decoding(4)) == plain
    # The longest answer is 60 tokens: one of the prompt, then 13 a pass at most.
    assert without == max(one.tokens for one in plain)
    assert len(passes) <= 1 + -(-(without - 1) // (MOST + 1)) + 1
    monkeypatch.setattr(generation, "ROOM", MOST)
    monkeypatch.setattr(Lookup, "guess", partly_right(whole))
    assert answers(loaded, Decoding(4)) == plain
    assert max(closed) > 0
