#!/usr/bin/env bash
# Expected: Dataset.from_generator calls the generator, so the dataset has the rows that it yields now. If something is cached,
#   disable_caching() turns it off.
# Seen (datasets 5.2.0): the generator is run once for its code and arguments; a second process gets the rows of the first one from
#   the cache folder, whatever the file that it reads holds by then, and without a word. disable_caching() changes nothing.
#   load_dataset("json") on the same file sees the new rows. A night that reads its episodes so trains on those of the first night.
# Source: https://github.com/huggingface/datasets/issues/7448 (disable_caching, open), datasets docs, Dataset.from_generator: that
#   rows are cached on disk is said, that a changed source is not noticed is not
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet datasets==5.2.0 pandas==3.1.1 pyarrow==25.0.1
cat > night.py <<'PYTHON'
import json
import sys

import datasets

if "--no-cache" in sys.argv:
    datasets.disable_caching()


def episodes(path):
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


generated = datasets.Dataset.from_generator(episodes, gen_kwargs={"path": "episodes.jsonl"})["n"][:]
loaded = datasets.load_dataset("json", data_files="episodes.jsonl", split="train")["n"][:]
print(f"from_generator {generated}, load_dataset {loaded}")
PYTHON
printf '{"n": 1}\n{"n": 2}\n' > episodes.jsonl
first=$(venv/bin/python night.py)
printf '{"n": 3}\n{"n": 4}\n{"n": 5}\n' > episodes.jsonl
second=$(venv/bin/python night.py)
third=$(venv/bin/python night.py --no-cache)
venv/bin/pip list 2> /dev/null | grep '^datasets'
printf 'first night: %s\nsecond: %s\nwithout caching: %s\n' "$first" "$second" "$third"
[ "$first" = "from_generator [1, 2], load_dataset [1, 2]" ]
[ "$second" = "from_generator [1, 2], load_dataset [3, 4, 5]" ]
[ "$third" = "$second" ]
echo "as described: the second night has the first one's rows"
