"""The rule of verbs: a frame for every clause with one, active, passive, copular, relative, participial, controlled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimgraph.extracting.chains import Chain, chain, is_passive
from claimgraph.extracting.clauses import (
    RELATIVES,
    SUBJECTS,
    VERBAL,
    cleft,
    contrasted,
    infinitive,
    negated,
    that_clause,
)
from claimgraph.extracting.complements import under_report
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Context, Frame
from claimgraph.extracting.introducing import is_empty, only_introduces
from claimgraph.extracting.naming import linked, named
from claimgraph.extracting.skipping import makes_none
from claimgraph.extracting.subjects import subject
from claimgraph.extracting.targets import Target, particles, prepositional, target
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: Relations in which a verb makes no clause of its own.
_SKIPPED = frozenset(
    {"aux", "auxpass", "amod", "compound", "nmod", "poss", "case", "quantmod", "advmod", "prep", "mark", "cc"}
    | {"punct", "agent", "nummod"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause while it is read.

    Attributes:
        sentence: its own.
        verb: its outermost verb.
        links: the chain that begins with it.
        above: what the clauses above say.
        english: the word lists.
    """

    sentence: Sentence
    verb: Token
    links: Chain
    above: Context
    english: English

    @property
    def head(self) -> Token:
        """Return the verb that means something."""
        return self.sentence.tokens[self.links.head]


