"""The page in a real browser: every view, every filter, keyboard, panel, maps, print, phone, and no network."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from claimgraph.analysing import analyse
from claimgraph.knowledge import Pack
from claimgraph.model import Facts
from claimgraph.rendering import page as render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def both_html(pile_of: Callable[..., Facts]) -> str:
    """A pile in which one source says both yes and no."""
    texts = {"a": "Tea helps sleep. Tea does not help sleep.", "b": "Tea helps sleep."}
    slots = ("tea", "helps", "sleep")
    lines = (("a", "Tea helps sleep", *slots), ("a", "Tea does not help sleep", *slots, "-"), ("b", texts["b"], *slots))
    facts = pile_of(texts, lines)
    return render(facts, analyse(facts, Pack()), Pack())


def shown(page: "Page") -> int:
    """Return how many claims of the list can be seen."""
    return page.locator("#claims article.claim:not([hidden])").count()


def draw(page: "Page", name: str) -> None:
    """Bring a map near the screen and wait until it is drawn."""
    page.locator(f'[data-map="{name}"]').scroll_into_view_if_needed()
    page.wait_for_function("name => claimgraph.maps.has(name)", arg=name)


def test_first_screen_answers_who_says_what(open_page: Open, hair_html: str, screens: Path) -> None:
    """The matrix of questions and sources stands in the first screen, a disputed question first."""
    page = open_page(hair_html).page
    first = page.locator("tr[data-question]").first
    assert first.bounding_box()["y"] < 860
    assert "PRP" in first.inner_text()
    assert [cell.inner_text().split() for cell in first.locator("button.cell").all()] == [
        ["✔", "1"],
        ["✘", "1"],
        ["✔", "1"],
    ]
    page.screenshot(path=screens / "top.png")


def test_two_clicks_lead_to_the_exact_words(open_page: Open, hair_html: str, screens: Path) -> None:
    """A cell opens the panel with the quote marked between the sentence before and the sentence after."""
    page = open_page(hair_html).page
    page.locator("button.cell").first.click()
    quote = page.locator("#panel .quote")
    assert quote.locator("mark").inner_text() == "PRP injection can help promote hair growth"
    assert quote.inner_text() == "Welcome. PRP injection can help promote hair growth. Ask our team."
    assert page.locator("#panel .more").is_visible()
    assert (
        page.locator("#panel .more a").first.get_attribute("href").startswith("https://w3id.org/claimgraph/id/claim/c")
    )
    fragment = page.locator("#panel .more a").nth(1).get_attribute("href")
    assert fragment == "https://clinic.example/page#:~:text=PRP%20injection%20can%20help%20promote%20hair%20growth"
    assert "✘ Conflicts with" in page.locator("#panel .ties").inner_text()
    page.screenshot(path=screens / "panel.png")
    page.locator("#panel-close").click()
    assert page.locator("#panel").is_hidden()


def test_a_disagreement_shows_both_quotes_kind_and_reason(open_page: Open, hair_html: str, screens: Path) -> None:
    """Yes stands on the left, no on the right, with kind and reason, and each quote opens its claim."""
    page = open_page(hair_html).page
    dispute = page.locator(".dispute").first
    left, right = dispute.locator(".side").first.bounding_box(), dispute.locator(".side").nth(1).bounding_box()
    assert left["x"] < right["x"]
    assert left["y"] == right["y"]
    assert dispute.locator(".kind").inner_text() == "Opposite answers"
    assert dispute.locator(".why").first.inner_text().startswith("Why:")
    dispute.locator("a.open").nth(1).click()
    assert page.locator("#panel mark").first.inner_text() == "PRP doesn’t grow any hair"
    page.locator("#panel-close").click()
    page.locator("#disagreements").screenshot(path=screens / "disagreements.png")


FILTERS = (
    ("source", "forum", 3), ("kind", "journal", 2), ("role", "person", 2), ("interest", "sells", 4),
    ("voice", "poster 3", 2), ("topic", "PRP", 3), ("answer", "no", 2), ("certainty", "hedged", 2),
    ("evidence", "randomised-trial", 1),
)  # fmt: skip


def tick(page: "Page", name: str, key: str, on: bool = True) -> None:
    """Tick one choice of a filter, or take the tick back; lists are opened as a reader would."""
    if not page.locator("#choices").is_visible():
        page.locator("#filters-toggle").click()
    choice = page.locator(f'details.choice[data-key="{name}"]')
    if choice.get_attribute("open") is None:
        choice.locator("summary").click()
    choice.locator(f'input[data-key="{key}"]').set_checked(on)


def test_each_filter_leaves_what_it_names(open_page: Open, hair_html: str) -> None:
    """Each filter leaves its claims, says their number, and reset brings all nine back."""
    page = open_page(hair_html).page
    for name, value, left in FILTERS:
        tick(page, name, value)
        assert (name, shown(page)) == (name, left)
        assert page.locator("#number").inner_text() == f"{left} of 9 claims"
        page.locator("#filters-reset").click()
        page.wait_for_function("() => !document.querySelector('#claims article.claim[hidden]')")
        assert shown(page) == 9


def test_filters_reach_matrix_disagreements_and_maps(open_page: Open, hair_html: str, screens: Path) -> None:
    """With one source chosen, other sources' cells, disputes without it and nodes without claims give way."""
    page = open_page(hair_html).page
    draw(page, "argument")
    tick(page, "source", "journal")
    assert page.locator("button.cell:visible").count() == 2
    assert page.locator(".dispute:visible").count() == 1
    faint = "() => claimgraph.maps.get('argument').nodes.get().filter(n => n.opacity < 1 && n.role === 'claim').length"
    assert page.evaluate(faint) > 0
    page.screenshot(path=screens / "filters.png")
    page.locator("#filters-reset").click()
    page.locator("#only-disputed").check()
    assert shown(page) == 5


