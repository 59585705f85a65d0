"""Tells one toolchain from another by its files, so that an image's or a service's is not taken for ours.

Covered: the compiler library's name, which holds a hash of its build (`librustc_driver-6108105cd7e839cf.so`).
Not covered: folders without one, which are equal only to themselves.
"""

from __future__ import annotations

from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Names of the compiler libraries under `folder`, by name; its own path if there is none."""
    found = sorted(path.name for pattern in ("lib/", "lib/*/") for path in folder.glob(f"{pattern}librustc_driver-*"))
    return " ".join(found) or str(folder)
