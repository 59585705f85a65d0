"""Say in words what keeps a team's services from coming up: `python containers/ailing.py`. Standard library only.

docker compose names an ill service by its container's digest or name alone. Covered: which service, what its own check
or its last words say, what to do. Exit 1 if one is ill, 0 if none is. Not covered: mending it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMPOSE = Path(__file__).resolve().parents[1] / "docker-compose.yml"
ADVICE = {
    "postgres": "Its volume may be of another password (.env) or full: docs/compose.md, `.env` is lost.",
    "redis": "Its volume may be full, or .env has another REDIS_PASSWORD than the containers were made with.",
    "airflow-init": "It migrates the database: see whether postgres is healthy and .env is the one of its volume.",
    "api-server": "It needs a minute at its first start; then see whether airflow-init ended with 0.",
    "mlflow": "It needs postgres, and its own login's database: see whether .env is the one of the volume.",
    "mlflow-accounts": "It logs in as admin: .env must be the one that mlflow's volume of logins was begun with.",
    "judge": "It needs the engine's socket: DOCKER_GID in .env must be the group of /var/run/docker.sock.",
}
"""What to look at first."""
AGAIN = "Then `make compose-up` again."
WORDS = 200
"""Characters of what a check said."""


def engine(*arguments: str) -> str:
    """What `docker` says; empty where it cannot be asked."""
    try:
        return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def containers() -> list[dict]:
    """This compose file's containers, as the engine describes them."""
    ids = engine("ps", "--all", "--quiet", "--filter", "label=com.docker.compose.service").split()
    found = json.loads(engine("inspect", *ids) or "[]") if ids else []
    return [one for one in found if _labels(one).get("com.docker.compose.project.working_dir") == str(COMPOSE.parent)]


def _labels(one: dict) -> dict:
    return one["Config"].get("Labels") or {}


def ill(found: list[dict]) -> Iterator[str]:
    """One line for each service that is ill: which, why, what to do."""
    for one in sorted(found, key=lambda each: _labels(each)["com.docker.compose.service"]):
        name, state = _labels(one)["com.docker.compose.service"], one["State"]
        health = state.get("Health") or {}
        if health.get("Status") == "unhealthy":
            said = (health.get("Log") or [{}])[-1].get("Output", "")
            why = f"is unhealthy; its check says: {_short(said) or 'nothing'}"
        elif state["Status"] in ("exited", "dead", "restarting") and state["ExitCode"]:
            why = f"ended with {state['ExitCode']}; its last words: {_short(_last_words(one['Id'])) or 'none'}"
        else:
            continue
        yield f"{name} {why}. {ADVICE.get(name, '')} All it says: `docker-compose logs {name}`.".replace("  ", " ")


def _last_words(container: str) -> str:
    done = subprocess.run(["docker", "logs", "--tail", "3", container], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _short(text: str) -> str:
    return " ".join(text.split())[-WORDS:]


if __name__ == "__main__":
    lines = list(ill(containers()))
    print("\n".join([*lines, AGAIN] if lines else ["No service is ill; see `docker-compose ps`."]))
    sys.exit(1 if lines else 0)