def test_a_cell_that_says_both_follows_the_filter(open_page: Open, both_html: str) -> None:
    """With only the no-claims left, a cell that said both says no; without filters it says both again."""
    page = open_page(both_html).page
    cell = page.locator("button.cell").first
    assert cell.inner_text().split() == ["±", "2"]
    tick(page, "answer", "no")
    assert cell.inner_text().split() == ["✘", "1"]
    assert cell.get_attribute("aria-label").endswith("(1 of them pass the filters)")
    tick(page, "answer", "no", on=False)
    assert cell.inner_text().split() == ["±", "2"]


def test_ticks_in_one_list_add_and_lists_narrow(open_page: Open, hair_html: str, screens: Path) -> None:
    """Two sources leave the claims of either; a certainty besides leaves those of them that have it."""
    page = open_page(hair_html).page
    tick(page, "source", "forum")
    tick(page, "source", "journal")
    assert shown(page) == 5
    tick(page, "certainty", "hedged")
    assert shown(page) == 1
    assert page.locator("#chosen .chip").count() == 3
    page.screenshot(path=screens / "filters-open.png")
    page.locator("#chosen .chip", has_text="hedged").click()
    assert shown(page) == 5


def test_an_address_keeps_the_view(open_page: Open, hair_html: str) -> None:
    """The filters stand in the address; opened elsewhere it shows the same view, and a link to a section keeps it."""
    page = open_page(hair_html).page
    tick(page, "source", "forum")
    tick(page, "source", "journal")
    page.locator("#only-disputed").check()
    address = page.evaluate("location.hash")
    assert address == "#?source=forum&source=journal&only=disagreements"
    left = shown(page)
    other = open_page(hair_html, anchor=address).page
    assert shown(other) == left
    other.locator("nav a", has_text="Sources").click()
    assert other.evaluate("location.hash") == address
    assert open_page(hair_html, anchor="#?source=nobody&colour=%E0%A4%A").page.locator("article.claim").count() == 9


