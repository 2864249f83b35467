"""The rules that find predicates in a sentence, a visible list of small functions."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from claimgraph.extracting.arguments import (
    RELATIVES,
    TIME_NOUNS,
    VERBAL,
    Chain,
    Target,
    chain,
    deniers,
    is_passive,
    subject,
    target,
)
from claimgraph.extracting.context import (
    CONTENT,
    SUBJECTS,
    context,
    independent,
    mark_word,
    negated,
    raised_report,
    trailing_report,
)
from claimgraph.extracting.frame import Context, Frame
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

Rule = Callable[[Sentence, English], Iterator[Frame]]

_CHANGING = frozenset(
    {"add", "find", "show", "feel", "prove", "see", "read", "hold", "mean", "learn", "maintain", "stress"}
)
_SKIPPED = frozenset(
    {
        "aux",
        "auxpass",
        "amod",
        "compound",
        "nmod",
        "poss",
        "case",
        "quantmod",
        "advmod",
        "prep",
        "mark",
        "cc",
        "punct",
        "agent",
        "nummod",
    }
)


def verbal(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every clause with a verb: active, passive, copular, relative, participial, controlled."""
    inside: set[int] = set()
    for token in sentence.tokens:
        if token.pos not in VERBAL or token.dep in _SKIPPED or token.i in inside:
            continue
        if _in_brackets(sentence, token) or _hyphenated(sentence, token) or _opening_idiom(sentence, token):
            continue
        if token.lower == "using" or (token.tag == "VBG" and token.dep == "prep"):
            continue
        links = chain(sentence, token.i, english)
        inside.update(links.verbs[1:])
        frame = _clause(sentence, token, links, english)
        if frame is not None:
            yield frame


def _elliptic(sentence: Sentence, token: Token) -> bool:
    """Say whether a poster left out "I" at the start of a sentence: "Bought mine in spring"."""
    first = token
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    opens = all(t.pos in {"PUNCT", "SPACE", "INTJ", "ADV"} for t in sentence.tokens[: first.i])
    return (
        first.tag == "VBD"
        and first.head == first.i
        and opens
        and sentence.voice.role in {"poster", "letter"}
        and token.tag == "VBD"
    )


def _without_subject(sentence: Sentence, token: Token, links: Chain, above: Context, english: English) -> Frame | None:
    """Return the frame of a clause whose speaker left out "I"."""
    head = sentence.tokens[links.head]
    found = target(sentence, head, False, english)
    if found is None:
        return None
    negations = (*deniers(sentence, links.verbs, None, found, english), *links.deniers)
    hedges = (*links.weakeners, *weakeners(sentence, links.verbs, found, english))
    return Frame(
        "elliptic",
        links.verbs,
        head.i,
        None,
        found.head,
        found.links,
        negations=negations,
        hedges=hedges,
        context=above,
        clause_object=found.clause,
    )


def _raised(sentence: Sentence, head: Token) -> Target | None:
    """Return the object coordinated verbs share: "heal, repair and restore tissue" is said of each."""
    here = head
    while (following := sentence.kid(here.i, "conj")) is not None and following.pos == "VERB":
        if sentence.kid(following.i, *SUBJECTS, "aux", "auxpass") is not None or following.tag != head.tag:
            return None
        here = following
        if (shared := sentence.kid(here.i, "dobj")) is not None:
            between = sentence.tokens[head.i + 1 : here.i]
            bare = all(t.pos in {"PUNCT", "CCONJ", "ADV", "VERB"} for t in between)
            return Target(shared.i) if bare and head.pos == "VERB" else None
    return None


def _dated(sentence: Sentence, who: Token, head: Token, found: Target | None) -> bool:
    """Say whether "it" is no thing: of dates and the weather, and of clefts ("it is X that does it")."""
    if who.lower != "it" or head.lemma != "be" or found is None:
        return False
    named = sentence.tokens[found.head]
    cleft = (
        named.dep == "attr"
        and sentence.kid(named.i, "relcl") is not None
        and sentence.kid(named.i, "det") is not None
        and named.tag in {"NNS", "NNPS"}
    )
    return cleft or named.lemma in TIME_NOUNS


