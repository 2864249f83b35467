"""Who does what to whom: the chain of verbs of a clause, its subject and its object."""

from dataclasses import dataclass

from claimgraph.extracting.context import SUBJECTS, negated, raised_report
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
VERBAL = frozenset({"VERB", "AUX"})
TIME_NOUNS = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "time",
        "night",
        "morning",
        "evening",
        "today",
        "date",
        "moment",
        "past",
        "future",
        "period",
        "term",
        "present",
        "now",
        "yesterday",
        "season",
        "spring",
        "summer",
        "autumn",
        "winter",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "weekend",
        "bedtime",
    }
)
_DISCOURSE = frozenset(
    {
        "addition",
        "fact",
        "case",
        "general",
        "conclusion",
        "contrast",
        "summary",
        "course",
        "example",
        "instance",
        "way",
        "hand",
        "top",
        "mind",
        "average",
        "other",
        "short",
        "particular",
        "turn",
        "nutshell",
        "worst",
        "best",
        "least",
        "most",
        "all",
        "part",
        "means",
        "opinion",
        "view",
        "word",
    }
)
_CORE = (
    "to",
    "in",
    "from",
    "with",
    "of",
    "for",
    "on",
    "into",
    "at",
    "by",
    "as",
    "through",
    "against",
    "about",
    "like",
    "towards",
    "toward",
    "between",
    "over",
    "under",
    "around",
    "per",
    "than",
    "upon",
    "onto",
    "within",
    "without",
    "across",
    "among",
    "via",
    "behind",
    "after",
    "before",
)


@dataclass(frozen=True, slots=True)
class Chain:
    """The verbs of a clause from the outermost to the one that means something.

    Attributes:
        verbs: indices of the verbs, in order.
        head: index of the token that carries the meaning, the last verb or a copula's adjective.
        weakeners: indices of the tokens in between that weaken (capacity nouns, "able", "likely").
        deniers: indices of those that deny ("fail", "unable", "too").
        via: indices of nouns and adjectives that the chain went through.
    """

    verbs: tuple[int, ...]
    head: int
    weakeners: tuple[int, ...] = ()
    deniers: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


def chain(sentence: Sentence, start: int, english: English) -> Chain:
    """Return the chain of verbs that begins with one: "have been shown to help" ends with "help"."""
    verbs, weak, deny, via = [start], [], [], []
    here = sentence.tokens[start]
    for _ in range(6):
        following = _next(sentence, here, english)
        if following is None:
            break
        verb, between = following
        for token in between:
            via.append(token.i)
            if token.lemma == "far":
                deny.append(token.i)
            if token.lemma == "unlikely":
                deny.append(token.i)
            if (
                token.lemma in english["negative_nouns"]
                or token.lemma in english["negative_adjectives"]
                or any(k.lower == "too" for k in sentence.kids(token.i, "advmod"))
            ):
                deny.append(token.i)
            if token.lemma not in {
                "able",
                "capable",
                "unable",
                "incapable",
                "inability",
                "good",
                "sure",
                "certain",
                "known",
                "effective",
                "useful",
                "helpful",
                "role",
                "failure",
            }:
                weak.append(token.i)
        if here.lemma == "lack" and between:
            deny.append(here.i)
        if here.lemma in {"fail", "refuse", "decline", "cease", "stop", "neglect"} and verb.dep == "xcomp":
            deny.append(here.i)
        verbs.append(verb.i)
        here = verb
    return Chain(tuple(verbs), here.i, tuple(weak), tuple(deny), tuple(via))


def _next(sentence: Sentence, here: Token, english: English) -> tuple[Token, tuple[Token, ...]] | None:
    """Return the verb that goes on the chain, and the words it goes through."""
    below = next((k for k in sentence.kids(here.i, "xcomp") if k.pos in VERBAL), None)
    if below is not None and not sentence.kid(here.i, "dobj") and not sentence.kid(below.i, *SUBJECTS):
        if here.lemma in english["clause.transparent"] or here.tag in {"VBN", "VBD"} or _to(sentence, below):
            return below, ()
        return None
    adjective = next((k for k in sentence.kids(here.i, "acomp", "oprd") if k.pos == "ADJ"), None)
    if adjective is not None:
        verb = _clause_of(sentence, adjective)
        too = any(k.lower == "too" for k in sentence.kids(adjective.i, "advmod"))
        if verb is not None and (adjective.lemma in english["capacity_adjectives"] or too):
            return verb, (adjective,)
    noun = next((k for k in sentence.kids(here.i, "dobj", "attr") if k.lemma in english["capacity_nouns"]), None)
    if noun is not None and here.lemma in {
        "have",
        "show",
        "be",
        "possess",
        "lack",
        "get",
        "give",
        "offer",
        "demonstrate",
        "hold",
        "exhibit",
        "carry",
        "play",
    }:
        verb = _clause_of(sentence, noun) or next(
            (k for k in sentence.kids(here.i, "xcomp") if k.pos in VERBAL and _to(sentence, k)), None
        )
        if verb is not None:
            return verb, (noun,)
    return None


