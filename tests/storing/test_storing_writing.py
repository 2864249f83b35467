"""The files of a build, whole or not at all."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.analysing import analyse
from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Facts, Quote
from claimgraph.model.findings import Findings
from claimgraph.storing.reading_back import read_build
from claimgraph.storing.writing import FILES, check_output, write_build


@pytest.fixture(scope="module")
def findings(facts: Facts, pack: Pack) -> Findings:
    """The analyses of the small pile."""
    return analyse(facts, pack)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_build_has_its_six_files(facts: Facts, findings: Findings, pack: Pack, tmp_path: Path) -> None:
    """Exactly the six fixed files are written, in folders that are made where they are missing, and read back."""
    out = tmp_path / "deep" / "out"
    write_build(facts, findings, "<html>é</html>", out, pack=pack)
    assert sorted(contents(out)) == sorted(FILES)
    assert read_build(out) == facts
    assert (out / "index.html").read_text(encoding="utf-8") == "<html>é</html>"
    assert json.loads((out / "report.json").read_bytes())["packs"] == list(findings.packs)
    assert list(out.parent.iterdir()) == [out]


def test_building_twice_gives_the_same_bytes(facts: Facts, findings: Findings, pack: Pack, tmp_path: Path) -> None:
    """A second build into the same folder replaces the first one by the same bytes."""
    write_build(facts, findings, "page", tmp_path / "out", pack=pack)
    before = contents(tmp_path / "out")
    write_build(facts, findings, "page", tmp_path / "out", pack=pack)
    assert contents(tmp_path / "out") == before


def test_what_no_build_wrote_is_never_overwritten(facts: Facts, findings: Findings, pack: Pack, tmp_path: Path) -> None:
    """A folder that holds something else is refused by name and stays as it is; a file likewise."""
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ClaimgraphError, match=r"holds something else than a build \(thesis\.txt\)"):
        write_build(facts, findings, "page", tmp_path, pack=pack)
    assert contents(tmp_path) == {"thesis.txt": b"years of work"}
    with pytest.raises(ClaimgraphError, match="is a file"):
        check_output(tmp_path / "thesis.txt")


def test_an_invalid_graph_leaves_the_earlier_build(
    facts: Facts, findings: Findings, pack: Pack, tmp_path: Path
) -> None:
    """Where the gate finds a violation nothing is written: the earlier build stays, and nothing beside it."""
    write_build(facts, findings, "page", tmp_path / "out", pack=pack)
    before = contents(tmp_path / "out")
    first = facts.claims[0]
    wrong = replace(first, quote=Quote("not in the text", "", "", first.quote.start, first.quote.end))
    with pytest.raises(ClaimgraphError, match="quote does not stand in its document"):
        write_build(replace(facts, claims=(wrong, *facts.claims[1:])), findings, "page", tmp_path / "out", pack=pack)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_to_write_leaves_nothing(
    facts: Facts, findings: Findings, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full in the middle of a build leaves no file and ends in one line."""

    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ClaimgraphError, match="No space left on device"):
        write_build(facts, findings, "page", tmp_path / "out", pack=pack)
    assert list(tmp_path.iterdir()) == []


def test_a_large_build_passes_the_gate(made_up: Callable[[int], Facts], tmp_path: Path) -> None:
    """Four hundred claims are written and pass the shapes."""
    facts = made_up(400)
    write_build(facts, analyse(facts, Pack()), "page", tmp_path / "out", pack=Pack())
    assert (tmp_path / "out" / "claims.jsonl").read_bytes().count(b"\n") == 400
