"""Stands in for `nightschool` in wiring tests: notes its arguments, then does what `<folder>/<phase>.plan` says.

A plan is `exit N`, `outcome NAME` or `hang`; none is a plain success.
"""

import json
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    folder, arguments = Path(sys.argv[1]), sys.argv[2:]
    phase, result = arguments[1], Path(arguments[arguments.index("--result") + 1])
    with (folder / "asked.jsonl").open("a") as file:
        file.write(json.dumps(arguments) + "\n")
    plan_file = folder / f"{phase}.plan"
    word, _, rest = (plan_file.read_text() if plan_file.exists() else "ok").partition(" ")
    print(f"{phase} says hello", flush=True)
    if word == "exit":
        sys.exit(int(rest))
    if word == "hang":
        child = subprocess.Popen(["sleep", "600"])
        (folder / "pids").write_text(str(child.pid))
        time.sleep(600)
    output = folder / phase
    output.mkdir(exist_ok=True)
    checks = [{"name": "above the bar", "ok": False, "observed": "3/30", "wanted": "above 76.7%"}]
    (output / "decision.json").write_text(json.dumps({"checks": checks, "evidence": {}, "outcome": rest}))
    data = {"phase": phase, "key": "k", "output": str(output), "outcome": rest if word == "outcome" else ""}
    result.write_text(json.dumps(data))


main()
