"""MLflow's store of a project, migrated: a copy of one that each process makes once, which takes seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from nightschool.config import Config
from nightschool.tracking import CHAMPION, Registry

STORE = Path("mlruns", "mlflow.db")


def migrated(root: Path) -> None:
    """Give a project that has none a store without runs and models, where its config has it unless told otherwise."""
    (root / STORE).parent.mkdir(parents=True, exist_ok=True)
    (root / STORE).write_bytes(_made())


@cache
def _made() -> bytes:
    with TemporaryDirectory() as name:
        assert Registry(Config(root=Path(name))).alias(CHAMPION) is None
        return (Path(name) / STORE).read_bytes()
