"""What the version before has written is read after an upgrade: databases at older revisions, in place, on PostgreSQL.

0.1.0 is the first version; older revisions stand for what comes. The commands are those of docker-compose.yml's
one-shot services. What Night School itself versions: tests/episodes/test_store.py, tests/repair/test_chooser.py.
"""

import os
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy
import yaml

from nightschool.config import Config
from nightschool.tracking import CHAMPION, Registry
from tests.airflow import fleet

SERVICES = yaml.safe_load((Path(__file__).parents[1] / "docker-compose.yml").read_text())["services"]
LACKING = [name for name in ("initdb", "postgres", "createdb") if not fleet.program(name)]
DRIVERS = [name for name in ("psycopg", "psycopg2", "asyncpg") if find_spec(name) is None]
pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(bool(LACKING), reason=f"absent: {LACKING}; on Debian: apt-get install postgresql"),
    pytest.mark.skipif(bool(DRIVERS), reason=f"absent: {DRIVERS}; containers/more.lock has them"),
]
OLDER = "c1d2e3f4a5b6"
"""Of MLflow: before six migrations that add tables and columns and move traces' figures."""
AIRFLOW_BEFORE = "3.2.0"


@pytest.fixture(scope="module")
def database():
    with fleet.postgres() as database:
        yield database


def test_mlflows_database_of_an_older_version_keeps_its_champion(database, tmp_path):
    url = with_driver(database("mlflow"))
    begin(url, OLDER)
    rows(url)
    command = SERVICES["mlflow-init"]["command"]
    assert command[:-1] == ["mlflow", "db", "upgrade"]
    run([sys.executable, "-m", *command[:-1], url])
    registry = Registry(Config(root=tmp_path, tracking={"uri": url}))
    assert registry.alias(CHAMPION) == "3"
    assert registry.tags("3")["cycle"] == "monday"
    run([sys.executable, "-m", *command[:-1], url])  # again, as each `make compose-up` does


def test_an_empty_database_is_begun_by_the_same_command(database, tmp_path):
    url = with_driver(database("fresh"))
    run([sys.executable, "-m", *SERVICES["mlflow-init"]["command"][:-1], url])
    assert Registry(Config(root=tmp_path, tracking={"uri": url})).alias(CHAMPION) is None


def with_driver(url):
    """The driver that docker-compose.yml names."""
    driver = SERVICES["mlflow-init"]["command"][-1].partition("://")[0]
    return url.replace("postgresql", driver, 1)


def begin(url, revision):
    """MLflow's database as that revision's version made it."""
    from alembic import command
    from mlflow.store.db.utils import _get_alembic_config
    from mlflow.store.tracking.dbmodels.initial_models import Base

    engine = sqlalchemy.create_engine(url)
    Base.metadata.create_all(engine)
    config = _get_alembic_config(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def rows(url):
    """A champion, by SQL: today's client knows today's columns only."""
    name = Config().tracking.model_name
    statements = (
        "INSERT INTO registered_models (name, creation_time) VALUES (:name, 1)",
        "INSERT INTO model_versions (name, version, creation_time, current_stage) VALUES (:name, 3, 1, 'None')",
        "INSERT INTO model_version_tags (name, version, key, value) VALUES (:name, 3, 'cycle', 'monday')",
        "INSERT INTO registered_model_aliases (name, alias, version) VALUES (:name, 'champion', 3)",
    )
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sqlalchemy.text(statement), {"name": name})
    engine.dispose()


def test_airflows_database_of_an_older_version_keeps_what_is_in_it(database, tmp_path):
    """Migrated down and up again, with a pool and an encrypted variable; `airflow-init` sets the pool `gpu` as well."""
    first, pool = SERVICES["airflow-init"]["command"][-1].split(" && ")
    assert shlex.split(first) == ["airflow", "db", "migrate"]
    url = database("airflow")
    airflow = Airflow(url, tmp_path)
    airflow(*shlex.split(first)[1:])
    airflow("variables", "set", "kept", "through it")
    airflow(*shlex.split(pool)[1:])
    airflow("db", "downgrade", "--to-version", AIRFLOW_BEFORE, "--yes")
    before = revision(url)
    airflow(*shlex.split(first)[1:])
    assert revision(url) != before
    assert airflow("variables", "get", "kept").splitlines()[-1] == "through it"
    assert "gpu" in airflow("pools", "list", "--output", "plain")


class Airflow:
    """Its command line on a database, with a key."""

    def __init__(self, url, home):
        from cryptography.fernet import Fernet

        self.environment = {
            **os.environ, "AIRFLOW_HOME": str(home), "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": url,
            "AIRFLOW__CORE__FERNET_KEY": Fernet.generate_key().decode(), "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        }  # fmt: skip

    def __call__(self, *words):
        return run([sys.executable, "-m", "airflow", *words], env=self.environment)


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def revision(url):
    engine = sqlalchemy.create_engine(with_driver(url))
    with engine.connect() as connection:
        found = connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    return found
