"""A throw-away Airflow home for the session, with a stand-in for the `nightschool` command.

The stand-in (tests/airflow/stand_in.py) is used by unit tests of the wiring only; the smoke cycle runs the
real command.
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STAND_IN = Path(__file__).with_name("stand_in.py")


HOME = Path(tempfile.mkdtemp(prefix="nightschool-airflow-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
# Airflow reads its settings when it is first imported, which collecting these tests already does.
os.environ |= {
    "AIRFLOW_HOME": str(HOME),
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
    "AIRFLOW__CORE__PLUGINS_FOLDER": str(ROOT / "plugins"),
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{HOME}/airflow.db",
    "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
    "NIGHTSCHOOL_ROOT": str(ROOT),
}
sys.path.insert(0, str(ROOT / "plugins"))


@pytest.fixture(scope="session")
def airflow_home():
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, capture_output=True)
    from airflow.models.pool import Pool

    Pool.create_or_update_pool("gpu", 1, "one at a time", include_deferred=False)
    return HOME


@pytest.fixture(autouse=True)
def each_schema_is_checked_once(monkeypatch, checked):
    """Airflow has the schema of a parameter checked each time it reads a value: most of what `dag.test()` does."""
    from jsonschema import Draft202012Validator

    check = Draft202012Validator.check_schema

    def once(schema, *arguments, **named):
        key = json.dumps(schema, sort_keys=True)
        if key not in checked:
            check(schema, *arguments, **named)  # raises, and then it is checked again
            checked.add(key)

    monkeypatch.setattr(Draft202012Validator, "check_schema", once)


@pytest.fixture(scope="session")
def checked():
    """Schemas that have been found good, as text."""
    return set()


@pytest.fixture(scope="session")
def cycle_dag(airflow_home):
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(str(ROOT / "dags"))
    assert bag.import_errors == {}
    return bag.dags["nightly_cycle"]


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Make the phases run the stand-in; returns the folder where it notes what it was asked."""
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {tmp_path}")
    return tmp_path
