"""The words of a noun phrase, and its normal form."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimgraph.extracting.clauses import VERBAL, verb_above
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
    graded = any(k.tag in {"JJR", "RBR"} for k in sentence.kids(head)) or sentence.tokens[head].tag == "JJR"
    for kid in sentence.kids(head):
        joins = kid.dep == "punct" and kid.text in {"-", "/"} and abs(kid.i - head) <= 2
        if (kid.lower == "than" and kid.dep == "prep" and not graded) or kid.dep in {"aux", "auxpass"}:
            continue
        if (kid.dep in _CUT and not joins) or (kid.dep == "acl" and kid.i > head):
            continue
        kept.update(_with_kids(sentence, kid.i))
    return _unbroken(sorted(kept), head, sentence)


def is_between(sentence: Sentence, head: int) -> bool:
    """Say whether a noun is the first of two that something is between: "between £7 and £9".

    Args:
        sentence: the noun's.
        head: its index.
    """
    token = sentence.tokens[head]
    return token.dep == "pobj" and sentence.tokens[token.head].lower == "between" and len(conjuncts(sentence, head)) > 1


def shared(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return where coordinated nouns begin and end that share what the last is "of", "from" or "in", None for others.

    Of "the size and weight of pumps" it cannot be told by the tree alone whether the size is that of pumps, so each is
    shown with the words of both.

    Args:
        sentence: the phrase's.
        head: index of one of the heads.
    """
    first = sentence.tokens[head]
    while first.dep == "conj" and first.head != first.i and sentence.tokens[first.head].pos == first.pos:
        first = sentence.tokens[first.head]
    heads = conjuncts(sentence, first.i)
    last = heads[-1]
    if is_between(sentence, first.i):
        return min(phrase(sentence, first.i)[0], first.i), phrase(sentence, last)[-1]
    behind = [k for i in heads for k in sentence.kids(i, "prep") if k.i == last + 1 and k.lower in _SHARED]
    inner = any(k.i < last for i in heads[:-1] for k in sentence.kids(i, "prep", "relcl", "acl"))
    own = any(k.dep in {"poss", "nummod"} for i in heads[1:] for k in sentence.kids(i))
    parted = len(heads) == 2 and any(t.text == "," for t in sentence.tokens[first.i : last])
    if len(heads) < 2 or not behind or inner or own or parted:
        return None
    start = min(phrase(sentence, first.i)[0], first.i)
    return start, sentence.spans[behind[0].i][-1] if len(sentence.spans[behind[0].i]) <= MOST_WIDENED else last


_SHARED = frozenset({"of", "from", "in", "for", "between"})


def widened(sentence: Sentence, words: list[int]) -> list[int]:
    """Return a noun phrase with the clause that tells which one is meant: "owners who sail", "the right to fish".

    Args:
        sentence: the phrase's.
        words: indices of the phrase.
    """
    last = words[-1]
    if standard := _standard(sentence, last + 1):
        return [*words, *standard]
    for place in range(last, words[0] - 1, -1):
        for kid in sentence.kids(place, "relcl", "acl", "ccomp"):
            inside = sentence.spans[kid.i]
            if inside[0] == last + 1 and len(inside) <= MOST_WIDENED:
                clause = _ending(sentence, inside)
                return [*words, *clause] if len(clause) > 1 else words
    return words


def _standard(sentence: Sentence, opening: int) -> list[int]:
    """Return the clause that a comparative just before is measured by: "cleaner than it was", "more than we need"."""
    than = sentence.tokens[opening] if opening < len(sentence.tokens) else sentence.tokens[-1]
    as_much = than.lower == "as" and any(t.lower == "as" for t in sentence.tokens[max(0, opening - 3) : opening])
    if (than.lower != "than" and not as_much) or than.dep != "mark":
        return []
    inside = [i for i in sentence.spans[than.head] if i >= opening]
    return _ending(sentence, inside) if len(inside) <= MOST_WIDENED else []


#: Words of a clause up to which it is shown with the noun it belongs to.
MOST_WIDENED = 24


