"""The language of a text: English is recognised, another is named, and short texts are left alone."""

from pathlib import Path

import pytest

from claimgraph.reading import read
from claimgraph.reading.tongue import language_of

ENGLISH = (
    "Tea is one of the oldest drinks of the world, and it has been used by people for a long time as a remedy. "
    "Some of them say that it wakes, others that it calms; both may be right, since it depends on the leaf."
)
TEXTS = {
    "de": "Tee ist eines der ältesten Getränke der Welt und wird von den Menschen seit langer Zeit als Mittel gegen "
    "Müdigkeit verwendet. Einige sagen, dass er nicht wach macht, sondern auch für den Schlaf gut ist.",
    "fr": "Le thé est une des plus anciennes boissons du monde et il est utilisé par les hommes depuis longtemps. "
    "Certains disent que le thé ne réveille pas, mais qu'il calme ceux qui le boivent dans la nuit avec du lait.",
    "es": "El té es una de las bebidas más antiguas del mundo y se usa para el sueño desde hace mucho tiempo. "
    "Algunos dicen que no despierta, pero que es bueno para los nervios, como lo es la leche con miel.",
    "it": "Il tè è una delle bevande più antiche del mondo ed è usato da molto tempo per il sonno. Alcuni dicono che "
    "non sveglia, ma che è anche un rimedio per i nervi, con il latte della sera e gli altri rimedi di casa.",
    "nl": "Thee is een van de oudste dranken van de wereld en wordt al lang gebruikt om wakker te blijven. Sommigen "
    "zeggen dat het niet helpt, maar dat het ook voor de slaap goed is met de melk die er bij hoort.",
    "pt": "O chá é uma das bebidas mais antigas do mundo e não é usado só para o sono, como se diz. Os que o bebem "
    "dizem que os nervos ficam mais calmos com o leite, que se põe por cima da folha, e que são mais felizes.",
    "sv": "Te är en av de äldsta dryckerna som finns och det har använts av människor för att hålla sig vakna. En del "
    "säger att det inte hjälper, men att det är bra för sömnen om man dricker det med mjölk till kvällen.",
    "pl": "Herbata jest jednym z najstarszych napojów i nie jest tak, że się ją pije tylko na sen. Są tacy, co mówią, "
    "że to nie pomaga, ale za to jest dobra dla nerwów oraz może być pita do mleka przez cały dzień.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_each_language_is_told(tag: str) -> None:
    """Two sentences are enough."""
    assert language_of(TEXTS[tag]) == tag


def test_english_is_english_in_many_a_form() -> None:
    """Prose, lists of short facts and texts full of terms all pass for English."""
    assert language_of(ENGLISH) == "en"
    assert language_of("Exosomes carry mRNA and growth factors. VEGF and FGF stimulate vessels. " * 5) == "en"


def test_other_scripts_are_unknown_and_short_texts_undecided() -> None:
    """Nothing is guessed from a few words, but a text without a Latin letter is not English."""
    assert language_of("чай бодрит людей") == "und"
    assert language_of("чай бодрит людей и делает их бодрыми " * 10) == "und"
    assert language_of("Tea wakes.") is None
    assert language_of("") is None


def test_another_language_is_a_problem_that_is_not_fatal(tmp_path: Path) -> None:
    """The document is there, with its language, and a line warns of it."""
    (tmp_path / "a.txt").write_text(TEXTS["de"], encoding="utf-8")
    (document,), (problem,) = read([tmp_path / "a.txt"])
    assert document.language == "de"
    assert (problem.code, problem.fatal) == ("language", False)
    assert "German" in problem.message


def test_a_wrong_language_in_a_page_gives_way_to_its_words(tmp_path: Path) -> None:
    """Templates often carry the wrong language; a regional form of the right one stays."""
    for lang in ("de", "en-US"):
        page = f"<html lang={lang}><body><p>{ENGLISH}</p><p>{ENGLISH}</p></body></html>"
        (tmp_path / f"{lang}.html").write_text(page, encoding="utf-8")
    documents, problems = read([tmp_path])
    assert [document.language for document in documents] == ["en", "en-us"]
    assert problems == ()
