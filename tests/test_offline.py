"""With the network cut: the embedded model loads, a koan is examined, `doctor` looks at everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool.koans import write_suite
from tests.koans.conftest import make_koan

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[1]
CUT = """
import socket

def refuse(self, address, *rest):
    if self.family != socket.AF_UNIX:
        raise OSError(f"the network is cut: {address}")
    return real(self, address, *rest)

def unknown(host, *rest, **more):
    raise OSError(f"the network is cut: {host}")

real, socket.socket.connect = socket.socket.connect, refuse
socket.socket.connect_ex, socket.getaddrinfo = refuse, unknown
"""
LOAD = """
from pathlib import Path
from nightschool.config import ModelConfig
from nightschool.modeling import Request, ensure_model, generate, load_model
loaded = load_model(ensure_model(ModelConfig(), Path({var!r})), ModelConfig())
print(generate(loaded, [Request("fn main", 2)])[0].tokens)
"""


@pytest.fixture
def cut(tmp_path: Path) -> dict[str, str]:
    """An environment whose Python processes can reach no network, and no model hub settings."""
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "sitecustomize.py").write_text(CUT)
    path = os.pathsep.join((str(tmp_path / "cut"), *sys.path[1:]))
    return {key: value for key, value in os.environ.items() if not key.startswith("HF_")} | {"PYTHONPATH": path}


def run(cut: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=cut, capture_output=True, text=True)


def test_the_cut_is_real(cut: dict[str, str], tmp_path: Path) -> None:
    done = run(cut, tmp_path, "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')")
    assert "the network is cut" in done.stderr


def test_the_embedded_model_loads_and_answers(cut: dict[str, str], tmp_path: Path) -> None:
    done = run(cut, tmp_path, "-c", LOAD.format(var=str(ROOT / "var")))
    assert (done.returncode, done.stdout.strip()) == (0, "2"), done.stderr


def test_a_koan_is_examined(cut: dict[str, str], tmp_path: Path) -> None:
    write_suite(tmp_path / "one", [make_koan()])
    done = run(cut, tmp_path, "-m", "nightschool", "evaluate", "search", "one", "--output", "report")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report" / "report.json").exists()


def test_doctor_looks_at_everything(cut: dict[str, str], tmp_path: Path) -> None:
    done = run(cut, tmp_path, "-m", "nightschool", "doctor")
    assert done.returncode in (0, 3), done.stderr  # 3: this machine lacks something, which is no matter of the network
    for part in ("rustc", "sandbox", "model", "mlflow", "disk"):
        assert part in done.stdout
    assert "the network is cut" not in done.stdout + done.stderr