def _in_brackets(sentence: Sentence, token: Token) -> bool:
    """Say whether a verb without a subject stands in brackets: "(see the video below)"."""
    if token.tag != "VB" or sentence.kid(token.i, *SUBJECTS, "aux") is not None:
        return False
    first = sentence.spans[token.i][0]
    return any(t.text in {"(", "["} for t in sentence.tokens[max(0, first - 1) : token.i])


def _opening_idiom(sentence: Sentence, token: Token) -> bool:
    """Say whether a participle without a subject only opens a sentence: "put in a nutshell", "that being said"."""
    early = token.i <= 2 and token.tag in {"VBN", "VBG", "VBD", "VB"} and sentence.kid(token.i, "nsubj") is None
    return (
        early
        and token.head != token.i
        and token.lemma in {"put", "say", "tell", "give", "speak", "depend", "compare", "consider"}
    )


def _hyphenated(sentence: Sentence, token: Token) -> bool:
    """Say whether a participle is the end of a compound word: "stem cell-derived"."""
    before = sentence.tokens[token.i - 1] if token.i else token
    return before.text == "-" and before.end == token.start and token.tag in {"VBN", "VBD", "VBG"}


def _clause(sentence: Sentence, token: Token, links: Chain, english: English) -> Frame | None:
    """Return the frame of one clause, None where it says nothing of its own."""
    above = context(sentence, token.i, english)
    if not above.asserted or _only_introduces(sentence, token, links, english):
        return None
    who = subject(sentence, token, english)
    if who is None and _elliptic(sentence, token):
        return _without_subject(sentence, token, links, above, english)
    if who is None or _empty(sentence, token, who, english) or sentence.kid(token.i, "expl") is not None:
        return None
    if _mistaken_progressive(sentence, token, who, english):
        denied = deniers(sentence, links.verbs, who.i, None, english)
        auxiliary = next(k.i for k in sentence.kids(token.i, "aux") if k.lemma == "be")
        return Frame(
            "clause", (auxiliary,), auxiliary, who.i, token.i, negations=denied, hedges=above.hedges, context=above
        )
    if token.dep == "relcl" and who.lower in english["second_person"]:
        return None
    if who.i in links.verbs or (who.pos == "NUM" and who.text.isdigit() and len(who.text) == 4):
        return None
    head = sentence.tokens[links.head]
    if head.lemma in _NAMING and sentence.kid(head.i, "dobj") is not None and sentence.kid(head.i, "oprd") is not None:
        return None
    passive = is_passive(sentence, links.verbs) or (
        len(links.verbs) > 1 and head.tag == "VBN" and is_passive(sentence, (links.head,))
    )
    found = target(sentence, head, passive, english)
    if found is None and (
        head.lemma == "be" or (head.lemma in english["report_verbs"] and not passive and head.lemma not in _CHANGING)
    ):
        return None
    found = _object_relative(sentence, token, who, found or _raised(sentence, head), head)
    if found is not None and not found.clause and sentence.tokens[found.head].tag in {"WP", "WDT", "WRB"}:
        return None
    if _dated(sentence, who, head, found):
        return None
    if found is not None and found.head == who.i:
        found = None
    negations = (*deniers(sentence, links.verbs, who.i, found, english), *links.deniers)
    hedges = (*links.weakeners, *weakeners(sentence, links.verbs, found, english), *above.hedges)
    return Frame(
        "clause", links.verbs, head.i, who.i, found.head if found else None, found.links if found else (), passive,
        found.agent if found else False, negations, hedges, above, found.clause if found else False, extra=links.via,
    )  # fmt: skip


def _mistaken_progressive(sentence: Sentence, token: Token, who: Token, english: English) -> bool:
    """Say whether "is doing" is a copula with a gerund as its noun: "one option is microneedling"."""
    bare = sentence.kid(token.i, "dobj", "prep", "advmod", "xcomp", "ccomp", "prt") is None
    named = who.lemma in english["reference.descriptions"] or who.lemma in {
        "one",
        "example",
        "goal",
        "way",
        "alternative",
    }
    return token.tag == "VBG" and bare and named and any(k.lemma == "be" for k in sentence.kids(token.i, "aux"))


