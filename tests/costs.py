"""What test files cost, in seconds of a processor, children that were waited for among them; told after the durations.

Covered: each file in the process that ran it, collecting in all processes together. Not covered: what outlives whoever
started it, such as the services of an Airflow. A wall clock says less: on a busy machine it measures the others.
"""

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

MOST = 40
"""Files that are told."""
COLLECTING = "collecting, all processes"
TOLD = "costs"
"""Under which name a process of xdist hands its costs over."""


def spent() -> float:
    """Seconds, user and system, of this process and of its children that have ended."""
    return sum(os.times()[:4])


class Costs:
    """Counts, and tells at the end."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: Counter[str] = Counter()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection(self) -> Generator[None, Any, Any]:
        before = spent()
        result = yield
        self.files[COLLECTING] += spent() - before
        return result

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        before = spent()
        result = yield
        self.files[os.path.relpath(item.path, self.root)] += spent() - before
        return result

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if (out := getattr(session.config, "workeroutput", None)) is not None:
            out[TOLD] = dict(self.files)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self.files.update(getattr(node, "workeroutput", {}).get(TOLD, {}))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        every = sum(self.files.values())
        terminalreporter.section(f"{every:.0f} s of processors; the {MOST} files that cost most")
        for name, seconds in self.files.most_common(MOST):
            terminalreporter.write_line(f"{seconds:8.1f} {name}")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Costs(config.rootpath))
