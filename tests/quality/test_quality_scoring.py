"""The benchmark counts what it says it counts."""

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.quality import check_gold, claims, links, tables
from benchmarks.quality.precision import Judgement, draw_into, judgements
from benchmarks.quality.scoring import Row, judged, located, score

from claimgraph.model import (
    Certainty,
    Claim,
    Evidence,
    Mention,
    Polarity,
    Proposition,
    Quote,
    Term,
    Voice,
)

TEXT = "The kiln does not crack tiles, says Ines Vale."
CLAIM = Claim(
    document="page-1",
    quote=Quote.cut(TEXT, 0, 29),
    subject=Mention("The kiln", "kiln"),
    predicate=Mention("does not crack", "cracks"),
    object=Mention("tiles", "tile"),
    polarity=Polarity.NEGATIVE,
    certainty=Certainty.ASSERTED,
    voice=Voice("Ines Vale"),
    evidence=Evidence.BARE_ASSERTION,
    qualifiers=(),
    content=Proposition(Term("kiln"), Term("cracks"), Term("tile")),
)
ROW = Row("g1", "page-1", "does not crack tiles", 9, 29, "kiln", "tile", "-", "asserted", "Vale")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (ROW, ""),
        (replace(ROW, subject="oven"), "miss"),
        (replace(ROW, object="brick"), "miss"),
        (replace(ROW, document="page-2"), "miss"),
        (replace(ROW, start=30, end=46), "miss"),
        (replace(ROW, polarity="+"), "polarity"),
        (replace(ROW, certainty="hedged"), "certainty"),
        (replace(ROW, voice="page"), "voice"),
        (replace(ROW, polarity="any", certainty="any", voice="page|any"), ""),
    ],
)
def test_a_row_is_found_only_by_a_claim_that_says_it(row: Row, fault: str) -> None:
    """Document, place, subject, object, polarity, certainty and voice each decide."""
    [verdict] = judged([row], [CLAIM])
    assert verdict.fault == fault


def test_shares_count_only_the_rows_that_ask() -> None:
    """Certainty and voice are shares of the found rows that ask for them, recall of all rows."""
    rows = [ROW, replace(ROW, certainty="any", voice="any"), replace(ROW, subject="oven"), replace(ROW, voice="page")]
    found = score(judged(rows, [CLAIM]), [CLAIM], {"page-1": TEXT})
    assert (found.gold, found.recall, found.certainty, found.voice) == (4, 0.75, 1.0, 0.5)
    assert found.not_verbatim == 0


def test_a_quote_that_is_not_in_its_text_is_counted() -> None:
    """A claim whose quote is not the text at its offsets is counted as not verbatim."""
    assert score([], [CLAIM], {"page-1": TEXT.upper()}).not_verbatim == 1


def test_a_gold_quote_that_does_not_stand_in_its_page_is_refused() -> None:
    """Gold is never matched by guess."""
    with pytest.raises(ValueError, match="g9"):
        located([["g9", "page", "does crack", "a", "b", "+", "any", "any"]], {"page-1": TEXT})


@pytest.mark.parametrize("name", ["heldout-hair", "heldout-soil", "test", "more-test"])
def test_rows_of_held_out_sets_are_never_listed(name: str) -> None:
    """Of a held-out set only numbers can be had."""
    with pytest.raises(ValueError, match="held out"):
        list(claims.misses(name))
    if not name.endswith("test"):
        with pytest.raises(ValueError, match="held out"):
            list(links.misses(name))


def test_a_judgement_holds_only_while_the_program_says_the_same(tmp_path: Path) -> None:
    """Drawing again keeps the judgements of what is still said, and asks for the rest."""
    path = tmp_path / "judged.tsv"
    assert draw_into(path, "# head\n", {("a", "b"), ("c", "d")}, 2, number=2, seed=1) == 2
    path.write_text("# head\n" + "".join(Judgement(said, ("y", "n"), "why").row() + "\n" for said in [("a", "b")]))
    assert draw_into(path, "# head\n", {("a", "b"), ("e", "f")}, 2, number=2, seed=1) == 1
    kept = {j.said: j for j in judgements(path, 2, 2)}
    assert kept["a", "b"].wrong == "why"
    assert not kept["a", "b"].faithful
    assert kept["e", "f"].marks == ("?", "?")
    assert ("c", "d") not in kept


def test_a_table_replaces_its_own_section_and_no_other(tmp_path: Path) -> None:
    """Written again, a table stands once, where it stood, with its new numbers."""
    path = tmp_path / "quality.md"
    first = tables.Table("one", "First", "What it is.", ("set", "n"), (("a|b", "1"),))
    second = tables.Table("two", "Second", "What it is.", ("set", "n"), (("a", "2"),))
    tables.write([first, second], path)
    tables.write([replace(first, rows=(("a|b", "3"),))], path)
    text = path.read_text(encoding="utf-8")
    assert text.count("## First") == text.count("## Second") == 1
    assert text.index("## First") < text.index("## Second")
    assert "| a\\|b | 3 |" in text
    assert "| a | 2 |" in text
    assert "| 1 |" not in text


def test_the_gold_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Every gold quote stands verbatim in its page, every expression compiles, no identifier stands twice."""
    assert check_gold.main() == 0
    assert "0 faults" in capsys.readouterr().out