def test_back_takes_the_last_choice_back(open_page: Open, hair: Facts, hair_html: str) -> None:
    """Going back unticks what was ticked last, forward ticks it again, and a deep link in between keeps the filters."""
    page = open_page(hair_html).page
    tick(page, "source", "forum")
    tick(page, "certainty", "hedged")
    page.evaluate("id => { location.hash = `claim-${id}` }", hair.claims[4].id)
    page.wait_for_selector("#panel:not([hidden])")
    page.go_back()
    page.wait_for_selector("#panel", state="hidden")
    assert shown(page) == 1
    page.go_back()
    page.wait_for_function("() => document.querySelector('#number').value.startsWith('3 of')")
    page.go_back()
    page.wait_for_function("() => document.querySelector('#number').value.startsWith('9 of')")
    page.go_forward()
    page.wait_for_function("() => document.querySelector('#number').value.startsWith('3 of')")


def test_paper_says_what_a_filter_leaves_out(open_page: Open, hair_html: str) -> None:
    """A filtered view prints with the names of its filters."""
    page = open_page(hair_html, anchor="#?answer=no").page
    page.emulate_media(media="print")
    assert page.locator("#chosen").inner_text().startswith("Answer: ✘ no")
    assert page.locator("#choices").is_hidden()


def test_search_looks_through_quotes_questions_and_voices(open_page: Open, hair_html: str) -> None:
    """Every word must be found, case does not matter, and a search for nothing in the pile says so."""
    page = open_page(hair_html).page
    page.locator("#search").fill("POSTER hair")
    page.wait_for_function("() => document.querySelector('#number').value.startsWith('2 of')")
    page.locator("#search").fill("marzipan")
    page.wait_for_function("() => document.querySelector('#number').value.startsWith('0 of')")
    assert page.locator("#claims > .none").is_visible()
    assert page.locator("#questions > .none").is_visible()


def test_deep_link_opens_its_claim(open_page: Open, hair: Facts, hair_html: str) -> None:
    """`#claim-<id>` opens the panel with that claim, also when the address changes later."""
    page = open_page(hair_html, anchor=f"#claim-{hair.claims[4].id}").page
    assert page.locator("#panel mark").first.inner_text() == "PRP doesn’t grow any hair"
    page.evaluate("id => { location.hash = `claim-${id}` }", hair.claims[2].id)
    page.wait_for_function("() => document.querySelector('#panel mark').textContent.startsWith('Growth factors')")


def test_everything_can_be_reached_by_keyboard(open_page: Open, hair_html: str) -> None:
    """Tab walks from the skip link to the matrix, Enter opens the panel, Escape brings the focus back."""
    page = open_page(hair_html).page
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.className + '|' + document.activeElement.id"))
        if met[-1].startswith("cell"):
            break
    assert met[0].startswith("skip")
    assert "|search" in met
    assert any("filters-toggle" in name for name in met)
    assert met[-1].startswith("cell")
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert before == "Elm Street Hair Clinic says yes, 1 claim, hedged: Does PRP promote hair growth?"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == before
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


@pytest.mark.parametrize("name", ["subject", "question", "argument"])
def test_maps_open_quotes_by_mouse_and_by_keyboard(open_page: Open, hair_html: str, screens: Path, name: str) -> None:
    """Pointing shows what is said, a click opens the quotes; arrows walk, Enter opens, plus zooms."""
    page = open_page(hair_html).page
    draw(page, name)
    place = page.evaluate(
        """name => { const map = claimgraph.maps.get(name); const node = map.data.nodes.find(n => n.claims.length);
        const box = map.canvas.getBoundingClientRect(); const at = map.network.canvasToDOM(node);
        return [box.left + at.x, box.top + at.y]; }""",
        name,
    )
    page.mouse.move(*place)
    page.locator(f'[data-map="{name}"] .card:visible').wait_for()
    page.locator(f"#map-{name}").screenshot(path=screens / f"map-{name}.png")
    page.mouse.click(*place)
    assert page.locator("#panel mark").count() > 0
    page.keyboard.press("Escape")
    page.locator(f'[data-map="{name}"] .vis-network').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("#map-said").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    before = page.evaluate("name => claimgraph.maps.get(name).network.getScale()", name)
    page.locator(f'[data-map="{name}"] [data-do="in"]').click()
    assert page.evaluate("name => claimgraph.maps.get(name).network.getScale()", name) > before


