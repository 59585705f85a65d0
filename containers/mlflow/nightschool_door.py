"""MLflow's logins with one more rule: who is champion is changed by accounts that may promote, and by no other.

MLflow's own permissions cannot say it: whoever may write versions may set aliases, and whoever made a model may delete
it. mlflow_auth.ini names `authenticate`. Covered: setting and removing any alias but `challenger`, renaming and deleting
models and versions. Not covered: what MLflow's permissions decide; somebody with the database's password.
"""

import json
import os

from flask import Response, make_response, request
from mlflow.server.auth import authenticate_request_basic_auth
from werkzeug.datastructures import Authorization

PROMOTERS = set(os.environ.get("NIGHTSCHOOL_PROMOTERS", "admin,promoter").split(","))
FREE = "challenger"
"""The alias that a night itself sets."""
CLOSED = ("registered-models/rename", "registered-models/delete", "model-versions/delete")


def authenticate() -> Authorization | Response:
    """Who asks, or a response that ends the request."""
    who = authenticate_request_basic_auth()
    if isinstance(who, Authorization) and who.username not in PROMOTERS and changes_champion():
        return make_response(f"{who.username} may not promote; log in as one of {', '.join(sorted(PROMOTERS))}.", 403)
    return who


def changes_champion() -> bool:
    """Whether the request could change who is champion; one that cannot be read is taken for such."""
    path = request.path.rstrip("/")
    if path.endswith(CLOSED):
        return True
    return path.endswith("registered-models/alias") and request.method != "GET" and aliases() != {FREE}


def aliases() -> set[str]:
    """Every alias that the request names, wherever MLflow may look for it."""
    body = request.get_data(as_text=True)
    try:
        told = json.loads(body or "{}")
    except ValueError:
        return set()
    named = [told.get("alias")] if isinstance(told, dict) else ["?"]
    return {str(one) for one in [*named, *request.args.getlist("alias"), *request.form.getlist("alias")] if one}
