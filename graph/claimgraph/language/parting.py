"""Sentences that a dash, colon or bracket joins, each read by itself.

"They leak — the seals dry out", "The verdict: the pump leaks" and "The seals (and I bought the best) dry out" are two
sentences in one, which a parser trained on edited news reads as one, with a subject made of both. Where every part
reads as a clause when it is parsed alone, the parts become sentences; a label before a colon is left aside. Everything
else stays as it was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.knowledge.english import English
from claimgraph.language.blocks import Block
from claimgraph.language.cleaning import DASHES
from claimgraph.language.kinds import sentence_kind
from claimgraph.language.mending import unparsed
from claimgraph.language.parsed import Sentence, SentenceKind, Token
from claimgraph.language.repairing import repaired

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The longest label before a colon, in words, and the shortest clause.
_LABEL, _CLAUSE = 4, 3
#: Sentences longer than this many tokens are left as they are.
_LONGEST = 80
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_JOINING = frozenset({"IN", "WDT", "WP", "WRB", "CC", "TO"})


@dataclass(frozen=True, slots=True)
class _Parts:
    """How a sentence may be parted.

    Attributes:
        place: of the sentence.
        cuts: token indices of each part.
    """

    place: int
    cuts: tuple[Sequence[int], ...]


def parted(sentences: Sequence[Sentence], blocks: Sequence[Block], nlp: "Language", words: English) -> list[Sentence]:
    """Return the sentences, those that are several joined by dashes or a colon in their parts.

    Args:
        sentences: of a document, in order.
        blocks: of the document; `Sentence.block` counts them.
        nlp: the pipeline that parsed them.
        words: the word lists.
    """
    found = [parts for place, s in enumerate(sentences) if (parts := _parts(place, s, words)) is not None]
    cut = [[sentences[p.place].tokens[i] for i in indices] for p in found for indices in p.cuts]
    docs = iter(list(nlp.pipe([unparsed(tokens, [t.text for t in tokens], nlp) for tokens in cut])))
    made: dict[int, list[Sentence]] = {}
    for parts in found:
        own = [next(docs) for _ in parts.cuts]
        if all(map(_is_clause, own)):
            made[parts.place] = list(_sentences(sentences[parts.place], parts, own, blocks, words))
    return [part for place, sentence in enumerate(sentences) for part in made.get(place, [sentence])]


def _parts(place: int, sentence: Sentence, words: English) -> _Parts | None:
    """Return how a sentence may be parted, None where no mark parts it or a part cannot be a clause."""
    tokens = sentence.tokens
    if sentence.kind is not SentenceKind.STATEMENT or len(tokens) > _LONGEST or any(t.text == '"' for t in tokens):
        return None
    ways = (way(tokens, words) for way in _WAYS)
    cuts = next((found for found in ways if found), ())
    fits = all(_may_be_clause([tokens[i] for i in indices]) for indices in cuts)
    return _Parts(place, cuts) if cuts and fits else None


def _behind_label(tokens: Sequence[Token], words: English) -> tuple[Sequence[int], ...]:
    """Return what stands behind a label and a colon."""
    colon = next((t.i for t in tokens if t.text == ":"), None)
    return (range(colon + 1, len(tokens)),) if colon is not None and _labels(tokens[:colon]) else ()


def _around_bracket(tokens: Sequence[Token], words: English) -> tuple[Sequence[int], ...]:
    """Return what stands outside and inside the only bracket of a sentence, a conjunction at its start left out."""
    marks = [t.i for t in tokens if t.text in {"(", ")"}]
    if len(marks) != 2 or [tokens[i].text for i in marks] != ["(", ")"]:
        return ()
    first, last = marks
    opening = first + 1 + (tokens[min(first + 1, len(tokens) - 1)].tag == "CC")
    behind = last + 1 + _stray(tokens, first, last)
    outside = [*range(first), *range(behind, len(tokens))]
    if opening < last and tokens[opening].tag in {"VB", "VBP"} and tokens[opening].lemma in words["clause.pointing"]:
        return (outside,) if first > 0 and behind < len(tokens) else ()
    finite = any(t.tag in _FINITE for t in tokens[opening:last])
    return (outside, range(opening, last)) if finite and first > 0 and last + 1 < len(tokens) else ()


def _stray(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the comma behind a bracket parts subject and verb: "the oils (or so they say), contain wax"."""
    comma, verb = tokens[min(last + 1, len(tokens) - 1)], tokens[min(last + 2, len(tokens) - 1)]
    parts = comma.text == "," and verb.tag in _FINITE | {"VB", "MD"}
    return parts and not any(t.text == "," for t in tokens[:first])


