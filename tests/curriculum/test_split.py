from collections import Counter

from nightschool.curriculum.selection import PER_FORM, Selection, renamed_form, select, turns
from nightschool.curriculum.split import resting, side_of_file, split_templates
from nightschool.curriculum.templates import load_templates
from nightschool.types import Row


def test_three_templates_give_one_to_each_side() -> None:
    sides = split_templates({"p": ["a", "b", "c"]})
    assert sorted(sides.values()) == ["corpus", "dev", "shadow"]


def test_five_templates_leave_three_for_the_corpus() -> None:
    assert Counter(split_templates({"p": list("abcde")}).values()) == {"corpus": 3, "dev": 1, "shadow": 1}


def test_a_single_template_trains_and_of_two_one_is_held_out() -> None:
    assert split_templates({"p": ["a"]}) == {"a": "corpus"}
    assert Counter(split_templates({"p": ["a", "b"]}).values())["corpus"] == 1


def test_the_split_does_not_depend_on_order() -> None:
    assert split_templates({"p": list("abcd")}) == split_templates({"p": list("dcba")})


def test_each_held_out_template_rests_in_one_rotation_of_three() -> None:
    names = [f"family/pattern{number}/name" for number in range(300)]
    assert all(sum(resting(name, week) for week in (7, 8, 9)) == 1 for name in names)
    assert 70 < sum(resting(name, 7) for name in names) < 130


def test_about_a_tenth_of_the_files_goes_to_each_held_out_suite() -> None:
    sides = Counter(side_of_file(f"std/file{number}.html") for number in range(4000))
    assert 0.08 < sides["dev"] / 4000 < 0.12
    assert 0.08 < sides["shadow"] / 4000 < 0.12


def test_every_pattern_with_three_templates_has_held_out_ones() -> None:
    patterns: dict[str, list[str]] = {}
    for template in load_templates():
        patterns.setdefault(f"{template.family}/{template.pattern}", []).append(template.id)
    sides = split_templates(patterns)
    for ids in patterns.values():
        if len(ids) >= 3:
            assert {sides[one] for one in ids} == {"corpus", "dev", "shadow"}


def _row(number: int, source: str = "mutated", code: str = "E0382", broken: str | None = None) -> Row:
    text = broken if broken is not None else f"fn f() {{ {'g();' * number} }}"
    return Row(f"r{number}", source, "f", f"p{number % 3}", code, text, "fn f() {}", "d", "p", "g", digest=str(number))


def test_turns_take_one_of_each_kind_at_a_time() -> None:
    assert list(turns(["a1", "a2", "a3", "b1", "c1"], lambda text: text[0])) == ["a1", "b1", "c1", "a2", "a3"]


def test_programs_alike_but_for_names_and_literals_have_one_form() -> None:
    assert renamed_form('fn a(x: u8) { b(x, 1, "s"); }') == renamed_form('fn c(y: u8) { d(y, 22, "t"); } // same')
    assert renamed_form("fn a(x: u8) {}") != renamed_form("fn a(x: u16) {}")
    assert renamed_form("f(a, b)") != renamed_form("f(a, a)")


def test_no_form_is_taken_more_than_three_times() -> None:
    selection = Selection(100)
    taken = [selection.add(_row(number, code=f"E{number}", broken=f"fn name{number}() {{}}")) for number in range(5)]
    assert taken == [True] * PER_FORM + [False] * 2
    assert selection.refused == {"same form": 2}


def test_no_code_has_more_than_twelve_percent() -> None:
    selection = Selection(100)
    assert sum(selection.add(_row(number)) for number in range(30)) == 12
    assert selection.refused == {"code is full": 18}


def test_duplicates_and_held_out_programs_are_refused() -> None:
    selection = Selection(100, {renamed_form("struct Held;")})
    assert selection.add(_row(1))
    assert not selection.add(_row(1))
    assert not selection.add(_row(2, broken="struct Other;"))
    assert selection.refused == {"duplicate": 1, "held out": 1}


def test_a_source_that_runs_dry_is_topped_up_from_the_others() -> None:
    rows = [_row(number, "aligned", f"E{number}") for number in range(1, 4)]
    rows += [_row(number, "mutated", f"E{number}") for number in range(10, 40)]
    chosen = select(rows, {"aligned": 0.5, "mutated": 0.5}, Selection(20))
    assert Counter(row.source for row in chosen) == {"aligned": 3, "mutated": 17}
