"""How well grounded: the evidence ladder, and wording firmer than the evidence behind it."""

from collections import Counter
from collections.abc import Iterable

from claimgraph.analysing.copies import words
from claimgraph.analysing.english import counted, shortened
from claimgraph.analysing.pile import Pile
from claimgraph.model import Certainty, Claim, Evidence, Note, Polarity, Term
from claimgraph.model.findings import EvidenceLadder, Ladder, Overclaim, Overclaims

LADDER = tuple(Evidence)
MOST_LADDERS = 500
MOST_OVERCLAIMS = 25
#: How firmly words commit, before boosters.
FIRMNESS = {Certainty.ASSERTED: 0.8, Certainty.HEDGED: 0.4, Certainty.SPECULATIVE: 0.2}
#: Kinds of concept that can be better than another, and kinds that matter most to a reader.
TREATMENTS = frozenset({"Treatment", "Procedure", "Product"})
STAKES = frozenset({"Outcome", "Condition"})
#: What one booster adds, and all together at most.
BOOST = 0.1
MOST_BOOST = 0.2
#: Words that close a matter or enlarge it: the boosters of Hyland 2005, "Metadiscourse", appendix, that are common
#: on the web, with the superlatives of advertising.
BOOSTERS = frozenset(
    [
        "absolutely",
        "actually",
        "always",
        "amazing",
        "anyone",
        "best",
        "breakthrough",
        "certainly",
        "clearly",
        "completely",
        "conclusively",
        "cure",
        "cures",
        "definitely",
        "definitive",
        "dramatically",
        "endless",
        "entirely",
        "everyone",
        "evidently",
        "excellent",
        "extremely",
        "exceptional",
        "forever",
        "guarantee",
        "guaranteed",
        "guarantees",
        "huge",
        "immediately",
        "impossible",
        "incontestable",
        "incredible",
        "incredibly",
        "indisputably",
        "instantly",
        "literally",
        "miracle",
        "must",
        "never",
        "nobody",
        "none",
        "nothing",
        "obvious",
        "obviously",
        "outstanding",
        "perfect",
        "perfectly",
        "permanent",
        "permanently",
        "phenomenal",
        "proof",
        "prove",
        "proved",
        "proven",
        "proves",
        "remarkable",
        "remarkably",
        "revolutionary",
        "surely",
        "totally",
        "tremendous",
        "tremendously",
        "truly",
        "ultimate",
        "unbelievable",
        "undeniable",
        "undeniably",
        "undoubtedly",
        "unparalleled",
        "unprecedented",
    ]
)


def strength(evidence: Evidence) -> float:
    """Return how high a step stands on the ladder: 1 the strongest, 0 explicitly none, equal steps between.

    >>> strength(Evidence.SYSTEMATIC_REVIEW), strength(Evidence.EXPLICITLY_NONE)
    (1.0, 0.0)
    """
    return 1 - LADDER.index(evidence) / (len(LADDER) - 1)


def steps(claims: Iterable[Claim]) -> tuple[tuple[str, int], ...]:
    """Return the steps that claims stand on, strongest first, with their numbers."""
    number = Counter(claim.evidence for claim in claims)
    return tuple((str(step), number[step]) for step in LADDER if number[step])


def ladder(pile: Pile) -> EvidenceLadder:
    """Return the evidence named per proposition, per document and overall."""
    every = list(pile.claims.values())
    found = [_ladder(iri, pile) for iri in pile.propositions]
    order = {iri: len(claims) for iri, (_, claims) in pile.propositions.items()}
    found.sort(key=lambda item: (-order[item.iri], LADDER.index(Evidence(item.best)), item.label, item.iri))
    cut = (
        f"The {MOST_LADDERS} most uttered of {len(found):,} propositions are listed."
        if len(found) > MOST_LADDERS
        else ""
    )
    by_source: dict[str, list[Claim]] = {stem: [] for stem in pile.documents}
    for claim in every:
        by_source.setdefault(claim.document, []).append(claim)
    weak = sum(claim.evidence in (Evidence.BARE_ASSERTION, Evidence.EXPLICITLY_NONE) for claim in every)
    studied = sum(LADDER.index(claim.evidence) <= LADDER.index(Evidence.LABORATORY_STUDY) for claim in every)
    note = Note(
        "What it rests on",
        "The evidence ladder shows what ground each claim names for itself, from a review of all trials down to none; "
        "it shows what is said, not whether the study exists.",
        f"Of {counted(len(every), 'claim')}, {counted(studied, 'names', 'name')} a study and "
        f"{counted(weak, 'names', 'name')} no ground at all.",
        "The ground named in the claim's own words, in the order of the ladder in docs/analyses.md.",
        cut,
    )
    overall = tuple((str(step), n) for step, n in ((s, sum(c.evidence is s for c in every)) for s in LADDER))
    sources = tuple((stem, steps(claims)) for stem, claims in sorted(by_source.items()))
    return EvidenceLadder(note, overall, sources, tuple(found[:MOST_LADDERS]))


