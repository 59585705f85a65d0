"""Stands in for `nightschool` in DAGs of single commands: notes its arguments; `evidence` tells of 7 against 5.

`episodes` takes in as many as the file `taken` says; who is champion stands in the file `champion`, else it is 7.
Where there is a file `leave` it goes, and the command leaves as one that was asked to.
"""

import json
import sys
from pathlib import Path


def main() -> None:
    folder, arguments = Path(sys.argv[1]), sys.argv[2:]
    with (folder / "asked.jsonl").open("a") as file:
        file.write(json.dumps(arguments) + "\n")
    if (folder / "leave").exists():
        (folder / "leave").unlink()
        sys.exit(75)
    for argument in arguments:
        if argument.startswith("--result="):
            taken = folder / "taken"
            if arguments[0] == "episodes":
                found = {"taken": int(taken.read_text()), "quarantined": 1, "folder": str(folder)}
            elif arguments[0] != "evidence":
                told = folder / "champion"
                found = (
                    json.loads(told.read_text()) if told.exists() else {"version": "7", "digest": "a0", "policy": "p0"}
                )
            else:
                found = {"version": "7", "champion": "5", "text": "| shadow | 120/200 | 100/200 |"}
            Path(argument.removeprefix("--result=")).write_text(json.dumps(found))
    sys.exit(1 if (folder / "refuse").exists() else 0)


main()
