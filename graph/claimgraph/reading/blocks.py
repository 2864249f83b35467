"""A text put together from blocks (paragraphs, headings, items ...), with a region for each that is more than prose."""

from dataclasses import dataclass, field

from claimgraph.model import Region


@dataclass(slots=True)
class Blocks:
    """The text so far and its regions; blocks are parted by a blank line, items and rows by a line end."""

    pieces: list[str] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: str = "", level: int = 0, *, close: bool = False) -> None:
        """Add a block; one without words is passed over.

        Args:
            words: its text.
            kind: of its region, "" for a paragraph.
            level: of a heading.
            close: whether it follows the last block on the next line, without a blank one between.
        """
        if not words.strip():
            return
        if self.length:
            self._put("\n" if close else "\n\n")
        start = self.length
        self._put(words)
        if kind:
            label = " ".join(words.split()) if kind == "heading" else ""
            self.regions.append(Region(kind, start, self.length, label, level))

    def next_start(self, *, close: bool = False) -> int:
        """Return where the next block will start."""
        return self.length + (0 if not self.length else 1 if close else 2)

    def enclose(self, kind: str, start: int, label: str = "") -> None:
        """Add a region from a place to the end of the text so far, where something stands there."""
        if self.length > start:
            self.regions.append(Region(kind, start, self.length, label))

    def enclose_span(self, kind: str, start: int, end: int, label: str) -> None:
        """Add a region of two known places."""
        self.regions.append(Region(kind, start, end, label))

    def text(self) -> str:
        """Return the text."""
        return "".join(self.pieces)

    def ordered(self) -> tuple[Region, ...]:
        """Return the regions by start, an enclosing one before what it encloses."""
        return tuple(sorted(self.regions, key=lambda region: (region.start, -region.end, region.kind)))

    def _put(self, words: str) -> None:
        """Add characters."""
        self.pieces.append(words)
        self.length += len(words)
