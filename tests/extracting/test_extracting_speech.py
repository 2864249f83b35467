"""Whose words they are: direct speech, threads, letters; and short forms that a text defines."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting import Lexicon, extract
from claimgraph.language.parsing import parse
from claimgraph.model import Claim, SourceKind
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], tuple[Claim, ...]]

#: Pages that the table speaks of.
PAGES = {
    "thread": "kit_7 wrote:\nThe grinder is loud.\n\nmoss9 wrote:\nThe grinder is quiet.\n\nb_4 wrote:\nOk.",
    "dated": "kit7 | 3 May\nThe court erred.\n\nmoss9 | 4 May\nThe court is right.\n\nb_4 | 5 May\nOk.",
    "goes on": '"Nobody asked," says Ana Cruz, who owns a mill.\n\n"The weir leaks. It is old.\n\n"It should go."',
    "moderated": "kit_7 wrote:\nThe grinder is loud.\n\nmoss9 wrote:\nThe grinder is quiet.\n\nb_4 wrote:\nOk.\n\n"
    "Mod note: The thread is closed.",
    "retold": "kit_7 wrote:\nThe saw is loud.\n\nmoss9 wrote:\nMy sister has a mill and she told me the maker told "
    "them that the belt slips. Ana Cruz came by. She said the shaft is bent. She is old.\n\nb_4 wrote:\nOk.",
    "chaired": "Moderator: The panel is complete.\n\nThe hall is full.",
    "letter": "We got an e-mail from a bee keeper.\n\n“The hive is empty.\n\nThe bees avoid clover.”\n\nWe agree.",
}

#: What it shows :: text :: words of the quote :: the voice's label :: its role.
VOICES = """
a speaker behind the passage :: "The battery swells in the heat," said Ana Cruz. :: battery swells :: Ana Cruz :: person
a speaker before the passage :: Ana Cruz said: "The battery swells in the heat." :: battery swells :: Ana Cruz :: person
the passage goes on :: "The soil is dry," said Ana Cruz. "The wells are empty." :: wells are empty :: Ana Cruz :: person
outside the marks :: "The soil is dry," said Ana Cruz. The wells are empty. :: wells are empty :: text :: publisher
what is told of the speaker before the next quotation :: {goes on} :: owns a mill :: text :: publisher
a quotation in a paragraph of its own :: {goes on} :: weir leaks :: Ana Cruz :: person
a poster who wrote :: {thread} :: quiet :: moss9 :: poster
a name and a date :: {dated} :: is right :: moss9 :: poster
the first poster :: {thread} :: loud :: kit_7 :: poster
who keeps order in a thread :: {moderated} :: closed :: Mod :: poster
who told what was told on :: {retold} :: belt slips :: the maker :: person
a name told since :: {retold} :: shaft is bent :: Ana Cruz :: person
who chairs a panel keeps no thread :: {chaired} :: complete :: text :: publisher
a letter :: {letter} :: avoid clover :: a bee keeper :: letter
"""


def _rows() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [line.format(**PAGES).split(" :: ") for line in VOICES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_each_passage_has_its_speaker(row: list[str], claims_of: Reader) -> None:
    """Quotation marks, posters' names and letters tell whose words a claim is."""
    _, text, words, label, role = row
    voices = [(claim.voice.label, claim.voice.role) for claim in claims_of(text) if words in claim.quote.exact]
    assert (label, role) in voices


def test_a_poster_who_tried_it_is_told_apart(claims_of: Reader) -> None:
    """A poster who tells of using the thing has tried it, another one's interest is unknown."""
    thread = (
        "kit_7 wrote:\nI have been using the brace. The brace slips.\n\nm_9 wrote:\nThe brace holds.\n\nb_4 wrote:\nOk."
    )
    interests = {claim.voice.label: claim.voice.interest.value for claim in claims_of(thread)}
    assert interests == {"kit_7": "tried", "m_9": "unknown"}


def test_a_letter_is_reported_by_the_page(claims_of: Reader) -> None:
    """Who wrote a letter speaks it, who shows it reports it."""
    text = "We got a letter from a surgeon.\n\n“The brace slips.\n\nThe splint holds the bone.”\n\nWe agree."
    [claim] = [claim for claim in claims_of(text) if "splint" in claim.quote.exact]
    assert claim.voice.interest.value == "practises"
    assert claim.voice.reported_by is not None
    assert claim.voice.reported_by.role == "publisher"


def test_each_teller_of_what_was_told_on_is_kept(claims_of: Reader) -> None:
    """A chain of voices names every teller, "she" by her noun; never by who posts it."""
    [belt] = [claim for claim in claims_of(PAGES["retold"]) if claim.subject.text == "the belt"]
    assert [voice.label for voice in belt.voice.chain()] == ["the maker", "sister", "moss9"]


LETTER = "I got this e-mail from a roofer.\n\n“Slate keeps out the rain.\n\nTiles crack in the frost.”"


@pytest.mark.parametrize(
    ("after", "label", "uncertain"),
    [
        ("Where is the proof of that?\n\nTiles outlive the roof.", "poster 2", True),
        ("Nonsense, as any builder knows. Tiles outlive the roof.", "poster 2", True),
        ("Has anyone here tried slate?\n\nTiles outlive the roof.", "poster 1", False),
    ],
)
def test_who_answers_a_letter_is_another_poster(
    after: str, label: str, uncertain: bool, model: "Language", packed: Lexicon
) -> None:
    """A forum that goes on behind a quoted letter is answering it, unless with a question to everybody."""
    page = replace(document_from_text(f"{LETTER}\n\n{after}"), kind=SourceKind.FORUM)
    [(parsed, _)] = parse([page], model)
    [claim] = [claim for claim in extract(parsed, packed) if "outlive" in claim.quote.exact]
    assert (claim.voice.label, claim.voice.uncertain) == (label, uncertain)


def test_a_short_form_stands_for_what_it_was_defined_as(claims_of: Reader) -> None:
    """An acronym in brackets behind its long form is read as that from then on."""
    claims = claims_of("Low emission zones (LEZs) cover the centre. LEZs reduce soot.")
    [soot] = [claim for claim in claims if claim.object and claim.object.text == "soot"]
    assert soot.subject.text == "LEZs"
    assert soot.subject.label == "low emission zone"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The comet was described by its finders as a heap of rubble.", "its finders"),
        ("The dam is regarded by engineers as a hazard.", "engineers"),
        ("The stew was called a crime by chefs.", "chefs"),
        ("The levy was hailed as a triumph.", "t"),
        ("The stew was cooked by monks as a cure.", "t"),
        ("To my uncle, a baker, sliced bread is a crime.", "my uncle"),
        ("To this day, the well is dry.", "t"),
        ("To the guests, soup was served.", "t"),
        ("In the eyes of the council, the hedge is a hazard.", "the council"),
        ("In the eye of the storm, the sea is calm.", "t"),
        ("If you ask my dentist, charcoal is useless.", "my dentist"),
        ("If you ask nicely, the cook will help.", "t"),
    ],
)
def test_who_holds_a_thing_to_be_so_speaks(text: str, voice: str, claims_of: Reader) -> None:
    """Who describes a thing, holds it to be so or is to be asked says it; the page says the rest."""
    said = [c for c in claims_of(text) if c.predicate.text]
    assert {c.voice.label if c.voice.role != "publisher" else "t" for c in said} == {voice}
