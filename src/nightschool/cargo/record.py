"""What cargo starts in place of rustc: it writes the call down as one JSON line, then becomes rustc.

Covered: arguments, working folder, environment; the wrapper that the user has set goes on working, ours calls it. The
script imports nothing of the package and starts with `python -I -S`: it runs once a unit. A record that cannot be
written is no reason to stop a build. Not covered: what rustc says, which cargo passes on itself.
"""

import json
import os
import sys

CALLS, WRAPPED = "NIGHTSCHOOL_CALLS", "NIGHTSCHOOL_WRAPPED"


def main(argv: list[str]) -> None:
    """Record `argv` (rustc and its arguments) and run it."""
    path, wrapped = os.environ.pop(CALLS, ""), os.environ.pop(WRAPPED, "")
    if path:
        line = json.dumps({"argv": argv, "cwd": os.getcwd(), "environment": dict(os.environ)})  # noqa: PTH109
        try:
            file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            os.write(file, f"{line}\n".encode("utf-8", "surrogateescape"))  # in one piece: units run at once
            os.close(file)
        except OSError as error:
            print(f"nightschool: this call is not recorded: {error}", file=sys.stderr)
    command = [wrapped, *argv] if wrapped else argv
    try:
        os.execvp(command[0], command)
    except OSError as error:
        sys.exit(f"nightschool: cannot start {command[0]!r}: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