OVERLAPS = """name => { const map = claimgraph.maps.get(name);
    const boxes = map.data.nodes.filter(n => n.role !== 'way').map(n => { const { width, height } =
        map.network.body.nodes[n.id].shape; return [n.label, { left: n.x - width / 2, right: n.x + width / 2,
        top: n.y - height / 2, bottom: n.y + height / 2 }]; });
    const out = []; boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
        if (p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom) out.push([a, b]); }));
    return out; }"""


@pytest.mark.parametrize("name", ["subject", "question", "argument"])
def test_no_label_of_a_map_covers_another(open_page: Open, seeds_page: str, name: str) -> None:
    """On the sample documents, the boxes that the browser really draws stand apart."""
    page = open_page(seeds_page).page
    draw(page, name)
    assert page.evaluate(OVERLAPS, name) == []


def test_map_saves_as_png(open_page: Open, hair_html: str, screens: Path) -> None:
    """The PNG button gives a picture of the whole map, not a blank one, and leaves the view as it was."""
    page = open_page(hair_html).page
    draw(page, "subject")
    before = page.evaluate("claimgraph.maps.get('subject').network.getScale()")
    with page.expect_download() as caught:
        page.locator('[data-map="subject"] [data-do="png"]').click()
    assert caught.value.suggested_filename == "claimgraph-subject.png"
    path = screens / "saved-map.png"
    caught.value.save_as(path)
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width > 1000
    assert height > 100
    assert len(content) > 8000
    assert page.evaluate("claimgraph.maps.get('subject').network.getScale()") == pytest.approx(before)


def test_print_shows_quotes_and_hides_controls(open_page: Open, hair_html: str, screens: Path) -> None:
    """On paper there are the matrix, the disputes and every claim, no filters, buttons or maps."""
    page = open_page(hair_html, dark=True).page
    page.pdf(path=screens / "print.pdf")
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator("#maps").is_hidden()
    assert page.locator("#claims article.claim:visible").count() == 9
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.screenshot(path=screens / "print.png", full_page=True)


def test_reads_without_javascript(open_page: Open, hair_html: str, screens: Path) -> None:
    """With scripts off the page still shows matrix, disputes, findings, maps as lists, and quotes in their context."""
    page = open_page(hair_html, script=False).page
    assert page.locator("#filters").is_hidden()
    assert page.locator(".map").first.is_hidden()
    assert page.locator(".aslist").first.is_visible()
    assert "Ask our team." in page.locator("#claims article.claim").first.inner_text()
    assert page.locator("#claims article.claim:visible").count() == 9
    assert page.locator(".no-js-only").is_visible()
    page.screenshot(path=screens / "no-javascript.png", full_page=True)


def test_asks_the_network_for_nothing(open_page: Open, hair_html: str) -> None:
    """Used from end to end, the page makes no request but for its own file, and its policy refuses one."""
    sheet = open_page(hair_html)
    for name in ("subject", "question", "argument"):
        draw(sheet.page, name)
    sheet.page.locator("button.cell").first.click()
    assert [url.split(":")[0] for url in sheet.requests] == ["file"]
    assert sheet.complaints == []
    refused = "() => fetch('https://example.org/').then(() => 'asked', () => 'refused')"
    assert sheet.page.evaluate(refused) == "refused"
    assert any("Content Security Policy" in line for line in sheet.complaints)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, True)])
def test_axe_finds_no_violation(open_page: Open, hair_html: str, screens: Path, width: int, dark: bool) -> None:
    """The accessibility checker axe has nothing to object to, folded parts open, maps drawn, with and without panel."""
    page = open_page(hair_html, width=width, dark=dark).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.locator("#filters-toggle").click()
    for name in ("subject", "question", "argument"):
        draw(page, name)
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=screens / f"whole-{width}-{'dark' if dark else 'light'}.png", full_page=True)
    axe = Axe()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("button.cell").first.click()
    found = axe.run(page, context="#panel")
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("pile", ["hair_html", "coffee_html", "seeds_page"])
def test_fits_a_phone(open_page: Open, request: pytest.FixtureRequest, screens: Path, pile: str) -> None:
    """At 390 pixels nothing sticks out to the side, and the panel takes the screen's width."""
    page = open_page(request.getfixturevalue(pile), width=390).page
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390
    page.locator("button.cell").first.click()
    assert page.locator("#panel").bounding_box()["width"] == 390
    page.screenshot(path=screens / f"phone-{pile.split('_', maxsplit=1)[0]}.png")


