"""Stands in for `nightschool` where a cycle is followed: works until told to go on, and `publish` leaves a report."""

import json
import os
import sys
import time
from pathlib import Path

root, arguments = Path(sys.argv[1]), sys.argv[2:]
phase, cycle = arguments[1], arguments[arguments.index("--cycle") + 1]
output = root / "var" / phase
output.mkdir(parents=True, exist_ok=True)
(root / f"{phase}.pid").write_text(str(os.getpid()))
print(f"{phase} says what it does", flush=True)
step = 0
while phase == "align" and not (root / "go").exists():
    step += 1
    print(f"  steps: {step} of 999 done", flush=True)
    time.sleep(1)
if phase == "publish":
    failed = [{"check": "above the bar", "value": "4/30", "wanted": "above 76.7%"}]
    held = {"check": "coverage", "value": "90%", "wanted": "at least 50%", "ok": True}
    told = {"cycle": cycle, "verdict": "refused", "version": None, "bar": 0.767, "arms": {}, "failed": failed}
    told["checks"] = [{**failed[0], "ok": False}, held]
    (output / "report.json").write_text(json.dumps(told))
    pointer = root / "var" / "cycles" / cycle / "publish.json"
    pointer.parent.mkdir(parents=True)
    pointer.write_text(json.dumps({"output": str(output)}))
result = {"phase": phase, "key": "k", "output": str(output), "outcome": ""}
Path(arguments[arguments.index("--result") + 1]).write_text(json.dumps(result))
