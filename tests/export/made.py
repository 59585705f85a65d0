"""Real models of some ten thousand weights with merges, a chat template and an adapter, made on the spot."""

from __future__ import annotations

from pathlib import Path

from nightschool.config import ModelConfig
from nightschool.export import Form
from nightschool.export.order import Order
from nightschool.files import digest_folder
from nightschool.modeling import BaseModelFiles, ensure_model, seal_adapter
from nightschool.repair.chooser import FIXED
from nightschool.repair.patterns import Patterns
from nightschool.repair.policy import write_policy
from nightschool.tracking import Registered

MERGES = [("l", "e"), ("le", "t"), ("Ġ", "Ġ"), ("ĠĠ", "ĠĠ"), ("m", "u"), ("mu", "t"), ("Ġ", "mut"), ("1", "2")]
CHATML = (
    "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n'}}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
SIZES = {
    "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4,
    "num_key_value_heads": 2, "max_position_embeddings": 512, "initializer_range": 0.3, "rms_norm_eps": 1e-5,
}  # fmt: skip


def tokenizer(cut=None):
    """Byte-level BPE with a few merges and three control tokens; cut as GPT-2 does unless told otherwise."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    words = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    words += ["".join(merge) for merge in MERGES]
    made = Tokenizer(models.BPE({word: number for number, word in enumerate(words)}, MERGES))
    made.pre_tokenizer = cut or pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens(words[:3])
    names = {"bos_token": words[1], "eos_token": words[2], "pad_token": words[2], "unk_token": words[0]}
    return PreTrainedTokenizerFast(tokenizer_object=made, chat_template=CHATML, **names)


def model(kind: str):
    """Random weights, the same each time: a Llama with tied embeddings or a Qwen2, which has biases, without."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM

    torch.manual_seed(0)
    ids = {"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 2, "vocab_size": len(tokenizer())}
    if kind == "llama":
        return LlamaForCausalLM(LlamaConfig(**SIZES, **ids, tie_word_embeddings=True))
    made = Qwen2ForCausalLM(Qwen2Config(**SIZES, **ids, tie_word_embeddings=False))
    for name, parameter in made.named_parameters():
        if name.endswith("bias"):
            torch.nn.init.normal_(parameter, std=0.5)
    return made


def base(folder: Path, kind: str = "llama", cut=None) -> BaseModelFiles:
    """A base model on disk."""
    model(kind).save_pretrained(folder)
    tokenizer(cut).save_pretrained(folder)
    return ensure_model(ModelConfig(base_model=str(folder)), folder.parent / "var")


def adapter(files: BaseModelFiles, folder: Path, size: float = 0.1) -> Path:
    """A sealed LoRA on every linear layer, with random factors; `size` is the deviation of the B halves."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    torch.manual_seed(1)
    lora = LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", task_type="CAUSAL_LM")
    made = get_peft_model(AutoModelForCausalLM.from_pretrained(files.folder), lora)
    for name, parameter in made.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=size)
    made.save_pretrained(folder)
    seal_adapter(folder, files.digest, {"format": "edit"})
    return folder


def order(place: Path, form: Form, kind: str = "llama", size: float = 0.1) -> Order:
    """Version 7 of a model, its files made and digested, nothing registered."""
    files = base(place / "base", kind)
    adapter(files, place / "adapter", size)
    write_policy(place / "policy", FIXED, Patterns((), (), 0))
    tags = {"cycle": "c1", "dev": "167/200", "answer_format": "edit", "base_digest": files.digest}
    parts = (place / "adapter", digest_folder(place / "adapter"), tags)
    version = Registered("7", *parts, place / "policy", digest_folder(place / "policy"))
    return Order("school", version, files, form)
