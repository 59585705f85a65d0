"""Finished phases on a shared store: whole or not there, found by other machines, refused when altered."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import StorageConfig
from nightschool.errors import ConfigError, EnvironmentMissingError
from nightschool.phases.shared import MANIFEST, Shared, open_shared
from nightschool.phases.transaction import INCOMPLETE, Outcome, run_transaction
from nightschool.types import PhaseResult
from tests.phases.shared_store import check_a_shared_store


@pytest.fixture
def store(tmp_path: Path) -> Shared:
    shared = open_shared(StorageConfig(url=f"file://{tmp_path}/shared"))
    assert shared is not None
    return shared


def made(shared: Shared, machine: Path, text: str = "made", outcome: str = "ok") -> PhaseResult:
    """Run the phase `curate` under the key `k` on a machine; its recipe would leave `text`."""

    def recipe(folder: Path) -> Outcome:
        (folder / "docs").mkdir(exist_ok=True)
        (folder / "docs" / "page.html").write_text(text)
        return Outcome({"n": 1.0}, {}, outcome)

    return run_transaction("curate", "k", machine, recipe, shared)


def left(result: PhaseResult) -> str:
    return (Path(result.output) / "docs" / "page.html").read_text()


def test_a_folder_keeps_the_contract_of_a_shared_store(tmp_path: Path, store: Shared) -> None:
    check_a_shared_store(store, tmp_path)


def test_what_lies_beside_a_missing_manifest_is_not_a_phase(tmp_path: Path, store: Shared) -> None:
    made(store, tmp_path / "a")
    Path(f"{store.root}/phases/curate/k/{MANIFEST}").unlink()  # killed before the commit
    assert left(made(store, tmp_path / "b", "again")) == "again"


def test_what_was_finished_before_the_store_could_be_reached_is_published_by_the_next_run(
    tmp_path: Path, store: Shared
) -> None:
    gone = replace(store, root="/dev/null/nowhere")
    with pytest.raises(EnvironmentMissingError, match=r"storage\.url 'file://.*' cannot be used"):
        made(gone, tmp_path / "a")
    assert made(store, tmp_path / "a", "not made again").reused
    assert left(made(store, tmp_path / "b", "not made again")) == "made"


def test_an_incomplete_phase_of_another_machine_is_gone_on_with(tmp_path: Path, store: Shared) -> None:
    made(store, tmp_path / "a", "half", INCOMPLETE)
    second = made(store, tmp_path / "b", "whole")
    assert (second.outcome, second.reused) == ("ok", False)
    assert left(made(store, tmp_path / "c", "never")) == "whole"


def test_a_manifest_cannot_write_outside_of_the_phase(
    tmp_path: Path, store: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    made(store, tmp_path / "a")
    manifest = Path(f"{store.root}/phases/curate/k/{MANIFEST}")
    data = json.loads(manifest.read_text())
    data["files"]["../../escaped"] = data["files"].pop("docs/page.html")
    manifest.write_text(json.dumps(data))
    assert left(made(store, tmp_path / "b", "again")) == "again"
    assert "names '../../escaped', which is outside of the phase's folder" in capsys.readouterr().out
    assert not list(tmp_path.rglob("escaped"))


def test_the_manifest_of_another_phase_is_refused(
    tmp_path: Path, store: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    made(store, tmp_path / "a")
    home = Path(f"{store.root}/phases/curate")
    (home / "k").rename(home / "other")
    assert not run_transaction("curate", "other", tmp_path / "b", lambda folder: Outcome(), store).reused
    assert "is the manifest of curate k" in capsys.readouterr().out


def test_without_a_url_phases_stay_on_this_machine() -> None:
    assert open_shared(StorageConfig()) is None


def test_a_url_that_is_none_and_a_store_that_nothing_speaks_to_are_clear_errors() -> None:
    from nightschool.config_file import load_config

    with pytest.raises(ConfigError, match=r"storage\.url"):
        load_config(None, ["storage.url=/mnt/share"])
    with pytest.raises(EnvironmentMissingError, match="nightschool\\[fleet\\]"):
        open_shared(StorageConfig(url="nosuch://bucket"))
