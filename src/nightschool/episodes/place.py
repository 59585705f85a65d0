"""Where the store of episodes lies, the same from every folder: cargo runs in the user's, not in Night School's.

Covered: `NIGHTSCHOOL_EPISODES`, the checkout that runs, the user's data folder. Not covered: opening it (`store`).
"""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "NIGHTSCHOOL_EPISODES"
NAME = "episodes.db"


def store_path() -> Path:
    """The file named by NIGHTSCHOOL_EPISODES, else `var/episodes.db` of the checkout, else the XDG data folder's."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file() and (checkout / "conf").is_dir():
        return checkout / "var" / NAME
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "nightschool" / NAME
