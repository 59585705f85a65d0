"""Note in .env, where compose reads it, which image has PostgreSQL, Redis and Caddy: `note_stores.py IMAGE`.

Covered: a fresh installation, which could otherwise not start without a registry. What .env names already is kept, and
of one with passwords nothing is changed: its volumes were begun by other images. Standard library only. Not covered:
whether the image is there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from make_env import names

STORES = ("POSTGRES_IMAGE", "REDIS_IMAGE", "PROXY_IMAGE")


def note(folder: Path, image: str) -> str:
    """Write the names unless one is there; returns what a person should know, empty where that is nothing."""
    env = folder / ".env"
    there = names(env.read_text(encoding="utf-8")) if env.exists() else {}
    if any(name in there for name in STORES):
        return ""
    lines = "".join(f"{name}={image}\n" for name in STORES)
    if "POSTGRES_PASSWORD" in there:
        told = ", ".join(lines.split())
        return f"{env} belongs to volumes that other images began and is kept; without a registry set there {told}.\n"
    with os.fdopen(os.open(env, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        file.write(("\n" if there else "") + lines)
    return f"Noted in .env: PostgreSQL, Redis and Caddy are {image}.\n"


if __name__ == "__main__":
    sys.stdout.write(note(Path(__file__).resolve().parents[1], sys.argv[1]))
