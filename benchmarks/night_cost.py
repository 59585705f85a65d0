"""What a night costs against rows, koans, model size and workers: arithmetic over measured pieces, nothing is run.

    python benchmarks/night_cost.py [--rows N] [--koans N] [--learnt N] [--parameters N] [--workers N] [--speed X]

Measured: the seconds of one night of `make cycle` (docs/results.md, two CPU cores, 2026-11-23). Assumed, and not
measured: seconds grow in proportion to rows, koans and parameters; workers divide what is independent (drafts judged,
answers) and the optimiser steps (`train.processes`) without loss; the rest does not divide. Without options the table
of docs/scaling.md.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

WHOLE = 42.6 * 60
"""Seconds of the measured night, set-up not counted."""
ROWS, KOANS, LEARNT, PARAMETERS = 5_500, 530, 614, 134.5e6
"""Of that night: corpus, koans of dev, shadow, frozen and retention, rows learnt, weights of SmolLM2-135M."""
CURATE, VALIDATE, BASE, CANDIDATE, LEARN = 365.0, 99.0, 392.0, 481.0, 750.0
"""Its seconds: making the corpus, validating it, answers of the base model and of the candidate, optimiser steps."""
REST = WHOLE - CURATE - VALIDATE - BASE - CANDIDATE - LEARN
"""Everything else, taken as fixed: certification, arms without a model, loading, gate, Airflow between the phases."""


@dataclass(frozen=True)
class Night:
    """A night on paper."""

    name: str
    rows: int = ROWS
    koans: int = KOANS
    learnt: int = LEARNT
    parameters: float = PARAMETERS
    workers: int = 1
    """Machines as the measured one, each judging, answering and training."""
    speed: float = 1.0
    """How much faster than the measured machine a worker runs the model; a guess unless measured."""


@dataclass(frozen=True)
class Cost:
    """Seconds of a night's parts."""

    curate: float
    validate: float
    answer: float
    learn: float
    rest: float = REST

    @property
    def hours(self) -> float:
        """Of the whole night."""
        return (self.curate + self.validate + self.answer + self.learn + self.rest) / 3600


def cost(night: Night) -> Cost:
    """Seconds of the parts: what workers divide, what a faster model divides, and what nothing divides."""
    model = night.parameters / PARAMETERS / night.speed / night.workers
    return Cost(
        curate=CURATE * night.rows / ROWS / night.workers,
        validate=VALIDATE * night.rows / ROWS,
        answer=(BASE + CANDIDATE) * night.koans / KOANS * model,
        learn=LEARN * night.learnt / LEARNT * model,
    )


NIGHTS = (
    Night("as measured"),
    Night("four workers", workers=4),
    Night("1,000 shadow koans", koans=KOANS + 800),
    Night("1,000 shadow koans, four workers", koans=KOANS + 800, workers=4),
    Night("50,000 rows", rows=50_000),
    Night("every row learnt once", learnt=ROWS),
    Night("1.5 billion weights, same cores", parameters=1.54e9),
    Night("1.5 billion weights, one device 50 times as fast", parameters=1.54e9, speed=50),
    Night("7 billion, 50,000 rows, 2,000 koans, 5,500 learnt, eight such devices", 50_000, 2_000, ROWS, 7e9, 8, 50),
)


def table(nights: tuple[Night, ...]) -> str:
    """Markdown: a night a row, minutes of its parts, hours of the whole."""
    lines = ["| night | curate | validate | answer | learn | rest | hours |", "|---|---|---|---|---|---|---|"]
    for night in nights:
        made = cost(night)
        minutes = (made.curate, made.validate, made.answer, made.learn, made.rest)
        lines.append(f"| {night.name} | {' | '.join(f'{one / 60:,.1f}' for one in minutes)} | {made.hours:,.2f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("rows", "koans", "learnt", "workers"):
        parser.add_argument(f"--{name}", type=int)
    for name in ("parameters", "speed"):
        parser.add_argument(f"--{name}", type=float)
    asked = {name: value for name, value in vars(parser.parse_args()).items() if value is not None}
    print(table((NIGHTS[0], replace(NIGHTS[0], name="asked", **asked)) if asked else NIGHTS))


if __name__ == "__main__":
    main()
