"""The root of a Cargo workspace, as a folder in it shows.

Covered: the nearest manifest above with `[workspace]`, else the nearest with a package. Not covered: members that a
manifest elsewhere claims (`package.workspace`).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from nightschool.errors import UsageError

MANIFEST = "Cargo.toml"


def workspace_root(folder: Path) -> Path:
    """The workspace's folder. Raises UsageError where there is no Cargo.toml at or above `folder`."""
    place = folder.resolve()
    holding = [above for above in (place, *place.parents) if (above / MANIFEST).is_file()]
    if not holding:
        raise UsageError(f"No {MANIFEST} in {str(folder)!r} or above it; name a folder of a Cargo package.")
    return next((above for above in holding if _is_workspace(above / MANIFEST)), holding[0])


def _is_workspace(manifest: Path) -> bool:
    try:
        return "workspace" in tomllib.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read {str(manifest)!r}: {error}.") from error
