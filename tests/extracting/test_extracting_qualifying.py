"""What narrows a claim hangs on the claim it belongs to: invented sentences with all their claims and qualifiers."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: Kinds of qualifier that only keep the words of a cue.
CUES = frozenset({"hedge", "negation", "evidence"})

#: What it shows :: text :: its claims as subject | predicate | object | qualifiers, ";" between.
QUALIFIED = """
a number stays with the thing it counts :: The box holds 12 mugs and a plate. :: box | holds | mug | quantity=12 mugs; \
box | holds | plate | -
a number before a subject stays with it :: Forty nurses and a doctor signed. :: nurse | signed | - \
| quantity=Forty nurses; doctor | signed | - | -
a number outside both things belongs to both :: The levy cut waste and noise by 12 per cent. :: levy | cut | waste \
| share=12 per cent; levy | cut | noise | share=12 per cent
a number of the main clause is not a participle's :: My van has 90,000 km on it, serviced every spring. :: van | has \
| 90,000 km | quantity=90,000 km; van | serviced | - | circumstance=every spring
a number that an aside tells is the aside's :: She quoted a survey ordered by the council, which found that rents fell \
by 12 per cent. :: she | quoted | survey | -; survey | ordered by | council | -; \
rent | fell by | 12 per cent | share=12 per cent
a number of a clause that tells which is kept :: The spa treated guests who lost 5 kg. :: spa | treated \
| guests who lost 5 kg | quantity=5 kg; guest | lost | 5 kg | quantity=5 kg
how long after an event something holds is kept :: The roots become strong 6 weeks after the seed has been sown. \
:: root | become | strong | circumstance=6 weeks after the seed has been sown
a reason before which no time stands is none :: The roots rot because the soil is wet. :: root | rot | - | -; \
soil | is | wet | -
what opens a sentence holds for its coordinated clauses :: With age, the hair thins and nails become brittle. :: \
hair | thins | - | circumstance=With age; nail | become | brittle | circumstance=With age
what opens a sentence is not said of another time :: In 2019, rents rose and they are still high. :: rent | rose \
| - | circumstance=In 2019; rent | are | high | -
what opens a sentence does not hold for what is set against it :: In Spain, rents fell, but wages rose. :: rent \
| fell | - | place=Spain; wage | rose | - | -
what is one's own is no purpose :: The manual for mine is old. :: manual | is | old | -
what is for a thing is its purpose :: The manual for pumps is old. :: manual | is | old | purpose=pumps
what becomes of a thing is no place :: The mill turns dry chaff into warm fuel. :: mill | turns | dry chaff | \
circumstance=into warm fuel
where it is denied narrows nothing :: The drug works in mice, not in people. :: drug | works in | mouse | \
circumstance=not in people
examples of another noun are no purpose :: It is the key step in all methods of dyeing for wool including alum \
and soda. :: it | is | key step | purpose=wool
since when there is none is kept :: To date, there have been no complaints. :: complaint | have been | - | \
circumstance=To date
what only rounds off is not kept :: In fact, there are few wolves. :: wolf | are | - | -
a thing that is added only exists :: Because of the frost, there may be a risk attached to their work, and \
greater strain. :: risk | may be attached to | work | circumstance=Because of the frost; greater strain | may be \
| - | circumstance=Because of the frost
where something holds is kept :: In a city, where rents are high, the mood is low. :: mood | is | low | \
circumstance=In a city, where rents are high; rent | are | high | circumstance=In a city
a noun that is the subject is no place of its clause :: The city where rents are high is old. :: city | is | old \
| -; rent | are | high | -
what a speaker thinks back to is no condition :: When thinking of the war, bread was the key. :: bread | was | \
key | -
the day of a month counts nothing :: The pump was fitted on 2 March. :: pump | was fitted | - | circumstance=on 2 March
what is no month is counted :: They planted 14 may bushes. :: they | planted | may bush | quantity=14 may bushes
a number inside a name counts nothing :: The gene is called LRB-C*5801. :: gene | is called | LRB-C*5801 | -
one of so many is a share :: One tenant in ten feels cold. :: tenant | feels | cold | share=One tenant in ten
one in a place is no share :: One tenant in the tower feels cold. :: tenant | feels | cold | quantity=One tenant
the age of a thing is no population :: The tractor is 17 years old. :: tractor | is | old | quantity=17 years
the age of people is one :: The patient is 17 years old. :: patient | is | old | population=17 years
whom one is sent to is no population :: We refer you to a nurse. :: we | refer | you | circumstance=to a nurse
an occasion is none of two facts :: Levels drop while a joint is inflamed. :: level | drop | - | \
circumstance=while a joint is inflamed
what is set against it is a fact :: Rents fell while wages rose. :: rent | fell | - | -; wage | rose | - | -
how seldom something is is kept :: Ferries rarely run. :: ferry | run | - | circumstance=rarely
what is hardly so is denied :: Ferries hardly run. :: ferry | run | - | -
what was so once is denied for now :: Ferries no longer run. :: ferry | run | - | circumstance=no longer
a number of what is asked is no number of the asking :: Ministers decide whether the scheme should run for \
two years. :: minister | decide | whether the scheme should run for two years | -
a number of what is done is :: The firm forgot to buy 40 pumps. :: firm | forgot to buy | pump | quantity=40 pumps
a rating is no circumstance :: ★★★★★ I was on the list for a pump. :: i | was on | list | purpose=a pump
what is done first is a condition :: When mixed with lime, clay is the key. :: clay | is | key | condition=When \
mixed with lime
"""


def _rows() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [line.split(" :: ") for line in QUALIFIED.strip().splitlines()]


def _written(claim: Claim) -> str:
    """Return a claim with its qualifiers as the table writes it."""
    told = ", ".join(f"{q.kind}={q.text}" for q in claim.qualifiers if q.kind not in CUES)
    thing = claim.object.label if claim.object is not None else "-"
    return f"{claim.subject.label} | {claim.predicate.text} | {thing} | {told or '-'}"


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_each_qualifier_hangs_on_its_own_claim(row: list[str], claims_of: Reader) -> None:
    """Numbers, phrases and clauses narrow the claim they belong to, and no other."""
    _, text, wanted = row
    assert sorted(map(_written, claims_of(text))) == sorted(wanted.split("; "))
