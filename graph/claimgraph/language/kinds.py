"""What a sentence does: state, ask, instruct, or stand as a heading or fragment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import SentenceKind, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_INTRODUCING = frozenset({"prep", "advcl", "advmod", "npadvmod", "mark", "punct", "dep"})
#: Words by which a heading names a question.
_NAMING = frozenset({"what", "why", "how", "where", "who"})
#: The most words of a sentence that stock phrases ("all rights reserved") may take up.
_STOCK = 15


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence while its kind is told.

    Attributes:
        tokens: all of them.
        words: those that are words.
        block: kind of the block it stands in.
        english: the word lists.
    """

    tokens: Sequence[Token]
    words: Sequence[Token]
    block: str
    english: English

    @property
    def root(self) -> Token:
        """Return the root of the tree."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])


def sentence_kind(tokens: Sequence[Token], block_kind: str, english: English) -> SentenceKind:
    """Return what a sentence does.

    Args:
        tokens: of the sentence, one at least.
        block_kind: of the block it stands in.
        english: the word lists.
    """
    words = [t for t in tokens if t.pos not in {"PUNCT", "SPACE", "SYM", "X"}]
    seen = _Seen(tokens, words, block_kind, english)
    return next((kind for kind, holds in _READINGS if holds(seen)), SentenceKind.STATEMENT)


def _too_short(seen: _Seen) -> bool:
    """Say whether there are too few words to say anything."""
    return len(seen.words) < 2


def _navigates(seen: _Seen) -> bool:
    """Say whether a line only lists where a reader may go: "Home > Services > Repairs", "Shop | Log in"."""
    if _two_pages(seen):
        return True
    for separators, longest in _SEPARATORS:
        places = [t.i for t in seen.tokens if t.text in separators]
        if len(places) < _FEWEST_SEPARATORS or len({seen.tokens[i].text for i in places}) > 1:
            continue
        if longest > _LONG and seen.tokens[-1].text in {".", "!"}:
            continue
        spaced = all(_spaced(seen.tokens, i) for i in places)
        edges = [_behind_label(seen.tokens, places[0]), *places, len(seen.tokens)]
        lengths = [right - left - 1 for left, right in pairwise(edges)]
        opening = longest + _BANNER if len(places) > _FEWEST_SEPARATORS else longest
        if spaced and lengths[0] <= opening and all(length <= longest for length in lengths[1:]):
            return True
    return False


def _two_pages(seen: _Seen) -> bool:
    """Say whether a line without an end holds two short names with a stroke between: "Newsletters | Sign in"."""
    strokes = [t.i for t in seen.tokens if t.text == "|"]
    if len(strokes) != 1 or len(seen.tokens) > _LONGEST_PAIR or seen.tokens[-1].text in {".", "!", "?"}:
        return False
    return 0 < strokes[0] < len(seen.tokens) - 1 and _spaced(seen.tokens, strokes[0])


def _behind_label(tokens: Sequence[Token], end: int) -> int:
    """Return the place of the colon of a label that opens a line ("On this page: Symptoms | Causes"), else -1."""
    return next((t.i for t in tokens[:end] if t.text == ":"), -1)


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a mark stands apart from the words around it."""
    before = i == 0 or tokens[i - 1].end < tokens[i].start
    return before and (i + 1 == len(tokens) or tokens[i].end < tokens[i + 1].start)


#: Marks between the names of pages, and the most words of one.
_SEPARATORS = ((frozenset({">", "»", "›", "→", ">>"}), 7), (frozenset({"|", "/", "·", "•"}), 4), (frozenset({"|"}), 8))
#: Words of a name of a page beyond which a line that ends like a sentence holds none.
_LONG = 7
#: The most words of a line that names two pages.
_LONGEST_PAIR = 8
#: The fewest marks of a list of pages.
_FEWEST_SEPARATORS = 2
#: How many words more than a page's name an offer may have that stands before a row of them.
_BANNER = 4


def _wishes(seen: _Seen) -> bool:
    """Say whether a sentence is a wish, by its "may" before its subject: "May your sails be full", not "May frosts"."""
    first = next((t for t in seen.words if t.pos not in {"CCONJ", "INTJ"}), seen.words[0])
    own = [seen.tokens[k] for k in seen.tokens[first.head].kids if seen.tokens[k].dep in _SUBJECTS]
    if first.lower != "may" or first.dep != "aux":
        return False
    return any(first.i < t.i < first.head and not (t.i == first.i + 1 and t.tag == "NNS") for t in own)


def _asks_in_list(seen: _Seen) -> bool:
    """Say whether an item of a list only names what is asked: "whether it protects the heart", "how long it lasts"."""
    opening = seen.words[0].lower in {"whether", "how", "why"}
    return seen.block == "item" and opening and not any(t.text == "," for t in seen.tokens)


def _heads(seen: _Seen) -> bool:
    """Say whether a sentence stands as a heading, or as what a list item is about."""
    return seen.block == "heading" or (seen.block == "topic" and not _has_clause(seen))


def _names_a_question(seen: _Seen) -> bool:
    """Say whether a line without an end only names what is told under it: "What our cooks want you to know"."""
    if _titled(seen):
        return True
    first = seen.words[0]
    if first.lower not in _NAMING or first.tag not in {"WP", "WRB"} or seen.tokens[-1].text in {".", "!", "…"}:
        return False
    if seen.words[1].lower in {"a", "an"}:
        return False
    here = first
    while here.head != here.i and (here is first or here.dep in {"ccomp", "xcomp"}):
        here = seen.tokens[here.head]
    return here.head == here.i


