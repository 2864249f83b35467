"""The stage itself: the claims of one parsed document."""

from claimgraph.extracting.answers import answered
from claimgraph.extracting.assembling import Place, claims
from claimgraph.extracting.comparing import comparative
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.phrases import phrase
from claimgraph.extracting.references import Discourse, entities, topic
from claimgraph.extracting.refining import refined
from claimgraph.extracting.rules import RULES, Rule, frames
from claimgraph.language.parsed import ParsedDocument, Sentence
from claimgraph.model import Claim

#: Every rule of the stage, in order.
ALL_RULES: tuple[Rule, ...] = (*RULES, comparative)


def extract(parsed: ParsedDocument, lexicon: Lexicon, rules: tuple[Rule, ...] = ALL_RULES) -> tuple[Claim, ...]:
    """Return the claims of a document, in the order in which they stand.

    Args:
        parsed: the document's sentences.
        lexicon: what is known of the subject and of English.
        rules: which rules to apply; all by default, fewer to see what each is worth.
    """
    matches = [lexicon.matches(sentence) for sentence in parsed.sentences]
    named = [entities(n, s, m, lexicon) for n, (s, m) in enumerate(zip(parsed.sentences, matches, strict=True))]
    discourse = Discourse(lexicon, topic(parsed.sentences, named))
    found: dict[str, Claim] = {}
    for number, sentence in enumerate(parsed.sentences):
        discourse.note(named[number])
        discourse.define(sentence, matches[number])
        place = Place(parsed.document, sentence, number, matches[number], discourse, lexicon)
        for frame in _kept(
            sentence, [*frames(sentence, lexicon.english, rules), *answered(parsed.sentences, number, lexicon.english)]
        ):
            for claim in claims(place, refined(sentence, frame, lexicon)):
                found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.quote.start, c.quote.end, c.id)))


def _kept(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Return the frames without those a comparison says better: its own clause where the object is what is compared."""
    compared = {(f.verbs, f.dimension) for f in found if f.comparison is not None}
    heads = {f.verbs for f in found if f.comparison is not None}
    objects = {f.comparison for f in found if f.comparison is not None}
    existing = {(f.verbs[-1:], f.subject) for f in found if f.rule == "existential"}
    things = {f.subject for f in found if f.rule == "existential"}
    taken = {f.verbs[:1] for f in found if f.rule == "taking"}
    kept = []
    for frame in found:
        if frame.rule == "clause" and (frame.verbs[-1:], frame.subject) in existing:
            continue
        if frame.rule == "clause" and frame.subject in things and frame.object is None:
            continue
        if frame.rule == "clause" and frame.verbs[:1] in taken:
            continue
        if (
            frame.comparison is None
            and frame.verbs in heads
            and (
                (frame.verbs, frame.object) in compared or frame.object in objects or _governs(sentence, frame, objects)
            )
        ):
            continue
        kept.append(frame)
    return kept


def _governs(sentence: Sentence, frame: Frame, comparisons: set[int]) -> bool:
    """Say whether a frame's object is the very adjective or adverb that is compared ("is more useless than")."""
    if frame.object is None or frame.clause_object:
        return False
    return any(i in comparisons for i in phrase(sentence, frame.object))
