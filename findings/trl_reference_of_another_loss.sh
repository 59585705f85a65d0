#!/usr/bin/env bash
# Expected: precompute_ref_log_probs gives the reference's log-probabilities as the loss of this run counts them; what a run before left in
#   the cache is taken where all that goes into them is the same.
# Seen (trl 1.16.0, datasets 5.2.0): the file is named after the tokenised rows and the weights alone, while ld_alpha weighs the tokens
#   behind the shorter answer's length in those sums, and max_length with truncation_mode="keep_end" cuts the texts. A second run with
#   another ld_alpha, or another max_length, takes the sums of the first: the policy, which *is* the reference at the first step, has
#   a reward of -1.5 there instead of 0, and the loss starts at 1.69 instead of ln 2. Nothing is said; a sweep compares such runs.
#   (With max_length and "keep_start", as set by default, a filter names the file by all arguments, and each run has its own.)
# Source: trl/trainer/dpo_trainer.py, _precompute_ref_logps (Hasher.hash((dataset._fingerprint, model_hash))), compute_ref_log_probs (ld_alpha);
#   https://huggingface.co/docs/trl/dpo_trainer (precompute_ref_log_probs: that rows are kept on disk is not said)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 trl==1.16.0 datasets==5.2.0 accelerate==1.15.0 numpy==2.4.6
cat > prefer.py <<'PYTHON'
import json
import sys

import datasets
import torch
import trl
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

words = Tokenizer(models.WordLevel({"<pad>": 0, "<eos>": 1} | {f"w{n}": n + 2 for n in range(62)}, unk_token="<pad>"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, pad_token="<pad>", eos_token="<eos>")
torch.manual_seed(0)
model = LlamaForCausalLM(LlamaConfig(vocab_size=64, hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
                                     num_key_value_heads=2, pad_token_id=0, eos_token_id=1))
args = trl.DPOConfig("out", precompute_ref_log_probs=True, max_steps=1, logging_steps=1, per_device_train_batch_size=1, use_cpu=True,
                     bf16=False, gradient_checkpointing=False, report_to="none", save_strategy="no", disable_tqdm=True, **json.loads(sys.argv[1]))
pairs = datasets.load_dataset("json", data_files="pairs.jsonl", split="train")
trainer = trl.DPOTrainer(model, args=args, train_dataset=pairs, processing_class=tokenizer)
trainer.train()
first = trainer.state.log_history[0]
print(f"trl {trl.__version__}, {sys.argv[1]}: first loss {first['loss']:.4f}, reward of chosen {first['rewards/chosen']:.4f}")
PYTHON
echo '{"prompt": "w0 w1 w2", "chosen": " w3 w4 w5 w6 w7 w8", "rejected": " w9 w10"}' > pairs.jsonl
run() {
    venv/bin/python prefer.py "$1" > said.txt 2>> told.txt || { cat said.txt told.txt; exit 1; }
    grep '^trl' said.txt
}
healthy() { echo "$1" | grep -q 'first loss 0.6931, reward of chosen -\?0.0000'; }
first=$(run '{"max_length": null, "ld_alpha": 0.1}')
second=$(run '{"max_length": null}')
rm -r cache
alone=$(run '{"max_length": null}')
rm -r cache
short=$(run '{"max_length": 6, "truncation_mode": "keep_end"}')
longer=$(run '{"max_length": 8, "truncation_mode": "keep_end"}')
default=$(run '{"ld_alpha": 0.1}')
after=$(run '{}')
printf '%s\n' "$first" "$second" "the same with an empty cache:" "$alone" "$short" "$longer" "$default" "$after"
for right in "$first" "$alone" "$short" "$default" "$after"; do healthy "$right"; done
healthy "$second" && { echo "another ld_alpha is told apart now" && exit 1; }
healthy "$longer" && { echo "another max_length is told apart now" && exit 1; }
if grep -v 'args = trl.DPOConfig' told.txt | grep -iE 'cache|stale|reus|precomput'; then echo "it is said now" && exit 1; fi
echo "as described: a run starts from the reference of another run's loss"
