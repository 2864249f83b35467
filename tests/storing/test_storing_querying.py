"""Queries: named ones, parameters, what is refused, and the formats of results."""

import csv
import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib.query import Result

from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, ExitCode, Facts, Polarity
from claimgraph.storing.asking import require_reading, term
from claimgraph.storing.dataset import to_rdflib, to_trig
from claimgraph.storing.named import named_queries, named_query
from claimgraph.storing.querying import Query, answer, named, rows
from claimgraph.storing.store import open_build

NAMES = [query.name for query in named_queries()]


def bindings_for(name: str, facts: Facts) -> dict[str, str]:
    """Return values for the parameters of a named query that find something in the small pile."""
    known = {
        "about": "mint tea",
        "with": "stomach",
        "voice": "poster",
        "proposition": "calms",
        "from": "mint tea",
        "to": "stomach",
        "claim": facts.claims[0].iri,
    }
    return {parameter.name: known[parameter.name] for parameter in named_query(name).parameters}


def test_there_is_a_query_for_every_main_question() -> None:
    """The questions people come with have a named query each, and each says what it answers."""
    wanted = {
        "claims-about",
        "conflicts",
        "who-says-what",
        "claims-without-evidence",
        "what-a-voice-says",
        "supports-of-a-proposition",
        "mechanism-paths",
        "self-contradictions",
        "apparent-conflicts",
        "disputed-propositions",
        "evidence-ladder",
    }
    assert wanted <= set(NAMES)
    assert all(query.description.endswith(".") for query in named_queries())


def _identifier(value: str) -> rdflib.term.Identifier:
    known = term(value)
    return rdflib.URIRef(known.value) if isinstance(known, NamedNode) else rdflib.Literal(known.value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("name", NAMES)
def test_named_queries_answer_alike_on_rdflib_and_oxigraph(name: str, facts: Facts, pack: Pack, store: Store) -> None:
    """Every shipped query gives the same answer on rdflib's engine and on Oxigraph's."""
    bindings = bindings_for(name, facts)
    query = named(name, bindings)
    dataset = to_rdflib(facts, pack=pack)
    bound = {key: _identifier(value) for key, value in bindings.items()}
    theirs = dataset.query(query.text, initBindings=bound)
    if theirs.type == "CONSTRUCT":
        ours = rdflib.Graph().parse(data=answer(store, query), format="turtle")
        assert theirs.graph is not None
        assert set(ours) == set(theirs.graph)
        return
    variables, found = rows(store, query)
    expected = [tuple(_text(getattr(row, name)) for name in variables) for row in theirs]
    got = [tuple(getattr(t, "value", None) for t in row) for row in found]
    assert sorted(got, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "name", sorted(set(NAMES) - {"self-contradictions", "misquotes", "disputed-propositions", "findings"})
)
def test_named_queries_find_something(name: str, facts: Facts, store: Store) -> None:
    """Every shipped query finds something in the small pile, where there is something to be found."""
    query = named(name, bindings_for(name, facts))
    result = answer(store, query, "csv" if require_reading(query.text) == "SELECT" else None)
    assert len(result.splitlines()) > 1


def test_claims_about_a_thing_have_polarity_voice_and_quote(store: Store) -> None:
    """A broader concept finds the claims on narrower ones, each with polarity, voice and the exact words."""
    result = answer(store, named("claims-about", {"about": "tea"}), "csv").decode()
    found = list(csv.DictReader(io.StringIO(result)))
    assert {row["polarity"] for row in found} == {"positive", "negative"}
    assert {row["voice"] for row in found} == {"The Clinic", "many", "poster 1"}
    assert any(row["quote"] == "Mint tea does not calm the stomach" for row in found)


def test_conflicts_have_both_quotes(store: Store) -> None:
    """A conflict shows the words of both sides, both sources and the reason."""
    result = answer(store, named("conflicts"), "csv").decode()
    [row] = csv.DictReader(io.StringIO(result))
    assert row["kind"] == "contradictory"
    assert row["quote"] == "Mint tea calms the stomach within 2-4 hours"
    assert row["otherQuote"] == "Mint tea does not calm the stomach"
    assert {row["document"], row["otherDocument"]} == {"clinic", "forum"}
    assert "does not" in row["rationale"]


def test_disputed_propositions_are_counted(made_up: Callable[[int], Facts]) -> None:
    """A proposition affirmed and denied is listed with the right numbers of claims."""
    facts = made_up(120)
    loaded = Store()
    loaded.bulk_load(to_trig(facts, pack=Pack()), format=RdfFormat.TRIG)
    found = list(csv.DictReader(io.StringIO(answer(loaded, named("disputed-propositions"), "csv").decode())))
    signs = {iri: [claim.polarity for claim in claims] for iri, (_, claims) in facts.propositions().items()}
    mixed = {iri: of for iri, of in signs.items() if len(set(of)) > 1}
    assert {row["proposition"]: (int(row["affirmed"]), int(row["denied"])) for row in found} == {
        iri: (of.count(Polarity.POSITIVE), of.count(Polarity.NEGATIVE)) for iri, of in mixed.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:s> <a:p> <a:o> }",
        "# SELECT\nDELETE WHERE { ?s ?p ?o }",
        "PREFIX x: <http://e/SELECT> DROP ALL",
        "CLEAR ALL",
        "LOAD <http://example.org/>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_a_query_that_writes_is_refused(text: str, store: Store) -> None:
    """An UPDATE changes nothing and ends in one line, as a usage error."""
    before = len(store)
    with pytest.raises(ClaimgraphError) as raised:
        answer(store, Query(text))
    assert len(store) == before
    assert raised.value.exit_code is ExitCode.USAGE
    assert "\n" not in str(raised.value)


def test_queries_do_not_leave_the_machine(store: Store) -> None:
    """SERVICE is refused, wherever it stands and however it is written; a variable of that name is not."""
    for text in ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "ASK { service silent ?e { ?s ?p ?o } }"):
        with pytest.raises(ClaimgraphError, match="SERVICE is refused"):
            answer(store, Query(text))
    assert answer(store, Query('ASK { ?service ?p ?o FILTER (?o != "SERVICE") } # SERVICE')) == b"true\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?s WHERE { ?s ?p", "line 1, column 24, near 'the end'"),
        ("SELECT ?s WHERE {\n  ?s ?p ?o ,, ?x }", "line 2, column "),
        ("SELECT ?s WHERE { ?s nope:x ?o }", "not SPARQL"),
        ("hello", "no SELECT, ASK, CONSTRUCT or DESCRIBE"),
    ],
)
def test_malformed_sparql_ends_in_one_line(text: str, expected: str, store: Store) -> None:
    """A malformed query is named by line and column, in one line, as a usage error."""
    with pytest.raises(ClaimgraphError) as raised:
        answer(store, Query(text))
    assert expected in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.exit_code is ExitCode.USAGE