def _only_introduces(sentence: Sentence, token: Token, links: Chain, english: English) -> bool:
    """Say whether a clause only reports or judges another one, which makes the claim itself."""
    head = sentence.tokens[links.head]
    if raised_report(sentence, head, english) is not None:
        return True
    above = sentence.tokens[token.head]
    if above.i != token.i and trailing_report(sentence, above, english) is token:
        return True
    below = next((k for k in sentence.kids(links.head, "ccomp") if not independent(sentence, k, head, english)), None)
    if below is None or (below.pos not in VERBAL and sentence.kid(below.i, "nsubj") is None):
        return False
    if head.lemma == "be":
        return True
    if _embedded_question(sentence, below) and head.lemma not in {"see", "wonder", "ask"}:
        return False
    if (
        head.lemma in english["clause.causative"]
        and below.i > head.i
        and sentence.kid(below.i, "mark") is None
        and below.tag in {"VB", "VBG", "VBN"}
        and not any(k.dep == "aux" and k.lower != "to" for k in sentence.kids(below.i))
    ):
        return False
    return (
        head.lemma in english["report_verbs"]
        or head.lemma in english["asking_verbs"]
        or any(k.lower == "that" for k in sentence.kids(below.i, "mark"))
        or sentence.kid(head.i, "dobj", "attr", "acomp", "prep") is None
    )