def _between_dashes(tokens: Sequence[Token], words: English) -> tuple[Sequence[int], ...]:
    """Return what stands between the dashes of a sentence, nothing where a dash leads to a speaker's words."""
    marks = [t.i for t in tokens if t.text in DASHES]
    bracketed = any(t.text in {"(", ")", "[", "]"} for t in tokens)
    if (
        not marks
        or bracketed
        or any(t.lemma in words["report_verbs"] for i in marks for t in tokens[max(0, i - 3) : i])
    ):
        return ()
    bounds = [-1, *marks, len(tokens)]
    return tuple(range(start + 1, end) for start, end in pairwise(bounds))


#: How a sentence may be parted, in order; a new way is a new line here.
_WAYS: tuple[Callable[[Sequence[Token], English], tuple[Sequence[int], ...]], ...] = (
    _behind_label,
    _around_bracket,
    _between_dashes,
)


def _labels(tokens: Sequence[Token]) -> bool:
    """Say whether the words before a colon only label what follows: "The verdict", "The short answer"."""
    return 0 < len(tokens) <= _LABEL and all(t.pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for t in tokens)


def _may_be_clause(tokens: Sequence[Token]) -> bool:
    """Say whether some words may be a clause of their own: no conjunction, participle or question word leads in."""
    verb = any(t.tag in _FINITE or t.pos in {"VERB", "AUX"} or t.tag == "NNS" for t in tokens)
    return len(tokens) >= _CLAUSE and verb and tokens[0].tag not in _JOINING


def _is_clause(doc: "Doc") -> bool:
    """Say whether a part, parsed alone, is one clause with a finite verb and a subject before it."""
    roots = [t for t in doc if t.dep_ == "ROOT"]
    if len(roots) != 1:
        return False
    root = roots[0]
    finite = root.tag_ in _FINITE or any(k.dep_ in {"aux", "auxpass"} and k.tag_ in _FINITE for k in root.children)
    return finite and any(k.dep_ in _SUBJECTS and k.i < root.i for k in root.children)


def _sentences(
    whole: Sentence, parts: _Parts, docs: Sequence["Doc"], blocks: Sequence[Block], words: English
) -> Iterator[Sentence]:
    """Yield the parts of a sentence as sentences."""
    for indices, doc in zip(parts.cuts, docs, strict=True):
        tokens = repaired(_tokens([whole.tokens[i] for i in indices], doc))
        kind = sentence_kind(tokens, blocks[whole.block].kind, words)
        yield replace(whole, tokens=tokens, start=tokens[0].start, end=tokens[-1].end, kind=kind)


def _tokens(tokens: Sequence[Token], doc: "Doc") -> tuple[Token, ...]:
    """Return some tokens of a sentence as a sentence of their own, with the tree of a second parse."""
    return tuple(
        replace(
            old, i=new.i, lemma=old.lemma if old.tag == new.tag_ else new.lemma_.lower(), tag=new.tag_, pos=new.pos_,
            dep=new.dep_, head=new.head.i, kids=tuple(k.i for k in new.children),
        )
        for old, new in zip(tokens, doc, strict=True)
    )  # fmt: skip
