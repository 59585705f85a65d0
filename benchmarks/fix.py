"""What `nightschool fix` does with real faults: written and right, written and wrong, a right one among those shown.

    python benchmarks/fix.py [--cases tests/cases] [--root DIR]

Uses the policy that `fix` would use below DIR: the champion's, the latest version's, the latest night's chooser, or the
built-in one. The cases' tests count only here. Nothing is written into any file.
"""

from __future__ import annotations

import argparse
import time
import tomllib
from pathlib import Path
from statistics import median

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.repair import policy_in_use, repair
from nightschool.types import Program, Verdict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=Path("tests/cases"))
    parser.add_argument("--root", type=Path, default=Path())
    args = parser.parse_args()
    context = Context(Config(root=args.root), "fix")
    print(f"policy: {policy_in_use(context)[0]}")
    rows = [fixed(context, path.parent) for path in sorted(args.cases.glob("*/case.toml"))]
    right = sum(written and first for written, first, _, _ in rows)
    print(
        f"{len(rows)} cases: written and right {right}, written and wrong {sum(w for w, *_ in rows) - right}, ", end=""
    )
    print(f"a right one shown for {sum(shown for *_, shown, _ in rows)}; median {median(r[3] for r in rows):.1f} s")


def fixed(context: Context, case: Path) -> tuple[bool, bool, bool, float]:
    """Whether it is written, whether the first is right, whether any shown is, and the seconds."""
    about = tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))
    tests, broken = ((case / f"{name}.rs").read_bytes().decode() for name in ("tests", "broken"))
    began = time.monotonic()
    found = repair(context, case / "broken.rs", about["edition"])
    took = time.monotonic() - began
    asked = [Program(one.program, tests, broken, about["edition"]) for one in found.shown]
    right = [judged.verdict is Verdict.PASSED for judged in context.judge.judge(asked)] if asked else [False]
    print(f"{case.name:40} {'written' if found.program else 'shown':8} {right} {took:.1f} s", flush=True)
    return found.program is not None, right[0], any(right), took


if __name__ == "__main__":
    main()
