"""The six files of a build, written whole or not at all, and the same bytes for the same facts."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Quad

from claimgraph.knowledge.pack import Pack
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Findings, to_record
from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.storing.dataset import quads, write_trig
from claimgraph.storing.locating import Locator
from claimgraph.storing.records import claim_record, problem_record, relation_record, write_records
from claimgraph.storing.store import loaded
from claimgraph.storing.validation import require_valid

FILES = ("claims.jsonl", "relations.jsonl", "graph.trig", "index.html", "report.json", "problems.jsonl")


def write_build(
    facts: Facts,
    findings: Findings,
    page: str,
    out: Path,
    *,
    pack: Pack | None = None,
    generated: str | None = None,
) -> None:
    """Write a build; an earlier build in the same folder is replaced only once the new one is complete and valid.

    Args:
        facts: what the run found.
        findings: what the analyses say of it, for `report.json`.
        page: the HTML page.
        out: the folder; it is made where it is missing.
        pack: what was known of the subject; None loads the packs that the facts name.
        generated: when the graph was made, ISO 8601 with time zone; None leaves every time out.

    Raises:
        ClaimgraphError: the folder holds something else than a build, cannot be written, or the graph breaks
            its shapes.
    """
    out = out.resolve()
    check_output(out)
    try:
        with _beside(out) as folder:
            _write_files(facts, findings, page, quads(facts, findings, pack, generated), folder)
            _settle(folder, out)
    except OSError as error:
        where = error.filename or out
        raise ClaimgraphError(f"{where}: cannot be written ({error.strerror or error}); nothing was changed") from None


def check_output(out: Path) -> None:
    """Let an output folder pass that is missing, empty, or holds a build; call it before a long run.

    Raises:
        ClaimgraphError: it is a file, or holds something that no build wrote.
    """
    if not out.exists():
        return
    if not out.is_dir():
        raise ClaimgraphError(f"{out}: is a file; give a folder for the output", ExitCode.USAGE)
    others = sorted(entry.name for entry in out.iterdir() if entry.name not in FILES)
    if others:
        message = f"{out}: holds something else than a build ({others[0]}); nothing is overwritten, give another folder"
        raise ClaimgraphError(message, ExitCode.USAGE)


def _write_files(facts: Facts, findings: Findings, page: str, graph: Iterator[Quad], folder: Path) -> None:
    located = Locator(facts.documents)
    write_records(folder / "claims.jsonl", (claim_record(claim, located(claim)) for claim in facts.claims))
    write_records(folder / "relations.jsonl", map(relation_record, facts.relations))
    write_records(folder / "problems.jsonl", map(problem_record, facts.problems))
    (folder / "report.json").write_bytes(_report(findings))
    (folder / "index.html").write_bytes(page.encode("utf-8", "replace"))
    with (folder / "graph.trig").open("wb") as out:
        write_trig(graph, out)
    require_valid(loaded(folder / "graph.trig"))


def _report(findings: Findings) -> bytes:
    text = json.dumps(to_record(findings), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Give a new folder beside the output, on the same disk, and take away what is left of it in the end."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.with_name(f".{out.name}.building-{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(folder: Path, out: Path) -> None:
    """Put a complete folder in the place of the output; on failure the earlier one stays."""
    if not out.exists():
        folder.rename(out)
        return
    earlier = out.with_name(f".{out.name}.earlier-{os.getpid()}")
    out.rename(earlier)
    try:
        folder.rename(out)
    except OSError:
        earlier.rename(out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
