"""What a sentence does not say: what is advised, picked out, set against, or stands beside the text."""

from collections.abc import Callable

import pytest

Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
SCOPES = """
what is advised is not done :: We advise most owners to stay at home. :: we | advise \
| owner stay | + asserted
nor is what one is told to do :: My vet advised me to avoid salt. :: vet | advised | me avoid salt | + asserted
what a body of people should do is a duty :: The council should act. :: council | should act | - | + asserted
so is how we should be :: We should be upfront. :: we | should be | upfront | + asserted
no proof of what a participle describes :: There is no proof that treated water in towns causes gout. \
:: treated water | causes | gout | - asserted
worry without a cause is worry :: I'm worrying about nothing. :: i | 'm worrying about | nothing | + asserted
what is no cause is no name of the effect :: Salt causes thirst, not a lack of water. :: salt | causes | thirst \
| + asserted
what cannot be done without a thing is done with it :: I cannot finish the run without stopping. \
:: i | cannot finish | run | - asserted; i | stopping | - | + asserted
a participle alone tells which :: The chemical used is chlorine. :: chemical | is | chlorine | + asserted
whose picks out people :: We met people whose homes had burned. :: we | met | people | + asserted
what one is told is the answer :: Few labels tell you which strain you're buying. \
:: label | tell | which strain you're buying | - asserted
what a study cannot tell is a question :: Surveys can't tell us whether rents fall. \
:: survey | can't tell | whether rents fall | - asserted
how much more is no size :: Some people get a little more sleep. :: people | get | sleep | + asserted
what is taken together is one thing :: Zinc plus iron may ease colds. :: zinc plus iron | may ease | cold | + hedged
so is what is combined :: Noise combined with heat harms fish. :: noise combined with heat | harms | fish | + asserted
what should be tested has not been :: Boilers should be tested. :: boiler | should be tested | - | + asserted
what describes a subject is not what is compared :: Older adults who took zinc slept sooner than those on a pill. \
:: older adults who took zinc | slept | - | + asserted
nor beside another comparative :: The dearer brands are no better absorbed than the cheaper ones. \
:: dearer brand | better absorbed than | cheaper brand | - asserted
whose a thing is :: Ruth Garside, whose family owns the land, spoke. :: family | owns | land | + asserted; \
ruth garside | spoke | - | + asserted
what needs to be is not yet :: The lid needs to be wide. :: lid | needs to be | wide | + asserted
a denial of what is encouraging is none of doubt :: The signs are not encouraging. :: sign | are not \
| encouraging | - asserted
what one is saved is how much :: The club saves her £25 a week. :: club | saves | £25 | + asserted
what may be that is so may be :: It may be that rain helps. :: rain | helps | - | + hedged
fewer of them are not they :: Fewer boats leak. :: fewer boat | leak | - | + asserted
both answers answer nothing :: Was this page helpful? Yes / No ::
a row of page names with a long one :: Posted 6 May by Ada Moss, Leeds | 5 min read | 12 comments ::
"""


@pytest.mark.parametrize("row", [r.split("::") for r in SCOPES.strip().split("\n")], ids=lambda row: row[0].strip())
def test_a_sentence_says_no_more_than_it_says(row: list[str], written: Written) -> None:
    """A sentence gives the claims it makes and none besides."""
    _, text, claims = row
    assert written(text.strip()) == sorted(claim.strip() for claim in claims.split(";") if claim.strip())


def test_a_sharp_heads_a_section_in_plain_text_too(written: Written) -> None:
    """A heading in the manner of Markdown claims nothing, whatever the file is called."""
    assert written("## How it works\n\nThe pump lifts water.") == ["pump | lifts | water | + asserted"]
