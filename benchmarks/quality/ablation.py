"""`ablation`: what is lost over the open gold sets without one part of the program, each in turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from benchmarks.quality.claims import sentence_verdicts
from benchmarks.quality.links import Pair, pairs, related_by
from benchmarks.quality.scoring import COLUMNS, Verdict, judged, located, share
from benchmarks.quality.sources import OPEN_SETS, Parse, folder, gold, packs, pages, parsed
from benchmarks.quality.tables import Table

from claimgraph.extracting import Lexicon, stage
from claimgraph.extracting.linking import Link
from claimgraph.extracting.references import Discourse
from claimgraph.extracting.rules import Rule
from claimgraph.extracting.stage import ALL_RULES
from claimgraph.language import parsing
from claimgraph.language.parsed import ParsedDocument, Sentence
from claimgraph.language.voices import page_voice
from claimgraph.model import Claim, Relation

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
        verdicts: on every gold claim, and on every single sentence that wants one.
        pairs: what became of every gold pair.
        said: claims made of single sentences that hold none.
    """

    emitted: int
    verdicts: tuple[Verdict, ...]
    pairs: tuple[Pair, ...]
    said: int

    def shares(self) -> tuple[float, ...]:
        """Return recall, recall with polarity, certainty, voice, and gold relations found."""
        return (
            share([bool(v.found) for v in self.verdicts]),
            share([v.polarity for v in self.verdicts]),
            share([v.certainty for v in self.verdicts if v.certainty is not None]),
            share([v.voice for v in self.verdicts if v.voice is not None]),
            share([p.right for p in self.pairs if p.wanted != "none"]),
        )

    @property
    def wrong(self) -> int:
        """Return how many gold pairs that are no relation were called one."""
        return sum(not p.right for p in self.pairs if p.wanted == "none")


@dataclass(frozen=True, slots=True)
class Variant:
    """The program with one part of it left out.

    Attributes:
        packs: as `sources.packs` names them.
        rules: that are applied.
        emptied: word lists that are emptied.
        one_voice: whether letters, posters and quoted people are taken for the page itself.
        unresolved: whether pronouns and descriptions stand for nothing.
        step: of parsing that is left out, by the name it has there, "" for none.
    """

    packs: str = "shipped"
    rules: tuple[Rule, ...] = ALL_RULES
    emptied: tuple[str, ...] = ()
    one_voice: bool = False
    unresolved: bool = False
    step: str = ""


def ablation_table(fast: bool = False) -> Table:
    """Return what each part is worth: all of them, then each one left out; fast: no word lists."""
    whole = pooled(Variant())
    found = [
        (
            "nothing",
            str(whole.emitted),
            *(f"{value:.3f}" for value in whole.shares()),
            str(whole.wrong),
            str(whole.said),
        )
    ]
    for name, variant in variants(fast):
        part = pooled(variant)
        changes = (f"{b - a:+.3f}" for a, b in zip(whole.shares(), part.shares(), strict=True))
        found.append((name, str(part.emitted), *changes, str(part.wrong), str(part.said)))
    explanation = (
        "All open sets and the single sentences that rules may be written against, together. The first line is the "
        "whole program, each further line the change when one part of it is left out. Gold claims may be found by "
        "the pronoun that stands in the text, so that what pronouns and packs are worth shows in the gold "
        "conflicts and supports that are found (`relations`); what a part takes away (claims under a condition) "
        "shows in `emitted` and in what is made of sentences that hold no claim."
    )
    columns = ("left out", "emitted", *COLUMNS[2:-1], "relations", "wrongly related", "claims of no claim")
    return Table("ablation", "What each part is worth", explanation, columns, tuple(found))


#: Steps of parsing, each with the name it has in `claimgraph.language.parsing`.
STEPS = {
    "repairs of trees": "repaired",
    "the second look at sentences without a clause": "with_clauses",
    "acronyms like small words": "with_acronyms",
    "items that leave out their subject": "with_leads",
    "clauses that go on in a list": "with_continued",
}


def variants(fast: bool) -> Iterator[tuple[str, Variant]]:
    """Yield the name of each part and the program without it."""
    yield "pronouns and descriptions", Variant(unresolved=True)
    yield "the packs", Variant(packs="none")
    yield "voices inside a page", Variant(one_voice=True)
    for name, step in STEPS.items():
        yield name, Variant(step=step)
    for left_out in ALL_RULES:
        rest = tuple(rule for rule in ALL_RULES if rule is not left_out)
        yield f"rule: {left_out.__name__}", Variant(rules=rest)
    for name, lists in () if fast else FAMILIES.items():
        yield f"words: {name}", Variant(emptied=lists)


def pooled(variant: Variant) -> Pooled:
    """Return all open sets taken together, as a variant of the program reads them."""
    verdicts: list[Verdict] = []
    found: list[Pair] = []
    claims: dict[Path, list[Claim]] = {}
    relations: dict[Path, tuple[Relation, ...]] = {}
    for subject in OPEN_SETS:
        place = folder(subject)
        if place not in claims:
            known = packs(variant.packs, pages(place))
            claims[place] = _claims(variant, pages(place), known)
            relations[place] = related_by(claims[place], known.pack)
        verdicts += judged(located(gold(subject), pages(place).texts()), claims[place])
        found += pairs(subject, claims[place], relations[place])
    single, made, quiet = sentence_verdicts("dev", lambda read: _claims(variant, read, packs("none")))
    said = sum(map(len, quiet.values()))
    emitted = sum(map(len, claims.values())) + len(made) + said
    return Pooled(emitted, (*verdicts, *single), tuple(found), said)


def _without_step(read: Parse, step: str) -> Parse:
    """Return pages parsed again without a step."""
    with patch.object(parsing, step, lambda told, *_: told):
        return parsed(document.document for document in read.documents)


def _claims(variant: Variant, read: Parse, known: Lexicon) -> list[Claim]:
    """Return the claims that a variant of the program makes of pages."""
    shown = _one_voice(read) if variant.one_voice else _without_step(read, variant.step) if variant.step else read
    discourse = Unresolved if variant.unresolved else Discourse
    with patch.object(stage, "Discourse", discourse):
        return shown.claims(without(known, variant.emptied), variant.rules)


def without(known: Lexicon, lists: Sequence[str]) -> Lexicon:
    """Return a lexicon with some of its word lists emptied; KeyError where there is no such list."""
    emptied = {name: known.english[name] & frozenset() for name in lists}
    return replace(known, english=replace(known.english, lists={**known.english.lists, **emptied}))


def _one_voice(read: Parse) -> Parse:
    """Return parsed pages in which every sentence is the page's own."""
    return Parse(tuple(_own(document) for document in read.documents))


def _own(page: ParsedDocument) -> ParsedDocument:
    """Return a parsed page in which every sentence is the page's own."""
    voice = page_voice(page.document)
    return replace(page, sentences=tuple(replace(s, voice=voice) for s in page.sentences))
