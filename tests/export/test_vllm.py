"""What vLLM asks of an adapter or a model that it loads, held against what is exported. vLLM itself is not run here.

Its rules as read in vllm/lora/peft_helper.py: rank up to `--max-lora-rank` (16), no DoRA, no bias, no modules beside
LoRA's, one rank and alpha for all; tensors are found by their modules' names.
"""

import json
import re
from dataclasses import replace

import pytest

from nightschool.config import Config
from nightschool.export import Dtype, Form
from nightschool.export.run import export
from nightschool.learning.align import with_adapter
from nightschool.modeling import load_model
from tests.export import made

LARGEST = 16
"""vLLM's own `--max-lora-rank`."""
TENSOR = re.compile(r"base_model\.model\.model\.layers\.\d+\.(self_attn|mlp)\.\w+_proj\.lora_[AB]\.weight")


def names(file):
    from safetensors import safe_open

    with safe_open(file, "pt") as opened:
        return list(opened.keys())


def test_a_nights_adapter_is_one_that_vllm_takes_without_options(tmp_path):
    """The configured shape: the upper half of the layers, which vLLM reads off the tensors' names."""
    config = Config()
    base = made.base(tmp_path / "base")
    with_adapter(load_model(base, config.model), config, None).save_pretrained(tmp_path / "adapter")
    said = json.loads((tmp_path / "adapter" / "adapter_config.json").read_text())
    assert (said["peft_type"], said["bias"], said["modules_to_save"]) == ("LORA", "none", None)
    assert not said["use_dora"]
    assert not said["rank_pattern"]
    assert not said["alpha_pattern"]
    assert said["r"] <= LARGEST
    found = names(tmp_path / "adapter" / "adapter_model.safetensors")
    assert found
    assert [name for name in found if not TENSOR.fullmatch(name)] == []


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
def test_a_merged_model_is_a_folder_as_the_hub_has_them(tmp_path, kind):
    order = replace(made.order(tmp_path / "version", Form.MERGED, kind), dtype=Dtype.F16)
    folder = export(order, tmp_path / "out").folder
    said = json.loads((folder / "config.json").read_text())
    assert said["architectures"] == [{"llama": "LlamaForCausalLM", "qwen2": "Qwen2ForCausalLM"}[kind]]
    assert said.get("dtype", said.get("torch_dtype")) == "float16"
    assert {"tokenizer.json", "tokenizer_config.json"} <= {path.name for path in folder.iterdir()}
    weights = [name for file in folder.glob("*.safetensors") for name in names(file)]
    assert weights
    assert not any("lora" in name for name in weights)