def _ladder(iri: str, pile: Pile) -> Ladder:
    """Return the evidence for and against one proposition."""
    proposition, claims = pile.propositions[iri]
    affirming = steps(c for c in claims if c.polarity is Polarity.POSITIVE)
    denying = steps(c for c in claims if c.polarity is Polarity.NEGATIVE)
    best = (affirming or denying)[0][0]
    return Ladder(iri, proposition.label, best, denying[0][0] if denying else None, affirming, denying)


def firmness(claim: Claim) -> tuple[float, tuple[str, ...]]:
    """Return how firm a claim's wording is, from 0 to 1, and the boosters in it."""
    found = tuple(dict.fromkeys(word for word in words(claim.quote.exact) if word in BOOSTERS))
    if claim.certainty is not Certainty.ASSERTED:
        return FIRMNESS[claim.certainty], ()
    return FIRMNESS[claim.certainty] + min(MOST_BOOST, BOOST * len(found)), found


def overclaims(pile: Pile) -> Overclaims:
    """Return the claims whose wording is firmest over the weakest evidence.

    Only claims of an effect are weighed where the pack knows effects: that a thing brings about or hinders another, or
    a treatment surpasses another; where it knows none, all affirmed claims are. Of equal gaps those on an outcome or
    a condition come first. The measure is our own: firmness of wording (certainty and
    boosters, Hyland 2005) minus height on the evidence ladder.
    """
    stakes = {c.id: _kind(c.content.object, pile) in STAKES for c in pile.claims.values()}
    weighed = [_overclaim(claim) for claim in _weighed(pile)]
    weighed.sort(key=lambda o: (-round(o.gap, 9), not stakes[o.claim], -len(o.boosters), o.document, o.claim))
    by_source: dict[str, list[float]] = {}
    for item in weighed:
        by_source.setdefault(item.document, []).append(item.gap)
    means = [(stem, sum(gaps) / len(gaps), len(gaps)) for stem, gaps in sorted(by_source.items())]
    means.sort(key=lambda mean: (-round(mean[1], 9), mean[0]))
    worst = _distinct(weighed, pile)
    return Overclaims(_note(worst, len(weighed)), worst, tuple(means))


def _distinct(weighed: list[Overclaim], pile: Pile) -> tuple[Overclaim, ...]:
    """Return the worst overclaims with a gap above zero, one for each stretch of text."""
    kept: list[Overclaim] = []
    for item in weighed:
        quote = pile.claims[item.claim].quote
        others = (pile.claims[k.claim].quote for k in kept if k.document == item.document)
        if item.gap > 0 and not any(o.start < quote.end and quote.start < o.end for o in others):
            kept.append(item)
        if len(kept) == MOST_OVERCLAIMS:
            break
    return tuple(kept)


def _weighed(pile: Pile) -> list[Claim]:
    """Return the affirmed claims of an effect, or every affirmed claim where no predicate is known to have one."""
    affirmed = [claim for claim in pile.claims.values() if claim.polarity is Polarity.POSITIVE]
    effects = [claim for claim in affirmed if _of_effect(claim, pile)]
    return effects or affirmed


def _of_effect(claim: Claim, pile: Pile) -> bool:
    """Whether a claim says that something brings about, hinders or does good, or that a treatment is better."""
    known = pile.pack.predicates.get(claim.content.predicate.concept or "")
    if known is None or not known.comparative:
        return known is not None and (known.effect != 0 or known.beneficial)
    return _kind(claim.content.subject, pile) in TREATMENTS


def _kind(term: Term | None, pile: Pile) -> str | None:
    """Return the kind of a concept, None where the pack does not know it."""
    concept = pile.pack.concepts.get((term.concept if term else None) or "")
    return concept.kind if concept else None


def _overclaim(claim: Claim) -> Overclaim:
    """Return a claim with the gap between its wording and its evidence."""
    firm, boosters = firmness(claim)
    ground = strength(claim.evidence)
    return Overclaim(claim.id, claim.document, claim.quote.exact, firm, ground, firm - ground, boosters)


def _note(worst: tuple[Overclaim, ...], weighed: int) -> Note:
    """Return what a reader is told about overclaims."""
    sentence = "No claim is worded more firmly than its evidence bears."
    if worst:
        sentence = f"The widest gap between wording and evidence: “{shortened(worst[0].quote)}” ({worst[0].document})."
    return Note(
        "Said more firmly than shown",
        "A claim overreaches when its words are sure and the ground it names is weak; the gap is the firmness of the "
        "wording minus the height of its evidence on the ladder.",
        sentence,
        f"{counted(weighed, 'affirmed claim')} of an effect weighed; firmness from certainty and boosters (Hyland "
        "2005), evidence from the ladder, both from 0 to 1. It measures words, not truth.",
    )
