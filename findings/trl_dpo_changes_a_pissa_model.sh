#!/usr/bin/env bash
# Expected: DPOTrainer over a passed PeftModel starts from that model: the copy of its adapter that it keeps as reference is a copy, and
#   making a trainer changes no answer before the first step.
# Seen (trl 1.16.0, peft 0.21.2): the copy is made by add_adapter with the settings of the first one, which runs their init_lora_weights.
#   "pissa", "pissa_niter_N" and "olora" take what they put into the adapter out of the base, so the base loses a second part, and only
#   the copy's own factors are overwritten afterwards. Policy and reference both stand on the damaged base: logits move by as much as
#   they are large, while the first step says 0.6931, as a healthy run does. PEFT warns only where such an adapter is loaded, not here.
# Source: trl/trainer/dpo_trainer.py (model.add_adapter("ref", default_config)), peft/tuners/lora/layer.py (pissa_init, olora_init);
#   https://github.com/huggingface/peft/issues/2184 (of loading two adapters; the warning came with /pull/2186)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 trl==1.16.0 peft==0.21.2 datasets==5.2.0 accelerate==1.15.0 numpy==2.4.6
cat > start.py <<'PYTHON'
import warnings

import peft
import torch
import trl
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

WORDS = {"<pad>": 0, "<eos>": 1} | {f"w{n}": n + 2 for n in range(62)}
words = Tokenizer(models.WordLevel(WORDS, unk_token="<pad>"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, pad_token="<pad>", eos_token="<eos>")


def adapted(init):
    torch.manual_seed(0)
    base = LlamaForCausalLM(LlamaConfig(vocab_size=64, hidden_size=16, intermediate_size=32, num_hidden_layers=1, initializer_range=0.5,
                                        num_attention_heads=2, num_key_value_heads=2, pad_token_id=0, eos_token_id=1))
    config = peft.LoraConfig(r=4, task_type="CAUSAL_LM", target_modules=["q_proj", "v_proj"], init_lora_weights=init)
    return peft.get_peft_model(base, config)


def logits(model):
    with torch.no_grad():
        return model(torch.arange(2, 12)[None]).logits


def start(init):
    """Share by which logits move when a trainer is made, the loss of the first step, and warnings that name PiSSA or the base."""
    model = adapted(init)
    before = logits(model)
    pairs = Dataset.from_list([{"prompt": "w0 w1 w2", "chosen": " w3 w4", "rejected": " w5"}])
    args = trl.DPOConfig("out", max_steps=1, logging_steps=1, per_device_train_batch_size=1, use_cpu=True, bf16=False,
                         gradient_checkpointing=False, report_to="none", save_strategy="no", disable_tqdm=True)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        trainer = trl.DPOTrainer(model, args=args, train_dataset=pairs, processing_class=tokenizer)
    moved = float((logits(trainer.model) - before).norm() / before.norm())
    trainer.train()
    told = [str(one.message) for one in warned if "SSA" in str(one.message) or "base weights" in str(one.message)]
    return round(moved, 3), trainer.state.log_history[0]["loss"], told


found = {init: start(init) for init in (True, "pissa", "pissa_niter_4", "olora")}
print(f"trl {trl.__version__}, peft {peft.__version__}")
for init, (moved, loss, told) in found.items():
    print(f"init_lora_weights={init!r}: logits moved by {moved:.1%}, first loss {loss:.4f}, warnings {told}")
assert found[True][0] == 0, "a plain adapter moves now"
assert all(found[init][0] > 0.3 for init in ("pissa", "pissa_niter_4", "olora")), "the model stays what it was now"
assert all(abs(loss - 0.6931) < 1e-3 for _, loss, _ in found.values()), "the first loss tells it now"
assert not any(told for *_, told in found.values()), "it is warned of now"
print("as described: a model that is changed before the first step")
PYTHON
venv/bin/python start.py > said.txt 2> told.txt || { cat said.txt told.txt; exit 1; }
grep -E '^(trl|init|as described)' said.txt
