"""A first draft of a pack for a subject that has none: what the claims of a pile name, most frequent first."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.knowledge.matching import ConceptMatcher
from claimgraph.knowledge.pack import Pack
from claimgraph.knowledge.spelling import Speller, acronym_key, is_acronym, key, pieces
from claimgraph.knowledge.verbs import VerbIndex
from claimgraph.model import Claim
from claimgraph.model.identity import BASE, slug

LONGEST = 60
LEADING = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "some", "any", "all", "many", "most", "more", "several", "few"}
    | {"such", "other", "no", "each", "every", "both", "my", "your", "his", "her", "its", "our", "their", "much", "own"}
)
PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "me", "him", "us", "them", "one", "who", "which", "what", "something"}
    | {"anything", "nothing", "everything", "someone", "anyone", "everyone", "people", "there", "way", "thing", "lot"}
)


@dataclass(slots=True)
class _Draft:
    """A candidate while its variants are gathered.

    Attributes:
        words: its keys, in order.
        forms: how often each way of writing it was met.
    """

    words: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        return self.forms.total()


def counted(claims: Iterable[Claim]) -> tuple[Counter[str], Counter[str]]:
    """Return how often claims name what no pack knows: phrases (subjects and objects), and verb keys.

    Returns:
        The phrases, in the words of their label, and the predicate keys, each with its count.
    """
    phrases: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for claim in claims:
        for mention in (claim.subject, claim.object):
            if mention is not None and mention.concept is None:
                phrases[mention.label] += 1
        if claim.predicate.concept is None:
            verbs[claim.predicate.label] += 1
    return phrases, verbs


def suggest_pack(
    phrases: Iterable[tuple[str, int]],
    verbs: Iterable[tuple[str, int]] = (),
    acronyms: Mapping[str, str] | None = None,
    *,
    known: Pack | None = None,
    name: str = "draft",
    least: int = 2,
    most: int = 200,
) -> str:
    """Return the Turtle of a draft pack, for a person to prune and complete.

    Ways of writing one thing come together: case, number, hyphens, British and American endings, slips of
    spelling, an acronym and what it stands for. The most frequent way becomes the label, the others alternatives.
    A phrase whose last words are a candidate too becomes narrower than it ("electric car", "car"). Verbs that no
    predicate knows follow, each as a predicate of its own.

    Args:
        phrases: subjects and objects with how often each was met.
        verbs: predicate keys with how often each was met.
        acronyms: definitions found in the texts, short form to long.
        known: what need not be suggested again.
        name: of the pack; it becomes part of its IRIs.
        least: how often a thing must have been met.
        most: how many concepts, and how many predicates, at most.
    """
    drafts = _grouped(phrases, acronyms or {})
    known = known or Pack()
    matcher, index = ConceptMatcher(known), VerbIndex(known)
    kept = [d for d in drafts if d.count >= least and not any(matcher.named(form) for form in d.forms)][:most]
    unknown = Counter[str]()
    for verb, count in verbs:
        if (plain := _plain(verb.casefold())) and not index.find(plain):
            unknown[plain] += count
    frequent = sorted(((v, n) for v, n in unknown.items() if n >= least), key=lambda pair: (-pair[1], pair[0]))
    segment = slug(name)
    blocks = [_head(name, segment), *_concepts(kept, segment), *_predicates(frequent[:most])]
    return "\n".join(blocks)


def _grouped(phrases: Iterable[tuple[str, int]], acronyms: Mapping[str, str]) -> list[_Draft]:
    """Return the candidates, most frequent first, variants of one together."""
    short = {acronym_key(name): _words(long) for name, long in acronyms.items()}
    met: dict[tuple[str, ...], _Draft] = {}
    for phrase, count in phrases:
        form = _trimmed(phrase)
        words = _words(form)
        if not words or words[0] in PRONOUNS or not any(any(map(str.isalpha, word)) for word in words):
            continue
        words = short.get(words[0], words) if len(words) == 1 else words
        met.setdefault(words, _Draft(words)).forms[form] += count
    merged = _respelt(_joined(met))
    return sorted(merged, key=lambda draft: (-draft.count, draft.words))


def _joined(met: Mapping[tuple[str, ...], _Draft]) -> list[_Draft]:
    """Return the candidates with those written in one word and in two made one."""
    by_letters: dict[str, _Draft] = {}
    for draft in sorted(met.values(), key=lambda one: (-one.count, one.words)):
        into = by_letters.setdefault("".join(draft.words), draft)
        if into is not draft:
            into.forms.update(draft.forms)
    return list(by_letters.values())


def _respelt(drafts: list[_Draft]) -> list[_Draft]:
    """Return the candidates with rare misspellings of a more frequent one counted with it."""
    speller = Speller.of(word for draft in drafts if draft.count >= 3 for word in draft.words)
    known = {draft.words: draft for draft in drafts}
    kept: list[_Draft] = []
    for draft in drafts:
        meant = tuple(near[0] if len(near := speller.meant(word)) == 1 else word for word in draft.words)
        into = known.get(meant)
        if into is None or into is draft or into.count <= draft.count:
            kept.append(draft)
        else:
            into.forms.update(draft.forms)
    return kept


def _concepts(drafts: list[_Draft], segment: str) -> list[str]:
    label = {draft.words: _label(draft) for draft in drafts}
    local: dict[tuple[str, ...], str] = {}
    for words, text in label.items():
        name = slug(text)
        local[words] = name if name not in local.values() else f"{name}-{len(local)}"
    blocks: list[str] = []
    for draft in drafts:
        preferred = label[draft.words]
        others = [form for form, _ in sorted(draft.forms.items(), key=lambda pair: (-pair[1], pair[0]))]
        distinct = _distinct(preferred, others)
        heads = (draft.words[start:] for start in range(1, len(draft.words)))
        broader = next((local[head] for head in heads if head in local), None)
        lines = [f"p:{local[draft.words]} a skos:Concept", f"skos:prefLabel {_literal(preferred)}"]
        lines += [f"skos:altLabel {' , '.join(map(_literal, distinct))}"] if distinct else []
        lines += [f"skos:broader p:{broader}"] if broader else []
        lines += [f"skos:note {_literal(f'Met {draft.count} times.')}"]
        lines += [f"skos:inScheme <{BASE}pack/{segment}>"]
        blocks.append(" ;\n    ".join(lines) + " .\n")
    return blocks


def _predicates(verbs: Iterable[tuple[str, int]]) -> list[str]:
    return [
        f"p:{slug('verb ' + verb)} a owl:ObjectProperty ;\n    rdfs:label {_literal(verb)} ;\n"
        f"    rdfs:comment {_literal(f'To be described; met {count} times.')} ;\n    cg:verb {_literal(verb)} .\n"
        for verb, count in verbs
    ]


def _head(name: str, segment: str) -> str:
    return f"""# A draft: strike out what is no concept, bring together what is one, add cg:kind and cg:opposite.

