"""From documents to sentences: spaCy parses the blocks, plain values come out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.knowledge.english import English, english
from claimgraph.language.blocks import Block, blocks
from claimgraph.language.cleaning import CleanText, clean
from claimgraph.language.kinds import sentence_kind
from claimgraph.language.parsed import ParsedDocument, Sentence, SentenceKind, Token
from claimgraph.language.voices import assign_voices
from claimgraph.model import Document, Problem, Voice
from claimgraph.reading import prose

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

#: Parts of the pipeline that no stage uses.
UNUSED = ("ner",)


def parse(documents: Sequence[Document], nlp: "Language") -> Iterator[tuple[ParsedDocument, tuple[Problem, ...]]]:
    """Yield each document with its sentences, and what could not be understood of it.

    Equal blocks (a footer on every page, a paragraph a hundred times) are parsed once.

    Args:
        documents: to parse, in order.
        nlp: a spaCy pipeline with tagger, parser and lemmatiser.
    """
    words = english()
    for document in documents:
        readable = replace(document, text=prose(document))
        cut = blocks(readable)
        cleaned = [clean(readable.text, b.start, b.end) for b in cut]
        docs = _parsed({c.text for c in cleaned}, nlp)
        sentences: list[Sentence] = []
        section = ""
        for number, (block, text) in enumerate(zip(cut, cleaned, strict=True)):
            if block.kind == "heading":
                section = text.text.strip()
            doc = docs[text.text]
            sentences += (
                _sentence(span, text, block, number, section, words) for span in _spans(doc) if span.text.strip()
            )
        sentences = assign_voices(readable, cut, sentences, words)
        yield ParsedDocument(document, tuple(sentences)), _problems(document, sentences)


def _parsed(texts: Iterable[str], nlp: "Language") -> dict[str, "Doc"]:
    """Return each text's parse."""
    ordered = sorted(texts)
    return dict(zip(ordered, nlp.pipe(ordered, batch_size=64), strict=True))


def _spans(doc: "Doc") -> Iterator["Span"]:
    """Yield the sentences of a parse."""
    yield from doc.sents


def _sentence(span: "Span", text: CleanText, block: Block, number: int, section: str, words: English) -> Sentence:
    """Return a spaCy sentence as a plain value."""
    tokens = _tokens(span, text)
    kind = sentence_kind(tokens, block.kind, words)
    if block.kind == "table" and kind is SentenceKind.STATEMENT and len(tokens) < 4:
        kind = SentenceKind.FRAGMENT
    return Sentence(tokens, tokens[0].start, tokens[-1].end, kind, Voice(""), number, section)


def _tokens(span: "Span", text: CleanText) -> tuple[Token, ...]:
    """Return the tokens of a spaCy sentence, without the white space around it."""
    found = list(span)
    while found and found[-1].is_space:
        found.pop()
    while found and found[0].is_space:
        found.pop(0)
    first = found[0].i
    last = found[-1].i
    kids: list[list[int]] = [[] for _ in found]
    for token in found:
        head = token.head.i
        if head != token.i and first <= head <= last:
            kids[head - first].append(token.i - first)
    return tuple(
        _token(t, first, kids[t.i - first], text, t.head.i if first <= t.head.i <= last else t.i) for t in found
    )


def _token(token: "object", first: int, kids: list[int], text: CleanText, head: int) -> Token:
    """Return one spaCy token as a plain value."""
    word = token.text  # type: ignore[attr-defined]
    start = token.idx  # type: ignore[attr-defined]
    dep = token.dep_ if head != token.i else "ROOT"  # type: ignore[attr-defined]
    return Token(
        token.i - first,  # type: ignore[attr-defined]
        word,
        word.lower(),
        token.lemma_.lower(),  # type: ignore[attr-defined]
        token.tag_,  # type: ignore[attr-defined]
        token.pos_,  # type: ignore[attr-defined]
        dep,
        head - first,
        tuple(kids),
        text.offset(start),
        text.end_offset(start + len(word)),
    )


def _problems(document: Document, sentences: Sequence[Sentence]) -> tuple[Problem, ...]:
    """Return a problem where nothing in a document reads as a statement."""
    if any(s.kind is SentenceKind.STATEMENT for s in sentences):
        return ()
    message = "no statement found: the text holds only headings, questions, instructions or fragments"
    return (Problem(document.source, message, "no-statement", fatal=False),)
