"""An adapter comes out as it was registered, whole or not at all."""

import json
from dataclasses import replace

import pytest

from nightschool.config import RepairConfig
from nightschool.errors import IntegrityError, UsageError
from nightschool.export import Dtype, Form
from nightschool.export.run import export, name_of
from nightschool.files import digest_file, digest_folder
from nightschool.modeling import verify_adapter
from nightschool.repair.policy import read_policy
from tests.export import made


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return made.order(tmp_path_factory.mktemp("version"), Form.PEFT)


def test_peft_loads_the_folder_and_answers_as_the_registered_adapter(order, tmp_path):
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    export(order, tmp_path / "out")
    ids = torch.arange(3, 40)[None]
    answers = []
    for folder in (order.version.adapter, tmp_path / "out/adapter"):
        base = AutoModelForCausalLM.from_pretrained(order.base.folder)
        with torch.no_grad():
            plain = base(ids).logits
            answers.append(PeftModel.from_pretrained(base, folder)(ids).logits)
    assert torch.equal(*answers)
    assert not torch.allclose(plain, answers[0])


def test_adapter_and_policy_have_the_registered_digests_and_night_school_takes_them(order, tmp_path):
    out = export(order, tmp_path / "out").folder
    assert verify_adapter(out / "adapter", order.base.digest) == order.version.digest
    assert digest_folder(out / "policy") == order.version.policy_digest
    assert read_policy(out / "policy", RepairConfig()).chooser.digest


def test_the_record_holds_the_digest_of_every_file_and_the_card_what_was_passed(order, tmp_path):
    out = export(order, tmp_path / "out").folder
    record = json.loads((out / "export.json").read_text())
    there = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert set(record["files"]) == there - {"export.json", "README.md"}
    assert all(digest_file(out / name) == digest for name, digest in record["files"].items())
    assert (record["version"], record["form"], record["dtype"], record["loss"]) == ("7", "peft", None, None)
    card = (out / "README.md").read_text()
    assert card.startswith("---\nbase_model:")
    assert "dev 167/200" in card
    assert "`adapter/adapter_model.safetensors`" in card


def test_what_is_there_is_refused_and_left_alone(order, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"out' is there already; remove it, or name another folder with --out"):
        export(order, tmp_path / "out")
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "mine.txt"]


def test_an_empty_folder_is_refused_as_well(order, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match="is there already"):
        export(order, tmp_path / "out")


def test_a_copy_that_is_not_as_registered_leaves_nothing(order, tmp_path):
    """The files changed after they were verified."""
    changed = replace(order, version=replace(order.version, policy_digest="0" * 64))
    with pytest.raises(IntegrityError, match=r"policy has digest .*, registered was 000000000000"):
        export(changed, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError("No space left on device")])
def test_whatever_ends_an_export_leaves_nothing_under_its_name(order, tmp_path, monkeypatch, stop):
    from nightschool.export import run

    def half(order, loss, folder):
        assert (folder / "adapter").is_dir()
        raise stop

    monkeypatch.setattr(run, "readme", half)
    with pytest.raises(type(stop) if isinstance(stop, OSError) else stop):
        export(order, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_adapter_has_no_control_and_no_dtype(order):
    with pytest.raises(UsageError, match="--control goes with merged and gguf"):
        replace(order, control=True)
    with pytest.raises(UsageError, match="takes as --dtype nothing"):
        replace(order, dtype=Dtype.F16)
    with pytest.raises(UsageError, match=r"--to merged takes as --dtype one of f32, f16, bf16, not q8_0"):
        replace(order, form=Form.MERGED, dtype=Dtype.Q8_0)


def test_a_folder_is_named_after_what_it_holds(order):
    assert name_of(order) == "school-7-peft"
    gguf = replace(order, form=Form.GGUF, dtype=Dtype.Q8_0, control=True)
    assert name_of(gguf) == "school-7-gguf-q8_0-control"