@prefix cg: <{BASE}ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix p: <{BASE}pack/{segment}#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<{BASE}pack/{segment}> a cg:Pack, skos:ConceptScheme ;
    skos:prefLabel {_literal(_plain(name) or "draft")} .
"""


def _plain(text: str) -> str:
    """Return a text in one line without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _trimmed(phrase: str) -> str:
    """Return a phrase without what stands before its first meaningful word; empty where too long to be a name."""
    words = _plain(phrase).strip(".,;:!?\"'()[]“”‘’").split()
    while words and words[0].casefold() in LEADING:
        words.pop(0)
    trimmed = " ".join(words)
    return trimmed if len(trimmed) <= LONGEST else ""


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(acronym_key(word) if is_acronym(word) else key(word) for word in pieces(phrase))


def _label(draft: _Draft) -> str:
    """Return the most frequent way of writing, the longer where it is but an acronym's."""
    forms = sorted(draft.forms.items(), key=lambda pair: (-pair[1], pair[0]))
    spelt_out = [form for form, _ in forms if not (len(form.split()) == 1 and is_acronym(form))]
    return (spelt_out or [forms[0][0]])[0]


def _distinct(preferred: str, forms: Iterable[str]) -> list[str]:
    """Return the forms that a matcher would not take for the preferred label anyhow."""
    seen, kept = {_words(preferred)}, []
    for form in forms:
        if _words(form) not in seen:
            seen.add(_words(form))
            kept.append(form)
    return kept


def _literal(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"@en'
