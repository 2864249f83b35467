"""The map of the subject as a whole: concepts in columns from treatment to outcome, propositions between them."""

from dataclasses import dataclass, field, replace

from claimgraph.analysing.wording import names_something
from claimgraph.knowledge import Pack
from claimgraph.model import Term
from claimgraph.rendering import words
from claimgraph.rendering.map_layout import Box, Routes, ordered_columns, place_columns, routes
from claimgraph.rendering.map_network import Edge, Node, Picture, Share
from claimgraph.rendering.text import one_line, wrapped
from claimgraph.rendering.view import ClaimView, View

MOST_CONCEPTS = 30
MOST_LINKS = 40
FEW_LINKS = 5
#: Most links of the whole map, and of the list beside it.
MOST_WHOLE = 200
MOST_LISTED = 600
MOST_IN_COLUMN = 14
#: Boxes in a column of the whole map: taller, so that fewer links run through columns that are not theirs.
TALL = 60
WIDTH = 152
WAY_HEIGHT = 8
#: Columns from what is given to what comes of it; a pack's concept kinds name them.
STAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("What is given", frozenset({"Treatment", "Procedure"})),
    ("What it is made of", frozenset({"Substance", "Cell"})),
    ("How it is said to work", frozenset({"Mechanism", "Anatomy"})),
    ("What comes of it, in whom", frozenset({"Outcome", "Condition", "Measure", "Population"})),
)
STATUS_WORDS = {
    "agreed": "two sources or more agree",
    "disputed": "disputed",
    "single": "one source only",
    "denied": "denied, nobody affirms it",
}
ELSEWHERE = "disputed by claims on other links"


@dataclass
class _Link:
    """All that is said between two concepts."""

    subject: Term
    object: Term
    claims: list[ClaimView] = field(default_factory=list)
    phrases: dict[str, None] = field(default_factory=dict)
    disputed: bool = False

    @property
    def status(self) -> str:
        answers = {claim.answer for claim in self.claims}
        if self.disputed or {"yes", "no"} <= answers:
            return "disputed"
        if answers == {"no"}:
            return "denied"
        return "agreed" if len({claim.source.stem for claim in self.claims}) > 1 else "single"


def subject_map(view: View, pack: Pack, *, whole: bool = False) -> Picture:
    """Return the map of the whole subject: its most spoken-of links, disputed ones first.

    Args:
        view: the build's views.
        pack: what is known of the subject; its concepts' kinds order the map.
        whole: draw all that a browser can, not only what is read at a glance.
    """
    links = _links(view)
    named = [link for link in links if _named(link, view)]
    chosen = named[:MOST_WHOLE] if whole else _chosen(named, pack)
    terms = {term.iri: term for link in chosen for term in (link.subject, link.object)}
    columns = [column for column in _columns(terms, chosen, pack, TALL if whole else MOST_IN_COLUMN) if column[1]]
    way = routes([names for _, names in columns], [(link.subject.iri, link.object.iri) for link in chosen])
    order = ordered_columns(way.columns, way.graph)
    nodes = {iri: _node(term, view.words.name(term), chosen) for iri, term in terms.items()}
    boxes = [[nodes[n].box if n in nodes else Box(n, WIDTH, WAY_HEIGHT) for n in column] for column in order]
    places = place_columns(boxes, across=_across(len(boxes)), between=14)
    headings = _headings([title for title, _ in columns], boxes, places)
    home = {name: number for number, column in enumerate(order) for name in column}
    bends, edges = _edges(chosen, way, home, places)
    places = {name: place for name, place in places.items() if name in nodes} | bends.places
    places.update({node.box.id: place for node, place in headings})
    return Picture(
        (*bends.nodes, *(nodes[n] for column in order for n in column if n in nodes), *(node for node, _ in headings)),
        edges,
        places,
        Share(len(chosen), len(links), "link", "disputed ones and those most spoken of"),
    )


def link_list(view: View) -> tuple[Edge, ...]:
    """Return every link between two concepts as the list beside the map names it, at most `MOST_LISTED`."""
    return tuple(_edge(link, {link.subject.iri: 0, link.object.iri: 1}) for link in _links(view)[:MOST_LISTED])


