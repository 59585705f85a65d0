"""The way from a worker to the judge for real: both doors are Caddy with our files, behind them a judge service."""

import os
import runpy
import shutil
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox import Command, Limits, open_sandbox
from nightschool.sandbox.messages import TOKEN, Address
from nightschool.sandbox.remote import RemoteSandbox
from nightschool.sandbox.service import Service, serve
from tests.airflow.fleet import free_port, running
from tests.kubernetes.rendering import BASE, FOLDER, rendered, settings

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(not shutil.which("caddy"), reason="no caddy; on Debian: apt-get install caddy"),
]
OBJECTS = rendered(BASE)
NAME = "judge.nightschool-judge.svc"
CONFIG = SandboxConfig(memory_mb=512, tmp_mb=64)
LARGE = b"x" * (20 << 20)
COMMAND = Command(("/bin/sh", "-c", "echo judged"), Limits.within(CONFIG, 20.0), {"large": LARGE}, ("large",))
SMALL = replace(COMMAND, files={}, keep=())


def certificate(folder):
    """A folder with the Secret `judge-tls`, as make_secrets.py makes it."""
    folder.mkdir()
    for name, text in runpy.run_path(str(FOLDER / "make_secrets.py"))["certificate"]().items():
        (folder / name).write_text(text)
    return folder


@contextmanager
def door(kind, folder, port, changes):
    """Caddy with a ConfigMap's file, its addresses and folder changed to this machine's."""
    folder.mkdir()
    text = settings(OBJECTS, "ConfigMap", kind)["Caddyfile"]
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    (folder / "Caddyfile").write_text(text)
    home = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PATH": os.environ["PATH"]}
    alone = ["env", "-i", *(f"{name}={value}" for name, value in home.items())]
    command = [*alone, "caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with running(command, port, folder / "log"):
        yield


@contextmanager
def doors(folder, shown, known):
    """A judge behind both doors; yields how a worker asks it. It shows one certificate, the worker knows one."""
    judge, outside, inside = free_port(), free_port(), free_port()
    with ExitStack() as stack:
        service = Service(open_sandbox(CONFIG), CONFIG, (), 2)
        server = stack.enter_context(serve(service, Address.parse(f"127.0.0.1:{judge}")))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        changes = {":8443": f":{outside}", "127.0.0.1:8793": f"127.0.0.1:{judge}", "/etc/door/tls": str(shown)}
        stack.enter_context(door("judge", folder / "outer", outside, changes))
        changes = {f"{NAME}:8443": f"127.0.0.1:{outside}", ":8793": f":{inside}", "/etc/door/tls": str(known)}
        stack.enter_context(door("judge-door", folder / "inner", inside, changes))
        yield CONFIG.model_copy(update={"backend": "service", "service": f"127.0.0.1:{inside}"})


def test_a_program_goes_through_both_doors_and_its_answer_comes_back(tmp_path, monkeypatch):
    monkeypatch.setenv(TOKEN, "right")
    tls = certificate(tmp_path / "tls")
    with doors(tmp_path, tls, tls) as asking:
        done = RemoteSandbox(asking).run(COMMAND)
        assert (done.stdout, done.files) == (b"judged\n", {"large": LARGE})
        monkeypatch.setenv(TOKEN, "wrong")
        with pytest.raises(SandboxUnavailableError, match=rf"401.*{TOKEN}"):
            RemoteSandbox(asking).run(SMALL)


def test_a_judge_with_another_certificate_is_sent_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv(TOKEN, "right")
    shown, known = certificate(tmp_path / "shown"), certificate(tmp_path / "known")
    with doors(tmp_path, shown, known) as asking, pytest.raises(SandboxUnavailableError, match="502"):
        RemoteSandbox(asking).run(SMALL)
