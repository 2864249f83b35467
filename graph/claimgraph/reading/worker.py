"""A process of its own for formats that hostile files can make endless: bounds on time and memory, and no crash here.

Run as a program (`python -m claimgraph.reading.worker MEMORY`) it reads requests from standard input and answers on
standard output, each a pickled value behind its length in eight bytes; only this module writes to it.
"""

import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Self, cast

from claimgraph.model import Problem
from claimgraph.reading.limits import Limits
from claimgraph.reading.raw import Format, Outcome, Raw

_LENGTH = struct.Struct(">Q")


class Worker:
    """One reading process, started at its first file and again after one that ended it; a context manager."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the worker; nothing starts yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process."""
        self._end()

    def read(self, form: Format, raw: Raw) -> Outcome:
        """Return what a format reads of a source, or the problem of a source that took too much time or memory."""
        process = self.process or self._start()
        late = threading.Event()
        timer = threading.Timer(self.limits.seconds, _stop, (process, late))
        timer.start()
        try:
            _send(process.stdin, (form.name, raw, self.limits))
            answer = _receive(process.stdout)
        except (OSError, EOFError):
            self._end()
            return (), (_given_up(raw, self.limits, late.is_set()),)
        finally:
            timer.cancel()
        return cast(Outcome, answer)

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start the process with this one's module path, and wait until it is ready."""
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self.process = subprocess.Popen(  # noqa: S603 - this interpreter, this module
            [sys.executable, "-m", "claimgraph.reading.worker", str(self.limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        with contextlib.suppress(EOFError):
            _receive(self.process.stdout)
        return self.process

    def _end(self) -> None:
        """End the process and close its pipes."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _stop(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    """End a process that takes too long, and note it."""
    late.set()
    process.kill()


def _given_up(raw: Raw, limits: Limits, late: bool) -> Problem:
    """Return the problem of a source that ended its process."""
    if late:
        message = f"given up after {limits.seconds:g} s; split the file, or save it as text"
        return raw.problem(message, "too-slow")
    message = "given up: reading it needs too much memory or fails outright; save it as text"
    return raw.problem(message, "too-demanding")


def _send(stream: IO[bytes] | None, value: object) -> None:
    """Write one value."""
    if stream is None:
        raise EOFError
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> object:
    """Read one value; raise EOFError where the other side has gone."""
    head = stream.read(_LENGTH.size) if stream is not None else b""
    if stream is None or len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    packed = stream.read(length)
    if len(packed) < length:
        raise EOFError
    return pickle.loads(packed)  # noqa: S301 - both sides are this module


def attempt(form: Format, raw: Raw, limits: Limits) -> Outcome:
    """Return what a format reads of a source; whatever its library raises becomes a problem.

    A library that meets a hostile file may raise anything, so everything that is an error is caught here.
    """
    try:
        return form.read(raw, limits)
    except MemoryError:
        return (), (_given_up(raw, limits, late=False),)
    except Exception as error:
        first = (str(error).splitlines() or [""])[0][:120]
        message = f"damaged: {form.name} that cannot be read ({type(error).__name__}: {first}); save it again"
        return (), (raw.problem(message, "damaged"),)


def _bound_memory(size: int) -> None:
    """Bound this process's memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> None:
    """Answer requests until the other side closes."""
    from claimgraph.reading.formats import by_name  # noqa: PLC0415 - formats need not know of this module

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _bound_memory(int(sys.argv[1]))
    sys.setrecursionlimit(3_000)
    with contextlib.suppress(EOFError, BrokenPipeError):
        _send(answers, "ready")
        while True:
            name, raw, limits = cast(tuple[str, Raw, Limits], _receive(sys.stdin.buffer))
            _send(answers, attempt(by_name(name), raw, limits))


if __name__ == "__main__":
    main()