def test_values_are_terms_and_never_text(store: Store) -> None:
    """A value that looks like SPARQL is a string like any other: it finds nothing and breaks nothing."""
    for value in ('" } DROP ALL #', "?s", "\\", "x' || true || '"):
        variables, found = rows(store, Query("SELECT ?x ?s { ?s cg:quote ?q FILTER (CONTAINS(?q, ?x)) }", {"x": value}))
        assert variables == ("x", "s")
        assert found == []


def test_values_are_read_as_what_they_look_like() -> None:
    """IRIs, prefixed names, numbers and words are told apart, and quotes make anything words."""
    shown = [str(term(value)) for value in ("<http://e/a>", "http://e/a", "cg:Claim", "12", '"12"', "a:b c")]
    assert shown == [
        "<http://e/a>",
        "<http://e/a>",
        "<https://w3id.org/claimgraph/ontology#Claim>",
        '"12"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"12"',
        '"a:b c"',
    ]
    with pytest.raises(ClaimgraphError, match="is no IRI"):
        term("<not an iri>")


def test_a_bound_variable_must_be_selected(store: Store) -> None:
    """Binding a variable that is not selected is refused with what to do."""
    with pytest.raises(ClaimgraphError, match=r"add \?p to the SELECT"):
        answer(store, Query("SELECT ?s { ?s ?p ?o }", {"p": "cg:quote"}))


def test_named_queries_check_their_parameters(store: Store) -> None:
    """A missing parameter, an unknown one and an unknown query are refused with what to do."""
    with pytest.raises(ClaimgraphError, match="needs --bind about=VALUE"):
        named("claims-about")
    with pytest.raises(ClaimgraphError, match="conflicts takes no 'x'"):
        named("conflicts", {"x": "1"})
    with pytest.raises(ClaimgraphError, match="did you mean conflicts"):
        named("conflict")


