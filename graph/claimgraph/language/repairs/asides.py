"""Remarks that the parser takes for part of a clause: what stands between auxiliary and verb, or ends a sentence."""

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import kid, put_aside, reheaded, renamed

#: How many words an aside between two commas has at most.
_LONGEST = 6


def comment_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read words to the hearer that end a sentence as said in passing: "rents are low, mind you", "..., you know"."""
    for verb in tokens[2:]:
        said, hearer = kid(tokens, verb, "ccomp"), kid(tokens, verb, "nsubj", "dobj")
        if verb.head != verb.i or said is None or hearer is None or not said.i < min(verb.i, hearer.i):
            continue
        first, last = sorted((verb.i, hearer.i))
        told = tokens[first - 1].text == "," and all(t.pos == "PUNCT" for t in tokens[last + 1 :])
        if not told or f"{tokens[first].lower} {tokens[last].lower}" not in english()["clause.appeals"]:
            continue
        heads = dict.fromkeys(verb.kids, said.i) | {said.i: said.i}
        return put_aside(renamed(reheaded(tokens, heads), {said.i: "ROOT"}), {verb.i, hearer.i}, said.i)
    return tokens


def mind_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare "mind" behind a number or an adjective as said in passing: "it was only 2.8 mind, so we left"."""
    for mind in tokens[3:-1]:
        if mind.lower != "mind" or mind.dep not in {"attr", "dobj", "pobj"} or tokens[mind.i + 1].pos != "PUNCT":
            continue
        said = tokens[mind.i - 2] if tokens[mind.i - 1].text == "," else tokens[mind.i - 1]
        own = [tokens[k] for k in mind.kids if k < said.i]
        if said.head != mind.i or said.pos not in {"NUM", "ADJ"} or any(t.dep in {"det", "poss"} for t in own):
            continue
        if said.pos == "ADJ" and tokens[mind.i - 1] is said:
            continue
        heads = dict.fromkeys(mind.kids, said.i) | {said.i: mind.head}
        named = renamed(reheaded(tokens, heads), {said.i: "acomp" if said.pos == "ADJ" else mind.dep})
        return put_aside(named, {mind.i}, said.i)
    return tokens


def address_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a call to the hearer or a remark in letters as said in passing: "your roof leaks mate", "it works tbh"."""
    for word in tokens[2:]:
        if word.dep not in _PLACED or not _in_passing(tokens, word):
            continue
        before = tokens[word.i - 1]
        if all(k > word.i or tokens[k].pos == "PUNCT" for k in word.kids):
            return put_aside(tokens, {word.i}, word.head)
        if before.head == word.i and before.dep == "compound":
            heads = dict.fromkeys(word.kids, before.i) | {before.i: word.head}
            return put_aside(renamed(reheaded(tokens, heads), {before.i: word.dep}), {word.i}, before.i)
    return tokens


_PEOPLE = ("kin_and_trades", "reference.people", "person_nouns")
_PLACED = frozenset({"dobj", "pobj", "attr", "npadvmod", "oprd", "dep"})


def _in_passing(tokens: tuple[Token, ...], word: Token) -> bool:
    """Say whether a word is a remark in letters, or ends a sentence that tells the hearer of something of theirs."""
    words = english()
    if word.lower in words["clause.remarks"]:
        return True
    ends = word.i + 1 == len(tokens) or tokens[word.i + 1].pos == "PUNCT"
    before = tokens[word.i - 1]
    if not ends or word.lower not in words["clause.addresses"]:
        return False
    if before.pos in {"VERB", "ADV"} and not word.kids:
        return True
    yours = any(t.lower in words["second_person"] for t in tokens)
    article = any(tokens[k].lower == "the" for k in word.kids)
    return yours and article and f"{before.lower}{word.lower}" not in words.of(*_PEOPLE)
