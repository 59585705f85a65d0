#!/usr/bin/env bash
# Expected: load_adapter(folder, "default") replaces the adapter of that name by the one in the folder, or refuses the taken name.
# Seen (peft 0.21.2): it loads the folder's weights under the settings of the adapter that was there. An adapter of lora_alpha 64
#   loaded over one of lora_alpha 4 acts with a sixteenth of its strength; what it answers is neither adapter's. The result is
#   "<All keys matched successfully>", peft_config still says 4, and there is no warning. Only where ranks differ do shapes not
#   fit. A server that reloads the newest adapter under one name serves a mixture.
#   hotswap_adapter, in the same place, sets the scale anew.
# Source: peft/peft_model.py, PeftModel.load_adapter (the folder's config is used only for a name that is not known);
#   https://huggingface.co/docs/peft/package_reference/hotswap
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 peft==0.21.2 numpy==2.4.6
cat > load_over.py <<'PYTHON'
import warnings

import peft
import torch
from peft.utils.hotswap import hotswap_adapter
from torch import nn


def base():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(8, 8))


def save(folder, alpha, seed):
    config = peft.LoraConfig(r=4, lora_alpha=alpha, target_modules=["0"])
    model = peft.get_peft_model(base(), config)
    torch.manual_seed(seed)
    for name, weight in model.named_parameters():
        if "lora_" in name:
            nn.init.normal_(weight)
    model.save_pretrained(folder)


def change(model):
    rows = torch.eye(8)
    with torch.no_grad():
        return model(rows) - base()(rows)


save("weak", 4, 1)
save("strong", 64, 2)
strong = change(peft.PeftModel.from_pretrained(base(), "strong"))
model = peft.PeftModel.from_pretrained(base(), "weak")
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    result = model.load_adapter("strong", adapter_name="default")
loaded = change(model)
share = (loaded.norm() / strong.norm()).item()
print(f"peft {peft.__version__}: {result}, warnings {len(warned)}, lora_alpha {model.peft_config['default'].lora_alpha}")
swapped = peft.PeftModel.from_pretrained(base(), "weak")
hotswap_adapter(swapped, "strong", adapter_name="default", torch_device="cpu")
print("hotswap_adapter gives the whole adapter:", torch.allclose(change(swapped), strong, atol=1e-3))
print(f"strength of the adapter after loading it over another: {share:.4f} of its own")
assert not result.missing_keys and not result.unexpected_keys and not warned, "it says something now"
assert model.peft_config["default"].lora_alpha == 4, "the config is replaced now"
assert torch.allclose(loaded * 16, strong, atol=1e-3), "the scale is another one now"
assert torch.allclose(change(swapped), strong, atol=1e-3), "hotswap_adapter gives another one now"
print("as described: the new weights, the old scale")
PYTHON
venv/bin/python load_over.py
