"""Fill .env with what .env.example names: random secrets, and the group of the engine's socket. Standard library only.

Covered: values that are there are kept, the file is readable by its owner only, nothing secret is printed. Not covered:
changing a password that a volume already knows; see docs/compose.md.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
import sys
from pathlib import Path

SOCKET = Path("/var/run/docker.sock")


def names(text: str) -> dict[str, str]:
    """NAME=value lines; comments and empty values are left out."""
    found = re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE)
    return {name: value.strip() for name, value in found if value.strip()}


def value(name: str) -> str:
    """A fresh value for a name of .env.example; long enough to sign with HMAC-SHA512."""
    if name == "DOCKER_GID":
        return str(SOCKET.stat().st_gid)
    if name == "AIRFLOW_FERNET_KEY":
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(48)


def fill(folder: Path) -> list[str]:
    """Append missing values to `folder/.env`; returns their names. Raises OSError if there is no engine's socket."""
    env = folder / ".env"
    wanted = re.findall(r"^(\w+)=", (folder / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    with os.fdopen(os.open(env, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        text = file.read()
        missing = [name for name in wanted if name not in names(text)]
        begin = "\n" if text and not text.endswith("\n") else ""
        file.write(begin + "".join(f"{name}={value(name)}\n" for name in missing))
    return missing


if __name__ == "__main__":
    made = fill(Path(__file__).resolve().parents[1])
    sys.stdout.write(f"Made in .env: {', '.join(made)}\n" if made else "")
