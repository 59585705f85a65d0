"""A phase's work, shared out among processes or machines beforehand; the phase itself gathers it and does the rest.

A shard is a transaction beside the phase it works for, under the digest of the phase's own inputs. What is shared out
is what costs minutes, in pieces that do not depend on the number of shards, every n-th piece to a shard:
- `curate`: verdicts on drafts, in blocks; they go into the judge's cache.
- `baseline` (models asked once, on their suites) and `examine` (the candidate asked once, on dev, shadow, own and
  retention): answers, in batches as the phase would ask them. They are left in the shard's folder; the phase takes over
  what finished shards have left.
- `synthesise`: lots of patterns, whose files stand beside other caches; each shard has `rehearse.minutes` for its own.
So results do not depend on the number of shards, but for what more time finds. What a lost shard leaves, the phase
does; its answers then fall into other batches, which `noise` measures. Shards run at once, phases take turns.
Not covered: frozen and domains in `examine`, which stay closed until shadow opens them; searching, whose results are
kept between arms and nights; what a policy asks a model where search leaves a koan open; judging answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.errors import UsageError
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import config_of, model_before, suites_of, with_own
from nightschool.phases.recipes_data import rotated
from nightschool.phases.recipes_learning import measured_arms
from nightschool.phases.recipes_rehearsal import synthesise_part
from nightschool.phases.retention import RETENTION
from nightschool.phases.transaction import RESULT, Outcome

if TYPE_CHECKING:
    from nightschool.evaluation import ModelArm
    from nightschool.modeling import Part

ANSWERS = "answers"
"""Folder of a shard's answer caches."""
BLOCK = 256
"""Drafts judged by one shard in a row: those next to one another often share a repair."""


def read_part(text: str) -> Part:
    """`2/3`, the second of three, as (1, 3). Raises UsageError for anything else."""
    found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", text)
    index, count = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= index <= count:
        raise UsageError(f"Shard {text!r} is not I/N with I from 1 to N, e.g. 1/2.")
    return index - 1, count


def shard_phase(name: str) -> str:
    """Name of the transactions that work for a phase. Raises UsageError for a phase that has no shards."""
    if name not in WORK:
        raise UsageError(f"Phase {name!r} is not sharded; {', '.join(WORK)} are.")
    return f"{name}.shards"


def shard_key(key: str, part: Part) -> str:
    """Key of one shard of the phase with this key."""
    return f"{key}-{part[0] + 1}-of-{part[1]}"


def work_shard(name: str, context: Context, part: Part, folder: Path) -> Outcome:
    """Do one part of the phase's work; how much it was is in the metrics."""
    return WORK[name](context, part, folder)


def gather_shards(name: str, context: Context, key: str) -> int:
    """Take over what finished shards of the phase with this key have answered; how many answers were new."""
    if name not in ASKED:
        return 0
    home = context.config.var / "phases" / shard_phase(name)
    folders = [path / ANSWERS for path in sorted(home.glob(f"{key}-*-of-*")) if (path / RESULT).exists()]
    taken = sum(_taken(context, folder) for folder in folders)
    if folders:
        print(f"{len(folders)} shards have answered; {taken} answers are new here.", flush=True)
    return taken


def _taken(context: Context, folder: Path) -> int:
    from nightschool.evaluation.answer_cache import AnswerCache

    cache = context.config.var / "cache" / ANSWERS
    return sum(AnswerCache(cache, path.stem).adopt(folder) for path in sorted(folder.glob("*.jsonl")))


Asked = Iterator[tuple["ModelArm", str]]


def _baseline(context: Context) -> Asked:
    """The models asked once among the baseline's arms, on their suites; the model before on what is retained."""
    champion = context.champion.adapter if context.champion else None
    for arm in (one for one in measured_arms(context) if one in ("base", "hints")):
        yield from _on(context, arm, None, suites_of(context, arm))
    yield from _retention(context, model_before(context), champion)


def _examine(context: Context) -> Asked:
    """The candidate, but for what is closed until shadow has spoken."""
    adapter = candidate(context).adapter
    yield from _on(context, "candidate", adapter, with_own(context, ("dev", "shadow")))
    yield from _retention(context, "candidate", adapter)


def _on(context: Context, name: str, adapter: Path | None, suites: Sequence[str]) -> Asked:
    from nightschool.evaluation import open_arm, samplable

    arm = samplable(open_arm(name, config_of(context, name), context.judge, context.base, adapter))
    yield from ((arm, suite) for suite in suites)


def _retention(context: Context, name: str, adapter: Path | None) -> Asked:
    from nightschool.evaluation import CompletionArm

    if (context.output("curate") / RETENTION).exists():
        yield CompletionArm(name, context.config, context.base, adapter), RETENTION


ASKED: dict[str, Callable[[Context], Asked]] = {"baseline": _baseline, "examine": _examine}
"""Which models a phase asks about which suites, for the phases whose shards answer."""


def _answers(name: str) -> Callable[[Context, Part, Path], Outcome]:
    """Shards that put questions; parts turn from suite to suite, or one would have all batches that are left over."""

    def work(context: Context, part: Part, folder: Path) -> Outcome:
        from nightschool.evaluation.answer_cache import AnswerCache

        answers, (index, count) = 0, part
        for turn, (arm, suite) in enumerate(ASKED[name](context)):
            kept = AnswerCache(folder / ANSWERS, arm.digest)
            before = len(kept.known)
            arm.answer_part(context.suite(suite).koans, ((index + turn) % count, count), kept)
            answers += len(kept.known) - before
            context.progress(f"{arm.name} on {suite}, shard {index + 1}", count, count)
        return Outcome({"answers": float(answers)}, outcome="answered")

    return work


def _verdicts(context: Context, part: Part, folder: Path) -> Outcome:
    """Judge every n-th block of what curate will verify."""
    from nightschool.curriculum.sources import gather
    from nightschool.curriculum.verify import verify_counted

    drafts = gather(rotated(context), context.judge.toolchain).all()
    mine = [draft for place, draft in enumerate(drafts) if place // BLOCK % part[1] == part[0]]
    verified = verify_counted(mine, context.judge, lambda done, total: context.progress("verify", done, total))
    return Outcome({"drafts": float(len(mine)), "verified": float(len(verified.rows))}, outcome="judged")


def _lots(context: Context, part: Part, folder: Path) -> Outcome:
    return Outcome(synthesise_part(context, part).metrics(), outcome="synthesised")


WORK: dict[str, Callable[[Context, Part, Path], Outcome]] = {
    "curate": _verdicts, "synthesise": _lots, **{name: _answers(name) for name in ASKED}
}  # fmt: skip
"""What a shard of each phase does."""
