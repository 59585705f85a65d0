"""The contract of a shared store, checked on whichever is given: a folder, or a real object store."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from pathlib import Path

from nightschool.phases.shared import MANIFEST, Shared
from nightschool.phases.transaction import Outcome, run_transaction
from nightschool.types import PhaseResult

FILES = {"corpus.jsonl": b"rows\n" * 1000, "adapter/weights.safetensors": bytes(range(256)) * 64, "empty": b""}


def check_a_shared_store(store: Shared, tmp_path: Path) -> None:
    """Publish, wipe, fetch, tamper, refuse, make again, fetch the new one."""
    first = _run(store, tmp_path / "here")
    assert not first.reused
    shutil.rmtree(tmp_path / "here")
    for machine in ("here", "there"):
        found = _run(store, tmp_path / machine, may_run=False)
        assert found.reused
        assert (found.metrics, found.output) == ({"rows": 1000.0}, str(tmp_path / machine / "curate" / "k"))
        assert {name: (Path(found.output) / name).read_bytes() for name in FILES} == FILES
    home = f"{store.root}/phases/curate/k"
    manifest = json.loads(store.system.cat_file(f"{home}/{MANIFEST}"))
    digest = manifest["files"]["corpus.jsonl"]
    store.system.pipe_file(f"{home}/{digest}", b"evil")
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        again = _run(store, tmp_path / "third")
    assert not again.reused
    assert "'corpus.jsonl', has digest" in told.getvalue()
    assert f"published was {digest[:12]}" in told.getvalue()
    assert _run(store, tmp_path / "fourth", may_run=False).reused  # the third machine has mended the store
    store.system.rm_file(f"{home}/{digest}")
    with contextlib.redirect_stdout(told):
        assert not _run(store, tmp_path / "fifth").reused
    assert "has digest nothing" in told.getvalue()


def _run(store: Shared, machine: Path, may_run: bool = True) -> PhaseResult:
    def recipe(folder: Path) -> Outcome:
        assert may_run, "the phase was made although it is on the store"
        for name, content in FILES.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
        return Outcome({"rows": 1000.0}, {}, "ok")

    return run_transaction("curate", "k", machine, recipe, store)
