"""What README and docs show is what happens: console blocks are run, links lead somewhere, lists are complete."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimgraph.reading.formats import suffixes
from claimgraph.storing.exports import FORMATS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _steps(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command of a page's console blocks with the output that the page shows for it."""
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = step.partition("\n")
            yield line, output


def _agrees(shown: str, told: str) -> bool:
    """Say whether an output is as shown; a line of three dots stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown.rstrip("\n") + "\n", flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), told.rstrip("\n") + "\n") is not None


@pytest.mark.parametrize("page", [page for page in PAGES if any(_steps(page))], ids=lambda page: page.name)
def test_console_blocks_show_the_true_output(page: Path, workplace: Path, shell: Callable[..., Any]) -> None:
    """Typed one after another, the commands of a page print what the page says they print."""
    for line, shown in _steps(page):
        if line.startswith("cat ") and "|" not in line:
            Path(line.removeprefix("cat ")).write_text(shown, encoding="utf-8")
            continue
        ended = shell(line)
        assert _agrees(shown, ended.err + ended.out), f"$ {line}\n{ended.err}{ended.out}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file of the repository."""
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_readme_names_every_format() -> None:
    """A format that can be read or written is in the README's tables."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in FORMATS if f"`{one.name}`" not in text] == []
    spellings = {".text", ".markdown", ".htm", ".xhtml", ".ndjson"}
    assert [suffix for suffix in suffixes() if f"`{suffix}`" not in text and suffix not in spellings] == []


def test_docs_index_leads_to_every_page() -> None:
    """No page of the docs is hidden."""
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")} - {"index.md"}
    assert {page for page in pages if f"]({page})" not in index} == set()
