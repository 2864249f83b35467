"""What bad input gets from parsing: no crash, bounded time, a problem line where nothing was understood."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimgraph.knowledge.english import english
from claimgraph.language.blocks import LONGEST, blocks
from claimgraph.language.commenting import find_comments
from claimgraph.language.parsed import ParsedDocument, Sentence, SentenceKind, Token
from claimgraph.language.parsing import parse
from claimgraph.language.repairs.trees import is_tree
from claimgraph.language.speech import with_speech
from claimgraph.language.turns import turns
from claimgraph.model import Problem, Voice
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

PROSE = "The ferry carries ninety cars, and the bridge does not take lorries above seven tonnes. "


def read(text: str, model: "Language") -> tuple[ParsedDocument, tuple[Problem, ...]]:
    """Return a text parsed, and its problems."""
    [found] = parse([document_from_text(text)], model)
    return found


def growth(work: Callable[[int], object], small: int, times: int) -> float:
    """Return how many times longer `times` as much work takes, the least of three tries each."""
    return _least(work, small * times) / max(_least(work, small), 1e-3)


def _least(work: Callable[[int], object], size: int) -> float:
    """Return the least processor time of three tries, in seconds."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work(size)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\t \r\n",
        "\ufeff\u200b\u202e",
        "\x00\x01\x02",
        "咖啡会延迟睡眠。",
        "القهوة تؤخر النوم.",
        "☕ 😴 👩‍👩‍👧",
        "????? !!!!! .....",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "((((((((((((((((",
        '"' * 200,
    ],
)
def test_what_holds_no_statement_is_told(text: str, model: "Language") -> None:
    """A text without a single English statement gives a problem line that names its source, and no crash."""
    _, problems = read(text, model)
    assert [p.code for p in problems] == ["no-statement"]
    assert not problems[0].fatal


def test_a_statement_among_rubbish_is_read(model: "Language") -> None:
    """One good sentence is found between control characters, emoji and another script."""
    parsed, problems = read("\x00\x07\x1b[31m\n咖啡\n☕☕☕\nThe ferry carries ninety cars.\n\u202e\u202c", model)
    assert not problems
    assert any("ferry" in s.words(tuple(range(len(s.tokens)))) for s in parsed.sentences)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\r\n", "\u2028", "\x0c", "\x85"])
def test_each_kind_of_line_end_parts_lines(end: str, model: "Language") -> None:
    """Two lines are two blocks, whatever parts them, and no token straddles the line end."""
    text = f"The ferry carries ninety cars.{end}The bridge takes no lorries."
    parsed, _ = read(text, model)
    assert len({s.block for s in parsed.sentences}) == 2


def test_no_piece_is_longer_than_the_parser_is_given(model: "Language") -> None:
    """A sentence of 5,000 words, and a line without a single space, are cut into pieces that cover all of it."""
    for text in ("and ".join(["the ferry carries cars "] * 1250), "x" * 30_000):
        document = document_from_text(text)
        cut = blocks(document)
        assert max(b.end - b.start for b in cut) <= LONGEST
        assert "".join(document.text[b.start : b.end] for b in cut).replace(" ", "") == text.replace(" ", "")


def test_time_grows_with_the_length_of_one_line(model: "Language") -> None:
    """Four times as long a line takes about four times as long, not sixteen."""
    lines = {n: "".join(f"Ferry {i} carries {i} cars. " for i in range(n)) for n in (150, 600)}
    assert growth(lambda n: read(lines[n], model), 150, 4) < 9


def test_the_same_paragraph_again_costs_next_to_nothing(model: "Language") -> None:
    """A paragraph a hundred times is parsed once: much less than a hundred times the cost of one."""
    assert growth(lambda n: read((PROSE * 8 + "\n\n") * n, model), 1, 100) < 50


