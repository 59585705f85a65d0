"""One judge for all tests of the part; without cache, so that every verdict is made now."""

from __future__ import annotations

import pytest

from nightschool.config import Config
from nightschool.rust import Judge, open_judge


@pytest.fixture(scope="session")
def judge() -> Judge:
    settings = {"judge": {"cache": False, "test_timeout_s": 1.0, "compile_timeout_s": 15.0}}
    return open_judge(Config.model_validate(settings))
