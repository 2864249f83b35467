"""A repair is asked only of the sentences whose words look as it needs, and sees what those before it mended."""

from dataclasses import replace

from claimgraph.knowledge.english import English
from claimgraph.language.cueing import Look, Plan, Step
from claimgraph.language.parsed import Token

WORDS = English({"small": frozenset({"and", "or"})}, ())


def token(i: int, text: str, tag: str, dep: str) -> Token:
    """Return a token that hangs on the first one."""
    return Token(i, text, text.lower(), text.lower(), tag, "X", dep, 0, (), 10 * i, 10 * i + len(text))


KETTLES = (token(0, "Boil", "VB", "ROOT"), token(1, "kettles", "NNS", "dobj"), token(2, "And", "CC", "cc"))


def capitals(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens as proper nouns."""
    return tuple(replace(t, tag="NNP") for t in tokens)


def asked(*looks: Look) -> bool:
    """Say whether a repair that needs some looks is asked for the kettles."""
    return Plan((Step(capitals, looks),), WORDS).repaired(KETTLES) != KETTLES


def test_a_repair_that_needs_no_look_is_always_asked() -> None:
    """What names no look may mend any sentence."""
    assert asked()


def test_one_word_has_to_look_as_a_whole() -> None:
    """The tag of one word and the relation of another are no look that a repair asks for."""
    assert asked(Look(tags="NNS NN", deps="dobj pobj"))
    assert not asked(Look(tags="VB", deps="dobj"))


def test_every_look_has_to_be_there() -> None:
    """Several looks may be those of several words, and each is needed."""
    assert asked(Look(deps="dobj"), Look(tags="VB"))
    assert not asked(Look(deps="dobj"), Look(tags="VBG"))


def test_words_are_told_by_lists_or_by_themselves_in_either_case() -> None:
    """A word list and a word that is written out are asked for alike."""
    assert asked(Look(words="small", deps="cc"))
    assert asked(Look(reads="kettles pans"))
    assert asked(Look(words="small", reads="pans"))
    assert not asked(Look(words="small", deps="dobj"))
    assert not asked(Look(reads="pans"))


def test_words_are_not_hung_on_one_another_in_a_circle() -> None:
    """A repair that leaves no root is as if it had not been asked."""

    def circle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        return (replace(tokens[0], head=1, kids=(1,)), replace(tokens[1], head=0, kids=(0,)), tokens[2])

    assert Plan((Step(circle, ()),), WORDS).repaired(KETTLES) == KETTLES


def test_a_repair_is_asked_by_what_the_one_before_it_made() -> None:
    """The looks of a sentence are told anew once its tree has changed."""
    one, other = (Step(capitals, ()), Step(lambda tokens: tokens[:1], (Look(tags="NNP"),)))
    assert len(Plan((one, other), WORDS).repaired(KETTLES)) == 1
    assert len(Plan((other, one), WORDS).repaired(KETTLES)) == 3
