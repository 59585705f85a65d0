#!/usr/bin/env bash
# Expected: what a GGUF file says of the model is used, or refused: a tensor or a setting that changes every answer is not left out.
# Seen (transformers 5.23.0, gguf 0.19.0): a tensor for which the built model has no place is skipped, and so are settings without
#   an entry in a table; nothing is shown at the usual verbosity, and there are no unexpected keys. Of a llama file that drops
#   rope_freqs.weight, in which files of Llama 3.1 and later carry their long-context scaling, llama.rope.scaling.* (linear, factor
#   4), and the biases of attention: four files that are four models give the same logits, bit for bit. What is measured or
#   trained on then is not the model in the file.
# Source: transformers/modeling_gguf_pytorch_utils.py, load_gguf_checkpoint (a name that is not mapped is passed over; keys that
#   were not considered are logged at level info), https://github.com/ggml-org/llama.cpp/pull/8676 (rope_freqs of Llama 3.1)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 gguf==0.19.0 accelerate==1.15.0 numpy==2.4.6
cat > read.py <<'PYTHON'
import gguf
import numpy as np
import torch
import transformers
from transformers import AutoModelForCausalLM

WIDTH, WORDS, LAYERS = 16, 32, 2


def write(name, change=lambda writer: None):
    weights, writer = np.random.default_rng(0), gguf.GGUFWriter(name, "llama")
    for key, value in {"context_length": 64, "block_count": LAYERS, "embedding_length": WIDTH, "feed_forward_length": 32,
                       "head_count": 2, "head_count_kv": 2, "rope_dimension_count": 8, "vocab_size": WORDS}.items():
        getattr(writer, f"add_{key}")(value)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(10000.0)
    shapes = {"attn_q": (16, 16), "attn_k": (16, 16), "attn_v": (16, 16), "attn_output": (16, 16),
              "ffn_gate": (32, 16), "ffn_up": (32, 16), "ffn_down": (16, 32)}
    named = {"token_embd": (WORDS, WIDTH), "output": (WORDS, WIDTH)}
    named |= {f"blk.{n}.{part}": shape for n in range(LAYERS) for part, shape in shapes.items()}
    for tensor, shape in named.items():
        writer.add_tensor(f"{tensor}.weight", weights.normal(size=shape).astype(np.float32))
    for tensor in ("output_norm", *(f"blk.{n}.{part}" for n in range(LAYERS) for part in ("attn_norm", "ffn_norm"))):
        writer.add_tensor(f"{tensor}.weight", np.ones(WIDTH, np.float32))
    change(writer)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def frequencies(writer):
    writer.add_tensor("rope_freqs.weight", np.array([1, 2, 4, 8], np.float32))


def scaling(writer):
    writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
    writer.add_rope_scaling_factor(4.0)


def biases(writer):
    for n in range(LAYERS):
        for part in "qkv":
            writer.add_tensor(f"blk.{n}.attn_{part}.bias", np.full(WIDTH, 5, np.float32))


def logits(name):
    model, told = AutoModelForCausalLM.from_pretrained(".", gguf_file=name, output_loading_info=True)
    with torch.no_grad():
        return model(torch.arange(12)[None]).logits, told


write("plain.gguf")
plain, _ = logits("plain.gguf")
for change in (frequencies, scaling, biases):
    write("changed.gguf", change)
    changed, told = logits("changed.gguf")
    print(transformers.__version__, change.__name__, "equal:", torch.equal(plain, changed), "unexpected:", set(told["unexpected_keys"]))
    assert torch.equal(plain, changed), f"{change.__name__} change the answers now"
    assert not told["unexpected_keys"], "what is left out is told now"
print("as described: scaling of positions and biases are left out, and nothing says so")
PYTHON
venv/bin/python read.py 2> bars.txt
if grep -iE 'rope|bias|not (used|considered)|unexpected|warning' bars.txt; then echo "it is said now" && exit 1; fi
