"""Whose words the posts of a thread are, in the forms in which forums print it, and what only looks like a thread."""

import time
from collections.abc import Callable

import pytest

from claimgraph.knowledge.english import english
from claimgraph.language.posts import is_detail, post_heads
from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: Three posts under heads of one form: {0} is the first poster's, {1} the second's, {2} the first's again.
POSTS = "{0}\nThe drive belt slips.\n\n{1}\nThe bobbin holds the thread.\n\n{2}\nThe motor burned the cloth."

#: The head of each post, in the forms of many forums: the first and the last by kit_7, the second by Ana Cruz.
HEADS = [
    ("kit_7  #1", "Ana Cruz  #2", "kit_7  #3"),
    ("kit_7, 3 May 2021 #1", "Ana Cruz, 4 May 2021 #2", "kit_7, 4 May 2021 #3"),
    ("#1 kit_7", "#2 Ana Cruz", "#3 kit_7"),
    ("kit_7 · 2 days ago", "Ana Cruz · 3 h", "kit_7 · 1 h"),
    ("u/kit_7 2 days ago", "u/Ana Cruz 3 hours ago", "u/kit_7 just now"),
    ("[–]kit_7[S] 12 points 3 years ago", "[–]Ana Cruz 4 points 2 years ago*", "[–]kit_7 1 point 2 years ago"),
    ("kit_7  May 3", "Ana Cruz  1  May '21", "kit_7  May 5"),
    ("Posted by kit_7 on 3 May 2021", "Posted by Ana Cruz on 4 May 2021 at 10:15", "Posted by kit_7 on 5 May 2021"),
    (
        "Re: Old belts\nby kit_7 » Mon May 3, 2021 10:15 am",
        "Re: Old belts\nby Ana Cruz » Mon May 3, 2021 11:02 pm",
        "Post by kit_7 » Tue May 4, 2021 8:00 am",
    ),
    (
        "kit_7\nSenior Member\nJoin Date: May 2010\nPosts: 12",
        "Ana Cruz\nMember\nJoined\nMar 3, 2015\nMessages\n12\nMay 4, 2021\n#2",
        "kit_7\nSenior Member",
    ),
    ("kit_7 · 2 yr. ago", "Ana Cruz\n•\n2y ago", "kit_7\nOP\n•\n2y ago"),
    ("kit_7 commented Mar 4, 2021", "Ana Cruz commented Mar 5, 2021", "kit_7 replied 3 days ago"),
    ("kit_7\n3 May 2021", "Ana Cruz\n4 May 2021", "kit_7\n5 May 2021"),
]


