"""Made-up but realistic facts of any size, the same for the same size and seed, for benchmarks and load tests.

Texts, quotes, voices, qualifiers and relations hang together as in a real build: every quote stands in its
document at its offsets, about one claim in four is negative, and claims meet in about a tenth as many propositions.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimgraph.model.claim import (
    Certainty,
    Claim,
    Evidence,
    Interest,
    Mention,
    Polarity,
    Proposition,
    Qualifier,
    Quantity,
    Quote,
    Term,
    Voice,
)
from claimgraph.model.document import Document, SourceKind
from claimgraph.model.facts import Facts
from claimgraph.model.identity import BASE
from claimgraph.model.relation import Alignment, Relation, RelationType

MADE_UP = BASE + "made-up#"

FIRST = ("Amber", "Birch", "Cedar", "Dahlia", "Elder", "Fennel", "Ginger", "Hazel", "Iris", "Juniper", "Kelp", "Laurel")
SECOND = ("serum", "extract", "therapy", "tonic", "infusion", "laser", "diet", "massage", "supplement", "injection")
SIDE = ("joint", "nerve", "skin", "sleep", "memory", "muscle", "back", "knee", "eye", "heart", "lung", "gut")
STATE = ("pain", "growth", "repair", "swelling", "strength", "comfort", "stiffness", "function")
VERBS = (
    ("promotes", "promote"),
    ("reduces", "reduce"),
    ("prevents", "prevent"),
    ("causes", "cause"),
    ("improves", "improve"),
    ("is derived from", "be derived from"),
)
POPULATIONS = ("men", "women", "older adults", "athletes", "children", "smokers")
KINDS = (SourceKind.CLINIC, SourceKind.FORUM, SourceKind.JOURNAL, SourceKind.NEWS, SourceKind.CLINICIAN)
INTERESTS = (Interest.SELLS, Interest.TRIED, Interest.INDEPENDENT, Interest.UNKNOWN, Interest.PRACTISES)
HEDGES = {Certainty.ASSERTED: "", Certainty.HEDGED: "may ", Certainty.SPECULATIVE: "might one day "}
CLAIMS_A_DOCUMENT = 40
CLAIMS_A_PROPOSITION = 10
RELATIONS_A_PROPOSITION = 6


@dataclass(frozen=True)
class _Sentence:
    """A sentence and what a reader would take from it; offsets count from the sentence's start."""

    text: str
    subject: Mention
    predicate: Mention
    object: Mention
    polarity: Polarity
    certainty: Certainty
    qualifiers: tuple[Qualifier, ...]
    content: Proposition


