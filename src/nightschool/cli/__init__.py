"""The command line: the same parts the nightly cycle uses, one by one.

Exit codes: 0 done, 1 refused or failed check, 2 bad usage, 3 environment missing.
"""

from __future__ import annotations

import sys

from nightschool.errors import NightSchoolError
from nightschool.quiet import be_quiet


def main() -> None:
    """Entry point: run a command; an error of ours is one message on stderr and its exit code."""
    be_quiet()
    from nightschool.cli.app import app

    try:
        app()
    except NightSchoolError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(141)
