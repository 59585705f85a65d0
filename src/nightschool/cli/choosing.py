"""Asking a person about one repair after the other: accept, next, edit, skip.

Covered: the questions, the editor ($VISUAL or $EDITOR), the end of the input, which skips. Not covered: showing and
verifying: whoever asks gives both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from nightschool.cli.app import console
from nightschool.episodes.deciding import Decided
from nightschool.errors import UsageError
from nightschool.phases.decided import Answer

CHOICES = click.Choice(["a", "n", "e", "s"])
ASK = "accept (a), next (n), edit (e), skip (s)"
One = TypeVar("One")
Verify = Callable[[One, str], One | str]


def chosen(
    repairs: Sequence[One], show: Callable[[int, One], None], text: Callable[[One], str], verify: Verify[One]
) -> Answer[One] | None:
    """The repair that is accepted, as shown or as edited; None if there is none.

    `verify` gives the repair with another text, or what is wrong with that.
    """
    left, number = list(repairs), 0
    while number < len(left):
        show(number, left[number])
        match _answer():
            case "a":
                edited = left[number] is not repairs[number]
                how = Decided.EDITED if edited else Decided.ACCEPTED
                return Answer(left[number], tuple(repairs[: number + edited]), how)
            case "n":
                number += 1
            case "e":
                left[number] = _edited(left[number], text(left[number]), verify)
            case _:
                break
    return None


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


def _edited(one: One, text: str, verify: Verify[One]) -> One:
    """The repair with a person's text if that compiles, else as it was."""
    while True:
        text = _edit(text)
        found = verify(one, text)
        if not isinstance(found, str):
            return found
        console.print(found, markup=False, soft_wrap=True)
        if not _again():
            return one


def _again() -> bool:
    try:
        return click.confirm("It does not compile. Edit again?", default=True)
    except click.Abort:
        return False
