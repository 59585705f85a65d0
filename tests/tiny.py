"""A random two-layer Llama with a byte tokenizer, saved as a local base model: everything is real but the skill."""

from __future__ import annotations

from pathlib import Path

from nightschool.config import ModelConfig
from nightschool.modeling.store import BaseModelFiles, ensure_model

HIDDEN, INNER, LAYERS = 16, 32, 2


def tiny_model():
    """The model, in memory."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=260, hidden_size=HIDDEN, intermediate_size=INNER, num_hidden_layers=LAYERS,
            num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=2048, eos_token_id=257,
            pad_token_id=258, bos_token_id=None,
        )
    )  # fmt: skip


def tiny_base(folder: Path) -> BaseModelFiles:
    """The model and its tokenizer as files in `folder`."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocab = {letter: i for i, letter in enumerate(alphabet)} | {"<unk>": 256, "<end>": 257, "<pad>": 258}
    tokenizer = Tokenizer(models.BPE(vocab, [], unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<end>", pad_token="<pad>").save_pretrained(folder)
    tiny_model().save_pretrained(folder, safe_serialization=True)
    return ensure_model(ModelConfig(base_model=str(folder)), folder.parent / "var")


def random_adapter(base: BaseModelFiles, folder: Path, seed: int, rank: int = 2) -> Path:
    """A sealed LoRA with random factors, as if it had been trained; lora_alpha is twice the rank."""
    import torch
    from peft import LoraConfig, get_peft_model

    from nightschool.modeling.adapter import seal_adapter

    lora = LoraConfig(r=rank, lora_alpha=2 * rank, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(tiny_model(), lora)
    torch.manual_seed(seed)  # the model has set its own
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.1)
    model.save_pretrained(folder, safe_serialization=True)
    seal_adapter(folder, base.digest, {"format": "edit"})
    return folder
