"""Subjects and objects as mentions: their words, what they name, and what a pronoun stands for."""

from collections.abc import Sequence

from claimgraph.extracting.completing import completion
from claimgraph.extracting.counting import mutual
from claimgraph.extracting.equated import equated
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.labelling import content_label, in_words
from claimgraph.extracting.linking import Link, is_name
from claimgraph.extracting.phrases import adjectives_before, conjuncts, one_of, phrase, shared, widened
from claimgraph.extracting.place import Place
from claimgraph.extracting.references import spelt_in
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Mention


def subject_mention(place: Place, frame: Frame) -> Mention | None:
    """Return the mention of a frame's subject, None where it has none.

    A poster leaves out "I", the item of a list what its lead names.
    """
    if frame.rule == "elliptic" and place.sentence.lead is not None:
        return Mention("", place.lead.label, place.lead.concept, place.lead.label) if place.lead is not None else None
    if frame.rule == "elliptic":
        return Mention("", "I", None, "I")
    return mention(place, frame.subject, frame) if frame.subject is not None else None


def object_mention(place: Place, frame: Frame) -> Mention | None:
    """Return the mention of a frame's object, None for none: a noun phrase, an adjective, or a whole clause."""
    if frame.object is None:
        return None
    if frame.clause_object:
        return _clause_mention(place, frame, frame.object)
    return mention(place, frame.object, frame)


def mention(place: Place, head: int, frame: Frame) -> Mention:
    """Return the mention of a noun phrase, resolved where it is a pronoun or description.

    Args:
        place: the phrase's sentence.
        head: index of the phrase's head.
        frame: that the phrase belongs to.
    """
    token = place.sentence.tokens[head]
    if token.tag == "VB" and head == frame.subject and token.dep in _ACTS:
        return _act(place, head)
    if head == frame.subject and token.dep == "ccomp":
        return _clause_mention(place, frame, head)
    first, last = _with_label(place, _alone(place.sentence, frame, head), head)
    first -= 2 * (first == 2 and _not_only(place))
    text, start, end = place.text(first, last), place.sentence.tokens[first].start, place.sentence.tokens[last].end
    told = token.lower == "those" and bool(completion(place.sentence, head, place.english))
    if mutual(place.sentence, token):
        return Mention(text, text.lower(), None, None, start, end)
    resolved = None if told else equated(place, token, frame) or place.meant(head)
    if resolved is not None:
        return Mention(text, resolved.shown, resolved.concept, resolved.shown, start, end)
    alternatives = _alternatives(place, frame, head)
    last = max(last, *(phrase(place.sentence, other)[-1] for other in alternatives)) if alternatives else last
    text, end = _widened(place, first, last, frame)
    if (both := _of_both(place.sentence, head)) is not None and not _inside(frame, both):
        text, start, end = place.text(*both), place.sentence.tokens[both[0]].start, place.sentence.tokens[both[1]].end
    behind = _completing(place, frame, head)
    light = place.english["reference.kinds"] if token.dep == "attr" else None
    named = place.link(head, light, complete=behind is not None)
    text, end = _reaching(place, (text, start, end), behind or [])
    if len(alternatives) > 1:
        joint = " and " if parted(place, frame) else " or "
        named = Link(joint.join(place.link(other).shown for other in alternatives))
    defined = place.discourse.acronyms.get(token.text.rstrip("s"))
    if defined is not None and named.concept is None:
        return Mention(text, defined.label, defined.concept, None, start, end)
    label = named.shown if named.concept is not None else _spelt_out(place, named.label)
    inside = _inner(place, frame, head, (start, end))
    inner = [(token, meant) for token, meant in inside if meant.label not in {named.label, named.shown}]
    shown = _possessor(place, head) or _told_in_full(place, inner, start, end)
    label = _with_names(label, inner) if named.concept is None else label
    return Mention(text, label, named.concept, shown, start, end, named.candidates)


def _inner(place: Place, frame: Frame, head: int, span: tuple[int, int]) -> list[tuple[Token, Link]]:
    """Return the pronouns inside a phrase with what they stand for, but for what the frame itself is said of."""
    if place.sentence.lowers.isdisjoint(_PRONOUNS):
        return []
    start, end = span
    inside = (t for t in place.sentence.tokens if start <= t.start < end and t.i != head and t.lower in _PRONOUNS)
    found = [(t, place.resolve(t.i)) for t in inside if t.tag == "PRP"]
    who = _said_of(place, frame) if found and head != frame.subject else None
    return [(t, meant) for t, meant in found if meant is not None and meant != who]


