"""What a sentence does: state, ask, instruct, or stand as a heading or fragment."""

from collections.abc import Sequence

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import SentenceKind, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def sentence_kind(tokens: Sequence[Token], block_kind: str, english: English) -> SentenceKind:
    """Return what a sentence does.

    Args:
        tokens: of the sentence.
        block_kind: of the block it stands in.
        english: the word lists.
    """
    words = [t for t in tokens if t.pos not in {"PUNCT", "SPACE", "SYM", "X"}]
    if len(words) < 2:
        return SentenceKind.FRAGMENT
    text = _outside_brackets(tokens)
    if _asks(tokens, words):
        return SentenceKind.QUESTION
    if block_kind == "heading" or (block_kind == "topic" and not _has_clause(tokens)):
        return SentenceKind.HEADING
    if len(words) <= 15 and any(f" {cue} " in f" {text} " for cue in english["clause.boilerplate"]):
        return SentenceKind.INSTRUCTION
    root = next((t for t in tokens if t.head == t.i), tokens[0])
    if _instructs(tokens, words, root, english):
        return SentenceKind.INSTRUCTION
    if not any(t.tag in _FINITE for t in words):
        return SentenceKind.FRAGMENT
    return SentenceKind.STATEMENT


def _has_clause(tokens: Sequence[Token]) -> bool:
    """Say whether the root of a sentence is a finite verb with its subject."""
    root = next((t for t in tokens if t.head == t.i), tokens[0])
    return root.pos in {"VERB", "AUX"} and any(tokens[k].dep in _SUBJECTS for k in root.kids)


def _outside_brackets(tokens: Sequence[Token]) -> str:
    """Return the words of a sentence, those in brackets left out unless nothing else is there."""
    depth, kept = 0, []
    for token in tokens:
        depth += token.text in {"(", "["}
        if not depth:
            kept.append(token.lower)
        depth = max(0, depth - (token.text in {")", "]"}))
    return " ".join(kept if len(kept) > 2 else [t.lower for t in tokens])


def _asks(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Say whether a sentence is a question: it ends in a question mark, or wonders aloud."""
    for token in reversed(tokens):
        if token.text in {"?", "?!", "!?", "??"} or token.text.endswith("?"):
            return True
        if token.pos not in {"PUNCT", "SPACE"} and token.text not in {'"', "'", ")", "*"}:
            break
    first = words[0]
    asks_first = first.lower in {
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "can",
        "could",
        "should",
        "will",
        "would",
        "has",
        "have",
    }
    second_is_subject = len(words) > 2 and words[1].dep in _SUBJECTS
    return asks_first and first.dep in {"aux", "auxpass", "ROOT"} and second_is_subject and first.text[0].isupper()


def _instructs(tokens: Sequence[Token], words: Sequence[Token], root: Token, english: English) -> bool:
    """Say whether a sentence tells the reader to do something."""
    first = words[0]
    if first.lower in {"let", "please"} or (first.lower == "let's"):
        return True
    if root.tag not in {"VB", "VBP"} or root.pos not in {"VERB", "AUX"}:
        return False
    kids = [tokens[k] for k in root.kids]
    if any(k.dep in _SUBJECTS for k in kids):
        return False
    if any(k.dep == "aux" and k.lower not in {"do", "don't"} for k in kids):
        return False
    before = [t for t in words if t.i < root.i]
    return all(
        t.pos in {"ADV", "INTJ", "CCONJ", "AUX", "PART", "SCONJ"}
        or t.dep in {"npadvmod", "advmod"}
        or _in_adjunct(t, tokens, root)
        for t in before
    )


def _in_adjunct(token: Token, tokens: Sequence[Token], root: Token) -> bool:
    """Say whether a token stands in a phrase or clause that only introduces the root."""
    here = token
    while here.head != here.i and here.head != root.i:
        here = tokens[here.head]
    return here.dep in {"prep", "advcl", "advmod", "npadvmod", "mark", "punct", "dep"}
