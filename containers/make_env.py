"""Fill .env with what .env.example names, and write the secrets as files that compose mounts. Standard library only.

Covered: values that are there are kept, in .env or as a file; .env and the folder of secrets are their owner's only;
nothing secret is printed; a folder of secrets elsewhere (NIGHTSCHOOL_SECRETS) is only looked at; the public addresses of both pages follow NIGHTSCHOOL_PUBLIC_HOST, unless somebody names them. Not covered: changing a password
that a volume already knows; see docs/compose.md.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
import sys
from pathlib import Path

SOCKET = Path("/var/run/docker.sock")
OURS = "./.secrets"
"""Where secrets are written unless NIGHTSCHOOL_SECRETS names a folder that somebody else fills."""
PLAIN = {"DOCKER_GID", "NIGHTSCHOOL_SECRETS", "WORKER_CPUS"}
"""Names of .env.example that are no secrets."""
PAGES = {"NIGHTSCHOOL_AIRFLOW_URL": ("AIRFLOW_TLS_PORT", "8443"), "NIGHTSCHOOL_MLFLOW_URL": ("MLFLOW_TLS_PORT", "5443")}
"""Public address of a page: the variable of its port at the proxy, and that port's default."""
DERIVED = "# From NIGHTSCHOOL_PUBLIC_HOST by each `make compose-up`; remove this line to keep other addresses.\n"


def names(text: str) -> dict[str, str]:
    """NAME=value lines; comments and empty values are left out."""
    found = re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE)
    return {name: value.strip() for name, value in found if value.strip()}


def value(name: str) -> str:
    """A fresh value for a name of .env.example; long enough to sign with HMAC-SHA512."""
    if name == "DOCKER_GID":
        return str(SOCKET.stat().st_gid)
    if name == "NIGHTSCHOOL_SECRETS":
        return OURS
    if name == "WORKER_CPUS":
        return str(os.cpu_count())
    if name == "AIRFLOW_FERNET_KEY":
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(48)


def fill(folder: Path) -> list[str]:
    """Write what is missing in `folder/.env` and all secrets as files; returns the new names.

    Raises OSError without an engine, and where secrets are kept elsewhere and one is missing.
    """
    env = folder / ".env"
    wanted = re.findall(r"^(\w+)=", (folder / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    text = env.read_text(encoding="utf-8") if env.exists() else ""
    place = folder / names(text).get("NIGHTSCHOOL_SECRETS", OURS)
    secret = [name for name in wanted if name not in PLAIN]
    absent = [name for name in secret if not (place / name.lower()).is_file()]
    theirs = place != folder / OURS
    if theirs and absent:
        raise FileNotFoundError(f"No {', '.join(map(str.lower, absent))} in {place}, which NIGHTSCHOOL_SECRETS names.")
    missing = [name for name in wanted if name not in names(text) and name in [*PLAIN, *absent]]
    begin = "\n" if text and not text.endswith("\n") else ""
    text = _without_derived(text + begin) + "".join(f"{name}={value(name)}\n" for name in missing)
    write_env(env, text + addresses(names(text)))
    if not theirs:
        write_secrets(place, {name: value for name, value in names(text).items() if name in secret})
    return missing


def write_env(env: Path, text: str) -> None:
    """The file whole or as it was, and its owner's only."""
    partial = env.with_name(".env.partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    partial.replace(env)


def write_secrets(place: Path, values: dict[str, str]) -> None:
    """A file a secret, named in small letters; users in containers read it, on this host nobody passes the folder."""
    if not values:
        return
    place.mkdir(mode=0o700, exist_ok=True)
    place.chmod(0o700)
    for name, text in values.items():
        file, partial = place / name.lower(), place / f"{name.lower()}.partial"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            partial.write_text(text, encoding="utf-8")
            partial.chmod(0o444)
            partial.replace(file)


def addresses(there: dict[str, str]) -> str:
    """The lines of public addresses that nobody named; none without a public host."""
    host = there.get("NIGHTSCHOOL_PUBLIC_HOST")
    ports = {page: there.get(name, port) for page, (name, port) in PAGES.items() if page not in there}
    if not host or not ports:
        return ""
    lines = (f"{page}=https://{host}{'' if port == '443' else f':{port}'}\n" for page, port in ports.items())
    return DERIVED + "".join(lines)


def _without_derived(text: str) -> str:
    """The text without the block that `addresses` wrote the last time."""
    return re.sub(re.escape(DERIVED) + r"(?:(?:" + "|".join(PAGES) + r")=.*\n)*", "", text)


if __name__ == "__main__":
    try:
        made = fill(Path(__file__).resolve().parents[1])
    except OSError as error:
        sys.exit(f"containers/make_env.py: {error}")
    sys.stdout.write(f"Made in .env: {', '.join(made)}\n" if made else "")