def _ending(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Return a clause up to the first mark that ends it."""
    paired = sum(sentence.tokens[i].text == '"' for i in inside) % 2 == 0
    marks = (
        n for n, i in enumerate(inside) if _closes(sentence, i) and not (paired and sentence.tokens[i].text == '"')
    )
    stop = next(marks, len(inside))
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
    while _goes_on(sentence, first, last):
        last += 1
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


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a phrase ends in a hyphen that a word is joined to: "use of e-" before "cigarettes"."""
    if last <= first or last + 1 >= len(sentence.tokens) or sentence.tokens[last].text != "-":
        return False
    before, hyphen, following = sentence.tokens[last - 1 : last + 2]
    return hyphen.start == before.end and following.start == hyphen.end


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


def content_label(sentence: Sentence, head: int, english: English, depth: int = 0) -> str:
    """Return the normal form of an open noun phrase: base forms of head, its plain modifiers and what it is "of".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        english: the word lists.
        depth: how many phrases it is already part of.
    """
    if sentence.tokens[head].lower == "one" and head > 0 and sentence.tokens[head - 1].lower == "no":
        return "no one"
    whole = _bare_share(sentence, head) or _picked_out(sentence, head, english)
    if whole is not None:
        return whole
    figures = _figures(sentence, head, english)
    core = [t for t in _core(sentence, head) if t.i not in figures]
    told = [t for t in core if t.i == head or in_name(sentence, t) or _tells(sentence, t, english)]
    label = _written(sentence, sorted([*told, *(sentence.tokens[i] for i in figures)], key=lambda t: t.i), head)
    of = _of_what(sentence, head, english, depth) if label and depth < _DEEPEST else ""
    label = f"{label} of {of}" if of else label
    if depth < _DEEPEST and (place := _told_apart(sentence, head, english)) is not None:
        prep, where = place
        heads = conjuncts(sentence, where.i) if prep.lower == "between" else [where.i]
        where_all = " and ".join(content_label(sentence, i, english, depth + 1) for i in heads)
        return f"{label} {prep.lower} {where_all}"
    return label or sentence.tokens[head].lower


#: How many phrases deep a label tells what is "of" what.
_DEEPEST = 8


def _of_what(sentence: Sentence, head: int, english: English, depth: int) -> str:
    """Return the normal form of what a noun is "of", of both things it joins ("a mix of oats and rye"), "" for none."""
    joined = min((k.i for k in sentence.kids(head, "conj")), default=len(sentence.tokens))
    of = next((k for k in sentence.kids(head, "prep") if k.lower == "of" and k.i < joined), None)
    noun = sentence.kid(of.i, "pobj", "pcomp") if of is not None else None
    if noun is None or of is None or sentence.tokens[of.i - 1].lower in {"instead", "because", "regardless", "ahead"}:
        return ""
    if noun.dep == "pcomp":
        return _briefly(sentence, sentence.spans[noun.i]) if noun.pos in VERBAL else ""
    both = sentence.tokens[head].lemma in english["phrase.joining"]
    heads = conjuncts(sentence, noun.i) if both else [noun.i]
    return " and ".join(content_label(sentence, i, english, depth + 1) for i in heads)


def _briefly(sentence: Sentence, inside: Sequence[int]) -> str:
    """Return the words of a short clause as they stand, "" of a long one."""
    return in_words(sentence, inside) if len(inside) <= _SHORT else ""


#: Words of a clause up to which it is named by its words.
_SHORT = 8


def _picked_out(sentence: Sentence, head: int, english: English) -> str | None:
    """Return "anyone who cycles" as it stands, None for a noun, which names its thing without the clause."""
    if sentence.tokens[head].lower not in english["clause.anybody"]:
        return None
    words = phrase(sentence, head)
    whole = widened(sentence, words)
    if len(whole) == len(words) or len(whole) > _SHORT + 1:
        return None
    return in_words(sentence, [i for i in whole if i >= head])


def in_words(sentence: Sentence, inside: Sequence[int]) -> str:
    """Return words of a sentence as they stand, in lower case.

    Args:
        sentence: the words'.
        inside: their indices, in order.
    """
    tokens = [sentence.tokens[i] for i in inside]
    gaps = ["", *("" if a.end == b.start else " " for a, b in pairwise(tokens))]
    return "".join(gap + token.lower for gap, token in zip(gaps, tokens, strict=True))


def _figures(sentence: Sentence, head: int, english: English) -> set[int]:
    """Return the words of a number that a phrase measures with: "4 to 6 weeks", "less than 2 g", "$12 to $15"."""
    token = sentence.tokens[head]
    found: set[int] = set()
    for kid in sentence.kids(head, "nummod", "quantmod"):
        if kid.i < head and (token.tag == "CD" or _measures(token, english)):
            found.update(i for i in sentence.spans[kid.i] if i < head)
    if not found:
        return found
    first = min(found)
    if first and sentence.tokens[first - 1].lower in {"no", "not"} and sentence.tokens[first].tag in {"JJR", "RBR"}:
        found.add(first - 1)
    rough = english["softeners"] | english["phrase.rough"]
    told = (sentence.tokens[i] for i in found)
    return {t.i for t in told if t.lower not in rough and t.text != "-" and (t.tag != "DT" or t.lower == "no")}


def _measures(token: Token, english: English) -> bool:
    """Say whether a noun says nothing without its number: "ten minutes", "9 April"."""
    dated = token.tag == "NNP" and token.lower in english["argument.times"]
    return dated or bool({token.lemma, token.lower} & english["phrase.units"])


def _written(sentence: Sentence, told: Sequence[Token], head: int) -> str:
    """Return base forms as one text, hyphens where they stand in the words: "no-name battery"."""
    label = ""
    for n, token in enumerate(told):
        if token.text in _HYPHENS or not _base(token, head):
            continue
        before = told[n - 1] if n else None
        label += f"{_between(sentence, before, token)}{_base(token, head)}" if label else _base(token, head)
    return label


def _between(sentence: Sentence, before: Token | None, token: Token) -> str:
    """Return what parts two words of a label: a hyphen, nothing behind a sign of money, else a space."""
    if token.i > 0 and _hyphened(sentence, token.i - 1):
        return "-"
    return "" if before is not None and before.tag == "$" and before.end == token.start else " "


_HYPHENS = frozenset({"-", "‐", "‑"})


def _hyphened(sentence: Sentence, i: int) -> bool:
    """Say whether a token is a hyphen inside a word."""
    if not 0 < i < len(sentence.tokens) - 1 or sentence.tokens[i].text not in _HYPHENS:
        return False
    before, hyphen, after = sentence.tokens[i - 1 : i + 2]
    return before.end == hyphen.start and hyphen.end == after.start


def _told_apart(sentence: Sentence, head: int, english: English) -> tuple[Token, Token] | None:
    """Return the preposition and noun without which a phrase names something wider.

    They tell which people are meant ("people in nursing homes", "workers over 50"), and what a change, a ban or a need
    is of ("a drop in sales", "the ban on bags").
    """
    token = sentence.tokens[head]
    people = token.lemma in english["person_nouns"] and token.tag == "NNS"
    leads = english["phrase.apart"] if people else english["phrase.towards"]
    if not people and token.lemma not in english["phrase.relational"]:
        return None
    own = {head + 1, *(sentence.spans[k.i][-1] + 1 for k in sentence.kids(head, "prep") if k.lower == "of")}
    prep = next((k for k in sentence.kids(head, "prep") if k.lower in leads and k.i in own), None)
    noun = sentence.kid(prep.i, "pobj") if prep is not None else None
    if prep is None or noun is None or noun.lemma in english["argument.times"] or noun.pos == "PRON":
        return None
    return None if prep.lower == "between" and noun.pos not in _NOMINAL else (prep, noun)


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


def _tells(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a modifier tells what its phrase names: no article, possessive or adverb.

    A number tells behind its noun ("type 2", "phase 3") and of a unit, not before what it counts; an adverb tells where
    the adjective without it says something else ("half empty", "most useful", "too short").
    """
    if _hyphened(sentence, token.i - 1) or _hyphened(sentence, token.i + 1) or token.tag == "$":
        return True
    above = sentence.tokens[token.head]
    shifts = token.dep == "advmod" and above.pos in {"ADJ", "ADV"} and _shifts(sentence, token, above, english)
    if shifts or any(k.lower == "too" for k in sentence.kids(token.i, "advmod")):
        return True
    if token.tag == "VBG" and token.dep == "compound" and token.lemma in english["clause.consuming"]:
        return False
    if token.pos in _DROPPED or token.lower in english["phrase.empty"] or token.tag in {"PRP$", "RBS"}:
        return False
    if token.dep in {"nummod", "quantmod"}:
        following = sentence.tokens[token.i + 1] if token.i < above.i else above
        return _measures(above, english) or (following.head == above.i and _measures(following, english))
    return token.pos != "ADV" or token.dep == "compound"


def _shifts(sentence: Sentence, adverb: Token, adjective: Token, english: English) -> bool:
    """Say whether an adjective says something else without its adverb, denied ("not entirely safe") or not."""
    if adverb.lower in english["phrase.shifting"]:
        return True
    verb = verb_above(sentence, adjective.i)
    if verb is None or adverb.lower in english["negation.beside"]:
        return False
    denied = any(k.i < adverb.i for k in sentence.kids(verb.i, "neg"))
    return denied and (adverb.lower.endswith("ly") or adverb.lower in english["negation.focused"])


def _core(sentence: Sentence, head: int) -> list[Token]:
    """Return the head and its plain modifiers, in order; how much of a quality there is ("88% full") tells nothing."""
    kept = [head]
    quality = sentence.tokens[head].pos in {"ADJ", "ADV"}
    for kid in sentence.kids(head):
        if quality and kid.dep == "npadvmod":
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


def _base(token: Token, head: int) -> str:
    """Return a word's base form: nouns and verbs lemmatised, acronyms and participles before a noun as they stand."""
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    if token.tag in {"VBN", "VBG"} and (token.i != head or token.dep in {"amod", "compound"}):
        return token.lower
    if token.pos in {"NOUN", "VERB", "AUX"}:
        return token.lemma
    return _OWNERS.sub("", token.lower) if token.lower[-1:] in "s'’" else token.lower
