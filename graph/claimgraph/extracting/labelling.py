"""The normal form of an open noun phrase: base forms of its head and modifiers, and of what makes it another thing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimgraph.extracting.clauses import VERBAL, verb_above
from claimgraph.extracting.completing import completion
from claimgraph.extracting.phrases import NOMINAL, adjectives_before, conjuncts, joined, shared
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_PLAIN = frozenset({"compound", "amod", "poss", "nummod", "nmod", "npadvmod", "advmod", "case", "neg", "quantmod"})
_OWNERS = re.compile(r"['’]s?$")
_DROPPED = frozenset({"DET", "PRON", "SPACE", "PUNCT"})


def content_label(sentence: Sentence, head: int, english: English, depth: int = 0, *, complete: bool = True) -> str:
    """Return the normal form of an open noun phrase: base forms of head, its plain modifiers and what it is "of".

    A head that names nothing by itself goes on with the words that complete it: "those who smoke", "happy to talk".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        english: the word lists.
        depth: how many phrases it is already part of.
        complete: whether a head that names nothing by itself is completed.
    """
    if (counted := _counted(sentence, head)) is not None:
        return counted
    figures = _figures(sentence, head, english)
    core = [t for t in _core(sentence, head) if t.i not in figures]
    own = {head, *(k.i for k in sentence.kids(head, "amod") if k.lower == "only")} if complete else {head}
    told = [t for t in core if t.i in own or in_name(sentence, t) or _tells(sentence, t, english)]
    if figures:
        told = sorted([*told, *(sentence.tokens[i] for i in figures)], key=lambda t: t.i)
    label = _written(sentence, told, head)
    of = _of_what(sentence, head, english, depth, complete) if label and depth < _DEEPEST else ""
    label = f"{label} of {of}" if of else label
    if depth < _DEEPEST and (place := told_apart(sentence, head, english)) is not None:
        prep, where = place
        heads = conjuncts(sentence, where.i) if prep.lower in _TAKING_ALL else [where.i]
        joint = f" {_joint(sentence, heads)} "
        where_all = joint.join(content_label(sentence, i, english, depth + 1, complete=complete) for i in heads)
        return f"{label} {prep.lower} {where_all}"
    label = label or sentence.tokens[head].lower
    behind = completion(sentence, head, english) if complete and depth < _DEEPEST and not of else []
    if not behind:
        return label
    if (opening := _measured(sentence, head, behind[0], english)) is not None:
        return in_words(sentence, [*range(opening, head + 1), *behind])
    return f"{_agreeing(sentence, head, label, behind)} {in_words(sentence, behind)}"


#: Prepositions that lead to all that is joined behind them: "a change in price and size".
_TAKING_ALL = frozenset({"between", "in"})


def _joint(sentence: Sentence, heads: Sequence[int]) -> str:
    """Return the word that joins several things, "and" unless it is "or"."""
    return "or" if any(k.lower == "or" for i in heads for k in sentence.kids(i, "cc")) else "and"


def _measured(sentence: Sentence, head: int, standard: int, english: English) -> int | None:
    """Return where what is held against a standard begins: at "as" or "twice as", or at the comparative of a "than"."""
    before = [t for t in sentence.tokens[max(0, head - 4) : head + 1] if t.dep != "prep"]
    if sentence.tokens[standard].lower == "as":
        first = next((t.i for t in reversed(before) if t.lower == "as"), None)
        while first and _multiplies(sentence.tokens[first - 1], english):
            first -= 1
        return first
    if sentence.tokens[standard].lower != "than":
        return None
    return next((t.i for t in reversed(before) if t.tag in {"JJR", "RBR"}), None)


def _multiplies(token: Token, english: English) -> bool:
    """Say whether a word before "as" tells how many times as much: "twice as", "four times as"."""
    return token.pos == "NUM" or token.lower in english["predicate.short_of_equal"]


def _agreeing(sentence: Sentence, head: int, label: str, behind: Sequence[int]) -> str:
    """Return a label with its noun in the plural again where a clause behind it tells what they do: "those who"."""
    token = sentence.tokens[head]
    many = token.tag == "NNS" and any(sentence.tokens[i].tag in {"VBP", "VBD", "MD"} for i in behind)
    return f"{label.removesuffix(token.lemma)}{token.lower}" if many and label.endswith(token.lemma) else label


def _counted(sentence: Sentence, head: int) -> str | None:
    """Return the words by which a head only counts, as they stand: "no one", "two in three", "8 worms per acre"."""
    if sentence.tokens[head].lower == "one" and head > 0 and sentence.tokens[head - 1].lower == "no":
        return "no one"
    rate = rated(sentence, head)
    return in_words(sentence, rate) if rate else _bare_share(sentence, head)


def rated(sentence: Sentence, head: int) -> list[int]:
    """Return the words of so many of a thing for each of another: "8 worms per square foot", "0.3 t/ac", else none.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
    """
    token = sentence.tokens[head]
    slash = head - 1 if token.dep != "ROOT" and sentence.tokens[head - 1].text == "/" else head + 1
    if 0 < slash < len(sentence.tokens) - 1 and sentence.tokens[slash].text == "/":
        return _with_stroke(sentence, slash)
    number, per = sentence.kid(head, "nummod"), sentence.kid(head, "prep")
    each = sentence.kid(per.i, "pobj") if per is not None and per.lower == "per" and per.i == head + 1 else None
    if number is None or number.tag != "CD" or each is None or number.i != head - 1:
        return []
    return [number.i, *range(head, each.i + 1)]


def _with_stroke(sentence: Sentence, slash: int) -> list[int]:
    """Return the words of a rate that is written with a stroke, none of any other stroke."""
    counted, stroke, each = sentence.tokens[slash - 1 : slash + 2]
    close = counted.end == stroke.start and stroke.end == each.start and slash > 1
    number = sentence.tokens[slash - 2]
    return [number.i, *range(counted.i, each.i + 1)] if close and number.tag == "CD" and each.pos in NOMINAL else []


#: How many phrases deep a label tells what is "of" what.
_DEEPEST = 8


def _of_what(sentence: Sentence, head: int, english: English, depth: int, complete: bool) -> str:
    """Return the normal form of what a noun is "of", of both things it joins ("a mix of oats and rye"), "" for none."""
    of = _own_of(sentence, head, english) or _shared_of(sentence, head, english)
    if of is None:
        return ""
    noun = sentence.kid(of.i, "pobj", "pcomp")
    if noun is None or sentence.tokens[of.i - 1].lower in {"instead", "because", "regardless", "ahead"}:
        return ""
    if noun.dep == "pcomp":
        return _briefly(sentence, sentence.spans[noun.i]) if noun.pos in VERBAL else ""
    both = sentence.tokens[head].lemma in english["phrase.joining"]
    heads = conjuncts(sentence, noun.i) if both else [noun.i]
    return " and ".join(content_label(sentence, i, english, depth + 1, complete=complete) for i in heads)


def _own_of(sentence: Sentence, head: int, english: English) -> Token | None:
    """Return the "of" of a noun: the one right behind it, wherever the parser hung it, or else its own."""
    if "of" not in sentence.lowers:
        return None
    behind = sentence.tokens[min(head + 1, len(sentence.tokens) - 1)]
    elsewhere = behind.lower == "of" and behind.dep == "prep" and behind.head < head
    if elsewhere and head in conjuncts(sentence, behind.head):
        return behind
    own = next((k for k in sentence.kids(head, "prep") if k.lower == "of"), None)
    if own is None or sentence.tokens[head].lemma in english["phrase.attributes"]:
        return own
    coordinated = any(k.i < own.i for k in sentence.kids(head, "conj"))
    return None if coordinated or own.i - 1 in conjuncts(sentence, head)[1:] else own


def _shared_of(sentence: Sentence, head: int, english: English) -> Token | None:
    """Return the "of" that a measure shares with the one it is coordinated with: "the size and weight of pumps"."""
    if sentence.tokens[head].lemma not in english["phrase.attributes"] or shared(sentence, head) is None:
        return None
    later = conjuncts(sentence, head)[1:]
    return next((k for i in later for k in sentence.kids(i, "prep") if k.lower == "of" and k.i == i + 1), None)


def _briefly(sentence: Sentence, inside: Sequence[int]) -> str:
    """Return the words of a short clause as they stand, "" of a long one."""
    return in_words(sentence, inside) if len(inside) <= _SHORT else ""


#: Words of a clause up to which it is named by its words.
_SHORT = 8


def in_words(sentence: Sentence, inside: Sequence[int]) -> str:
    """Return words of a sentence as they stand, in lower case but for acronyms.

    Args:
        sentence: the words'.
        inside: their indices, in order.
    """
    tokens = [sentence.tokens[i] for i in inside]
    gaps = ["", *("" if a.end == b.start else " " for a, b in pairwise(tokens))]
    words = (token.text if sum(map(str.isupper, token.text)) > 1 else token.lower for token in tokens)
    return "".join(gap + word for gap, word in zip(gaps, words, strict=True))


def _figures(sentence: Sentence, head: int, english: English) -> set[int]:
    """Return the words of a number that a phrase measures with: "4 to 6 weeks", "less than 2 g", "$12 to $15"."""
    token = sentence.tokens[head]
    found: set[int] = set()
    if not token.kids:
        return found
    if multiple := _multiple(sentence, token, english):
        return multiple
    for kid in sentence.kids(head, "nummod", "quantmod"):
        if kid.i < head and (token.tag == "CD" or _measures(token, english)):
            found.update(i for i in sentence.spans[kid.i] if i < head)
    if not found:
        return found
    first = min(found)
    if first and sentence.tokens[first - 1].lower in {"no", "not"} and sentence.tokens[first].tag in {"JJR", "RBR"}:
        found.add(first - 1)
    rough = english.of("softeners", "phrase.rough")
    told = (sentence.tokens[i] for i in found)
    return {t.i for t in told if t.lower not in rough and t.text != "-" and (t.tag != "DT" or t.lower == "no")}


def _multiple(sentence: Sentence, token: Token, english: English) -> set[int]:
    """Return the words before an article that tell how many times a measure is meant: "half the size"."""
    if token.lemma not in english["phrase.attributes"]:
        return set()
    article = next((k.i for k in sentence.kids(token.i, "det") if k.tag == "DT"), None)
    if article is None:
        return set()
    before = {i for k in sentence.kids(token.i) if k.i < article for i in sentence.spans[k.i] if i < article}
    counted = any(sentence.tokens[i].tag in {"CD", "PDT"} or sentence.tokens[i].lower == "twice" for i in before)
    return {*before, article} if counted else set()


def _measures(token: Token, english: English) -> bool:
    """Say whether a noun says nothing without its number: "ten minutes", "9 April"."""
    dated = token.tag == "NNP" and token.lower in english["argument.times"]
    return dated or bool({token.lemma, token.lower} & english["phrase.units"])


def _written(sentence: Sentence, told: Sequence[Token], head: int) -> str:
    """Return base forms as one text, hyphens where they stand in the words: "no-name battery"."""
    label = ""
    for n, token in enumerate(told):
        base = token.lower if _ends_compound(sentence, token) else _base(token, head)
        if base and token.text not in _HYPHENS:
            before = told[n - 1] if n else None
            label += f"{_between(sentence, before, token)}{base}" if label else base
    return label


def _ends_compound(sentence: Sentence, token: Token) -> bool:
    """Say whether a participle is the last part of a word with a hyphen: "plant-based", "habit-forming"."""
    return token.tag in {"VBN", "VBG"} and _hyphened(sentence, token.i - 1)


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


def told_apart(sentence: Sentence, head: int, english: English) -> tuple[Token, Token] | None:
    """Return the preposition and noun without which a phrase names something wider.

    They tell which people are meant ("people in nursing homes", "workers over 50"), what a change, a ban or a need is
    of ("a drop in sales", "the ban on bags"), and what a number is for each of ("4 V per cell").
    """
    preps = sentence.kids(head, "prep")
    if not preps:
        return None
    leads = _leading(sentence.tokens[head], english) | {"plus"}
    own = {head + 1, *(sentence.spans[k.i][-1] + 1 for k in preps if k.lower == "of")}
    prep = next((k for k in preps if k.lower in leads and k.i in own), None)
    noun = sentence.kid(prep.i, "pobj") if prep is not None else None
    if prep is None or noun is None or noun.lemma in english["argument.times"] or noun.pos == "PRON":
        return None
    return None if prep.lower == "between" and noun.pos not in NOMINAL else (prep, noun)


def _leading(token: Token, english: English) -> frozenset[str]:
    """Return the prepositions that may lead to what tells a noun apart, none for most nouns."""
    if token.lemma in english["person_nouns"] and token.tag == "NNS":
        return english["phrase.apart"]
    if token.tag == "CD" or token.lemma in english["phrase.units"]:
        return frozenset({"per"})
    return english["phrase.towards"] if token.lemma in english["phrase.relational"] else frozenset()


def _bare_share(sentence: Sentence, head: int) -> str | None:
    """Return "two in three" or "fewer than half" as it stands where no noun tells of whom, else None."""
    token = sentence.tokens[head]
    if not token.kids:
        return None
    if token.lower == "half" and sentence.has(head, ("than",), "quantmod"):
        return in_words(sentence, range(sentence.spans[head][0], head + 1))
    if token.tag != "CD" or not sentence.has(head, ("in", "of"), "quantmod"):
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
    above = sentence.tokens[token.head]
    numbers = _in_number(sentence, token) or (token.dep == "nummod" and _by_how_much(sentence, above))
    if numbers or _hyphened(sentence, token.i - 1) or _hyphened(sentence, token.i + 1) or token.tag == "$":
        return not numbers
    shifts = token.dep == "advmod" and above.pos in {"ADJ", "ADV"} and _shifts(sentence, token, above, english)
    if shifts or sentence.has(token.i, ("too",), "advmod"):
        return True
    if _by_how_much(sentence, token) or (
        token.tag == "VBG" and token.dep == "compound" and token.lemma in english["clause.consuming"]
    ):
        return False
    little = token.dep == "npadvmod" and token.lower == "little" and above.tag in {"JJR", "RBR"}
    if little or token.pos in _DROPPED or token.lower in english["phrase.empty"] or token.tag in {"PRP$", "RBS"}:
        return False
    if token.dep in {"nummod", "quantmod"}:
        following = sentence.tokens[token.i + 1] if token.i < above.i else above
        return _measures(above, english) or (following.head == above.i and _measures(following, english))
    return token.pos != "ADV" or token.dep == "compound"


def _by_how_much(sentence: Sentence, token: Token) -> bool:
    """Say whether a word measures by how much more or less there is: "29% fewer trips"."""
    return token.dep == "npadvmod" and sentence.tokens[token.head].tag in {"JJR", "RBR"}


def _in_number(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is the last part of a number with a hyphen that counts something: "twenty-one lambs"."""
    counts = token.tag == "CD" and token.dep == "nummod" and _hyphened(sentence, token.i - 1)
    return counts and sentence.tokens[token.i - 2].tag == "CD" and sentence.tokens[token.head].tag == "NNS"


