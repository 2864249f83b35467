"""How firmly a clause is said: its modals, hedging adverbs and weak words.

The cues follow Hyland, "Hedging in Scientific Research Articles", 1998, chapter 5 (lexical verbs, adverbs, adjectives,
modal verbs, nouns), and are told by the word, as in Vincze et al., "The BioScope corpus", BMC Bioinformatics 9 (S11),
2008; the lists stand in `ontology/english.toml`.
"""

from functools import lru_cache

from claimgraph.extracting.clauses import SUBJECTS, VERBAL
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.place import Place
from claimgraph.extracting.targets import Target
from claimgraph.knowledge.english import English, any_word, holds_any
from claimgraph.language.parsed import Sentence, Token

_WOULD, _SHOULD, _COULD = frozenset({"would", "'d", "’d"}), frozenset({"should"}), frozenset({"could"})


def weakeners(sentence: Sentence, verbs: tuple[int, ...], found: Target | None, english: English) -> tuple[int, ...]:
    """Return the tokens that weaken a clause, in order.

    Args:
        sentence: the clause's.
        verbs: its chain.
        found: what follows the predicate.
        english: the word lists.
    """
    hedges = english.without("hedges", "softeners")
    raising = english.of("hedge_verbs", "speculations")
    cues: list[int] = []
    firm = _firm_modals(sentence, verbs, english)
    for place, verb in enumerate(verbs):
        near = (k for k in sentence.kids(verb, "aux", "advmod", "npadvmod") if k.lower not in firm)
        cues += [k.i for k in near if _is_weak(k, english)]
        tried = place < len(verbs) - 1 and sentence.tokens[verb].lemma in english["clause.trying"]
        gerund = tried and sentence.tokens[verbs[place + 1]].tag == "VBG"
        heard = sentence.tokens[verb].lemma in english.without("clause.hearsay", "clause.being_told")
        hearsay = heard and sentence.kid(verb, "auxpass") is not None
        if place < len(verbs) - 1 and (hearsay or sentence.tokens[verb].lemma in raising) and not gerund:
            cues.append(verb)
        cues += _in_some(sentence, verb, found, english)
    cues += _seeming(sentence, verbs[-1], english)
    shared = hedges - firm if firm else hedges
    cues += _shared_modal(sentence, verbs[0], shared) + _modal_of_result(sentence, verbs[0], shared)
    cues += _opening_adverb(sentence, verbs[0], hedges)
    if found is not None and not found.clause:
        cues += _weak_words(sentence, found.head, sentence.tokens[verbs[-1]] if verbs else None, english)
        for link in found.links:
            if sentence.tokens[link].lemma in english["hedge_adjectives"]:
                cues.append(link)
            cues += [k.i for k in sentence.kids(link, "advmod") if k.lower in hedges]
    return tuple(dict.fromkeys(cues))


def _seeming(sentence: Sentence, verb: int, english: English) -> list[int]:
    """Return the verb by which what opens a sentence only seems so: "what seems to matter is rain"."""
    opening = sentence.kid(verb, "csubj") if sentence.tokens[verb].lemma == "be" else None
    if opening is None or opening.lemma not in english["clause.hinting"] or sentence.tokens[verb].i < opening.i:
        return []
    free = sentence.tokens[sentence.spans[opening.i][0]].tag == "WP"
    return [opening.i] if free and sentence.kid(opening.i, "xcomp") is not None else []


def _in_some(sentence: Sentence, verb: int, found: Target | None, english: English) -> list[int]:
    """Return the "some" of where or for whom alone a clause holds: "in some spaniels", "for certain people"."""
    if sentence.lowers.isdisjoint(english["phrase.part"]):
        return []
    links = found.links if found is not None else ()
    preps = (k for k in sentence.kids(verb, "prep") if k.i not in links and k.lower in english["qualifier.people"])
    nouns = (noun for prep in preps if (noun := sentence.kid(prep.i, "pobj")) is not None)
    return [i for noun in nouns if noun.lemma not in english["argument.times"] for i in part(sentence, noun, english)]


