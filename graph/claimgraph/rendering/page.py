"""The page: one HTML file that shows a build offline, made by pyvis with a template of our own."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimgraph.analysing.centrality import leading
from claimgraph.analysing.english import listed, number_word, titled
from claimgraph.knowledge import Pack
from claimgraph.model import Facts, RelationType
from claimgraph.model.findings import Findings
from claimgraph.rendering import assets, security, words
from claimgraph.rendering.disagreements import disagreements
from claimgraph.rendering.filtering import filters
from claimgraph.rendering.findings_view import findings_view
from claimgraph.rendering.map_argument import argument_map
from claimgraph.rendering.map_network import OPTIONS, data, network
from claimgraph.rendering.map_question import MOST_QUESTIONS, question_map
from claimgraph.rendering.map_subject import link_list, subject_map
from claimgraph.rendering.matrix import matrix_view
from claimgraph.rendering.reasons import reason
from claimgraph.rendering.text import clip, one_line, shown
from claimgraph.rendering.view import GLYPH, STATUS, View

#: Most claims the page prints.
MOST_CLAIMS = 5000
#: The page stays under this many bytes; where it would not, it prints half as many claims, and half again.
MOST_BYTES = 10_000_000
FEWEST_CLAIMS = 50
#: Most relations whose reason is repeated in the panel.
MOST_REASONS = 1500
MOST_RELATIONS = 12_000


def page(
    facts: Facts,
    findings: Findings,
    pack: Pack,
    *,
    most_claims: int = MOST_CLAIMS,
    most_bytes: int = MOST_BYTES,
) -> str:
    """Return the page of a build: one HTML document that needs no network, encodable as UTF-8.

    Matrix, disagreements, findings and all claims can be read and printed without JavaScript; filters and the pyvis
    maps need it. A Content-Security-Policy lets the page's own scripts run and nothing be fetched. The same input
    gives the same bytes.

    Args:
        facts: what the run found.
        findings: what the analyses say of it.
        pack: what is known of the subject; its concepts' kinds order the map.
        most_claims: above this many the page prints those of the first questions and says where the rest are.
        most_bytes: the page's size; fewer claims are printed until it fits (or 50 are left).
    """
    while True:
        html = _render(View(facts, findings, pack, shown_claims=most_claims), pack)
        if len(html.encode("utf-8")) < most_bytes or most_claims <= FEWEST_CLAIMS:
            return html
        most_claims = min(most_claims, len(facts.claims)) // 2


def _fit(value: object) -> object:
    """Clean every string on its way into the page; autoescaping comes after."""
    return shown(value) if type(value) is str else value


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("claimgraph.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(view: View, pack: Pack) -> str:
    """Have pyvis render our template around its network of the whole subject."""
    asked = [q for q in view.questions if q.question is not None][:MOST_QUESTIONS]
    pictures = {"subject": subject_map(view, pack), "argument": argument_map(view)}
    pictures |= {q.id: question_map(q) for q in asked}
    whole = {"subject": subject_map(view, pack, whole=True), "argument": argument_map(view, whole=True)}
    whole |= {q.id: question_map(q, whole=True) for q in asked}
    whole = {name: picture for name, picture in whole.items() if not pictures[name].share.whole}
    net = network(pictures["subject"])
    drawn = {name: data(net) if name == "subject" else data(network(p)) for name, p in pictures.items()}
    maps = {"drawn": drawn, "whole": {name: data(network(picture)) for name, picture in whole.items()}}
    net.templateEnv = _environment()
    net.path = "page.html"
    net.templateEnv.globals.update(
        _globals(view),
        asked=asked,
        pictures=pictures,
        whole=whole,
        links=link_list(view),
        record=security.script_json(
            {"maps": maps, "options": OPTIONS, "relations": _relations(view), "kinds": _kinds(view)}
        ),
    )
    html: str = net.generate_html()
    return html


def _globals(view: View) -> dict[str, object]:
    scripts, style = (assets.vis_script(), assets.page_script()), assets.page_style()
    return {
        "view": view,
        "title": title(view),
        "matrix": matrix_view(view),
        "disputes": disagreements(view),
        "findings": findings_view(view),
        "filters": filters(view),
        "policy": security.policy(scripts, [style]),
        "scripts": scripts,
        "style": style,
        "glyph": GLYPH,
        "status_words": STATUS,
        "words": words,
        "count": words.count,
        "clip": clip,
        "one_line": one_line,
        "shown": shown,
    }


def title(view: View) -> str:
    """Return what the page is called: what it turns on, and how many sources speak."""
    names = listed([one_line(label, 40) for label in leading(view.findings.central.concepts, len(view.facts.claims))])
    number = len(view.sources)
    sources = f"{number_word(number)} {'source says' if number == 1 else 'sources say'}"
    if number == 1 and not names:
        return f"What {titled(view.sources[0].label)} says"
    return f"What {sources} about {names}" if names else f"What {sources}"


def _relations(view: View) -> list[list[str]]:
    """Return the relations between printed claims, for the panel: type, kind, both claims, the reason."""
    kept = [r for r in view.facts.relations if r.source in view.claims and r.target in view.claims]
    kept.sort(key=lambda r: (r.type is RelationType.SUPPORT, r.type.value))
    reasons = len(kept) <= MOST_REASONS
    return [
        [r.type.value, words.conflict_kind(r.kind), r.source, r.target, reason(r, view, 300) if reasons else ""]
        for r in kept[:MOST_RELATIONS]
    ]


def _kinds(view: View) -> dict[str, str]:
    return {str(source.number): source.kind_code for source in view.sources}
