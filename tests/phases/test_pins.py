"""What is fixed for a whole cycle stays fixed, whoever asks at once."""

import time
from concurrent.futures import ThreadPoolExecutor

from nightschool.config import Config
from nightschool.phases import Context


def test_shards_that_pin_at_once_lose_nothing_of_each_other(tmp_path):
    def pin(name):
        def slow():
            time.sleep(0.05)
            return name

        return Context(Config(root=tmp_path), "night").pinned(name, slow)

    names = ["champion", "rotation", "start", "other"]
    with ThreadPoolExecutor(len(names)) as pool:
        assert list(pool.map(pin, names)) == names
    again = Context(Config(root=tmp_path), "night")
    assert [again.pinned(name, lambda: "lost") for name in names] == names
