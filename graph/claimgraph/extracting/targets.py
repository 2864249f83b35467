"""What follows a predicate: its object, complement, agent, prepositional object or clause."""

from collections.abc import Callable
from dataclasses import dataclass

from claimgraph.extracting.clauses import RELATIVES, VERBAL, infinitive, judges_act, relative_head, that_clause
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: How many digits a year has.
_YEAR = 4


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


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A predicate whose object is looked for.

    Attributes:
        sentence: its own.
        head: the verb that means something.
        passive: whether its subject undergoes.
        particles: indices of its particles.
        english: the word lists.
    """

    sentence: Sentence
    head: Token
    passive: bool
    particles: tuple[int, ...]
    english: English

    def kid(self, *deps: str) -> Token | None:
        """Return the first dependent of one of some relations."""
        return self.sentence.kid(self.head.i, *deps)


def target(sentence: Sentence, head: Token, passive: bool, english: English) -> Target | None:
    """Return what follows a predicate, None where nothing does.

    Args:
        sentence: the predicate's.
        head: the verb that means something.
        passive: whether its subject undergoes.
        english: the word lists.
    """
    predicate = _Predicate(sentence, head, passive, particles(sentence, head, english), english)
    for way in _WAYS:
        if (found := way(predicate)) is not None:
            return found
    return None


def particles(sentence: Sentence, head: Token, english: English) -> tuple[int, ...]:
    """Return the particles of a verb: "send back", "fall out".

    Args:
        sentence: the verb's.
        head: the verb.
        english: the word lists.
    """
    beside = {head.i + 1} if head.lemma != "be" else set()
    kids = sentence.kids(head.i, "prt", "advmod")
    found = [k.i for k in kids if k.dep == "prt" or (k.i in beside and k.lower in english["predicate.particles"])]
    return (*found, *_kept_so(sentence, head, english), *_fares(sentence, head, english))


def _fares(sentence: Sentence, head: Token, english: English) -> tuple[int, ...]:
    """Return the adverb, and how far it goes, that tells how something that "does" so fares: "did far better"."""
    how = sentence.kid(head.i, "advmod") if head.lemma == "do" and head.pos == "VERB" else None
    if how is None or how.lower not in english["predicate.faring"] or how.i < head.i or sentence.kid(head.i, "dobj"):
        return ()
    return (*(k.i for k in sentence.kids(how.i, "advmod")), how.i)


def _kept_so(sentence: Sentence, head: Token, english: English) -> tuple[int, ...]:
    """Return the adjective that tells how a verb of keeping keeps its object: "keep people awake"."""
    thing = sentence.kid(head.i, "dobj") if head.lemma in english["predicate.keeping"] else None
    state = sentence.kid(head.i, "oprd", "acomp") if thing is not None else None
    bare = state is not None and state.tag == "JJ" and not state.kids
    return (state.i,) if state is not None and thing is not None and bare and state.i > thing.i else ()


def _caused(predicate: _Predicate) -> Target | None:
    """Return the clause a verb of causing brings about: "cause hair to fall out", "help tissue heal"."""
    sentence, head = predicate.sentence, predicate.head
    if head.lemma not in predicate.english["clause.causative"]:
        return None
    for kid in sentence.kids(head.i, "ccomp", "xcomp", "advcl"):
        if kid.i > head.i and _is_caused(predicate, kid):
            return Target(kid.i, predicate.particles, clause=True)
    return None


def _found_so(predicate: _Predicate) -> Target | None:
    """Return what somebody finds it to be to do a thing: "many find it hard to sleep", "found it a chore to park"."""
    if predicate.head.lemma not in predicate.english["predicate.naming"]:
        return None
    judged = (k for k in predicate.sentence.kids(predicate.head.i, "ccomp") if judges_act(predicate.sentence, k))
    found = next(judged, None)
    return Target(found.i, predicate.particles, clause=True) if found is not None else None


def _is_caused(predicate: _Predicate, clause: Token) -> bool:
    """Say whether a clause has its subject inside it, or in the object of the verb above it."""
    inner = predicate.sentence.kid(clause.i, "nsubj", "nsubjpass")
    if inner is None:
        return clause.dep == "xcomp" and predicate.kid("dobj") is not None
    bare = clause.tag in {"VB", "VBG"} or clause.pos in {"ADJ", "ADV", "NOUN"} or infinitive(predicate.sentence, clause)
    return clause.dep == "ccomp" and bare and predicate.sentence.kid(clause.i, "mark") is None


def _direct(predicate: _Predicate) -> Target | None:
    """Return the direct object."""
    direct = predicate.kid("dobj")
    if direct is None or (direct.lower in RELATIVES and direct.tag != "DT"):
        return None
    behind = predicate.sentence.tokens[min(direct.i + 1, len(predicate.sentence.tokens) - 1)].lower
    when = behind in {"ago", "before", "after"} and (behind == "ago" or predicate.sentence.kid(direct.i, "nummod"))
    if when and direct.lemma in predicate.english["argument.times"]:
        return None
    if (asked := _asked(predicate, direct)) is not None:
        return asked
    return Target(_amount(predicate, direct).i, predicate.particles)


def _amount(predicate: _Predicate, direct: Token) -> Token:
    """Return how much somebody is saved or charged, else the object itself: "saves her £25 a week"."""
    behind = [k for k in predicate.sentence.kids(predicate.head.i, "dobj") if k.i > direct.i]
    money = predicate.head.lemma in predicate.english["clause.charging"] and direct.pos in {"PRON", "NOUN", "PROPN"}
    return behind[0] if money and behind and behind[0].tag in {"CD", "NN", "NNS"} else direct


def _asked(predicate: _Predicate, direct: Token) -> Target | None:
    """Return what question somebody is told the answer to: "tells you whether it leaks", "it tells you when"."""
    sentence, english = predicate.sentence, predicate.english
    if predicate.head.lemma in english.of("clause.telling", "clause.answering"):
        behind = (k for k in sentence.kids(predicate.head.i, "ccomp") if sentence.spans[k.i][0] == direct.i + 1)
        told = next((k for k in behind if _opens_question(sentence.tokens[direct.i + 1])), None)
        if told is not None:
            return Target(told.i, predicate.particles, clause=True)
    if direct.pos != "PRON" or predicate.head.lemma not in english["clause.telling"]:
        return None
    word = predicate.sentence.tokens[min(direct.i + 1, len(predicate.sentence.tokens) - 1)]
    alone = word.tag == "WRB" and word.head == predicate.head.i and not word.kids
    return Target(word.i, predicate.particles) if alone else None


def _opens_question(word: Token) -> bool:
    """Say whether a word opens an embedded question."""
    which = word.tag == "WDT" and word.dep == "det"
    return which or word.lower in {"whether", "if"} or word.tag in {"WRB", "WP", "WP$"}


def _complement(predicate: _Predicate) -> Target | None:
    """Return a copula's complement, or what an adjective governs: "rich in growth factors" is about growth factors."""
    complement = predicate.kid("attr", "oprd", "acomp")
    if complement is None:
        return None
    if (gap := _told_of_noun(predicate, complement)) is not None:
        return gap
    governed = None
    if complement.pos in {"ADJ", "VERB"} or complement.dep == "acomp":
        governed = prepositional(predicate.sentence, complement, (), predicate.english)
    if governed is None or _compares(predicate, governed) or _lacks(predicate, governed):
        return Target(complement.i, predicate.particles)
    return Target(governed.head, (*predicate.particles, complement.i, *governed.links), clause=governed.clause)


