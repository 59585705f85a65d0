"""Files that are whole or not there; digests that tell contents apart."""

import pytest

from nightschool.errors import EnvironmentMissingError
from nightschool.files import digest_folder, digest_json, digest_text, need_space, write_atomic


def test_a_failed_write_keeps_the_old_content(tmp_path):
    path = tmp_path / "a.txt"
    write_atomic(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_parts_are_not_confused_by_where_they_join():
    assert digest_text("ab", "c") != digest_text("a", "bc")


def test_key_order_does_not_matter():
    assert digest_json({"a": 1, "b": 2}) == digest_json({"b": 2, "a": 1})


def test_a_folder_digest_sees_names_and_contents(tmp_path):
    digests = set()
    for name, content in (("a", "1"), ("a", "2"), ("b", "1")):
        folder = tmp_path / f"{name}{content}"
        folder.mkdir()
        (folder / name).write_text(content)
        digests.add(digest_folder(folder))
    assert len(digests) == 3


def test_missing_space_names_the_folder_and_the_need(tmp_path):
    with pytest.raises(EnvironmentMissingError, match=r"999999999 MiB are needed"):
        need_space(tmp_path, 999_999_999)


def test_a_file_that_is_written_again_keeps_its_mode_and_a_link_stays_one(tmp_path):
    file, link = tmp_path / "lib.rs", tmp_path / "link.rs"
    file.write_text("old")
    file.chmod(0o754)
    link.symlink_to(file)
    write_atomic(link, "new")
    assert (link.is_symlink(), file.read_text(), file.stat().st_mode & 0o777) == (True, "new", 0o754)
