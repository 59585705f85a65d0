"""Great Expectations on preference pairs with planted faults: the right expectation must be named."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.validation import validate_pairs
from nightschool.errors import ValidationFailedError
from nightschool.types import PreferencePair
from tests.curriculum.test_validation import CONFIG, KnowingJudge, examined


def pair(number: int, code: str = "E0382") -> PreferencePair:
    body = f"fn f(v: String) {{ let n = 1{' + 1' * number}; send(v); show(v, n); "
    return PreferencePair(
        id=f"p{number}", row=f"r{number}", error_code=code, pattern="use-after-move", broken=body + "wrong_E0382(); }",
        diagnostic=f"error[{code}]: it is wrong", chosen="1 done();", rejected="1 begun();",
        chosen_program=body + "done(); }", rejected_program=body + "wrong_E0308(); }", chosen_tokens=10,
        rejected_tokens=12, provenance="searched",
    )  # fmt: skip


GOOD = [pair(k, code) for k, code in enumerate(("E0382", "E0308", "E0277", "E0596", "E0425", "E0106"), start=3)]


def failure(pairs: Sequence[PreferencePair], folder: Path, config: Config = CONFIG) -> str:
    with pytest.raises(ValidationFailedError) as caught:
        validate_pairs(pairs, examined(), KnowingJudge(), config, folder)
    return str(caught.value)


def test_good_pairs_pass_and_their_data_docs_are_built(tmp_path: Path) -> None:
    found = validate_pairs(GOOD, examined(), KnowingJudge(), CONFIG, tmp_path)
    assert found.success
    assert found.docs_index.is_file()


def test_every_planted_fault_is_named_with_its_pair(tmp_path: Path) -> None:
    one = GOOD[0]
    faulty = [
        replace(one, id="fails", chosen_program=one.rejected_program + "x"),
        replace(one, id="passes", rejected_program=one.chosen_program.replace("done", "other")),
        replace(one, id="layout", rejected_program=one.chosen_program + "  // wrong_E0308\n"),
        replace(one, id="long", rejected_tokens=16),
        replace(one, id="thief", chosen_program=examined()[0].fixed),
    ]
    message = failure([*GOOD, *faulty], tmp_path)
    for part in (
        "expect_chosen_to_pass(chosen_fault): 1 of 11 rows", "expect_rejected_to_fail(rejected_fault): 1 of 11 rows",
        "expect_pairs_to_differ(difference): 2 of 11 rows", "layout: the same program", "long: 16 against 10 tokens",
        "expect_no_leak(leak): 1 of 11 rows", "thief: clone", "expect_codes_to_be_balanced", "E0382: 6 of 11 pairs",
    ):  # fmt: skip
        assert part in message


def test_the_largest_share_of_a_code_is_the_configured_one(tmp_path: Path) -> None:
    pairs = [*GOOD, replace(GOOD[0], id="again", chosen="1 done(); //")]
    assert validate_pairs(
        pairs, examined(), KnowingJudge(), Config(root=CONFIG.root, prefer={"code_share": 0.3}), tmp_path
    )  # type: ignore[arg-type]
    assert "E0382: 2 of 7 pairs" in failure(pairs, tmp_path / "2")  # 0.29 > 0.2
