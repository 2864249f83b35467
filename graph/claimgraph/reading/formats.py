"""The formats that can be read, in one list."""

from claimgraph.reading.markdown import read_markdown
from claimgraph.reading.plain import read_plain
from claimgraph.reading.raw import Format

FORMATS = (
    Format("plain text", "text/plain", (".txt", ".text"), read_plain),
    Format("Markdown", "text/markdown", (".md", ".markdown"), read_markdown),
)


def suffixes() -> tuple[str, ...]:
    """Return every file name ending that can be read, in the order of the formats."""
    return tuple(suffix for one in FORMATS for suffix in one.suffixes)


def by_suffix(suffix: str) -> Format | None:
    """Return the format of a file name ending, None where none has it."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), None)


def by_media_type(media_type: str) -> Format | None:
    """Return the format of a media type, None where none has it."""
    return next((one for one in FORMATS if one.media_type == media_type.lower()), None)
