"""What every export has in common: what it is made from, what it gives, and how its files are written."""

import os
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.knowledge.pack import Pack
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Findings
from claimgraph.model.problem import ClaimgraphError, ExitCode

if TYPE_CHECKING:
    import networkx

#: The files of an export by name; an export of one file gives it the name "".
Files: TypeAlias = Mapping[str, bytes]

# XML 1.0, section 2.2: the characters that no XML document may hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Exported:
    """What an export is made from.

    Attributes:
        facts: of the build.
        findings: what the analyses say, where the format tells it.
        pack: what was known of the subject; None loads the packs the facts name.
        network: the signed graph that `analysing` makes, for formats of graph programs.
    """

    facts: Facts
    findings: Findings | None = None
    pack: Pack | None = None
    network: "networkx.MultiDiGraph[str] | None" = None


@dataclass(frozen=True, slots=True)
class Format:
    """A format a build can be exported to.

    Attributes:
        name: as the user names it.
        suffixes: of files in it, the usual one first.
        audience: who takes it where, for the table in the docs.
        make: gives the files.
        several: whether it is more than one file, written into a folder or a .zip.
        needs_network: whether `Exported.network` must be there.
        extra: the optional dependency that must be installed.
    """

    name: str
    suffixes: tuple[str, ...]
    audience: str
    make: Callable[[Exported], Files]
    several: bool = False
    needs_network: bool = False
    extra: str | None = None


def carried_by_xml(text: str) -> str:
    r"""Return a text as XML can carry it, character for character: what it cannot hold becomes U+FFFD.

    A carriage return becomes a space, for every XML reader turns it into a line end, and a pair into one character,
    which would move all offsets behind it.

    >>> carried_by_xml("a\x0cb\r\n")
    'a\ufffdb \n'
    """
    return _NOT_XML.sub("\ufffd", text).replace("\r", " ")


def zipped(files: Files) -> bytes:
    """Return files as one zip archive, the same bytes for the same files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return out.getvalue()


def save(files: Files, out: Path) -> None:
    """Write the files of an export, each whole or not at all.

    Args:
        files: as an export gives them.
        out: the file; for an export of several, a folder, or a .zip file.

    Raises:
        ClaimgraphError: they cannot be written.
    """
    try:
        if set(files) == {""}:
            _replace(out, files[""])
        elif out.suffix.lower() == ".zip":
            _replace(out, zipped(files))
        else:
            out.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                _replace(out / name, content)
    except OSError as error:
        raise ClaimgraphError(f"{out}: cannot be written ({error.strerror or error})", ExitCode.FAILED) from None


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
