#!/usr/bin/env bash
# Expected: a tokenizer that is read and saved gives the same files wherever that is done: they say what it is.
# Seen (transformers 5.23.0, tokenizers 0.23.3): from_pretrained puts local_files_only and is_local among the settings that
#   save_pretrained writes, and local_files_only is true where HF_HUB_OFFLINE is set. tokenizer_config.json of one and the same
#   tokenizer differs by the environment it was saved in, and with it every digest over the folder.
# Source: transformers/tokenization_utils_base.py, from_pretrained (`if is_offline_mode() and not local_files_only`) and
#   _from_pretrained (`init_kwargs["local_files_only"] = local_files_only`)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1
python3 -m venv venv
venv/bin/pip install --quiet transformers==5.23.0 tokenizers==0.23.3
cat > make.py <<'PYTHON'
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast

PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.BPE({"a": 0, "b": 1}, []))).save_pretrained("made")
PYTHON
cat > again.py <<'PYTHON'
import sys

from transformers import AutoTokenizer

AutoTokenizer.from_pretrained("made").save_pretrained(sys.argv[1])
PYTHON
venv/bin/python make.py
HF_HUB_OFFLINE=0 venv/bin/python again.py online
HF_HUB_OFFLINE=1 venv/bin/python again.py offline
cmp online/tokenizer.json offline/tokenizer.json
diff online/tokenizer_config.json offline/tokenizer_config.json > differs.txt && { echo "the files are the same now"; exit 1; }
cat differs.txt
grep -q local_files_only differs.txt
echo "as described: tokenizer_config.json says how it was read"
