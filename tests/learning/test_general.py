"""Claims on plain Rust in what is learnt: its share of the tokens, its order, and whose programs it is."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.learning.align import train
from nightschool.learning.encoding import Encoded
from nightschool.learning.general import AFTER, BEFORE, MOST_TOKENS, is_general, with_general
from nightschool.learning.seen import read_seen
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Row
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model


class Letters:
    """A tokenizer of one token a character and a control token."""

    all_special_tokens = ("<end>",)

    def __call__(self, text: str, **options: Any) -> dict[str, list[int]]:
        return {"input_ids": [0 if part == "<end>" else ord(part) for part in re.findall("<end>|.", text, re.DOTALL)]}


def documented(count: int, length: int = 60) -> list[Row]:
    one = toy_rows()[0]
    programs = [f"fn f{n:03}() {{}}".ljust(length, "/") for n in range(count)]
    return [replace(one, id=f"r{n}", source="mutated", fixed=program) for n, program in enumerate(programs)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


REPAIRS = [Encoded([1] * 70, [2] * 30, f"repair-{n}") for n in range(9)]
"""900 tokens."""


def mixed(rows: list[Row], share: float = 0.1, seen: dict[str, int] | None = None, seed: int = 0) -> list[Encoded]:
    return with_general(Letters(), REPAIRS, rows, seen or {}, share, seed)


def test_texts_are_their_share_of_all_tokens() -> None:
    """A text of 60 letters between fences is 60 + 8 + 4 = 72 tokens: a tenth of 900 + 100 are two, at 200 each."""
    text = len(BEFORE) + 60 + len(AFTER)
    assert text == 72
    learnt = mixed(documented(20))
    general = [one for one in learnt if is_general(one.row)]
    assert [one.length for one in general] == [72, 72]
    half = [one for one in mixed(documented(20), share=0.5) if is_general(one.row)]
    assert len(half) == 13  # 13 * 72 = 936, the first number of texts that reaches 900


def test_repairs_keep_their_order_and_texts_stand_between_them() -> None:
    learnt = mixed(documented(20))
    assert [one for one in learnt if not is_general(one.row)] == REPAIRS
    assert [n for n, one in enumerate(learnt) if is_general(one.row)] == [1, 8]


def test_no_share_is_no_text_and_too_few_programs_are_each_taken_once() -> None:
    assert mixed(documented(20), share=0.0) == REPAIRS
    assert len(mixed(documented(2), share=0.9)) == len(REPAIRS) + 2


def test_only_documentation_is_general_and_a_program_comes_once() -> None:
    same = [replace(one, fixed="fn f() {}") for one in documented(5)]
    assert len(mixed(same, share=0.9)) == len(REPAIRS) + 1
    assert mixed([replace(one, source="template") for one in documented(5)], share=0.9) == REPAIRS


def test_what_was_learnt_least_comes_first() -> None:
    names = [f"general:r{n}" for n in range(8)]
    seen = dict.fromkeys(names[:7], 1)
    assert next(one.row for one in mixed(documented(8), seen=seen) if is_general(one.row)) == "general:r7"
    orders = [[one.row for one in mixed(documented(8), share=0.9, seed=seed) if is_general(one.row)] for seed in (0, 1)]
    assert sorted(orders[0]) == sorted(orders[1]) == names
    assert orders[0] != orders[1]


@pytest.mark.parametrize(("length", "learnt"), [(60, 64), (500, MOST_TOKENS)])
def test_loss_is_on_the_program_and_a_long_one_is_cut(length: int, learnt: int) -> None:
    """60 letters and the closing fence of 4; of 500 the first 160."""
    text = next(one for one in mixed(documented(1, length)) if is_general(one.row))
    assert "".join(map(chr, text.prompt)) == BEFORE
    assert "".join(map(chr, text.answer)).startswith("fn f000() {}")
    assert text.learnt == learnt


def test_the_name_of_a_control_token_is_text() -> None:
    [one] = documented(1)
    text = next(each for each in mixed([replace(one, fixed='"<end>"')]) if is_general(each.row))
    assert 0 not in text.answer


def test_training_learns_them_and_counts_them_apart(tmp_path: Path, tiny: BaseModelFiles) -> None:
    rows = [replace(one, source="mutated") for one in toy_rows()[:8]]
    settings = ["train.share_general=0.4", "train.max_rows=8", "train.top_layers=1"]
    config = load_config(None, [f"root={tmp_path}", *settings])
    result = train(config, rows, [], tmp_path / "out", base=tiny)
    seen = read_seen(result.adapter)
    assert result.rows_seen == sum(not is_general(name) for name in seen) == 8
    assert sum(map(is_general, seen)) > 0
