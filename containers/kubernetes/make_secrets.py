"""Print the Secrets that base/ and values.yaml name, fresh, for `kubectl create --filename -`; needs openssl.

Covered: both namespaces, passwords of pages and Redis, keys that nobody types, the judge's token, its certificate (one
that is its own authority, for ten years). Of PostgreSQL's three roles (containers/databases.sh) it is told the
passwords. Not covered: changing them later; a manager of secrets, which makes the same names and keys instead.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

NIGHT, JUDGE = "nightschool", "nightschool-judge"
NAME = f"judge.{JUDGE}.svc"
"""What workers ask the judge under, and so what its certificate says."""
ROLES = ("AIRFLOW_DB_PASSWORD", "CELERY_DB_PASSWORD", "MLFLOW_DB_PASSWORD")


def fresh() -> str:
    """Long enough to sign with HMAC-SHA512, and safe in a URL."""
    return secrets.token_urlsafe(48)


def certificate() -> dict[str, str]:
    """A key and a certificate for the judge's name. Raises CalledProcessError, OSError without openssl."""
    with tempfile.TemporaryDirectory() as folder:
        key, made = Path(folder, "key"), Path(folder, "crt")
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        command += ["-days", "3650", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
        subprocess.run([*command, "-keyout", key, "-out", made], check=True, capture_output=True)
        return {"tls.crt": made.read_text(), "tls.key": key.read_text()}


def all_of(host: str, airflow: str, celery: str, mlflow: str) -> dict[tuple[str, str], dict[str, str]]:
    """Every Secret's values, by namespace and name; the last three are passwords of PostgreSQL's roles on `host`."""
    redis, token, tls = fresh(), fresh(), certificate()
    night = {
        "airflow-metadata": {"connection": f"postgresql://airflow:{quote(airflow, safe='')}@{host}/airflow"},
        "airflow-results": {"connection": f"db+postgresql+psycopg://celery:{quote(celery, safe='')}@{host}/celery"},
        "airflow-broker": {"connection": f"redis://:{redis}@airflow-redis:6379/0"},
        "airflow-redis": {"password": redis},
        "airflow-fernet": {"fernet-key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()},
        "airflow-api": {"api-secret-key": fresh()},
        "airflow-jwt": {"jwt-secret": fresh()},
        "airflow-login": {"password": fresh()},
        "mlflow": {
            "backend-store-uri": f"postgresql+psycopg2://mlflow:{quote(mlflow, safe='')}@{host}/mlflow",
            "db-password": mlflow,
            "flask-secret": fresh(),
            "host": host,
        },
        "mlflow-login": {"password": fresh()},
        "mlflow-accounts": {"mlflow_worker_password": fresh(), "mlflow_promoter_password": fresh()},
        "judge": {"token": token},
        "judge-tls": {"tls.crt": tls["tls.crt"]},
    }
    judge = {"judge": {"token": token}, "judge-tls": tls}
    return {(NIGHT, name): data for name, data in night.items()} | {(JUDGE, name): data for name, data in judge.items()}


def main(arguments: list[str]) -> int:
    """Print a List of Secrets, or say which password is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postgres", required=True, metavar="HOST", help="of the databases airflow, celery, mlflow")
    host = parser.parse_args(arguments).postgres
    missing = [name for name in ROLES if not os.environ.get(name)]
    if missing:
        print(f"Not set: {', '.join(missing)}; the passwords that containers/databases.sh was given.", file=sys.stderr)
        return 2
    made = all_of(host, *(os.environ[name] for name in ROLES))
    items = [
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": space, "name": name}, "stringData": data}
        for (space, name), data in made.items()
    ]
    print(json.dumps({"apiVersion": "v1", "kind": "List", "items": items}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
