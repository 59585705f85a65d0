"""The command line: the same parts the nightly cycle uses, one by one.

Exit codes: 0 done, 1 refused or failed check, 2 bad usage, 3 environment missing, 70 a fault nobody foresaw (with its
traceback: a locked database, a broken connection, a mistake of ours; never 1, which nobody would try again), 75 a phase
that was asked to leave (SIGTERM) and goes on when it is run again, 130 interrupted (Ctrl-C).
"""

from __future__ import annotations

import sys
import traceback

from nightschool.errors import NightSchoolError
from nightschool.leaving import LEFT
from nightschool.quiet import be_quiet

FAULT = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


def main() -> None:
    """Entry point: run a command; an error of ours is one message on stderr and its exit code."""
    be_quiet()
    try:
        from nightschool.cli.app import app

        app()
    except NightSchoolError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(141)
    except (KeyboardInterrupt, SystemExit) as end:  # typer turns Ctrl-C into the exit code
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            if end.code == LEFT:
                print("Asked to leave: what is done is kept, and the same command goes on.", file=sys.stderr)
            raise
        print("Interrupted; nothing half-made is left. Run it again.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001 - whatever it is, it is no refusal
        traceback.print_exc()
        sys.exit(FAULT)
