"""The night as one document, from which the page, the terminal's ending and programs read.

Covered: everything of `summary`, and beside it the verdict's sentence, every check, what was taught, what changed, what
was decided and why, what tomorrow needs. Not covered: pictures. All of it is data of ours, models and users: whoever
shows it makes it plain.
"""

from __future__ import annotations

from typing import Any

from nightschool.report.changes import changes, reference_of
from nightschool.report.contribution import contributions
from nightschool.report.night import SUITES, Night, notes_of, price, verdict
from nightschool.report.outcomes import outcomes
from nightschool.report.summary import summary
from nightschool.report.taught import approach, taught
from nightschool.report.tomorrow import next_commands, tomorrow


def document(night: Night) -> dict[str, Any]:
    """What `report.json` holds."""
    told = summary(night.cycle, night.decision, night.results, night.reports, night.bar)
    checks = night.decision.get("checks", ())
    told |= {
        "says": verdict(night),
        "promoted": "promote" in night.results,
        "checks": [{**_check(one), "ok": bool(one["ok"])} for one in checks],
        "failed": [_check(one) for one in checks if not one["ok"]],
        "approach": approach(night.results),
        "reference": reference_of(night.reports),
        "suites": list(night.suites()),
        "taught": taught(night.results, night.composition, night.stopped),
        "changed": changes(night.reports, SUITES),
        "added": contributions(night.reports, SUITES),
        "decisions": outcomes(night.results),
        "evidence": dict(night.decision.get("evidence", {})),
        "notes": notes_of(night),
        "power": night.power,
        "cost": price(night.results, night.reports, night.watts),
        "phases": [
            {"phase": r.phase, "outcome": r.outcome, "reused": r.reused, "seconds": r.seconds, "key": r.key}
            for r in night.results.values()
        ],
        "places": dict(night.places),
    }
    return {**told, "tomorrow": tomorrow(told), "next": [list(one) for one in next_commands(told)]}


def _check(check: Any) -> dict[str, Any]:
    told = {"check": check["name"], "value": check["observed"], "wanted": check["wanted"]}
    return told | ({"koans": int(check["koans"])} if check.get("koans") else {})
