#!/usr/bin/env bash
# Expected: merge_and_unload(adapter_names=["nihgt"]) is an error where no adapter has that name, as set_adapter, delete_adapter and
#   add_weighted_adapter make it one.
# Seen (peft 0.21.2): each layer passes over a name that it has not, and then the adapters are taken off. What comes back is the base,
#   bit for bit, without a word. safe_merge looks for NaN only. A wrong case, "Default" for "default", is enough; and of a list in
#   which one name of two is right, the other's part is left out. What is exported and examined then is a model without the training,
#   or with half of it.
# Source: peft/tuners/tuners_utils.py, _unload_and_optionally_merge and check_adapters_to_merge (looks at what is merged already, not at what
#   there is), peft/tuners/lora/layer.py, Linear.merge (if active_adapter in self.lora_A.keys())
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1
python3 -m venv venv
venv/bin/pip install --quiet torch==2.13.0 transformers==5.23.0 peft==0.21.2 accelerate==1.15.0 numpy==2.4.6
cat > merge.py <<'PYTHON'
import warnings

import peft
import torch
from torch import nn

ROWS = torch.eye(8)


def base():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(8, 8))


def trained():
    config = peft.LoraConfig(r=2, target_modules=["0"], init_lora_weights=False)
    model = peft.get_peft_model(base(), config, adapter_name="default")
    model.add_adapter("night", config)
    model.base_model.set_adapter(["default", "night"])
    return model.eval()


def update(model):
    with torch.no_grad():
        return model(ROWS) - base()(ROWS)


def merged(names):
    """The update that is left after a merge of these names, and the warnings."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        model = trained().merge_and_unload(safe_merge=True, adapter_names=names)
    return update(model), [str(one.message) for one in warned]


def refused(call):
    try:
        call(trained())
    except (ValueError, KeyError):
        return True
    return False


(whole, _), (half, of_half), (nothing, of_nothing) = merged(["default", "night"]), merged(["Default", "night"]), merged(["Default", "nihgt"])
night, _ = merged(["night"])
print(f"peft {peft.__version__}: right names {whole.norm():.3f}, one of two {half.norm():.3f}, none {nothing.norm():.3f}")
print(f"warnings {of_half + of_nothing}")
others = {"set_adapter": lambda model: model.set_adapter("nihgt"), "delete_adapter": lambda model: model.delete_adapter("nihgt"),
          "add_weighted_adapter": lambda model: model.add_weighted_adapter(["default", "nihgt"], [0.5, 0.5], "both")}
print("refused by", [name for name, call in others.items() if refused(call)])
assert torch.allclose(whole, update(trained()), atol=1e-5), "right names are merged in another way now"
assert torch.equal(nothing, torch.zeros(8, 8)), "wrong names do something else now"
assert torch.equal(half, night) and not torch.allclose(half, whole), "one wrong name of two does something else now"
assert not of_half + of_nothing, "it is warned of now"
assert all(refused(call) for call in others.values()), "other calls take a wrong name now"
print("as described: a merge of names that are not there is the base")
PYTHON
venv/bin/python merge.py