def part(sentence: Sentence, noun: Token, english: English) -> list[int]:
    """Return the "some" that tells that only a part of several is meant; "some 300" is about that many.

    Args:
        sentence: the noun's.
        noun: that "some" may stand before, or is.
        english: the word lists.
    """
    if noun.lower in english["phrase.part"]:
        return [noun.i]
    if noun.tag not in {"NNS", "NNPS"} or sentence.kid(noun.i, "nummod") is not None:
        return []
    return [k.i for k in sentence.kids(noun.i, "det", "amod") if k.lower in english["phrase.part"]]


def _is_weak(word: Token, english: English) -> bool:
    """Say whether a modal or adverb weakens its verb; the month of May weakens none."""
    if word.tag == "NNP":
        return False
    return word.lower in english.without("hedges", "softeners") or word.lower in english["speculations"]


def _firm_modals(sentence: Sentence, verbs: tuple[int, ...], english: English) -> frozenset[str]:
    """Return the modals that leave a clause firm: "would" of what was to come, "should" of advice, "could find"."""
    told = not sentence.lowers.isdisjoint(_WOULD) and _future_told(sentence, verbs[0], english)
    told = told or _declined(sentence, verbs, english)
    advised = "should" in sentence.lowers and _advised(sentence, verbs, english)
    managed = "could" in sentence.lowers and _managed(sentence, verbs, english)
    firm = ((_WOULD, told), (_SHOULD, advised), (_COULD, managed))
    return frozenset(modal for modals, holds in firm if holds for modal in modals)


def _declined(sentence: Sentence, verbs: tuple[int, ...], english: English) -> bool:
    """Say whether "would" with a denial tells what speakers do not do: "I wouldn't put a heater in a barn"."""
    who = sentence.kid(verbs[0], "nsubj")
    mine = who is not None and who.lower in {"i", "we"}
    supposed = any(k.dep == "advcl" for k in sentence.kids(verbs[0]))
    denied = any(k.dep == "neg" for k in sentence.kids(verbs[0]))
    doing = sentence.tokens[verbs[-1]].lemma in english["clause.declining"]
    return mine and denied and doing and not supposed


def _managed(sentence: Sentence, verbs: tuple[int, ...], english: English) -> bool:
    """Say whether "could" tells what somebody was able to: "I could find only one trial"."""
    who, verb = sentence.kid(verbs[0], "nsubj"), sentence.tokens[verbs[-1]]
    while who is None and verb.dep == "conj" and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
        who = sentence.kid(verb.i, "nsubj")
    mine = who is not None and who.lower in english["first_person"]
    return mine and sentence.tokens[verbs[-1]].lemma in english["clause.perceiving"]


def _advised(sentence: Sentence, verbs: tuple[int, ...], english: English) -> bool:
    """Say whether "should" tells people what to do, not what is to be expected: "riders should wear helmets".

    "The drug should help" and "patients should recover" tell what is likely.
    """
    first, deed = sentence.tokens[verbs[0]], sentence.tokens[verbs[-1]]
    while first.dep == "conj" and first.head != first.i and sentence.kid(first.i, *SUBJECTS) is None:
        first = sentence.tokens[first.head]
    who = sentence.kid(first.i, "nsubj")
    mine = who is not None and who.lower in {"we", "i"}
    if mine and deed.lemma == "be" and sentence.kid(deed.i, "acomp") is not None:
        return True
    befalls = deed.lemma in english["clause.befalling"] and not _sent_to(sentence, deed, english)
    if deed.pos != "VERB" or (befalls and not _warned_off(sentence, deed, english)):
        return False
    if who is None:
        return sentence.kid(first.i, "nsubjpass") is not None
    people = who.lemma in english.of(*_ADVISED) or _told_to(sentence, first, who, english)
    return (
        people
        or who.lower in english.of("first_person", "second_person")
        or who.lower in {"nobody", *english["clause.anybody"]}
    )