#: Pronouns that may stand inside a phrase: "the evidence behind it", "people who sell them".
_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him"})
#: Determiners that a phrase's name does without.
_LEADING = frozenset({"the", "a", "an"})


def _told_in_full(place: Place, inner: Sequence[tuple[Token, Link]], start: int, end: int) -> str | None:
    """Return a phrase's words with what its pronouns stand for: "evidence behind PRP"; None where it has none."""
    if not inner:
        return None
    words = place.document.text[start:end]
    for token, meant in reversed(inner):
        words = words[: token.start - start] + meant.label + words[token.end - start :]
    first, _, rest = words.partition(" ")
    return rest if first.lower() in _LEADING else words


def _with_names(label: str, inner: Sequence[tuple[Token, Link]]) -> str:
    """Return a label with what its pronouns stand for: "burn it" is "burn glue"."""
    meant = {token.lower: link.label for token, link in inner}
    return " ".join(meant.get(word, word) for word in label.split(" ")) if meant else label


def _spelt_out(place: Place, label: str) -> str:
    """Return a label of several words, short forms the text has defined in full: "LEZ border" is that of the zone."""
    words, known = label.split(" "), place.discourse.acronyms
    if len(words) == 1 or not known:
        return label
    return " ".join(spelt_in(known[word].label, word) or word if word in known else word for word in words)


def _completing(place: Place, frame: Frame, head: int) -> list[int] | None:
    """Return the words that complete a head, None where the frame itself is of them: "one that got away" got away."""
    behind = completion(place.sentence, head, place.english)
    return None if set(behind) & {frame.head, *frame.verbs} else behind


def _reaching(place: Place, shown: tuple[str, int, int], behind: Sequence[int]) -> tuple[str, int]:
    """Return a phrase's words and their end, with those that complete it."""
    text, start, end = shown
    last = place.sentence.tokens[behind[-1]].end if behind else end
    return (place.document.text[start:last], last) if last > end else (text, end)


def _not_only(place: Place) -> bool:
    """Say whether a sentence begins by telling that others are meant as well: "Not just farmers use lime"."""
    opening = place.sentence.tokens[:2]
    return opening[0].dep == "neg" and opening[-1].lower in place.english["clause.not_only"]


