"""Several batches at once: all at once, none lost, and nothing begun after an error."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from nightschool.modeling.workers import MOST, at_once, workers_for


@pytest.fixture
def torch():
    """torch, told to use four threads."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(4)
    yield torch
    torch.set_num_threads(before)


def model(device):
    return SimpleNamespace(device=SimpleNamespace(type=device))


def test_a_cpu_reads_as_many_batches_as_it_has_threads_and_others_one(torch):
    assert [workers_for(model("cpu"), batches) for batches in (0, 1, 3, 9)] == [1, 1, 3, 4]
    assert workers_for(model("cuda"), 9) == 1
    torch.set_num_threads(2 * MOST)
    assert workers_for(model("cpu"), 99) == MOST


def test_batches_run_at_once_and_share_the_threads(torch):
    meet = threading.Barrier(2, timeout=20)  # broken, unless two are at work together

    def work(chunk):
        meet.wait()
        return chunk, torch.get_num_threads()

    assert sorted(at_once(work, [1, 2, 3, 4], 2)) == [(chunk, 2) for chunk in (1, 2, 3, 4)]
    assert torch.get_num_threads() == 4
    found = []
    other = threading.Thread(target=lambda: found.append(torch.get_num_threads()))
    other.start()
    other.join()
    assert found == [4]  # threads that come later have all again


def test_one_worker_goes_in_order_with_all_threads(torch):
    assert list(at_once(lambda chunk: (chunk, torch.get_num_threads()), [1, 2], 1)) == [(1, 4), (2, 4)]


def test_after_an_error_nothing_more_is_begun(monkeypatch):
    begun, dropped = [], threading.Event()
    shutdown = ThreadPoolExecutor.shutdown

    def watched(self, wait=True, *, cancel_futures=False):
        shutdown(self, wait=False, cancel_futures=cancel_futures)
        dropped.set()
        shutdown(self, wait=wait)

    def work(chunk):
        begun.append(chunk)
        if chunk == 0:
            raise ValueError("no memory")
        dropped.wait(20)

    monkeypatch.setattr(ThreadPoolExecutor, "shutdown", watched)
    with pytest.raises(ValueError, match="no memory"):
        list(at_once(work, range(50), 2))
    # the first fails; its worker and the other one may hold a chunk each until the rest is dropped
    assert begun[0] == 0
    assert set(begun) <= {0, 1, 2}