def made_up(claims: int, seed: int = 0) -> Facts:
    """Return facts with exactly this many claims.

    Args:
        claims: how many, 0 or more.
        seed: another seed gives other facts of the same shape.

    Example: `made_up(1000)` has 25 documents, about 100 propositions and a few hundred relations.
    """
    chance = random.Random(seed)  # noqa: S311 -- repeatable on purpose
    numbers = range(max(1, claims // CLAIMS_A_PROPOSITION))
    propositions = [_proposition(number, chance) for number in numbers]
    sentences = (_sentence(chance.choice(propositions), chance) for _ in range(claims))
    pairs = [
        _document(number, group, chance) for number, group in enumerate(_batched(sentences, CLAIMS_A_DOCUMENT), start=1)
    ]
    found = tuple(claim for _, group in pairs for claim in group)
    return Facts(
        documents=tuple(document for document, _ in pairs),
        claims=found,
        relations=tuple(sorted(_relations(found), key=lambda r: (r.type, r.kind, r.source, r.target))),
        packs=("core",),
    )


def _batched(sentences: Iterator[_Sentence], size: int) -> Iterator[list[_Sentence]]:
    while group := list(islice(sentences, size)):
        yield group


def _term(label: str) -> Term:
    return Term(label, MADE_UP + label.replace(" ", "-"))


def _proposition(number: int, chance: random.Random) -> Proposition:
    treatment = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number % 97 + 1}"
    outcome = f"{chance.choice(SIDE)} {chance.choice(STATE)}"
    verb = chance.choice(VERBS)
    return Proposition(_term(treatment), _term(verb[0]), _term(outcome), _narrowing(chance))


def _narrowing(chance: random.Random) -> tuple[Qualifier, ...]:
    draw = chance.random()
    if draw < 0.2:
        people = chance.choice(POPULATIONS)
        return (Qualifier("population", f"in {people}", people, MADE_UP + people.replace(" ", "-")),)
    if draw < 0.35:
        weeks = chance.randint(2, 26)
        days = Quantity(weeks * 7.0, (weeks + 2) * 7.0, "day", "time")
        return (Qualifier("time", f"within {weeks}-{weeks + 2} weeks", f"{weeks}-{weeks + 2} weeks", None, days),)
    return ()


def _sentence(content: Proposition, chance: random.Random) -> _Sentence:
    polarity = Polarity.NEGATIVE if chance.random() < 0.25 else Polarity.POSITIVE
    certainty = chance.choices(tuple(Certainty), (6, 3, 1))[0]
    verb = _verb_phrase(content.predicate.label, polarity, certainty)
    assert content.object is not None
    narrowing = "".join(" " + qualifier.text for qualifier in content.qualifiers)
    text = f"{content.subject.label} {verb} {content.object.label}{narrowing}."
    spans = _spans(content.subject.label, verb, content.object.label)
    subject, predicate, object_ = (
        Mention(words, term.label, term.concept, None, start, start + len(words))
        for (words, start), term in zip(spans, (content.subject, content.predicate, content.object), strict=True)
    )
    return _Sentence(text, subject, predicate, object_, polarity, certainty, content.qualifiers, content)


def _verb_phrase(label: str, polarity: Polarity, certainty: Certainty) -> str:
    base = next(base for third, base in VERBS if third == label)
    denied = polarity is Polarity.NEGATIVE
    if certainty is not Certainty.ASSERTED:
        return f"{HEDGES[certainty]}{'not ' if denied else ''}{base}"
    if label.startswith("is "):
        return label.replace("is ", "is not ", 1) if denied else label
    return f"does not {base}" if denied else label


def _spans(*words: str) -> Iterator[tuple[str, int]]:
    start = 0
    for phrase in words:
        yield phrase, start
        start += len(phrase) + 1


def _document(number: int, sentences: list[_Sentence], chance: random.Random) -> tuple[Document, list[Claim]]:
    stem = f"page{number:05d}"
    kind = chance.randrange(len(KINDS))
    title = f"What page {number} says"
    offsets, here = [], len(title) + 2
    for sentence in sentences:
        offsets.append(here)
        here += len(sentence.text) + 1
    text = f"{title}\n\n" + " ".join(sentence.text for sentence in sentences) + "\n"
    publisher = f"Made-up {KINDS[kind]} {number}"
    document = Document(
        stem=stem,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=f"{stem}.txt",
        title=title,
        kind=KINDS[kind],
        date=f"20{number % 25:02d}-0{number % 9 + 1}",
        publisher=publisher,
        interest=INTERESTS[kind],
    )
    page = Voice(publisher, "publisher", INTERESTS[kind])
    voices = (
        page,
        Voice("many", "group", reported_by=page),
        Voice(f"Dr {FIRST[number % 12]}", "person", reported_by=page),
    )
    return document, [
        _claim(document, sentence, offset, chance.choices(voices, (7, 1, 2))[0], chance)
        for sentence, offset in zip(sentences, offsets, strict=True)
    ]


def _claim(document: Document, sentence: _Sentence, offset: int, voice: Voice, chance: random.Random) -> Claim:
    def moved(mention: Mention) -> Mention:
        return Mention(mention.text, mention.label, mention.concept, None, mention.start + offset, mention.end + offset)

    return Claim(
        document=document.stem,
        quote=Quote.cut(document.text, offset, offset + len(sentence.text)),
        subject=moved(sentence.subject),
        predicate=moved(sentence.predicate),
        object=moved(sentence.object),
        polarity=sentence.polarity,
        certainty=sentence.certainty,
        voice=voice,
        evidence=chance.choice(tuple(Evidence)),
        qualifiers=sentence.qualifiers,
        content=sentence.content,
        rule="made-up",
    )


def _relations(claims: tuple[Claim, ...]) -> Iterator[Relation]:
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.proposition, []).append(claim)
    for iri in sorted(grouped):
        yield from islice(_meetings(grouped[iri]), RELATIONS_A_PROPOSITION)


def _meetings(claims: list[Claim]) -> Iterator[Relation]:
    for number, source in enumerate(claims):
        for target in claims[number + 1 : number + 3]:
            agree = source.polarity is target.polarity
            what = "say that" if agree else "disagree whether"
            yield Relation(
                type=RelationType.SUPPORT if agree else RelationType.CONFLICT,
                kind="same" if agree else "contradictory",
                source=source.id,
                target=target.id,
                rule="same-proposition" if agree else "opposite-polarity",
                rationale=f"Both {what} {source.content.label}.",
                slots=tuple(_aligned(source, target)),
                within=source.document == target.document,
            )


def _aligned(source: Claim, target: Claim) -> Iterator[Alignment]:
    yield Alignment("subject", source.subject.text, target.subject.text, "same")
    yield Alignment("predicate", source.predicate.text, target.predicate.text, "same")
    agree = source.polarity is target.polarity
    yield Alignment("polarity", source.polarity, target.polarity, "same" if agree else "opposite", agree)
