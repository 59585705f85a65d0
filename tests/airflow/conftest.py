"""A throw-away Airflow home for the session, with a stand-in for the `nightschool` command.

The stand-in (tests/airflow/stand_in.py) is used by unit tests of the wiring only; the smoke cycle runs the
real command.
"""

import atexit
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
    for command in (["db", "migrate"], ["pools", "set", "gpu", "1", "one at a time"]):
        subprocess.run([sys.executable, "-m", "airflow", *command], check=True, capture_output=True)
    return HOME


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
