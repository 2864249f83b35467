"""`ablation`: what is lost over the open gold sets without one part of the program, each in turn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

from benchmarks.quality.scoring import Verdict, judged, located, share
from benchmarks.quality.sources import OPEN_SETS, Parse, folder, gold, packs, pages
from benchmarks.quality.tables import Table

from claimgraph.extracting import Lexicon, stage
from claimgraph.extracting.linking import Link
from claimgraph.extracting.references import Discourse
from claimgraph.extracting.rules import Rule
from claimgraph.extracting.stage import ALL_RULES
from claimgraph.language.parsed import ParsedDocument, Sentence
from claimgraph.model import Claim, Voice

#: Families of word lists that rules stand on, each emptied in turn.
FAMILIES: dict[str, tuple[str, ...]] = {
    "reported speech": ("report_verbs", "denial_verbs"),
    "negation raised from above (don't think that)": ("neg_raising", "factive_verbs"),
    "near-negation and negative quantifiers": ("near_negators", "negative_determiners", "negative_pronouns"),
    "denying nouns, verbs, adjectives (lack of, fails to)": ("negative_nouns", "negative_verbs", "negative_adjectives"),
    "hedging words": ("hedges", "hedge_verbs", "hedge_adjectives", "hedge_nouns", "speculations"),
    "chains of verbs (has been shown to help)": ("clause.transparent", "capacity_nouns", "capacity_adjectives"),
    "causatives (causes hair to fall out)": ("clause.causative",),
    "conditions (if, unless)": ("clause.conditional_marks",),
    "boilerplate": ("clause.boilerplate",),
    "light and carrier nouns (use of X, X therapy)": ("reference.light_nouns", "reference.carrier_nouns"),
    "the treatment for who receives it (you will see results)": ("reference.experiencers", "reference.experiencing"),
    "descriptions (this treatment)": ("reference.descriptions",),
}


class Unresolved(Discourse):
    """A discourse in which no pronoun or description stands for anything."""

    def resolve(self, place: int, sentence: Sentence, head: int) -> Link | None:
        """Return nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Pooled:
    """All open sets taken together.

    Attributes:
        emitted: claims.
        verdicts: on every gold row.
    """

    emitted: int
    verdicts: tuple[Verdict, ...]

    def shares(self) -> tuple[float, float, float, float]:
        """Return recall, recall with polarity, certainty and voice."""
        return (
            share([bool(v.found) for v in self.verdicts]),
            share([v.polarity for v in self.verdicts]),
            share([v.certainty for v in self.verdicts if v.certainty is not None]),
            share([v.voice for v in self.verdicts if v.voice is not None]),
        )


def ablation_table(fast: bool = False) -> Table:
    """Return what each part is worth: all of them, then each one left out; fast: no word lists."""
    whole = pooled(packs("shipped"))
    found = [("nothing", str(whole.emitted), *(f"{value:.3f}" for value in whole.shares()))]
    for name, variant in variants(fast):
        part = variant()
        changes = (f"{b - a:+.3f}" for a, b in zip(whole.shares(), part.shares(), strict=True))
        found.append((name, str(part.emitted), *changes))
    explanation = (
        "All open sets together. The first line is the whole program, each further line the change when one part of "
        "it is left out. What a part takes away (wrong claims under a condition, from boilerplate) shows in `emitted`."
    )
    columns = ("left out", "emitted", "recall", "recall with polarity", "certainty", "voice")
    return Table("ablation", "What each part is worth", explanation, columns, tuple(found))


def variants(fast: bool) -> Iterator[tuple[str, Callable[[], Pooled]]]:
    """Yield the name of each part and what measures the program without it."""
    known = packs("shipped")
    yield "pronouns and descriptions", lambda: _without_references(known)
    yield "the packs", lambda: pooled(packs("none"))
    yield "voices inside a page", lambda: pooled(known, one_voice=True)
    for left_out in ALL_RULES:
        rest = tuple(rule for rule in ALL_RULES if rule is not left_out)
        yield f"rule: {left_out.__name__}", lambda rest=rest: pooled(known, rest)  # type: ignore[misc]
    for name, lists in () if fast else FAMILIES.items():
        yield f"words: {name}", lambda lists=lists: pooled(without(known, lists))  # type: ignore[misc]


def pooled(known: Lexicon, rules: Sequence[Rule] = ALL_RULES, *, one_voice: bool = False) -> Pooled:
    """Return all open sets taken together.

    Args:
        known: the lexicon.
        rules: the rules to apply.
        one_voice: whether letters, posters and quoted people are taken for the page itself.
    """
    claims: dict[object, list[Claim]] = {}
    verdicts: list[Verdict] = []
    for subject in OPEN_SETS:
        place = folder(subject)
        read = _one_voice(pages(place)) if one_voice else pages(place)
        if place not in claims:
            claims[place] = read.claims(known, rules)
        verdicts += judged(located(gold(subject), read.texts()), claims[place])
    return Pooled(sum(map(len, claims.values())), tuple(verdicts))


def without(known: Lexicon, lists: Sequence[str]) -> Lexicon:
    """Return a lexicon with some of its word lists emptied; KeyError where there is no such list."""
    emptied = {name: known.english[name] & frozenset() for name in lists}
    return replace(known, english=replace(known.english, lists={**known.english.lists, **emptied}))


def _without_references(known: Lexicon) -> Pooled:
    """Return all open sets with nothing resolved."""
    with patch.object(stage, "Discourse", Unresolved):
        return pooled(known)


def _one_voice(read: Parse) -> Parse:
    """Return parsed pages in which every sentence is the page's own."""
    return Parse(tuple(_own(document) for document in read.documents))


def _own(parsed: ParsedDocument) -> ParsedDocument:
    """Return a parsed page in which every sentence is the page's own."""
    page = Voice(parsed.document.publisher or parsed.document.title or parsed.document.stem)
    return replace(parsed, sentences=tuple(replace(s, voice=page) for s in parsed.sentences))
