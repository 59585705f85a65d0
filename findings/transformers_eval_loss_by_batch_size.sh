#!/usr/bin/env bash
# Expected: eval_loss of fixed weights on fixed rows is one number, the mean over tokens, as the loss of training is since it is
#   divided by the tokens of the whole accumulated batch; per_device_eval_batch_size is a matter of memory.
# Seen (transformers 5.23.0): eval_loss is the mean over tokens inside a batch and then over batches, weighted by rows. So the size of
#   a batch decides which of two models is better: on a row of 2 answer tokens and one of 30, one good at short answers wins with 1
#   row in a batch and loses with 2. load_best_model_at_end, early stopping and a gate on eval_loss follow it. Rows of one length,
#   or of equal losses, hide it.
# Source: https://github.com/huggingface/transformers/issues/39241 (open), transformers/trainer.py, evaluation_loop (repeats the
#   loss of a batch by its rows)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 accelerate==1.15.0 numpy==2.4.6
cat > evaluate.py <<'PYTHON'
import torch
import transformers
from torch import nn
from transformers import Trainer, TrainingArguments


class Fixed(nn.Module):
    """Gives the token 1 of short rows, and the token 2 of long ones, the log-odds that it is told."""

    def __init__(self, short, long):
        super().__init__()
        self.odds = nn.Parameter(torch.tensor([0.0, short, long]))

    def forward(self, input_ids, labels):
        logits = self.odds.expand(*input_ids.shape, 3)
        loss = nn.functional.cross_entropy(logits.reshape(-1, 3), labels.reshape(-1), ignore_index=-100)
        return {"loss": loss, "logits": logits}


def row(token, length, width=30):
    labels = [token] * length + [-100] * (width - length)
    return {"input_ids": torch.ones(width, dtype=torch.long), "labels": torch.tensor(labels)}


def eval_loss(model, size):
    args = TrainingArguments("out", per_device_eval_batch_size=size, use_cpu=True, report_to="none", disable_tqdm=True)
    return Trainer(model, args=args, eval_dataset=[row(1, 2), row(2, 30)]).evaluate()["eval_loss"]


good_at = {"short": Fixed(0.7, 0.0), "long": Fixed(0.0, 0.1)}
found = {size: {name: round(eval_loss(model, size), 3) for name, model in good_at.items()} for size in (1, 2)}
print(transformers.__version__, found)
best = {size: min(losses, key=losses.get) for size, losses in found.items()}
assert best == {1: "short", 2: "long"}, f"best: {best}"
print("as described: the better model is another one by the size of a batch")
PYTHON
venv/bin/python evaluate.py 2> said.txt