def _shifts(sentence: Sentence, adverb: Token, adjective: Token, english: English) -> bool:
    """Say whether an adjective says something else without its adverb, denied ("not entirely safe") or not."""
    if adverb.lower in english["phrase.shifting"]:
        return True
    verb = verb_above(sentence, adjective.i)
    if verb is None or adverb.lower in english["negation.beside"]:
        return False
    denied = any(k.i < adverb.i for k in sentence.kids(verb.i, "neg"))
    return denied and (adverb.lower.endswith("ly") or adverb.lower in english["negation.focused"])


def _short_form(sentence: Sentence, token: Token) -> bool:
    """Say whether a word only gives the short form of the words before it, in brackets: "low-emission zones (LEZs)"."""
    if not 0 < token.i < len(sentence.tokens) - 1 or sentence.tokens[token.i - 1].text != "(":
        return False
    short = token.text.rstrip("s")
    return len(short) > 1 and short.isupper() and sentence.tokens[token.i + 1].text == ")"


def _core(sentence: Sentence, head: int) -> list[Token]:
    """Return the head and its plain modifiers, in order; how much of a quality there is ("88% full") tells nothing."""
    kept = [head]
    quality = sentence.tokens[head].pos in {"ADJ", "ADV"}
    for kid in sentence.kids(head):
        if _short_form(sentence, kid):
            continue
        if quality and kid.dep == "npadvmod" and not _hyphened(sentence, kid.i + 1):
            continue
        postposed = kid.dep == "amod" and kid.i == head + 1 and kid.tag == "JJ" and len(sentence.spans[kid.i]) == 1
        if kid.dep in _PLAIN and (kid.i < head or kid.dep == "nummod" or postposed):
            counted = kid.dep == "nummod" and kid.i < head
            inside = [kid] if counted else [sentence.tokens[i] for i in sentence.spans[kid.i]]
            kept += [t.i for t in inside if t.dep != "punct" or t.text == "-"]
    kept += [k.i for k in adjectives_before(sentence, head)]
    last = head
    while last + 2 < len(sentence.tokens) and joined(sentence, last):
        last += 2
        kept += [last - 1, last]
    return [sentence.tokens[i] for i in sorted(set(kept))] if len(kept) > 1 else [sentence.tokens[head]]


def _base(token: Token, head: int) -> str:
    """Return a word's base form: nouns and verbs lemmatised, acronyms and participles before a noun as they stand."""
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    if token.tag in {"VBN", "VBG"} and (token.i != head or token.dep in {"amod", "compound", "acomp", "oprd"}):
        return token.lower
    if token.pos in {"NOUN", "VERB", "AUX"}:
        return token.lemma
    return _OWNERS.sub("", token.lower) if token.lower[-1:] in "s'’" else token.lower
