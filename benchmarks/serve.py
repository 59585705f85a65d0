"""What `nightschool fix` takes with a server and without one, side by side on the same files.

    python benchmarks/serve.py [--cases tests/cases] [--root DIR] [--most 1.5]

Starts `nightschool serve` below DIR, whose policy is used. Of each case: the command alone, the command with the
server, and the server's own answer over its socket file, one after the other, in wall-clock seconds. No verdict is
remembered: each run has other names in a comment behind the program. Exit code 1 if the median with the server is above
`--most` seconds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import httpx

SOCKET = "serve.socket=var/run/benchmark.sock"
NOBODY = "serve.socket=var/run/nobody.sock"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=Path("tests/cases"))
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--most", type=float, default=1.5)
    args = parser.parse_args()
    root = args.root.resolve()
    server = subprocess.Popen(command(root, ("serve",), "serve.port=0", SOCKET), cwd=root, stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        print(server.stdout.readline().decode().strip(), flush=True)
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(root / "var/run/benchmark.sock")), timeout=120) as asks:
            rows = measured(asks, root, args.cases)
    finally:
        server.terminate()
        server.wait()
    told(rows)
    sys.exit(median(row[1] for row in rows) > args.most)


def command(root: Path, words: tuple[str, ...], *more: str) -> list[str]:
    sets = [word for one in (f"root={root}", *more) for word in ("--set", one)]
    return [sys.executable, "-m", "nightschool", *words, *sets]


def measured(asks: httpx.Client, root: Path, cases: Path) -> list[tuple[float, float, float]]:
    """Seconds alone, with the server, and of the server itself, of each case; before that one run that warms all up."""
    while asks.get("http://serve/readyz").status_code != 200:
        time.sleep(0.2)
    rows = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "main.rs"
        for number, case in enumerate(sorted(cases.glob("*/broken.rs"))):
            text = case.read_bytes().decode()
            if not number:
                asks.post("http://serve/fix", json={"text": text})
            row = tuple(run(asks, root, file, f"{text}\n// {time.time_ns()}\n", how) for how in (NOBODY, SOCKET, ""))
            print(f"{case.parent.name:40} {row[0]:6.2f} {row[1]:6.2f} {row[2]:6.2f}", flush=True)
            rows.append(row)
    return rows  # type: ignore[return-value]


def run(asks: httpx.Client, root: Path, file: Path, text: str, how: str) -> float:
    """Seconds of one way."""
    file.write_bytes(text.encode())
    began = time.monotonic()
    if how:
        asked = command(root, ("fix", str(file), "--json"), how)
        found: Any = json.loads(subprocess.run(asked, cwd=root, capture_output=True).stdout)
    else:
        found = asks.post("http://serve/fix", json={"text": text}).json()
    took = time.monotonic() - began
    assert found["schema"] == 1
    return took


def told(rows: list[tuple[float, float, float]]) -> None:
    names = ("command alone", "command with the server", "the server itself")
    for place, name in enumerate(names):
        column = sorted(row[place] for row in rows)
        late = column[min(len(column) - 1, int(0.9 * len(column)))]
        print(f"{name:24} median {median(column):.2f} s, of ten nine within {late:.2f} s")


if __name__ == "__main__":
    main()
