"""Who starts bwrap. As an ordinary user: that user. As root: the unprivileged user 65534.

Why: the kernel exempts the host's root from process limits even inside a user namespace, so a fork bomb
started by root would not be stopped. Covered: dropping to 65534 with `nsenter`, and a private view for
what that user cannot reach (a toolchain under /root): a mount namespace in which root has mounted it on
/run, entered by bwrap only, while the program sees what bwrap binds from it. Not covered: files that are
not readable for others at all; the view changes who can reach a folder, not what may be read in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from functools import cache
from pathlib import Path

from nightschool.errors import SandboxUnavailableError

UNPRIVILEGED = 65534
_VIEW = """set -e
mount -t tmpfs -o mode=0755,size=1m nightschool /run
i=0
for path; do
  if [ -d "$path" ]; then mkdir /run/$i; else : > /run/$i; fi
  mount --bind "$path" /run/$i
  i=$((i+1))
done
echo ready
read -r end || true
"""


class Entry:
    """The command prefix that starts bwrap as an unprivileged user, and where that user finds a host path."""

    def __init__(self, hidden: tuple[Path, ...] = ()) -> None:
        """`hidden` are the paths that need the private view (root only)."""
        self._hidden = hidden
        self._namespace = _open_view(hidden) if hidden else None

    def prefix(self) -> list[str]:
        """What comes before bwrap."""
        if os.geteuid() != 0:
            return []
        mount = [f"--mount=/proc/{os.getpid()}/fd/{self._namespace}"] if self._namespace is not None else []
        return [_tool("nsenter"), *mount, f"--setuid={UNPRIVILEGED}", f"--setgid={UNPRIVILEGED}", "--"]

    def source(self, path: Path) -> str:
        """Where bwrap finds `path`."""
        for index, hidden in enumerate(self._hidden):
            if path == hidden or hidden in path.parents:
                return str(Path("/run") / str(index) / path.relative_to(hidden))
        return str(path)

    def __del__(self) -> None:
        namespace: int | None = getattr(self, "_namespace", None)
        if namespace is not None:
            os.close(namespace)


class Entries:
    """Entries by what they must reach, made once each. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[Path, ...], Entry] = {}

    def reaching(self, paths: tuple[Path, ...]) -> Entry:
        """The entry for a start that needs `paths`; for root, a set with new hidden ones costs some 10 ms."""
        with self._lock:
            if paths not in self._made:
                if len(self._made) >= 16:
                    del self._made[next(iter(self._made))]
                root = os.geteuid() == 0
                self._made[paths] = Entry(tuple(path for path in paths if root and not reachable(path)))
            return self._made[paths]


def reachable(path: Path) -> bool:
    """Whether others than the owner may walk to `path` and read it."""
    folders_open = all(folder.stat().st_mode & 0o001 for folder in path.parents)
    wanted = 0o005 if path.is_dir() else 0o004
    return folders_open and path.stat().st_mode & wanted == wanted


@cache
def _tool(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin:/sbin:/bin")
    if found is None:
        raise SandboxUnavailableError(
            f"Started by root, the sandbox drops to user {UNPRIVILEGED} and needs {name!r}, which is not here. "
            "Install util-linux, or start Night School as an ordinary user."
        )
    return found


def _open_view(paths: tuple[Path, ...]) -> int:
    """A mount namespace with `paths` on /run/0, /run/1, ...; the descriptor keeps it alive."""
    command = [_tool("unshare"), "--mount", "--propagation", "private", _tool("sh"), "-c", _VIEW, "sh"]
    with subprocess.Popen(
        [*command, *map(str, paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if process.stdout.readline().strip() == b"ready":
            return os.open(f"/proc/{process.pid}/ns/mnt", os.O_RDONLY | os.O_CLOEXEC)
        said = process.stderr.read().decode(errors="replace").strip()
    raise SandboxUnavailableError(
        f"User {UNPRIVILEGED} cannot reach {', '.join(map(str, paths))}, and root may not mount here ({said}). "
        "Put the toolchain where others can read it (RUSTUP_HOME=/opt/rustup), or start as an ordinary user."
    )
