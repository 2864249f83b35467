"""Who speaks a passage in quotation marks that no verb of saying stands beside, and who speaks without any marks."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: text :: words of a subject :: whose claim it is.
SPEAKERS = """
who says more in the paragraph :: Worse, Dr Moss says, peat might harm them. Bags are dear. "Roses starve in it." \
:: Roses :: Dr Moss
who is told of just before :: Dr Nora Moss is a botanist. And pots? Here she is more careful. "Trials are short." \
:: Trials :: Dr Nora Moss
who was asked :: Dr Bo Lind says peat is safe. I asked Helen Carr, who ran a nursery. "Peat does help," she told me. \
:: Peat :: Helen Carr
whom the page follows :: Bark is better, according to Priya Dunn, a grower. "Bark brings air," she says. \
:: Bark :: Priya Dunn
whose kin is named :: Her daughter, Julie, isn't convinced. "Mum fed them," she points out. :: Mum :: Julie
nobody who only measures :: Rot is more common than Hull admits, Ann Carr said. "Roots are weak." :: Roots :: Ann Carr
who has no name :: An accountant who saw the books reckons the saving is small. He thinks the cost is hidden. \
:: the cost :: An accountant
the review and not its trials :: A review of 42 trials, which found that peat warms, was read. \
:: peat :: A review of 42 trials
the speaker of what readers know :: Regular readers will know the roses grew. :: the roses :: text
those who hold a view :: The Cabinet took the view that peat is a poison. :: peat :: The Cabinet
a few studies :: A few studies have suggested that peat warms the air. :: peat :: A few studies
no study of the speaker's own :: "In our own study we gave each rose a bag," Dr Moss says. :: we :: Dr Moss
who denies a thing speaks on :: A council spokeswoman disputed that figure. Waste had doubled, she said. \
:: Waste :: A council spokeswoman
a name behind it :: "The oil burned me." Carol T., Hull :: The oil :: Carol T.
a name under it :: "The oil burned me."\\nCarol Mills, Hull :: The oil :: Carol Mills
who says it again below :: "The path is blocked"\\n\\nThe news.\\n\\n"The path is blocked by bins," Ann Odell said. \
:: The path :: Ann Odell
somebody :: A news report.\\n\\n"The path is blocked."\\n\\nThe lamp broke. :: The path :: somebody quoted
single marks :: 'The path is blocked by Ed's bins,' Ann Odell said. :: The path :: Ann Odell
"""


@pytest.mark.parametrize("row", [r.split(" :: ") for r in SPEAKERS.strip().split("\n")], ids=lambda row: row[0])
def test_who_speaks(row: list[str], claims_of: Reader) -> None:
    """A claim is in the mouth of whom the text around it says or shows to speak."""
    _, text, subject, voice = row
    found = {c.voice.label for c in claims_of(text.replace("\\n", "\n")) if subject in c.subject.text}
    assert found == {voice}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor is confident that the bridge is sound.", "positive asserted The mayor"),
        ("The mayor isn't convinced that the bridge is sound.", "negative hedged The mayor"),
        ("Ada is sceptical that the bridge is sound.", "negative hedged Ada"),
        ("Ada is not sure that the bridge is sound.", "negative hedged Ada"),
    ],
)
def test_who_is_sure_of_a_thing_says_it_and_who_is_not_doubts_it(text: str, wanted: str, claims_of: Reader) -> None:
    """What somebody is sure of is their claim; what they are not sure of they deny, weakly."""
    [claim] = claims_of(text)
    assert f"{claim.polarity.value} {claim.certainty.value} {claim.voice.label}" == wanted
    assert claim.subject.text == "the bridge"
    assert claim.quote.exact in text
