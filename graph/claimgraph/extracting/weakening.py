"""How firmly a clause is said: its modals, hedging adverbs and weak words.

The cues follow Hyland, "Hedging in Scientific Research Articles", 1998, chapter 5 (lexical verbs, adverbs, adjectives,
modal verbs, nouns), and are told by the word, as in Vincze et al., "The BioScope corpus", BMC Bioinformatics 9 (S11),
2008; the lists stand in `ontology/english.toml`.
"""

from claimgraph.extracting.clauses import SUBJECTS
from claimgraph.extracting.targets import Target
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


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
    for place, verb in enumerate(verbs):
        cues += [k.i for k in sentence.kids(verb, "aux", "advmod", "npadvmod") if _is_weak(k, english)]
        tried = place < len(verbs) - 1 and sentence.tokens[verb].lemma in english["clause.trying"]
        gerund = tried and sentence.tokens[verbs[place + 1]].tag == "VBG"
        told = sentence.tokens[verb].lemma in english["clause.hearsay"] and sentence.kid(verb, "auxpass") is not None
        if place < len(verbs) - 1 and (told or sentence.tokens[verb].lemma in raising) and not gerund:
            cues.append(verb)
    cues += _shared_modal(sentence, verbs[0], hedges) + _modal_of_result(sentence, verbs[0], hedges)
    if found is not None and not found.clause:
        cues += _weak_words(sentence, found.head, sentence.tokens[verbs[-1]] if verbs else None, english)
        for link in found.links:
            if sentence.tokens[link].lemma in english["hedge_adjectives"]:
                cues.append(link)
            cues += [k.i for k in sentence.kids(link, "advmod") if k.lower in hedges]
    return tuple(dict.fromkeys(cues))


def _is_weak(word: Token, english: English) -> bool:
    """Say whether a modal or adverb weakens its verb."""
    return word.lower in english.without("hedges", "softeners") or word.lower in english["speculations"]


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
    denied = any(k.lower in english["negative_determiners"] for k in sentence.kids(place, "det", "neg"))
    weak = [] if denied else sentence.kids(place, "amod")
    found = [k.i for k in weak if {k.lemma, k.lower} & english["hedge_adjectives"]]
    holding = english.of("capacity.having", "report_verbs")
    holds = verb is None or verb.lemma in {"see", "raise", "remain"} or verb.lemma in holding
    if (token.lemma in english["hedge_nouns"] and holds) or token.lemma in english["hedge_adjectives"]:
        found.append(place)
    return found
