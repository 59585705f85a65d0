"""The shipped lists of template rows: of rows that a first night has, and true."""

import pytest

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.sources import gather
from nightschool.curriculum.verify import row_id
from nightschool.repair.lists import SHIPPED_ROWS, read_lists
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Program, Verdict

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("judge")))


@pytest.fixture(scope="module")
def drafts(judge: Judge) -> dict[str, Draft]:
    """By row, what the templates give a corpus of the default settings."""
    shares = {"aligned": Config().curriculum.shares["aligned"]}
    config = Config.model_validate({"curriculum": {"shares": shares}})
    return {row_id(draft): draft for draft in gather(config, judge.toolchain).drafts["corpus"]}


def test_they_are_of_rows_that_a_first_night_has(drafts: dict[str, Draft]) -> None:
    """Else they would stand in for nothing; `benchmarks/ship_lists.py` makes the file when templates change."""
    shipped = read_lists(SHIPPED_ROWS)
    assert len({one.row for one in shipped}) == len(shipped) >= 1000
    wanted = {name: (draft.broken, draft.edition, draft.group) for name, draft in drafts.items()}
    assert [one.row for one in shipped if wanted.get(one.row) != (one.broken, one.edition, one.group)] == []


def test_what_they_say_is_so(judge: Judge, drafts: dict[str, Draft]) -> None:
    """Every 60th list: its candidates pass or fail as it says."""
    for one in read_lists(SHIPPED_ROWS)[::60]:
        tests = drafts[one.row].tests
        asked = [Program(each.program, tests, one.broken, one.edition) for each in one.candidates]
        assert [judged.verdict is Verdict.PASSED for judged in judge.judge(asked)] == list(one.passed)
