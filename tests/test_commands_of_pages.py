"""Whoever copies commands from the pages finds them: `.venv/bin` is put on PATH before the first bare one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXPORT = '    export PATH="$PWD/.venv/bin:$PATH"'


@pytest.mark.parametrize("page", ["README.md", "docs/episodes.md", "docs/watch.md"])
def test_the_first_bare_command_comes_after_its_path(page: str) -> None:
    lines = (ROOT / page).read_text(encoding="utf-8").split("\n")
    bare = [number for number, line in enumerate(lines) if re.match(r"    (cargo )?nightschool ", line)]
    exported = [number for number, line in enumerate(lines) if line.startswith(EXPORT)]
    assert exported
    assert exported[0] < bare[0]
