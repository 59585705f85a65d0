"""Make the accounts that workers and promotions log in to MLflow with; run once at each start, and it may be run again.

`worker` writes runs and versions, `promoter` changes who is champion (nightschool_door.py); neither is an administrator.
Covered: accounts that are there, other passwords than before, what an administrator made before them. Their passwords,
and the administrator's, are files in the folder that is named. Not covered: people's accounts; MLflow's page has those.
"""

import sys
from pathlib import Path

from mlflow.exceptions import MlflowException
from mlflow.server.auth.client import AuthServiceClient

GRANTS = {
    "worker": {"experiment": "MANAGE", "registered_model": "EDIT"},  # housekeeping removes old runs
    "promoter": {"experiment": "READ", "registered_model": "MANAGE"},
}


def exists(error: MlflowException) -> bool:
    """Whether it is there already; anything else is raised again."""
    if error.error_code != "RESOURCE_ALREADY_EXISTS":
        raise error
    return True


def grant(client: AuthServiceClient, name: str, kind: str, permission: str) -> None:
    """Let an account do this, and no more than this, to all of a kind."""
    try:
        client.grant_user_permission(name, kind, "*", permission)
    except MlflowException as error:
        if exists(error):
            client.revoke_user_permission(name, kind, "*")
            client.grant_user_permission(name, kind, "*", permission)


def make(client: AuthServiceClient, name: str, password: str) -> None:
    """The account with this password and its grants."""
    try:
        client.create_user(name, password)
    except MlflowException as error:
        if exists(error):
            client.update_user_password(name, password)
    for kind, permission in GRANTS[name].items():
        grant(client, name, kind, permission)


def main(server: str, folder: Path) -> None:
    client = AuthServiceClient(server)
    for name in GRANTS:
        make(client, name, (folder / f"mlflow_{name}_password").read_text(encoding="utf-8").rstrip("\n"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