def test_ten_megabytes_without_a_line_end_are_read(model: "Language") -> None:
    """A line of 10 MB is cut without going over it again and again, and its last word is where it stands."""
    text = PROSE * (10_000_000 // len(PROSE))
    document = document_from_text(text)
    start = time.process_time()
    cut = blocks(document)
    assert time.process_time() - start < 15
    assert cut[-1].end == len(text.rstrip())
    assert document.text[cut[-1].start : cut[-1].end].endswith("seven tonnes.")


@pytest.mark.parametrize("line", ["x" * 10_000_000, "Zm9vYmFy+/" * 100_000, '"' * 20_000])
def test_what_is_no_word_costs_no_parse(line: str, model: "Language") -> None:
    """A line without a space, encoded data and a heap of marks are told in a problem line, within seconds."""
    start = time.process_time()
    parsed, problems = read(line, model)
    assert time.process_time() - start < 15
    assert [p.code for p in problems] == ["no-statement"]
    assert not any(len(t.text) > LONGEST for s in parsed.sentences for t in s.tokens)


@pytest.mark.parametrize(
    "text", ["What a bridge only rests on is no part of its own.", "a brick mid-row | brick mid-row"]
)
def test_trees_stay_trees_whatever_is_mended(text: str, model: "Language") -> None:
    """No repair hangs words on one another in a circle, which whoever looks for the verb above would never leave."""
    parsed, _ = read(text, model)
    assert all(is_tree(sentence.tokens) for sentence in parsed.sentences)


def told(text: str) -> list[Sentence]:
    """Return a text's sentences, one "says" with a subject each, up to every full stop."""
    found, start = [], 0
    while (stop := text.find(".", start) + 1) > 0:
        ferry = Token(0, "Ferrymen", "ferrymen", "ferryman", "NNS", "NOUN", "nsubj", 1, (), start, start + 1)
        says = Token(1, "say", "say", "say", "VBP", "VERB", "ROOT", 1, (0,), start + 2, start + 3)
        found.append(Sentence((ferry, says), start, stop, SentenceKind.STATEMENT, Voice("page"), 0))
        start = stop
    return found


@pytest.mark.parametrize("end", ["\n", " "])
@pytest.mark.parametrize("passage", ['"The tide {} is early."{}', '"The tide {} is early." - Ada Moss{}'])
def test_time_grows_with_the_number_of_quotations(passage: str, end: str) -> None:
    """Eight times as many quotations, in their own lines or in one, take some eight times as long, not sixty-four."""
    texts = {n: "".join(passage.format(i, end) for i in range(n)) for n in (500, 4000)}
    sentences = {n: told(text) for n, text in texts.items()}
    assert growth(lambda n: with_speech(texts[n], sentences[n], english()), 500, 8) < 24


def test_what_nobody_says_is_heard_from_who_says_it_elsewhere() -> None:
    """Of many passages that name nobody, one that repeats another's words is hers, however far down it stands."""
    quoted = "".join(f'"The tide of berth {i} is early."\n' for i in range(300))
    text = f'"We sail at noon, come what may." - Ada Moss\n\n{quoted}\n"We sail at noon, come what may."\n'
    whole = Sentence((), 0, len(text), SentenceKind.STATEMENT, Voice("page"), 0)
    voices = [speech.voice.label for speech in with_speech(text, [whole], english())[0].speeches]
    assert (voices[0], voices[1], voices[-1]) == ("Ada Moss", "somebody quoted", "Ada Moss")


def test_time_grows_with_the_number_of_headings_over_comments() -> None:
    """Eight times as many headings that may announce comments take some eight times as long, not sixty-four."""
    lines = ["Comments", "The ferry carries ninety cars", "4 comments", "The bridge is shut."]
    assert growth(lambda n: find_comments(lines * n, english()), 100, 8) < 24


def test_time_grows_with_the_number_of_questions() -> None:
    """Eight times as many paragraphs that ask, under whom a page spoke to, take some eight times as long."""

    def read_turns(n: int) -> object:
        text = "We spoke to Ada Moss.\n" + "Does the ferry sail?\nI say it does, and my crew agrees.\n" * n
        ends = [i for i, sign in enumerate(text) if sign == "\n"]
        return turns(text, list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True)), english())

    assert read_turns(3)
    assert growth(read_turns, 200, 8) < 24
