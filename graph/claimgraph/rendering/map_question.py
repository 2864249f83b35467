"""The map of one question: sources and their yes-claims to its left, their no-claims and sources to its right."""

from claimgraph.rendering import words
from claimgraph.rendering.map_layout import Box, place_columns
from claimgraph.rendering.map_network import Edge, Node, Picture, Share
from claimgraph.rendering.text import wrapped
from claimgraph.rendering.view import ClaimView, QuestionView, SourceView

MOST_CLAIMS = 10
MOST_WHOLE = 24
MOST_QUESTIONS = 50
SOURCE_WIDTH, CLAIM_WIDTH, QUESTION_WIDTH = 150, 244, 176


def question_map(question: QuestionView, *, whole: bool = False) -> Picture:
    """Return the map of one question, at most `MOST_CLAIMS` a side, one claim a source before a second of any.

    Args:
        question: with its claims.
        whole: draw all that a browser can, not only what is read at a glance.
    """
    most = MOST_WHOLE if whole else MOST_CLAIMS
    middle = Node(
        Box(question.id, QUESTION_WIDTH, 96),
        wrapped(question.text, 21, 5),
        "question",
        "mixed" if question.status == "disputed" else "plain",
        f"{question.text} {question.sentence}",
        tuple(claim.id for claim in question.claims),
        question.id,
    )
    sides = {
        answer: _spread([c for c in question.claims if (c.answer == "no") == (answer == "no")])
        for answer in ("yes", "no")
    }
    yes, no = (_side(sides[answer][:most], answer) for answer in ("yes", "no"))
    columns = [yes[0], yes[1], [middle], no[1], no[0]]
    places = place_columns([[node.box for node in column] for column in columns], across=76, between=14)
    edges = [edge for _, claims, edges in (yes, no) for edge in (*edges, *_answers(claims, question.id))]
    drawn = sum(len(side[:most]) for side in sides.values())
    return Picture(
        tuple(node for column in columns for node in column),
        tuple(edges),
        places,
        Share(drawn, len(question.claims), "claim", "one of each source before a second of any"),
    )


def _spread(claims: list[ClaimView]) -> list[ClaimView]:
    """Return claims so that every source speaks once before any speaks twice."""
    turn: dict[str, int] = {}
    ranked = []
    for number, claim in enumerate(claims):
        turn[claim.source.stem] = turn.get(claim.source.stem, -1) + 1
        ranked.append((turn[claim.source.stem], number, claim))
    return [claim for _, _, claim in sorted(ranked, key=lambda item: item[:2])]


def _side(claims: list[ClaimView], answer: str) -> tuple[list[Node], list[Node], list[Edge]]:
    drawn = sorted(claims, key=lambda claim: claim.source.number)
    sources: dict[str, list[ClaimView]] = {}
    for claim in drawn:
        sources.setdefault(claim.source.stem, []).append(claim)
    source_nodes = [_source(own[0].source, own, answer) for own in sources.values()]
    edges = [
        Edge(
            f"{claim.id} said",
            f"{answer} {claim.source.stem}",
            claim.id,
            "plain",
            "",
            (claim.id,),
            arrow=False,
        )
        for claim in drawn
    ]
    return source_nodes, [_claim(claim) for claim in drawn], edges


def _source(source: SourceView, claims: list[ClaimView], answer: str) -> Node:
    label = wrapped(source.label, 18, 2)
    said = f"{source.label} ({source.kind}, {source.interest}): {words.count(len(claims), 'claim')} here"
    box = Box(f"{answer} {source.stem}", SOURCE_WIDTH, 30 + 16 * label.count("\n"))
    return Node(box, label, "source", "plain", said, tuple(claim.id for claim in claims))


def _claim(claim: ClaimView) -> Node:
    label = wrapped(f"{claim.glyph} {claim.context.exact}", 34, 3)
    box = Box(claim.id, CLAIM_WIDTH, 30 + 16 * label.count("\n"))
    status = "no" if claim.answer == "no" else "yes"
    return Node(box, label, "claim", status, "", (claim.id,))


def _answers(claims: list[Node], question: str) -> list[Edge]:
    return [Edge(f"{node.box.id} answers", node.box.id, question, node.status, "", node.claims, 2.0) for node in claims]
