#!/usr/bin/env bash
# Expected: a run whose script ended by an exception, or with exit status 1, is FAILED; one that ended well is FINISHED.
# Seen (mlflow 3.17.2): the status follows how the run was opened, not how the script ended. After `mlflow.start_run()` by itself
#   an uncaught exception, and `sys.exit(1)`, leave a FINISHED run: MLflow closes it at exit with its usual status. Inside
#   `with mlflow.start_run():` a `sys.exit(0)`, the way a script says that all is well, leaves a FAILED one. A search for
#   FINISHED runs takes the crashed training and leaves out the good one.
# Source: https://github.com/mlflow/mlflow/issues/3932 (open since 2021), mlflow/tracking/fluent.py, ActiveRun.__exit__ and the
#   function it registers with atexit
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=1 MLFLOW_TRACKING_URI=sqlite:///$place/mlflow.db
python3 -m venv venv
venv/bin/pip install --quiet mlflow==3.17.2
cat > train.py <<'PYTHON'
import sys

import mlflow

how = sys.argv[1]
if how == "raises":
    mlflow.start_run(run_name=how)
    raise ValueError("the loss is not a number")
if how == "exits with 1":
    mlflow.start_run(run_name=how)
    sys.exit(1)
with mlflow.start_run(run_name=how):
    sys.exit(0)
PYTHON
for how in "raises" "exits with 1" "exits with 0"; do
    rc=0
    venv/bin/python train.py "$how" > said.txt 2>&1 || rc=$?
    echo "$how: exit status $rc"
done
cat > status.py <<'PYTHON'
import mlflow

status = {run.info.run_name: run.info.status for run in mlflow.search_runs(search_all_experiments=True, output_format="list")}
print(mlflow.__version__, status)
seen = {"raises": "FINISHED", "exits with 1": "FINISHED", "exits with 0": "FAILED"}
assert status == seen, "a run has another status now"
good = mlflow.search_runs(search_all_experiments=True, filter_string="status = 'FINISHED'", output_format="list")
print("as described: runs that are FINISHED:", sorted(run.info.run_name for run in good))
PYTHON
venv/bin/python status.py 2> migrated.txt
