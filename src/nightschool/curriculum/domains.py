"""The source `domains`: templates of everyday programs, by the families of the suite koans/domains.

web, database, command_line, refactoring, style and edition2024, with stand-ins for crates, in the format of
`templates`. All of them train: the suite of these families is written by hand, and shares no item with them.
Covered: drafts by turns over patterns. Not covered: verification; drafts are judged like all others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.selection import turns
from nightschool.curriculum.templates import FOLDER, Template, load_templates, render, seeds

DOMAINS: Path = FOLDER.with_name("domain_templates")
FAMILIES = ("web", "database", "command_line", "refactoring", "style", "edition2024")


@cache
def domain_templates() -> tuple[Template, ...]:
    """All domain templates, by id. Raises CorpusError naming a malformed file."""
    return load_templates(DOMAINS)


def domain_drafts(count: int, seed: int, templates: Sequence[Template] = ()) -> list[Draft]:
    """`count` drafts by turns over templates; the same (count, seed) gives the same ones."""
    chosen = templates or domain_templates()
    each = math.ceil(count / max(1, len(chosen)))
    drafts = [_draft(template, number) for template in chosen for number in islice(seeds(seed), each)]
    return list(turns(drafts, lambda draft: draft.group))[:count]


def _draft(template: Template, number: int) -> Draft:
    one = render(template, number)
    return Draft(
        "domains", template.family, template.pattern, one.broken, one.fixed, one.tests,
        f"{template.id}:{number}", template.id, template.code, template.edition,
    )  # fmt: skip
