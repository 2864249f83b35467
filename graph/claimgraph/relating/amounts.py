"""The amounts, years and ranks that stand in a sentence, and how those of one text stand to those of another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from claimgraph.extracting.quantities import measures
from claimgraph.knowledge.english import english
from claimgraph.knowledge.units import units
from claimgraph.language.parsed import Sentence
from claimgraph.model import Quantity
from claimgraph.relating.quantities import comparable, meet, within
from claimgraph.relating.spoken import YEAR
from claimgraph.relating.words import Words, base, kinds

RANK = "rank"
_YEARS = re.compile(
    r"\b(?:(?P<after>not (?:until|till|before)|after|since|from)|(?P<before>before|by|until|prior to))? ?"
    r"(?:the )?(?:year )?"
    r"(?:early |mid-|late )?(?P<year>1[0-9]\d\d|20\d\d|21\d\d)(?P<tens>s)?\b(?! ?[%\w]*(?:metre|km|m\b|people))"
)
#: What follows the share that tells how sure a statistic is.
_STATISTIC = re.compile(r" ?(?:ci|cri|hpdi|confidence|credible|prediction)\b")
_CENTURY = re.compile(r"\b(?P<nth>\w+(?:-\w+)?) century\b")
_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, a year or a rank in a sentence.

    Attributes:
        quantity: made comparable; of a year and a rank with these as its dimension.
        counted: base form of the noun that a bare count counts, "" where none is told.
        text: the words.
    """

    quantity: Quantity
    counted: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the amounts of one text stand to those of another.

    Attributes:
        met: amounts that one of the other's meets.
        within: of these, those with an open bound that the other's amount keeps.
        apart: pairs of amounts of one sort, where no amount of the other meets.
        unanswered: amounts that nothing in the other can be held against.
    """

    met: tuple[Amount, ...]
    within: tuple[Amount, ...]
    apart: tuple[tuple[Amount, Amount], ...]
    unanswered: tuple[Amount, ...]


def amounts(sentence: Sentence, lexicon: Words) -> Iterator[Amount]:
    """Yield the amounts, then the years and ranks, of a sentence.

    Args:
        sentence: to read.
        lexicon: for the base forms of what is counted.
    """
    text = sentence.words(list(range(len(sentence.tokens)))).casefold()
    taken: list[tuple[int, int]] = []
    for measure in measures(text):
        statistic = measure.quantity.dimension == "share" and _STATISTIC.match(text, measure.end)
        if statistic or (measure.quantity.dimension == "count" and not _counting(measure.counted)):
            continue
        taken.append((measure.start, measure.end))
        yield Amount(measure.quantity, _noun(sentence, measure.counted, lexicon), measure.text)
    for start, end, amount in (*_years(text), *_ranks(text, sentence)):
        if not any(start < there[1] and there[0] < end for there in taken):
            yield amount


def standing(ours: Sequence[Amount], theirs: Sequence[Amount], lexicon: Words) -> Standing:
    """Return how the amounts of one text stand to those of another.

    Args:
        ours: amounts of the one.
        theirs: of the other.
        lexicon: tells whether two counts are of one thing.
    """
    met, kept, apart, unanswered = [], [], [], []
    for mine in ours:
        rivals = [other for other in theirs if _one_sort(mine, other, lexicon)]
        if any(meet(mine.quantity, other.quantity) for other in rivals):
            met.append(mine)
            if any(within(other.quantity, mine.quantity) for other in rivals):
                kept.append(mine)
        elif rivals:
            apart.append((mine, rivals[0]))
        else:
            unanswered.append(mine)
    return Standing(tuple(met), tuple(kept), tuple(apart), tuple(unanswered))


def _one_sort(mine: Amount, other: Amount, lexicon: Words) -> bool:
    """Say whether two amounts measure or count things of one sort."""
    if not comparable(mine.quantity, other.quantity):
        return False
    if mine.quantity.dimension not in ("count", RANK) or not (mine.counted and other.counted):
        return True
    one, two = base(mine.counted, lexicon), base(other.counted, lexicon)
    anybody = english()["relating.inhabitants"]
    persons = any(
        x in anybody and ("person" in kinds().get(y, ()) or y in anybody) for x, y in ((one, two), (two, one))
    )
    return one == two or persons or lexicon.alike(mine.counted, other.counted)


def _counting(word: str) -> bool:
    return bool(word) and word not in english()["relating.function"] and word not in ("past", "per", "s")


def _noun(sentence: Sentence, counted: str, lexicon: Words) -> str:
    """Return the base form of the noun that a number counts, the word right behind it where no noun is found."""
    token = next((t for t in sentence.tokens if t.lower == counted), None)
    if token is None:
        return base(counted, lexicon) if counted else ""
    head = sentence.tokens[token.head]
    return head.lemma if token.pos not in ("NOUN", "PROPN") and head.pos == "NOUN" else token.lemma


def _years(text: str) -> Iterator[tuple[int, int, Amount]]:
    """Yield the years, decades and centuries of a text in lower case, with where they stand."""
    for match in _YEARS.finditer(text):
        year = float(match["year"])
        last = year + 9 if match["tens"] else year
        low, high = (-inf, last) if match["before"] else (year, inf) if match["after"] else (year, last)
        yield match.start(), match.end(), Amount(_when(low, high), "", match.group().strip())
    for match in _CENTURY.finditer(text):
        nth = _nth(match["nth"])
        if nth:
            yield match.start(), match.end(), Amount(_when(nth * 100 - 100, nth * 100), "", match.group())


def _when(low: float, high: float) -> Quantity:
    return Quantity(None if low == -inf else float(low), None if high == inf else float(high), "1", YEAR)


def _ranks(text: str, sentence: Sentence) -> Iterator[tuple[int, int, Amount]]:
    """Yield the ranks of a text: "the second person", "12th"."""
    for match in _rank().finditer(text):
        nth = _nth(match["nth"])
        if nth:
            token = next((t for t in sentence.tokens if t.lower == match["nth"]), None)
            head = sentence.tokens[token.head] if token and token.dep in ("amod", "compound") else None
            noun = head.lemma if head and head.pos == "NOUN" else ""
            yield match.start(), match.end(), Amount(Quantity(nth, nth, "1", RANK), noun, match.group())


@cache
def _rank() -> re.Pattern[str]:
    """Return how a rank is written."""
    return re.compile(rf"\b(?P<nth>\d+(?:st|nd|rd|th)|{'|'.join(units().ordinals)})\b(?![- ]century)")


def _nth(word: str) -> float:
    """Return the number of an ordinal, 0 for any other word.

    >>> _nth("second"), _nth("21st"), _nth("tea")
    (2.0, 21.0, 0.0)
    """
    digits = _DIGITS.fullmatch(word)
    return float(digits[1]) if digits else float(units().ordinals.get(word, 0))