def _titled(seen: _Seen) -> bool:
    """Say whether a line without an end is a title: "Fasting and sleep: why we stopped"."""
    colon = next((t.i for t in seen.tokens[:-1] if t.text == ":"), None)
    if colon is None or seen.tokens[-1].text in {".", "!", "…", "?"}:
        return False
    first = seen.tokens[colon + 1]
    asks = first.lower in _NAMING and first.tag in {"WP", "WRB"}
    return asks and not any(t.tag in _FINITE for t in seen.tokens[:colon])


def _is_stock(seen: _Seen) -> bool:
    """Say whether a short sentence holds a stock phrase of web pages."""
    if len(seen.words) > _STOCK:
        return False
    text = f" {_outside_brackets(seen.tokens)} "
    found = [cue for cue in _apart(seen.english["clause.boilerplate"]) if cue in text]
    return bool(found) and not (_tells_of_another(seen) and _apart(seen.english["clause.stock_or_thing"]) >= {*found})


@cache
def _apart(phrases: frozenset[str]) -> frozenset[str]:
    """Return phrases with the spaces that part them from the words around them."""
    return frozenset(f" {phrase} " for phrase in phrases)


def _tells_of_another(seen: _Seen) -> bool:
    """Say whether a sentence has a clause that is neither about the page nor about who reads it."""
    subjects = [seen.tokens[k] for k in seen.root.kids if seen.tokens[k].dep in _SUBJECTS]
    own = seen.english["first_person"] | seen.english["second_person"] | {"this", "it", "site", "website", "page"}
    return seen.root.pos in {"VERB", "AUX"} and any(t.lower not in own for t in subjects)


def _has_no_verb(seen: _Seen) -> bool:
    """Say whether no word of a sentence is a finite verb."""
    return not any(t.tag in _FINITE for t in seen.words)


def _has_clause(seen: _Seen) -> bool:
    """Say whether the root of a sentence is a verb with its subject."""
    return seen.root.pos in {"VERB", "AUX"} and any(seen.tokens[k].dep in _SUBJECTS for k in seen.root.kids)


def _outside_brackets(tokens: Sequence[Token]) -> str:
    """Return the words of a sentence, those in brackets left out unless nothing else is there."""
    depth, kept = 0, []
    for token in tokens:
        depth += token.text in {"(", "["}
        if not depth:
            kept.append(token.lower)
        depth = max(0, depth - (token.text in {")", "]"}))
    return " ".join(kept if len(kept) > 2 else [t.lower for t in tokens])


def _asks(seen: _Seen) -> bool:
    """Say whether a sentence is a question: it ends in a question mark, or has its verb before its subject."""
    if _ends_in_question_mark(seen.tokens):
        return True
    first = seen.words[0]
    # "May" that opens a statement is the month, or a wish.
    asks_first = first.lower != "may" and first.lower in seen.english["answer.asking"] and first.text[0].isupper()
    second_is_subject = len(seen.words) > 2 and seen.words[1].dep in _SUBJECTS
    return asks_first and first.dep in {"aux", "auxpass", "ROOT"} and second_is_subject


def _ends_in_question_mark(tokens: Sequence[Token]) -> bool:
    """Say whether only closing marks stand behind a sentence's question mark."""
    for token in reversed(tokens):
        if token.text.endswith("?") or token.text == "?!":
            return True
        if token.pos not in {"PUNCT", "SPACE"} and token.text not in {'"', "'", ")", "*"}:
            return False
    return False


def _instructs(seen: _Seen) -> bool:
    """Say whether a sentence tells the reader to do something."""
    root = seen.root
    if seen.words[0].lower in {"let", "let's", "please"}:
        return True
    if root.tag not in {"VB", "VBP"} or root.pos not in {"VERB", "AUX"}:
        return False
    kids = [seen.tokens[k] for k in root.kids]
    if any(k.dep in _SUBJECTS or (k.dep == "aux" and k.lower not in {"do", "don't"}) for k in kids):
        return False
    return all(_introduces(word, seen.tokens, root) for word in seen.words if word.i < root.i)


def _introduces(word: Token, tokens: Sequence[Token], root: Token) -> bool:
    """Say whether a word before an imperative only leads up to it: "Well, in spring always ..."."""
    plain = word.pos in {"ADV", "INTJ", "CCONJ", "AUX", "PART", "SCONJ"} or word.dep in {"npadvmod", "advmod"}
    return plain or _in_adjunct(word, tokens, root)


def _in_adjunct(token: Token, tokens: Sequence[Token], root: Token) -> bool:
    """Say whether a token stands in a phrase or clause that only introduces the root."""
    here = token
    while here.head not in {here.i, root.i}:
        here = tokens[here.head]
    return here.dep in _INTRODUCING


#: What a sentence can do, in the order in which it is asked; what fits none of these states something.
_READINGS: tuple[tuple[SentenceKind, Callable[[_Seen], bool]], ...] = (
    (SentenceKind.FRAGMENT, _too_short),
    (SentenceKind.HEADING, _navigates),
    (SentenceKind.QUESTION, _asks),
    (SentenceKind.HEADING, _heads),
    (SentenceKind.HEADING, _asks_in_list),
    (SentenceKind.HEADING, _names_a_question),
    (SentenceKind.INSTRUCTION, _wishes),
    (SentenceKind.INSTRUCTION, _is_stock),
    (SentenceKind.INSTRUCTION, _instructs),
    (SentenceKind.FRAGMENT, _has_no_verb),
)
