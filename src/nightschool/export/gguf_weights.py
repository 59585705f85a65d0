"""A model's shape and weights as llama.cpp names and lays them out.

Covered: Llama (SmolLM2 is one) and Qwen2, with their biases; what llama.cpp would compute otherwise is refused by name.
Not covered: other architectures: export these as merged safetensors, for llama.cpp's own converter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nightschool.errors import UsageError
from nightschool.export.forms import Dtype
from nightschool.export.storing import kind_of

ARCHITECTURES = ("llama", "qwen2")
FILE_TYPES = {Dtype.F32: "ALL_F32", Dtype.F16: "MOSTLY_F16", Dtype.BF16: "MOSTLY_BF16", Dtype.Q8_0: "MOSTLY_Q8_0"}
HEAD = "lm_head.weight"
REFUSED = ("use_sliding_window", "attention_bias", "mlp_bias")
"""Settings that such a file would say nothing of."""


def check_shape(config: Any) -> None:
    """Raise UsageError, naming the setting, for a model that the file could not hold as it is."""
    rope = _rope(config)
    found = {
        "model_type": (config.model_type, config.model_type in ARCHITECTURES),
        "hidden_act": (activation := getattr(config, "hidden_act", "silu"), activation == "silu"),
        "rope_type": (rope["rope_type"], rope["rope_type"] == "default"),
        "partial_rotary_factor": (part := rope.get("partial_rotary_factor", 1), part == 1),
        **{name: (value := getattr(config, name, False), not value) for name in REFUSED},
    }
    wrong = [f"{name} is {value!r}" for name, (value, fits) in found.items() if not fits]
    if wrong:
        raise UsageError(
            f"A GGUF of this base is not written here: {', '.join(wrong)} (Llama and Qwen2 without these are). "
            "Use --to merged, and llama.cpp's own converter."
        )


def add_shape(writer: Any, config: Any, dtype: Dtype) -> None:
    """Write the numbers that llama.cpp builds the model from."""
    from gguf import LlamaFileType

    head = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_key_length(head)
    writer.add_value_length(head)
    writer.add_rope_dimension_count(head)
    writer.add_rope_freq_base(_rope(config)["rope_theta"])
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_vocab_size(config.vocab_size)
    writer.add_file_type(LlamaFileType[FILE_TYPES[dtype]])


def add_weights(writer: Any, model: Any, dtype: Dtype) -> None:
    """Write every tensor: matrices as `dtype`, vectors in float32, as llama.cpp's own converter does."""
    from gguf.quants import quantize

    for name, array in _named(model):
        if array.ndim == 1:
            writer.add_tensor(name, array)
        else:
            kind = kind_of(array, dtype)
            writer.add_tensor(name, quantize(array, kind), raw_dtype=kind)


def _named(model: Any) -> Iterator[tuple[str, Any]]:
    """Float32 arrays by llama.cpp's names; a head that is the embedding is not written twice."""
    from gguf import MODEL_ARCH, get_tensor_name_map

    config = model.config
    names = get_tensor_name_map(MODEL_ARCH[config.model_type.upper()], config.num_hidden_layers)
    for name, tensor in model.state_dict().items():
        if name == HEAD and config.tie_word_embeddings:
            continue
        found = names.get_name(name, try_suffixes=(".weight", ".bias"))
        if found is None:
            raise UsageError(f"The base's tensor {name!r} has no name in a GGUF. Use --to merged.")
        yield found, _laid_out(name, tensor, config).numpy()


def _laid_out(name: str, tensor: Any, config: Any) -> Any:
    """A Llama's query and key rows in pairs: llama.cpp turns neighbours where transformers turns halves of a head."""
    heads = {"q_proj": config.num_attention_heads, "k_proj": config.num_key_value_heads}.get(name.split(".")[-2])
    if config.model_type != "llama" or heads is None:
        return tensor.contiguous()
    halves = tensor.reshape(heads, 2, tensor.shape[0] // heads // 2, *tensor.shape[1:])
    return halves.swapaxes(1, 2).reshape(tensor.shape).contiguous()


def _rope(config: Any) -> dict[str, Any]:
    return {"rope_type": "default", **(getattr(config, "rope_parameters", None) or {})}
