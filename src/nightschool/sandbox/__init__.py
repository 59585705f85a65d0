"""Where untrusted programs run. `open_sandbox` gives the configured backend; `contract` says what it promises.

sandbox = open_sandbox(config.sandbox, read_only=[toolchain.sysroot])
sandbox.probe()
done = sandbox.run(Command(argv=("./tests",), limits=Limits.within(config.sandbox, 3.0), files=...))
"""

from nightschool.sandbox.backends import open_sandbox
from nightschool.sandbox.contract import Command, Completed, Limits, Reason, Sandbox

__all__ = ["Command", "Completed", "Limits", "Reason", "Sandbox", "open_sandbox"]