def verbal(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every clause with a verb that says something of its own.

    Args:
        sentence: to read.
        english: the word lists.
    """
    inside: set[int] = set()
    for token in sentence.tokens:
        if token.pos not in VERBAL or token.dep in _SKIPPED or token.i in inside or not token.text.strip("-—/"):
            continue
        if makes_none(sentence, token, english):
            continue
        links = chain(sentence, token.i, english)
        inside.update(links.verbs[1:])
        clause = Clause(sentence, token, links, context(sentence, token.i, english), english)
        frame = _frame(clause) or _other_way(clause)
        if frame is not None:
            frame = _kept_from(sentence, frame, english)
            kept_off = list(_guarded(sentence, frame, english))
            if not kept_off or sentence.tokens[frame.head].lemma not in english["clause.keeping_off"]:
                yield from _in_place_of(sentence, frame, english)
            yield from kept_off
            yield from _beside_complement(sentence, frame, english)
            yield from _set_against(sentence, frame)


def _kept_from(sentence: Sentence, frame: Frame, english: English) -> Frame:
    """Return a frame about the illness itself where it keeps from getting it: "protects from catching flu"."""
    doing = sentence.tokens[frame.object] if frame.object is not None and frame.clause_object else None
    ill = sentence.kid(doing.i, "dobj") if doing is not None and doing.lemma in english["clause.falling_ill"] else None
    guards = sentence.tokens[frame.head].lemma in english["clause.guarding"]
    if ill is None or not guards or not {sentence.tokens[i].lower for i in frame.links} & {"from", "against"}:
        return frame
    return replace(frame, object=ill.i, clause_object=False)


def _in_place_of(sentence: Sentence, frame: Frame, english: English) -> Iterator[Frame]:
    """Yield a frame, of what is denied and what is put in its place each: "it's not salt but heat that kills"."""
    be = cleft(sentence, sentence.tokens[frame.verbs[0]]) if frame.verbs and frame.subject is not None else None
    first = frame.subject if be is not None and negated(sentence, be.i, english) else None
    joint = sentence.kid(first, "cc") if first is not None else None
    other = sentence.kid(first, "conj") if first is not None else None
    if joint is None or other is None or joint.lower != "but":
        yield frame
        return
    yield replace(frame, single=True)
    said = replace(frame.context, flipped=not frame.context.flipped)
    yield replace(frame, subject=other.i, context=said, single=True)


def _set_against(sentence: Sentence, frame: Frame) -> Iterator[Frame]:
    """Yield the denial of what is set against a subject: "damp, not age, ruins guitars"."""
    found = contrasted(sentence, frame.subject, frame.verbs[0]) if frame.subject is not None else None
    if found is not None and found[1] not in {frame.subject, frame.object}:
        yield replace(frame, subject=found[1], negations=(*frame.negations, found[0]), single=True)


def _guarded(sentence: Sentence, frame: Frame, english: English) -> Iterator[Frame]:
    """Yield what a clause says is kept off: "protects teeth from decay" prevents decay."""
    head = sentence.tokens[frame.head]
    if head.lemma not in english["clause.guarding"] or frame.object is None or frame.passive or frame.clause_object:
        return
    for prep in (*sentence.kids(frame.head, "prep"), *sentence.kids(frame.object, "prep")):
        if prep.lower not in {"from", "against"} or prep.i in frame.links or prep.i < frame.head:
            continue
        doing = sentence.kid(prep.i, "pcomp")
        off = sentence.kid(prep.i, "pobj") if doing is None else sentence.kid(doing.i, "dobj")
        plain = doing is None or doing.lemma in english["clause.falling_ill"]
        if off is not None and plain:
            yield replace(frame, object=off.i, links=(prep.i,), key="protect against")
        elif doing is not None and head.lemma in english["clause.keeping_off"]:
            yield replace(frame, object=doing.i, links=(prep.i,), key="protect against", clause_object=True)


def _beside_complement(sentence: Sentence, frame: Frame, english: English) -> Iterator[Frame]:
    """Yield what a second adjective of a copula governs: "safe and effective for burns" is effective for burns."""
    beside = [i for i in (frame.object, *frame.links) if i is not None and sentence.tokens[i].dep == "acomp"]
    for adjective in (k for i in beside for k in sentence.kids(i, "conj") if k.pos == "ADJ"):
        between = {t.lower for t in sentence.tokens[beside[0] : adjective.i]}
        found = prepositional(sentence, adjective, (), english)
        if found is None or between & {"but", "not", "or"} or sentence.tokens[found.links[-1]].lower in {"than", "as"}:
            continue
        doing = sentence.tokens[found.head]
        what = sentence.kid(doing.i, "dobj") if found.clause else None
        if what is not None and adjective.lemma in english["capacity_adjectives"]:
            via = (*frame.extra, adjective.i)
            yield replace(frame, verbs=(*frame.verbs, doing.i), head=doing.i, object=what.i, links=(), extra=via)
        elif not found.clause:
            yield replace(frame, object=found.head, links=(adjective.i, *found.links), clause_object=False)


def _frame(clause: Clause) -> Frame | None:
    """Return the frame of one clause, None where it says nothing of its own."""
    sentence, verb, english = clause.sentence, clause.verb, clause.english
    asked = _question_judged(clause)
    if not clause.above.asserted or (asked is None and only_introduces(sentence, verb, clause.links, english)):
        return None
    who = _performer(clause, subject(sentence, verb, english))
    if who is None:
        return _without_subject(clause) if _elliptic(sentence, verb) else None
    asked = asked or _spent_on(clause, who)
    if asked or is_empty(sentence, verb, who, english) or sentence.kid(verb.i, "expl") is not None:
        act = asked or _judged_act(clause, who)
        return _act_judged(clause, *act) if act is not None else None
    if _mistaken_progressive(clause, who):
        return _gerund_copula(clause, who)
    if (below := _expected(clause)) is not None:
        return below
    return None if _says_nothing(clause, who) else _plain(clause, who)


def _expected(clause: Clause) -> Frame | None:
    """Return the frame of what somebody expects a thing to do by itself: "the wave, which she expects to peak"."""
    sentence, verb, head, english = clause.sentence, clause.verb, clause.head, clause.english
    if verb.dep != "relcl" or verb.i == head.i or verb.lemma not in english["clause.expecting"]:
        return None
    which = sentence.kid(head.i, "dobj")
    alone = head.lemma in english.of("clause.intransitive", "clause.waning")
    if which is None or which.tag not in {"WDT", "WP"} or not alone:
        return None
    above = under_report(sentence, verb, clause.above, negated(sentence, verb.i, english), english)
    plain = Frame("clause", (head.i,), head.i, verb.head, links=particles(sentence, head, english))
    return replace(plain, hedges=above.hedges, context=above) if above.asserted else None


def _performer(clause: Clause, who: Token | None) -> Token | None:
    """Return who has the role a clause tells of: "the function of the valve is to hold water" tells of the valve."""
    sentence = clause.sentence
    copula = clause.verb.lemma == "be" and len(clause.links.verbs) > 1
    if who is None or not copula or who.lemma not in clause.english["reference.roles"]:
        return who
    of = next((k for k in sentence.kids(who.i, "prep") if k.lower == "of" and k.i == who.i + 1), None)
    return sentence.kid(of.i, "pobj") if of is not None else sentence.kid(who.i, "poss") or who


def _judged_act(clause: Clause, who: Token) -> tuple[Token, Token] | None:
    """Return what is called safe, lawful or the like behind "it", and the adjective: "it is safe to eat the rind"."""
    sentence, verb = clause.sentence, clause.verb
    judged = sentence.kid(verb.i, "acomp") if who.lower == "it" and verb.lemma == "be" else None
    if judged is None or judged.lemma not in clause.english["clause.judging_acts"]:
        return None
    below = (*sentence.kids(verb.i, "xcomp", "advcl", "ccomp"), *sentence.kids(judged.i, "xcomp", "advcl", "ccomp"))
    act = next((k for k in below if k.i > judged.i and infinitive(sentence, k)), None)
    telling = act is None or act.lemma in clause.english["report_verbs"]
    return None if act is None or telling else (act, judged)


def _spent_on(clause: Clause, who: Token) -> tuple[Token, Token] | None:
    """Return what "it" takes time or money to do, and how much: "it takes a week for paint to dry".

    How long it takes to see a thing is a rule of its own.
    """
    sentence, verb, english = clause.sentence, clause.verb, clause.english
    if who.lower != "it" or verb.lemma not in english["clause.spending"]:
        return None
    spent = (k for k in sentence.kids(verb.i, "dobj", "npadvmod", "oprd", "dative") if k.i > verb.i)
    amount = next((k for k in spent if k.lemma in english["argument.times"] or k.tag in {"CD", "$"}), None)
    if amount is None:
        return None
    below = (*sentence.kids(verb.i, "xcomp", "advcl", "ccomp"), *sentence.kids(amount.i, "acl", "relcl", "advcl"))
    act = next((k for k in below if k.i > amount.i and infinitive(sentence, k)), None)
    own = act is not None and sentence.kid(act.i, *SUBJECTS) is not None
    seen = verb.lemma == "take" and act is not None and target(sentence, act, False, english) is not None
    whom = any(k.lemma not in english["argument.times"] for k in sentence.kids(verb.i, "dobj", "dative"))
    return (act, amount) if act is not None and (own or whom or not seen) else None


def _other_way(clause: Clause) -> Frame | None:
    """Return the frame of what is denied to be so or the reason: "that's not how it works", "it is not why it fell"."""
    sentence, verb = clause.sentence, clause.verb
    way = sentence.kid(verb.i, "ccomp") if verb.lemma == "be" and clause.above.asserted else None
    who = sentence.kid(verb.i, "nsubj") if way is not None else None
    if way is None or who is None or who.lower not in {"that", "this", "it"} or way.i < verb.i:
        return None
    denied = negated(sentence, verb.i, clause.english)
    if not denied or sentence.tokens[sentence.spans[way.i][0]].lower not in {"how", "why", "where", "what"}:
        return None
    plain = Frame("clause", (verb.i,), verb.i, who.i, way.i, context=clause.above, clause_object=True)
    return replace(plain, negations=denied, hedges=clause.above.hedges)


def _question_judged(clause: Clause) -> tuple[Token, Token] | None:
    """Return what, who or how "it" is clear or unknown, and the adjective: "it is not clear what is being sold"."""
    sentence, verb = clause.sentence, clause.verb
    asked = sentence.kid(verb.i, "ccomp") if verb.lemma in {"be", "remain"} and "it" in sentence.lowers else None
    if asked is None:
        return None
    judged, who = sentence.kid(verb.i, "acomp"), sentence.kid(verb.i, "nsubj")
    if judged is None or who is None or who.lower != "it":
        return None
    first = sentence.tokens[sentence.spans[asked.i][0]]
    open_question = first.tag in {"WP", "WRB", "WP$"} and first.i > judged.i
    known = judged.lemma in clause.english.of("clause.certain", "value.unknown")
    return (asked, judged) if known and open_question else None


def _act_judged(clause: Clause, act: Token, judged: Token) -> Frame:
    """Return the frame of an act that is judged: to eat the rind is safe."""
    sentence, verb, english = clause.sentence, clause.verb.i, clause.english
    plain = Frame("clause", (verb,), verb, act.i, judged.i, context=clause.above)
    denied = deniers(sentence, (verb,), None, Target(judged.i), english)
    weak = weakeners(sentence, (verb,), Target(judged.i), english)
    return replace(plain, negations=denied, hedges=(*weak, *clause.above.hedges))


def _says_nothing(clause: Clause, who: Token) -> bool:
    """Say whether a clause only picks out "you", speaks of a year, or gives a name, which is a rule of its own."""
    if _perceives(clause) or _results_of_clause(clause, who) or _disagrees(clause, who) or _of_either(clause, who):
        return True
    if _missed(clause) or _echoes(clause, who) or _closes(clause, who) or _no_more_so(clause):
        return True
    year = who.pos == "NUM" and who.text.isdigit() and len(who.text) == 4
    asides = clause.verb.dep == "relcl" or (clause.verb.dep == "advcl" and _at_a_time(clause))
    of_you = asides and who.lower in clause.english["second_person"]
    if clause.sentence.has(clause.head.i, ("rather",), "advmod") and _would(clause):
        return True
    kid = clause.sentence.kid
    head = clause.head
    if linked(clause.sentence, head, clause.english) is not None:
        return True
    if _holds_for_thought(clause):
        return True
    names = kid(head.i, "dobj") is not None and kid(head.i, "oprd") is not None
    names = names and head.lemma in clause.english["predicate.naming"]
    by_others = kid(head.i, "nsubjpass") is not None and named(clause.sentence, head, clause.english) is not None
    return year or of_you or names or by_others or who.i in clause.links.verbs


def _holds_for_thought(clause: Clause) -> bool:
    """Say whether a clause only holds for or against a thought told by itself: "results support the idea that"."""
    sentence, head, english = clause.sentence, clause.head, clause.english
    weighs = head.lemma in english.of("clause.upholding", "clause.refuting")
    thought = sentence.kid(head.i, "dobj") if weighs else None
    told = sentence.kid(thought.i, "acl", "ccomp", "relcl") if thought is not None else None
    return told is not None and not negated(sentence, head.i, english) and that_clause(sentence, told, english)


def _echoes(clause: Clause, who: Token) -> bool:
    """Say whether a clause only repeats what another one said: "it does, up to a point", "it can"."""
    head = clause.head
    behind = clause.sentence.tokens[min(head.i + 1, len(clause.sentence.tokens) - 1)]
    if head.lemma in {"have", "do"} and clause.verb.dep == "advcl" and head is clause.verb:
        left_out = clause.sentence.kid(head.i, "dobj", "attr", "acomp", "xcomp") is None
        if left_out and clause.sentence.has(head.i, ("as", "than"), "mark"):
            return True
    bare = head.tag == "MD" and (behind.pos == "PUNCT" or who.i == behind.i or who.i > head.i)
    return bare or (head.lemma == "do" and who.pos == "PRON" and behind.text in {",", "."})


def _no_more_so(clause: Clause) -> bool:
    """Say whether a clause is told by its comparison alone: "pipes are no better insulated than hoses"."""
    if not {"no", "than"} <= clause.sentence.lowers:
        return False
    said = clause.sentence.kid(clause.head.i, "acomp") if clause.head.lemma == "be" else None
    kids = clause.sentence.kids(said.i if said is not None and said.tag == "VBN" else clause.head.i)
    graded = (k for k in kids if k.dep == "advmod" and (k.tag in {"RBR", "JJR"} or _has_more(clause, k)))
    opening = [clause.sentence.spans[k.i][0] for k in graded]
    denied = any("no" in {clause.sentence.tokens[i].lower for i in (max(0, first - 1), first)} for first in opening)
    return denied and any(k.lower == "than" for k in kids)


def _has_more(clause: Clause, adverb: Token) -> bool:
    """Say whether an adverb has "more" or "less" before it."""
    return clause.sentence.has(adverb.i, ("more", "less"), "advmod")


def _closes(clause: Clause, who: Token) -> bool:
    """Say whether a clause only ends what was said: "that's all", "that's it"."""
    what = clause.sentence.kid(clause.head.i, "attr") if clause.head.lemma == "be" else None
    bare = what is not None and what.lower in {"all", "it"} and not what.kids
    return bare and who.lower in {"that", "this", "it"}


def _of_either(clause: Clause, who: Token) -> bool:
    """Say whether a participle behind "a piece of a wall" may tell of the piece as well as of the wall."""
    if clause.verb.dep != "acl" or clause.verb.head != who.i or who.dep != "pobj":
        return False
    of = clause.sentence.tokens[who.head]
    part = clause.sentence.tokens[of.head]
    return of.lower == "of" and part.lemma in clause.english["reference.apart_from"]


def _at_a_time(clause: Clause) -> bool:
    """Say whether a clause only tells when: "while you sleep"."""
    marks = {k.lower for k in clause.sentence.kids(clause.verb.i, "mark", "advmod")}
    return bool(marks & {"while", "when", "as", "before", "after", "once", "until", "whenever"})


def _missed(clause: Clause) -> bool:
    """Say whether a clause tells what was not done or did not happen: "it should have been tested"."""
    if "should" not in clause.sentence.lowers:
        return False
    aux = [k.lower for k in clause.sentence.kids(clause.head.i, "aux")]
    return "should" in aux and "have" in aux


def _would(clause: Clause) -> bool:
    """Say whether a clause tells what one would do: "I'd rather wait"."""
    return clause.sentence.has(clause.head.i, ("would", "'d"), "aux")


def _picked_by_us(clause: Clause, who: Token, found: Target) -> bool:
    """Say whether a clause only tells which one a speaker means: "everything we have learned", "the best I found"."""
    noun = clause.sentence.tokens[clause.verb.head]
    persons = clause.english.of("first_person", "second_person")
    if clause.verb.dep != "relcl" or who.lower not in persons or found.head != noun.i:
        return False
    best = any(k.tag in {"JJS", "RBS"} for i in (noun.i, *noun.kids) for k in clause.sentence.kids(i, "amod", "advmod"))
    return noun.pos in {"PRON", "ADJ"} or noun.lemma in _VAGUE or best


_VAGUE = frozenset(
    {"thing", "everything", "anything", "something", "one", "way", "time", "day", "last", "first", "all"}
)


def _disagrees(clause: Clause, who: Token) -> bool:
    """Say whether a verb cannot have the subject the parser gave it: "I ... are"."""
    verb = clause.verb
    return who.lower == "i" and verb.tag != "VBN" and (verb.tag == "VBZ" or verb.lower in {"are", "were"})


def _perceives(clause: Clause) -> bool:
    """Say whether a clause only sees something happen, which is told by itself: "I noticed my knees getting stiff"."""
    if clause.head.lemma not in clause.english["voice.witnessing"]:
        return False
    seen = clause.sentence.kid(clause.head.i, "dobj")
    heads = [seen, *clause.sentence.kids(seen.i, "conj")] if seen is not None else []
    return any(k.tag == "VBG" for noun in heads for k in clause.sentence.kids(noun.i, "acl"))


def _results_of_clause(clause: Clause, who: Token) -> bool:
    """Say whether a participle tells what a whole clause about people leads to: "you sleep less, leading to errors"."""
    verb, english = clause.verb, clause.english
    if verb.tag != "VBG" or clause.sentence.tokens[max(0, verb.i - 1)].text != ",":
        return False
    people = who.lower in {"people", "they", "everyone"} or who.lower in english.of("second_person", "first_person")
    resulting = verb.dep in {"advcl", "acl", "conj"} and verb.lemma in english["clause.resulting"]
    return (people and resulting) or verb.lemma in english["clause.showing"]


def _plain(clause: Clause, who: Token) -> Frame | None:
    """Return the frame of a clause with its subject, None where it only names or reports."""
    sentence, links, english = clause.sentence, clause.links, clause.english
    head = clause.head
    passive = is_passive(sentence, links.verbs, english) or (
        len(links.verbs) > 1 and head.tag == "VBN" and is_passive(sentence, (links.head,), english)
    )
    direct = target(sentence, head, passive, english)
    if direct is None and _needs_object(head, passive, english) and not _do_not_agree(who, head, english):
        return None
    if _like_few(sentence, who, head):
        return None
    found = _object_relative(clause, who, direct or _raised(sentence, head, english))
    if found is not None and (_asks_for(sentence, found) or _dated(clause, who, found)):
        return None
    if found is not None and head.lemma in english["report_verbs"] and _bare_number(sentence, found, who):
        return None
    if found is not None and (_picked_by_us(clause, who, found) or _says_of(sentence, head, found)):
        return None
    if found is not None and found.head == who.i:
        found = None
    in_passing = clause.verb.dep in {"relcl", "acl"} and clause.verb.head == who.i
    denied = None if in_passing else who.i
    return Frame(
        rule="clause",
        verbs=links.verbs,
        head=head.i,
        subject=who.i,
        object=found.head if found else None,
        links=found.links if found else particles(sentence, head, english),
        passive=passive,
        agent=found.agent if found else False,
        negations=(*deniers(sentence, links.verbs, denied, found, english), *links.deniers),
        hedges=(*links.weakeners, *weakeners(sentence, links.verbs, found, english), *clause.above.hedges),
        context=clause.above,
        clause_object=found.clause if found else False,
        extra=links.via,
    )


def _bare_number(sentence: Sentence, found: Target, who: Token) -> bool:
    """Say whether somebody says a bare number, which is of what follows: "he said 5 of them"; no price, no gauge."""
    number = sentence.tokens[found.head]
    priced = any(k.tag == "$" for k in sentence.kids(number.i))
    return number.pos == "NUM" and not priced and who.pos in {"PRON", "PROPN"}


def _needs_object(head: Token, passive: bool, english: English) -> bool:
    """Say whether a verb without an object says nothing: a copula, a verb of saying."""
    reports = not passive and head.lemma in english.without("report_verbs", "predicate.changing")
    return head.lemma == "be" or reports


def _do_not_agree(who: Token, head: Token, english: English) -> bool:
    """Say whether things are said to agree, which reports nothing: "the figures do not agree"."""
    people = english.of("person_nouns", "group_words", "kin_and_trades")
    return head.lemma in {"agree", "disagree"} and who.tag == "NNS" and who.lemma not in people


def _like_few(sentence: Sentence, who: Token, head: Token) -> bool:
    """Say whether a denial only sets one thing above others: "few towns reward walkers like Ghent"."""
    if "like" not in sentence.lowers:
        return False
    if {who.lower, *(k.lower for k in sentence.kids(who.i, "det", "amod"))}.isdisjoint({"few", "nothing", "nobody"}):
        return False
    thing = sentence.kid(head.i, "dobj")
    places = (head.i, thing.i) if thing is not None else (head.i,)
    return any(k.lower == "like" for i in places for k in sentence.kids(i, "prep", "mark", "advcl"))


def _says_of(sentence: Sentence, head: Token, found: Target) -> bool:
    """Say whether words in quotation marks are taken for what "say" is said of: "a label that says 'for pets'"."""
    behind = sentence.tokens[head.i + 1] if head.i + 1 < len(sentence.tokens) else head
    return head.lemma == "say" and bool(found.links) and behind.text in {"'", '"', "`", "``"}


def _asks_for(sentence: Sentence, found: Target) -> bool:
    """Say whether an object is a question word, or a clause that "which" before its verb tells of."""
    word = sentence.tokens[found.head]
    if not found.clause:
        left = word.tag == "WRB" and sentence.kid(word.head, "dobj") is not None
        return word.tag in {"WP", "WDT", "WRB"} and not left
    which = sentence.kid(found.head, "nsubj", "nsubjpass") if sentence.tokens[word.head].dep == "relcl" else None
    return which is not None and which.tag in {"WDT", "WP"} and which.i < word.head


def _dated(clause: Clause, who: Token, found: Target) -> bool:
    """Say whether "it" is no thing: of dates and the weather, and of clefts ("it is X that does it")."""
    sentence = clause.sentence
    if who.lower != "it" or clause.head.lemma != "be":
        return False
    named = sentence.tokens[found.head]
    told = (k for k in sentence.kids(named.i, "relcl") if cleft(sentence, k) is not None)
    definite = named.tag in {"NNP", "NNPS"} or sentence.kid(named.i, "det", "poss") is not None
    set_apart = definite or named.tag == "NNS" or contrasted(sentence, named.i, len(sentence.tokens)) is not None
    return (set_apart and any(told)) or named.lemma in clause.english["argument.times"]


def _object_relative(clause: Clause, who: Token, found: Target | None) -> Target | None:
    """Return the antecedent as the object where a relative clause has a subject of its own and no object."""
    sentence, verb, head = clause.sentence, clause.verb, clause.head
    if verb.dep != "relcl" or sentence.kid(verb.i, *SUBJECTS) is not who or who.i == verb.head:
        return found
    of_which = any(sentence.tokens[i].tag == "WDT" for i in sentence.spans[who.i])
    how = any(k.tag == "WRB" for k in sentence.kids(verb.i, "advmod"))
    if of_which or how or that_clause(sentence, verb, clause.english):
        return found
    direct = sentence.kid(head.i, "dobj")
    opening = sentence.tokens[sentence.spans[verb.i][0] : who.i]
    contact = not any(t.tag in {"WDT", "WP", "WP$"} or t.lower == "that" for t in opening)
    pied = found is not None and direct is None and not found.clause and contact and found.links
    if pied and found is not None and sentence.tokens[found.links[-1]].dep == "prep":
        return Target(verb.head)
    if (found is None and head.lemma != "be") or (direct is not None and direct.lower in RELATIVES):
        return Target(verb.head, found.links if found and direct is None else particles(sentence, head, clause.english))
    return found


def _raised(sentence: Sentence, head: Token, english: English) -> Target | None:
    """Return the object coordinated verbs share: "heal, repair and restore tissue" is said of each."""
    here = head
    done = any(k.i > head.i for k in sentence.kids(head.i, "advmod", "npadvmod"))
    if done or head.lemma in english["clause.intransitive"]:
        return None
    while (following := sentence.kid(here.i, "conj")) is not None and following.pos == "VERB":
        same = following.tag == head.tag or {following.tag, head.tag} == {"VB", "VBP"}
        if sentence.kid(following.i, *SUBJECTS, "aux", "auxpass") is not None or not same:
            return None
        here = following
        if (shared := sentence.kid(here.i, "dobj")) is not None:
            between = sentence.tokens[head.i + 1 : here.i]
            bare = all(t.pos in {"PUNCT", "CCONJ", "ADV", "VERB"} and t.lower != "but" for t in between)
            return Target(shared.i) if bare and head.pos == "VERB" else None
    return None


def _elliptic(sentence: Sentence, token: Token) -> bool:
    """Say whether a poster left out "I" at the start of a sentence ("Bought mine in May"), or an item its subject."""
    first = token
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    opens = all(t.pos in {"PUNCT", "SPACE", "INTJ", "ADV"} for t in sentence.tokens[: first.i])
    if sentence.lead is not None:
        return first.head == first.i
    past = first.tag == token.tag == "VBD" and first.head == first.i
    return past and opens and sentence.voice.role in {"poster", "letter"}


def _without_subject(clause: Clause) -> Frame | None:
    """Return the frame of a clause whose speaker left out "I", or which is an item that left out its list's subject."""
    sentence, links, english = clause.sentence, clause.links, clause.english
    passive = is_passive(sentence, links.verbs, english)
    found = target(sentence, clause.head, passive, english)
    judged = clause.head is not clause.verb and sentence.kid(clause.verb.i, "acomp") is not None
    if found is None and (sentence.lead is None or judged):
        return None
    return Frame(
        rule="elliptic",
        verbs=links.verbs,
        head=links.head,
        subject=None,
        object=found.head if found is not None else None,
        links=found.links if found is not None else particles(sentence, clause.head, english),
        negations=(*deniers(sentence, links.verbs, None, found, english), *links.deniers),
        hedges=(*links.weakeners, *weakeners(sentence, links.verbs, found, english)),
        context=clause.above,
        passive=passive,
        clause_object=found is not None and found.clause,
    )


def _mistaken_progressive(clause: Clause, who: Token) -> bool:
    """Say whether "is doing" is a copula with a gerund as its noun: "one option is mulching"."""
    sentence, verb = clause.sentence, clause.verb
    if verb.tag != "VBG" or who.lemma not in clause.english.of("reference.descriptions", "predicate.placeholders"):
        return False
    bare = sentence.kid(verb.i, "dobj", "prep", "advmod", "xcomp", "ccomp", "prt") is None
    return bare and any(k.lemma == "be" for k in sentence.kids(verb.i, "aux"))


def _gerund_copula(clause: Clause, who: Token) -> Frame:
    """Return the frame of a copula with a gerund as its noun."""
    sentence = clause.sentence
    denied = deniers(sentence, clause.links.verbs, who.i, None, clause.english)
    auxiliary = next(k.i for k in sentence.kids(clause.verb.i, "aux") if k.lemma == "be")
    plain = Frame("clause", (auxiliary,), auxiliary, who.i, clause.verb.i)
    return replace(plain, negations=denied, hedges=clause.above.hedges, context=clause.above)
