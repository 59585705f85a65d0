"""One judge for all tests of the room; without cache, so that everything is compiled and run now."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.rust import Judge, open_judge


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    root: Path = tmp_path_factory.mktemp("behaviour")
    return open_judge(Config.model_validate({"root": root, "judge": {"cache": False}}))