def _to(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(k.lower == "to" and k.pos == "PART" for k in sentence.kids(verb.i, "aux"))


def _clause_of(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb an adjective or noun governs: "able to heal", "capable of healing", "the ability to heal"."""
    for kid in sentence.kids(word.i):
        if kid.dep in {"xcomp", "acl", "ccomp", "relcl"} and kid.pos in VERBAL and _to(sentence, kid):
            return kid
        if kid.dep == "prep":
            gerund = sentence.kid(kid.i, "pcomp")
            if gerund is not None and gerund.pos == "VERB":
                return gerund
    return None


def subject(sentence: Sentence, verb: Token, english: English, depth: int = 0) -> Token | None:
    """Return the head noun of a verb's subject: its own, the antecedent of a relative or participle, or the one it
    shares with the clause above; None where nobody is named.
    """
    own = sentence.kid(verb.i, *SUBJECTS)
    if own is not None and own.lower == "what" and (cleft := _cleft(sentence, verb)) is not None:
        return cleft
    if own is None and (beside := _beside(sentence, verb)) is not None:
        return beside
    if own is not None:
        if own.lower in RELATIVES and _relative_head(sentence, verb) is not None and own.dep != "csubj":
            return _relative_head(sentence, verb)
        return own
    if depth > 8 or verb.head == verb.i:
        return None
    parent = sentence.tokens[verb.head]
    if verb.dep in {"acl", "relcl"}:
        return parent if parent.pos not in VERBAL else subject(sentence, parent, english, depth + 1)
    if verb.dep == "conj":
        return (
            subject(sentence, parent, english, depth + 1)
            if parent.pos in VERBAL
            else _nominal_conj_subject(sentence, parent, english, depth)
        )
    if verb.dep in {"xcomp", "advcl", "ccomp"} and raised_report(sentence, parent, english) is verb:
        return sentence.kid(parent.i, "dobj")
    if verb.dep in {"xcomp", "advcl", "ccomp", "dep", "parataxis"}:
        if verb.dep == "xcomp" and (controlled := sentence.kid(parent.i, "dobj")) is not None and parent.pos == "VERB":
            return controlled
        return subject(sentence, parent if parent.pos in VERBAL else sentence.tokens[parent.head], english, depth + 1)
    if verb.dep == "pcomp":
        governor = sentence.tokens[parent.head]
        while governor.pos not in VERBAL and governor.head != governor.i:
            governor = sentence.tokens[governor.head]
        return subject(sentence, governor, english, depth + 1) if governor.pos in VERBAL else None
    return None


def _nominal_conj_subject(sentence: Sentence, parent: Token, english: English, depth: int) -> Token | None:
    """Return the subject of a verb the parser coordinated with a noun or adjective: that of the verb above it."""
    for token in sentence.ancestors(parent.i):
        if token.pos in VERBAL:
            return subject(sentence, token, english, depth + 1)
    return None


def _cleft(sentence: Sentence, verb: Token) -> Token | None:
    """Return what a pseudo-cleft is about: "heat is what kills it", "what kills it is heat"."""
    copula = sentence.tokens[verb.head]
    if copula.lemma != "be" or copula.i == verb.i:
        return None
    found = (
        sentence.kid(copula.i, "nsubj", "csubj") if verb.dep in {"ccomp", "attr"} else sentence.kid(copula.i, "attr")
    )
    return found if found is not None and found.i != verb.i else None


def _beside(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser gave to the clause before: "as far as I know cells
    are ...".
    """
    if verb.dep != "conj" or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.i == 0:
        return None
    before = sentence.tokens[verb.i - 1]
    inside = sentence.tokens[before.head]
    return (
        before
        if before.pos in {"NOUN", "PROPN", "PRON"}
        and before.dep in {"dobj", "pobj"}
        and inside.i != verb.head
        and inside.i < before.i
        else None
    )


def _relative_head(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun a relative clause is about, through coordinated verbs."""
    here = verb
    while here.dep == "conj" and here.head != here.i and sentence.tokens[here.head].pos in VERBAL:
        here = sentence.tokens[here.head]
    if here.dep in {"xcomp", "ccomp"} and here.head != here.i:
        return _relative_head(sentence, sentence.tokens[here.head])
    return sentence.tokens[here.head] if here.dep in {"relcl", "acl"} else None


def is_passive(sentence: Sentence, verbs: tuple[int, ...]) -> bool:
    """Say whether the last verb of a chain is a passive: with its auxiliary, a reduced relative, or one that shares
    the auxiliary of the verb it is coordinated with.
    """
    verb = sentence.tokens[verbs[-1]]
    auxiliary = sentence.kid(verb.i, "auxpass")
    if auxiliary is not None and auxiliary.lower == "'s" and sentence.kid(verb.i, "dobj") is not None:
        return False
    if auxiliary is not None or sentence.kid(verb.i, "nsubjpass") is not None:
        return True
    if verb.tag not in {"VBN", "VBD"}:
        return False
    if verb.dep in {"acl", "relcl"} and sentence.kid(verb.i, "nsubj", "aux") is None:
        return True
    if sentence.kid(verb.i, "agent") is not None and sentence.kid(verb.i, "dobj") is None:
        return True
    if verb.dep == "conj" and sentence.kid(verb.i, "nsubj", "aux") is None and sentence.kid(verb.i, "dobj") is None:
        first = sentence.tokens[verb.head]
        return verb.tag == "VBN" and (first.lemma == "be" or sentence.kid(first.i, "auxpass") is not None)
    return False


@dataclass(frozen=True, slots=True)
class Target:
    """What follows the predicate.

    Attributes:
        head: index of the object's head.
        links: indices of particles and prepositions on the way.
        agent: whether it is a passive's agent.
        clause: whether it is a clause.
    """

    head: int
    links: tuple[int, ...] = ()
    agent: bool = False
    clause: bool = False


def target(sentence: Sentence, head: Token, passive: bool, english: English) -> Target | None:
    """Return what follows a predicate: direct object, complement, agent, prepositional object or clause."""
    particles = tuple(k.i for k in sentence.kids(head.i, "prt"))
    caused = _caused(sentence, head, english)
    if caused is not None:
        return Target(caused.i, particles, clause=True)
    direct = sentence.kid(head.i, "dobj")
    if direct is not None and direct.lower not in RELATIVES:
        return Target(direct.i, particles)
    complement = sentence.kid(head.i, "attr", "oprd", "acomp")
    if complement is not None and complement.i != head.i:
        return _complement(sentence, complement, particles)
    if passive and (agent := sentence.kid(head.i, "agent")) is not None:
        noun = sentence.kid(agent.i, "pobj", "pcomp")
        if noun is not None:
            return Target(noun.i, (*particles, agent.i), agent=noun.dep == "pobj", clause=noun.dep == "pcomp")
    if head.lemma == "be" and head.pos in VERBAL and (adverb := _predicative_adverb(sentence, head)) is not None:
        return Target(adverb.i, particles)
    found = _prepositional(sentence, head, particles)
    if found is not None:
        return found
    if direct is not None and (antecedent := _relative_head(sentence, head)) is not None:
        return Target(antecedent.i, particles)
    clause = sentence.kid(head.i, "ccomp")
    if clause is not None and clause.i > head.i:
        return Target(clause.i, particles, clause=True)
    below = next((k for k in sentence.kids(head.i, "xcomp") if k.i > head.i), None)
    return Target(below.i, particles, clause=True) if below is not None else None


def _predicative_adverb(sentence: Sentence, head: Token) -> Token | None:
    """Return the adverb a copula says of its subject: "sales are down 18 per cent"."""
    known = {
        "down",
        "up",
        "off",
        "out",
        "over",
        "away",
        "back",
        "here",
        "there",
        "ahead",
        "behind",
        "gone",
        "early",
        "late",
        "far",
        "close",
    }
    return next(
        (
            k
            for k in sentence.kids(head.i, "advmod", "prt", "prep")
            if k.lower in known and k.i > head.i and not sentence.kids(k.i, "pobj")
        ),
        None,
    )


def _caused(sentence: Sentence, head: Token, english: English) -> Token | None:
    """Return the clause a verb of causing brings about: "cause hair to fall out", "help tissue heal"."""
    if head.lemma not in english["clause.causative"]:
        return None
    for kid in sentence.kids(head.i, "ccomp", "xcomp", "advcl"):
        if kid.i <= head.i or kid.pos not in VERBAL:
            continue
        inner = sentence.kid(kid.i, "nsubj", "nsubjpass")
        if (
            kid.dep == "ccomp"
            and inner is not None
            and kid.tag in {"VB", "VBG"}
            and sentence.kid(kid.i, "mark") is None
        ):
            return kid
        if inner is None and kid.dep == "xcomp" and sentence.kid(head.i, "dobj") is not None:
            return kid
    return None


def _complement(sentence: Sentence, complement: Token, particles: tuple[int, ...]) -> Target:
    """Return a copula's complement, or what an adjective governs: "rich in growth factors" is about growth factors."""
    if complement.pos in {"ADJ", "VERB"} or complement.dep == "acomp":
        found = _prepositional(sentence, complement, ())
        if found is not None and not any(
            sentence.tokens[i].lower in {"than", "after", "before", "compared"} for i in found.links
        ):
            return Target(found.head, (*particles, complement.i, *found.links), clause=found.clause)
    return Target(complement.i, particles)


def _prepositional(sentence: Sentence, head: Token, particles: tuple[int, ...]) -> Target | None:
    """Return the object of a predicate's first preposition that is an argument rather than time or discourse."""
    best: tuple[int, Target] | None = None
    for prep in sentence.kids(head.i, "prep", "dative", "agent", "advcl", "acl", "ccomp"):
        if prep.i < head.i or _as_much_as(sentence, prep):
            continue
        if prep.dep in {"advcl", "acl", "ccomp"}:
            noun = sentence.kid(prep.i, "dobj") if prep.lower == "using" else None
            links: tuple[int, ...] = (prep.i,)
        else:
            noun, links = _through(sentence, prep)
        if noun is None or noun.lower in RELATIVES:
            continue
        rank = 2 if noun.lemma in TIME_NOUNS or noun.lemma in _DISCOURSE or _timely(sentence, noun) else 0
        rank += 0 if links and sentence.tokens[links[0]].lower in _CORE else 1
        clause = noun.dep == "pcomp"
        if (rank < 2 or head.lemma == "base") and (best is None or rank < best[0]):
            best = (rank, Target(noun.i, (*particles, *links), clause=clause))
    return best[1] if best else None


def _as_much_as(sentence: Sentence, prep: Token) -> bool:
    """Say whether an "as" compares ("as well as anything") and so leads to no object."""
    before = sentence.tokens[max(0, prep.i - 4) : prep.i]
    return prep.lower == "as" and any(t.lower == "as" and t.dep == "advmod" for t in before)


def _timely(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun phrase is a stretch of time ("3-6 months' time", "the age of 50")."""
    return (
        any(k.lemma in TIME_NOUNS for k in sentence.kids(noun.i, "compound", "poss", "nummod")) or noun.lemma == "age"
    )


def _through(sentence: Sentence, prep: Token) -> tuple[Token | None, tuple[int, ...]]:
    """Return the object of a preposition, through a second one ("out of", "because of")."""
    noun = sentence.kid(prep.i, "pobj", "pcomp")
    if noun is not None and noun.lemma in {
        "regard",
        "respect",
        "term",
        "relation",
        "connection",
        "light",
        "favor",
        "favour",
    }:
        further = next((k for k in sentence.kids(noun.i, "prep") if k.lower in {"to", "of", "with"}), None)
        inner = sentence.kid(further.i, "pobj") if further is not None else None
        if further is not None and inner is not None:
            return inner, (prep.i, noun.i, further.i)
    if noun is not None and noun.dep == "pcomp" and noun.pos == "ADP" and (inner := sentence.kid(noun.i, "pobj")):
        return inner, (prep.i, noun.i)
    if noun is not None and not (noun.dep == "pcomp" and noun.pos in {"SCONJ", "ADP"}):
        return noun, (prep.i,)
    inner = sentence.kid(prep.i, "prep")
    if inner is not None:
        noun = sentence.kid(inner.i, "pobj")
        return noun, (prep.i, inner.i)
    return None, (prep.i,)


def deniers(
    sentence: Sentence, verbs: tuple[int, ...], subject_head: int | None, found: Target | None, english: English
) -> tuple[int, ...]:
    """Return the tokens that deny a clause, each counted once: "not", "never", "no" on subject or object, "no longer"."""
    tokens: list[int] = []
    for verb in verbs:
        tokens += negated(sentence, verb, english)
        for adverb in sentence.kids(verb, "advmod", "cc", "preconj", "npadvmod"):
            if adverb.lower == "neither" or (
                adverb.lower == "longer" and any(k.lower == "no" for k in sentence.kids(adverb.i))
            ):
                tokens.append(adverb.i)
        tokens += _prepositional_denial(sentence, verb)
    tokens += _shared_negation(sentence, verbs[0], english)
    for place in (subject_head, found.head if found and not found.clause else None):
        if place is not None:
            tokens += _denying_determiners(sentence, place, english)
    if found:
        for link in found.links:
            tokens += negated(sentence, link, english)
        if sentence.tokens[found.head].pos not in VERBAL or (
            found.clause and sentence.tokens[found.head].dep == "pcomp"
        ):
            tokens += [i for i in negated(sentence, found.head, english) if i < found.head]
    return tuple(dict.fromkeys(tokens))


def _prepositional_denial(sentence: Sentence, verb: int) -> list[int]:
    """Return the "no" of "by no means", "in no way", "at no time" under a verb."""
    found = []
    for prep in sentence.kids(verb, "prep", "advmod"):
        noun = sentence.kid(prep.i, "pobj")
        if noun is not None and noun.lemma in {"mean", "means", "way", "account", "circumstance", "time"}:
            found += [k.i for k in sentence.kids(noun.i, "det", "neg") if k.lower == "no"]
    return found


def _shared_negation(sentence: Sentence, start: int, english: English) -> list[int]:
    """Return the negation a coordinated verb shares: "does not cause pain or raise costs"."""
    verb = sentence.tokens[start]
    if verb.dep != "conj" or sentence.kid(verb.i, *SUBJECTS, "aux", "auxpass") is not None:
        return []
    first = sentence.tokens[verb.head]
    linked = {t.lower for t in sentence.tokens[first.i : verb.i] if t.dep == "cc" and t.head in {first.i, verb.i}}
    inherited = list(negated(sentence, first.i, english)) + _shared_negation(sentence, first.i, english)
    inherited += [k.i for k in sentence.kids(first.i, "preconj", "cc", "advmod") if k.lower == "neither"]
    shares = linked & {"or", "nor"} or (verb.tag == first.tag == "VB" and "but" not in linked)
    return inherited if inherited and shares and not negated(sentence, start, english) else []


def _denying_determiners(sentence: Sentence, place: int, english: English) -> list[int]:
    """Return "no", "neither", "few", "little" on a noun, "none" or "nothing" as the noun itself."""
    token = sentence.tokens[place]
    found = [
        k.i
        for k in sentence.kids(place, "det", "neg", "preconj", "predet")
        if k.lower in english["negative_determiners"] and not _not_less(sentence, k)
    ]
    if token.lower in english["negative_pronouns"] or token.lower == "no":
        found.append(place)
    for kid in sentence.kids(place, "amod", "nummod"):
        if kid.lower in {"few", "little", "zero"} and not any(
            k.lower in {"a", "the", "very", "as", "these"}
            for k in sentence.kids(place, "det", "predet") + sentence.kids(kid.i)
        ):
            found.append(kid.i)
    found += [k.i for k in sentence.kids(place, "advmod") if k.lower in {"hardly", "barely", "scarcely"}]
    found += [
        k.i
        for d in sentence.kids(place, "det", "nummod", "amod")
        for k in sentence.kids(d.i, "advmod")
        if k.lower in {"hardly", "barely", "scarcely"}
    ]
    if token.lower in {"few", "little"} and token.dep in {"nsubj", "dobj", "nsubjpass"}:
        found.append(place)
    inside = [sentence.tokens[i] for i in range(max(0, place - 4), place)]
    if token.dep in {"nsubj", "nsubjpass"}:
        quantified = {"all", "every", "everyone", "everybody", "everything", "many", "much"}
        found += [
            t.i
            for t in inside
            if t.lower == "not" and sentence.tokens[t.i + 1].lower in quantified and t.i not in found
        ]
    found += [
        t.i
        for t in inside
        if t.lower == "no"
        and token.pos in {"NOUN", "PROPN"}
        and t.i not in found
        and t.head in {place, place - 1}
        and not _not_less(sentence, t)
    ]
    if token.lemma in {"lack", "absence"} and token.dep in {"dobj", "attr"} and sentence.kid(place, "prep") is not None:
        found.append(place)
    if token.dep == "conj":
        first = sentence.tokens[token.head]
        linked = {k.lower for k in sentence.kids(first.i, "cc")}
        if linked & {"or", "nor"} and first.i != place:
            found += _denying_determiners(sentence, first.i, english)
    return found


def _not_less(sentence: Sentence, determiner: Token) -> bool:
    """Say whether "no" only belongs to "no less than", "no doubt"."""
    following = sentence.tokens[determiner.i + 1].lower if determiner.i + 1 < len(sentence.tokens) else ""
    return following in {"less", "fewer", "doubt", "wonder", "-"}
