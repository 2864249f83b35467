"""Markdown: the text stays the file's own, regions tell words from markup."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Document, Region
from claimgraph.reading import prose, read
from claimgraph.reading.markdown import markdown_regions

PAGE = """---
title: "Tea and *sleep*"
author: Jane Smith
date: 2020-05-21
---
# Tea & sleep

Tea **wakes** people; see [the study](https://example.org/a_b) and `caffeine`.

Is it *safe*?
-------------

- Green tea
- Black tea
  1. strong

> I slept
> badly.

| Tea | mg |
|-----|----|
| Green | 30 |

```
code = 1
```
AT&amp;T \\* done
"""


def cut(kind: str, page: str = PAGE) -> list[str]:
    """Return the words of the regions of one kind."""
    return [page[region.start : region.end] for region in markdown_regions(page) if region.kind == kind]


def read_page(tmp_path: Path, page: str) -> Document:
    """Return the document of a Markdown file."""
    (tmp_path / "a.md").write_bytes(page.encode())
    (document,), problems = read([tmp_path / "a.md"])
    assert problems == ()
    return document


def test_the_text_is_the_file_and_the_front_matter_tells_of_it(tmp_path: Path) -> None:
    """Title, author and date are read off the front matter."""
    document = read_page(tmp_path, PAGE)
    assert document.text == PAGE
    assert (document.title, document.author, document.date) == ("Tea and *sleep*", "Jane Smith", "2020-05-21")
    assert document.media_type == "text/markdown"


def test_headings_have_their_words_and_levels() -> None:
    """Both styles of heading are found, and labels are without markup."""
    heads = [(region.label, region.level) for region in markdown_regions(PAGE) if region.kind == "heading"]
    assert heads == [("Tea & sleep", 1), ("Is it safe?", 2)]
    assert cut("heading", "## Tea ##\n\n> # Milk\n> calms.\n\n#\n") == ["Tea", "Milk"]


def test_items_quotations_tables_and_code_are_regions() -> None:
    """Each block of CommonMark, and tables, are found where they stand."""
    assert cut("quotation") == ["> I slept\n> badly."]
    assert cut("table") == ["| Tea | mg |\n|-----|----|\n| Green | 30 |"]
    assert cut("code") == ["```\ncode = 1\n```"]
    assert cut("item") == ["Green tea", "Black tea\n  1. strong", "strong"]


def test_prose_has_the_words_alone_each_where_it_stood() -> None:
    """Blanking markup and code moves no word."""
    document = Document("a", PAGE, "0" * 64, "a.md", regions=markdown_regions(PAGE))
    blanked = prose(document)
    assert len(blanked) == len(PAGE)
    assert " ".join(blanked.split()) == (
        "Tea & sleep Tea wakes people; see the study and caffeine . Is it safe ? Green tea Black tea strong "
        "I slept badly. Tea mg Green 30 AT&amp;T \\* done"
    )
    assert blanked.index("the study") == PAGE.index("the study")


def test_windows_line_ends_keep_their_places() -> None:
    """Regions are the same words with CRLF."""
    page = PAGE.replace("\n", "\r\n")
    assert cut("item", page) == ["Green tea", "Black tea\r\n  1. strong", "strong"]
    assert cut("heading", page) == ["Tea & sleep", "Is it *safe*?"]


PIECES = st.sampled_from(
    [
        "# ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "> ",
        "- ",
        "1. ",
        "[a](b)",
        "![",
        "](",
        "|",
        "|-|\n",
        "\n",
        "\r\n",
        "\r",
        "---\n",
        "tea ",
        "&amp;",
        "\\*",
        "<b>",
        "\u0000",
        "\t",
        "    ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_regions_lie_inside_any_text_and_prose_is_as_long(text: str) -> None:
    """Whatever is read as Markdown, places are inside it, by start, and blanking keeps the length."""
    regions = markdown_regions(text)
    starts = [region.start for region in regions]
    assert starts == sorted(starts)
    assert all(0 <= region.start < region.end <= len(text) for region in regions)
    document = Document("a", text, "0" * 64, "a.md", regions=regions)
    assert len(prose(document)) == len(text)


def test_invisible_characters_are_blanked_between_words_only() -> None:
    """A zero-width space beside a word goes, one inside a word stays so that the word stays one."""
    text = "tea\u200b wa\u200bkes\u200f"
    document = Document("a", text, "0" * 64, "a.txt", regions=(Region("heading", 0, 3, "tea", 1),))
    assert prose(document) == "tea  wa\u200bkes "
