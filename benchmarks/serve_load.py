"""A server asked without a pause while champions change and the server is killed: lost requests and mixed answers.

    PYTHONPATH=.:plugins python benchmarks/serve_load.py [--minutes 3] [--clients 6] [--swap-s 4] [--kill-s 30]

Two versions of a tiny real model stand in a real registry; `nightschool serve` follows it. OpenAI's own client asks
for whole and for streamed answers, others for repairs of a file. Every `--swap-s` seconds the champion changes, by
turns promoted and rolled back; every `--kill-s` the server is ended, by turns by SIGKILL and by SIGTERM, and started
again. A client asks again only when its request ran while the server was away; any other failure is a lost request. A
mixed answer has the words of another version than it names, or parts of two. Exit code 1 if any is lost or mixed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.serving.load import Load, told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--swap-s", type=float, default=4.0)
    parser.add_argument("--kill-s", type=float, default=30.0)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        load = Load.of(Path(folder), said.clients, said.swap_s, said.kill_s)
        load.run(60 * said.minutes)
    print("\n".join(told(load)))
    sys.exit(load.faults > 0)


if __name__ == "__main__":
    main()
