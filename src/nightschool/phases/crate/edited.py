"""A person's own text in the place of a repair of a package, verified as the repairs are.

Covered: one file, its unit compiled in the sandbox as cargo compiles it. Not covered: asking the person (`cli`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nightschool.cargo.tree import Tree
from nightschool.cargo.unit_copy import repeated
from nightschool.cargo.unit_judge import WALL_S, FileJudge
from nightschool.cargo.views import primary_file
from nightschool.cargo.where import Located
from nightschool.phases.crate.attempt import Shown
from nightschool.phases.diffs import diff_of
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
        name = (tree.workspace.root / one.path).relative_to(ready.unit.base).as_posix()
        files = (primary_file(ready.error), name)
        judge = FileJudge(ready.slots, ready.errors, files, Clock(WALL_S).left, lambda _: None)
        judged = judge.compile([Program(text, edition=ready.unit.edition)])[0]
    if judged.verdict is not Verdict.PASSED:
        return render(judged.diagnostics, text) or judged.detail
    notes = tuple(risks(one.before, text))
    return replace(one, program=text, diff=diff_of(one.path, one.before, text), by="you", notes=notes)
