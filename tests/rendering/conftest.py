"""Two small piles made by hand, their pages, and one browser for all tests of the page."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from claimgraph.analysing import analyse
from claimgraph.knowledge import Concept, Pack
from claimgraph.model import (
    Certainty,
    Claim,
    Document,
    Evidence,
    Facts,
    Interest,
    Mention,
    Polarity,
    Proposition,
    Quote,
    Relation,
    RelationType,
    SourceKind,
    Term,
    Voice,
)
from claimgraph.rendering import page as render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

    from claimgraph.api import Build

P = "https://example.org/pack#"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Said(NamedTuple):
    """A claim in short: where, in which words, what is said, and how."""

    stem: str
    quote: str
    subject: str
    predicate: str
    object: str
    sign: str = "+"
    certainty: str = "asserted"
    voice: str = ""
    evidence: str = "bare-assertion"


CARRY = ("exosomes", "carries", "growth factors")


def promotes(subject: str) -> tuple[str, str, str]:
    """Return the slots of "subject promotes hair growth"."""
    return subject, "promotes", "hair growth"


def _term(label: str) -> Term:
    return Term(label, P + label.replace(" ", "-"))


def claim(document: Document, said: Said) -> Claim:
    """Return the claim of a line; its quote is looked up in the document."""
    start = document.text.index(said.quote)
    content = Proposition(_term(said.subject), _term(said.predicate), _term(said.object))
    own = Voice(document.publisher or document.stem, "publisher", Interest(document.interest or "unknown"))
    return Claim(
        document=said.stem,
        quote=Quote.cut(document.text, start, start + len(said.quote)),
        subject=Mention(said.subject, said.subject, content.subject.concept),
        predicate=Mention(said.predicate, said.predicate, content.predicate.concept),
        object=Mention(said.object, said.object, content.object.concept if content.object else None),
        polarity=Polarity.POSITIVE if said.sign == "+" else Polarity.NEGATIVE,
        certainty=Certainty(said.certainty),
        voice=Voice(said.voice, "person", reported_by=own) if said.voice else own,
        evidence=Evidence(said.evidence),
        qualifiers=(),
        content=content,
    )


def facts(documents: tuple[Document, ...], lines: tuple[Said, ...]) -> Facts:
    """Return facts of documents and lines; claims of one proposition support each other or conflict."""
    by_stem = {document.stem: document for document in documents}
    claims = tuple(claim(by_stem[line.stem], line) for line in lines)
    relations = []
    for number, one in enumerate(claims):
        for other in claims[number + 1 :]:
            if one.proposition == other.proposition:
                alike = one.polarity is other.polarity
                relations.append(
                    Relation(
                        RelationType.SUPPORT if alike else RelationType.CONFLICT,
                        "same" if alike else "contradictory",
                        one.id,
                        other.id,
                        "by-hand",
                        f"Both speak of {one.content.label}; one {'agrees' if alike else 'denies it'}.",
                        within=one.document == other.document,
                    )
                )
    return Facts(documents, claims, tuple(relations), packs=("core", "by-hand"))


def _document(stem: str, kind: SourceKind, publisher: str, interest: str, text: str) -> Document:
    address = f"https://{stem}.example/page" if kind is not SourceKind.FORUM else None
    source = f"pile/{stem}.txt"
    return Document(
        stem, text, "0" * 64, source, publisher, kind, date="2021-05-18", address=address,
        publisher=publisher, interest=interest,
    )  # fmt: skip


@pytest.fixture(scope="session")
def hair() -> Facts:
    """Three pages about PRP and exosomes that disagree."""
    documents = (
        _document(
            "clinic", SourceKind.CLINIC, "Elm Street Hair Clinic", "sells",
            "Welcome. PRP injection can help promote hair growth. Ask our team. "
            "Exosomes carry growth factors. Growth factors stimulate hair follicles. "
            "Exosome therapy promotes hair growth in men and women. It is safe.",
        ),
        _document(
            "forum", SourceKind.FORUM, "Hairline Forum", "tried",
            "I tried both last year. PRP doesn’t grow any hair. I don’t think exosomes will help. "
            "Exosomes carry some growth factors, but not enough.",
        ),
        _document(
            "journal", SourceKind.JOURNAL, "Journal of Small Trials", "independent",
            "We searched five databases. In a randomised trial PRP promoted hair growth in 24 patients. "
            "Exosome therapy has not been tested in trials. Exosomes carry growth factors and RNA.",
        ),
    )  # fmt: skip
    lines = (
        Said("clinic", "PRP injection can help promote hair growth", *promotes("PRP"), certainty="hedged"),
        Said("clinic", "Exosomes carry growth factors", *CARRY),
        Said("clinic", "Growth factors stimulate hair follicles", "growth factors", "stimulates", "hair follicles"),
        Said("clinic", "Exosome therapy promotes hair growth in men and women", *promotes("exosome therapy")),
        Said("forum", "PRP doesn’t grow any hair", *promotes("PRP"), "-", "asserted", "poster 3", "testimonial"),
        Said("forum", "I don’t think exosomes will help", *promotes("exosome therapy"), "-", "hedged", "poster 3"),
        Said("forum", "Exosomes carry some growth factors", *CARRY),
        Said("journal", "PRP promoted hair growth in 24 patients", *promotes("PRP"), evidence="randomised-trial"),
        Said("journal", "Exosomes carry growth factors and RNA", *CARRY, evidence="study"),
    )
    return facts(documents, lines)


@pytest.fixture(scope="session")
def coffee() -> Facts:
    """Two notes about coffee and sleep, a subject without a pack."""
    documents = (
        _document("notes", SourceKind.BLOG, "Night Notes", "tried", "Coffee delays sleep. Tea does not delay sleep."),
        _document(
            "roaster", SourceKind.COMPANY, "Hill Roasters", "sells", "Coffee doesn’t delay sleep. Tastes of nuts."
        ),
    )
    lines = (
        Said("notes", "Coffee delays sleep", "coffee", "delays", "sleep"),
        Said("notes", "Tea does not delay sleep", "tea", "delays", "sleep", "-"),
        Said("roaster", "Coffee doesn’t delay sleep", "coffee", "delays", "sleep", "-"),
        Said("roaster", "Tastes of nuts", "coffee", "tastes of", "nuts"),
    )
    return facts(documents, lines)


@pytest.fixture(scope="session")
def pile_of() -> Callable[[dict[str, str], tuple[Said, ...]], Facts]:
    """A maker of piles: texts by stem, and lines in short."""

    def made(texts: dict[str, str], lines: tuple[Said, ...]) -> Facts:
        kinds = (SourceKind.CLINIC, SourceKind.FORUM, SourceKind.JOURNAL)
        documents = [
            _document(stem, kinds[number % 3], f"Source {stem}", "unknown", text)
            for number, (stem, text) in enumerate(texts.items())
        ]
        return facts(tuple(documents), tuple(Said(*line) for line in lines))

    return made


@pytest.fixture(scope="session")
def pack() -> Pack:
    """What is known of the concepts of the hair pile."""
    kinds = {
        "PRP": "Treatment", "exosome therapy": "Treatment", "exosomes": "Substance", "growth factors": "Substance",
        "hair follicles": "Anatomy", "hair growth": "Outcome",
    }  # fmt: skip
    concepts = [Concept(_term(label).iri, label, (label,), kind=kind) for label, kind in kinds.items()]
    return Pack("by-hand", {concept.iri: concept for concept in concepts})


@pytest.fixture(scope="session")
def hair_html(hair: Facts, pack: Pack) -> str:
    """The hair pile's page."""
    return render(hair, analyse(hair, pack), pack)


