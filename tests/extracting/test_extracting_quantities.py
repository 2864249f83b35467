"""Quantities: ranges, money, shares, rates, numbers in words, comparators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extracting.quantities import measures

#: Text :: words :: least :: most :: unit :: dimension.
QUANTITIES = """
within 3-6 months :: within 3-6 months :: 91.31 :: 182.62 :: day :: time
between 2 and 4 weeks :: between 2 and 4 weeks :: 14 :: 28 :: day :: time
after six hours :: six hours :: 0.25 :: 0.25 :: day :: time
for two decades :: two decades :: 7305 :: 7305 :: day :: time
at least 250 mg :: at least 250 mg :: 0.25 :: - :: gram :: mass
up to 2 litres :: up to 2 litres :: - :: 2000 :: milliliter :: volume
about 40 km :: about 40 km :: 40000 :: 40000 :: meter :: length
90 km/h on the track :: 90 km/h :: 90 :: 90 :: kilometer_per_hour :: speed
120 mg per day :: 120 mg per day :: 0.12 :: 0.12 :: gram/day :: dose
$40 :: $40 :: 40 :: 40 :: usd :: money
$1.5 million :: $1.5 million :: 1500000 :: 1500000 :: usd :: money
€20-30 :: €20-30 :: 20 :: 30 :: eur :: money
3,500 dollars :: 3,500 dollars :: 3500 :: 3500 :: usd :: money
18 per cent :: 18 per cent :: 18 :: 18 :: percent :: share
more than 60% :: more than 60% :: 60 :: - :: percent :: share
one in four :: one in four :: 25 :: 25 :: percent :: share
three out of every ten :: three out of every ten :: 30 :: 30 :: percent :: share
2 to 3 million voters :: 2 to 3 million voters :: 2000000 :: 3000000 :: 1 :: count
twelve jurors :: twelve jurors :: 12 :: 12 :: 1 :: count
3 cups a day :: 3 cups a day :: 3 :: 3 :: 1/day :: rate
3 mm per decade :: 3 mm per decade :: 3.42231e-11 :: 3.42231e-11 :: kilometer_per_hour :: speed
twenty-five growers :: twenty-five growers :: 25 :: 25 :: 1 :: count
two hundred and fifty workers :: two hundred and fifty workers :: 250 :: 250 :: 1 :: count
fewer than a million voters :: fewer than a million voters :: - :: 1000000 :: 1 :: count
half a million euros :: half a million euros :: 500000 :: 500000 :: eur :: money
a couple of weeks :: a couple of weeks :: 14 :: 14 :: day :: time
two and a half hours :: two and a half hours :: 0.104167 :: 0.104167 :: day :: time
twenty or more beans :: twenty or more beans :: 20 :: - :: 1 :: count
three years or longer :: three years or longer :: 1095.75 :: - :: day :: time
upwards of 300 ships :: upwards of 300 ships :: 300 :: - :: 1 :: count
it exceeds 12 metres :: exceeds 12 metres :: 12 :: - :: meter :: length
more than half of the trees :: more than half :: 50 :: - :: percent :: share
half the price :: half :: 50 :: 50 :: percent :: share
two-thirds of tenants :: two-thirds :: 66.6667 :: 66.6667 :: percent :: share
less than a tenth of it :: less than a tenth :: - :: 10 :: percent :: share
134 of the 249 votes :: 134 of the 249 :: 53.8153 :: 53.8153 :: percent :: share
sacs of 30-150 nm :: 30-150 nm :: 3e-8 :: 1.5e-7 :: meter :: length
"""


def _rows() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [line.split(" :: ") for line in QUANTITIES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_each_quantity_is_made_comparable(row: list[str]) -> None:
    """The words are kept, the number is put in the base unit of its dimension, and comparators set the bounds."""
    text, words, least, most, unit, dimension = row
    [found] = measures(text)
    assert found.text == words
    for bound, wanted in zip((found.quantity.low, found.quantity.high), (least, most), strict=True):
        assert bound == (None if wanted == "-" else pytest.approx(float(wanted), rel=1e-4, abs=0))
    assert [found.quantity.unit, found.quantity.dimension] == [unit, dimension]


@pytest.mark.parametrize(
    "text",
    [
        *("the 21st century", "in 1998", "the 1990s", "only one", "1/0", "no number"),
        *("a third person", "the second one", "several hundred people", "a few hundred metres", "at 4pm"),
    ],
)
def test_what_measures_nothing_is_no_quantity(text: str) -> None:
    """Ordinals, years, decades and a lone "one" are left alone."""
    assert list(measures(text)) == []


@given(st.text(alphabet="0123456789.,-/$€% abdehkmnorty", max_size=60))
def test_any_text_gives_quantities_in_order_with_their_words(text: str) -> None:
    """Whatever the text, reading ends, bounds are in order and the words stand where they are said to."""
    for measure in measures(text):
        low, high = measure.quantity.low, measure.quantity.high
        assert text[measure.start : measure.end].strip() == measure.text
        assert low is None or high is None or low <= high
