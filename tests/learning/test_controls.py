"""Controls: an adapter that changes nothing changes nothing, and shuffled answers teach nothing of their rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.learning import shuffled, zero_delta
from nightschool.modeling import BaseModelFiles, Request, generate, load_model, verify_adapter
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("tiny") / "model")


def test_a_zero_delta_adapter_answers_exactly_as_the_base(base: BaseModelFiles, tmp_path: Path) -> None:
    config = load_config(None, [f"model.base_model={base.folder}", "train.rank=2"])
    made = zero_delta(config, base, tmp_path)
    assert verify_adapter(made.adapter, base.digest) == made.digest
    requests = [Request(row.broken, 24) for row in toy_rows()[:4]]
    plain = generate(load_model(base, config.model), requests)
    assert generate(load_model(base, config.model, made.adapter), requests) == plain
    assert len({answer.text for answer in plain}) > 1


def test_shuffled_rows_keep_their_question_and_get_another_rows_lines() -> None:
    rows = {row.id: row for row in toy_rows()}
    made = shuffled(list(rows.values()), Config())
    assert len(made) > len(rows) / 2
    taught = {line for row in rows.values() for line in row.fixed.split("\n")}
    for row in made:
        mine = rows[row.id]
        assert (row.broken, row.diagnostic) == (mine.broken, mine.diagnostic)
        assert row.fixed.rstrip() not in (mine.fixed.rstrip(), mine.broken.rstrip())
        assert set(row.fixed.split("\n")) - set(row.broken.split("\n")) <= taught


def test_shuffling_follows_its_seed() -> None:
    assert shuffled(toy_rows(), Config(seed=1)) == shuffled(toy_rows(), Config(seed=1))
    assert shuffled(toy_rows(), Config(seed=1)) != shuffled(toy_rows(), Config(seed=2))


def test_a_row_without_company_of_its_length_is_left_out() -> None:
    assert shuffled(toy_rows()[:1], Config()) == []
