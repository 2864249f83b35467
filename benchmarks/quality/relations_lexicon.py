"""Draw the light lexicon of relating (`ontology/wordnet.tsv`) from WordNet 3.0's database files.

    python benchmarks/quality/relations_lexicon.py DICT > ontology/wordnet.tsv
    python benchmarks/quality/relations_lexicon.py DICT --manners > ontology/wordnet-manners.tsv
    python benchmarks/quality/relations_lexicon.py DICT --kinds > ontology/wordnet-kinds.tsv
    python benchmarks/quality/relations_lexicon.py DICT --phrasal > ontology/wordnet-phrasal.tsv

The second file tells which verbs are manners of doing what others say ("to seal" is to close), for texts held against
each other word by word; the third of which kinds a thing is, however many steps up ("whale" is a mammal);
the fourth which single verbs say what a verb with its particle says ("turn down" is to reject).
DICT is the folder with `data.noun` and its sisters (Debian: package wordnet-base, /usr/share/wordnet). Formats:
wndb(5WN), cntlist(5WN). Only words a reader meets are kept: a sense counts where SemCor has it tagged at least once,
or where it is the first sense of the word; of derivations, rare words too where they begin alike.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES_USED = 2
#: Senses of a verb whose manners count, and verbs right below one from which it says too little.
MANNER_SENSES, GENERAL = 3, 40
#: Synsets below one from which it is too general a kind ("artifact"), the kinds that tell all the same, and senses of a
#: thing that count.
BROAD, TELLING, KIND_SENSES = 2000, frozenset({"animal", "plant", "person"}), 2
#: Particles of a verb, and senses of a single verb in which it may stand for one with a particle.
PARTICLES = frozenset({
    "about", "across", "along", "apart", "around", "aside", "away", "back", "by", "down", "forth", "forward", "in",
    "off", "on", "out", "over", "through", "together", "under", "up",
})  # fmt: skip
PHRASAL_SENSES = 4
#: Verbs that say a deed with a noun of theirs: "take part".
LIGHT = frozenset(
    {"take", "make", "have", "give", "get", "come", "go", "lose", "keep", "hold", "put", "set", "pay", "draw"}
)
#: Letters that rare words of one root begin with alike.
STEM = 4
HEADER = """\
# Antonyms, synonyms, derivations, broader words of common English; columns: relation, part of speech, word, word.
# Drawn from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. Princeton University permits
# use, copying, modification and distribution for any purpose and without fee or royalty, provided that this notice
# appears on all copies; the database is provided "as is", without warranty of any kind.
# https://wordnet.princeton.edu/license-and-commercial-use
"""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer of a synset: what it says, where it leads, between which of the words (0: all of them)."""

    symbol: str
    offset: int
    part: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """A line of a data file."""

    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


def synsets(folder: Path, part: str) -> dict[int, Synset]:
    """Return the synsets of a part of speech by their offset."""
    lines = (folder / f"data.{part}").read_text(encoding="latin-1").splitlines()
    return dict(_synset(line) for line in lines if not line.startswith("  "))


def _synset(line: str) -> tuple[int, Synset]:
    fields = line.split("|", maxsplit=1)[0].split()
    count = int(fields[3], 16)
    words = tuple(word.split("(")[0].replace("_", " ").lower() for word in fields[4 : 4 + 2 * count : 2])
    rest = fields[4 + 2 * count :]
    quads = [rest[1 + 4 * k : 5 + 4 * k] for k in range(int(rest[0]))]
    pointers = tuple(Pointer(s, int(o), p.replace("s", "a"), int(st[:2], 16), int(st[2:], 16)) for s, o, p, st in quads)
    return int(fields[0]), Synset(words, pointers)


def ranks(folder: Path, part: str) -> dict[tuple[str, int], int]:
    """Return the rank of each (word, synset offset), 1 for the commonest sense."""
    found = {}
    for line in (folder / f"index.{part}").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        pointers = int(fields[3])
        for rank, offset in enumerate(fields[6 + pointers :], start=1):
            found[(fields[0].replace("_", " "), int(offset))] = rank
    return found


def frequency(folder: Path) -> Counter[str]:
    """Return how often SemCor has each word tagged, in any sense."""
    counts: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        counts[key.split("%")[0].replace("_", " ")] += int(count)
    return counts


