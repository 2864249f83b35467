"""Running the command lines that help, README and docs show, as a person would type them."""

import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimgraph.cli.main import run
from claimgraph.model import ExitCode

#: What the examples' files hold; the names are those that the examples use.
FILES = {
    "notes.txt": "Coffee delays sleep. Many doubt that tea cures colds.\n",
    "pairs.jsonl": '{"id": "p1", "a": "Coffee improves sleep.", "b": "Coffee does not improve sleep."}\n',
    "my-query.rq": "SELECT ?claim WHERE { ?claim a cg:Claim } LIMIT 3\n",
}


@dataclass(frozen=True)
class Ended:
    """How a command line ended: its exit code, stdout and stderr."""

    code: ExitCode
    out: str
    err: str


@pytest.fixture
def workplace(tmp_path: Path, seeds: Path, seeds_out: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the sample documents, their build in out/demo, and the files the examples name."""
    (tmp_path / "out").mkdir()
    (tmp_path / "seeds").symlink_to(seeds)
    (tmp_path / "out" / "demo").symlink_to(seeds_out)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "my-pack.ttl").write_bytes((repository / "ontology" / "hair-restoration.ttl").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def conflict(seeds_out: Path) -> tuple[str, str]:
    """Return the ids of two claims of the sample documents that conflict."""
    lines = (seeds_out / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    found = next(one for one in map(json.loads, lines) if one["type"] == "conflict")
    return found["source"], found["target"]


@pytest.fixture
def shell(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Return a function that runs one line, `claimgraph ...` or `something | claimgraph ...`, in this process."""

    def type_line(line: str) -> Ended:
        before, _, ours = line.rpartition(" | ")
        words = [word for part in shlex.split(ours) for word in _expanded(part)]
        assert words[0] == "claimgraph", line
        given = subprocess.run(["bash", "-c", before], capture_output=True, check=True).stdout if before else b""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsysbinary.readouterr()
        code = run(words[1:])
        told = capsysbinary.readouterr()
        return Ended(code, told.out.decode(), told.err.decode())

    return type_line


def _expanded(word: str) -> list[str]:
    """Return a word with its file pattern expanded, as a shell does."""
    found = sorted(str(path) for path in Path().glob(word)) if re.search(r"[*?]", word) and "{" not in word else []
    return found or [word]
