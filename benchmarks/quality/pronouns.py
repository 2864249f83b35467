"""`pronouns`: what pronouns and descriptions are taken to stand for, against antecedents read by hand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.quality.sources import HERE, Parse, folder, packs, pages, parsed, rows
from benchmarks.quality.tables import Table

from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.stage import places
from claimgraph.model import Document

#: The set of the short texts, which stand in the list itself.
SHORT = "short"
#: What an answer may be.
RIGHT, WRONG, OPEN = "right", "wrong", "left open"
#: How the head of a label ends: what follows only tells more of it.
_MORE = re.compile(r" (?:of|in|for|with|from|to|by|on|that|which|who) ")


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun whose antecedent was read by hand.

    Attributes:
        id: of its row.
        place: set of its page, "short" for a text of its own.
        document: start of the file name, the row's id for a text of its own.
        text: the quote without its brackets.
        start: first character of the pronoun in the quote.
        end: one past the last.
        wanted: regex on the end of the antecedent's head words, "-" where nothing that was named is meant.
    """

    id: str
    place: str
    document: str
    text: str
    start: int
    end: int
    wanted: str

    @property
    def seen(self) -> bool:
        """Say whether rules may be written with an eye on it."""
        return self.place != SHORT or int(self.id.rpartition("-")[2]) % 2 == 1


def pronouns_table(fast: bool = False) -> Table:
    """Return how many pronouns are resolved rightly, wrongly or not at all, on the open and the unseen texts."""
    found = list(answers())
    parts = (
        ("pages, looked at", [(a, said) for a, said in found if a.place != SHORT]),
        ("short texts, odd, looked at", [(a, said) for a, said in found if a.place == SHORT and a.seen]),
        ("short texts, even, never looked at", [(a, said) for a, said in found if not a.seen]),
    )
    explanation = (
        "Pronouns and descriptions with what they stand for, read by hand in `benchmarks/quality/gold/pronouns.tsv`. "
        "Right: the antecedent that was read, or none where nothing that was named is meant; left open: an antecedent "
        "there is, but the program names none, which misleads nobody. Precision is the share of the named antecedents "
        "that are right."
    )
    columns = ("texts", "pronouns", RIGHT, WRONG, OPEN, "accuracy", "precision")
    return Table("pronouns", "Pronouns", explanation, columns, tuple((name, *_cells(part)) for name, part in parts))


def misses() -> Iterator[str]:
    """Yield the pronouns of the open texts that were not rightly resolved, with what the program made of them."""
    for asked, said in answers():
        if asked.seen and judged(asked, said) != RIGHT:
            marked = f"{asked.text[: asked.start]}[{asked.text[asked.start : asked.end]}]{asked.text[asked.end :]}"
            yield f"{asked.id}  {judged(asked, said)}: {said or '-'}, wanted {asked.wanted}  {marked}"


def judged(asked: Asked, said: str) -> str:
    """Return what an answer is worth.

    Args:
        asked: the pronoun.
        said: label of what it was resolved to, "" for nothing.
    """
    if asked.wanted == "-":
        return WRONG if said else RIGHT
    if not said:
        return OPEN
    head = _MORE.split(said)[0]
    return RIGHT if re.search(rf"\b(?:{asked.wanted})(?:e?s)?$", head, re.IGNORECASE) else WRONG


def answers() -> Iterator[tuple[Asked, str]]:
    """Yield every pronoun with the label of what the program resolves it to, "" where it leaves it open."""
    asked = list(_asked())
    for place in dict.fromkeys(a.place for a in asked):
        mine = [a for a in asked if a.place == place]
        read = (
            parsed([Document(a.id, a.text, "0" * 64, a.id) for a in mine]) if place == SHORT else pages(folder(place))
        )
        known = packs("none") if place == SHORT else packs("shipped", read)
        yield from _answered(mine, read, known)


def _answered(asked: Sequence[Asked], read: Parse, known: Lexicon) -> Iterator[tuple[Asked, str]]:
    """Yield the pronouns of some documents with what they are resolved to."""
    for document in read.documents:
        text, stem = document.document.text, document.document.stem
        mine = {(at := text.index(a.text)) + a.start: (a, at + a.end) for a in asked if stem.startswith(a.document)}
        for place in places(document, known):
            tokens = place.sentence.tokens
            for start in [s for s in mine if tokens[0].start <= s < tokens[-1].end]:
                row, end = mine.pop(start)
                inside = [t for t in tokens if start <= t.start and t.end <= end]
                head = next((t.i for t in inside if t.head not in {k.i for k in inside} or t.head == t.i), None)
                link = place.resolve(head) if head is not None else None
                yield row, link.label if link is not None else ""
        yield from ((row, "") for row, _ in mine.values())


def _asked() -> Iterator[Asked]:
    """Yield the rows of the list."""
    for identifier, place, document, quote, wanted in rows(HERE / "gold" / "pronouns.tsv"):
        before, _, rest = quote.partition("[")
        pronoun, _, after = rest.partition("]")
        name = identifier if place == SHORT else document
        start, end = len(before), len(before) + len(pronoun)
        yield Asked(identifier, place, name, before + pronoun + after, start, end, wanted)


def _cells(answered: Sequence[tuple[Asked, str]]) -> tuple[str, ...]:
    """Return the numbers of a row of the table."""
    counts = Counter(judged(asked, said) for asked, said in answered)
    named = [judged(asked, said) == RIGHT for asked, said in answered if said]
    accuracy, precision = counts[RIGHT] / max(1, len(answered)), sum(named) / max(1, len(named))
    numbers = (len(answered), counts[RIGHT], counts[WRONG], counts[OPEN])
    return (*map(str, numbers), f"{accuracy:.3f}", f"{precision:.3f}")
