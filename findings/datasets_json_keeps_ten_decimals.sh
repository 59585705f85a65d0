#!/usr/bin/env bash
# Expected: Dataset.to_json writes the numbers that the dataset has, as to_csv and Python's json do.
# Seen (datasets 5.2.0, pandas 3.1.1): ten digits behind the point are written, not ten that count: a probability of 1.5e-11 is 0.0, 3.3e-6 has
#   five digits left, and -4e-12 is -0.0. Rows sorted by it tie, a logarithm of it is an infinity. Numbers below 1e-15 come through whole, so
#   that 1e-16 is larger than 1e-11 afterwards. Numbers in lists are written so too. Nothing is said; double_precision=15, the
#   most that pandas takes, is passed on and helps down to 1e-15.
# Source: datasets/io/json.py, JsonDatasetWriter (DataFrame.to_json); https://github.com/pandas-dev/pandas/issues/23328 (open);
#   https://huggingface.co/docs/datasets/package_reference/main_classes (to_json: names lines and orient, not this)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export HF_HOME=$place/cache HF_HUB_OFFLINE=1 DO_NOT_TRACK=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1
python3 -m venv venv
venv/bin/pip install --quiet datasets==5.2.0 pandas==3.1.1 pyarrow==25.0.1
cat > write.py <<'PYTHON'
import csv
import json

import datasets
import pandas

GIVEN = [1.5e-11, -4e-12, 3.3333333333e-06, 0.12345678901234, 1e-16]
data = datasets.Dataset.from_dict({"p": GIVEN, "all": [[p] for p in GIVEN]})


def rows(**settings):
    data.to_json("rows.jsonl", **settings)
    with open("rows.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


data.to_csv("rows.csv")
with open("rows.csv", encoding="utf-8", newline="") as lines:
    by_csv = [float(row["p"]) for row in csv.DictReader(lines)]
plain, more = rows(), rows(double_precision=15)
written, listed, helped = ([row["p"] for row in plain], [row["all"][0] for row in plain], [row["p"] for row in more])
print(f"datasets {datasets.__version__}, pandas {pandas.__version__}")
for name, numbers in (("given", GIVEN), ("by to_csv", by_csv), ("by to_json", written), ("in lists", listed), ("with 15", helped)):
    print(f"{name}: {numbers}")
assert by_csv == GIVEN, "to_csv loses something now"
assert written == listed == [0.0, 0.0, 3.3333e-06, 0.123456789, 1e-16], "other numbers are written now"
assert helped[0] == 1.5e-11 and helped[3] == 0.12345678901234, "double_precision does not help any more"
print("as described: 1.5e-11 is 0, and 1e-16 is not")
PYTHON
venv/bin/python write.py 2> said.txt || { cat said.txt; exit 1; }
[ ! -s said.txt ] || { cat said.txt && echo "there is a warning now" && exit 1; }
