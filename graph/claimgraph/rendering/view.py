"""The facts as a reader meets them: sources, claims and questions, each with every word the page prints of it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from claimgraph.analysing.wording import wording_of
from claimgraph.knowledge import Pack
from claimgraph.model import Claim, Document, Facts, Polarity, Voice
from claimgraph.model.findings import Findings, Question, Source
from claimgraph.rendering import words
from claimgraph.rendering.security import safe_address, text_fragment
from claimgraph.rendering.text import Context, context, one_line
from claimgraph.storing.locating import Locator, Spot

GLYPH = {"yes": "✔", "no": "✘", "mixed": "±", "value": "="}
STATUS = {"disputed": "disputed", "agreed": "same answer", "single-source": "one source only"}


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source.

    Attributes:
        number: its place among the sources, from 1.
        stem: the document's stem.
        label: what a reader would know it by.
        kind: its kind, in words.
        kind_code: the same as a code, for filters.
        interest: what its publisher stands to gain, in words.
        date: as the text tells it, or "".
        title: of the page.
        by: publisher and author.
        address: a web address that may become a link, or None.
        file: the path or address as the user named it.
        claims: how many claims it makes.
    """

    number: int
    stem: str
    label: str
    kind: str
    kind_code: str
    interest: str
    date: str
    title: str
    by: str
    address: str | None
    file: str
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything its article and the panel say; see `ClaimView` fields' names in the template."""

    id: str
    iri: str
    answer: str
    polarity: str
    certainty: str
    certainty_words: str
    evidence: str
    evidence_words: str
    context: Context
    voice: str
    voice_key: str
    reported: str
    role: str
    interest: str
    interest_code: str
    uncertain: bool
    reading: str
    qualifiers: str
    topics: tuple[str, ...]
    source: SourceView
    place: str
    link: str | None
    disputed: bool
    about: str

    @property
    def glyph(self) -> str:
        """Return the mark of its answer."""
        return GLYPH[self.answer]

    @property
    def short(self) -> str:
        """Return its words on one line, short enough for a list or a map."""
        return one_line(self.context.exact, 140)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A heading with its claims: a question, those that say yes first, or what one source alone says once.

    Attributes:
        id: of the question, or "once-" and the source's number.
        text: the question, or the source's label.
        sentence: the state of the answer.
        status: of the question; "once" where the claims answer nothing that anybody else answers.
        claims: in the order of the page; a claim may answer several questions, the first one prints it in full.
        question: None where the claims stand alone.
    """

    id: str
    text: str
    sentence: str
    status: str
    claims: tuple[ClaimView, ...]
    question: Question | None = None


def _voice_words(voice: Voice) -> tuple[str, str]:
    """Return who speaks, and in whose words that voice is heard."""
    chain = [one_line(v.label, 80) for v in voice.chain()]
    return chain[0], " › ".join(chain[1:])


def _reading(claim: Claim) -> str:
    """Return what the program took the words to say, slot by slot."""
    parts = [m.label for m in (claim.subject, claim.predicate, claim.object) if m is not None and m.label]
    return " → ".join(one_line(part, 90) for part in parts)


def _qualifiers(claim: Claim) -> str:
    return "; ".join(f"{words.slot(q.kind)}: {one_line(q.text or q.label, 60)}" for q in claim.qualifiers[:8])


def _place(spot: Spot) -> str:
    """Return where a claim stands in its document, as people name it."""
    heading = one_line(spot.heading, 80) if spot.heading else None
    return Spot(spot.page, heading, spot.line).phrase()


def _link(spot: Spot, document: Document, source: SourceView, claim: Claim) -> str | None:
    """Return a link that opens the source at the words, unique ones where its own text tells them apart."""
    if spot.link and safe_address(document.address):
        return spot.link
    return text_fragment(source.address, claim.quote.exact) if source.address else None


def source_view(number: int, source: Source, document: Document) -> SourceView:
    """Return one source in words."""
    by = ", ".join(one_line(name, 80) for name in (document.publisher, document.author) if name)
    return SourceView(
        number=number,
        stem=one_line(source.document, 120),
        label=one_line(document.label, 60) or one_line(source.document, 60),
        kind=words.SOURCE_KIND[document.kind],
        kind_code=document.kind.value,
        interest=words.interest(source.interest),
        date=one_line(source.date or "", 20),
        title=one_line(document.title, 160),
        by=by,
        address=safe_address(document.address) or safe_address(document.source),
        file=one_line(document.source, 160),
        claims=source.claims,
    )


class View:
    """All views of one build, each made once; `home` names the question under which a claim is printed in full."""

    def __init__(self, facts: Facts, findings: Findings, pack: Pack | None = None, *, shown_claims: int = 5000) -> None:
        """Prepare the views.

        Args:
            facts: what the run found.
            findings: what the analyses say.
            pack: what is known of the subject; an empty one where it is left out.
            shown_claims: most claims the page prints; those of the first questions of the matrix stay.
        """
        self.facts = facts
        self.findings = findings
        self.pack = pack or Pack()
        self.words = wording_of(facts.claims, self.pack)
        self.claim_by_id = facts.by_id()
        self._documents = {document.stem: document for document in facts.documents}
        self.sources = tuple(
            source_view(number, source, self._documents[source.document])
            for number, source in enumerate(findings.matrix.sources, start=1)
        )
        self.source_by_stem = {
            source.document: view for source, view in zip(findings.matrix.sources, self.sources, strict=True)
        }
        self._located = Locator(facts.documents)
        self._labels = {source.document: source.label for source in findings.matrix.sources}
        self._around, self._longest = _generosity(min(shown_claims, len(facts.claims)))
        self._contested = {end for r in facts.conflicts() for end in (r.source, r.target)}
        self.questions = tuple(self._question_views(shown_claims))
        self.claims: dict[str, ClaimView] = {}
        self.home: dict[str, str] = {}
        for question in self.questions:
            for claim in question.claims:
                self.claims.setdefault(claim.id, claim)
                self.home.setdefault(claim.id, question.id)

    def _question_views(self, shown_claims: int) -> list[QuestionView]:
        views: list[QuestionView] = []
        seen: set[str] = set()
        for question in self.findings.matrix.questions:
            ids = [i for cell in question.cells for i in cell.yes_claims]
            ids += [i for cell in question.cells for i in (*cell.no_claims, *cell.claims)]
            known = [i for i in dict.fromkeys(ids) if i in self.claim_by_id]
            room = shown_claims - len(seen)
            kept = [i for i in known if i in seen] + [i for i in known if i not in seen][: max(0, room)]
            seen.update(kept)
            if kept:
                views.append(self._question_view(question, [i for i in known if i in set(kept)]))
        return views + self._said_once(seen, shown_claims)

    def _said_once(self, seen: set[str], shown_claims: int) -> list[QuestionView]:
        """Return the claims that meet no other, by source."""
        alone = [claim for claim in self.facts.claims if claim.id not in seen][: max(0, shown_claims - len(seen))]
        by_source: dict[str, list[ClaimView]] = {}
        for claim in alone:
            answer = "yes" if claim.polarity is Polarity.POSITIVE else "no"
            by_source.setdefault(claim.document, []).append(self.claim_view(claim, None, answer))
        return [
            QuestionView(f"once-{source.number}", source.label, "", "once", tuple(by_source[stem]))
            for stem, source in self.source_by_stem.items()
            if stem in by_source
        ]

    def _question_view(self, question: Question, ids: list[str]) -> QuestionView:
        denying = {i for cell in question.cells for i in cell.no_claims}
        claims = tuple(self.claim_view(self.claim_by_id[i], question, "no" if i in denying else "yes") for i in ids)
        text, sentence = one_line(question.text, 200), one_line(question.sentence, 400)
        return QuestionView(question.id, text, sentence, question.status, claims, question)

    def claim_view(self, claim: Claim, question: Question | None, answer: str) -> ClaimView:
        """Return one claim in words, as an answer to its question or standing alone."""
        document, source = self._documents[claim.document], self.source_by_stem[claim.document]
        voice, reported = _voice_words(claim.voice)
        spot = self._located(claim)
        if voice in (f"the page {claim.document}", one_line(self._labels[claim.document], 80)):
            voice = source.label
        terms = [claim.content.subject] + ([claim.content.object] if claim.content.object else [])
        if question and question.kind == "value" and claim.polarity is Polarity.POSITIVE:
            answer = "value"
        return ClaimView(
            id=claim.id,
            iri=claim.iri,
            answer=answer,
            polarity="no" if answer == "no" else "yes",
            certainty=claim.certainty.value,
            certainty_words=words.CERTAINTY[claim.certainty],
            evidence=claim.evidence.value,
            evidence_words=words.EVIDENCE[claim.evidence],
            context=context(document.text, claim, self._around, self._longest),
            voice=voice,
            voice_key=voice,
            reported=reported,
            role=one_line(claim.voice.role, 20),
            interest=words.INTEREST[claim.voice.interest],
            interest_code=claim.voice.interest.value,
            uncertain=claim.voice.uncertain,
            reading=_reading(claim),
            qualifiers=_qualifiers(claim),
            topics=tuple(dict.fromkeys(one_line(term.label, 60) for term in terms)),
            source=source,
            place=_place(spot),
            link=_link(spot, document, source, claim),
            disputed=claim.id in self._contested,
            about=one_line(question.text if question else _capital(self.words.statement(claim.content)), 200),
        )

    def told(self, sentence: str, limit: int = 800) -> str:
        """Return a sentence of the findings, with the sources named as the page names them."""
        for stem, label in self._labels.items():
            if len(label) > 24 and label != self.source_by_stem[stem].label:
                sentence = sentence.replace(label, self.source_by_stem[stem].label)
            sentence = sentence.replace(f"({stem})", f"({self.source_by_stem[stem].label})")
        return one_line(sentence, limit)

    @cached_property
    def _concepts(self) -> dict[str, str]:
        return {concept.label.casefold(): iri for iri, concept in self.pack.concepts.items()}

    def concept_of(self, label: str) -> str | None:
        """Return the IRI of the pack's concept with a label, None where the pack has none."""
        return self._concepts.get(label.casefold())

    def is_general(self, label: str) -> bool:
        """Return whether a label names an outcome of the pack that has others under it and none above it."""
        concept = self.pack.concepts.get(self.concept_of(label) or "")
        return (
            concept is not None and concept.kind == "Outcome" and not concept.broader and concept.iri in self._broader
        )

    @cached_property
    def _broader(self) -> frozenset[str]:
        return frozenset(broader for concept in self.pack.concepts.values() for broader in concept.broader)

    def works_by(self, one: str, other: str) -> tuple[str, str] | None:
        """Return two labels, the treatment before what it works by, None where the pack does not tell."""
        for whole, part in ((one, other), (other, one)):
            iri = self.concept_of(whole)
            if iri is not None and self.concept_of(part) in self.pack.concepts[iri].uses:
                return whole, part
        return None

    @cached_property
    def topics(self) -> tuple[tuple[str, int], ...]:
        """Return the topics worth a filter with the number of claims, by name."""
        counted = Counter(topic for claim in self.claims.values() for topic in claim.topics)
        often = [item for item in counted.items() if item[1] > 1] or list(counted.items())
        return tuple(sorted(sorted(often, key=lambda item: (-item[1], item[0]))[:80], key=_by_name))

    @cached_property
    def voices(self) -> tuple[tuple[str, int], ...]:
        """Return the voices with the number of claims, by name."""
        counted = Counter(claim.voice_key for claim in self.claims.values())
        return tuple(sorted(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:80], key=_by_name))

    @cached_property
    def topic_numbers(self) -> dict[str, int]:
        """Return the number by which a filter knows each topic."""
        return {topic: number for number, (topic, _) in enumerate(self.topics, start=1)}

    @cached_property
    def voice_numbers(self) -> dict[str, int]:
        """Return the number by which a filter knows each voice."""
        return {voice: number for number, (voice, _) in enumerate(self.voices, start=1)}

    @property
    def left_out(self) -> int:
        """Return how many claims the page does not print."""
        return len(self.facts.claims) - len(self.claims)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _by_name(item: tuple[str, int]) -> tuple[str, str]:
    return item[0].casefold(), item[0]


def _generosity(claims: int) -> tuple[int, int]:
    """Return how many characters each neighbour and each quote may have, so that big pages stay small."""
    if claims <= 1000:
        return 320, 1200
    return (160, 600) if claims <= 2500 else (90, 320)
