"""`nightschool fix --interactive`: a person looks at one repair after the other.

Covered: accept (written), next, edit in $VISUAL or $EDITOR (verified as the repairs are, then asked again), skip. What
is edited and does not compile can be edited again. Not covered: finding repairs.
"""

from __future__ import annotations

from dataclasses import replace

import click

from nightschool.cli.app import console
from nightschool.cli.fix import show_one
from nightschool.errors import UsageError
from nightschool.phases.context import Context
from nightschool.phases.diffs import unified_diff
from nightschool.phases.repaired import Repair, Shown
from nightschool.phases.writing import write_repair
from nightschool.rust.rendering import render
from nightschool.types import Verdict

CHOICES = click.Choice(["a", "n", "e", "s"])
ASK = "accept (a), next (n), edit (e), skip (s)"


def by_hand(context: Context, found: Repair) -> bool:
    """Ask about each repair in turn; whether the file compiles now."""
    console.print(found.message, markup=False, soft_wrap=True)
    number = 0
    while number < len(found.shown):
        show_one(found, number)
        match _answer():
            case "a":
                write_repair(found.job, found.shown[number].program)
                console.print(f"Written to {found.job.file}.", markup=False)
                return True
            case "n":
                number += 1
            case "e":
                found = _edited(context, found, number)
            case _:
                break
    if found.shown:
        console.print("Nothing was written.", markup=False)
    return found.fine and not found.shown


def _answer() -> str:
    """The choice; the end of the input is to skip."""
    try:
        answer: str = click.prompt(ASK, type=CHOICES, show_choices=False)
    except click.Abort as end:
        if isinstance(end.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from end
        return "s"
    return answer


def _edit(text: str) -> str:
    """The text as the editor leaves it, byte for byte."""
    try:
        data = click.edit(text.encode(), extension=".rs", require_save=False)
    except click.ClickException as error:
        raise UsageError(f"{error.message} Set $VISUAL or $EDITOR.") from error
    return text if data is None else data.decode("utf-8", errors="replace")


def _edited(context: Context, found: Repair, number: int) -> Repair:
    """What was found, with a person's text in the place of one repair if it compiles."""
    text = found.shown[number].program
    while True:
        text = _edit(text)
        mine = found.job.edited(text)
        judged = context.judge.compile([replace(mine.program, source=text)])[0]
        if judged.verdict is Verdict.PASSED:
            said = mine.verified(context.judge.compiler.linked).told()
            console.print(f"Verified: {said}.", markup=False, soft_wrap=True)
            one = Shown(text, unified_diff(found.job.file, found.job.written.text, text), "you")
            return replace(found, shown=(*found.shown[:number], one, *found.shown[number + 1 :]))
        console.print(render(judged.diagnostics, text) or judged.detail, markup=False, soft_wrap=True)
        if not _again():
            return found


def _again() -> bool:
    try:
        return click.confirm("It does not compile. Edit again?", default=True)
    except click.Abort:
        return False
