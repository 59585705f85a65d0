"""A workspace in which a repair is put in its place: the user's own folder, or a copy of it.

Covered: path dependencies outside of the workspace, which keep their place beside it; cargo's config files above it;
dependencies that the user's builds have made are used, units of the copy are built apart from theirs. Not covered:
sources that the workspace reaches by absolute paths: they are read where they are.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from nightschool.cargo.graph import graph
from nightschool.cargo.runner import RUSTC, Ran, recorded, run_cargo
from nightschool.cargo.sources import copy_tree
from nightschool.cargo.workspace import Workspace, find_workspace
from nightschool.cargo.wrapper import config_files
from nightschool.files import write_atomic

COPIED = "rustc-of-copies"
"""The wrapper of copies: another path, so that cargo never takes a copy's unit for the user's."""


@dataclass(frozen=True)
class Tree:
    """Where cargo runs."""

    workspace: Workspace
    folder: Path
    """In which the user called."""
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    configs: tuple[str, ...] = ()
    """`--config` arguments."""
    copy: bool = False

    def check(self, arguments: Sequence[str]) -> Ran:
        """Run the user's `cargo check` with these arguments."""
        wrapper = COPIED if self.copy else RUSTC
        return recorded(self.workspace, self.folder, [*self.configs, *arguments], self.environment, wrapper)

    def test(self, arguments: Sequence[str]) -> Ran:
        """Run the user's `cargo test`; in a copy with a target folder of its own, since tests link over binaries."""
        apart = {"CARGO_TARGET_DIR": str(self.workspace.own / "tests")} if self.copy else {}
        return run_cargo(self.folder, [*self.configs, "test", *arguments], {**self.environment, **apart})

    def put(self, name: Path, text: str) -> None:
        """Put a text in the place of the file at `name`, relative to the workspace."""
        file = self.workspace.root / name
        if self.copy:
            file.write_bytes(text.encode())  # newer than what was built from it
        else:
            write_atomic(file, text)

    def read(self, name: Path) -> str:
        """The text of a file."""
        return (self.workspace.root / name).read_bytes().decode("utf-8")


@contextmanager
def copied(tree: Tree, arguments: Sequence[str]) -> Iterator[Tree]:
    """A copy of the workspace and of the path dependencies beside it, for as long as it is needed."""
    root = tree.workspace.root
    local = graph(tree.folder, tree.environment, arguments).local
    beside = [one for one in local if not one.is_relative_to(root)]
    base = Path(os.path.commonpath([root, *beside]))
    with tempfile.TemporaryDirectory(prefix="nightschool-") as scratch:
        top = Path(scratch).resolve()
        for one in (root, *beside):
            copy_tree(one, top / one.relative_to(base), tree.workspace.target)
        environment = {**tree.environment, "CARGO_TARGET_DIR": str(tree.workspace.target)}
        folder = top / tree.folder.relative_to(base)
        above = [one for one in config_files(base.parent, tree.environment) if _above(one, base)]
        configs = [word for one in above for word in ("--config", str(one))]
        yield Tree(find_workspace(folder, environment), folder, environment, tuple(configs), copy=True)


def _above(file: Path, root: Path) -> bool:
    """A config file of a folder above the workspace; cargo finds that of its home by itself."""
    return (
        root.is_relative_to(file.parent.parent)
        and file.parent.name == ".cargo"
        and file.parent != Path.home() / ".cargo"
    )
