"""Stands in for `nightschool` in wiring tests: notes its arguments, then does what `<folder>/<phase>.plan` says.

A plan is `exit N`, `outcome NAME`, `hang` or `wait` (for `<folder>/go`); none is a plain success.
"""

import json
import os
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
    while word == "wait" and not (folder / "go").exists():
        time.sleep(0.5)
    output = folder / phase
    output.mkdir(exist_ok=True)
    checks = [{"name": "above the bar", "ok": False, "observed": "3/30", "wanted": "above 76.7%"}]
    (output / "decision.json").write_text(json.dumps({"checks": checks, "evidence": {}, "outcome": rest}))
    digests = {"corpus": "c0"} if phase == "validate_corpus" else {"adapter": "a0", "policy": "p0"}
    data = {"phase": phase, "key": "k", "output": str(output), "outcome": rest if word == "outcome" else ""}
    data |= {"digests": digests, "metrics": {"version": 7.0} if phase in ("register", "promote") else {}}
    result.write_text(json.dumps(data))
    if Path(os.environ["NIGHTSCHOOL_ROOT"]) == folder:  # where a project's folders may be written, as phases do
        from nightschool.files import folder_name  # not at the top: most starts of this file do without

        pointer = folder / "var" / "cycles" / folder_name(arguments[arguments.index("--cycle") + 1]) / f"{phase}.json"
        pointer.parent.mkdir(parents=True, exist_ok=True)
        pointer.write_text(json.dumps(data))


main()
