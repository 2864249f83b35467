"""What a clause says of the clause it reports, judges, asks about or names the content of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimgraph.extracting.clauses import SUBJECTS, independent, infinitive, mark_word, negated, that_clause, unaware
from claimgraph.extracting.frame import Context
from claimgraph.extracting.weakening import part
from claimgraph.knowledge.english import English
from claimgraph.language.cleaning import DASHES
from claimgraph.language.parsed import Sentence, Token

_QUESTION_TAGS = frozenset({"WRB", "WP", "WDT"})
_CLAUSE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD", "VB", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class _Under:
    """A clause under another one.

    Attributes:
        sentence: of both.
        here: verb of the clause below.
        parent: verb, noun or adjective that governs it.
        found: what the clauses in between say.
        english: the word lists.
    """

    sentence: Sentence
    here: Token
    parent: Token
    found: Context
    english: English

    @property
    def unasserted(self) -> Context:
        """Return the context of what is not asserted."""
        return replace(self.found, asserted=False)

    def below(self, *deps: str) -> Token | None:
        """Return the first dependent of the governing word in one of some relations."""
        return self.sentence.kid(self.parent.i, *deps)


def under_complement(sentence: Sentence, here: Token, found: Context, english: English) -> Context:
    """Return the context of a clause that another one reports, judges or asks about.

    Args:
        sentence: of both.
        here: verb of the clause below.
        found: what the clauses in between say.
        english: the word lists.
    """
    under = _Under(sentence, here, sentence.tokens[here.head], found, english)
    for way in _WAYS:
        if (told := way(under)) is not None:
            return told
    return under.unasserted


def _weighed(under: _Under) -> Context | None:
    """Return the context of a thought that something supports or weakens: "the results support the notion that"."""
    verb, english = under.sentence.tokens[under.parent.head], under.english
    held = under.parent.dep == "dobj" and under.parent.pos == "NOUN" and verb.pos == "VERB"
    if not held or negated(under.sentence, verb.i, english):
        return None
    if verb.lemma in english["clause.undermining"]:
        return under.unasserted
    if verb.lemma not in english["clause.upholding"]:
        return None
    return under_report(under.sentence, verb, under.found, (), english)


def _unknown(under: _Under) -> Context | None:
    """Return the context of what is so, though somebody does not know it: "had no idea that the gate was open"."""
    return under.found if unaware(under.sentence, under.parent, under.english) else None


def _named(under: _Under) -> Context | None:
    """Return the context of a noun's content clause: "no evidence that", "the myth that", "the idea that"."""
    parent, english = under.parent, under.english
    if parent.pos not in {"NOUN", "PROPN"}:
        return None
    fought = parent.dep == "dobj" and under.sentence.tokens[parent.head].lemma in english["clause.fighting"]
    if fought or parent.lemma in english.of("clause.unfulfilled_nouns", "clause.built_on"):
        return under.unasserted
    denied = under.sentence.has(parent.i, english["negative_determiners"], "det", "neg")
    denied = denied or under.sentence.has(parent.i, english["clause.scant"], "amod")
    denied = denied or (parent.head != parent.i and bool(negated(under.sentence, parent.head, english)))
    if any(k.lemma in english["clause.false"] for k in under.sentence.kids(parent.i, "amod")) or _judged_false(under):
        return replace(under.found, flipped=not under.found.flipped)
    if parent.lemma in english["clause.false"]:
        return replace(under.found, flipped=not under.found.flipped ^ denied)
    if parent.lemma == "doubt" or (parent.lemma == "question" and denied):
        doubted = replace(under.found, flipped=not under.found.flipped, hedges=(*under.found.hedges, parent.i))
        return under.found if denied else doubted
    weak = (parent.i,) if parent.lemma in english["clause.maybe"] else ()
    empty = denied and not weak and negated(under.sentence, under.here.i, english)
    hedges = (*under.found.hedges, *weak, *(_short_of_proof(under) if denied else ()))
    return replace(under.found, asserted=not empty, flipped=under.found.flipped ^ denied, hedges=hedges)


def _short_of_proof(under: _Under) -> tuple[int, ...]:
    """Return the adjective that tells that it is only good evidence there is none of: "no convincing evidence that"."""
    english = under.english
    if under.parent.lemma not in english["clause.grounds"]:
        return ()
    kids = under.sentence.kids(under.parent.i, "amod")
    return tuple(k.i for k in kids if k.lower in english["clause.convincing"])