def _of_both(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return where coordinated nouns begin and end that share what stands before or behind them, None for others."""
    before = adjectives_before(sentence, head)
    return (before[0].i, head) if before else shared(sentence, head)


def _act(place: Place, verb: int) -> Mention:
    """Return the mention of an act that something is said of: "park on the verge", "cats eat tuna"."""
    tokens = place.sentence.tokens
    inside = [i for i in place.sentence.spans[verb] if tokens[i].pos not in {"PUNCT", "SPACE"}]
    named = [i for i in inside if tokens[i].dep not in {"aux", "mark"} or i > verb]
    label = in_words(place.sentence, named if len(named) <= MOST_ASKING else [verb])
    return Mention(place.text(named[0], named[-1]), label, None, None, tokens[named[0]].start, tokens[named[-1]].end)


#: Relations of an infinitive that names an act.
_ACTS = frozenset({"xcomp", "csubj", "advcl", "ccomp", "acl", "relcl"})


def _inside(frame: Frame, both: tuple[int, int]) -> bool:
    """Say whether a frame's predicate stands inside some words and is not what they name."""
    return both[0] <= frame.head <= both[1] and frame.head not in {frame.object, frame.subject}


def _alternatives(place: Place, frame: Frame, head: int) -> list[int]:
    """Return the heads of what a plainly claimed object is one of: "took the drug or a sugar pill"; none for "and"."""
    sentence = place.sentence
    if head == frame.object and parted(place, frame):
        return conjuncts(sentence, head)
    if head != frame.object or "or" not in sentence.lowers:
        return []
    if sentence.tokens[head].kids and sentence.has(head, ("either",), "preconj", "det"):
        heads = conjuncts(sentence, head)
        return [i for i in heads if i in {head, heads[-1]} or not _glosses(place, i)]
    plain = not (frame.negations or frame.hedges or frame.context.flipped)
    return conjuncts(sentence, head) if plain and one_of(sentence, head) else []


def parted(place: Place, frame: Frame) -> bool:
    """Say whether several things are told of together, and none alone: "most went on A and B", "take A and B together".

    Args:
        place: the frame's sentence.
        frame: with an object.
    """
    sentence, english = place.sentence, place.english
    if _together(sentence, frame):
        return True
    if frame.subject is None or sentence.tokens[frame.head].lemma not in english["predicate.parting"]:
        return False
    who = sentence.tokens[frame.subject]
    return who.lower in _SHARES or sentence.has(who.i, _SHARES, "amod", "predet")


def _together(sentence: Sentence, frame: Frame) -> bool:
    """Say whether "together" stands right behind the last of several objects: "take zinc and iron together"."""
    if frame.object is None or "together" not in sentence.lowers:
        return False
    last = max(conjuncts(sentence, frame.object))
    return any(
        k.lower == "together" and k.i == last + 1 > frame.object + 1 for k in sentence.kids(frame.head, "advmod")
    )


_SHARES = frozenset({"most", "half", "%"})


def _glosses(place: Place, head: int) -> bool:
    """Say whether an amount between commas only puts the one before it in other words: "2 g, about a pinch, or"."""
    tokens, words = place.sentence.tokens, phrase(place.sentence, head)
    behind = tokens[min(words[-1] + 1, len(tokens) - 1)]
    set_off = words[0] > 0 and tokens[words[0] - 1].text == behind.text == ","
    return set_off and tokens[words[0]].lower in place.english.of("softeners", "phrase.rough")


def _alone(sentence: Sentence, frame: Frame, head: int) -> list[int]:
    """Return a noun phrase, of a thing that exists without where it does: "otters" of "there are otters in it"."""
    words = phrase(sentence, head)
    placed = frame.rule == "existential" and head == frame.subject and frame.object is not None and frame.links
    if placed and head < frame.links[0] <= words[-1]:
        return [i for i in words if i < frame.links[0]]
    return words


def _widened(place: Place, first: int, last: int, frame: Frame) -> tuple[str, int]:
    """Return a phrase's words and their end, with the clause behind it unless the frame itself is of that clause."""
    words = widened(place.sentence, list(range(first, last + 1)))
    if set(words[last - first + 1 :]) & {frame.head, *frame.verbs}:
        words = words[: last - first + 1]
    return place.text(words[0], words[-1]), place.sentence.tokens[words[-1]].end


def _with_label(place: Place, words: Sequence[int], head: int) -> tuple[int, int]:
    """Return the first and last token of a phrase, stretched to the whole of a concept's label that covers its head."""
    covering = [m for m in place.matches if m.start <= head < m.end and m.iri and is_name(place.sentence, head, m)]
    if not covering:
        return words[0], words[-1]
    first = min([words[0], *(m.start for m in covering)])
    return first, max([words[-1], *(m.end - 1 for m in covering)])


def _possessor(place: Place, head: int) -> str | None:
    """Return what "their", "its" or "whose" before a noun stands for, with the noun: "their roots" are the vines'."""
    for kid in place.sentence.kids(head, "poss") if place.sentence.tokens[head].lower != "own" else ():
        if kid.tag == "PRP$" and kid.lower in {"its", "their", "his", "her"}:
            owner = place.resolve(kid.i)
            if owner is not None:
                return f"{_with_compound(place.sentence, head)} of {owner.label}"
        clause = place.sentence.tokens[place.sentence.tokens[head].head]
        if kid.tag == "WP$" and clause.dep == "relcl":
            whose = place.resolve(clause.head) or place.link(clause.head, complete=False)
            return f"{_with_compound(place.sentence, head)} of {whose.label}"
    return None


def _with_compound(sentence: Sentence, head: int) -> str:
    """Return a noun with what is compounded with it: "knee pain"."""
    first = min((k.i for k in sentence.kids(head, "compound")), default=head)
    return " ".join(t.text for t in sentence.tokens[first : head + 1])


def _clause_mention(place: Place, frame: Frame, verb: int) -> Mention:
    """Return the mention of a clause as an object."""
    sentence = place.sentence
    indices = [i for i in sentence.spans[verb] if i > frame.head]
    caused = sentence.kid(frame.head, "dobj")
    if caused is not None and caused.i < verb:
        indices = sorted({*indices, *phrase(sentence, caused.i)})
    while indices and sentence.tokens[indices[-1]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        indices.pop()
    while indices and sentence.tokens[indices[0]].pos == "PUNCT":
        indices.pop(0)
    first, last = (indices[0], indices[-1]) if indices else (verb, verb)
    named = _clause_link(place, verb, caused, _said_of(place, frame))
    place_of = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(place.text(first, last), named.label, named.concept, None, *place_of)


def _said_of(place: Place, frame: Frame) -> Link | None:
    """Return what a frame is said of."""
    if frame.subject is None:
        return None
    return place.resolve(frame.subject) or place.link(frame.subject)


def _clause_link(place: Place, verb: int, caused: Token | None, who: Link | None) -> Link:
    """Return what a clause brings about, by verb and noun: "leaves to fall" is leaf loss where the pack says so."""
    sentence = place.sentence
    if asked := _asking(sentence, verb) or _judgement(place, verb):
        return Link(asked)
    noun = sentence.kid(verb, "nsubj", "nsubjpass") or caused or sentence.kid(verb, "dobj")
    particle = sentence.kid(verb, "prt")
    words = " ".join([sentence.tokens[verb].lemma, *([particle.lower] if particle else [])])
    if noun is None or (noun.lower == "much" and not _known(place, words)):
        return Link(_overdone(sentence, verb) or words)
    known = _known(place, f"{noun.lemma} {words}") or _known(place, f"{words} {noun.lemma}")
    if known is not None:
        return Link(place.lexicon.pack.concepts[known].label, known)
    words = " ".join((*(k.lower for k in sentence.kids(verb, "neg")), words))
    thing = sentence.kid(verb, "dobj")
    beside = (k for k in sentence.kids(verb, "acomp", "advmod") if k.i > verb and _grades(k, place.english))
    words = " ".join((words, *(k.lower for k in beside)))
    named = [f"{words} {_done_with(place, thing, who)}" if thing is not None and thing is not caused else words]
    return Link(" ".join(named if noun is thing and noun is not caused else (_name(place, noun), *named)))


def _overdone(sentence: Sentence, verb: int) -> str:
    """Return a gerund with all that is done too much of, in its words: "reading too much into it", "" for any other."""
    inside = sentence.spans[verb]
    if "too" not in sentence.lowers or sentence.tokens[verb].tag != "VBG" or inside[0] != verb:
        return ""
    overdone = any(sentence.tokens[i].lower == "too" for i in inside[1:3])
    return in_words(sentence, inside) if overdone and len(inside) <= _BRIEF else ""


#: Words of a clause up to which it is named by them.
_BRIEF = 8


def _judgement(place: Place, i: int) -> str:
    """Return what "it" is made or found to be, with what is judged: "hard to decide" of "makes it hard to decide"."""
    who = place.sentence.kid(i, "nsubj")
    empty = place.sentence.tokens[i].pos == "ADJ" and who is not None and who.lower == "it"
    behind = completion(place.sentence, i, place.english) if empty else []
    return in_words(place.sentence, [i, *behind]) if behind else ""


def _done_with(place: Place, thing: Token, who: Link | None) -> str:
    """Return what a deed is done to or with, in its words where it is what the deed is said of."""
    named = place.link(thing.i) if thing.pos != "PRON" else None
    if named is not None and named.concept is not None and who is not None and named.concept == who.concept:
        return content_label(place.sentence, thing.i, place.english)
    return _name(place, thing)


def _grades(word: Token, english: English) -> bool:
    """Say whether a word tells what becomes of somebody, or how much of it: "makes people richer", "live longer"."""
    return word.dep == "acomp" or word.tag in {"RBR", "JJR"} or word.lower in english["relating.more"]


def _asking(sentence: Sentence, verb: int) -> str:
    """Return the words of a short clause that asks, as they stand: "which is which", "whether it pays"; "" for none."""
    inside = [i for i in sentence.spans[verb] if sentence.tokens[i].pos not in {"PUNCT", "SPACE"}]
    opens = {"WP", "WDT", "WRB", "WP$"}
    first = sentence.tokens[inside[0]] if inside else None
    if first is None or len(inside) > MOST_ASKING or not (first.tag in opens or first.lower in {"whether", "if"}):
        return ""
    return in_words(sentence, inside)


#: Words of a clause that asks up to which it is named by its words.
MOST_ASKING = 14


def _name(place: Place, noun: Token) -> str:
    """Return what a noun names or a pronoun stands for, one that is left open as it stands."""
    if noun.pos != "PRON" or place.sentence.kid(noun.i, "prep", "relcl") is not None:
        return place.link(noun.i).label
    meant = place.resolve(noun.i) if not noun.lower.endswith(("self", "selves")) else None
    return meant.label if meant is not None else noun.lower


def _known(place: Place, label: str) -> str | None:
    """Return the IRI of the concept that a verb phrase or label names, None for none or several."""
    named = place.lexicon.named(label)
    return place.lexicon.phrases.get(label) or (named[0] if len(named) == 1 else None)
