"""Results to stdout or to a file; a file is whole or not there."""

import csv
import io
import itertools
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from claimgraph.cli.console import visible
from claimgraph.model import ClaimgraphError

#: A cell that begins with one of these is run as a formula by spreadsheets (OWASP, "CSV Injection").
_FORMULA = frozenset("=+-@\t\r")


def chosen_format(format_: str | None, output: Path | None, suffixes: Mapping[str, str], default: str | None) -> str:
    """Return the format that --format names, else the one of -o's suffix, else the default.

    Args:
        format_: the value of --format.
        output: the value of -o.
        suffixes: format by suffix, such as {".csv": "csv"}; the longest suffix that fits counts.
        default: used where neither tells; None if there is none.

    Raises:
        click.UsageError: if nothing tells the format.
    """
    if format_:
        return format_
    if output is None or str(output) == "-":
        if default is not None:
            return default
        raise click.UsageError("say which format with --format, or name a file with -o whose suffix tells it")
    name = output.name.lower()
    for suffix in sorted(suffixes, key=len, reverse=True):
        if name.endswith(suffix):
            return suffixes[suffix]
    known = ", ".join(sorted(suffixes))
    raise click.UsageError(f"{output}: its suffix tells no format; use --format, or one of {known}")


def write_data(parts: Iterable[bytes] | Iterable[str] | bytes | str, output: Path | None) -> None:
    """Write data, in UTF-8 where it is text, to a file or (None, or "-") to stdout.

    Raises:
        ClaimgraphError: if the file's folder does not exist or cannot be written to.
        OSError: if the disk is full or fails; nothing is left behind then.
    """
    pieces: Iterable[bytes | str] = [parts] if isinstance(parts, bytes | str) else parts
    blocks = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    if output is None or str(output) == "-":
        sys.stdout.flush()
        for block in blocks:
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()
    else:
        _write_whole(blocks, output)


def write_text(text: str, output: Path | None) -> None:
    """Write something meant for reading: what could steer a terminal is written out, and a line end added."""
    safe = visible(text.rstrip("\n"))
    if output is None or str(output) == "-":
        click.echo(safe)
    else:
        write_data(safe + "\n", output)


def _write_whole(blocks: Iterable[bytes], output: Path) -> None:
    """Write beside the file and move into place, so that a reader never meets half of it."""
    if output.exists() and not output.is_file():  # a device or a pipe, such as /dev/stdout
        with output.open("wb") as stream:
            stream.writelines(blocks)
        return
    with _beside(output) as (stream, temporary):
        stream.writelines(blocks)
        stream.close()
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(output)


@contextmanager
def _beside(output: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Give a new file in the output's folder, and take it away if it is still there in the end."""
    if not output.parent.is_dir():
        raise ClaimgraphError(f"{output}: there is no folder {output.parent}; make it first")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    except OSError as error:
        raise ClaimgraphError(f"{output}: cannot be written there ({error.strerror})") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def csv_lines(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    r"""Yield a table as CSV (RFC 4180), its heading first.

    Text that a spreadsheet would take for a formula gets an apostrophe in front: documents are not trusted.

    >>> list(csv_lines(["quote", "start"], [["=1+1", -1], ["yes, no", 2]]))
    ['quote,start\r\n', "'=1+1,-1\r\n", '"yes, no",2\r\n']
    """
    line = io.StringIO()
    writer = csv.writer(line)
    for cells in itertools.chain([columns], rows):
        line.seek(0)
        line.truncate()
        writer.writerow(f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell for cell in cells)
        yield line.getvalue()