def _named(link: _Link, view: View) -> bool:
    """Whether both ends name something; what "it" stood for no map can show, so that the list alone has such links."""
    return all(names_something(view.words.name(term), amount=True) for term in (link.subject, link.object))


def _across(columns: int) -> int:
    return {1: 100, 2: 420, 3: 260, 4: 150, 5: 90, 6: 64}.get(columns, 54)


def _links(view: View) -> list[_Link]:
    links: dict[tuple[str, str], _Link] = {}
    for question in view.questions:
        for claim in question.claims:
            content = view.claim_by_id[claim.id].content
            if content.object is None or content.subject.iri == content.object.iri:
                continue
            key = content.subject.iri, content.object.iri
            link = links.setdefault(key, _Link(content.subject, content.object))
            link.claims.append(claim)
            link.phrases[one_line(view.words.statement(content, narrowed=False), 160)] = None
            link.disputed |= claim.disputed
    order = {"disputed": 0, "agreed": 1}
    return sorted(
        links.values(),
        key=lambda link: (order.get(link.status, 2), -len(link.claims), link.subject.iri, link.object.iri),
    )


def _chosen(links: list[_Link], pack: Pack) -> list[_Link]:
    """Return the links that keep the map readable: between concepts the pack knows, where it knows enough."""
    known = [link for link in links if link.subject.iri in pack.concepts and link.object.iri in pack.concepts]
    concepts: dict[str, None] = {}
    chosen: list[_Link] = []
    for link in known if len(known) >= FEW_LINKS else links:
        fresh = [iri for iri in (link.subject.iri, link.object.iri) if iri not in concepts]
        joins = len(fresh) < 2 or not concepts or link.status != "single"
        if len(concepts) + len(fresh) <= MOST_CONCEPTS and len(chosen) < MOST_LINKS and joins:
            concepts.update(dict.fromkeys(fresh))
            chosen.append(link)
    return chosen


def _columns(terms: dict[str, Term], links: list[_Link], pack: Pack, most: int) -> list[tuple[str, list[str]]]:
    stage_of: dict[str, int] = {}
    for iri in terms:
        kind = pack.concepts[iri].kind if iri in pack.concepts else None
        stages = [number for number, (_, kinds) in enumerate(STAGES) if kind in kinds]
        if stages:
            stage_of[iri] = stages[0]
    if not stage_of:
        return _by_direction(terms, links, most)
    for iri in terms:
        if iri not in stage_of:
            stage_of[iri] = _guessed_stage(iri, links, stage_of)
    columns = [(title, [iri for iri in terms if stage_of[iri] == number]) for number, (title, _) in enumerate(STAGES)]
    return [part for title, names in columns for part in _flowing(title, names, links, most)]


def _flowing(title: str, names: list[str], links: list[_Link], most: int) -> list[tuple[str, list[str]]]:
    """Return one stage as two columns where its own concepts act on one another, so that those links show."""
    acted = {link.object.iri for link in links if link.subject.iri in names and link.object.iri in names}
    acts = {link.subject.iri for link in links if link.subject.iri in names and link.object.iri in names}
    later = [iri for iri in names if iri in acted and iri not in acts]
    earlier = [iri for iri in names if iri not in later]
    return _split(title, earlier, most) + (_split("" if earlier else title, later, most) if later else [])


def _guessed_stage(iri: str, links: list[_Link], stage_of: dict[str, int]) -> int:
    after = [
        stage_of[link.subject.iri] + 1 for link in links if link.object.iri == iri and link.subject.iri in stage_of
    ]
    before = [
        stage_of[link.object.iri] - 1 for link in links if link.subject.iri == iri and link.object.iri in stage_of
    ]
    wanted = after + before
    return min(len(STAGES) - 1, max(0, round(sum(wanted) / len(wanted)))) if wanted else 1


