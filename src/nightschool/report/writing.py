"""A night's report as files: text, Markdown, JSON, pictures, and one page that holds all of it.

Covered: the page last, since it holds the pictures. Not covered: where the folder goes (`phases.recipes_publish`).
"""

from __future__ import annotations

import json
from pathlib import Path

from nightschool.decisions import POLICY
from nightschool.report.document import document
from nightschool.report.koan_history import draw_history
from nightschool.report.night import Night, as_markdown, as_text
from nightschool.report.page import PAGE, page, pictures_in
from nightschool.report.pictures import draw_arms, draw_groups


def write_night(folder: Path, night: Night) -> None:
    """Write report.html, .txt, .md and .json, arms.png, policy-<suite>.png and nights-<suite>.png."""
    told = document(night)
    # Readable for whoever may read the page: `write_json` keeps what it makes to its owner.
    text = json.dumps(told, indent=2, sort_keys=True, default=str) + "\n"
    (folder / "report.json").write_text(text, encoding="utf-8")
    (folder / "report.txt").write_text(as_text(night), encoding="utf-8", errors="replace")
    (folder / "report.md").write_text(as_markdown(night), encoding="utf-8", errors="replace")
    if night.reports:
        draw_arms(folder / "arms.png", night.reports, night.suites(), night.bar)
    for report in night.reports:
        if report.arm == POLICY:
            draw_groups(folder / f"{POLICY}-{report.suite}.png", report)
    for suite, sittings in night.history().items():
        draw_history(folder / f"nights-{suite}.png", sittings, f"policies on {suite}")
    (folder / PAGE).write_text(page(told, pictures_in(folder)), encoding="utf-8")
