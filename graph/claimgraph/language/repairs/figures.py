"""Figures that the parser tore: "about 2 in 100 men", "between £150 and £400", "costs upwards of £300"."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import NOUN_TAGS, is_tree, kid, reheaded, renamed

_PLACES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
_WHOLES = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "fifty", "hundred", "thousand"}
)


def share_of_counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "2 in 100" before a noun as its share, not as a number inside something: "hits about 2 in 100 homes"."""
    for part in tokens[1:-3]:
        within, whole = tokens[part.i + 1], tokens[part.i + 2]
        noun = tokens[whole.head]
        if part.tag != "CD" or within.lower != "in" or whole.tag != "CD" or part.dep not in _PLACES:
            continue
        bare = within.dep == "prep" and whole.dep == "pobj" and whole.head == within.i and not whole.kids
        if bare and part.dep == "attr" and _smaller(part, whole):
            heads = dict.fromkeys(part.kids, whole.i) | {whole.i: part.head, part.i: whole.i, within.i: whole.i}
            return renamed(reheaded(tokens, heads), {whole.i: "attr", part.i: "quantmod", within.i: "quantmod"})
        led = within.dep == "prep" and noun.dep == "pobj" and noun.head == within.i and whole.dep == "nummod"
        if not led or noun.tag not in NOUN_TAGS or not _smaller(part, whole):
            continue
        heads = dict.fromkeys((k for k in part.kids if k < part.i), whole.i)
        heads |= {noun.i: part.head, part.i: whole.i, within.i: whole.i}
        names = {noun.i: part.dep, part.i: "quantmod", within.i: "quantmod"}
        return renamed(reheaded(tokens, heads), names)
    return tokens


def _smaller(part: Token, whole: Token) -> bool:
    """Say whether a number can be a share of another one."""
    digits = [t.text.replace(",", "") for t in (part, whole)]
    if all(d.isdigit() for d in digits):
        return int(digits[0]) < int(digits[1])
    return whole.lower in _WHOLES and not digits[0].isdigit()


