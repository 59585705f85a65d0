#!/usr/bin/env bash
# Expected: JSON has no dates, so a string of a JSON file stays the string that it is; the same rows give the same features by
#   load_dataset("json") and by Dataset.from_list.
# Seen (datasets 5.2.0, pyarrow 25.0.1): a field whose values all look like dates becomes timestamp[s], also inside a list of
#   messages. "2026-11-29" comes back as a datetime of midnight, and written again it is "2026-11-29 00:00:00"; an offset is
#   turned into UTC and forgotten. One row of other text in the file, and all stay text: the train split of a task whose answers
#   are dates has another type than an eval split with one "unknown". from_list keeps text, as does features=.
# Source: https://arrow.apache.org/docs/python/json.html (automatic type inference: pyarrow's page, not that of datasets);
#   datasets/packaged_modules/json/json.py
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet datasets==5.2.0 pandas==3.1.1 pyarrow==25.0.1
cat > load.py <<'PYTHON'
import json

import datasets


def rows(*answers):
    return [{"prompt": "When?", "completion": answer, "messages": [{"content": answer}]} for answer in answers]


def load(name, given):
    with open(name, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in given)
    return datasets.load_dataset("json", data_files=name, split="train")


train = rows("2026-11-29", "2025-01-31T01:00:00+02:00")
dates, mixed, listed = load("train.jsonl", train), load("eval.jsonl", rows("2026-11-29", "unknown")), datasets.Dataset.from_list(train)
print(datasets.__version__)
for name, data in (("train", dates), ("eval", mixed), ("from_list", listed)):
    print(name, data.features["completion"].dtype, [str(row) for row in data["completion"]])
assert [data.features["completion"].dtype for data in (dates, mixed, listed)] == ["timestamp[s]", "string", "string"], "other types now"
assert [str(row) for row in dates["completion"]] == ["2026-11-29 00:00:00", "2025-01-30 23:00:00"], "other values now"
assert str(dates[0]["messages"][0]["content"]) == "2026-11-29 00:00:00", "messages keep their text now"
print("as described: text that looks like a date is one after loading, on one side only")
PYTHON
venv/bin/python load.py
