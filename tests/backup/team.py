"""A team's installation for tests: a real PostgreSQL with its roles, folders for volumes, a stand-in for compose."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlparse

from tests.airflow import fleet

ROOT = Path(__file__).parents[2]
VOLUMES = ("artifacts", "mlruns", "var")
ROLES = ("airflow", "celery", "mlflow")


class Team:
    """The project's folder of a team, and its databases."""

    def __init__(self, folder, url, tracking="http://127.0.0.1:1"):
        self.folder, self.server, self.tracking = folder, urlparse(url), tracking
        shutil.copytree(ROOT / "containers", folder / "containers")
        (folder / ".env").touch()
        (folder / "conf").mkdir()
        (folder / "conf" / "fleet.yaml").write_text(f"name: fleet\ntracking:\n  uri: {tracking}\n")
        (folder / "bin").mkdir()
        for name in ("docker", "docker-compose"):
            program = folder / "bin" / name
            program.write_text(f"#!{sys.executable}\n" + (ROOT / "tests" / "backup" / "stand_in.py").read_text())
            program.chmod(0o755)
        self.containers("mlflow-accounts", "exited")
        self.sql("postgres", "DROP ROLE IF EXISTS postgres; CREATE ROLE postgres SUPERUSER LOGIN", fleet.USER)
        self.sql("postgres", f"ALTER ROLE postgres PASSWORD '{self.server.password}'", fleet.USER)
        self.fresh("first")

    def environment(self, **more):
        path = os.pathsep.join([str(self.folder / "bin"), fleet.BIN])
        at = {"PGHOST": "127.0.0.1", "PGPORT": str(self.server.port), "PGPASSWORD": self.server.password}
        source = [f"{ROOT}/src", os.environ.get("PYTHONPATH", "")]
        return {
            **os.environ, **at, "PATH": path, "COMPOSE": "docker-compose", "PYTHONPATH": os.pathsep.join(source),
            "NIGHTSCHOOL_CONFIG": "conf/fleet.yaml", **more,
        }  # fmt: skip

    def containers(self, service, status):
        """What the engine says of containers."""
        labels = {"com.docker.compose.service": service, "com.docker.compose.project.working_dir": str(self.folder)}
        state = {"Status": status, "Running": status == "running", "ExitCode": 0}
        one = {"Id": "one", "Config": {"Labels": labels}, "State": state}
        (self.folder / "containers.json").write_text(json.dumps([one]))

    def sql(self, database, statement, user="postgres"):
        """What the superuser gets, as lines."""
        words = [fleet.program("psql"), f"--username={user}", "--no-psqlrc", "-qAtc", statement, database]
        done = subprocess.run(words, env=self.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def fresh(self, secret):
        """Volumes as before a first start; databases.sh makes databases, and roles with other passwords."""
        for role in ROLES:
            for name in (role, f"{role}_restored", f"{role}_replaced"):
                self.sql("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            self.sql("postgres", f"DROP ROLE IF EXISTS {role}")
        passwords = {f"{role.upper()}_DB_PASSWORD": f"{secret} of {role}" for role in ROLES}
        subprocess.run([self.folder / "containers" / "databases.sh"], env=self.environment(**passwords), check=True)
        for name in VOLUMES:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            (self.folder / name).mkdir()

    def script(self, name, *words, **more):
        """backup.py or restore.py; what came of it."""
        command = [sys.executable, self.folder / "containers" / f"{name}.py", *words]
        environment = self.environment(**more)
        return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)

    def backup(self, to):
        """The archive that is written into the folder `to`."""
        before = set(to.glob("*.tar"))
        done = self.script("backup", to)
        assert done.returncode == 0, done.stderr
        (made,) = set(to.glob("*.tar")) - before
        return made

    def restore(self, archive, replace="", **more):
        return self.script("restore", archive, replace, **more)
