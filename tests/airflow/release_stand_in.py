"""Stands in for `nightschool` in the DAGs about the champion: notes its arguments; `evidence` tells of 7 against 5."""

import json
import sys
from pathlib import Path


def main() -> None:
    folder, arguments = Path(sys.argv[1]), sys.argv[2:]
    with (folder / "asked.jsonl").open("a") as file:
        file.write(json.dumps(arguments) + "\n")
    for argument in arguments:
        if argument.startswith("--result="):
            found = {"version": "7", "champion": "5", "text": "| shadow | 120/200 | 100/200 |"}
            Path(argument.removeprefix("--result=")).write_text(json.dumps(found))
    sys.exit(1 if (folder / "refuse").exists() else 0)


main()
