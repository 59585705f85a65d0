"""The small workspace of these tests, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.crate import Fixed, fix_workspace
from nightschool.phases.crate.fix import Asked
from nightschool.phases.measured import CHOSEN
from nightschool.repair.chooser import Chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import write_policy
from nightschool.repair.surety import Surety

WORKSPACE = Path(__file__).parent / "workspace"


def copied(folder: Path) -> Path:
    """A copy of the workspace without what cargo has built."""
    made = folder / "w"
    shutil.copytree(WORKSPACE, made, ignore=shutil.ignore_patterns("target"))
    return made


def edit(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which must be there once."""
    text = file.read_text()
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new))


def learnt(root: Path, bias: float = 9.0) -> Config:
    """A project whose latest chooser prefers small edits and is sure of all; with a negative bias of nothing."""
    folder = root / "var" / "phases" / "choose" / "key" / CHOSEN
    write_policy(folder, Chooser({"distance": -1.0}, Surety({"one": bias}, 0.5)), learn_patterns([]))
    return Config(root=root)


def fixed(config: Config, asked: Asked) -> Fixed:
    """What `nightschool fix` finds, with nothing printed."""
    return fix_workspace(Context(config, "fix"), asked, lambda _: None, lambda *_: None)