def _denied(under: _Under) -> Context | None:
    """Return the context of what somebody denies: "disputes the claim that trams are safe"; no call for something."""
    parent, english = under.parent, under.english
    verb = under.sentence.tokens[parent.head]
    if parent.pos != "NOUN" or parent.dep != "dobj" or verb.lemma not in english.of(*_DENYING):
        return None
    if _asked_for(under) or parent.lemma in english["clause.unfulfilled_nouns"]:
        return under.unasserted
    return under_report(under.sentence, verb, under.found, negated(under.sentence, verb.i, english), english)


def _judged_false(under: _Under) -> bool:
    """Say whether the noun's own clause calls it false: "the idea that bats are blind is wrong"."""
    judged = under.sentence.tokens[under.parent.head]
    if under.parent.dep != "nsubj" or judged.lemma != "be":
        return False
    verdict = under.sentence.kid(judged.i, "acomp", "attr")
    return verdict is not None and verdict.lemma in under.english["clause.false"]


def _beside(under: _Under) -> Context | None:
    """Return the context of a clause that the parser only hung under another one."""
    return under.found if independent(under.sentence, under.here, under.parent, under.english) else None


def _asked(under: _Under) -> Context | None:
    """Return the context of an embedded question: asserted by nobody, save what "remains to be seen"."""
    if not _asks(under) or under.parent.lemma == "doubt":
        return None
    above = (under.parent, *under.sentence.ancestors(under.parent.i))
    if _concludes(under):
        return under.found
    remains = under.parent.lemma in {"see", "know"} and any(t.lemma == "remain" for t in above)
    remains = remains or _left_open(under)
    hedges = (*under.found.hedges, under.parent.i)
    return replace(under.found, asserted=remains, speculative=True, hedges=hedges)


def _left_open(under: _Under) -> bool:
    """Say whether "it" is not known whether something is so: "it is unclear whether trams help shops"."""
    sentence, english, parent = under.sentence, under.english, under.parent
    if all(k.lower not in {"whether", "if"} for k in sentence.kids(under.here.i, "mark")) or under.here.i < parent.i:
        return False
    be = sentence.tokens[parent.head] if parent.pos == "ADJ" else parent
    who, judged = sentence.kid(be.i, "nsubj", "nsubjpass"), sentence.kid(be.i, "acomp")
    if who is None or who.lower != "it" or be.dep == "advcl":
        return False
    denied = bool(negated(sentence, be.i, english))
    if be.tag == "VBN" and be.lemma == "know":
        return denied
    unknown = judged is not None and judged.lemma in english["value.unknown"]
    return judged is not None and (unknown ^ denied) and (unknown or judged.lemma in english["clause.certain"])


def _attitude(under: _Under) -> Context | None:
    """Return the context of what somebody is sure or doubts of: "is confident that", "isn't convinced that"."""
    english, parent = under.english, under.parent
    word = parent if parent.lower in english.of("voice.sure", "voice.doubting") else under.below("acomp")
    if word is None or word.lower not in english.of("voice.sure", "voice.doubting") or _asks(under):
        return None
    be = parent if parent.pos in {"AUX", "VERB"} else under.sentence.tokens[parent.head]
    who = under.sentence.kid(be.i, "nsubj", "nsubjpass")
    if who is None or who.lower in {"it", "that", "this"} or infinitive(under.sentence, under.here):
        return None
    if who.lower in english["second_person"]:
        return under.unasserted
    denied = bool(negated(under.sentence, be.i, english))
    doubts = (word.lower in english["voice.doubting"]) ^ denied
    found = replace(under.found, speakers=(*under.found.speakers, who.i), verbs=(*under.found.verbs, be.i))
    return replace(found, flipped=not found.flipped, hedges=(*found.hedges, word.i)) if doubts else found


def _concludes(under: _Under) -> bool:
    """Say whether "that's why", "it's how" goes on with what is so."""
    subject = under.below("nsubj")
    points = under.parent.lemma == "be" and subject is not None and subject.lower in _POINTING
    points = points and under.below("acomp") is None and not negated(under.sentence, under.parent.i, under.english)
    first = under.sentence.tokens[under.sentence.spans[under.here.i][0]]
    return (points and first.lower in {"why", "how"}) or _cleft(under)