@dataclass(frozen=True, slots=True)
class Database:
    """WordNet's synsets and sense ranks by part of speech, and how common each word is."""

    data: dict[str, dict[int, Synset]]
    order: dict[str, dict[tuple[str, int], int]]
    common: Counter[str]

    @classmethod
    def read(cls, folder: Path) -> "Database":
        """Return the database of a folder."""
        data = {code: synsets(folder, part) for part, code in PARTS.items()}
        order = {code: ranks(folder, part) for part, code in PARTS.items()}
        return cls(data, order, frequency(folder))

    def used(self, word: str, code: str, offset: int, most: int = SENSES_USED) -> bool:
        """Say whether a word is common and this is one of its first senses."""
        rank = self.order[code].get((word, offset), 99)
        return rank <= most and self.common[word] > 0 and " " not in word

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the lexicon's rows."""
        for code, found in self.data.items():
            for offset, synset in found.items():
                known = [word for word in synset.words if self.used(word, code, offset)]
                yield from (("synonym", code, a, b) for a in known for b in known if a < b)
                for pointer in synset.pointers:
                    yield from self._pointed(pointer, offset, code, synset)

    def _pointed(self, pointer: Pointer, offset: int, code: str, synset: Synset) -> Iterator[tuple[str, str, str, str]]:
        target = self.data[pointer.part][pointer.offset]
        if pointer.symbol in ("!", "+"):
            a, b = synset.words[pointer.source - 1], target.words[pointer.target - 1]
            if a >= b or " " in a + b:
                return
            if pointer.symbol == "!":
                yield "antonym", code, a, b
            elif code + pointer.part in ("nv", "vn", "na", "an", "av", "va") and self._met(pointer, offset, code, a, b):
                yield "derived", code + pointer.part, a, b
        elif pointer.symbol == "&" or (pointer.symbol == "@" and code == "n"):
            first = [w for w in synset.words if self.used(w, code, offset, 1)]
            heads = [w for w in target.words if self.used(w, pointer.part, pointer.offset)][:2]
            name = "broader" if pointer.symbol == "@" else "similar"
            yield from ((name, code, a, b) for a in first for b in heads if a != b)

    def _met(self, pointer: Pointer, offset: int, code: str, a: str, b: str) -> bool:
        """Say whether a reader meets either of two words, or both are plainly one word in its first sense."""
        if self.common[a] or self.common[b]:
            return True
        first = self.order[code].get((a, offset)) == self.order[pointer.part].get((b, pointer.offset)) == 1
        return first and a[:STEM] == b[:STEM]

    def manners(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield a row for each common verb with the verbs that it is a manner of, or shares a rarer sense with."""
        above: dict[str, set[str]] = {}
        for (verb, offset), rank in self.order["v"].items():
            if rank <= MANNER_SENSES and self.common[verb] and verb.isalpha():
                above.setdefault(verb, set()).update(self._above(offset))
        rows = ((verb, sorted(found - {verb})) for verb, found in above.items())
        yield from (("manner", "v", verb, ", ".join(found)) for verb, found in rows if found)

    def _above(self, offset: int) -> Iterator[str]:
        """Yield the words of a verb's synset and of those above it that are not too general."""
        near = [p.offset for p in self.data["v"][offset].pointers if p.symbol == "@" and p.part == "v"]
        for there in (offset, *(o for o in near if self._below(o) <= GENERAL)):
            yield from (
                w for w in self.data["v"][there].words if w.isalpha() and self.used(w, "v", there, MANNER_SENSES)
            )

    def kinds(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield a row for each noun a reader meets with every kind it is of, those too general left out.

        Much is called a person in jest ("sheep"), so that only the first sense of a word tells of one.
        """
        size = self._sizes()
        for word, offsets in sorted(self._senses("n").items()):
            above = [{w for there in self._over(o) for w in self._kind(there, size)} for o in offsets]
            found = set().union(*above) - (set() if "person" in above[0] else {"person"})
            if found - {word}:
                yield "kind", "n", word, ", ".join(sorted(found - {word}))

    def _senses(self, code: str) -> dict[str, list[int]]:
        """Return the first senses of each word that is common, or of which one sense only is known."""
        senses: dict[str, list[int]] = {}
        alone = Counter(word for word, _ in self.order[code])
        for (word, offset), rank in sorted(self.order[code].items(), key=lambda item: (item[1], item[0])):
            met = self.common[word] > 0 or alone[word] <= KIND_SENSES
            if word.isalpha() and met and (rank == 1 or (rank <= KIND_SENSES and self.common[word] > 0)):
                senses.setdefault(word, []).append(offset)
        return senses

    def _over(self, offset: int) -> frozenset[int]:
        """Return the synsets above one."""
        found: set[int] = set()
        waiting = [offset]
        while waiting:
            here = waiting.pop()
            above = {p.offset for p in self.data["n"][here].pointers if p.symbol in ("@", "@i") and p.part == "n"}
            waiting += above - found
            found |= above
        return frozenset(found)

    def _sizes(self) -> Counter[int]:
        """Return how many synsets lie below each, however deep."""
        return Counter(there for offset in self.data["n"] for there in self._over(offset))

    def _kind(self, offset: int, size: Counter[int]) -> Iterator[str]:
        """Yield the words of a synset in their first sense, none of a kind too general to tell."""
        words = self.data["n"][offset].words
        if words[0] in TELLING:
            yield words[0]
        elif size[offset] <= BROAD:
            yield from (w for w in words if w.isalpha() and self.used(w, "n", offset, 1))

    def phrasal(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the synonyms of the verbs with a particle, those that are common in that sense."""
        for offset, synset in self.data["v"].items():
            for phrase in synset.words:
                verb, _, particle = phrase.partition(" ")
                if (
                    (particle not in PARTICLES and verb not in LIGHT)
                    or " " in particle
                    or self.order["v"].get((phrase, offset), 99) > KIND_SENSES
                ):
                    continue
                same = [
                    w for w in synset.words if w not in (phrase, verb) and self.used(w, "v", offset, PHRASAL_SENSES)
                ]
                yield from (("synonym", "v", phrase, other) for other in same)

    def _below(self, offset: int) -> int:
        """Return how many synsets lie right below one."""
        return sum(pointer.symbol == "~" for pointer in self.data["v"][offset].pointers)


def main() -> None:
    """Write the lexicon to standard output."""
    sys.stdout.write(HEADER)
    database = Database.read(Path(sys.argv[1]))
    asked = {"--manners": database.manners, "--kinds": database.kinds, "--phrasal": database.phrasal}
    drawn = next((draw for option, draw in asked.items() if option in sys.argv), database.rows)
    for row in sorted(set(drawn())):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
