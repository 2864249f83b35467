"""JSON Lines and CSV: a corpus with a document in each row, its text in one column and what is known in others."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimgraph.model import Document, Interest, Problem, Region, SourceKind
from claimgraph.model.identity import slug
from claimgraph.reading.decoding import decode, without_surrogates
from claimgraph.reading.limits import Limits
from claimgraph.reading.lines import lines
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.plain import plain_regions
from claimgraph.reading.raw import Outcome, Raw

#: Column names that hold the text, first match wins; letter case does not matter.
TEXT_COLUMNS = ("text", "content", "body", "document", "passage", "abstract", "article", "post", "comment", "message")
#: Column names of what is known of a row's document, by field of `Document`.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "stem": ("id", "doc_id", "document_id", "key"),
    "title": ("title", "headline", "name"),
    "author": ("author", "creator", "user", "username"),
    "publisher": ("publisher", "site", "source", "sitename"),
    "date": ("date", "published", "publication_date", "created", "timestamp"),
    "address": ("address", "url", "link", "uri"),
    "place": ("place", "location"),
    "language": ("language", "lang"),
    "kind": ("kind",),
    "interest": ("interest",),
}
_PROBLEMS = 20

#: A row: the line it starts on, and its columns by lower-case name, or what is wrong with it.
Row = tuple[int, Mapping[str, object] | str]


def read_jsonl(raw: Raw, limits: Limits) -> Outcome:
    """Read JSON Lines: a document for each object that has a text."""
    text, problems = decode(raw)
    return _documents(raw, _objects(text), problems, limits) if text is not None else ((), problems)


def read_csv(raw: Raw, limits: Limits) -> Outcome:
    """Read a table of comma-, semicolon- or tab-separated values with a header line: a document for each row."""
    text, problems = decode(raw)
    if text is None:
        return (), problems
    header = next((line.text for line in lines(text) if not line.blank), "")
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip().strip("\"'").lower() for name in header.split(delimiter)]
    if not set(names) & set(TEXT_COLUMNS):
        message = f"no text column: the first line must name one of {', '.join(TEXT_COLUMNS)}"
        return (), (*problems, raw.problem(message, "no-text-column"))
    return _documents(raw, _records(text, delimiter), problems, limits)


def _objects(text: str) -> Iterator[Row]:
    """Yield the objects of a JSON Lines text."""
    for number, line in enumerate(lines(text), 1):
        if line.blank:
            continue
        try:
            value = json.loads(line.text)
        except (ValueError, RecursionError) as error:
            yield number, f"not JSON ({str(error).partition(':')[0]}); write one object a line"
            continue
        if isinstance(value, dict):
            yield number, {str(name).lower(): field for name, field in value.items()}
        else:
            yield number, "no JSON object; write one object a line"


def _records(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a table of separated values."""
    reader = csv.reader(io.StringIO(text.replace("\x00", "\ufffd"), newline=""), delimiter=delimiter)
    before = csv.field_size_limit(2**31 - 1)
    try:
        names = [name.strip().lower() for name in next(reader)]
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, dict(zip(names, cells, strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        yield reader.line_num, f"not a table from here on ({error}); quote the fields"
    finally:
        csv.field_size_limit(before)


def _documents(raw: Raw, rows: Iterator[Row], problems: tuple[Problem, ...], limits: Limits) -> Outcome:
    """Return a document for each row with a text, and a problem for each other, the first of them in full."""
    documents: list[Document] = []
    wrong: list[Problem] = []
    for line, row in rows:
        if len(documents) == limits.rows:
            message = f"more than {limits.rows:,} rows; the rest was left out, split the file"
            wrong.insert(0, raw.problem(message, "too-large", fatal=False))
            break
        found = _document(raw, line, row)
        if isinstance(found, Document):
            documents.append(found)
        else:
            wrong.append(found)
    if len(wrong) > _PROBLEMS:
        message = f"{len(wrong) - _PROBLEMS} more rows could not be used"
        wrong = [*wrong[:_PROBLEMS], raw.problem(message, "row", fatal=not documents)]
    return tuple(documents), (*problems, *wrong)


def _document(raw: Raw, line: int, row: Mapping[str, object] | str) -> Document | Problem:
    """Return the document of one row, or why there is none."""
    place = f"{raw.source}:{line}"
    if isinstance(row, str):
        return Problem(place, row, "row")
    text = next((row[name] for name in TEXT_COLUMNS if isinstance(row.get(name), str)), None)
    if not isinstance(text, str) or not text.strip():
        message = f"no text in this row; its column must be one of {', '.join(TEXT_COLUMNS)}"
        return Problem(place, message, "row")
    text = without_surrogates(text)
    known = {field: value for field, names in COLUMNS.items() if (value := _first(row, names)) is not None}
    name = known.pop("stem", None)
    named = Raw(raw.source, f"{raw.stem}-{slug(name) if name else line}", text.encode())
    regions = (Region("line", 0, len(text), str(line)), *plain_regions(text))
    document = Document(named.stem, text, named.sha256, place, regions=regions, media_type=_media_type(raw))
    return described(_informed(document, known))


def _media_type(raw: Raw) -> str:
    """Return the media type of a corpus file."""
    return "application/jsonl" if raw.source.lower().endswith(("jsonl", "ndjson")) else "text/csv"


def _first(row: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the first column among several that says something, as text."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return without_surrogates(str(value).strip())
    return None


def _informed(document: Document, known: Mapping[str, str]) -> Document:
    """Return a document with what its row tells; values that no field can have are passed over."""
    kind, interest = known.get("kind", "").lower(), known.get("interest", "").lower()
    return replace(
        document,
        title=known.get("title", ""),
        author=known.get("author"),
        publisher=known.get("publisher"),
        date=iso_date(known["date"]) if "date" in known else None,
        address=known.get("address"),
        place=known.get("place"),
        language=known.get("language", "en").lower(),
        kind=SourceKind(kind) if kind in tuple(SourceKind) else SourceKind.UNKNOWN,
        interest=interest if interest in tuple(Interest) else None,
    )
