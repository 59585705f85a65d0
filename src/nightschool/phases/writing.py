"""Writing a repair into the file it is of. Not covered: whether to."""

from __future__ import annotations

from nightschool.errors import UsageError
from nightschool.files import write_atomic
from nightschool.phases.rust_file import RustFile


def write_repair(job: RustFile, text: str) -> None:
    """Write the text, unless the file is no longer what was repaired: then UsageError."""
    try:
        same = job.file.read_bytes() == job.written.text.encode()
    except OSError as error:
        raise UsageError(f"Cannot read {str(job.file)!r} again: {error.strerror}. Nothing was written.") from error
    if not same:
        raise UsageError(
            f"{str(job.file)!r} was changed while its repair was looked for. Nothing was written; run again."
        )
    write_atomic(job.file, text)
