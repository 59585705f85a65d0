"""A model of two small layers with the embedded tokenizer: it learns nothing worth knowing, in a second."""

from __future__ import annotations

from pathlib import Path

from nightschool.config import ModelConfig
from nightschool.modeling import ensure_model

ROOT = Path(__file__).parents[2]


def tiny_model(folder: Path) -> Path:
    """Write the model to `folder`, as one a user would name in `model.base_model`."""
    import torch
    from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM

    tokenizer = AutoTokenizer.from_pretrained(ensure_model(ModelConfig(), ROOT / "var").folder)
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=1, eos_token_id=tokenizer.eos_token_id, bos_token_id=tokenizer.bos_token_id,
        pad_token_id=tokenizer.pad_token_id, tie_word_embeddings=True,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
