"""Web pages: the main text, its structure and its metadata; every block stands in the page."""

import re
from pathlib import Path

import pytest

from claimgraph.model import Document, Problem
from claimgraph.reading import read

ARTICLE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Tea &amp; sleep | Sleep House</title>
<meta name="author" content="Jane Smith"><meta property="article:published_time" content="2020-05-21T10:00:00Z">
<meta property="og:site_name" content="Sleep House"><link rel="canonical" href="https://example.org/tea">
<style>p { color: red }</style><script>var words = "Tea is a script.";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/b">Our blog</a></li></ul></nav>
<article><h1>Tea and sleep</h1>
<p>Tea <b>delays</b> sleep in most&nbsp;people who drink it
   late. It is a <a href="/x">well-known</a> effect that many surgeons report.</p>
<h2>Is it safe?</h2><p>Yes, tea is safe for most adults. It has been used for centuries all over the world.</p>
<ul><li>Green tea contains <i>L-theanine</i>, which calms.</li><li>Black tea contains caffeine, which wakes.</li></ul>
<blockquote><p>I slept badly after two cups, and so did my cat.</p></blockquote>
<table><tr><th>Tea</th><th>Caffeine</th></tr><tr><td>Green</td><td>30 mg</td></tr></table>
<p>The same words stand here twice, which is no mistake.</p><p>Between them stands another line.</p>
<p>The same words stand here twice, which is no mistake.</p></article>
<footer>Copyright 2020 Sleep House. All rights reserved.</footer></body></html>"""


def read_page(tmp_path: Path, page: str | bytes) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what reading a page gives."""
    (tmp_path / "page.html").write_bytes(page.encode() if isinstance(page, str) else page)
    return read([tmp_path / "page.html"])


def cut(document: Document, kind: str) -> list[str]:
    """Return the words of the regions of one kind."""
    return [document.text[region.start : region.end] for region in document.regions if region.kind == kind]


def test_main_text_structure_and_metadata(tmp_path: Path) -> None:
    """Headings, items, quotations and tables are regions, menus and scripts are gone, repeated words are kept."""
    (document,), problems = read_page(tmp_path, ARTICLE)
    assert problems == ()
    assert cut(document, "heading") == ["Tea and sleep", "Is it safe?"]
    assert [region.level for region in document.regions if region.kind == "heading"] == [1, 2]
    assert cut(document, "item") == [
        "Green tea contains L-theanine, which calms.",
        "Black tea contains caffeine, which wakes.",
    ]
    assert cut(document, "quotation") == ["I slept badly after two cups, and so did my cat."]
    assert cut(document, "table") == ["Tea\tCaffeine\nGreen\t30 mg"]
    assert document.text.count("The same words stand here twice") == 2
    assert not re.search("Home|script|color|Copyright", document.text)
    assert (document.title, document.author, document.publisher) == ("Tea and sleep", "Jane Smith", "Sleep House")
    assert (document.date, document.address) == ("2020-05-21", "https://example.org/tea")
    assert (document.language, document.media_type) == ("en-gb", "text/html")


def test_every_line_of_the_text_stands_in_the_page(tmp_path: Path) -> None:
    """Without tags and white space, each line is found in the page's source."""
    (document,), _ = read_page(tmp_path, ARTICLE)
    page = re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", ARTICLE.replace("&nbsp;", " ")))
    assert all(re.sub(r"\s+", "", line) in page for line in re.split(r"[\n\t]", document.text))


def test_line_breaks_are_line_ends_and_source_lines_are_not(tmp_path: Path) -> None:
    """A `br` ends a line, a line end in the source is a blank."""
    page = "<html><body><p>Tea wakes those who drink it.<br>Coffee does so\ntoo, as many say.</p></body></html>"
    (document,), _ = read_page(tmp_path, page)
    assert document.text == "Tea wakes those who drink it.\nCoffee does so too, as many say."