def _told_of_noun(predicate: _Predicate, complement: Token) -> Target | None:
    """Return the noun a clause tells of where a preposition has no object: "the hill that the town is famous for"."""
    sentence, head = predicate.sentence, predicate.head
    prep = next((k for k in sentence.kids(complement.i, "prep", "prt") if not k.kids), None)
    who = sentence.kid(head.i, "nsubj")
    if head.dep != "relcl" or prep is None or who is None or who.tag in {"WDT", "WP"} or prep.i != complement.i + 1:
        return None
    return Target(head.head, (*predicate.particles, complement.i, prep.i))


def _compares(predicate: _Predicate, governed: Target) -> bool:
    """Say whether an adjective's preposition only compares or dates: "safer than", "ready after"."""
    return any(predicate.sentence.tokens[i].lower in {"than", "after", "before", "compared"} for i in governed.links)


def _lacks(predicate: _Predicate, governed: Target) -> bool:
    """Say whether an adjective's preposition only tells what is lacking: "popular with no proof of its use"."""
    sentence, noun = predicate.sentence, predicate.sentence.tokens[governed.head]
    no = sentence.has(noun.i, ("no", "little", "zero"), "det", "amod")
    of_evidence = noun.lemma in predicate.english["relating.evidence"]
    return no and of_evidence and any(sentence.tokens[i].lower == "with" for i in governed.links)