#: Subjects that point to what was just said.
_POINTING = frozenset({"that", "this", "it", "which", "here"})


def _cleft(under: _Under) -> bool:
    """Say whether a clause tells of the subject before it what it does: "heating the pan is what ruins it"."""
    who = under.sentence.kid(under.here.i, "nsubj")
    before = under.below("nsubj", "csubj")
    told = who is not None and who.lower == "what" and before is not None and before.i < under.here.i
    told = told and before is not None and before.lemma not in under.english["clause.truth"] | {"question", "mystery"}
    return told and under.parent.lemma == "be" and not negated(under.sentence, under.parent.i, under.english)


def _asks(under: _Under) -> bool:
    """Say whether a clause begins with a question word, "if" or "whether"."""
    sentence, here = under.sentence, under.here
    if any(mark_word(sentence, k) in {"if", "whether"} for k in sentence.kids(here.i, "mark")):
        return True
    first = sentence.tokens[sentence.spans[here.i][0]] if here.dep == "ccomp" else here
    if first.tag in {"WP", "WRB"} or (first.tag == "WDT" and (first.lower == "what" or first.dep == "det")):
        return True
    inside = sentence.kids(here.i, "advmod", "dobj", "nsubj", "attr", "pobj")
    fronted = here.head if sentence.tokens[here.head].dep == "relcl" else -1
    return any(k.tag in _QUESTION_TAGS and fronted < k.i < here.i for k in inside)


def _wished(under: _Under) -> Context | None:
    """Return the context of what is only wished or asked for."""
    wished = under.parent.lemma in under.english["clause.wishes"] and under.here.dep != "parataxis"
    return under.unasserted if wished else None


def _not_to_say(under: _Under) -> Context | None:
    """Return the context of what somebody only does not mean: "that is not to say that trams are slow"."""
    above = under.sentence.tokens[under.parent.head]
    meant = under.parent.lemma in {"say", "suggest", "imply"} and under.parent.dep == "xcomp" and above.lemma == "be"
    pointing = under.sentence.kid(above.i, "nsubj") if meant else None
    points = pointing is not None and pointing.lower in _POINTING
    return under.unasserted if points and negated(under.sentence, above.i, under.english) else None


def _bidden(under: _Under) -> Context | None:
    """Return the context of what one is told to do, which one may not: "told us to wait", "tells cells to divide"."""
    verb, who = under.parent, under.below("dobj") or under.sentence.kid(under.here.i, "nsubj")
    bare = under.here.tag == "VB" and under.sentence.kid(under.here.i, *SUBJECTS, "aux", "mark") is None
    to_do = infinitive(under.sentence, under.here) or (bare and verb.lemma == "say")
    if verb.lemma not in under.english["clause.bidding"] or not to_do:
        return None
    says = verb.lemma == "say" and verb.tag != "VBN"
    return under.unasserted if who is not None or says else None


def _unseen(under: _Under) -> Context | None:
    """Return the context of what somebody longs to see, or sees no longer: "would like to see shops close"."""
    english, parent = under.english, under.parent
    if parent.lemma not in english["clause.seeing"]:
        return None
    above = under.sentence.tokens[parent.head]
    longed = parent.dep == "xcomp" and above.lemma in english["clause.longing"]
    no_longer = under.sentence.has(parent.i, ("longer",), "advmod")
    gone = no_longer or bool(negated(under.sentence, parent.i, english))
    bare = under.here.tag in {"VB", "VBG", "VBN"} and under.sentence.kid(under.here.i, "mark") is None
    return under.unasserted if bare and (longed or gone) else None


def _not_done(under: _Under) -> Context | None:
    """Return the context of a gerund that its verb does not say is done: "it means making fewer", "risks losing"."""
    gerund = under.here.tag == "VBG" and under.here.dep in {"xcomp", "ccomp"}
    return under.unasserted if gerund and under.parent.lemma in under.english["clause.involving"] else None


