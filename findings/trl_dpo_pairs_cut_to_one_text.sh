#!/usr/bin/env bash
# Expected: a preference pair of which max_length leaves two equal texts teaches nothing, so it is dropped, as rows of SFT are
#   of which no answer is left, or it is warned of.
# Seen (trl 1.16.0): where chosen and rejected differ only behind max_length (1,024 tokens where nothing is set) the pair stays,
#   and its two texts are one, token by token. Each step has the loss ln 2 = 0.6931, accuracy 0 and margin 0, which is how each
#   healthy run begins. Nothing is raised or warned of. (The gradient is what rounding leaves, and Adam divides by its size:
#   weights may move all the same, so that a moved adapter is no proof of learning.)
# Source: https://huggingface.co/docs/trl/dpo_trainer (max_length: truncation only), trl/trainer/dpo_trainer.py; trl/trainer/sft_trainer.py
#   drops fully masked rows
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 trl==1.16.0 datasets==5.2.0 accelerate==1.15.0 numpy==2.4.6
cat > prefer.py <<'PYTHON'
import math
import warnings

import torch
import trl
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

WORDS = {"<pad>": 0, "<eos>": 1} | {f"w{n}": n + 2 for n in range(62)}


def tokenizer():
    words = Tokenizer(models.WordLevel(WORDS, unk_token="<pad>"))
    words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return PreTrainedTokenizerFast(tokenizer_object=words, pad_token="<pad>", eos_token="<eos>")


def model():
    torch.manual_seed(0)
    return LlamaForCausalLM(LlamaConfig(vocab_size=64, hidden_size=16, intermediate_size=32, num_hidden_layers=1,
                                        num_attention_heads=2, num_key_value_heads=2, pad_token_id=0, eos_token_id=1))


def train(length):
    pair = {"prompt": "w0 w1 w2", "chosen": " w3 w4 w5 w6", "rejected": " w3 w4 w5 w7"}
    args = trl.DPOConfig("out", max_length=length, max_steps=3, logging_steps=1, per_device_train_batch_size=1, learning_rate=1e-2,
                         use_cpu=True, bf16=False, gradient_checkpointing=False, report_to="none", save_strategy="no", disable_tqdm=True)
    trainer = trl.DPOTrainer(model(), ref_model=model(), args=args, train_dataset=Dataset.from_list([pair] * 3), processing_class=tokenizer())
    trainer.train()
    steps = [step for step in trainer.state.log_history if "loss" in step]
    return len(trainer.train_dataset), [step["loss"] for step in steps], [step["rewards/accuracies"] for step in steps]


with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    rows, losses, right = train(6)
of_pairs = [str(one.message) for one in warned if "truncat" in str(one.message) or "identical" in str(one.message)]
whole_rows, whole_losses, whole_right = train(8)
print(f"trl {trl.__version__}, whole pairs: {whole_rows} rows, losses {whole_losses}, accuracies {whole_right}")
print(f"cut to one text: {rows} rows, losses {losses}, accuracies {right}, warnings of it {of_pairs}")
assert whole_losses[-1] < whole_losses[0] and whole_right[-1] == 1, "whole pairs teach nothing now"
assert rows == 3, "pairs without a difference are dropped now"
assert all(abs(loss - math.log(2)) < 1e-4 for loss in losses) and right == [0, 0, 0], "they have another loss now"
assert not of_pairs, "they are warned of now"
print("as described: three steps on pairs whose two texts are one")
PYTHON
venv/bin/python prefer.py > said.txt 2> told.txt
grep -E '^(trl|cut|as described)' said.txt