def _agent(predicate: _Predicate) -> Target | None:
    """Return a passive's agent."""
    agent = predicate.kid("agent") if predicate.passive else None
    noun = predicate.sentence.kid(agent.i, "pobj", "pcomp") if agent is not None else None
    if agent is None or noun is None or noun.lemma in predicate.english["reference.hours"] or _is_year(noun):
        return None
    return Target(noun.i, (*predicate.particles, agent.i), agent=noun.dep == "pobj", clause=noun.dep == "pcomp")


def _is_year(noun: Token) -> bool:
    """Say whether a number is a year, by which a thing is done: "finished by 2030"."""
    return noun.text.isdigit() and len(noun.text) == 4


def _predicative_adverb(predicate: _Predicate) -> Target | None:
    """Return the adverb a copula says of its subject: "sales are down 18 per cent"."""
    sentence, head = predicate.sentence, predicate.head
    if head.lemma != "be" or head.pos not in VERBAL:
        return None
    for kid in sentence.kids(head.i, "advmod", "prt", "prep"):
        known = kid.lower in predicate.english["argument.predicative_adverbs"]
        if known and kid.i > head.i and not sentence.kids(kid.i, "pobj"):
            return Target(kid.i, predicate.particles)
    return None


def _prepositional(predicate: _Predicate) -> Target | None:
    """Return the object of a preposition that is an argument."""
    return prepositional(predicate.sentence, predicate.head, predicate.particles, predicate.english)


def _antecedent(predicate: _Predicate) -> Target | None:
    """Return the noun that a relative pronoun as the object stands for."""
    sentence, head = predicate.sentence, predicate.head
    relatives = (t for t in (head, *sentence.ancestors(head.i)) if t.dep == "relcl")
    if any(that_clause(sentence, verb, predicate.english) for verb in relatives):
        return None
    antecedent = relative_head(sentence, head) if predicate.kid("dobj") is not None else None
    return Target(antecedent.i, predicate.particles) if antecedent is not None else None


def _clause(predicate: _Predicate) -> Target | None:
    """Return the clause behind a predicate: one with a subject of its own, or an infinitive."""
    finite, below = predicate.kid("ccomp"), predicate.sentence.kids(predicate.head.i, "xcomp")
    clauses = [finite] if finite is not None else []
    behind = (k for k in (*clauses, *below) if k.i > predicate.head.i)
    clause = next((k for k in behind if _mark(predicate.sentence, k) != "than"), None)
    return Target(clause.i, predicate.particles, clause=True) if clause is not None else None


def _mark(sentence: Sentence, clause: Token) -> str:
    """Return the conjunction that opens a clause, "" for none."""
    mark = sentence.kid(clause.i, "mark")
    return mark.lower if mark is not None else ""


#: Where what follows a predicate may stand, in the order in which it is looked for.
_WAYS: tuple[Callable[[_Predicate], Target | None], ...] = (
    _caused,
    _found_so,
    _direct,
    _complement,
    _agent,
    _predicative_adverb,
    _prepositional,
    _antecedent,
    _clause,
)


def prepositional(sentence: Sentence, head: Token, particles: tuple[int, ...], english: English) -> Target | None:
    """Return the object of a predicate's first preposition that is an argument rather than time or discourse.

    Args:
        sentence: the predicate's.
        head: a verb, or a copula's adjective.
        particles: indices of the predicate's particles.
        english: the word lists.
    """
    best: tuple[int, Target] | None = None
    for prep in sentence.kids(head.i, "prep", "dative", "agent", "advcl", "acl", "ccomp"):
        if prep.i < head.i or any(leads_off(sentence, prep) for leads_off in _NO_ARGUMENTS):
            continue
        noun, links = _object(sentence, prep, english)
        if noun is None or noun.lower in RELATIVES:
            continue
        rank = _rank(sentence, noun, links, english)
        if (rank < 2 or head.lemma == "base") and (best is None or rank < best[0]):
            best = (rank, Target(noun.i, (*particles, *links), clause=noun.dep == "pcomp"))
    return best[1] if best else None


def _object(sentence: Sentence, prep: Token, english: English) -> tuple[Token | None, tuple[int, ...]]:
    """Return the object of a preposition, or of "using" that stands for one."""
    if prep.dep not in {"advcl", "acl", "ccomp"}:
        return _through(sentence, prep, english)
    return sentence.kid(prep.i, "dobj") if prep.lower == "using" else None, (prep.i,)


