"""Propositions as the questions a lay reader would ask."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimgraph.analysing.english import is_plural
from claimgraph.analysing.wording import names_something, wording
from claimgraph.model import Qualifier, Quantity

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller

SENTENCES = (
    ("PRP | promotes | hair growth", "Does PRP promote hair growth?"),
    ("exosomes | is derived from | stem cells", "Are exosomes derived from stem cells?"),
    ("exosomes | be produced by | stem cells", "Are exosomes produced by stem cells?"),
    ("PRP | be rich in | growth factors", "Is PRP rich in growth factors?"),
    ("exosomes | contain | mRNA", "Do exosomes contain mRNA?"),
    ("exosomes | has been studied in | clinical trials", "Have exosomes been studied in clinical trials?"),
    ("coffee | can cause | insomnia", "Can coffee cause insomnia?"),
    ("masks | may not only reduce | spread", "May masks not only reduce spread?"),
    ("the battery | has | a fault", "Does the battery have a fault?"),
    ("people | carry | the virus", "Do people carry the virus?"),
    ("stress and age | contribute to | hair loss", "Do stress and age contribute to hair loss?"),
    ("loss of hair in women | passes", "Does loss of hair in women pass?"),
    ("treatment | be safe", "Is treatment safe?"),
    ("the vaccines | were tested on | mice", "Were the vaccines tested on mice?"),
    ("aspirin | does reduce | fever", "Does aspirin reduce fever?"),
    ("virus | teaches | us", "Does virus teach us?"),
    ("exosomes | is a | stem cells", "Are exosomes stem cells?"),
    ("PRP | is a | acellular material", "Is PRP an acellular material?"),
    ("side effects | be shown for", "Are side effects shown?"),
    ("sign | there be in | data", "Is there sign in data?"),
    ("most of it | gos on | firm", "Does most of it go on firm?"),
)


STATEMENTS = (
    ("exosomes | promotes | hair growth", "exosomes promote hair growth"),
    ("PRP | be absorbed in | blood", "PRP is absorbed in blood"),
    ("money | go to | firm", "money goes to firm"),
    ("a grant of £ 2,000 | buy | van", "a grant of £2,000 buys van"),
    ("it | is a | hour", "it is an hour"),
    ("I | is | sceptical", "I am sceptical"),
    ("signs | there be in | data", "there are signs in data"),
)


@pytest.mark.parametrize(("said", "stated"), STATEMENTS)
def test_a_proposition_becomes_a_statement(tell: "Teller", said: str, stated: str) -> None:
    """Verbs agree with their subject, and no space is left before a mark or behind a currency."""
    claim = tell.say("a", said)
    assert wording(tell.pile([claim])).statement(claim.content) == stated


@pytest.mark.parametrize(("said", "asked"), SENTENCES)
def test_a_proposition_becomes_a_question(tell: "Teller", said: str, asked: str) -> None:
    """Modals, copulas, passives and perfect tenses are turned round; every other verb takes do or does."""
    claim = tell.say("a", said)
    assert wording(tell.pile([claim])).question(claim.content) == asked


def test_a_pack_s_verb_phrase_is_what_people_say(tell: "Teller") -> None:
    """Where the pack says that bringing about hair growth is to "grow hair", the question is put so."""
    pack = tell.pack({"hair growth": "Outcome", "PRP": "Treatment"}, {"promotes": 1, "reduces": -1})
    known = pack.concepts["https://example.org/hair growth"]
    named = {**pack.concepts, known.iri: replace(known, phrases=("grow hair",))}
    pack = replace(pack, concepts=named)
    claims = [tell.say("a", f"PRP | {verb} | hair growth", pack=pack) for verb in ("promotes", "reduces")]
    words = wording(tell.pile(claims, pack=pack))
    assert words.question(claims[0].content) == "Does PRP grow hair?"
    assert words.question(claims[1].content) == "Does PRP reduce hair growth?"


def test_a_concept_is_named_as_the_documents_name_it(tell: "Teller") -> None:
    """The form the claims use most is shown: the plural, without its article and its sentence-start capital."""
    pack = tell.pack({"exosome": "Treatment"})
    claims = []
    for text in ("Exosomes", "The exosomes", "exosome"):
        claim = tell.say("a", "exosome | work", pack=pack)
        claims.append(replace(claim, subject=replace(claim.subject, text=text), id=f"c{text}"))
    words = wording(tell.pile(claims, pack=pack))
    assert words.question(claims[0].content) == "Do exosomes work?"


def test_a_pronoun_is_no_name(tell: "Teller") -> None:
    """What a pronoun stands for is shown, never the pronoun."""
    claim = tell.say("a", "exosome | work")
    claim = replace(claim, subject=replace(claim.subject, text="They", resolved="exosome"))
    assert wording(tell.pile([claim])).question(claim.content) == "Does exosome work?"


WEEKS = Quantity(28, 28, "day", "time")
QUALIFIERS = (
    (Qualifier("population", "in women", "women"), "Does it work in women?"),
    (Qualifier("time", "after 4 weeks", "after 4 weeks"), "Does it work after 4 weeks?"),
    (Qualifier("duration", "two years", "two years"), "Does it work for two years?"),
    (Qualifier("population", "patient", "patient"), "Does it work in patients?"),
    (Qualifier("population", "those", "those"), "Does it work?"),
    (Qualifier("time", "after only 4 weeks", "28 day", None, WEEKS), "Does it work after only 4 weeks?"),
    (Qualifier("comparator", "PRP", "PRP"), "Does it work compared with PRP?"),
    (Qualifier("dose", "10 mg", "10 mg"), "Does it work at 10 mg?"),
)


@pytest.mark.parametrize(("qualifier", "asked"), QUALIFIERS)
def test_a_qualifier_keeps_its_place_in_the_question(tell: "Teller", qualifier: Qualifier, asked: str) -> None:
    """What narrows the claim narrows the question, with a preposition where it brought none."""
    claim = tell.say("a", "it | work", qualifiers=(qualifier,))
    assert wording(tell.pile([claim])).question(claim.content) == asked


def test_a_comparative_ends_in_what_it_compares_with(tell: "Teller") -> None:
    """A predicate "is better than" without an object takes its comparator as one."""
    claim = tell.say("a", "it | is better than", qualifiers=(Qualifier("comparator", "PRP", "PRP"),))
    assert wording(tell.pile([claim])).question(claim.content) == "Is it better than PRP?"


def test_the_open_question_leaves_the_object_out(tell: "Teller") -> None:
    """Where sources name different things, the question asks what."""
    claim = tell.say("a", "exosomes | is derived from | bone marrow")
    assert wording(tell.pile([claim])).which(claim.content, "What") == "What are exosomes derived from?"


@pytest.mark.parametrize("phrase", ["diabetes", "virus", "analysis", "PRS", "glass", "physics", "hair loss"])
def test_words_that_only_look_plural_are_singular(phrase: str) -> None:
    """An s at the end makes no plural of a name, an acronym or a science."""
    assert not is_plural(phrase) or phrase == "diabetes"


def test_a_very_long_phrase_is_cut(tell: "Teller") -> None:
    """A question stays readable however long the phrase in it is."""
    claim = tell.say("a", f"{'very ' * 200}long thing | works")
    asked = wording(tell.pile([claim])).question(claim.content)
    assert len(asked) < 210
    assert asked.endswith("…?")


ARTICLES = (
    ("The zone", "zone | works", "Does the zone work?"),
    ("A hour of sleep", "hour of sleep | helps", "Does an hour of sleep help?"),
    ("All monitors", "monitor | works", "Do monitors work?"),
    ("pregnant women", "pregnant woman | wait", "Do pregnant women wait?"),
    ("Gwen Parrish", "gwen parrish | works", "Does Gwen Parrish work?"),
    ("Masks", "mask | works", "Do masks work?"),
)


@pytest.mark.parametrize(("text", "said", "asked"), ARTICLES)
def test_a_name_keeps_the_article_and_capitals_of_the_documents(
    tell: "Teller", text: str, said: str, asked: str
) -> None:
    """A question says "the zone" where documents do; people keep their capitals, a sentence's first word does not."""
    claim = tell.say("a", said)
    claim = replace(claim, subject=replace(claim.subject, text=text, start=claim.quote.start))
    assert wording(tell.pile([claim])).question(claim.content) == asked


