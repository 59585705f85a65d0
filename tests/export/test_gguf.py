"""A GGUF holds the merged model, its tokenizer and its template; transformers reads the same back."""

import re
from dataclasses import replace

import pytest

from nightschool.errors import ConfigError, UsageError
from nightschool.export import Dtype, Form
from nightschool.export.gguf_weights import check_shape
from nightschool.export.merged_form import whole_model
from nightschool.export.run import export
from nightschool.export.storing import stored
from nightschool.modeling.pretokenizer import cutter
from tests.export import made

TEXT = "<|im_start|>user\nlet mut x = 12;\n        let y = 2026;\n\n42 'll</ß→<|im_end|>"


@pytest.fixture(scope="module", params=["llama", "qwen2"])
def order(request, tmp_path_factory):
    return made.order(tmp_path_factory.mktemp(request.param), Form.GGUF, request.param)


def read(folder):
    """Model and tokenizer as transformers reads them from the GGUF."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file="model.gguf", dtype=torch.float32)
    return model.eval(), AutoTokenizer.from_pretrained(folder, gguf_file="model.gguf")


def answers(model):
    import torch

    with torch.no_grad():
        return model(torch.arange(3, 60)[None]).logits


def test_in_f32_every_tensor_and_every_logit_is_read_back_as_it_was(order, tmp_path):
    import torch

    merged, _ = whole_model(order)
    back, _ = read(export(replace(order, dtype=Dtype.F32), tmp_path / "out").folder)
    theirs = back.state_dict()
    assert theirs.keys() == merged.state_dict().keys()
    assert all(torch.equal(theirs[name], tensor) for name, tensor in merged.state_dict().items())
    assert torch.equal(answers(back), answers(merged))


@pytest.mark.parametrize("dtype", [Dtype.F16, Dtype.BF16, Dtype.Q8_0])
def test_in_fewer_bits_matrices_are_what_the_loss_was_measured_on_and_vectors_are_whole(order, tmp_path, dtype):
    import numpy as np

    merged, _ = whole_model(replace(order, dtype=dtype))
    done = export(replace(order, dtype=dtype), tmp_path / "out")
    back, _ = read(done.folder)
    for name, tensor in back.state_dict().items():
        whole = merged.state_dict()[name].numpy()
        wanted = stored(whole, dtype) if whole.ndim > 1 else whole
        assert np.allclose(tensor.numpy(), wanted, rtol=0, atol=1e-6), name
    difference = (answers(back) - answers(merged)).abs().max() / answers(merged).abs().max()
    assert 0 < difference < {Dtype.F16: 0.005, Dtype.BF16: 0.05, Dtype.Q8_0: 0.2}[dtype]
    assert done.loss.share > 0


def test_the_control_holds_the_base(order, tmp_path):
    import torch
    from transformers import AutoModelForCausalLM

    back, _ = read(export(replace(order, dtype=Dtype.F32, control=True), tmp_path / "out").folder)
    assert torch.equal(answers(back), answers(AutoModelForCausalLM.from_pretrained(order.base.folder).eval()))


def test_the_tokenizer_gives_the_same_ids_special_tokens_and_prompts(order, tmp_path):
    from transformers import AutoTokenizer

    _, back = read(export(order, tmp_path / "out").folder)
    ours = AutoTokenizer.from_pretrained(order.base.folder)
    assert back(TEXT)["input_ids"] == ours(TEXT)["input_ids"]
    for name in ("bos_token_id", "eos_token_id", "unk_token_id", "pad_token_id", "chat_template"):
        assert getattr(back, name) == getattr(ours, name)


@pytest.mark.parametrize("name", ["gpt-2", "smollm", "qwen2", "llama-bpe", "deepseek-coder", "default"])
def test_the_file_names_how_the_base_cuts_text(tmp_path, name):
    from gguf import GGUFReader

    made_ = made.order(tmp_path / "v", Form.GGUF)
    order = replace(made_, base=made.base(tmp_path / "cut", cut=cutter(name)))
    out = export(replace(order, control=True), tmp_path / "out").folder
    assert GGUFReader(out / "model.gguf").fields["tokenizer.ggml.pre"].contents() == name


def test_a_cut_without_a_name_is_one_clear_error_and_leaves_nothing(tmp_path):
    from tokenizers.pre_tokenizers import Whitespace

    order = replace(made.order(tmp_path / "v", Form.GGUF), base=made.base(tmp_path / "cut", cut=Whitespace()))
    with pytest.raises(ConfigError, match=r"no GGUF name known here stands for.*Whitespace.*merged safetensors"):
        export(replace(order, control=True), tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut", "v", "var"]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"model_type": "gemma3"}, "model_type is 'gemma3'"),
        ({"rope_parameters": {"rope_theta": 1e4, "rope_type": "llama3"}}, "rope_type is 'llama3'"),
        ({"rope_parameters": {"rope_theta": 1e4, "partial_rotary_factor": 0.5}}, "partial_rotary_factor is 0.5"),
        ({"hidden_act": "gelu"}, "hidden_act is 'gelu'"),
        ({"attention_bias": True, "mlp_bias": True}, "attention_bias is True, mlp_bias is True"),
        ({"use_sliding_window": True}, "use_sliding_window is True"),
    ],
)
def test_what_llama_cpp_would_compute_otherwise_is_refused_by_name(changed, named):
    from types import SimpleNamespace

    plain = {"model_type": "llama", "hidden_act": "silu", "rope_parameters": {"rope_theta": 1e4}}
    check_shape(SimpleNamespace(**plain))
    with pytest.raises(UsageError, match=re.escape(named)):
        check_shape(SimpleNamespace(**plain | changed))
