"""The stage itself: the claims of one parsed document."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from claimgraph.extracting.answers import answered
from claimgraph.extracting.assembling import claims
from claimgraph.extracting.comparing import comparative, correlative
from claimgraph.extracting.entities import announced, entities, topic
from claimgraph.extracting.equating import equative
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.leading import acting, led_in
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.phrases import phrase
from claimgraph.extracting.place import Place
from claimgraph.extracting.presupposing import presupposed
from claimgraph.extracting.references import Discourse
from claimgraph.extracting.refining import refined
from claimgraph.extracting.refuting import refuted
from claimgraph.extracting.rules import RULES, Rule, frames
from claimgraph.extracting.sharing import joined_in
from claimgraph.language.parsed import ParsedDocument, Sentence
from claimgraph.model import Claim

#: Every rule of the stage, in order.
ALL_RULES: tuple[Rule, ...] = (*RULES, comparative, equative, correlative)


def extract(parsed: ParsedDocument, lexicon: Lexicon, rules: tuple[Rule, ...] = ALL_RULES) -> tuple[Claim, ...]:
    """Return the claims of a document, in the order in which they stand.

    Each sentence is read by the rules one after the other; a rule gives frames, a frame gives claims. How this goes on
    is told in docs/extracting.md.

    Args:
        parsed: the document's sentences.
        lexicon: what is known of the subject and of English.
        rules: which rules to apply; all by default, fewer to see what each is worth.
    """
    found: dict[str, Claim] = {}
    for place in places(parsed, lexicon):
        sentence = place.sentence
        stated = _kept(sentence, list(frames(sentence, lexicon.english, rules)))
        stated = joined_in(sentence, stated, lexicon.english)
        told = refuted(parsed.sentences, place.number, stated, lexicon.english)
        replies = answered(parsed.sentences, place.number, lexicon.english)
        said = [(place, frame) for frame in told] + [(_by_next(parsed, place), frame) for frame in replies]
        for at, frame in said:
            if presupposed(sentence, frame, lexicon.english):
                continue
            for claim in claims(at, refined(sentence, frame, lexicon)):
                found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.quote.start, c.quote.end, c.id)))


def _by_next(parsed: ParsedDocument, place: Place) -> Place:
    """Return the place of a question in the voice of who answers it in the next sentence."""
    answering = parsed.sentences[place.number + 1].voice
    return replace(place, sentence=replace(place.sentence, voice=answering))


def places(parsed: ParsedDocument, lexicon: Lexicon) -> Iterator[Place]:
    """Yield each sentence of a document with what was named before it, to be read before the next one is asked for.

    Args:
        parsed: the document's sentences.
        lexicon: what is known of the subject and of English.
    """
    matches = [lexicon.matches(sentence) for sentence in parsed.sentences]
    named = [entities(n, s, m, lexicon) for n, (s, m) in enumerate(zip(parsed.sentences, matches, strict=True))]
    about = topic(parsed.sentences, named)
    acts = acting(named, about) if any(sentence.lead is not None for sentence in parsed.sentences) else None
    discourse = Discourse(lexicon, about, announced(parsed.sentences, named, about))
    for number, sentence in enumerate(parsed.sentences):
        discourse.enter(number, sentence, matches[number], named[number])
        links = {entity.index: entity.link for entity in named[number] if not entity.narrowed}
        above = sentence.lead
        lead = led_in(parsed.sentences[above], matches[above], lexicon, acts) if above is not None else None
        yield Place(parsed.document, sentence, number, matches[number], discourse, lexicon, links, lead)


def _kept(sentence: Sentence, found: Sequence[Frame]) -> list[Frame]:
    """Return the frames without those of plain clauses that another rule says better."""
    if all(frame.rule == "clause" and frame.comparison is None for frame in found):
        return list(found)
    return [frame for frame in found if not any(better(sentence, frame, found) for better in _BETTER)]


def _exists(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a clause only repeats what "there is" says of its subject."""
    things = [f for f in found if f.rule == "existential" and f.subject == frame.subject]
    last = frame.verbs[-1:]
    return frame.rule == "clause" and any(frame.object is None or f.verbs[-1:] == last for f in things)


def _makes(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a clause is the "making it" of what is said to be so."""
    return frame.rule == "clause" and any(f.rule == "made" and f.verbs == frame.verbs for f in found)


def _lacks(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a clause takes for its object what is said to be lacking: "is sold with no proof"."""
    lacked = {f.object for f in found if f.rule == "without" and sentence.tokens[f.head].lower == "with"}
    return frame.rule == "clause" and frame.object in lacked


def _takes(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a clause is the "it takes" of what takes the time."""
    return frame.rule == "clause" and any(f.rule == "taking" and f.verbs[:1] == frame.verbs[:1] for f in found)


def _compares(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a frame's object is what another frame compares: the thing or its quality."""
    compared = [f for f in found if f.comparison is not None]
    if frame.comparison is not None or not any(f.verbs == frame.verbs for f in compared):
        return False
    dimension = any(f.verbs == frame.verbs and f.dimension == frame.object for f in compared)
    words = {f.comparison for f in compared}
    return dimension or frame.object in words or _governs(sentence, frame, words)


def _falls_short(sentence: Sentence, frame: Frame, found: Sequence[Frame]) -> bool:
    """Say whether a denied clause is denied only as far as another thing goes: "do not run as fast as trams"."""
    plain = frame.rule == "clause" and frame.negations
    return bool(plain) and any(f.verbs == frame.verbs and (f.key or "").startswith("be less ") for f in found)


def _governs(sentence: Sentence, frame: Frame, words: Set[int | None]) -> bool:
    """Say whether a comparative belongs to a frame's object ("is more useless than")."""
    if frame.object is None or frame.clause_object:
        return False
    linked = (k.i for link in frame.links for k in sentence.kids(link, "advmod"))
    return any(i in words for i in (*phrase(sentence, frame.object), *linked))


#: Why a frame is left out: another of the same sentence says it better.
_BETTER: tuple[Callable[[Sentence, Frame, Sequence[Frame]], bool], ...] = (
    _exists,
    _takes,
    _makes,
    _lacks,
    _compares,
    _falls_short,
)
