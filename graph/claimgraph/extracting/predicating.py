"""The predicate of a frame: its words, its key, and the relation type of the pack it expresses."""

from collections.abc import Iterator

from claimgraph.extracting.clauses import VERBAL
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Term
from claimgraph.model.identity import ONTOLOGY


def predicate_text(sentence: Sentence, frame: Frame, english: English) -> list[int]:
    """Return the token indices of a predicate's words: verbs with their auxiliaries, and what links to the object."""
    kept: set[int] = set(frame.links) | set(frame.extra)
    if frame.comparison is not None:
        return _compared(sentence, frame, frame.comparison)
    for verb in frame.verbs:
        kept.add(verb)
        beside = sentence.kids(verb, "aux", "auxpass", "neg", "prt")
        kept.update(k.i for k in beside if abs(k.i - verb) < 6 and not _left_out(sentence, frame, k, english))
        kept.update(_shared_to(sentence, frame, verb))
    if frame.rule == "apposition":
        return []
    if frame.rule == "without":
        return [frame.head]
    if not frame.verbs:
        kept.add(frame.head)
    graded = (*frame.extra, *(i for i in frame.links if sentence.tokens[i].pos == "ADJ"))
    kept.update(k.i for i in graded for k in sentence.kids(i, "advmod") if k.lower in _DEGREES)
    kept.update(focused(sentence, frame, english))
    kept.update(k.i for i in frame.negations for k in sentence.tokens[i : i + 2] if k.lower == "yet")
    if frame.object is not None and frame.object in kept and len(kept) > 1:
        kept.discard(frame.object)
    return sorted(kept)


def _compared(sentence: Sentence, frame: Frame, comparison: int) -> list[int]:
    """Return the words of a comparison up to its "than", from the verb on where something is done more or less."""
    first = comparison - (sentence.tokens[max(0, comparison - 1)].lower == "as")
    words, doing = list(range(first, frame.links[0] + 1)), deed(sentence, frame)
    if doing is None:
        return words
    between = range(doing + 1, first)
    parted = any(sentence.tokens[i].tag in {"JJR", "RBR"} or i in frame.negations for i in between)
    return [doing, *([] if parted else between), *words]


#: Words from a verb to its comparative up to which they are shown as one.
_NEAR = 8


def deed(sentence: Sentence, frame: Frame) -> int | None:
    """Return the index of the verb that two are compared in doing: "dries" of "dries faster than", None for "is".

    Args:
        sentence: the frame's.
        frame: to read.
    """
    last = frame.verbs[-1] if frame.verbs and frame.comparison is not None else None
    if last is None or frame.comparison is None or sentence.tokens[last].lemma == "be":
        return None
    if (frame.key or "").startswith("be less ") and sentence.tokens[frame.comparison - 1].lower == "as":
        return None
    between = range(last + 1, frame.comparison)
    parted = frame.subject in between or frame.object in between or any(sentence.tokens[i].text == "," for i in between)
    return last if 0 < frame.comparison - last <= _NEAR and not parted else None


_DEGREES = frozenset({"too", "less", "least", "more", "most"})


def _shared_to(sentence: Sentence, frame: Frame, verb: int) -> list[int]:
    """Return the "to" that a coordinated infinitive shares: "failed to cut costs or save"."""
    first = sentence.tokens[verb]
    if first.dep != "conj" or len(frame.verbs) == 1 or sentence.kid(verb, "aux") is not None:
        return []
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    return [k.i for k in sentence.kids(first.i, "aux") if k.lower == "to"]


def _left_out(sentence: Sentence, frame: Frame, word: Token, english: English) -> bool:
    """Say whether a "not" does not belong to a predicate: it denies something else, or nothing."""
    return (frame.affirmed and word.dep == "neg") or _focuses(sentence, word, english)


def _focuses(sentence: Sentence, word: Token, english: English) -> bool:
    """Say whether a "not" opens a sentence to say who else is meant: "Not just nurses noticed"."""
    following = sentence.tokens[min(word.i + 1, len(sentence.tokens) - 1)].lower
    return word.i == 0 and word.dep == "neg" and following in english["clause.not_only"]


