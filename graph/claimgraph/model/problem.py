"""What went wrong, as a value that travels beside the facts, and the one exception that stops a run."""

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ends; the numbers are fixed, scripts rely on them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PARTLY = 3
    CHECK_FAILED = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or understood; it never stops the other documents.

    Attributes:
        source: the file, address or `file:line` it is about, as the user named it.
        message: one line that says what is wrong and what to do about it.
        code: a short stable name of the kind of problem, for programs ("empty", "encoding", ...).
        fatal: whether nothing of the source was used (True) or it was used all the same (False).
    """

    source: str
    message: str
    code: str
    fatal: bool = True

    def __str__(self) -> str:
        """Return the line a person reads."""
        return f"{self.source}: {self.message}"


class ClaimgraphError(Exception):
    """A run cannot go on; the message is one line that says what, where and what to do.

    Args:
        message: the line for the person.
        exit_code: how the command line ends because of it.
    """

    def __init__(self, message: str, exit_code: ExitCode = ExitCode.FAILED) -> None:
        super().__init__(message)
        self.exit_code = exit_code
