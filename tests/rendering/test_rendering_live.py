"""The way back to the live page: annotations and links find their words in the page as a browser shows it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimgraph.api import Build, build
from claimgraph.storing.exports import Exported, export

Open = Callable[..., Any]

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mint tea</title>
<link rel="canonical" href="https://example.org/mint"><style>p { margin: 60vh 0 } nav { display: flex }</style></head>
<body><nav><a href="/">Home</a><a href="/buy">Buy mint tea now</a></nav><main><article>
<h1>Mint tea</h1>
<p>Mint&nbsp;tea calms the <em>stomach</em> in most adults &amp; improves digestion,
   as many people who drink it after dinner in the evening say.</p>
<h2>For whom it is not</h2>
<p>Mint tea does <b>not</b> help <a href="#x">pregnant</a> women. A well-known doctor, who asked 1,200 patients, says
   that mint tea doesn’t reduce “heart-burn” at all<sup>1</sup>.</p>
<ul><li>Green tea prevents headaches in older patients.</li><li>Black tea does not cause headaches, they say.</li></ul>
</article></main><footer>Mint tea shop</footer></body></html>
"""
#: Finds words as a reader's search does, from the top, and says what it selected.
FIND = """words => {
    getSelection().removeAllRanges();
    return window.find(words, true) ? getSelection().toString() : null;
}"""
#: Whether words stand within the window as it is scrolled now.
SEEN = """words => {
    const scrolled = scrollY;
    getSelection().removeAllRanges();
    if (!window.find(words, true)) return null;
    const top = getSelection().getRangeAt(0).getBoundingClientRect().top + scrollY;
    return top >= scrolled && top < scrolled + innerHeight;
}"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The page's build."""
    path = tmp_path_factory.mktemp("live") / "mint.html"
    path.write_text(PAGE, encoding="utf-8")
    return build([str(path)])


@pytest.fixture(scope="module")
def annotated(read: Build) -> list[dict[str, Any]]:
    """The targets of the page's annotations."""
    page = json.loads(export(Exported(read.facts, pack=read.pack), "annotations")[""])
    return [item["target"] for item in page["items"]]


def test_annotations_find_their_words_on_the_live_page(open_page: Open, annotated: list[dict[str, Any]]) -> None:
    """Each annotation names the page's address, and a browser that searches for its words selects them on the page."""
    sheet = open_page(PAGE)
    assert len(annotated) >= 5
    for target in annotated:
        assert target["source"] == "https://example.org/mint"
        words = target["selector"][0]["exact"]
        assert " ".join(sheet.page.evaluate(FIND, words).split()) == " ".join(words.split())


def test_a_search_for_other_words_finds_nothing(open_page: Open) -> None:
    """Words that the page does not have are not selected, so that a find means something."""
    assert open_page(PAGE).page.evaluate(FIND, "Mint tea calms the heart") is None


def test_links_open_the_page_at_the_words(open_page: Open, read: Build, annotated: list[dict[str, Any]]) -> None:
    """A browser that follows a claim's text fragment scrolls to its words; without it they are out of sight."""
    away = 0
    for claim, target in zip(read.claims, annotated, strict=True):
        [fragment] = [one["value"] for one in target["selector"] if one["type"] == "FragmentSelector"]
        if not open_page(PAGE).page.evaluate(SEEN, claim.quote.exact):
            page = open_page(PAGE, anchor=f"#{fragment}").page
            page.wait_for_function("scrollY > 0", timeout=5000)
            assert page.evaluate(SEEN, claim.quote.exact), claim.quote.exact
            away += 1
    assert away >= 4
