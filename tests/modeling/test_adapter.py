"""Adapters are trusted when sealed, whole, and made for this base model."""

import json
from pathlib import Path

import pytest

from nightschool.errors import IntegrityError
from nightschool.modeling.adapter import SEAL, WEIGHTS, read_seal, seal_adapter, verify_adapter
from tests.modeling.test_scan import lora

BASE = "b" * 64


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    lora(tmp_path)
    seal_adapter(tmp_path, BASE, {"prompt": "p"})
    return tmp_path


def test_a_sealed_adapter_verifies_and_says_what_it_is(adapter: Path) -> None:
    assert verify_adapter(adapter, BASE) == seal_adapter(adapter, BASE, {"prompt": "p"})
    assert read_seal(adapter)["prompt"] == "p"


@pytest.mark.parametrize("name", [WEIGHTS, "adapter_config.json", "added.bin"])
def test_changed_or_added_files_are_refused_by_name(adapter: Path, name: str) -> None:
    (adapter / name).write_bytes(b"other")
    with pytest.raises(IntegrityError, match=name):
        verify_adapter(adapter, BASE)


def test_missing_weights_are_refused(adapter: Path) -> None:
    (adapter / WEIGHTS).unlink()
    with pytest.raises(IntegrityError, match=WEIGHTS):
        verify_adapter(adapter, BASE)


def test_an_adapter_of_another_base_is_refused_with_both_digests(adapter: Path) -> None:
    with pytest.raises(IntegrityError, match=r"bbbbbbbbbbbb.*cccccccccccc"):
        verify_adapter(adapter, "c" * 64)


def test_an_unsealed_folder_is_refused_and_pickles_are_named(tmp_path: Path) -> None:
    (tmp_path / "adapter_model.bin").write_bytes(b"\x80")
    with pytest.raises(IntegrityError, match=r"adapter_model\.bin"):
        verify_adapter(tmp_path, BASE)


def test_a_damaged_seal_is_refused(adapter: Path) -> None:
    (adapter / SEAL).write_text(json.dumps([1]))
    with pytest.raises(IntegrityError):
        verify_adapter(adapter, BASE)
