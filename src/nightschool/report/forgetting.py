"""Learning in sequence: pass rates after each stage as a matrix, forgetting, backward transfer.

Covered: table rows and a heat-map. Not covered: intervals of the two means; a family has some forty koans, so
a cell moves by 2.5 points with each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nightschool.metrics import backward_transfer, forgetting
from nightschool.report.pictures import _canvas

ACROSS = 3
"""Heat-maps side by side."""


@dataclass(frozen=True, slots=True)
class Course:
    """One method's course over the tasks: `stages[i][j]` is the pass rate on task j after learning task i."""

    method: str
    tasks: tuple[str, ...]
    before: tuple[float, ...]
    """The base model's rates."""
    stages: tuple[tuple[float, ...], ...]

    @property
    def forgetting(self) -> float:
        """Mean fall from the best earlier rate."""
        return forgetting(self.stages)

    @property
    def backward(self) -> float:
        """Mean change of earlier tasks since they were learnt."""
        return backward_transfer(self.stages)


def course_rows(course: Course) -> list[list[str]]:
    """The base model's rates, then one row a stage."""
    rows = [["base", *(f"{value:.1%}" for value in course.before)]]
    return rows + [
        [f"+ {task}", *(f"{value:.1%}" for value in stage)]
        for task, stage in zip(course.tasks, course.stages, strict=True)
    ]


def draw_courses(path: Path, courses: Sequence[Course]) -> None:
    """A heat-map a method, three side by side: rows are stages, columns are tasks."""
    lines, columns = -(-len(courses) // ACROSS), min(ACROSS, len(courses))
    figure, first = _canvas(1.5 + 3.2 * columns, 3.6 * lines)
    first.remove()
    for number, course in enumerate(courses, start=1):
        axes = figure.add_subplot(lines, columns, number)
        matrix = [course.before, *course.stages]
        axes.imshow(matrix, vmin=0, vmax=1, cmap="viridis", aspect="auto")
        for i, stage in enumerate(matrix):
            for j, value in enumerate(stage):
                axes.text(j, i, f"{100 * value:.0f}", ha="center", va="center", fontsize=7, color="white")
        axes.set_xticks(range(len(course.tasks)), course.tasks, rotation=45, ha="right", fontsize=7)
        axes.set_yticks(
            range(len(matrix)), ["base", *(f"+ {task}" for task in course.tasks)][: len(matrix)], fontsize=7
        )
        axes.set_title(f"{course.method}: forgets {course.forgetting:.1%}, BWT {course.backward:+.1%}", fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
