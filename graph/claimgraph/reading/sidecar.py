"""`sources.toml`: what is known of the documents of a folder, each value with the words it is read off."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimgraph.model import ClaimgraphError, Document, ExitCode, Interest, SourceKind

NAME = "sources.toml"
FIELDS = ("title", "publisher", "author", "kind", "date", "place", "address", "interest", "language")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ALLOWED = {"kind": tuple(SourceKind), "interest": tuple(Interest)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What `sources.toml` says of one file.

    Attributes:
        place: file and line, for messages.
        values: by field name, see `FIELDS`.
        traces: by field name, the words in the document's text that the value is read off.
    """

    place: str
    values: Mapping[str, str] = field(default_factory=dict)
    traces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


#: Entries by file stem or whole file name.
Entries = Mapping[str, Entry]


def load(path: Path) -> Entries:
    """Return the entries of a `sources.toml` by file stem (or by whole file name).

    Raises:
        ClaimgraphError: where the file is malformed, names an unknown field or value, or gives a trace of a field
            that it does not have; the message gives file, line and remedy, the exit code is that of wrong usage.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(source)
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(str(path), f"cannot be read ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise _wrong(str(path), f"not valid TOML: {error}") from None
    return {stem: _entry(path, source, stem, table) for stem, table in tables.items()}


def apply(documents: Sequence[Document], entry: Entry) -> tuple[Document, ...]:
    """Return the documents of one file with the values of its entry; what the entry leaves out stays.

    Raises:
        ClaimgraphError: where a trace stands in none of the documents' texts.
    """
    texts = [" ".join(document.text.split()) for document in documents]
    for name, traces in entry.traces.items():
        for trace in traces:
            if not any(" ".join(trace.split()) in text for text in texts):
                where = documents[0].source
                problem = f'the trace of "{name}" does not stand in {where}: "{trace}"; quote its exact words'
                raise _wrong(entry.place, problem)
    values: dict[str, object] = dict(entry.values)
    if "kind" in values:
        values["kind"] = SourceKind(entry.values["kind"])
    return tuple(replace(document, **values) for document in documents)  # type: ignore[arg-type]


def _wrong(place: str, message: str) -> ClaimgraphError:
    """Return the error of a wrong `sources.toml`."""
    return ClaimgraphError(f"{place}: {message}", ExitCode.USAGE)


def _entry(path: Path, source: str, stem: str, table: object) -> Entry:
    """Return one checked entry."""
    place = f"{path}:{_line(source, stem)}"
    if not isinstance(table, dict):
        raise _wrong(place, f'"{stem}" stands outside a table; write [{stem}] and the fields below it')
    for name, value in table.items():
        if name != "traces":
            _check(f"{path}:{_line(source, stem, name)}", name, value)
    traces = table.get("traces", {})
    here = f"{path}:{_line(source, stem, 'traces')}"
    if not isinstance(traces, dict):
        raise _wrong(here, '"traces" is no table; write traces = {{ field = "words of the text" }}')
    for name in traces:
        if name not in table or name == "traces":
            raise _wrong(here, f'a trace of "{name}", but [{stem}] has no such field; give the field or drop the trace')
    values = {name: str(value) for name, value in table.items() if name != "traces"}
    return Entry(place, values, {name: tuple(_quotes(here, name, words)) for name, words in traces.items()})


def _quotes(place: str, name: str, words: object) -> Iterator[str]:
    """Yield the words of one trace: a text, or several."""
    for one in words if isinstance(words, list) else [words]:
        if not isinstance(one, str) or not one.strip():
            raise _wrong(place, f'the trace of "{name}" is no text; write the words of the document')
        yield one


def _check(place: str, name: str, value: object) -> None:
    """Raise where a field or its value is not known."""
    if name not in FIELDS:
        raise _wrong(place, f'unknown field "{name}"; known are {", ".join(FIELDS)} and traces')
    if name == "date":
        if not _DATE.fullmatch(str(value)):
            raise _wrong(place, f'"{value}" is no date; write it as 2020-05-21, 2020-05 or 2020')
    elif not isinstance(value, str) or not value.strip():
        raise _wrong(place, f'"{name}" is no text; write it in quotation marks')
    elif name in _ALLOWED and value not in _ALLOWED[name]:
        raise _wrong(place, f'"{value}" is no {name}; known are {", ".join(_ALLOWED[name])}')


def _line(source: str, stem: str, name: str | None = None) -> int:
    """Return the line a table or one of its fields stands on; the table's where the field is not found."""
    quoted = rf"[\"']?{re.escape(stem)}[\"']?"
    table = re.search(rf"^[ \t]*(?:\[[ \t]*{quoted}[ \t]*[\].]|{quoted}[ \t]*[.=])", source, re.MULTILINE)
    start = table.start() if table else 0
    inner = name and re.compile(
        rf"^[ \t]*(?:[\"']?{re.escape(name)}[\"']?[ \t]*[=.]|\[[ \t]*{quoted}\.{re.escape(name)}[ \t]*\])", re.MULTILINE
    ).search(source, start)
    return source.count("\n", 0, inner.start() if inner else start) + 1
