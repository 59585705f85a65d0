"""What of the host a program may see besides its toolchain: the least that rustc can compile and link with.

Covered: the C library and loader, a shell (it sets limits), `cc` and `ld` with gcc's own folder, and four
harmless devices. All read-only. Not covered: systems without /usr/bin and /usr/lib (NixOS): name the
folders that hold the C compiler as further read-only folders there.
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

_PROGRAMS = ("sh", "cc", "gcc", "ld")
_ALIASES = ("/bin", "/lib", "/lib64", "/sbin")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


@cache
def system_arguments() -> tuple[str, ...]:
    """bwrap arguments that mount the system's part."""
    arguments: list[str] = []
    for folder in _library_folders():
        arguments += ["--ro-bind", folder, folder]
    for alias in map(Path, _ALIASES):
        if alias.is_symlink():
            arguments += ["--symlink", os.readlink(alias), str(alias)]  # noqa: PTH115 - relative as it is
    for program in _PROGRAMS:
        found = shutil.which(program, path="/usr/bin:/bin")
        if found:
            arguments += ["--ro-bind", os.path.realpath(found), _unaliased(found)]
    for device in _DEVICES:
        arguments += ["--dev-bind", device, device]
    return tuple(arguments)


def _library_folders() -> list[str]:
    """Debian keeps an architecture's libraries in one folder; elsewhere /usr/lib64 and /usr/lib hold them."""
    found = [libc.parent for libc in Path("/usr/lib").glob(f"{os.uname().machine}-linux-gnu*/libc.so.6")]
    libraries = found or [Path("/usr/lib64"), Path("/usr/lib")]
    wanted = [*libraries, Path("/usr/lib64"), Path("/usr/lib/gcc"), Path("/usr/libexec/gcc")]
    wanted += [Path(alias) for alias in _ALIASES if alias.startswith("/lib")]
    real = dict.fromkeys(str(path) for path in wanted if path.is_dir() and not path.is_symlink())
    return [path for path in real if not any(path.startswith(f"{other}/") for other in real)]


def _unaliased(path: str) -> str:
    """`/bin/sh` as `/usr/bin/sh` where /bin is a link to usr/bin: mounts cannot go through links."""
    return str(Path(path).parent.resolve() / Path(path).name)
