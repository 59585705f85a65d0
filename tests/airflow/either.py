"""Stands in for `nightschool` in DAGs of both kinds: stand_in.py for phases, release_stand_in.py for other commands."""

import runpy
import sys
from pathlib import Path

name = "stand_in.py" if sys.argv[2] == "run" else "release_stand_in.py"
runpy.run_path(str(Path(__file__).with_name(name)), run_name="__main__")
