"""Chooses the backend the config names. One function; a further backend is one more branch.

Not covered: falling back. When isolation cannot be had nothing is chosen instead of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nightschool.config import SandboxConfig
from nightschool.sandbox.contract import Sandbox


def open_sandbox(config: SandboxConfig, read_only: Sequence[Path] = ()) -> Sandbox:
    """The configured backend, with `read_only` host folders (the toolchain) visible at their own paths.

    Raises SandboxUnavailableError if the backend is not on this machine; `probe` then tests that it works.
    """
    if config.backend == "none":
        from nightschool.sandbox.none import NoSandbox

        return NoSandbox(config)
    if config.backend == "docker":
        from nightschool.sandbox.docker import DockerSandbox

        return DockerSandbox(config, tuple(read_only))
    if config.backend == "service":
        from nightschool.sandbox.remote import RemoteSandbox

        return RemoteSandbox(config, tuple(read_only))
    from nightschool.sandbox.bubblewrap import BubblewrapSandbox

    return BubblewrapSandbox(config, tuple(read_only))
