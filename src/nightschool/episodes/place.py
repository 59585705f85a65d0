"""Where the store of episodes lies, the same from every folder: cargo runs in the user's, not in Night School's.

Covered: `NIGHTSCHOOL_EPISODES`, the checkout that runs, the user's data folder. Not covered: opening it (`store`).
Loaded while cargo runs, so without `pathlib`.
"""

from __future__ import annotations

import os
from os import path

VARIABLE = "NIGHTSCHOOL_EPISODES"
NAME = "episodes.db"


def store_file() -> str:
    """The file named by NIGHTSCHOOL_EPISODES, else `var/episodes.db` of the checkout, else the XDG data folder's."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return path.abspath(path.expanduser(chosen))
    checkout = path.realpath(path.join(__file__, *[os.pardir] * 4))
    if path.isfile(path.join(checkout, "pyproject.toml")) and path.isdir(path.join(checkout, "conf")):
        return path.join(checkout, "var", NAME)
    data = os.environ.get("XDG_DATA_HOME") or path.join(path.expanduser("~"), ".local", "share")
    return path.join(data, "nightschool", NAME)