INSIDE = """name => {
    const map = claimgraph.maps.get(name), box = map.bounds(), frame = map.canvas.getBoundingClientRect();
    const [a, b] = [[box.left, box.top], [box.right, box.bottom]].map(([x, y]) => map.network.canvasToDOM({ x, y }));
    return a.x >= 0 && a.y >= 0 && b.x <= frame.width && b.y <= frame.height; }"""


@pytest.mark.parametrize("name", ["subject", "question", "argument"])
def test_maps_open_whole_on_a_phone(open_page: Open, seeds_page: str, name: str) -> None:
    """On a small screen no side of a map is cut off: the reader sees all of it and comes closer from there."""
    page = open_page(seeds_page, width=390).page
    draw(page, name)
    assert page.evaluate(INSIDE, name)


def test_a_finger_comes_closer_before_it_opens(browser: "Browser", seeds_page: str, tmp_path: Path) -> None:
    """A tap on a map too small to read zooms in where it fell; a tap on a box then opens its quotes."""
    (tmp_path / "index.html").write_text(seeds_page, encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    draw(page, "subject")
    scale = "claimgraph.maps.get('subject').network.getScale()"
    before = page.evaluate(scale)
    box = page.locator('[data-map="subject"] .canvas').bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.touchscreen.tap(*middle)
    page.wait_for_function(f"before => {scale} > 2 * before", arg=before)
    assert page.locator("#panel").is_hidden()
    page.evaluate(
        """() => { const map = claimgraph.maps.get('subject'), box = map.data.nodes.find(n => n.role === 'concept');
        map.network.moveTo({ position: map.network.getPosition(box.id) }); }"""
    )
    page.touchscreen.tap(*middle)
    page.wait_for_selector("#panel:not([hidden])")
    context.close()


def test_what_a_map_leaves_out_can_be_drawn_and_is_listed(open_page: Open, seeds_page: str) -> None:
    """A map says how much it draws, draws more where asked, and its list names every link."""
    page = open_page(seeds_page).page
    draw(page, "subject")
    note = page.locator('[data-share="subject"]')
    drawn, every = (int(word) for word in note.inner_text().split(" links")[0].split(" of "))
    assert drawn < every
    assert page.locator("#map-subject .aslist li").count() == every
    nodes = "claimgraph.maps.get('subject').data.nodes.filter(n => n.role === 'concept').length"
    few = page.evaluate(nodes)
    note.locator("button").click()
    assert page.evaluate(nodes) > few
    note.locator("button").click()
    assert page.evaluate(nodes) == few


def test_theme_button_turns_page_and_maps_dark(open_page: Open, hair_html: str) -> None:
    """The button swaps the colours of the page and of the map's nodes."""
    page = open_page(hair_html).page
    draw(page, "subject")
    ink = "() => claimgraph.maps.get('subject').nodes.get().find(n => n.role === 'concept').font.color"
    light = page.evaluate(ink)
    page.locator("#theme").click()
    assert page.evaluate(ink) != light
    assert page.locator("#theme").inner_text() == "Light"


def test_choosing_a_question_draws_its_map(open_page: Open, hair_html: str) -> None:
    """The list of questions swaps the map of one question and the link to its claims."""
    page = open_page(hair_html).page
    draw(page, "question")
    second = page.locator("#ask option").nth(1).get_attribute("value")
    page.locator("#ask").select_option(second)
    drawn = "id => claimgraph.maps.get('question').data.nodes.some(n => n.question === id)"
    assert page.evaluate(drawn, second)
    assert page.locator("#ask-link").get_attribute("href") == f"#question-{second}"