def _judged(under: _Under) -> Context | None:
    """Return the context of "it is clear that", "it is not true that", "the problem is that"."""
    parent, english = under.parent, under.english
    if parent.lemma != "be" and parent.pos != "ADJ":
        return None
    word = parent if parent.pos == "ADJ" else under.below("acomp", "attr")
    told = [t for t in (word, under.below(*SUBJECTS)) if t is not None]
    lemmas = {t.lemma for t in told}
    flipped = under.found.flipped ^ (len(_negations(under)) % 2 == 1)
    if lemmas & english["clause.false"]:
        return replace(under.found, flipped=not flipped)
    if unsure := _not_certain(under, told):
        return replace(under.found, speculative=True, hedges=(*under.found.hedges, *unsure))
    weak = tuple(t.i for t in told if t.lemma in english["clause.maybe"])
    who = under.below("nsubj")
    if not weak and who is not None and who.lower == "it" and under.below("acomp", "attr") is None:
        weak = tuple(k.i for k in under.sentence.kids(parent.i, "aux") if k.lower in {"may", "might", "could"})
    found = _held(under)
    if weak:
        return replace(found, flipped=flipped ^ ("unlikely" in lemmas), hedges=(*found.hedges, *weak))
    duty = infinitive(under.sentence, under.here) or lemmas & english["clause.duty"]
    told_true = lemmas & english["clause.truth"] or under.here.dep == "ccomp"
    return replace(found, flipped=flipped) if told_true and not duty else under.unasserted


def _held(under: _Under) -> Context:
    """Return the context with whoever holds what a clause says: "her argument is that", "the critics' fear is that"."""
    position = under.below("nsubj")
    whose = under.sentence.kid(position.i, "poss") if position is not None else None
    if position is None or whose is None or position.lemma not in under.english["voice.positions"]:
        return under.found
    return replace(
        under.found,
        speakers=(*under.found.speakers, whose.i),
        verbs=(*under.found.verbs, under.parent.i),
    )


def _negations(under: _Under) -> tuple[int, ...]:
    """Return what denies a judgement: it stands with the adjective or with the copula above it."""
    above = under.sentence.tokens[under.parent.head]
    copula = (above.i,) if under.parent.pos == "ADJ" and above.lemma == "be" and above.i != under.parent.i else ()
    return tuple(n for i in (under.parent.i, *copula) for n in negated(under.sentence, i, under.english))


def _not_certain(under: _Under, told: Sequence[Token]) -> tuple[int, ...]:
    """Return what is denied to be certain, which leaves its clause open: "it is not clear that", "far from certain"."""
    if _negations(under):
        return tuple(t.i for t in told if t.lemma in under.english["clause.certain"])
    far = (k for t in told if t.lemma == "far" for k in under.sentence.kids(t.i, "prep") if k.lower == "from")
    below = (k for prep in far for k in under.sentence.kids(prep.i))
    return tuple(k.i for k in below if k.lemma in under.english["clause.certain"])


def _supposed(under: _Under) -> Context | None:
    """Return the context of what is only taken as given: "assuming people still care", "provided that it rains"."""
    opens = under.parent.tag in {"VBG", "VBN"} and under.below(*SUBJECTS, "aux", "auxpass") is None
    opens = opens and under.parent.dep in {"advcl", "prep"}
    return under.unasserted if opens and under.parent.lemma in under.english["clause.supposing"] else None


def _felt(under: _Under) -> Context | None:
    """Return the context of what one fears, hopes or sees to: "I was worried it leaked", "made sure it ran"."""
    above = under.sentence.tokens[under.parent.head]
    seen_to = under.parent.lemma in {"sure", "certain"} and above.lemma == "make" and above.i != under.parent.i
    return under.unasserted if seen_to or under.parent.lemma in under.english["clause.moods"] else None


def _too_early(under: _Under) -> Context | None:
    """Return the context of what cannot be said, or not yet: "too early to say that", "a stretch to claim that"."""
    above = under.sentence.tokens[under.parent.head]
    word = (under.sentence.kid(above.i, "acomp", "attr") if above.lemma == "be" else None) or above
    too = word.pos == "ADJ" and under.sentence.has(word.i, ("too",), "advmod")
    told = under.parent.dep in {"xcomp", "acl", "relcl", "advcl", "csubj"} and infinitive(under.sentence, under.parent)
    return under.unasserted if told and (too or word.lemma in under.english["clause.unfair"]) else None


