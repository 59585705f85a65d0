"""`nightschool fix --interactive` for one file: a person looks at one repair after the other.

Covered: what is accepted is written; what is edited is verified as the repairs are, then asked about again. Not
covered: finding repairs, the questions (`choosing`).
"""

from __future__ import annotations

from dataclasses import replace

from nightschool.cli.app import console
from nightschool.cli.choosing import chosen
from nightschool.cli.fix import show_one
from nightschool.phases.context import Context
from nightschool.phases.decided import keep_of_file
from nightschool.phases.diffs import unified_diff
from nightschool.phases.repaired import Repair, Shown
from nightschool.phases.writing import write_repair
from nightschool.rust.rendering import render
from nightschool.types import Verdict


def by_hand(context: Context, found: Repair) -> bool:
    """Ask about each repair in turn; whether the file compiles now."""
    console.print(found.message, markup=False, soft_wrap=True)

    def verify(one: Shown, text: str) -> Shown | str:
        return _verified(context, found, text)

    answer = chosen(found.shown, show_one, lambda shown: shown.program, verify)
    if answer is not None:
        write_repair(found.job, answer.taken.program)
        keep_of_file(context, found, answer)
        console.print(f"Written to {found.job.file}.", markup=False)
        return True
    if found.shown:
        console.print("Nothing was written.", markup=False)
    return found.fine and not found.shown


def _verified(context: Context, found: Repair, text: str) -> Shown | str:
    """A person's text as a repair, or what is wrong with it."""
    mine = found.job.edited(text)
    judged = context.judge.compile([replace(mine.program, source=text)])[0]
    if judged.verdict is not Verdict.PASSED:
        return render(judged.diagnostics, text) or judged.detail
    said = mine.verified(context.judge.compiler.linked).told()
    console.print(f"Verified: {said}.", markup=False, soft_wrap=True)
    return Shown(text, unified_diff(found.job.file, found.job.written.text, text), "you")