def keys(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Iterator[str]:
    """Yield the keys a predicate can be found by, the most specific first.

    A key is written as `Predicate.verbs` describes: base form with particle and preposition for an active verb, "be"
    and the participle for a passive, "be" and the adjective for a copula; with the verbs before it in the chain first.
    """
    if frame.key is not None:
        yield frame.key
        return
    links = " ".join(sentence.tokens[i].lower for i in frame.links)
    head = sentence.tokens[frame.head]
    outer = _outer(sentence, frame, lexicon)
    if head.lemma == "be" and head.pos in VERBAL:
        empty = lexicon.english.without("clause.transparent", "clause.needing") | {"be"}
        wanted = bool({sentence.tokens[v].lemma for v in frame.verbs[:-1]} - empty)
        yield f"{outer if wanted else ''} be {links}".strip()
        return
    word = f"be {head.lower}" if frame.passive else head.lemma
    plain = f"{word} {links}".strip()
    if outer:
        yield f"{outer} {plain}"
    yield plain
    if links and sentence.tokens[frame.links[0]].dep != "prt":
        noun = sentence.tokens[frame.object].lemma if frame.object is not None else ""
        if not _graded(sentence, frame):
            yield f"{word} {links} {noun}".strip()
        if len(frame.links) > 2:
            yield word


def _graded(sentence: Sentence, frame: Frame) -> bool:
    """Say whether an object is compared or changed, so that the verb with it says something else: "a lower risk"."""
    if frame.object is None:
        return False
    return any(k.tag in {"JJR", "JJS", "VBN"} for k in sentence.kids(frame.object, "amod"))


def _outer(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> str:
    """Return the base forms of the verbs before the last of a chain, and of the nouns and adjectives between.

    What is a way to do a thing does it: "the best way to lose weight".
    """
    words = []
    means = lexicon.english["capacity.means"] if not frame.negations and not frame.context.flipped else frozenset()
    inside = sorted([*frame.verbs[:-1], *(i for i in frame.extra if sentence.tokens[i].lemma not in means)])
    for i in inside:
        token = sentence.tokens[i]
        if token.lemma == "be" or _too_much(sentence, token):
            continue
        passive = token.tag == "VBN" and sentence.kid(token.i, "auxpass") is not None
        words.append(f"be {token.lower}" if passive else token.lemma)
    return " ".join(words)


def _too_much(sentence: Sentence, word: Token) -> bool:
    """Say whether "too" before an adjective already denies what comes of it: "too heavy to lift" is not lifted."""
    return word.pos == "ADJ" and "too" in sentence.lowers and any(k.lower == "too" for k in sentence.kids(word.i))


def relation_type(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return a predicate's label and the IRI of the relation type it expresses, None where the pack has none."""
    if frame.rule == "existential" and frame.key:
        return frame.key, None
    asked = list(dict.fromkeys(keys(sentence, frame, lexicon)))
    if _only_wanted(sentence, frame, lexicon.english):
        asked = asked[:1]
    if adverbs := focused(sentence, frame, lexicon.english):
        label = _with_focus(sentence, frame, asked[0], adverbs)
        leading = all(sentence.tokens[i].lower in lexicon.english["predicate.leading"] for i in adverbs)
        known = lexicon.verbs.exactly(label) if leading else ()
        return (lexicon.pack.predicates[known[0]].label, known[0]) if len(known) == 1 else (label, None)
    if asked[0] in lexicon.english["predicate.idioms"]:
        return asked[0].replace(" ", " to ", 1), None
    for key in asked:
        found = tuple(iri for iri in lexicon.verbs.exactly(key) if _fits(sentence, frame, iri, lexicon))
        if len(found) == 1:
            return _label(sentence, frame, lexicon.pack.predicates[found[0]].label), found[0]
    if frame.comparison is not None:
        return _evaluated(sentence.tokens[frame.comparison], asked[0], lexicon)
    transparent = lexicon.english["clause.transparent"]
    inner = len(frame.verbs) > 1 and len(asked) > 1 and frame.key is None
    plain = inner and len(asked) > 1 and all(sentence.tokens[v].lemma in transparent for v in frame.verbs[:-1])
    return asked[1 if plain else 0], None


def focused(sentence: Sentence, frame: Frame, english: English) -> tuple[int, ...]:
    """Return the adverbs without which a verb says something else.

    A denial falls on them, so that less is denied ("not rigorously studied", "not always healthier"), what they modify
    is not reached ("nearly collapsed"), or they tell which way it goes ("negatively associated with").

    Args:
        sentence: the frame's.
        frame: to read.
        english: the word lists.
    """
    if frame.comparison is not None or frame.rule == "without":
        return ()
    found = []
    for verb in frame.verbs:
        for adverb in sentence.kids(verb, "advmod"):
            if adverb.i == verb - 1 and adverb.lower in english["predicate.short_of"]:
                found.append(adverb.i)
        found += _leading(sentence, verb, english)
        for i in frame.negations:
            if sentence.tokens[i].head == verb and sentence.tokens[i].dep == "neg":
                found += _under_denial(sentence, frame, verb, i, english)
                break
    return tuple(dict.fromkeys(found)) if found else ()


def _leading(sentence: Sentence, verb: int, english: English) -> list[int]:
    """Return the adverbs that tell which way an influence or link goes: "adversely affects"."""
    if sentence.tokens[verb].lemma not in english["predicate.directed"]:
        return []
    return [k.i for k in sentence.kids(verb, "advmod") if k.lower in english["predicate.leading"]]


def _under_denial(sentence: Sentence, frame: Frame, verb: int, denial: int, english: English) -> list[int]:
    """Return the adverbs of a verb, or of the adjective behind a copula, that stand right behind its denial."""
    adjectives = [i for i in frame.links if sentence.tokens[i].pos == "ADJ"]
    beside = [
        *(k for k in sentence.kids(verb, "advmod") if denial < k.i <= max(verb, denial) + 1),
        *(k for i in adjectives for k in sentence.kids(i, "advmod") if denial < k.i < i),
    ]
    return [k.i for k in beside if k.i not in frame.links and _takes_focus(k, english)]


def _takes_focus(adverb: Token, english: English) -> bool:
    """Say whether a denial before an adverb falls on it."""
    if adverb.lower == "yet" or adverb.lower in english.of("negation.beside", "hedges"):
        return False
    return adverb.lower.endswith("ly") or adverb.lower in english["negation.focused"]


def _with_focus(sentence: Sentence, frame: Frame, key: str, adverbs: tuple[int, ...]) -> str:
    """Return a predicate's key with the adverbs a denial falls on: "rigorously study", "be fully tested in"."""
    words = " ".join(sentence.tokens[i].lower for i in adverbs)
    first, _, rest = key.partition(" ")
    if key == "be":
        return f"is {words}"
    behind = first == "be" or adverbs[0] > frame.verbs[-1]
    return f"{first} {words} {rest}".strip() if behind else f"{words} {key}"


def _only_wanted(sentence: Sentence, frame: Frame, english: English) -> bool:
    """Say whether the verbs before the last tell that it is wanted or needed, not that it is so.

    "wants to ban", "needs to be worked out"; "does not have to work" does not say that nobody works.
    """
    outer = {sentence.tokens[v].lemma for v in frame.verbs[:-1]}
    if frame.key is not None or not outer:
        return False
    denied = frame.context.flipped or any(sentence.tokens[i].lower != "yet" for i in frame.negations)
    needed = outer & english["predicate.needing"]
    undergoes = "need" in needed and (frame.passive or sentence.tokens[frame.verbs[-1]].tag == "VBG")
    return bool(outer & english["predicate.wanting"] or (needed and (denied or undergoes)))


def literal(sentence: Sentence, frame: Frame, relation: Term, lexicon: Lexicon) -> str:
    """Return a relation type's label where its words are the frame's own, else the key that the words were found by.

    "Promotes" stays where "promote" is said; "injects", which the relation type "administers" takes in, is "inject".

    Args:
        sentence: the frame's.
        frame: to read.
        relation: its relation type, or the key of an open predicate.
        lexicon: what is known.
    """
    own = frozenset({relation.label}) if relation.concept is None else _base_forms(relation.label)
    said = [key for key in keys(sentence, frame, lexicon) if relation.concept in lexicon.verbs.exactly(key)]
    return said[0] if said and own.isdisjoint(said) else relation.label


def _base_forms(label: str) -> frozenset[str]:
    """Return the keys whose words a relation type's label has: "promotes" is "promote", "is a" is "be"."""
    first, _, rest = label.removeprefix("has been ").partition(" ")
    if label.startswith("has been "):
        return frozenset({f"be {first} {rest}"})
    if first == "is":
        return frozenset(
            {"be", f"be {rest}".strip()} if rest in {"", "a"} else {f"be {rest}", f"be {rest}".replace(" to ", " ")}
        )
    stems = {first, first.removesuffix("s"), first.removesuffix("es"), f"{first.removesuffix('ies')}y"}
    return frozenset(f"{stem} {rest}".strip() for stem in ({"have"} if first == "has" else stems))


def core_predicate(name: str, otherwise: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return the label and IRI of a relation type of the core, another label where the pack does without it."""
    known = lexicon.pack.predicates.get(ONTOLOGY + name)
    return (known.label, known.iri) if known else (otherwise, None)


def _label(sentence: Sentence, frame: Frame, label: str) -> str:
    """Return a predicate's label, "is" instead of "is a" before an adjective."""
    adjective = frame.object is not None and sentence.tokens[frame.object].pos in {"ADJ", "ADV", "VERB"}
    return "is" if label == "is a" and adjective else label


def _fits(sentence: Sentence, frame: Frame, iri: str, lexicon: Lexicon) -> bool:
    """Say whether an object can be what a relation type asks for.

    Only a time can be what an effect comes after; who falls ill does not lessen, and nobody is derived from people.
    What should be tested has not been.
    """
    what = sentence.tokens[frame.object] if frame.object is not None else None
    if lexicon.pack.predicates[iri].evidential == "tested" and _still_to_do(sentence, frame):
        return False
    if what is not None and iri == ONTOLOGY + "falls" and what.pos == "ADJ" and not frame.links:
        return False
    if what is not None and iri == ONTOLOGY + "derivedFrom" and frame.verbs:
        return what.lemma not in lexicon.english["person_nouns"] or sentence.tokens[frame.head].lemma != "come"
    if iri != ONTOLOGY + "takesEffectAfter" or frame.object is None:
        return True
    words = [sentence.tokens[frame.object], *sentence.kids(frame.object)]
    return any(word.lemma in lexicon.english["argument.times"] for word in words)


def _still_to_do(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a deed is only to be done: "should be tested", "will be required to test"."""
    return any(k.tag == "MD" for verb in frame.verbs for k in sentence.kids(verb, "aux"))


def _evaluated(compared: Token, key: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return "is better than" or "is worse than" for a comparative that judges: "more robust", "less useless"."""
    words = key.removeprefix("be ").split()[:-1]
    lemmas = {words[-1], words[-1].removesuffix("ly"), compared.lemma}
    up = bool(lemmas & lexicon.english["clause.better"])
    down = bool(lemmas & lexicon.english["clause.worse"])
    if up == down or (down and words[0] == "as"):
        return key, None
    if words[0] == "as":
        return core_predicate("asGoodAs", key, lexicon)
    better = up ^ (words[0] in {"less", "fewer"})
    predicate = lexicon.pack.predicates.get(ONTOLOGY + ("betterThan" if better else "worseThan"))
    return (predicate.label, predicate.iri) if predicate else (key, None)