def _given_up_belief(under: _Under) -> Context | None:
    """Return the context of what a speaker once expected: "I thought it would be awful"."""
    who = under.below("nsubj")
    past = under.parent.tag == "VBD" and under.parent.lemma in under.english["clause.expecting"]
    mine = who is not None and who.lower in under.english["first_person"]
    would = under.sentence.has(under.here.i, ("would", "'d"), "aux")
    return under.unasserted if past and mine and would else None


def _reported(under: _Under) -> Context | None:
    """Return the context of what a verb of saying or thinking says."""
    english = under.english
    reports = under.parent.lemma in english.of("report_verbs", "denial_verbs")
    if not reports and not _tells(under):
        return None
    no = (k.i for k in under.sentence.kids(under.parent.i, "det") if k.lower == "no")
    negations = (*negated(under.sentence, under.parent.i, english), *_given_up(under), *no)
    if unproved_denial(under.sentence, under.parent, under.here, english):
        return under.unasserted
    told = under_report(under.sentence, under.parent, under.found, negations, english)
    return replace(told, hedges=(*told.hedges, under.parent.i)) if _asked_for(under) else told


def unproved_denial(sentence: Sentence, report: Token, clause: Token, english: English) -> bool:
    """Say whether what is not shown is itself denied, which says nothing of it: "did not show that it doesn't work".

    Who does not know, say or think so, or does not deny it, does say something.

    Args:
        sentence: of both.
        report: verb that may be one of showing.
        clause: verb of what it would show.
        english: the word lists.
    """
    showing = report.lemma in english.without("factive_verbs", "clause.knowing")
    if not showing or not negated(sentence, clause.i, english):
        return False
    who, above = sentence.kid(report.i, "nsubj"), sentence.tokens[report.head]
    gives_up = report.dep == "xcomp" and above.lemma in english["capacity.giving_up"]
    nobody = who is not None and _is_nobody(sentence, who, english)
    return nobody or gives_up or bool(negated(sentence, report.i, english))


def _given_up(under: _Under) -> tuple[int, ...]:
    """Return what says from above that a thing was not said or shown: "failed to show that tea helps"."""
    above = under.sentence.tokens[under.parent.head]
    gives_up = under.parent.dep == "xcomp" and above.lemma in under.english["capacity.giving_up"]
    return (above.i,) if gives_up and not negated(under.sentence, above.i, under.english) else ()


def _asked_for(under: _Under) -> bool:
    """Say whether a clause is what is to be done, by its bare verb: "recommended that the drug be withdrawn"."""
    sentence, here = under.sentence, under.here
    own = sentence.kid(here.i, *SUBJECTS) is not None
    bare = here.tag == "VB" or sentence.has(here.i, ("be",), "auxpass")
    finite = any(
        k.tag in {"MD", "TO", *_CLAUSE_TAGS} and k.lower != "be" for k in sentence.kids(here.i, "aux", "auxpass")
    )
    return own and bare and not finite and under.parent.tag != "MD"


def _tells(under: _Under) -> bool:
    """Say whether a verb tells what its "that" clause says, as most verbs with one do; not those that make it so."""
    mark = under.sentence.kid(under.here.i, "mark")
    that = mark is not None and mark.lower == "that" and under.here.dep == "ccomp"
    finite = under.here.tag in _CLAUSE_TAGS and under.parent.pos == "VERB"
    if mark is None and finite and _emerges(under):
        return True
    return that and finite and under.parent.lemma not in under.english["clause.ensuring"]


def _emerges(under: _Under) -> bool:
    """Say whether "it" comes out what a clause says, with or without "that": "it turned out the seeds had rotted"."""
    who, out = under.below("nsubj"), under.below("prt")
    known = under.parent.lemma in under.english["clause.emerging"] and (under.parent.lemma != "turn" or out is not None)
    return known and who is not None and who.lower == "it" and under.sentence.kid(under.here.i, *SUBJECTS) is not None


def _finite_under_participle(under: _Under) -> Context | None:
    """Return the context of a finite clause that the parser hung under a participle before it."""
    bare = under.parent.tag == "VBN" and under.below(*SUBJECTS, "aux") is None
    finite = under.here.tag in {"VBD", "VBZ", "VBP"} and under.here.i > under.parent.i
    return under.found if bare and finite else None


