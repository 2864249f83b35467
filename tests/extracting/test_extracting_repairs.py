"""Slips of the tagger and the parser, mended: whole readings of invented sentences, each with a twin that is sound."""

from collections.abc import Callable

import pytest

Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
a verb behind "and" that no adjective is :: These oils preserve and darken wood. :: oil | darken | wood | + asserted; \
oil | preserve | wood | + asserted
several such verbs :: They are proven to contribute to drying, regenerate tiles, and of course, preserve and darken \
oak. :: they | are proven to contribute to | dry | + asserted; they | are proven to regenerate | tile | + asserted; \
they | are proven to darken | oak | + asserted; they | are proven to preserve | oak | + asserted
an adjective that asks nothing :: The shop sells apples and dry biscuits. :: shop | sells | apple | + asserted; \
shop | sells | dry biscuit | + asserted
a verb whose object is asked how :: The wardens close roads and direct drivers where to park. :: warden | close \
| road | + asserted; warden | direct | driver | + asserted
a verb joined to one, not to the noun before it :: The kiln runs out of stored heat and starts burning wood. \
:: kiln | runs out of | stored heat | + asserted; kiln | starts burning | wood | + asserted
a verb of its own subject :: The kiln burns wood and the chimney leaks. :: kiln | burns | wood | + asserted; \
chimney | leaks | - | + asserted
a name of two nouns :: The farm sells goods and the relay team wins. :: farm | sells | good | + asserted; \
relay team | wins | - | + asserted
a plural before "only" is a verb :: The museum lets children in free and charges only adults. :: museum | lets in \
| child | + asserted; museum | charges | adult | + asserted
a plural with nothing behind it is none :: The club sells games and rides. :: club | sells | game | + asserted; \
club | sells | ride | + asserted
a past tense like its base form :: The cheapest hut I could find cost £900. :: cheapest hut | cost \
| £900 | + asserted
the same form behind "to" :: The loan he hopes to cut is large. :: he | hopes to cut | loan | + asserted; loan | is \
| large | + asserted
a passive without its ending :: Two repairs may be need. :: repair | may be need | - | + hedged
an adjective behind "be" :: The shop may be open. :: shop | may be | open | + hedged
"""


@pytest.mark.parametrize(
    ("shows", "text", "claims"), [line.split("::") for line in READINGS.replace("\\\n", "").strip().split("\n")]
)
def test_the_sentence_reads_so(shows: str, text: str, claims: str, written: Written) -> None:
    """A slip is mended, and the sentence that looks like it and is sound stays as it is."""
    wanted = sorted(claim.strip() for claim in claims.split(";") if claim.strip())
    assert written(text.strip()) == wanted, shows
