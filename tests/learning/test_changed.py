"""`train.loss: changed` learns what an answer says beyond the program that it repairs."""

import sys
from pathlib import Path

import pytest

from nightschool.config import AnswerConfig
from nightschool.config_file import load_config
from nightschool.learning.changed import repeated_spans, telling
from nightschool.learning.encoding import IGNORED, Encoded, collate, encode_rows
from nightschool.learning.shards import shards
from nightschool.modeling import load_model
from tests.tiny_model import tiny_model

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

BROKEN = "fn f() -> i32 {\n    let total = 0;\n    total += 1;\n    total\n}\n"


def repeated(answer: str, form: str = "edit") -> list[str]:
    return [answer[a:b] for a, b in repeated_spans(form, BROKEN, answer)]  # type: ignore[arg-type]


def test_an_edit_repeats_what_the_line_of_its_number_has() -> None:
    assert repeated("2 let mut total = 0;") == ["let", " total = 0;"]
    assert repeated("3 total += 2;") == ["total += ", ";"]
    assert repeated("2-") == []
    assert repeated("9 let total = 0;") == []  # no such line


def test_a_line_that_becomes_two_is_compared_as_one() -> None:
    assert repeated("2 let mut\n2+total = 0;") == ["let ", "total = 0;"]


def test_a_whole_program_repeats_its_other_lines() -> None:
    fixed = BROKEN.replace("let total", "let mut total")
    assert repeated(fixed, "program") == [
        "fn f() -> i32 {\n", "    let", " total = 0;\n", "    total += 1;\n    total\n}\n",
    ]  # fmt: skip


@pytest.mark.integration
def test_numbers_new_words_and_ends_are_learnt_and_one_token_after_each_change(tmp_path: Path) -> None:
    tokenizer = load_model(tiny_model(tmp_path / "model"), load_config(None, ["model.device=cpu"]).model).tokenizer
    answer = "2 let mut total = 0;"  # the tokenizer reads characters
    told = telling(tokenizer, "edit", BROKEN, answer)
    assert "".join(letter if wanted else "." for letter, wanted in zip(answer, told, strict=False)) == (
        "2 l.. mut .........."
    )
    assert len(told) == len(answer) + 1
    assert told[-1]  # the end of the answer


@pytest.mark.integration
def test_the_loss_is_a_mean_over_what_is_learnt(tmp_path: Path) -> None:
    tokenizer = load_model(tiny_model(tmp_path / "model"), load_config(None, ["model.device=cpu"]).model).tokenizer
    rows = toy_rows()[:2]
    every, changed = (encode_rows(tokenizer, rows, AnswerConfig(), loss) for loss in ("all", "changed"))  # type: ignore[arg-type]
    for whole, part in zip(every, changed, strict=True):
        assert whole is not None
        assert part is not None
        assert (whole.prompt, whole.answer) == (part.prompt, part.answer)  # what is read is the same
        assert whole.labels == whole.answer
        assert 0 < part.learnt < whole.learnt == len(whole.answer)
        assert sum(label != IGNORED for label in part.labels) == part.learnt


def test_a_batch_counts_the_tokens_that_are_learnt() -> None:
    row = Encoded([1], [2, 3, 4], told=(True, False, True))
    assert collate([row], 0)["labels"].tolist() == [[IGNORED, 2, IGNORED, 4]]
    assert shards([row, Encoded([1], [5, 6])], 1)[0].weight == pytest.approx(1 / 4)
