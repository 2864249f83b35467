"""Text from strangers: scripts, addresses that run code, broken Unicode and monsters of length stay inert."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimgraph.analysing import analyse
from claimgraph.knowledge import Pack
from claimgraph.model import Facts
from claimgraph.rendering import page as render

Open = Callable[..., Any]
Made = Callable[[dict[str, str], tuple[Any, ...]], Facts]

SCRIPT = "<script>window.stolen = 1</script><img src=x onerror=window.stolen=1>"
CLOSING = "</script></style></textarea><!-- <b>bold</b> {{ 7 * 7 }} {% raw %}"
QUOTES = "it's \"quoted\" `twice` \\ ' onmouseover=window.stolen=1 x='"
TURNED = "evil\u202egnp.exe\u2066 and \x00\x07\x1b broken \ud800 pieces \ufdd0"
WORD = "w" * 10_000


@pytest.fixture(scope="module")
def hostile(pile_of: Made) -> Facts:
    """A pile in which every kind of trouble stands in quotes, labels, voices, titles and addresses."""
    texts = {
        "one": f"{SCRIPT} cures sleep. {QUOTES} cures sleep. {WORD} cures sleep.",
        "two": f"{SCRIPT} does not cure sleep. {TURNED} cures sleep. {CLOSING} cures sleep.",
    }
    lines = (
        ("one", f"{SCRIPT} cures sleep", SCRIPT, "cures", "sleep", "+", "asserted", CLOSING),
        ("one", f"{QUOTES} cures sleep", QUOTES, "cures", "sleep", "+", "asserted", QUOTES),
        ("one", f"{WORD} cures sleep", WORD, "cures", "sleep", "+", "asserted", WORD),
        ("two", f"{SCRIPT} does not cure sleep", SCRIPT, "cures", "sleep", "-", "asserted", TURNED),
        ("two", f"{TURNED} cures sleep", TURNED, "cures", "sleep"),
        ("two", f"{CLOSING} cures sleep", CLOSING, CLOSING, "sleep"),
    )
    facts = pile_of(texts, lines)
    documents = (
        replace(facts.documents[0], publisher=SCRIPT, title=QUOTES, address="javascript:window.stolen=1"),
        replace(facts.documents[1], publisher=WORD, title=TURNED, address="https://two.example/'\"><script>"),
    )
    relations = tuple(replace(r, rationale=f"{CLOSING} {SCRIPT}") for r in facts.relations)
    return replace(facts, documents=documents, relations=relations, packs=(SCRIPT,), bounds=(SCRIPT,))


@pytest.fixture(scope="module")
def hostile_html(hostile: Facts) -> str:
    """The hostile pile's page."""
    return render(hostile, analyse(hostile, Pack()), Pack())


@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_text_is_shown_and_does_nothing(open_page: Open, hostile_html: str, screens: Path, width: int) -> None:
    """Used from end to end, the page runs nothing of the documents', shows their words, and keeps its layout."""
    sheet = open_page(hostile_html, width=width)
    page = sheet.page
    for name in ("subject", "question", "argument"):
        page.locator(f'[data-map="{name}"]').scroll_into_view_if_needed()
        page.wait_for_function("name => claimgraph.maps.has(name)", arg=name)
    for cell in page.locator("button.cell:visible").all():
        cell.click()
        page.keyboard.press("Escape")
    page.locator("button.cell").first.click()
    assert page.evaluate("window.stolen") is None
    assert sheet.complaints == []
    assert len(sheet.requests) == 1
    assert SCRIPT in page.locator("#panel mark").first.inner_text()
    assert page.evaluate("document.scrollingElement.scrollWidth") == width
    assert page.locator("#main script, #panel script, #main img, #panel img").count() == 0
    page.screenshot(path=screens / f"hostile-{width}.png")


def test_no_link_runs_code(open_page: Open, hostile_html: str) -> None:
    """Only web addresses become links; a `javascript:` address is plain text."""
    page = open_page(hostile_html).page
    targets = page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert targets
    assert all(target.startswith(("#", "https://")) for target in targets)


def test_direction_overrides_are_named_not_obeyed(hostile_html: str) -> None:
    """An override is printed by its code point, broken surrogates and control characters as the replacement sign."""
    hostile_html.encode("utf-8")
    assert "\u202e" not in hostile_html
    assert "\x00" not in hostile_html
    assert "evil[U+202E]gnp.exe" in hostile_html


def test_a_very_long_quote_is_cut_and_says_so(hostile_html: str) -> None:
    """Of a quote of 10,012 characters the page prints the first 1,200 and says how many are left."""
    assert WORD not in hostile_html
    assert "8,812 more characters" in hostile_html


def test_map_labels_are_never_markup(open_page: Open, hostile_html: str) -> None:
    """A node's label holds the tags as letters, and no map is told to read markup."""
    page = open_page(hostile_html).page
    page.locator('[data-map="subject"]').scroll_into_view_if_needed()
    page.wait_for_function("() => claimgraph.maps.has('subject')")
    nodes = page.evaluate("claimgraph.maps.get('subject').nodes.get().map(n => [n.label, n.font?.multi, n.title])")
    assert any("<script>" in (label or "") for label, _, _ in nodes)
    assert not any(multi for _, multi, _ in nodes)
    assert not any(title for _, _, title in nodes)


def test_template_words_of_a_document_are_not_evaluated(hostile_html: str) -> None:
    """Braces in a document's text stay braces."""
    assert "{{ 7 * 7 }}" in hostile_html