def _told_to(sentence: Sentence, verb: Token, who: Token, english: English) -> bool:
    """Say whether a pronoun stands for those who are told what to do: "drivers were told they should rest"."""
    while verb.dep == "conj" and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    told = sentence.tokens[verb.head]
    hearer = sentence.kid(told.i, "nsubjpass", "dobj")
    person = hearer is not None and hearer.lower not in {"it", "this", "that"}
    reported = verb.dep == "ccomp" and told.lemma in english["clause.telling"]
    return who.lower in {"they", "he", "she"} and person and reported


#: The lists of nouns for those who may be told what to do.
_ADVISED = ("person_nouns", "kin_and_trades", "reference.people", "group_words", "reference.groups")


def _sent_to(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether somebody is to see a person: "anyone with a bad knee should see their doctor"."""
    seen = sentence.kid(verb.i, "dobj") if verb.lemma == "see" else None
    return seen is not None and seen.lemma in english.of("voice.practising", "kin_and_trades", "reference.people")


def _warned_off(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether people are told not to have a thing they know of: "you should not have the jab"."""
    who, thing = sentence.kid(verb.i, "nsubj"), sentence.kid(verb.i, "dobj")
    if verb.lemma != "have" or who is None or thing is None or sentence.kid(verb.i, "neg") is None:
        return False
    return who.lower in english["second_person"] and any(
        k.lower in {"the", "this"} for k in sentence.kids(thing.i, "det")
    )


def _future_told(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether "would" is only the "will" of what was said in the past: "she promised that wages would rise"."""
    verb = sentence.tokens[start]
    clauses = {k.lower for c in sentence.kids(start, "advcl") for k in sentence.kids(c.i, "mark")}
    if clauses & english["clause.conditional_marks"]:
        return False
    while verb.dep == "conj" and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    report = sentence.tokens[verb.head]
    return verb.dep == "ccomp" and report.tag in {"VBD", "VBN"} and report.lemma in english["clause.announcing"]


def _opening_adverb(sentence: Sentence, start: int, hedges: frozenset[str]) -> list[int]:
    """Return the adverb that opens a sentence and weakens all that "and" joins: "apparently it leaks and rots"."""
    verb, joined = sentence.tokens[start], sentence.tokens[0].lower in hedges
    while verb.dep == "conj" and verb.head != verb.i and joined:
        above = sentence.tokens[verb.head]
        joined = any(k.lower == "and" and k.i < verb.i for k in sentence.kids(above.i, "cc"))
        verb = above
    if not joined or verb.i == start:
        return []
    return [k.i for k in sentence.kids(verb.i, "advmod") if k.i == 0]


def _shared_modal(sentence: Sentence, start: int, hedges: frozenset[str]) -> list[int]:
    """Return the modal a coordinated verb shares: "may cause pain and raise costs"."""
    verb = sentence.tokens[start]
    found: list[int] = []
    while verb.dep == "conj" and verb.head != verb.i and sentence.kid(verb.i, *SUBJECTS, "aux", "auxpass") is None:
        verb = sentence.tokens[verb.head]
        found += [k.i for k in sentence.kids(verb.i, "aux", "advmod") if k.lower in hedges]
    return found


def _modal_of_result(sentence: Sentence, start: int, hedges: frozenset[str]) -> list[int]:
    """Return the modal of the clause that a participle tells the result of: "it can swell, cracking the case"."""
    verb = sentence.tokens[start]
    while verb.dep == "conj" and verb.tag == "VBG" and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    above = sentence.tokens[verb.head]
    helped = above.lower == "in" and sentence.tokens[above.head].pos == "VERB"
    if verb.dep == "pcomp" and (above.lower == "by" or helped):
        verb, above = above, sentence.tokens[above.head]
    elif verb.tag != "VBG" or verb.dep != "advcl":
        return []
    if above.i > verb.i:
        return []
    auxiliaries = [k.i for k in sentence.kids(above.i, "aux") if k.lower in hedges]
    return auxiliaries or _shared_modal(sentence, above.i, hedges)


def _weak_words(sentence: Sentence, place: int, verb: Token | None, english: English) -> list[int]:
    """Return the weak noun ("some promise") or adjective ("promising results") of an object."""
    token = sentence.tokens[place]
    weak = english["hedge_adjectives"]
    if token.lemma not in english.of("voice.studies", "phrase.unripe"):
        weak = weak - {"early"}
    found = [k.i for k in sentence.kids(place, "amod") if {k.lemma, k.lower} & weak]
    if found and sentence.has(place, english["negative_determiners"], "det", "neg"):
        found = []
    holding = english.of("capacity.having", "report_verbs")
    holds = verb is None or verb.lemma in {"see", "raise", "remain"} or verb.lemma in holding
    noun = token.pos != "ADJ" and token.lemma in english["hedge_nouns"]
    denied = token.dep == "acomp" and any(k.dep == "neg" for k in sentence.kids(token.head))
    if _measured(sentence, token):
        return found
    if (noun and holds) or (not noun and not denied and token.lemma in english["hedge_adjectives"]):
        found.append(place)
    return found


def _measured(sentence: Sentence, word: Token) -> bool:
    """Say whether an adjective tells how much more or less than others: "twice as likely as cars to be stopped"."""
    if word.dep != "acomp" or sentence.lowers.isdisjoint(("as", "than")):
        return False
    degrees = {k.lower for k in sentence.kids(word.i, "advmod")}
    behind = sentence.tokens[word.i + 1].lower if word.i + 1 < len(sentence.tokens) else ""
    return ("as" in degrees and behind == "as") or (bool(degrees & {"more", "less"}) and behind == "than")


def unsure(place: Place, frame: Frame) -> bool:
    """Say whether a frame's clause is said with the warning that one may be wrong: "as far as I know", "iirc".

    A warning that is a clause of its own ("I may be wrong, but") warns of the whole sentence; one that opens a clause,
    also of what "and" joins to it.

    Args:
        place: the frame's sentence.
        frame: that may be meant.
    """
    sentence, warnings = place.sentence, place.english["clause.unsure"]
    words = place.document.text[sentence.start : sentence.end]
    if not _may_warn(words, warnings):
        return False
    warning = any_word(warnings).search(words.replace("’", "'"))
    start = frame.verbs[0] if frame.verbs else frame.head
    above = (sentence.tokens[start], *sentence.ancestors(start))
    if warning is None or any(t.dep in {"relcl", "acl"} for t in above):
        return False
    first, last = sentence.start + warning.start(), sentence.start + warning.end()
    inside = [t for t in sentence.tokens if first <= t.start < last]
    own = {t.i for t in inside}
    taken = any(k.i not in own for t in inside for k in sentence.kids(t.i, "ccomp"))
    heads = {t.head for t in inside} - own
    if taken or not heads:
        return not taken or any(t.i in own for t in above)
    verb = next((t for t in (sentence.tokens[min(heads)], *sentence.ancestors(min(heads))) if t.pos in VERBAL), None)
    return verb is None or verb.i in {start, frame.head, *frame.verbs} or _goes_on(sentence, start, verb, inside[0].i)


@lru_cache(maxsize=64)
def _may_warn(text: str, warnings: frozenset[str]) -> bool:
    """Say whether a sentence holds a warning; all the claims of one ask for the same text."""
    return holds_any(text.replace("’", "'"), warnings)


def _goes_on(sentence: Sentence, start: int, verb: Token, opening: int) -> bool:
    """Say whether a clause goes on with, or is reported by, the one that a warning opens."""
    here = sentence.tokens[start]
    while here.i not in {here.head, verb.i} and here.dep in {"conj", "ccomp", "xcomp"}:
        above = sentence.tokens[here.head]
        but = here.dep == "conj" and not any(k.lower == "and" and k.i < here.i for k in sentence.kids(above.i, "cc"))
        if but or here.i < above.i:
            return False
        here = above
    return here.i == verb.i and opening < verb.i
