"""What a row teaches: the compiler's suggestion where it holds, the row's own repair elsewhere."""

from collections.abc import Sequence

from nightschool.learning.targets import prefer_suggestions
from nightschool.types import Judgement, Program, Row, Verdict

BROKEN = "fn f() -> String {\n    name\n}\n"


class Accepts:
    """A judge that passes the programs it is told to."""

    def __init__(self, *right: str) -> None:
        self.right = right

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        """PASSED if the program contains one of the right words."""
        good = [any(word in program.source for word in self.right) for program in programs]
        return [Judgement(Verdict.PASSED if ok else Verdict.TESTS_FAILED) for ok in good]


def row(tests: str | None = "#[test] fn t() {}") -> Row:
    diagnostic = "error[E0308]: mismatched types\nline 2: here\nfix:\n2 name.into()\nfix:\n2 name.clone()"
    fixed = BROKEN.replace("name", "name.to_owned()")
    return Row("r", "aligned", "f", "p", "E0308", BROKEN, fixed, diagnostic, "t", "g", tests=tests)


def test_the_first_suggestion_that_passes_is_taught() -> None:
    assert "into" in prefer_suggestions([row()], Accepts("into", "clone"))[0].fixed
    assert "clone" in prefer_suggestions([row()], Accepts("clone"))[0].fixed


def test_a_row_whose_suggestions_fail_or_that_has_no_tests_keeps_its_repair() -> None:
    assert prefer_suggestions([row()], Accepts("nothing"))[0] == row()
    assert prefer_suggestions([row(tests=None)], Accepts("into"))[0] == row(tests=None)


def test_rows_keep_their_order_and_everything_but_the_repair() -> None:
    rows = [row(), row(None), row()]
    taught = prefer_suggestions(rows, Accepts("into"))
    assert ["into" in one.fixed for one in taught] == [True, False, True]
    assert [one.id for one in taught] == [one.id for one in rows]
