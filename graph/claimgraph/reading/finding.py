"""From what the user names to the sources there are: files, folders, globs, addresses and standard input."""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimgraph.model import Problem
from claimgraph.reading.decoding import without_surrogates

_MAGIC = ("*", "?", "[")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One source to read.

    Attributes:
        name: the path or address as the user named it; inside a folder, the folder's name and what follows.
        path: the file, None for an address and for standard input.
        named: whether the user named it itself, not a folder or pattern around it.
    """

    name: str
    path: Path | None = None
    named: bool = True


def is_address(source: str) -> bool:
    """Say whether a source is an address on the web.

    >>> is_address("https://example.org/a"), is_address("a.txt")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


def find(sources: Sequence[str | Path], suffixes: Sequence[str]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the sources that the user's words come to, sorted by name, each file once.

    Args:
        sources: paths of files and folders, glob patterns, addresses, "-".
        suffixes: the endings to look for in folders and patterns, lower case.
    """
    found: dict[object, Found] = {}
    problems: list[Problem] = []
    for source in sorted({str(source) for source in sources}):
        here, trouble = _expand(source, tuple(suffixes))
        problems += trouble
        for one in here:
            key = _key(one)
            if key not in found or one.named > found[key].named:
                found[key] = one
    return tuple(sorted(found.values(), key=lambda one: one.name)), tuple(problems)


def _key(one: Found) -> object:
    """Return what makes two names the same source."""
    if one.path is None:
        return one.name
    try:
        return one.path.resolve()
    except (OSError, RuntimeError):
        return one.path


def _expand(source: str, suffixes: tuple[str, ...]) -> tuple[list[Found], list[Problem]]:
    """Return what one word of the user comes to."""
    if source == "-" or is_address(source):
        return [Found(source)], []
    path = Path(source)
    if path.is_dir() and path.suffix.lower() not in suffixes:
        return _in_folder(source, path, suffixes)
    if path.exists() or path.is_symlink():
        return [Found(without_surrogates(source), path)], []
    if any(sign in source for sign in _MAGIC):
        return _in_pattern(source, suffixes)
    return [], [Problem(source, "no such file or folder; check the path", "missing")]


def _in_folder(source: str, folder: Path, suffixes: tuple[str, ...]) -> tuple[list[Found], list[Problem]]:
    """Return the readable files of a folder and of the folders in it; names that begin with a dot are passed over."""
    problems: list[Problem] = []
    found = [_found(path) for path in _walk(folder, suffixes, problems)]
    if found or problems:
        return found, problems
    message = f"no document in the folder; claimgraph reads {', '.join(suffixes)}"
    return [], [Problem(source, message, "empty-folder")]


def _walk(folder: Path, suffixes: tuple[str, ...], problems: list[Problem]) -> Iterator[Path]:
    """Yield the files under a folder that have a known suffix; links to folders are not followed.

    A folder that cannot be read is added to the problems, and the others are gone through.
    """
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        message = f"the folder cannot be read ({error.strerror}); check its permissions"
        problems.append(Problem(without_surrogates(str(folder)), message, "unreadable"))
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and path.suffix.lower() not in suffixes:
            yield from _walk(path, suffixes, problems)
        elif path.suffix.lower() in suffixes:
            yield path


def _found(path: Path) -> Found:
    """Return a file inside a folder or pattern; bytes of its name that are no UTF-8 are shown as U+FFFD."""
    return Found(without_surrogates(str(path)), path, named=False)


def _in_pattern(source: str, suffixes: tuple[str, ...]) -> tuple[list[Found], list[Problem]]:
    """Return the readable files that a glob pattern matches; "**" goes into folders."""
    matches = [Path(match) for match in sorted(glob.glob(source, recursive=True))]  # noqa: PTH207
    found = [_found(path) for path in matches if path.suffix.lower() in suffixes]
    if found:
        return found, []
    return [], [Problem(source, "the pattern matches no document; check it, or quote it for the shell", "missing")]
