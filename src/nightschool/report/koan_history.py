"""Koans over nights: what the last night gained and lost, what keeps flipping, a table and a heat-map.

Covered: suites that rotate (a koan absent from a night is a gap, not a failure). Not covered: whether a change
means anything; that is for paired intervals and repeats (`nightschool.decisions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from nightschool.metrics import changes
from nightschool.report.pictures import _canvas
from nightschool.types import Sitting, Verdict

FLIPS = 2
"""Changes that make a koan a flipper: there and back."""
MOST_ROWS, MOST_NIGHTS = 60, 120
"""Koans and nights in a picture: those that changed most, and the latest; matplotlib draws nothing of 2,000 nights."""
UNCHANGED = "no koan changed yet"
PASSED, OTHER, GAP = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Moves:
    """Koans whose outcome changed, sorted by id."""

    gained: tuple[str, ...]
    """Failed the last time before, passed in the last night."""
    lost: tuple[str, ...]
    flippers: dict[str, int]
    """Koans that changed at least twice, with the number of changes."""

    def __str__(self) -> str:
        flips = [f"{koan} ({count} changes)" for koan, count in self.flippers.items()]
        parts = [("gained", self.gained), ("lost", self.lost), *([("flippers", flips)] if flips else [])]
        return "; ".join(f"{len(koans)} {word}" + (f": {', '.join(koans)}" if koans else "") for word, koans in parts)


def moves(sittings: Sequence[Sitting]) -> Moves:
    """What changed over the sittings of one arm on one suite, oldest first."""
    series = {koan: outcomes(sittings, koan) for koan in koans_of(sittings)}
    last = {koan: [one for one in all_ if one is not None][-2:] for koan, all_ in series.items() if _scored(all_)}
    gained = tuple(koan for koan, pair in last.items() if pair == [False, True])
    lost = tuple(koan for koan, pair in last.items() if pair == [True, False])
    counts = {koan: changes(all_) for koan, all_ in series.items()}
    return Moves(gained, lost, {koan: count for koan, count in counts.items() if count >= FLIPS})


def over_nights(sittings: Sequence[Sitting]) -> str:
    """`4 nights; 0 gained; 3 lost: k00, k01, k02`, or that no koan has changed yet."""
    nights = f"{len(sittings)} night{'' if len(sittings) == 1 else 's'}"
    changed = any(changes(outcomes(sittings, koan)) for koan in koans_of(sittings))
    return f"{nights}; {moves(sittings) if changed else UNCHANGED}"


def koans_of(sittings: Sequence[Sitting]) -> list[str]:
    """Every koan that any sitting knows, by id."""
    return sorted({koan for one in sittings for koan in one.verdicts})


def outcomes(sittings: Sequence[Sitting], koan: str) -> list[bool | None]:
    """Passed or not, by sitting; None where the koan was not there or not scored."""
    found = [one.verdicts.get(koan, Verdict.UNSCORED) for one in sittings]
    return [None if verdict == Verdict.UNSCORED else verdict == Verdict.PASSED for verdict in found]


def history_table(sittings: Sequence[Sitting]) -> Table:
    """One row a koan that did not pass every night: nights passed, changes, and the nights as letters."""
    table = Table("koan", "passed", "changes", "nights, oldest first", title="p passed, f failed, - not measured")
    for koan in koans_of(sittings):
        nights = outcomes(sittings, koan)
        scored = [one for one in nights if one is not None]
        if not all(scored):
            letters = "".join("-" if one is None else "p" if one else "f" for one in nights)
            table.add_row(koan, f"{sum(scored)}/{len(scored)}", str(changes(nights)), letters)
    return table


def picture_rows(sittings: Sequence[Sitting]) -> dict[str, list[bool | None]]:
    """What a picture shows: every koan, or of a large suite those that changed most; none where none has."""
    rows = {koan: outcomes(sittings, koan) for koan in koans_of(sittings)}
    if len(rows) <= MOST_ROWS:
        return rows
    changed = sorted((koan for koan in rows if changes(rows[koan])), key=lambda koan: (-changes(rows[koan]), koan))
    return {koan: rows[koan] for koan in sorted(changed[:MOST_ROWS])}


def draw_history(path: Path, sittings: Sequence[Sitting], title: str) -> bool:
    """Heat-map: one row a koan, one column a cycle; green passed, orange failed, white not measured.

    False, and no file, where there is nothing to show.
    """
    from matplotlib.colors import ListedColormap

    sittings = sittings[-MOST_NIGHTS:]
    rows = picture_rows(sittings)
    if not rows:
        path.unlink(missing_ok=True)
        return False
    figure, axes = _canvas(3.5 + 0.3 * len(sittings), 3.0 + 0.2 * len(rows))
    cells = [[GAP if one is None else PASSED if one else OTHER for one in nights] for nights in rows.values()]
    colours = ListedColormap(["white", "tab:orange", "tab:green"])
    axes.imshow(cells, cmap=colours, vmin=GAP, vmax=PASSED, aspect="auto", interpolation="nearest")
    axes.set_yticks(range(len(rows)), list(rows), fontsize=7)
    axes.set_xticks(range(len(sittings)), [one.cycle for one in sittings], fontsize=7, rotation=90)
    figure.suptitle(f"{title}:\ngreen passed, orange failed", fontsize=9)  # over the figure: a night is narrow
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    return True


def _scored(nights: Sequence[bool | None]) -> bool:
    """Whether the last night scored the koan: what it lacks, it neither gained nor lost."""
    return bool(nights) and nights[-1] is not None
