"""What a decision is made of: conditions with what was seen, and a named outcome. Not covered: any condition itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from nightschool.types import EvaluationReport


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a decision, with what was seen and what was wanted."""

    name: str
    ok: bool
    observed: str
    wanted: str
    undecided: bool = False
    """It failed, but what was seen does not exclude that it holds: more evidence could settle it."""
    koans: int = 0
    """Koans of the check's suite that would settle it; 0 if there is no such number."""

    def __str__(self) -> str:
        return f"{'ok  ' if self.ok else 'FAIL'} {self.name}: {self.observed} (wanted: {self.wanted})"


@dataclass(frozen=True, slots=True)
class Decision:
    """A named outcome and everything it rests on."""

    outcome: str
    checks: tuple[Check, ...]
    evidence: dict[str, float] = field(default_factory=dict)

    @property
    def refusals(self) -> tuple[Check, ...]:
        """The checks that failed, in order."""
        return tuple(check for check in self.checks if not check.ok)


def complete(name: str, report: EvaluationReport | None) -> Check:
    """Every koan of the report was scored; a missing report never is."""
    if report is None:
        return Check(f"{name} complete", False, "not measured", "every koan scored")
    seen = f"{report.unscored} of {len(report.attempts)} koans unscored"
    return Check(f"{name} complete", report.complete, seen, "every koan scored")