def _rank(sentence: Sentence, noun: Token, links: tuple[int, ...], english: English) -> int:
    """Return how little a prepositional object is an argument: from 0 to 1, times and discourse 2 and more."""
    times = english["argument.times"]
    told = (k for k in sentence.kids(noun.i, "compound", "poss", "nummod") if sentence.tokens[k.i - 1].text != "-")
    timely = any(k.lemma in times for k in told)
    year = noun.tag == "CD" and len(noun.text) == _YEAR and noun.text.isdigit()
    dull = noun.lemma == "age" or noun.lemma in english.of("argument.times", "argument.discourse")
    aside = dull or timely or year
    core = bool(links) and sentence.tokens[links[0]].lower in english["argument.prepositions"]
    return 2 * aside + (not core)


def _from_each(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition is of "from town to town"."""
    opening = prep.i if prep.lower == "from" else prep.i - 2
    words = [t.lower for t in sentence.tokens[opening : opening + 4]] if opening >= 0 else []
    return len(words) > 3 and words[0] == "from" and words[2] == "to" and words[1] == words[3]


def _according(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition names a source or standard, set off by a comma: "fell, according to the union"."""
    return prep.lower == "according" and sentence.tokens[max(0, sentence.spans[prep.i][0] - 1)].text == ","


def _as_much_as(sentence: Sentence, prep: Token) -> bool:
    """Say whether an "as" compares ("as well as anything") or lists ("such as") and so leads to no object."""
    if prep.lower != "as":
        return False
    before = sentence.tokens[max(0, prep.i - 4) : prep.i]
    such = any(k.lower == "such" for k in sentence.kids(prep.i))
    return such or any(t.lower == "as" and t.dep == "advmod" for t in before) or _as_likely(sentence, prep)


def _as_likely(sentence: Sentence, prep: Token) -> bool:
    """Say whether an "as" goes back to that of "as likely to be hurt per mile as cyclists"."""
    deed = sentence.tokens[prep.head]
    word = sentence.tokens[deed.head]
    compared = deed.dep == "xcomp" and word.pos == "ADJ"
    return compared and any(k.lower == "as" and k.i < word.i for k in sentence.kids(word.i, "advmod"))


def _than(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition leads to what something is compared with: "work longer than teachers"."""
    between = sentence.tokens[prep.head + 1 : prep.i]
    graded = any(k.tag in {"JJR", "RBR"} for k in sentence.kids(prep.head, "advmod"))
    return prep.lower == "than" and (graded or any(t.tag in {"JJR", "RBR"} for t in between))


def _on_its_own(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition only tells that nothing else has a part: "it stops on its own"."""
    noun = sentence.kid(prep.i, "pobj")
    return prep.lower == "on" and noun is not None and noun.lower == "own" and sentence.kid(noun.i, "poss") is not None


def _at_the_latest(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition only bounds what is told: "at the earliest", "at best"."""
    noun = sentence.kid(prep.i, "pobj")
    return prep.lower == "at" and noun is not None and noun.tag in {"JJS", "RBS"}


def _per(sentence: Sentence, prep: Token) -> bool:
    """Say whether a preposition leads to the unit that something is counted by: "killed per mile"."""
    return prep.lower == "per"


#: Prepositions that lead to no argument.
_NO_ARGUMENTS: tuple[Callable[[Sentence, Token], bool], ...] = (
    _as_much_as,
    _according,
    _from_each,
    _than,
    _per,
    _at_the_latest,
    _on_its_own,
)


def _through(sentence: Sentence, prep: Token, english: English) -> tuple[Token | None, tuple[int, ...]]:
    """Return the object of a preposition, through a second one ("out of", "because of", "with regard to")."""
    noun = sentence.kid(prep.i, "pobj", "pcomp")
    if noun is not None and noun.lemma in english["argument.regards"]:
        further = next((k for k in sentence.kids(noun.i, "prep") if k.lower in {"to", "of", "with"}), None)
        inner = sentence.kid(further.i, "pobj") if further is not None else None
        if further is not None and inner is not None:
            return inner, (prep.i, noun.i, further.i)
    if noun is not None and noun.dep == "pcomp" and noun.pos == "ADP" and (inner := sentence.kid(noun.i, "pobj")):
        return inner, (prep.i, noun.i)
    if noun is not None and not (noun.dep == "pcomp" and noun.pos in {"SCONJ", "ADP"}):
        return noun, (prep.i,)
    second = sentence.kid(prep.i, "prep")
    return (sentence.kid(second.i, "pobj"), (prep.i, second.i)) if second is not None else (None, (prep.i,))
