"""The words of a noun phrase, and its normal form."""

import re
from collections.abc import Sequence

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_CUT = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "ccomp", "parataxis", "preconj", "dep", "mark"})
_PLAIN = frozenset({"compound", "amod", "poss", "nummod", "nmod", "npadvmod", "advmod", "case", "neg", "quantmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_OWNERS = re.compile(r"['’]s?$")
_DROPPED = frozenset({"DET", "PRON", "SPACE", "PUNCT"})


def phrase(sentence: Sentence, head: int) -> list[int]:
    """Return the indices of a noun phrase as it stands, one unbroken stretch around the head.

    Prepositional phrases belong to it; relative clauses, appositions and what it is coordinated with do not.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
    """
    kept = {head}
    for kid in sentence.kids(head):
        joins = kid.dep == "punct" and kid.text in {"-", "/"} and abs(kid.i - head) <= 2
        if (kid.dep in _CUT and not joins) or (kid.dep == "acl" and kid.i > head):
            continue
        kept.update(_with_kids(sentence, kid.i))
    return _unbroken(sorted(kept), head, sentence)


def widened(sentence: Sentence, words: list[int]) -> list[int]:
    """Return a noun phrase with the clause that tells which one is meant: "owners who sail", "the right to fish".

    Args:
        sentence: the phrase's.
        words: indices of the phrase.
    """
    last = words[-1]
    for place in range(last, words[0] - 1, -1):
        for kid in sentence.kids(place, "relcl", "acl", "ccomp"):
            inside = sentence.spans[kid.i]
            if inside[0] == last + 1 and len(inside) <= MOST_WIDENED:
                clause = _ending(sentence, inside)
                return [*words, *clause] if len(clause) > 1 else words
    return words


#: Words of a clause up to which it is shown with the noun it belongs to.
MOST_WIDENED = 24


def _ending(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Return a clause up to the first mark that ends it."""
    stop = next((n for n, i in enumerate(inside) if _closes(sentence, i)), len(inside))
    kept = list(inside[:stop])
    while kept and sentence.tokens[kept[-1]].pos in {"PUNCT", "CCONJ", "SPACE"}:
        kept.pop()
    return kept


def _closes(sentence: Sentence, i: int) -> bool:
    """Say whether a mark ends a clause, and is no comma between coordinated verbs."""
    token, following = sentence.tokens[i], sentence.tokens[min(i + 1, len(sentence.tokens) - 1)]
    listed = token.text == "," and following.pos == "VERB" and following.dep == "conj"
    return token.text in _STOPS and not listed


_STOPS = frozenset({",", ";", ":", "(", ")", '"', ".", "—"})


def _with_kids(sentence: Sentence, i: int) -> list[int]:
    """Return the subtree of a dependent, cut in the same places except for coordination inside it."""
    found = [i]
    for kid in sentence.kids(i):
        if kid.dep in {"relcl", "appos", "advcl", "parataxis"} or (kid.dep == "acl" and kid.i > i):
            continue
        found += _with_kids(sentence, kid.i)
    return found


def _unbroken(indices: list[int], head: int, sentence: Sentence) -> list[int]:
    """Return the longest run of neighbouring indices around the head, no punctuation at its ends."""
    first = last = head
    inside = set(indices)
    while (step := _leftward(sentence, inside, first)) is not None:
        first = step
    while last + 1 in inside:
        last += 1
    while last + 2 < len(sentence.tokens) and _joined(sentence, last):
        last += 2
    while first < head and (sentence.tokens[first].pos in {"PUNCT", "CCONJ"} or _joins(sentence, first, head)):
        first += 1
    while last > head and (sentence.tokens[last].pos in {"PUNCT", "CCONJ"} or _in_joint(sentence, last)):
        last -= 1
    closed = sum((t.text == ")") - (t.text == "(") for t in sentence.tokens[first : last + 1])
    if closed > 0 and first > 0 and sentence.tokens[first - 1].text == "(":
        first -= 1
    return list(range(first, last + 1))


def _in_joint(sentence: Sentence, i: int) -> bool:
    """Say whether a word is of a joint of several words that leads to what is left out: "as well as"."""
    token = sentence.tokens[i]
    joint = token.dep == "cc" or sentence.tokens[token.head].dep == "cc"
    return joint and token.lower in {"as", "well", "but", "also", "than", "rather"}


def _leftward(sentence: Sentence, inside: set[int], first: int) -> int | None:
    """Return the next word of a phrase to the left, over the comma between two adjectives and over brackets."""
    if first - 1 in inside:
        return first - 1
    before = sentence.tokens[first - 1] if first else None
    if before is None:
        return None
    if before.text == "," and first - 2 in inside and {sentence.tokens[i].pos for i in (first - 2, first)} == {"ADJ"}:
        return first - 2
    if before.text == ")":
        opening = next((i for i in range(first - 2, max(0, first - 8), -1) if sentence.tokens[i].text == "("), None)
        return opening - 1 if opening is not None and opening - 1 in inside else None
    return None


def _joins(sentence: Sentence, first: int, head: int) -> bool:
    """Say whether a phrase's first word only joins its clause to the one before: "then a fan", "so the pump"."""
    token = sentence.tokens[first]
    return token.lower in {"then", "so", "thus", "also"} and token.dep == "advmod" and token.head == head


def _joined(sentence: Sentence, last: int) -> bool:
    """Say whether a hyphen without spaces joins the next word to one."""
    word, hyphen, following = sentence.tokens[last : last + 3]
    return hyphen.text == "-" and hyphen.start == word.end and following.start == hyphen.end


def conjuncts(sentence: Sentence, head: int, limit: int = 12) -> list[int]:
    """Return a head and what it is coordinated with, as far as these are nouns or adjectives like it.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        limit: the most heads to return.
    """
    found = [head]
    pos = sentence.tokens[head].pos
    for place in found:
        for kid in sentence.kids(place, "conj"):
            same = (kid.pos == pos or {kid.pos, pos} <= _NOMINAL) and kid.lower.strip(".") != "etc"
            if same and kid.i not in found and len(found) < limit:
                found.append(kid.i)
    return found


def included(sentence: Sentence, head: int, english: English) -> list[int]:
    """Return the heads a noun is said to include: "proteins, including growth factors", "such as zinc".

    A noun with a topic includes what it is about and not what it is: "screening, including hepatitis".
    """
    found: list[int] = []
    if sentence.tokens[head].lemma in english["phrase.topical"]:
        return found
    for kid in sentence.kids(head, "prep"):
        as_in_such = kid.lower == "as" and any(k.lower == "such" for k in sentence.kids(kid.i))
        like = kid.lower == "like" and sentence.tokens[head].tag == "NNS" and kid.i > head
        if kid.lower == "including" or as_in_such or like:
            noun = sentence.kid(kid.i, "pobj")
            if noun is not None:
                found += conjuncts(sentence, noun.i)
    return found


def content_label(sentence: Sentence, head: int, english: English) -> str:
    """Return the normal form of an open noun phrase: base forms of head, its plain modifiers and what it is "of".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        english: the word lists.
    """
    if (share := _bare_share(sentence, head)) is not None:
        return share
    measured = sentence.tokens[head].lemma in english["phrase.units"]
    told = (t for t in _core(sentence, head) if t.i == head or in_name(sentence, t) or _tells(t, english, measured))
    parts = [_base(t) for t in told]
    joined = min((k.i for k in sentence.kids(head, "conj")), default=len(sentence.tokens))
    of = next((k for k in sentence.kids(head, "prep") if k.lower == "of" and k.i < joined), None)
    noun = sentence.kid(of.i, "pobj") if of is not None else None
    if noun is not None and parts:
        return f"{' '.join(parts)} of {content_label(sentence, noun.i, english)}"
    if (place := _told_apart(sentence, head, english)) is not None:
        prep, where = place
        return f"{' '.join(p for p in parts if p)} {prep.lower} {content_label(sentence, where.i, english)}"
    label = " ".join(p for p in parts if p)
    return label or sentence.tokens[head].lower


def _told_apart(sentence: Sentence, head: int, english: English) -> tuple[Token, Token] | None:
    """Return the preposition and noun that tell which people are meant: "people in nursing homes"."""
    if sentence.tokens[head].lemma not in english["person_nouns"] or sentence.tokens[head].tag != "NNS":
        return None
    prep = next((k for k in sentence.kids(head, "prep") if k.lower in {"in", "with", "without"}), None)
    noun = sentence.kid(prep.i, "pobj") if prep is not None else None
    return (prep, noun) if prep is not None and noun is not None and prep.i == head + 1 else None


def _bare_share(sentence: Sentence, head: int) -> str | None:
    """Return "two in three" as it stands where no noun tells of whom, None for any other phrase."""
    token = sentence.tokens[head]
    if token.tag != "CD" or not any(k.lower in {"in", "of"} for k in sentence.kids(head, "quantmod")):
        return None
    return " ".join(sentence.tokens[i].lower for i in sentence.spans[head])


def in_name(sentence: Sentence, number: Token) -> bool:
    """Say whether a number names one of a series and counts nothing: "type 2 diabetes", "phase 3", "vitamin B 12"."""
    if number.tag != "CD" or number.dep != "nummod" or number.i == 0:
        return False
    before = sentence.tokens[number.i - 1]
    modifier = before.dep in {"compound", "nmod"} and before.tag in {"NN", "NNP"} and before.head == number.head
    return number.head < number.i or modifier


def _tells(token: Token, english: English, measured: bool) -> bool:
    """Say whether a modifier tells what its phrase names: no article, possessive or adverb.

    A number tells behind its noun ("type 2", "phase 3") and of a unit, not before what it counts.
    """
    if token.lower == "less":
        return True
    if token.tag == "VBG" and token.dep == "compound" and token.lemma in english["clause.consuming"]:
        return False
    if token.pos in _DROPPED or token.lower in english["phrase.empty"] or token.tag in {"PRP$", "RBS"}:
        return False
    if token.dep == "advmod" and token.lower == "least":
        return False
    if token.dep in {"nummod", "quantmod"}:
        return measured
    return token.pos != "ADV" or token.dep == "compound"


def _core(sentence: Sentence, head: int) -> list[Token]:
    """Return the head and its plain modifiers, in order; how much of a quality there is ("88% full") tells nothing."""
    kept = [head]
    adjective = sentence.tokens[head].pos == "ADJ"
    for kid in sentence.kids(head):
        if adjective and kid.dep == "npadvmod":
            continue
        if kid.dep in _PLAIN and (kid.i < head or kid.dep == "nummod"):
            counted = kid.dep == "nummod" and kid.i < head
            inside = [kid] if counted else [sentence.tokens[i] for i in sentence.spans[kid.i]]
            kept += [t.i for t in inside if t.dep != "punct" or t.text == "-"]
    last = head
    while last + 2 < len(sentence.tokens) and _joined(sentence, last):
        last += 2
        kept += [last - 1, last]
    return [sentence.tokens[i] for i in sorted(set(kept))]


def _base(token: Token) -> str:
    """Return a word's base form: nouns and verbs lemmatised, acronyms as they stand."""
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    if token.tag in {"VBN", "VBG"} and token.dep in {"amod", "compound"}:
        return token.lower
    if token.pos in {"NOUN", "VERB", "AUX"}:
        return token.lemma
    return _OWNERS.sub("", token.lower) if token.lower[-1:] in "s'’" else token.lower
