"""Servers shared by tests that leave them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_fix import sure
from tests.serving.making import Server, served
from tests.tiny import tiny_base


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a tiny base model and a chooser that prefers small edits and is never sure."""
    root = tmp_path_factory.mktemp("project")
    tiny_base(root / "model")
    sure(root, -5.0)
    return root


@pytest.fixture(scope="session")
def server(project: Path) -> Iterator[Server]:
    """A server of that project; one edit deep, so that a busy machine finds what an idle one does."""
    with served(project, "repair.depth=1") as one:
        yield one
