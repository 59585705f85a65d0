"""Renaming is consistent, keeps the layout and leaves alone what is not a name of the program's own."""

from nightschool.rust.renaming import Renaming, fresh, names_of, rewritten, words_of

CODE = """/// Adds `count` to the total.
pub fn grow<'a>(count: usize, label: &'a str) -> String {
    let Some(first) = label.chars().next() else { return format!("{count} empty rows\\n") };
    format!("{label}: {} rows of {first}", count + 1)
}
"""


def test_only_what_the_program_declares_is_a_name() -> None:
    assert names_of(CODE) == ["grow", "'a", "count", "label", "first"]


def test_words_of_strings_are_found_without_captures_and_escapes() -> None:
    assert words_of(CODE) == ["empty", "rows"]


def test_everything_that_mentions_a_name_follows() -> None:
    renaming = Renaming({"count": "olive", "'a": "'k", "label": "fence", "first": "birch"}, {"rows": "kelp"})
    assert rewritten(CODE, renaming) == (
        CODE.replace("count", "olive").replace("'a", "'k").replace("label", "fence").replace("first", "birch")
        .replace("rows", "kelp")
    )  # fmt: skip


def test_new_names_keep_length_and_style_and_never_meet() -> None:
    old = ["max_count", "count", "MaxCount", "MAX", "i", "T", "'a", *(f"w{letter}" for letter in "abcdefgh")]
    new = fresh(old, "salt")
    assert all(len(name) == len(other) and name != other for name, other in new.items())
    assert len({*new.values()} | {*old}) == len(new) + len(old)
    assert new["max_count"].endswith(f"_{new['count']}")
    assert new["MAX"].isupper()
    assert new["T"].isupper()
    assert new["'a"].startswith("'")


def test_the_same_salt_gives_the_same_names_and_another_salt_others() -> None:
    old = ["count", "label", "first", "second"]
    assert fresh(old, "a") == fresh(old, "a")
    assert fresh(old, "a") != fresh(old, "b")
