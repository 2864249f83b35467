"""From documents to sentences: spaCy parses the blocks, plain values come out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern
from typing import TYPE_CHECKING

from claimgraph.knowledge.english import English, english
from claimgraph.language.acronyms import with_acronyms
from claimgraph.language.blocks import Block, blocks
from claimgraph.language.cleaning import DASHES, CleanText, clean
from claimgraph.language.continuing import with_continued
from claimgraph.language.kinds import sentence_kind
from claimgraph.language.listing import with_leads
from claimgraph.language.mending import SecondLook, verbs, with_clauses
from claimgraph.language.parsed import ParsedDocument, Sentence, SentenceKind, Token
from claimgraph.language.parting import parted
from claimgraph.language.repairing import repaired
from claimgraph.language.repairs.trees import QUOTES
from claimgraph.language.voices import assign_voices
from claimgraph.model import Document, Problem, Voice
from claimgraph.reading import prose

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

#: Parts of the pipeline that no stage uses.
UNUSED = ("ner",)

#: How many characters of documents are handed to the parser at once; more is quicker, until memory matters.
BATCH = 200_000


def parse(documents: Iterable[Document], nlp: "Language") -> Iterator[tuple[ParsedDocument, tuple[Problem, ...]]]:
    """Yield each document with its sentences, and what could not be understood of it.

    Equal blocks (a footer on every page, a paragraph a hundred times) are parsed once.

    Args:
        documents: to parse, in order; read as they are needed.
        nlp: a spaCy pipeline with tagger, parser and lemmatiser.
    """
    held: list[_Cut] = []
    size = 0
    for document in documents:
        held.append(_cut(document))
        size += len(document.text)
        if size >= BATCH:
            yield from _understood(held, nlp)
            held, size = [], 0
    yield from _understood(held, nlp)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A document cut into blocks, each made plain.

    Attributes:
        document: itself.
        readable: the same with its markup blanked.
        blocks: in order.
        texts: of the blocks.
    """

    document: Document
    readable: Document
    blocks: tuple[Block, ...]
    texts: tuple[CleanText, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where sentences stand.

    Attributes:
        text: their block's, made plain.
        block: itself.
        number: the block's.
        section: text of the heading above it.
    """

    text: CleanText
    block: Block
    number: int
    section: str


def _cut(document: Document) -> _Cut:
    """Return a document cut into blocks."""
    readable = replace(document, text=prose(document))
    cut = blocks(readable)
    return _Cut(document, readable, cut, tuple(clean(readable.text, b.start, b.end) for b in cut))


def _understood(held: Sequence[_Cut], nlp: "Language") -> Iterator[tuple[ParsedDocument, tuple[Problem, ...]]]:
    """Yield the sentences of documents whose blocks are parsed together."""
    docs = _parsed({text.text for cut in held for text in cut.texts}, nlp)
    for cut in held:
        look = SecondLook(cut.blocks, nlp, english(), repaired)
        sentences = parted(_sentences(cut, docs), cut.blocks, nlp, english())
        for again in (with_acronyms, with_clauses, with_continued, with_leads):
            sentences = again(sentences, look)
        sentences = assign_voices(cut.readable, cut.blocks, sentences, english())
        yield ParsedDocument(cut.document, tuple(sentences)), _problems(cut.document, sentences)


def _sentences(cut: _Cut, docs: Mapping[str, "Doc"]) -> list[Sentence]:
    """Return the sentences of a document, voices still to be told."""
    words = english()
    found: list[Sentence] = []
    section = ""
    for number, (block, text) in enumerate(zip(cut.blocks, cut.texts, strict=True)):
        if block.kind == "heading":
            section = text.text.strip()
        spot = _Spot(text, block, number, section)
        found += (_sentence(span, spot, words) for span in docs[text.text].sents if span.text.strip())
    return found


def _parsed(texts: Iterable[str], nlp: "Language") -> dict[str, "Doc"]:
    """Return each text's parse."""
    ordered = sorted(texts)
    return dict(zip(ordered, nlp.pipe(ordered, batch_size=64), strict=True))


def _sentence(span: "Span", spot: _Spot, words: English) -> Sentence:
    """Return a spaCy sentence as a plain value."""
    tokens = repaired(_tokens(span, spot.text))
    kind = sentence_kind(tokens, spot.block.kind, words)
    if spot.block.kind == "table" and kind is SentenceKind.STATEMENT and len(tokens) < 4:
        kind = SentenceKind.FRAGMENT
    place = (tokens[0].start, tokens[-1].end)
    refuted = spot.block.refuted if spot.block.refuted >= 0 else _quoted_myth(tokens, spot, words)
    return Sentence(tokens, *place, kind, Voice(""), spot.number, spot.section, refuted=refuted)


def _quoted_myth(tokens: Sequence[Token], spot: _Spot, words: English) -> int:
    """Return where a quotation begins that opens a paragraph under a heading of myths, -1 for any other sentence."""
    if tokens[0].text not in QUOTES or tokens[0].start > spot.block.start:
        return -1
    heading = {word.rstrip("s") for word in spot.section.lower().split()}
    return -1 if heading.isdisjoint(words["clause.false_labels"]) else tokens[0].start


def _tokens(span: "Span", text: CleanText) -> tuple[Token, ...]:
    """Return the tokens of a spaCy sentence, without the white space around it."""
    found = list(span)
    while found and found[-1].is_space:
        found.pop()
    while found and found[0].is_space:
        found.pop(0)
    first, last = found[0].i, found[-1].i
    heads = [head if first <= (head := t.head.i) <= last else t.i for t in found]
    kids: list[list[int]] = [[] for _ in found]
    for i, head in enumerate(heads):
        if head != first + i:
            kids[head - first].append(i)
    return tuple(
        _token(t, i, head - first, tuple(below), text)
        for i, (t, head, below) in enumerate(zip(found, heads, kids, strict=True))
    )


def _token(token: "SpacyToken", i: int, head: int, kids: tuple[int, ...], text: CleanText) -> Token:
    """Return one spaCy token as a plain value."""
    word, place, tag = token.text, token.idx, intern(token.tag_)
    stop = bool(text.stops) and place in text.stops
    lower = "." if stop else word.lower()
    return Token(
        i=i,
        text=DASHES[0] if word == "-" and place in text.dashes else "." if stop else word,
        lower=lower,
        lemma=_lemma(token.lemma_.lower(), lower, tag),
        tag=tag,
        pos=intern(token.pos_),
        dep=intern(token.dep_) if head != i else "ROOT",
        head=head,
        kids=kids,
        start=text.offset(place),
        end=text.end_offset(place + len(word)),
    )


def _lemma(lemma: str, word: str, tag: str) -> str:
    """Return a word's base form; of "rated", which "rat" would double, it is "rate"; of "drops sting" it is "sting"."""
    if tag in {"NNS", "NN"} and (known := {word, word.removesuffix("s")} & english()["lemma.bases"]):
        return min(known)
    if word.endswith("ing") and lemma not in verbs() and word in verbs():
        return word
    short = len(lemma) == 3 and lemma[1] in "aeiou" and lemma[0] not in "aeiou" and lemma[2] not in "aeiouwxy"
    if short and word in {f"{lemma}ed", f"{lemma}ing"} and f"{lemma}e" in verbs():
        return f"{lemma}e"
    return lemma


def _problems(document: Document, sentences: Sequence[Sentence]) -> tuple[Problem, ...]:
    """Return a problem where nothing in a document reads as a statement."""
    if any(s.kind is SentenceKind.STATEMENT for s in sentences):
        return ()
    message = "no statement found: the text holds only headings, questions, instructions or fragments"
    return (Problem(document.source, message, "no-statement", fatal=False),)
