"""What a clause, a page and the words beside it tell of whom or what a pronoun stands for, on invented passages."""

from collections.abc import Callable

import pytest

Resolver = Callable[[str], str]

#: What it shows :: text with one pronoun in brackets :: label of what it stands for, "-" for nothing.
PASSED_ON = """
what was stored is released :: The firm says the dam would hold back rain and release [it] in June. :: rain
what was cut is sanded :: The yard buys oak. The crew cuts the planks, sands [them] and ships ash. :: plank
an amount is frozen :: Milk sours. The vet takes 5 ml, freezes [it] and leaves. :: 5 ml
an amount of a stuff :: Milk sours. The vet takes 5 ml of saliva and freezes [it]. :: 5 ml of saliva
"""

FITTING = """
no crew stings :: The glue is new. The crew were kind and [it] barely stung. :: glue
no study works :: A review found that moss slows rot. The review is long. [It] might work if the roof is dry. :: moss
a council is no therapy :: The council praised mud therapy. For years [it] was the usual treatment here. :: mud therapy
nothing is fear :: My coach shut the gym. The bus broke down. She told me [it] was fear of heights. :: -
a body receives reports :: The Harbour Board warned that no ferry is safe, and said [it] had received nine reports. \
:: harbour board
whose authors they are :: The Road Office counts cars. A study of 900 bridges found rust. [Its] authors blame salt. \
:: study of bridge
what people complete :: There was no cash prize, and the course lasted a year. Only nine pupils completed [it]. \
:: course
what is said to mean is no person :: Glazing means sealing a pot. [It] is slow. :: glazing
"""

NAMED = """
who owns :: When Vera Holt's kiln started to leak, [she] rang the shop. :: vera holt
whose age is told :: Otis, 41, had been coughing for weeks. After the syrup [his] cough eased. :: otis
no land :: In Denmark it rained. [He] swam. :: -
"""

NEW = """
what was just put out :: The council runs the pool. The council put up a notice board. [It] is ugly. :: notice board
what a body says stays its own :: The firm launched an app. [It] says sales are up. :: firm
"""

LEFT_OUT = """
what the oldest is one of :: Nine mills burned down. The [oldest] stood in Hull. :: oldest mill
the poor are no wards :: Wards differ. The [poorest] pay more. :: -
what ours is compared with :: Their dogs bark more than [ours]. :: our dog
what surveys like ours are :: Critics attack surveys like [ours]. :: our survey
a friend of ours is no friend :: Figs are ripe. A friend of [ours] eats them. :: -
"""

CLAUSES = """
what sounds so :: The new seed doubled the harvest. [That] sounds promising. :: the new seed doubled the harvest
what is put down to a cause :: A study found that ferries sink more often. The authors attribute [this] to ice. \
:: ferries sink more often
what somebody is careful about :: Dr Reed thinks fewer foxes cough, though she is careful about [it]. \
:: fewer foxes cough
"""


def _rows(listed: str) -> list[tuple[str, str, str]]:
    """Return what rows show, their texts and what is wanted."""
    parts = [row.split(" :: ") for row in listed.strip().splitlines()]
    return [(shows, text, wanted) for shows, text, wanted in parts]


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(PASSED_ON))
def test_what_one_verb_is_done_to_is_what_the_next_is_done_to(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """The object of a coordinated verb takes up the object of the verb before it, be it an amount."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(FITTING))
def test_what_is_said_of_a_pronoun_tells_what_it_may_be(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """What stings, helps, is a treatment, has authors or is completed is each of its own kind."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(NAMED))
def test_a_name_is_a_persons_where_he_or_she_follows(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Whom nobody told to be a person is one where "she" or "his" takes up the name."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(NEW))
def test_what_was_just_put_out_is_told_of_next(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """A new thing is meant right after it was made or put up, unless the clause says what people do."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(LEFT_OUT))
def test_a_noun_that_is_left_out_is_the_one_before(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """A lone "ours" and a bare superlative are of the kind of what was named before them."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _rows(CLAUSES))
def test_what_was_just_said_is_what_sounds_so(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """What sounds good, is put down to a cause or is spoken of with care is what the clause before says."""
    assert stands_for(text) == wanted, shows
