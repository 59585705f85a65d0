#!/usr/bin/env bash
# Expected: Airflow's serialiser keeps types (a tuple comes back as a tuple, a set as a set, a Decimal as a Decimal), so a value
#   that comes back with its type is the value that was given; what it cannot keep, it refuses.
# Seen (apache-airflow-task-sdk 1.3.2, of Airflow 3.3.2): Decimal("12345678901234567.89") comes back as Decimal
#   12345678901234568, since it travels as a float: a Decimal still, 0.11 off. The keys of a dict become text, also beside tuples
#   that stay tuples: {1: "int"} is {"1": "int"}, and of {1: "int", "1": "text"} one entry is gone. Nothing is raised or logged.
#   Sums of money and counts by epoch that pass between two tasks are others afterwards.
# Source: https://github.com/apache/airflow/pull/72064 (Decimal, open), airflow.sdk.serde.serialize (its dict branch)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export AIRFLOW_HOME=$place/airflow AIRFLOW__USAGE_DATA_COLLECTION__ENABLED=False DO_NOT_TRACK=1
python3 -m venv venv
venv/bin/pip install --quiet apache-airflow==3.3.2 apache-airflow-task-sdk==1.3.2
cat > pass_on.py <<'PYTHON'
import json
from decimal import Decimal
from importlib.metadata import version

from airflow.sdk.serde import deserialize, serialize

GIVEN = {
    "tuple": (1, (2, 3)),
    "set": {1, 2},
    "small": Decimal("1.25"),
    "money": Decimal("12345678901234567.89"),
    "keys": {1: "int"},
    "both": {1: "int", "1": "text"},
}
taken = {name: deserialize(json.loads(json.dumps(serialize(value)))) for name, value in GIVEN.items()}
print("airflow", version("apache-airflow"), "task-sdk", version("apache-airflow-task-sdk"))
for name, value in GIVEN.items():
    print(f"{name}: {value!r} -> {taken[name]!r}")
assert all(taken[name] == GIVEN[name] for name in ("tuple", "set", "small")), "less is kept now"
assert taken["money"] == Decimal("12345678901234568") and isinstance(taken["money"], Decimal), "Decimal is kept now"
assert taken["keys"] == {"1": "int"} and taken["both"] == {"1": "text"}, "keys are kept now"
print("as described: types stay, a Decimal is rounded, keys become text and an entry is lost")
PYTHON
venv/bin/python pass_on.py
