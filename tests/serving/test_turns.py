"""Order and bounds of the queue, without a server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from nightschool.serving.refusal import RefusedError, refusal_of
from nightschool.serving.turns import FIRST_S, Turns
from nightschool.serving.waiting import Job


class Work:
    """Jobs that end when they are told to."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ends = [threading.Event() for _ in range(5)]

    def job(self, number: int) -> Callable[[], int]:
        def work() -> int:
            self.begun.append(number)
            assert self.ends[number].wait(30)
            return number

        return work


async def waited(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


def test_jobs_begin_in_the_order_in_which_they_came_and_one_too_many_is_refused() -> None:
    async def session() -> None:
        turns, work = Turns(1, 2), Work()
        tasks = []
        for number in range(3):
            tasks.append(asyncio.ensure_future(turns.begin(work.job(number))))
            await asyncio.sleep(0.01)
        assert (turns.busy, turns.waiting) == (1, 2)
        with pytest.raises(RefusedError) as refused:
            await turns.begin(work.job(3))
        assert refused.value.status == 429
        assert refused.value.retry_after == 3 * FIRST_S, "two wait and it would be the third: 3 jobs of 2 s, one by one"
        for number in range(3):
            work.ends[number].set()
            assert await (await tasks[number]) == number
        assert work.begun == [0, 1, 2]
        await waited(lambda: turns.busy == 0)

    asyncio.run(session())


def test_who_leaves_the_queue_is_passed_over_and_who_leaves_at_work_keeps_the_place_until_its_end() -> None:
    async def session() -> None:
        turns, work = Turns(1, 2), Work()
        gone, stopped = asyncio.Event(), threading.Event()
        first = asyncio.ensure_future(Job(turns, 30, "answer", work.job(0), stopped.set).whole(gone.wait()))
        await asyncio.sleep(0.01)
        second, third = (asyncio.ensure_future(turns.begin(work.job(n))) for n in (1, 2))
        await asyncio.sleep(0.01)
        second.cancel()
        gone.set()
        with pytest.raises(RefusedError, match="The client left"):
            await first
        assert stopped.is_set()
        await asyncio.sleep(0.05)
        assert (turns.busy, turns.waiting, work.begun) == (1, 1, [0]), "its thread is still at work"
        work.ends[0].set()
        await waited(lambda: work.begun == [0, 2])
        work.ends[2].set()
        assert await (await third) == 2
        await waited(lambda: turns.busy == 0)

    asyncio.run(session())


def test_a_fault_tells_a_stranger_its_kind_only() -> None:
    told = refusal_of(KeyError("a program's text"))
    assert (told.status, "KeyError" in told.message, "program" in told.message) == (500, True, False)
