"""The report that people read in a terminal or in Markdown."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from claimgraph.analysing import analyse
from claimgraph.analysing.report import of_findings, report
from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Facts, to_record

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller

HOSTILE = "Tea <script>alert(1)</script> | *cures* [you](javascript:alert(1)) \u202e\x1b[31m"


def _facts(tell: "Teller") -> Facts:
    """Return a small dispute with hostile words in it."""
    yes = tell.say("a", "tea | helps | sleep", quote=HOSTILE)
    no = tell.say("b", "tea | helps | sleep", no=True)
    return tell.facts([yes, no], [tell.relate("conflict", "contradictory", yes, no)])


def _written(tell: "Teller", form: str) -> str:
    """Return the report of the small dispute."""
    facts = _facts(tell)
    return of_findings(analyse(facts, Pack()), {c.id: c.quote.exact for c in facts.claims}, form)


def test_the_text_report_names_every_section_and_the_dispute(tell: "Teller") -> None:
    """Each analysis has its heading and its sentence; the matrix shows the two answers; the caution is there."""
    text = _written(tell, "text")
    findings = analyse(_facts(tell), Pack())
    for section in (findings.matrix, findings.balance, findings.argumentation, findings.missing):
        assert f"\n{section.note.title}\n---" in text
    assert "Does tea help sleep?" in text
    assert "✔ 1" in text
    assert "✘ 1" in text
    assert "not strength of evidence" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_markdown_report_is_inert(tell: "Teller") -> None:
    """Rendered, the report has its headings and tables, and the hostile words stay words: no tag, link or emphasis."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(_written(tell, "markdown"))
    assert "<h1>" in html
    assert "<table>" in html
    assert "<script" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert "alert(1)" in html


def test_a_built_folder_gives_the_same_report(tell: "Teller", tmp_path: Path) -> None:
    """What is read back from report.json and claims.jsonl is the report of the findings themselves."""
    facts = _facts(tell)
    findings = analyse(facts, Pack())
    (tmp_path / "report.json").write_text(json.dumps(to_record(findings), ensure_ascii=False), "utf-8")
    rows = [json.dumps({"id": c.id, "quote": {"exact": c.quote.exact}}) for c in facts.claims]
    (tmp_path / "claims.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    quotes = {claim.id: claim.quote.exact for claim in facts.claims}
    assert report(tmp_path, "markdown") == of_findings(findings, quotes, "markdown")


@pytest.mark.parametrize("content", [None, "{", "[]", '{"version": 99}'])
def test_a_folder_without_a_report_says_so_in_one_line(tmp_path: Path, content: str | None) -> None:
    """Missing, cut short, of another shape or version: one line that names the file and what to do."""
    if content is not None:
        (tmp_path / "report.json").write_text(content)
    with pytest.raises(ClaimgraphError, match=r"report\.json: .*build") as caught:
        report(tmp_path)
    assert "\n" not in str(caught.value)


def test_an_unknown_form_is_refused(tell: "Teller") -> None:
    """Only text and Markdown are written."""
    with pytest.raises(ClaimgraphError, match="use text or markdown"):
        _written(tell, "pdf")


def test_many_sources_make_a_list_instead_of_a_table(tell: "Teller") -> None:
    """Ten columns fit nobody's screen: the matrix becomes a list of questions and their state."""
    facts = tell.facts([tell.say(f"s{n}", "tea | helps", no=n == 0) for n in range(10)])
    text = of_findings(analyse(facts, Pack()), {})
    assert "* Does tea help? 9 independent voices say yes, 1 says no." in text