def _voices(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Return the voice of each claim, by its subject."""
    return {claim.subject.text: claim.voice.label for claim in claims}


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[0].split("\n")[0])
def test_the_head_of_a_post_names_who_speaks(heads: tuple[str, str, str], claims_of: Reader) -> None:
    """A name with a number, a date or details heads a post, and is itself no claim."""
    said = _voices(claims_of(POSTS.format(*heads)))
    assert said == {"The drive belt": "kit_7", "The bobbin": "Ana Cruz", "The motor": "kit_7"}


@pytest.mark.parametrize(
    "heads",
    [
        ("u/kit_7 (OP)", "u/ana", "u/kit_7"),
        ("Posted by u/kit_7 | 3 May 2021 | 21 comments", "u/ana | Verified tailor | -2 points", "u/kit_7 | MOD"),
    ],
    ids=lambda heads: heads[0],
)
def test_a_sign_alone_makes_a_name_a_poster_s(heads: tuple[str, str, str], claims_of: Reader) -> None:
    """A name behind "u/" heads a post without a date, whatever badge stands behind it."""
    said = _voices(claims_of(POSTS.format(*heads)))
    assert said == {"The drive belt": "kit_7", "The bobbin": "ana", "The motor": "kit_7"}


@pytest.mark.parametrize(
    "heads",
    [
        ("#1 Ford Focus", "#2 VW Golf", "#3 Mazda3"),
        ("Myth #1", "Myth #2", "Myth #3"),
        ("London, 3 May 2021", "Paris, 5 May 2021", "London, 8 May 2021"),
        ("Published 3 May 2021", "Updated 5 May 2021", "Published 8 May 2021"),
        ("Pros:", "Cons:", "Pros:"),
        ("Council Budget\n3 May 2021", "Tram Lines\n5 May 2021", "School Meals\n8 May 2021"),
        ("The Belts", "The Threads", "The Belts"),
    ],
    ids=lambda heads: heads[0].split("\n")[0],
)
def test_headings_with_numbers_or_dates_are_no_posters(heads: tuple[str, str, str], claims_of: Reader) -> None:
    """Ranked things, numbered myths, the places of a diary and sections that come back name nobody who speaks."""
    claims = claims_of(POSTS.format(*heads))
    assert {claim.voice.role for claim in claims} == {"publisher"}


THREAD = "kit_7  #1\nThe queen is old.\n\nAna Cruz  #2\n{}\n\nmoss  #3\nThe hive swarmed."
QUOTES = [
    "kit_7 said:\nThe drones left.\nClick to expand...\n\nThe brood is strong.",
    "kit_7 said:\nThe drones left.\n\nThe comb broke.\nClick to expand...\n\nThe brood is strong.",
    "[quote=kit_7]\nThe drones left.\n[/quote]\nThe brood is strong.",
    '[quote="kit_7, post:1, topic:9"]\nThe drones left.\n[/quote]\n\nThe brood is strong.',
    "kit_7 wrote:\n> The drones left.\n\nThe brood is strong.",
    "kit_7 wrote:\n\n    The drones left.\n    The comb broke.\n\nThe brood is strong.",
    'kit_7 wrote:\n"The drones left."\n\nThe brood is strong.',
    "kit_7 wrote: ↑Mon May 3, 2021 10:15 am\nThe drones left.\nThe brood is strong.",
    "Quote:\nOriginally Posted by kit_7 View Post\nThe drones left.\nThe brood is strong.",
]


@pytest.mark.parametrize("post", QUOTES)
def test_what_a_post_repeats_is_told_by_whom_it_names(post: str, claims_of: Reader) -> None:
    """The words under a name belong to it, as the poster reports; what follows the quotation is the poster's again."""
    said = {c.subject.text: [voice.label for voice in c.voice.chain()] for c in claims_of(THREAD.format(post))}
    assert said.pop("The comb", ["kit_7", "Ana Cruz"]) == ["kit_7", "Ana Cruz"]
    assert said == {
        "The queen": ["kit_7"],
        "The drones": ["kit_7", "Ana Cruz"],
        "The brood": ["Ana Cruz"],
        "The hive": ["moss"],
    }


def test_who_is_no_poster_and_said_something_is_not_quoted_without_an_end(claims_of: Reader) -> None:
    """A name above a paragraph that nothing closes quotes only who posts in the thread."""
    said = _voices(claims_of(THREAD.format("The inspector said:\nThe drones left.")))
    assert said["The drones"] == "Ana Cruz"


def test_who_answers_a_posters_question_makes_the_claim(claims_of: Reader) -> None:
    """A question that the next post answers by a bare yes is claimed by who answers."""
    page = "kit_7  #1\nIs the glue dry?\n\nAna Cruz  #2\nYes. The joint is strong.\n\nkit_7  #3\nThe veneer is thin."
    assert _voices(claims_of(page)) == {"the glue": "Ana Cruz", "The joint": "Ana Cruz", "The veneer": "kit_7"}


def test_a_list_inside_a_post_keeps_what_leads_it_in(claims_of: Reader) -> None:
    """The heads left out before a list do not part its items from the line that leads them in."""
    page = "kit_7  #1\nThe saw hums.\n\nAna Cruz  #2\nBenefits of wax:\n\n- Reduces rust\n- Protects the blade\n\n"
    said = {
        c.subject.resolved or c.subject.text: c.voice.label for c in claims_of(f"{page}kit_7  #3\nThe dust settles.")
    }
    assert said == {"The saw": "kit_7", "wax": "Ana Cruz", "The dust": "kit_7"}


def test_a_head_is_not_read_as_the_end_of_the_line_above(claims_of: Reader) -> None:
    """A head in small letters under a long line that no mark ends begins a post all the same."""
    page = "kit_7  #1\nThe clutch is worn out because nobody changed the oil\nmoss  #2\nThe brake is new.\n"
    assert _voices(claims_of(f"{page}kit_7  #3\nThe pedal is stiff."))["The brake"] == "moss"


def test_a_plain_name_before_a_colon_is_a_posters_where_others_speak_to_it(claims_of: Reader) -> None:
    """A label begins a post where another one says "@Ana" to it; "Tip:" begins none."""
    page = "kit_7: The dough is wet.\n\nAna: The oven is cold.\n\nmoss_9: Thanks @Ana for that.\n\n"
    said = _voices(claims_of(f"{page}kit_7: The crust is pale.\n\nTip: The salt is coarse.\n\nAna: The loaf is flat."))
    assert said == {
        "The dough": "kit_7",
        "The oven": "Ana",
        "The crust": "kit_7",
        "The salt": "kit_7",
        "The loaf": "Ana",
    }


def test_details_and_what_stands_below_a_thread_are_no_posters_words(claims_of: Reader) -> None:
    """Likes, labels and the lists under a thread make no claims in a poster's name; who began it opens it."""
    page = "The queen has gone.\nThread starter: Bo Lind · Replies: 3 · Views: 4.2K\n\n"
    page += THREAD.format("The smoker is empty.\nkit_7 and moss like this.\nLast edited by moss: 3 May 2021")
    said = _voices(claims_of(f"{page}\n\nSimilar threads\nThe wasp eats the brood."))
    assert said.pop("The wasp") not in {"moss", "Bo Lind"}
    assert said == {
        "The queen": "kit_7", "The smoker": "Ana Cruz", "The hive": "moss"
    }  # fmt: skip


def test_a_label_that_a_sentence_begins_with_is_no_detail() -> None:
    """A detail is a label with a short value, not a sentence about it."""
    details = ["Joined: May 2010", "Location: York · Posts: 12", "Likes: 4", "#4", "Re: Old belts", "3 likes", "Reply"]
    words = ["Location matters a lot.", "Views from the tower are fine", "Posts rot.", "Edited: the belt broke again."]
    assert [is_detail(text, english()) for text in details + words] == [True] * len(details) + [False] * len(words)


def test_long_lines_of_numbers_are_read_quickly() -> None:
    """Nothing in a line can make the forms of heads search without end."""
    lines = dict(
        enumerate(["1-" * 69 + "x", "a " * 69 + "1", "kit_7 " + "3 May " * 20 + "x", "Posts " + "1." * 60 + "x"])
    )
    start = time.perf_counter()
    assert post_heads(lines, declared=True, english=english()) == {}
    assert time.perf_counter() - start < 1