def _held_by(under: _Under) -> Context | None:
    """Return the context of what somebody holds or takes to be so: "takes the view that", "is of the opinion that"."""
    sentence, english, noun = under.sentence, under.english, under.parent
    if noun.pos != "NOUN" or noun.lemma not in english["voice.positions"] | english["voice.views"]:
        return None
    prep = sentence.tokens[noun.head]
    verb = sentence.tokens[prep.head] if noun.dep == "pobj" and prep.lower == "of" else prep
    holds = noun.dep == "dobj" and verb.lemma in english["voice.holding"]
    is_of = noun.dep == "pobj" and verb.lemma == "be"
    who = sentence.kid(verb.i, "nsubj")
    if not (holds or is_of) or who is None or not that_clause(sentence, under.here, english):
        return None
    return under_report(sentence, verb, under.found, negated(sentence, verb.i, english), english)


#: How a governing word may take its clause, in the order in which it is asked; else the clause is not asserted.
_WAYS: tuple[Callable[[_Under], Context | None], ...] = (
    _weighed,
    _held_by,
    _denied,
    _unknown,
    _attitude,
    _named,
    _beside,
    _asked,
    _wished,
    _not_to_say,
    _bidden,
    _unseen,
    _not_done,
    _felt,
    _too_early,
    _supposed,
    _given_up_belief,
    _judged,
    _reported,
    _finite_under_participle,
)


def under_report(
    sentence: Sentence, parent: Token, found: Context, negations: tuple[int, ...], english: English
) -> Context:
    """Return the context of reported speech or thought, with the speaker where one is named.

    Args:
        sentence: of the report.
        parent: the verb of saying or thinking.
        found: what the clauses in between say.
        negations: the tokens that deny the verb.
        english: the word lists.
    """
    subject = sentence.kid(parent.i, "nsubj") or _shared_subject(sentence, parent)
    nobody = subject is not None and _is_nobody(sentence, subject, english)
    denied = bool(negations) or nobody
    denial = parent.lemma in english.of("denial_verbs", *_DENYING)
    if denial and denied and _anybody(subject, english, nobody=nobody):
        return found
    if subject is not None and subject.lower in english["second_person"]:
        return replace(found, asserted=False)
    raising = parent.lemma in _RAISING or parent.lemma in english.of("neg_raising", "factive_verbs")
    passive = sentence.kid(parent.i, "nsubjpass", "auxpass") is not None
    speaker = -1 if passive or subject is None or _ought(sentence, parent, english) else subject.i
    teller = _teller(sentence, parent) if passive else None
    if teller is None and not denied and told_unnamed(sentence, parent, english):
        teller = parent
    silent = (
        parent.lemma in english["clause.following"]
        or _saw_happen(sentence, parent, subject, english)
        or _concluded(sentence, parent, subject, english)
    )
    return replace(
        found,
        asserted=not denied or raising,
        flipped=found.flipped ^ denial ^ (denied and parent.lemma not in english["clause.knowing"]),
        hedges=(*found.hedges, *_report_hedges(sentence, parent, found, denied, english)),
        speculative=found.speculative or parent.lemma in english["speculations"],
        speakers=found.speakers if silent else (*found.speakers, teller.i if teller is not None else speaker),
        verbs=found.verbs if silent else (*found.verbs, parent.i),
    )


#: Verbs of saying whose denial still leaves what they say to be denied.
_RAISING = frozenset({"say", "claim", "doubt", "deny", "dispute", "question", "contest"})
#: The lists of verbs that deny what others say, or show that it is not so.
_DENYING = ("clause.denying", "clause.refuting")


def _anybody(subject: Token | None, english: English, *, nobody: bool) -> bool:
    """Say whether what is not denied is denied by nobody at all: "you cannot deny", "no one disputes", "no denying"."""
    return subject is None or nobody or subject.lower == "one" or subject.lower in english["second_person"]


def _teller(sentence: Sentence, verb: Token) -> Token | None:
    """Return who a passive verb of saying is done by: "patients are told by dentists that"."""
    by = sentence.kid(verb.i, "agent")
    return sentence.kid(by.i, "pobj") if by is not None else None


