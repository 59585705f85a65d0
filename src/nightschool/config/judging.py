"""Where programs run and how they are judged."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from nightschool.config.section import Section


class SandboxConfig(Section):
    """Where untrusted Rust runs."""

    backend: Literal["bubblewrap", "docker", "service", "none"] = "bubblewrap"
    """`docker`: warm containers; `service`: a judge service runs programs in its own backend; `none` runs them without
    isolation and is never chosen for you."""
    image: str = "nightschool/sandbox:0.1.0"
    """Image of backend `docker`; containers/sandbox/build.sh makes it."""
    cgroup: str = ""
    """Parent control group of all containers of backend `docker`, such as nightschool-judges.slice, whose limits of
    memory, processors and processes then hold for all of them together; empty is the engine's own."""
    recycle_after: int = Field(200, ge=1)
    """Runs after which backend `docker` replaces a container."""
    service: str = "unix:var/run/judge.sock"
    """Where the judge service listens and backend `service` asks: unix:PATH, or a loopback address such as
    127.0.0.1:8793, which needs a token in NIGHTSCHOOL_JUDGE_TOKEN."""
    memory_mb: int = Field(2048, ge=256)
    """Address-space limit of each process, in MiB."""
    tmp_mb: int = Field(512, ge=16)
    """Size of the private /tmp, in MiB."""
    processes: int = Field(64, ge=4)
    """Most processes and threads at once."""
    output_kb: int = Field(1024, ge=16)
    """Most output kept of one run, in KiB; a program that prints more is stopped."""


class JudgeConfig(Section):
    """How answers are judged."""

    compile_timeout_s: float = Field(20.0, gt=0)
    """Wall-clock limit of one compiler run, in seconds."""
    test_timeout_s: float = Field(3.0, gt=0)
    """Wall-clock limit of one koan's tests, in seconds."""
    batch_size: int = Field(128, ge=1)
    """Programs per compiler run."""
    workers: int = Field(2, ge=1)
    """Compiler and test processes at once."""
    cache: bool = True
    """Keep verdicts by digest of (program, tests, toolchain, judge)."""
