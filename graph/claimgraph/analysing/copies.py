"""Copied text and repeated voices: what counts once, however often it is said."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from claimgraph.analysing.union import merged
from claimgraph.model import Claim, Relation, RelationType

#: Words a quote needs before likeness is taken for copying; shorter ones coincide by chance.
LEAST_WORDS = 6
#: Share of word pairs two quotes must have in common (Jaccard).
ALIKE = 0.8
#: Roles that name somebody, wherever the name stands; the other roles ("many", "poster 3") are of their document.
NAMED_ROLES = frozenset({"publisher", "author", "person"})


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, lower case, without punctuation."""
    return tuple(re.findall(r"\w+", text.casefold()))


def voice_key(claim: Claim) -> tuple[str, ...]:
    """Return what tells a claim's voice from every other voice of the pile."""
    voice = claim.voice
    name = voice.label.casefold()
    return (name,) if voice.role in NAMED_ROLES else (claim.document, voice.role, name)


def copied(claims: Sequence[Claim], relations: Iterable[Relation]) -> dict[str, int]:
    """Return for each claim the number of its text: claims with one number are copies of one another.

    Quotes are alike where at least 0.8 of their word pairs are shared (Jaccard); candidates come from an index of
    rare pairs, so that no pair of quotes that qualifies is missed and few others are looked at (prefix filter:
    Bayardo, Ma & Srikant 2007, "Scaling up all pairs similarity search"). Claims that the relations call
    dependent are copies as well where their voices differ.
    """
    texts = [words(claim.quote.exact) for claim in claims]
    distinct = sorted({text for text in texts if len(text) >= LEAST_WORDS})
    number = {text: place for place, group in enumerate(_alike(distinct)) for text in group}
    by_id = {claim.id: claim for claim in claims}
    keys: dict[str, list[object]] = {c.id: [c.id] for c in claims}
    for claim, text in zip(claims, texts, strict=True):
        keys[claim.id] += [number[text]] if text in number else []
    for relation in relations:
        if _copies(relation, by_id):
            keys[relation.source].append(relation.id)
            keys[relation.target].append(relation.id)
    groups = merged(list(keys), [[str(k) for k in own] for own in keys.values()])
    return {claim: place for place, group in enumerate(groups) for claim in group}


def _copies(relation: Relation, by_id: dict[str, Claim]) -> bool:
    """Whether a relation of support joins two voices that say one text."""
    if relation.type is not RelationType.SUPPORT or relation.independent:
        return False
    source, target = by_id.get(relation.source), by_id.get(relation.target)
    return source is not None and target is not None and voice_key(source) != voice_key(target)


def _alike(texts: Sequence[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Return the texts in groups of near-identical ones."""
    pairs = [frozenset(pairwise(text)) for text in texts]
    common = Counter(pair for own in pairs for pair in own)
    index: dict[tuple[str, str], list[int]] = {}
    links: list[list[int]] = [[place] for place in range(len(texts))]
    for place, own in enumerate(pairs):
        rare_first = sorted(own, key=lambda pair: (common[pair], pair))
        prefix = rare_first[: len(own) - int(ALIKE * len(own) + 0.999999) + 1]
        for other in sorted({seen for pair in prefix for seen in index.get(pair, ())}):
            if len(own & pairs[other]) >= ALIKE * len(own | pairs[other]):
                links[place].append(other)
        for pair in prefix:
            index.setdefault(pair, []).append(place)
    return merged(list(texts), links)


def independent(claims: Iterable[Claim], text: Mapping[str, int]) -> list[list[Claim]]:
    """Return claims in groups that count once each: one voice that repeats itself, one text that was copied."""
    listed = list(claims)
    return merged(listed, [(voice_key(claim), text[claim.id]) for claim in listed])