@pytest.fixture(scope="session")
def coffee_html(coffee: Facts) -> str:
    """The coffee pile's page, made without a pack."""
    return render(coffee, analyse(coffee, Pack()), Pack())


@pytest.fixture(scope="session")
def seeds_page(seeds_build: "Build") -> str:
    """The sample documents' page."""
    return seeds_build.page()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium, started once; without one the tests skip, or fail where CLAIMGRAPH_REQUIRE_BROWSER is set."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        message = "no Chromium found: install one (Debian: sudo apt-get install chromium)"
        if os.environ.get("CLAIMGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Sheet:
    """A page opened from a file in a tab of its own, with what it asked for and complained of."""

    def __init__(self, page: "Page", requests: list[str], complaints: list[str]) -> None:
        self.page = page
        self.requests = requests
        self.complaints = complaints

    def dismiss(self, dialog: "Dialog") -> None:
        """Note a dialog, which no page should open, and send it away."""
        self.complaints.append(dialog.message)
        dialog.dismiss()


Open = Callable[..., Sheet]


@pytest.fixture
def open_page(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Open HTML from a file with the network off; tabs close when the test ends."""
    contexts = []

    def opened(html: str, *, width: int = 1280, dark: bool = False, script: bool = True, anchor: str = "") -> Sheet:
        path = tmp_path / "index.html"
        path.write_bytes(html.encode("utf-8"))
        context = browser.new_context(
            viewport={"width": width, "height": 860},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            accept_downloads=True,
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        sheet = Sheet(page, [], [])
        page.on("request", lambda request: sheet.requests.append(request.url))
        page.on("console", lambda message: sheet.complaints.append(message.text))
        page.on("pageerror", lambda error: sheet.complaints.append(str(error)))
        page.on("dialog", sheet.dismiss)
        page.goto(path.as_uri() + anchor)
        return sheet

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def screens(repository: Path) -> Path:
    """The folder that keeps a picture of every view."""
    folder = repository / "out" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