def told_unnamed(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether somebody is told a thing, and nobody named tells it: "we were told that the air would get cleaner".

    What people must be told is the writer's own.

    Args:
        sentence: the verb's.
        verb: of the report.
        english: the word lists.
    """
    if verb.tag != "VBN" or verb.lemma not in english["clause.being_told"] or _teller(sentence, verb) is not None:
        return False
    told = sentence.kid(verb.i, "nsubjpass")
    must = any(k.tag == "MD" or k.lower == "to" for k in sentence.kids(verb.i, "aux"))
    return told is not None and told.lower not in {"it", "this", "that", "what"} and not must


def _saw_happen(sentence: Sentence, verb: Token, subject: Token | None, english: English) -> bool:
    """Say whether what "sees" something is no witness: "the backlash saw people ask why", "2019 saw prices fall"."""
    if verb.lemma != "see" or subject is None or subject.pos in {"PRON", "PROPN"}:
        return False
    return subject.lemma not in english.of("person_nouns", "group_words") and subject.tag != "NNS"


def _concluded(sentence: Sentence, verb: Token, subject: Token | None, english: English) -> bool:
    """Say whether it is the page that concludes, not the subject: "rents are high, indicating that the cap fails"."""
    if subject is None or subject.lemma in english["voice.studies"]:
        return False
    first = next((t.i for t in reversed(sentence.tokens[: verb.i]) if t.pos != "ADV"), 0)
    result = verb.tag == "VBG" and verb.dep == "advcl" and sentence.tokens[first].text in {",", *DASHES}
    return result and verb.lemma in english["clause.concluding"]


def _ought(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether somebody is told to know or say a thing, which the teller says: "buyers need to know that"."""
    above = sentence.tokens[verb.head]
    needs = verb.dep == "xcomp" and above.lemma in {"need", "have", "ought"} and above.i != verb.i
    must = sentence.has(verb.i, ("should", "must"), "aux")
    knows = verb.lemma in english["clause.knowing"] or verb.lemma == "expect"
    return knows and (needs or must)


def _is_nobody(sentence: Sentence, subject: Token, english: English) -> bool:
    """Say whether a subject is nobody: "none", "no study"."""
    determiners = sentence.kids(subject.i, "det")
    return subject.lower in english["negative_pronouns"] or any(k.lower in {"no", "neither"} for k in determiners)


def _report_hedges(
    sentence: Sentence, parent: Token, found: Context, denied: bool, english: English
) -> tuple[int, ...]:
    """Return a verb of saying once for each reason why it weakens what it says."""
    subject = sentence.kid(parent.i, "nsubj")
    own = subject is not None and subject.lower in english["first_person"]
    firm = {"would", "can", "could"} if own else {"would"}
    modals = english.without("hedges", "softeners")
    unsure = parent.lemma in {"doubt", "question"} and not denied
    hearsay = parent.lemma in english["clause.hearsay"] and sentence.kid(parent.i, "auxpass") is not None
    hearsay = hearsay and _teller(sentence, parent) is None
    unsaid = denied and parent.lemma in {"say", "claim", "prove"} and not found.flipped
    firmly = subject is not None and not own and parent.lemma in english["clause.maintaining"]
    weak = (
        (not firmly and parent.lemma in english.of("hedge_verbs", "speculations"))
        or found.speculative
        or any(k.lower in modals and k.lower not in firm for k in sentence.kids(parent.i, "aux", "advmod"))
    )
    some = part(sentence, subject, english) if subject is not None and not denied else []
    return (*((parent.i,) * (unsure + unsaid + (weak or hearsay))), *some)


def _shared_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject a coordinated or participial verb shares with the one before it."""
    while verb.head != verb.i and (verb.dep in {"conj", "xcomp"} or _participial(verb)):
        noun, gerund = verb.dep == "acl", verb.dep == "pcomp"
        verb = sentence.tokens[sentence.tokens[verb.head].head if gerund else verb.head]
        if noun:
            return verb
        subject = sentence.kid(verb.i, "nsubj")
        if subject is not None:
            return subject
    return None


def _participial(verb: Token) -> bool:
    """Say whether a verb is a participle that goes on with a clause or noun: "was firm, saying that"."""
    return verb.tag == "VBG" and verb.dep in {"advcl", "acl", "pcomp"}
