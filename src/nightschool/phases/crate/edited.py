"""A person's own text in the place of a repair of a package, verified as the repairs are.

Covered: the file that was changed last, its unit compiled in the sandbox as cargo compiles it, another file that the
repair changes as the repair has it. Not covered: asking the person (`cli`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nightschool.cargo.tree import Tree
from nightschool.cargo.unit_copy import repeated
from nightschool.cargo.unit_judge import WALL_S, FileJudge
from nightschool.cargo.views import primary_file
from nightschool.cargo.where import Located
from nightschool.phases.crate.attempt import Shown, diff_of_all
from nightschool.rust.rendering import render
from nightschool.types import Program, Verdict

if TYPE_CHECKING:
    from nightschool.phases.context import Context


def edited(context: Context, tree: Tree, located: Located, one: Shown, text: str) -> Shown | str:
    """The repair with that text, or what is wrong with it."""
    from nightschool.repair.risks import told as risks
    from nightschool.repair.search import Clock

    with repeated(tree.workspace, context.judge.compiler, located) as ready:
        if isinstance(ready, str):
            return ready
        root, base = tree.workspace.root, ready.unit.base
        texts = {(root / each.file).relative_to(base).as_posix(): each.after for each in one.changes}
        *others, name = texts
        files, rest = (primary_file(ready.error), name), {other: texts[other] for other in others}
        judge = FileJudge(ready.slots, ready.errors, files, Clock(WALL_S).left, lambda _: None, rest)
        judged = judge.compile([Program(text, edition=ready.unit.edition)])[0]
    if judged.verdict is not Verdict.PASSED:
        return render(judged.diagnostics, text) or judged.detail
    changes = (*one.changes[:-1], replace(one.changes[-1], after=text))
    notes = tuple(note for each in changes for note in risks(each.before, each.after))
    return replace(one, changes=changes, diff=diff_of_all(changes), by="you", notes=notes)