def range_of_money(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read two sums behind "between" as one range, no two things: "tickets cost between £5 and £9"."""
    for low in tokens[2:-2]:
        high = kid(tokens, low, "conj")
        between = next((tokens[k] for k in low.kids if tokens[k].lower == "between"), None)
        joint = kid(tokens, low, "cc")
        if low.tag != "CD" or high is None or high.tag != "CD" or between is None or joint is None:
            continue
        if low.dep not in _PLACES or not between.i < low.i < joint.i < high.i:
            continue
        heads = {high.i: low.head, low.i: high.i, between.i: high.i, joint.i: high.i}
        return renamed(reheaded(tokens, heads), {high.i: low.dep, low.i: "quantmod", joint.i: "quantmod"})
    return tokens


def bound_of_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "upwards of" before a number as its bound: "a pump costs upwards of £300"."""
    for up in tokens[1:-2]:
        of, verb = tokens[up.i + 1], tokens[up.head]
        number = kid(tokens, of, "pobj")
        if up.lower not in {"upwards", "upward"} or of.lower != "of" or number is None or up.head > up.i:
            continue
        counted = number.tag == "CD" or kid(tokens, number, "nummod") is not None
        if counted and verb.pos in {"VERB", "AUX"} and kid(tokens, verb, "dobj", "attr") is None:
            place = "attr" if verb.lemma == "be" else "dobj"
            heads = {number.i: verb.i, up.i: number.i, of.i: number.i}
            return renamed(reheaded(tokens, heads), {number.i: place, up.i: "quantmod", of.i: "quantmod"})
    return tokens


def number_or_more(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Keep "or older" with its number: "members were 65 or older"."""
    for number in tokens[1:-2]:
        joint, more = tokens[number.i + 1], tokens[number.i + 2]
        if number.tag != "CD" or joint.lower != "or" or more.lower not in _OPEN_ENDED:
            continue
        if joint.head == number.i and more.head == number.i and more.dep == "conj" and not more.kids:
            return renamed(tokens, {joint.i: "quantmod", more.i: "quantmod"})
    return tokens


_OPEN_ENDED = frozenset({"older", "younger", "over", "more", "less", "fewer", "under", "above", "below", "higher"})


def inside_bracket(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Keep what stands in a bracket behind a noun together: "cut falls (RR 0.8, 95% CI 0.7 to 0.9; 9 trials)"."""
    opening = next((t for t in tokens[1:] if t.text == "("), None)
    closing = next((t for t in tokens[opening.i :] if t.text == ")"), None) if opening is not None else None
    if opening is None or closing is None or closing.i < opening.i + 2:
        return tokens
    inside = range(opening.i + 1, closing.i)
    anchor = _anchor(tokens, inside)
    if anchor is None or not any(tokens[i].pos == "NUM" for i in inside):
        return tokens
    loose = [i for i in inside if i != anchor.i and tokens[i].head not in inside and tokens[i].pos != "PUNCT"]
    if not loose or any(tokens[i].pos in {"VERB", "AUX"} for i in inside):
        return tokens
    behind = [t.i for t in tokens[closing.i + 1 :] if t.head in inside]
    verb = tokens[anchor.head]
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = tokens[verb.head]
    heads = dict.fromkeys(loose, anchor.i) | dict.fromkeys(behind, verb.i)
    return renamed(reheaded(tokens, heads), dict.fromkeys(loose, "appos") | dict.fromkeys(behind, "dep"))


def _anchor(tokens: Sequence[Token], inside: range) -> Token | None:
    """Return the first word in a bracket that hangs on a noun before it."""
    behind = (tokens[i] for i in inside if tokens[i].dep in {"appos", "nmod", "npadvmod"})
    return next((t for t in behind if t.head < inside.start and tokens[t.head].tag in NOUN_TAGS), None)


def graded_on_average(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part "on average" from the measure behind it: "rates were on average 12 beats per minute lower than at sea"."""
    for average in tokens[2:-3]:
        on, measure = tokens[average.i - 1], tokens[average.head]
        be = tokens[on.head]
        if average.lower != "average" or on.lower != "on" or measure.head != on.i or measure.i < average.i:
            continue
        graded = next((tokens[k] for k in (*measure.kids, *be.kids) if k > measure.i and tokens[k].tag == "JJR"), None)
        if graded is None or be.lemma != "be" or kid(tokens, measure, "nummod") is None:
            continue
        heads = {average.i: on.i, graded.i: be.i, measure.i: graded.i}
        heads |= {k: graded.i for k in measure.kids if k > graded.i}
        return renamed(reheaded(tokens, heads), {average.i: "pobj", graded.i: "acomp", measure.i: "npadvmod"})
    return tokens


def costs_behind_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "costs" behind a number as a verb: "a hall of 300 costs more than a car", "feeding 40 costs £9"."""
    for verb in tokens[1:-2]:
        count, of, behind = tokens[verb.i - 1], tokens[verb.head], tokens[verb.i + 1]
        counted = count.tag == "CD" and count.head == verb.i and count.dep == "nummod"
        if verb.lower != "costs" or verb.tag != "NNS" or not counted or of.lower != "of" or verb.dep != "pobj":
            continue
        than = tokens[verb.i + 2].lower == "than" and behind.lower in {"more", "less"}
        if than or behind.tag == "$":
            return _costing(tokens, count, verb, of)
    return tokens


def _costing(tokens: tuple[Token, ...], count: Token, verb: Token, of: Token) -> tuple[Token, ...]:
    """Return the tokens with "costs" as a verb above the noun or gerund that it is said of."""
    who = tokens[of.head]
    if who.dep == "dobj" and tokens[who.head].tag == "VBG":
        who = tokens[who.head]
    above = verb.i if who.head == who.i else who.head
    behind = tokens[verb.i + 1]
    amount = behind if behind.tag != "$" else tokens[verb.i + 2]
    than = {tokens[verb.i + 2].i: behind.i} if behind.tag != "$" else {}
    late = {k: verb.i for k in who.kids if k > amount.i}
    heads = late | {count.i: of.i, verb.i: above, who.i: verb.i, amount.i: verb.i} | than
    names = {count.i: "pobj", verb.i: "ROOT" if above == verb.i else "ccomp", amount.i: "dobj"}
    names |= {who.i: "csubj" if who.tag == "VBG" else "nsubj"} | dict.fromkeys(than, "prep")
    read = tuple(replace(t, tag="VBZ", pos="VERB", lemma="cost") if t.i == verb.i else t for t in tokens)
    found = renamed(reheaded(read, heads), names)
    return found if is_tree(found) else tokens