def _embedded_question(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause asks ("how it works", "what is in them") rather than tells."""
    kids = sentence.kids(clause.i)
    return any(k.tag in {"WRB", "WP", "WDT"} for k in kids if k.i < clause.i) or any(
        mark_word(sentence, k) in {"if", "whether"} for k in kids
    )


def _empty(sentence: Sentence, verb: Token, who: Token, english: English) -> bool:
    """Say whether a subject names nothing: "it" of the weather and of judgements, a question word."""
    if who.tag in {"WP", "WRB"} or (who.lower in RELATIVES and who.pos == "PRON" and who.tag in {"WDT", "WP"}):
        return True
    if who.lower != "it" or who.head != verb.i:
        return False
    judged = sentence.kid(verb.i, "acomp", "attr", "oprd")
    clausal = sentence.kid(verb.i, "ccomp", "xcomp", "csubj")
    if judged is not None and clausal is None:
        clausal = (
            sentence.kid(judged.i, "ccomp", "xcomp") if judged.lemma not in english["capacity_adjectives"] else None
        )
    infinitive = clausal is not None and any(
        k.lower in {"to", "that", "for", "if", "whether"} for k in sentence.kids(clausal.i)
    )
    return (
        clausal is not None
        and (
            judged is not None
            or verb.lemma in {"take", "be", "remain", "seem", "appear", "turn", "happen", "mean", "come"}
        )
        and infinitive
        and verb.lemma != "help"
        and judged is not None
    )


def _object_relative(sentence: Sentence, token: Token, who: Token, found: Target | None, head: Token) -> Target | None:
    """Return the antecedent as the object where a relative clause has a subject of its own and no object."""
    if token.dep != "relcl" or sentence.kid(token.i, *SUBJECTS) is None or sentence.kid(token.i, *SUBJECTS) is not who:
        return found
    if who.i == token.head or sentence.tokens[token.head].lemma in CONTENT:
        return found
    direct = sentence.kid(head.i, "dobj")
    if (found is None and head.lemma != "be") or (direct is not None and direct.lower in RELATIVES):
        return Target(token.head, found.links if found and direct is None else ())
    return found


def existential(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield frames for "there is ...": what exists is said to be where, or as, the words around it tell."""
    for token in sentence.tokens:
        there = sentence.kid(token.i, "expl")
        if there is None or there.lower != "there" or token.pos not in VERBAL:
            continue
        above = context(sentence, token.i, english)
        what = sentence.kid(token.i, "attr", "nsubj", "dobj")
        if what is None or not above.asserted:
            continue
        base = Frame("existential", (token.i,), token.i, what.i, context=above)
        heads = [what, *[k for k in _conjuncts(sentence, what)]]
        yield from _existential_of(sentence, base, heads, english)


_WHERE = frozenset(
    {
        "in",
        "on",
        "at",
        "for",
        "with",
        "against",
        "between",
        "from",
        "among",
        "within",
        "inside",
        "behind",
        "under",
        "over",
        "across",
        "into",
    }
)


def _existential_of(sentence: Sentence, base: Frame, heads: list[Token], english: English) -> Iterator[Frame]:
    """Yield a frame for each thing that is said to exist, with the words that tell where or how."""
    verb = base.verbs[0]
    last = heads[-1]
    participle = next(
        (
            k
            for h in reversed(heads)
            for k in reversed(sentence.kids(h.i, "acl", "relcl"))
            if k.tag in {"VBN", "VBG"} and target(sentence, k, k.tag == "VBN", english)
        ),
        None,
    )
    for what in heads:
        denied = (*deniers(sentence, (verb,), what.i, None, english),)
        weak = (*weakeners(sentence, (verb,), Target(what.i), english), *base.context.hedges)
        if participle is not None:
            found = target(sentence, participle, participle.tag == "VBN", english)
            assert found is not None  # noqa: S101 - chosen for having one
            yield replace(
                base,
                subject=what.i,
                verbs=(verb, participle.i),
                head=participle.i,
                object=found.head,
                links=found.links,
                passive=participle.tag == "VBN",
                negations=denied,
                hedges=weak,
            )
            continue
        place = next(
            (
                k
                for k in (*sentence.kids(verb, "prep"), *sentence.kids(last.i, "prep"))
                if k.lower in _WHERE and k.i > verb
            ),
            None,
        )
        noun = sentence.kid(place.i, "pobj") if place is not None else None
        if noun is None:
            inner = next((k for k in sentence.kids(what.i, "prep") if k.lower == "of"), None)
            place, noun = inner, sentence.kid(inner.i, "pobj") if inner is not None else None
            if noun is None or what.lemma not in english["reference.light_nouns"] | english["reference.outcome_nouns"]:
                place = noun = None
        yield replace(
            base,
            subject=what.i,
            object=noun.i if noun else None,
            links=(place.i,) if place and noun else (),
            negations=denied,
            hedges=weak,
            key=f"there be {place.lower}" if noun and place else "there be",
        )


def appositive(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every apposition that says what something is ("FGF, a potent growth factor")."""
    for token in sentence.tokens:
        if token.dep != "appos" or token.pos not in {"NOUN", "PROPN"}:
            continue
        head = sentence.tokens[token.head]
        if head.pos not in {"NOUN", "PROPN", "PRON"} or _acronym(sentence, head, token):
            continue
        determiners = {k.lower for i in (token.i, head.i) for k in sentence.kids(i, "det")}
        described = (
            sentence.kid(token.i, "det", "amod", "poss") is not None and token.pos == "NOUN" and "no" not in determiners
        )
        denied = negated(sentence, token.i, english) or tuple(
            t.i for t in sentence.tokens[max(0, sentence.spans[token.i][0] - 1) : token.i] if t.lower == "not"
        )
        above = context(sentence, _clause_above(sentence, head.i), english)
        if described and above.asserted and not above.flipped:
            yield Frame(
                "apposition",
                (),
                token.i,
                head.i,
                token.i,
                key="be",
                negations=denied,
                context=Context(speakers=above.speakers, verbs=above.verbs, hedges=above.hedges),
            )


def _clause_above(sentence: Sentence, i: int) -> int:
    """Return the verb of the clause a noun stands in, or the noun itself."""
    return next((t.i for t in sentence.ancestors(i) if t.pos in VERBAL), i)


def _acronym(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether an apposition only gives another name: in parentheses, or all capitals."""
    before = sentence.tokens[sentence.spans[token.i][0] - 1].text if sentence.spans[token.i][0] else ""
    return before in {"(", "["} or token.text.isupper() or head.text.isupper()


def nominal(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield frames for claims inside noun phrases: "the use of X for Y", "the treatment of Y with X", "X's effect on Y"."""
    for token in sentence.tokens:
        if token.pos != "NOUN":
            continue
        above = context(sentence, _clause_above(sentence, token.i), english)
        if not above.asserted:
            continue
        preps = {k.lower: k for k in sentence.kids(token.i, "prep")}
        if token.lemma in {"use", "application", "usage"} and "of" in preps:
            yield from _use(sentence, token, preps, above)
        elif token.lemma in {"link", "association", "connection", "correlation", "relationship"} and "between" in preps:
            yield from _link_between(sentence, token, preps["between"], above, english)
        elif token.lemma in {"effect", "impact", "influence"} and "on" in preps:
            yield from _effect(sentence, token, preps, above, english)


def _use(sentence: Sentence, token: Token, preps: dict[str, Token], above: Context) -> Iterator[Frame]:
    """Yield "X is used for Y" of "the use of X for (the treatment of) Y"."""
    what = sentence.kid(preps["of"].i, "pobj")
    purpose = preps.get("for") or next(
        (k for k in (sentence.kids(what.i, "prep") if what else []) if k.lower == "for"), None
    )
    goal = sentence.kid(purpose.i, "pobj", "pcomp") if purpose else None
    if what is not None and purpose is not None and goal is not None:
        quiet = replace(above, flipped=False)
        yield Frame(
            "nominal",
            (),
            token.i,
            what.i,
            goal.i,
            (purpose.i,),
            context=quiet,
            key="be used for",
            clause_object=goal.dep == "pcomp",
        )


def _link_between(
    sentence: Sentence, token: Token, between: Token, above: Context, english: English
) -> Iterator[Frame]:
    """Yield "A is linked to B" of "a link between A and B", denied where the link is."""
    one = sentence.kid(between.i, "pobj")
    other = sentence.kid(one.i, "conj") if one is not None else None
    if one is None or other is None:
        return
    verb = _clause_above(sentence, token.i)
    found = Target(token.i)
    denied = deniers(sentence, (verb,), None, found, english) if verb != token.i else ()
    yield Frame(
        "nominal",
        (),
        token.i,
        one.i,
        other.i,
        (between.i,),
        negations=denied,
        context=above,
        key="be linked to",
        single=True,
    )


def _effect(
    sentence: Sentence, token: Token, preps: dict[str, Token], above: Context, english: English
) -> Iterator[Frame]:
    """Yield "X affects Y" of "X's effect on Y" and "the effect of X on Y", where the clause itself does not say so."""
    owner = sentence.kid(token.i, "poss") or (sentence.kid(preps["of"].i, "pobj") if "of" in preps else None)
    other = sentence.kid(preps["on"].i, "pobj")
    if owner is not None and other is not None and owner.lower not in {"its", "their", "his", "her", "our", "my"}:
        denied = tuple(k.i for k in sentence.kids(token.i, "det") if k.lower == "no")
        yield Frame(
            "nominal",
            (),
            token.i,
            owner.i,
            other.i,
            (preps["on"].i,),
            negations=denied,
            context=replace(above, flipped=False),
            key="affect",
        )


def naming(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what somebody calls something: "X called it theatre", "he dismissed the figures as guesswork"."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in _NAMING:
            continue
        what = sentence.kid(verb.i, "dobj")
        name = sentence.kid(verb.i, "oprd")
        link: tuple[int, ...] = ()
        if (
            name is None
            and (prep := next((k for k in sentence.kids(verb.i, "prep") if k.lower == "as"), None)) is not None
        ):
            name, link = sentence.kid(prep.i, "pobj", "amod"), (prep.i,)
        who = subject(sentence, verb, english)
        above = context(sentence, verb.i, english)
        if what is None or name is None or who is None or not above.asserted or name.i < what.i:
            continue
        spoken = replace(above, speakers=(who.i, *above.speakers), verbs=(verb.i, *above.verbs))
        denied = deniers(sentence, (verb.i,), None, None, english)
        yield Frame(
            "naming",
            (verb.i,),
            verb.i,
            what.i,
            name.i,
            link,
            negations=denied,
            hedges=above.hedges,
            context=spoken,
            key="be",
        )


_NAMING = frozenset(
    {
        "call",
        "deem",
        "label",
        "consider",
        "describe",
        "dismiss",
        "brand",
        "regard",
        "see",
        "view",
        "declare",
        "find",
        "rate",
        "judge",
        "think",
        "believe",
        "hail",
        "denounce",
        "tout",
        "condemn",
        "criticise",
        "criticize",
        "portray",
        "present",
    }
)


def taking(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what "it takes": "it can take four months to see regrowth" says when regrowth is seen."""
    for verb in sentence.tokens:
        if verb.lemma != "take" or verb.pos != "VERB":
            continue
        it = sentence.kid(verb.i, "nsubj")
        time = sentence.kid(verb.i, "dobj")
        below = next(
            (
                k
                for k in (
                    *sentence.kids(verb.i, "xcomp", "advcl"),
                    *(sentence.kids(time.i, "acl", "relcl") if time else ()),
                )
                if k.tag == "VB"
            ),
            None,
        )
        if it is None or it.lower != "it" or time is None or below is None or time.lemma not in TIME_NOUNS:
            continue
        above = context(sentence, verb.i, english)
        found = target(sentence, below, False, english)
        if not above.asserted or found is None:
            continue
        denied = deniers(sentence, (verb.i,), None, None, english)
        weak = (*weakeners(sentence, (verb.i,), None, english), *above.hedges)
        yield Frame(
            "taking",
            (verb.i, below.i),
            below.i,
            it.i,
            found.head,
            found.links,
            negations=denied,
            hedges=weak,
            context=above,
            extra=(time.i,),
        )


def without(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a denial for every "without Y" that hangs on a clause: "it works without side effects"."""
    for prep in sentence.tokens:
        if prep.lower != "without" or prep.dep not in {"prep", "mark"}:
            continue
        verb = sentence.tokens[prep.head]
        noun = sentence.kid(prep.i, "pobj", "pcomp")
        if noun is None or verb.pos not in VERBAL:
            continue
        above = context(sentence, verb.i, english)
        who = subject(sentence, verb, english)
        if not above.asserted or who is None or _empty(sentence, verb, who, english):
            continue
        if (noun.dep == "pcomp" and noun.pos in VERBAL) or prep.i < verb.i or negated(sentence, verb.i, english):
            continue
        yield Frame(
            "without",
            (verb.i,),
            prep.i,
            who.i,
            noun.i,
            negations=(prep.i,),
            hedges=above.hedges,
            context=above,
            key="have",
        )


def _conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the heads coordinated with one, in order."""
    for kid in sentence.kids(token.i, "conj"):
        yield kid
        yield from _conjuncts(sentence, kid)


#: Every rule, in the order their frames come out; a new one is a new line here.
RULES: tuple[Rule, ...] = (verbal, existential, appositive, nominal, naming, taking, without)

#: Rules that hold in instructions too: what is said in passing is said all the same.
IN_PASSING = frozenset({"relcl", "acl", "appos"})


def frames(sentence: Sentence, english: English, rules: tuple[Rule, ...] = RULES) -> Iterator[Frame]:
    """Yield the frames of a sentence, none for questions and headings.

    Args:
        sentence: to read.
        english: the word lists.
        rules: to apply, in order.
    """
    if sentence.kind in {SentenceKind.QUESTION, SentenceKind.HEADING}:
        return
    for rule in rules:
        for frame in rule(sentence, english):
            if sentence.kind is SentenceKind.STATEMENT or _in_passing(sentence, frame):
                yield frame


def _in_passing(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a frame stands in a relative clause or apposition, beside what the sentence asks or tells to do."""
    if sentence.kind is SentenceKind.FRAGMENT and len(sentence.tokens) < 6:
        return False
    start = frame.verbs[0] if frame.verbs else frame.head
    return sentence.tokens[start].dep in {"relcl", "appos"} or any(t.dep == "relcl" for t in sentence.ancestors(start))
