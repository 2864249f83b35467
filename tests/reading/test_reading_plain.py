"""Plain text: the text is the file's own, and regions say no more than bare lines tell."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Region
from claimgraph.reading import document_from_text, read

PAGE = """Tea and sleep

Tea keeps people awake, say most of those who drink it late, and the effect lasts for hours.

Is it safe?
Yes, tea is safe for most adults, and it has been for as long as anybody has kept records of what people drink.

What tea will do for you:

  • - Green tea calms and clears the head
  • - Black tea wakes

Sleep House Leeds
Tea can be used to wake the tired. *Results may vary.

1. Boil water.
2. Pour it over the leaves.

Prices are in pounds
and may change
"""


def regions(text: str, kind: str) -> list[str]:
    """Return the words of the regions of one kind."""
    document = document_from_text(text)
    return [document.text[region.start : region.end] for region in document.regions if region.kind == kind]


def test_headings_are_short_lines_above_longer_paragraphs_and_questions() -> None:
    """A title, a question right above its answer, a lead-in above a list and a caption's heading are headings."""
    assert regions(PAGE, "heading") == [
        "Tea and sleep",
        "Is it safe?",
        "What tea will do for you:",
        "Sleep House Leeds",
    ]


def test_only_the_first_line_is_a_first_level_heading() -> None:
    """Bare lines tell no levels, so all but the title share the second."""
    levels = [region.level for region in document_from_text(PAGE).regions if region.kind == "heading"]
    assert levels == [1, 2, 2, 2]


def test_items_are_cut_behind_their_bullets_and_numbers() -> None:
    """An item's region begins at its first word, whatever bullets stand before it."""
    assert regions(PAGE, "item") == [
        "Green tea calms and clears the head",
        "Black tea wakes",
        "Boil water.",
        "Pour it over the leaves.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "May 21st 2020 –",
        "By Jane Smith",
        "Tea is good for sleep.",
        "A. Smith says so",
        "tea and other drinks",
        "https://example.org/tea",
        "Tea, coffee, milk, water, wine, beer, juice, soup, broth, cider, mead, whey and more",
    ],
)
def test_a_line_of_another_shape_is_no_heading(line: str) -> None:
    """Datelines, bylines, sentences, names, addresses and long lines stay paragraphs."""
    below = "Tea keeps people awake, say most of those who drink it late, and the effect lasts for hours."
    assert regions(f"Intro.\n\n{line}\n\n{below}", "heading") == []


def test_hard_wrapped_paragraphs_have_no_headings() -> None:
    """The first line of a paragraph wrapped at a fixed width is not taken for a heading."""
    wrapped = "Leaves that come from the hills are dried with\nCO2 and sent to the shops in boxes that\nkeep them dry."
    assert regions(f"{wrapped}\n\n{wrapped}\n", "heading") == []


def test_a_lone_number_or_dash_makes_no_list() -> None:
    """A line that merely begins with a number or a dash is no item; it needs another one beside it."""
    assert regions("2. was the answer he gave us.\n\nTea.", "item") == []
    assert regions("Be calm.\n— Jane Smith\n\nTea.", "item") == []


def test_a_quotation_runs_from_its_opening_paragraph_to_its_closing_mark() -> None:
    """A letter quoted over several paragraphs is one region; what follows is not part of it."""
    text = 'I got this letter.\n\n"Tea wakes.\n\nTea\nIt is no drug. *" *\n\nI doubt it.'
    assert regions(text, "quotation") == ['"Tea wakes.\n\nTea\nIt is no drug. *"']


def test_a_quotation_reopened_in_each_paragraph_closes_with_the_last() -> None:
    """The printer's convention, each paragraph opened and only the last closed, gives one region."""
    text = "“Tea wakes.\n\n“It is no drug.”\n\nI doubt it."
    assert regions(text, "quotation") == ["“Tea wakes.\n\n“It is no drug.”"]


def test_a_word_in_quotation_marks_at_the_start_is_no_quotation() -> None:
    """A paragraph that goes on behind the closing mark is not a quotation as a whole."""
    assert regions('"Tea" is a drink.\n\n“Coffee” is another.', "quotation") == []


def test_lines_with_the_mail_sign_are_a_quotation() -> None:
    """Lines quoted as in e-mail are one region."""
    assert regions("He wrote:\n> Tea wakes.\n> It does.\nNo.", "quotation") == ["> Tea wakes.\n> It does."]


def test_rows_of_equal_cells_are_a_table() -> None:
    """Three or more lines with as many tabs are a table; two may be chance."""
    assert regions("Tea\t30\nCoffee\t90\nWater\t0\n", "table") == ["Tea\t30\nCoffee\t90\nWater\t0"]
    assert regions("Tea\t30\nCoffee\t90\n", "table") == []


def test_the_text_is_the_file_character_for_character(tmp_path: Path) -> None:
    """Mixed line ends, zero-width and control characters, right-to-left marks and emoji all stay in place."""
    text = "Tea\r\n\r\n wakes\rus\n\x0c\x00b\u200b\u200f مرحبا \u202e\U0001f375\u2028 end \x85\n"
    text = text.replace("\x00", "")
    (tmp_path / "a.txt").write_bytes(text.encode())
    (document,), problems = read([tmp_path / "a.txt"])
    assert document.text == text
    assert problems == ()


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    """Offsets count from the first character behind the mark."""
    (tmp_path / "a.txt").write_bytes("\ufeffTea wakes.".encode())
    (document,), _ = read([tmp_path / "a.txt"])
    assert document.text == "Tea wakes."


LINES = st.lists(
    st.sampled_from(
        ["Tea", "• item", '"', "“", "”", "> a", "1. b", "\t", "Is it?", "", "wakes us up. ", "\x85", "a\tb"]
    )
    | st.text(max_size=30)
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_regions_lie_inside_the_text_in_order(parts: list[str], end: str) -> None:
    """Whatever the text, each region is a stretch of it that says something, and they come by start."""
    text = end.join(parts)
    document = document_from_text(text)
    assert document.text == text
    previous = Region("", 0, 0)
    for region in document.regions:
        assert 0 <= region.start < region.end <= len(text)
        assert text[region.start : region.end] == text[region.start : region.end].strip()
        assert region.start >= previous.start
        previous = region


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), min_size=1))
def test_any_text_round_trips_through_a_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A UTF-8 file that says anything gives exactly its text, or is called empty."""
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(text.encode())
    documents, problems = read([path])
    assert [document.text for document in documents] == ([text] if text.strip() else [])
    assert text.strip() or [problem.code for problem in problems] == ["empty"]
