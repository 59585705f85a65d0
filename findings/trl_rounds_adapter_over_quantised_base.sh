#!/usr/bin/env bash
# Expected: SFTConfig(bf16=False) keeps a float32 LoRA in float32 whatever the base is held in, as it does over a base in float32.
# Seen (trl 1.16.0, bitsandbytes 0.50.2, peft 0.21.2): over a base in 4 bits the adapter's numbers are rounded to bfloat16 when the
#   trainer is made, before any step and without a word. An adapter that is trained on, in float32 until then, is another one from there on,
#   and a step of less than some 0.2 % of a number is lost (bfloat16 keeps 8 bits). autocast_adapter_dtype=False of PEFT does not prevent it.
# Source: trl/trainer/sft_trainer.py (_is_quantized_model; it names QLoRA, arXiv 2305.14314, paragraph 3);
#   https://github.com/huggingface/peft/issues/2889
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 trl==1.16.0 peft==0.21.2 datasets==5.2.0 accelerate==1.15.0 \
    bitsandbytes==0.50.2 numpy==2.4.6
cat > round.py <<'PYTHON'
import bitsandbytes
import torch
import trl
from datasets import Dataset
from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import AutoModelForCausalLM, BitsAndBytesConfig, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

WORDS = {"<pad>": 0, "<eos>": 1} | {f"w{n}": n + 2 for n in range(62)}
words = Tokenizer(models.WordLevel(WORDS, unk_token="<pad>"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, pad_token="<pad>", eos_token="<eos>")
torch.manual_seed(0)
LlamaForCausalLM(LlamaConfig(vocab_size=64, hidden_size=64, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
                             num_key_value_heads=2, pad_token_id=0, eos_token_id=1)).save_pretrained("base")


def adapter(four):
    settings = {"quantization_config": BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.float32)} if four else {}
    base = AutoModelForCausalLM.from_pretrained("base", dtype=torch.float32, device_map={"": "cpu"}, **settings)
    base = prepare_model_for_kbit_training(base, use_gradient_checkpointing=False) if four else base
    return get_peft_model(base, LoraConfig(task_type="CAUSAL_LM", target_modules=["q_proj"], init_lora_weights=False), autocast_adapter_dtype=False)


def made(four):
    """Kinds of the adapter's numbers before and after a trainer is made, and the largest change; no step is taken."""
    model = adapter(four)
    before = {name: one.detach().clone() for name, one in model.named_parameters() if one.requires_grad}
    args = trl.SFTConfig("out", bf16=False, fp16=False, use_cpu=True, gradient_checkpointing=False, report_to="none")
    trainer = trl.SFTTrainer(model, args, train_dataset=Dataset.from_list([{"text": "w0 w1 w2"}]), processing_class=tokenizer)
    after = {name: one for name, one in trainer.model.named_parameters() if one.requires_grad}
    kinds = [sorted({str(one.dtype) for one in each.values()}) for each in (before, after)]
    return *kinds, max(float((after[name].float() - before[name]).abs().max()) for name in before)


whole, few = made(False), made(True)
print(f"trl {trl.__version__}, bitsandbytes {bitsandbytes.__version__}: over a float32 base {whole}, over one in 4 bits {few}")
assert whole == (["torch.float32"], ["torch.float32"], 0.0), "an adapter over a plain base changes now"
assert few[:2] == (["torch.float32"], ["torch.bfloat16"]) and few[2] > 0, "an adapter over a quantised base stays as it is now"
PYTHON
venv/bin/python round.py
