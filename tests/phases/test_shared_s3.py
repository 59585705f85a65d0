"""The shared store on a real S3 server on loopback (moto's), through s3fs, with nothing but the environment."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nightschool.config import StorageConfig
from nightschool.errors import EnvironmentMissingError
from nightschool.phases.shared import Shared, open_shared
from tests.phases.shared_store import check_a_shared_store

pytestmark = pytest.mark.slow
GET = "an S3 server is not installed: pip install 'nightschool[fleet,fleet-test]'"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pytest.importorskip("s3fs", reason=GET)
    pytest.importorskip("moto", reason=GET)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("s3") / "server.log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stdout=log, stderr=log
    )
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(autouse=True)
def environment(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "night")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "school")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


def opened(url: str) -> Shared:
    store = open_shared(StorageConfig(url=url))
    assert store is not None
    return store


def test_an_object_store_keeps_the_contract_of_a_shared_store(tmp_path: Path) -> None:
    store = opened("s3://nights/team")
    store.system.mkdir("nights")
    check_a_shared_store(store, tmp_path)
    # Three files, the results of the three machines that made the phase (each names its folder), one manifest.
    assert len(store.system.find("nights/team/phases/curate/k")) == 3 + 3 + 1


def test_a_bucket_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(EnvironmentMissingError, match=r"storage\.url 's3://nowhere/team' cannot be used"):
        opened("s3://nowhere/team").publish("curate", "k", tmp_path)


def test_a_server_that_is_not_there_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(
        EnvironmentMissingError, match=r"cannot be used: EndpointConnectionError(?s:.*)AWS_ENDPOINT_URL"
    ):
        opened("s3://nights/team").holds("curate", "k")


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail("the S3 server did not start")
