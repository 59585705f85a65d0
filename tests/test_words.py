"""What docs/words.md says in numbers is what the code has."""

import re
from pathlib import Path

from nightschool.config import Config
from nightschool.repair.operators import OPERATORS

TEXT = (Path(__file__).parents[1] / "docs" / "words.md").read_text(encoding="utf-8")


def said(pattern: str) -> float:
    """The one number of that place."""
    (found,) = re.findall(pattern, TEXT)
    return float(found)


def test_numbers_are_those_of_the_settings_and_the_code() -> None:
    config = Config()
    assert said(r"`repair\.sure` \((0\.\d+)\)") == config.repair.sure
    assert said(r"must be exceeded, (0\.\d+):") == config.gate.bar
    assert abs(said(r"some (\d+) edit operators") - len(OPERATORS)) <= 50