@pytest.mark.parametrize(
    ("charset", "tag"),
    [
        ("cp1252", '<meta charset="ISO-8859-1">'),
        ("utf-8", "<!-- none -->"),
        ("shift_jis", '<meta charset="Shift_JIS">'),
    ],
)
def test_the_declared_encoding_is_used(tmp_path: Path, charset: str, tag: str) -> None:
    """A page is decoded as browsers decode it; Latin 1 means Windows 1252."""
    words = "Tea wakes, says 茶." if charset == "shift_jis" else "Tea “wakes” us – said André."
    page = f"<html><head>{tag}</head><body><p>{words} It does so every night of the year.</p></body></html>"
    (document,), problems = read_page(tmp_path, page.encode(charset))
    assert words in document.text
    assert problems == ()


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>location = 'x'</script></body></html>",
        "<html><body><nav><a href=/>Home</a> <a href=/a>About us</a></nav><a href=/c>Contact</a>"
        "<footer>Copyright 2020 Sleep House. All rights reserved by Sleep House and its many friends.</footer></body>",
        '<html><body><div id="root"></div><noscript>You need to enable JavaScript.</noscript></body></html>',
    ],
)
def test_a_page_of_boilerplate_is_a_problem(tmp_path: Path, page: str) -> None:
    """A page that only holds menus and scripts gives no document."""
    documents, (problem,) = read_page(tmp_path, page)
    assert documents == ()
    assert (problem.code, problem.fatal) == ("boilerplate", True)


def test_a_page_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    """Fifty thousand elements inside each other end in a document or a problem, not in a crash."""
    documents, problems = read_page(tmp_path, "<div>" * 50_000 + "Tea wakes those who drink it at night.")
    assert len(documents) + len(problems) == 1


THREAD = """<!DOCTYPE html><html><head><title>Tea for sleep - TeaTalk</title></head><body>
<div id="header"><a href="/">TeaTalk</a> <ul class="nav"><li><a href="/f">Forums</a></li></ul></div>
<h1>Tea for sleep</h1>
<div class="post"><div class="author">leaf</div>
<div class="content"><p>Has anyone tried tea? It wakes me.</p></div></div>
<div class="post"><div class="author">doubter</div>
<div class="content"><blockquote>It wakes me.</blockquote>
<p>No. Tea does not wake anyone. I paid ten pounds for nothing.</p></div></div>
<div class="post"><div class="author">hope</div>
<div class="content">I slept after two weeks.<br><br>Milk did nothing.</div></div>
<div class="post"><div class="author">dr_jones</div>
<div class="content"><p>There are no trials yet.</p></div></div>
<div class="sidebar"><h3>Related threads</h3><ul><li><a href="/1">Milk results</a></li></ul></div>
<div hidden><p>This is not shown to anyone at all, so it is not said.</p></div>
<div id="footer">Powered by leaves. All times are UTC.</div></body></html>"""


def test_a_thread_keeps_every_post_in_order_with_who_wrote_it(tmp_path: Path) -> None:
    """Posts without paragraph elements and the posters' names stay; menus, sidebars and hidden words do not."""
    (document,), _ = read_page(tmp_path, THREAD)
    assert document.text.split("\n\n") == [
        "Tea for sleep",
        "leaf",
        "Has anyone tried tea? It wakes me.",
        "doubter",
        "It wakes me.",
        "No. Tea does not wake anyone. I paid ten pounds for nothing.",
        "hope",
        "I slept after two weeks.",
        "Milk did nothing.",
        "dr_jones",
        "There are no trials yet.",
    ]
    assert cut(document, "quotation") == ["It wakes me."]
    assert (document.title, document.author) == ("Tea for sleep", None)


def test_the_order_is_the_pages_own(tmp_path: Path) -> None:
    """A page of many kinds of blocks comes out in the order it has them."""
    order = [
        ARTICLE.index(words) for words in ("Tea <b>", "Is it safe", "Green tea", "I slept", "30 mg", "Between them")
    ]
    assert order == sorted(order)
    (document,), _ = read_page(tmp_path, ARTICLE)
    shown = ("Tea delays", "Is it safe", "Green tea", "I slept", "30 mg", "Between them")
    places = [document.text.index(words) for words in shown]
    assert places == sorted(places)
