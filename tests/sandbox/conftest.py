"""A sandbox of each kind with the real Rust toolchain, and the attack program compiled inside it, once."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from nightschool.config import SandboxConfig
from nightschool.sandbox import Command, Completed, Limits, Sandbox, open_sandbox
from tests.backends import BACKENDS, settings

CONFIG = SandboxConfig(tmp_mb=64)
LIMITS = replace(Limits.within(CONFIG, 10.0), output_kb=256)


@dataclass(frozen=True)
class Rust:
    sandbox: Sandbox
    sysroot: Path

    def compile(self, source: str, limits: Limits = LIMITS) -> Completed:
        """Type-check and evaluate constants; nothing is linked."""
        argv = (str(self.sysroot / "bin" / "rustc"), "--edition=2021", "--crate-type=lib", "--emit=metadata", "p.rs")
        return self.sandbox.run(Command(argv, limits, files={"p.rs": source.encode()}))


@pytest.fixture(scope="session", params=BACKENDS)
def rust(request: pytest.FixtureRequest) -> Rust:
    config = SandboxConfig.model_validate({**CONFIG.model_dump(), **settings(request.param)})
    said = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True)
    sysroot = Path(said.stdout.strip())
    return Rust(open_sandbox(config, [sysroot]), sysroot)


@pytest.fixture(scope="session")
def sandbox(rust: Rust) -> Sandbox:
    return rust.sandbox


@pytest.fixture(scope="session")
def attacks(rust: Rust) -> bytes:
    source = (Path(__file__).parent / "attacks.rs").read_bytes()
    argv = (str(rust.sysroot / "bin" / "rustc"), "--edition=2021", "-Cstrip=symbols", "-Clto=off", "attacks.rs")
    done = rust.sandbox.run(Command(argv, replace(LIMITS, wall_s=60, cpu_s=60), {"attacks.rs": source}, ("attacks",)))
    assert done.exit_code == 0, done.stderr.decode()
    return done.files["attacks"]


Attack = Callable[..., Completed]


@pytest.fixture
def attack(sandbox: Sandbox, attacks: bytes) -> Attack:
    """Run one attack: `attack("read", "/etc/passwd", limits=..., keep=...)`."""

    def run(*arguments: str, limits: Limits = LIMITS, keep: tuple[str, ...] = (), runner: bool = False) -> Completed:
        return sandbox.run(Command(("./attacks", *arguments), limits, {"attacks": attacks}, keep, runner=runner))

    return run
