"""Stands in for `docker-compose` and `docker` where there is no engine; what containers do, real programs do.

`exec postgres psql ...` asks the tests' PostgreSQL, `run backup nightschool ...` runs in the tests' folder. Whoever
asks for the words in STAND_IN_KILL is killed after it was done, for those in STAND_IN_KILL_BEFORE before.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(sys.argv[0]).resolve().parents[1]
"""The tests' folder; this stands in its bin/."""
STATES = HERE / "containers.json"
"""What `docker inspect` says."""


def main(words):
    kill("STAND_IN_KILL_BEFORE", words)
    code = (docker if Path(sys.argv[0]).name == "docker" else compose)(words)
    kill("STAND_IN_KILL", words)
    return code


def kill(variable, words):
    named = os.environ.get(variable)
    if named and named in " ".join(words):
        os.kill(os.getppid(), signal.SIGKILL)
        sys.exit()


def compose(words):
    with (HERE / "asked").open("a") as asked:
        asked.write(" ".join(words) + "\n")
    if words[:3] == ["exec", "-T", "postgres"]:
        return subprocess.run(words[3:]).returncode
    if "check" in words and "MLFLOW_COMMAND" not in os.environ:
        print("not checked: no MLflow in this test")
        return 0
    if "nightschool" in words:
        ours = words[words.index("nightschool") + 1 :]
        return subprocess.run([sys.executable, "-m", "nightschool", *ours]).returncode
    if words[:1] == ["up"] and "MLFLOW_COMMAND" in os.environ and words[-1] == "mlflow-accounts":
        start_mlflow(json.loads(os.environ["MLFLOW_COMMAND"]))
    return 0


def start_mlflow(command):
    """The server goes on; its process group stands in `mlflow.pid`. Returns once it takes connections."""
    with (HERE / "mlflow.log").open("ab") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
    (HERE / "mlflow.pid").write_text(str(server.pid))
    port = int(next(word for word in command if word.startswith("--port=")).partition("=")[2])
    while server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit((HERE / "mlflow.log").read_text()[-2000:])


def docker(words):
    found = json.loads(STATES.read_text()) if STATES.exists() else []
    if words[0] == "ps":
        print("\n".join(one["Id"] for one in found))
    if words[0] == "inspect":
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