def _by_direction(terms: dict[str, Term], links: list[_Link], most: int) -> list[tuple[str, list[str]]]:
    """Return columns for a subject no pack knows: what acts, what stands between, what is acted on."""
    acts, acted = {link.subject.iri for link in links}, {link.object.iri for link in links}
    columns = [
        ("What acts", [iri for iri in terms if iri not in acted]),
        ("What stands between", [iri for iri in terms if iri in acts & acted]),
        ("What is acted on", [iri for iri in terms if iri not in acts]),
    ]
    return [part for title, names in columns for part in _split(title, names, most)]


def _split(title: str, names: list[str], most: int) -> list[tuple[str, list[str]]]:
    """Return one column as several where it would grow taller than a screen."""
    count = max(1, -(-len(names) // most))
    size = -(-len(names) // count) if names else 1
    parts = [names[at : at + size] for at in range(0, len(names), size)] or [[]]
    return [(title if not number else "", part) for number, part in enumerate(parts)]


def _node(term: Term, name: str, links: list[_Link]) -> Node:
    here = [link for link in links if term.iri in {link.subject.iri, link.object.iri}]
    claims = tuple(dict.fromkeys(claim.id for link in here for claim in link.claims))
    label = wrapped(name, 20, 3)
    say = f"{one_line(name, 120)}: {words.count(len(claims), 'claim')} in {words.count(len(here), 'link')}"
    return Node(Box(term.iri, WIDTH, 30 + 16 * label.count("\n")), label, "concept", "plain", say, claims)


def _edges(
    links: list[_Link], way: Routes, home: dict[str, int], places: dict[str, tuple[int, int]]
) -> tuple[Picture, tuple[Edge, ...]]:
    """Return each link as an edge, cut where it passes a column: in at one side of the column, out at the other."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    bends: dict[str, tuple[int, int]] = {}
    for link in links:
        whole = _edge(link, home)
        stops = [whole.source]
        for name in way.ways[whole.source, whole.target]:
            (x, y), half = places[name], WIDTH // 2 if home[whole.target] > home[whole.source] else -WIDTH // 2
            bends |= {f"{name} in": (x - half, y), f"{name} out": (x + half, y)}
            stops += [f"{name} in", f"{name} out"]
        nodes += [Node(Box(name, 0, 0), "", "way", whole.status, whole.say, whole.claims) for name in stops[1:]]
        stops.append(whole.target)
        last = len(stops) - 2
        edges += [
            replace(
                whole,
                id=f"{whole.id} {number}",
                source=stops[number],
                target=stops[number + 1],
                arrow=number == last,
                listed=number == 0,
                ends=(whole.source, whole.target),
            )
            for number in range(last + 1)
        ]
    return Picture(tuple(nodes), (), bends), tuple(edges)


def _edge(link: _Link, home: dict[str, int]) -> Edge:
    phrases = list(link.phrases)
    more = f" (and {len(phrases) - 2} more)" if len(phrases) > 2 else ""
    yes = sum(claim.answer != "no" for claim in link.claims)
    counted = ", ".join(f"{n} {word}" for n, word in ((yes, "yes"), (len(link.claims) - yes, "no")) if n)
    status = link.status
    meant = ELSEWHERE if status == "disputed" and yes in (0, len(link.claims)) else STATUS_WORDS[status]
    return Edge(
        id=f"{link.subject.iri} {link.object.iri}",
        source=link.subject.iri,
        target=link.object.iri,
        status=status,
        say=f"{'; '.join(phrases[:2])}{more}: {counted}, {meant}",
        claims=tuple(dict.fromkeys(claim.id for claim in link.claims)),
        width=min(1.2 + 0.5 * len(link.claims), 4.5),
        bend=int(home[link.subject.iri] == home[link.object.iri]),
    )


def _headings(
    titles: list[str], boxes: list[list[Box]], places: dict[str, tuple[int, int]]
) -> list[tuple[Node, tuple[int, int]]]:
    top = min((places[box.id][1] - box.height // 2 for column in boxes for box in column), default=0)
    return [
        (Node(Box(f"heading {number}", WIDTH, 30), title, "heading"), (places[column[0].id][0], top - 40))
        for number, (title, column) in enumerate(zip(titles, boxes, strict=True))
        if title
    ]