@pytest.mark.parametrize("result_format", ["json", "xml", "csv", "tsv"])
def test_results_are_read_back_by_rdflib(result_format: str, store: Store) -> None:
    """The four W3C formats of results, read by rdflib, have the rows that were found."""
    query = Query("SELECT ?s ?q ?none { ?s cg:quote ?q OPTIONAL { ?s cg:no ?none } } ORDER BY ?s")
    _, found = rows(store, query)
    back = Result.parse(io.BytesIO(answer(store, query, result_format)), format=result_format)
    got = [tuple(str(v) if v not in (None, rdflib.Literal("")) else None for v in row) for row in back]  # type: ignore[union-attr]
    assert got == [tuple(getattr(t, "value", None) for t in row) for row in found]


def test_all_four_forms_answer(store: Store) -> None:
    """SELECT gives rows, ASK yes or no, CONSTRUCT and DESCRIBE graphs; a format that does not fit is refused."""
    assert answer(store, Query("SELECT (COUNT(*) AS ?n) { ?c a cg:Claim }"), "csv") == b"n\r\n4\r\n"
    assert answer(store, Query("ASK { ?c a cg:Claim }")) == b"true\n"
    for text in ("CONSTRUCT { ?c a cg:Claim } WHERE { ?c a cg:Claim }", "DESCRIBE ?c WHERE { ?c a cg:Claim }"):
        graph = rdflib.Graph().parse(data=answer(store, Query(text)), format="turtle")
        assert len(set(graph.subjects())) == 4
        with pytest.raises(ClaimgraphError, match="--format may be turtle"):
            answer(store, Query(text), "csv")
    with pytest.raises(ClaimgraphError, match="--format may be table"):
        answer(store, Query("ASK {}"), "turtle")


def test_tables_keep_every_word_within_the_width(store: Store) -> None:
    """A table wraps what is long and cuts nothing off, and no control character reaches the terminal."""
    text = answer(store, Query('SELECT ?q ("a\\u001b[31mb" AS ?x) { ?c cg:quote ?q } ORDER BY ?q'), width=40).decode()
    assert max(map(len, text.splitlines())) <= 40
    assert "\x1b" not in text
    joined = " ".join(line[:30].strip() for line in text.splitlines())
    assert "peppermint tea does not calm the" in " ".join(joined.split())


def test_a_query_that_takes_too_long_is_given_up(made_up: Callable[[int], Facts]) -> None:
    """A timeout ends a query that would run for minutes, with a line that says so, and others go on."""
    loaded = Store()
    loaded.bulk_load(to_trig(made_up(300), pack=Pack()), format=RdfFormat.TRIG)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) < STR(?g)) }"
    before = threading.active_count()
    with pytest.raises(ClaimgraphError, match=r"given up after 0\.2 s"):
        answer(loaded, Query(endless, timeout=0.2))
    assert threading.active_count() <= before + 1
    assert answer(loaded, Query("ASK { ?c a cg:Claim }", timeout=30)) == b"true\n"


def test_a_store_on_disk_is_loaded_once(trig: bytes, tmp_path: Path) -> None:
    """The second opening takes the store that the first one made; a graph built anew gets another."""
    build, kept = tmp_path / "build", tmp_path / "kept"
    build.mkdir()
    (build / "graph.trig").write_bytes(trig)
    assert answer(open_build(build, kept), Query("ASK { ?c a cg:Claim }")) == b"true\n"
    [made] = kept.iterdir()
    stamp = (made / "ready").stat().st_mtime_ns
    first, second = open_build(build, kept), open_build(build, kept)
    assert len(first) == len(second)
    assert (made / "ready").stat().st_mtime_ns == stamp
    (build / "graph.trig").write_bytes(trig + b"<a:s> <a:p> <a:o> .\n")
    assert len(open_build(build, kept)) == len(first) + 1


def test_what_is_no_build_is_named(tmp_path: Path) -> None:
    """A folder without a graph, and a damaged graph, end in one line; no store is left behind."""
    with pytest.raises(ClaimgraphError, match="no build here"):
        open_build(tmp_path)
    (tmp_path / "graph.trig").write_text("this is not TriG")
    for store in (None, tmp_path / "kept"):
        with pytest.raises(ClaimgraphError, match="not TriG"):
            open_build(tmp_path, store)
    assert list((tmp_path / "kept").iterdir()) == []