def test_what_causes_a_condition_does_not_have_it(tell: "Teller") -> None:
    """Baldness causes hair loss and loses no hair: the phrase of a condition is not said of its cause."""
    pack = tell.pack({"hair loss": "Condition", "baldness": "Condition"}, {"causes": 1})
    known = pack.concepts["https://example.org/hair loss"]
    pack = replace(pack, concepts={**pack.concepts, known.iri: replace(known, phrases=("lose hair",))})
    claim = tell.say("a", "baldness | causes | hair loss", pack=pack)
    assert wording(tell.pile([claim], pack=pack)).question(claim.content) == "Does baldness cause hair loss?"


MONEY = Quantity(2000, 2000, "gbp", "money")


@pytest.mark.parametrize(
    ("said", "text", "asked"),
    [
        ("a grant of £2,000 | buys | a van", "£2,000", "Does a grant of £2,000 buy a van?"),
        ("income | is a | 3.1 million", "£3.1 million", "Is income £3.1 million?"),
    ],
)
def test_a_sum_is_told_once(tell: "Teller", said: str, text: str, asked: str) -> None:
    """A sum that stands in the subject or is the object is not added once more, and keeps its currency."""
    claim = tell.say("a", said, qualifiers=(Qualifier("money", text, "2000 gbp", None, MONEY),))
    assert wording(tell.pile([claim])).question(claim.content) == asked


@pytest.mark.parametrize("phrase", ["it", "most of it", "half of us", "I", "anyone", "this", ""])
def test_a_pronoun_names_nothing(phrase: str) -> None:
    """What a pronoun stood for is lost once its sentence is."""
    assert not names_something(phrase)
