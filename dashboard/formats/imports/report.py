"""The report of an import: the same numbers in words and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.words.lists import first_of
from dashboard.words.numbers import count
from dashboard.words.quotes import extract, printable, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.formats.recipes.guess import Guess
    from dashboard.formats.rows.mapper import Imported, LeftOut

_MOST_ROWS = 10
"""Number of messages about left out rows in the report in words; the others are counted."""
_MOST_NAMES = 5
"""Number of names of no country that the report in words names."""
_HOW = {
    "recognised": "recognised by its columns",
    "guessed": "a guess: check it, or write it with --write-recipe and edit it",
    "given": "as given",
}


@dataclass(frozen=True, slots=True)
class Report:
    """Result of an import.

    Attributes:
        imports: the imports, one for each table.
        how: for each import how its recipe was found, a key of ``_HOW``.
        guesses: for each import its guess, ``None`` if the recipe was not guessed.
        added: number of events that are new in the file.
        actors: number of actors that were added.
        present: number of events that the file had already.
        changed: ids of events that the file has with other content; they are left as they are.
        output: the file; empty for the standard output.
        left_out: the left out rows, each with its file.
    """

    imports: Sequence[Imported]
    how: Sequence[str]
    guesses: Sequence[Guess | None]
    added: int
    actors: int
    present: int = 0
    changed: Sequence[str] = ()
    output: str = ""
    left_out: Sequence[tuple[str, LeftOut]] = ()

    @property
    def numbers(self) -> Mapping[str, Any]:
        """The numbers of the report."""
        return {
            "read": sum(each.read for each in self.imports),
            "folded": sum(each.folded for each in self.imports),
            "left_out": len(self.left_out),
            "reasons": dict(Counter(left.reason for _, left in self.left_out).most_common()),
            "events_added": self.added,
            "events_present": self.present,
            "events_changed": len(self.changed),
            "actors_added": self.actors,
            "names_of_no_country": dict(self._no_country().most_common()),
        }

    def as_json(self) -> str:
        """Return the report as JSON, with every left out row."""
        files = [self._file(k, each) for k, each in enumerate(self.imports)]
        rows = [
            {
                "file": path,
                "row": left.row.number,
                "reason": left.reason,
                "message": left.message,
            }
            for path, left in self.left_out
        ]
        found = {**self.numbers, "changed": [*self.changed], "files": files, "rows": rows}
        return json.dumps(found, ensure_ascii=False, indent=2)

    def in_words(self) -> str:
        """Return the report in sentences, one a line."""
        return "\n".join(map(printable, self._lines()))

    def _lines(self) -> Iterator[str]:
        for k, each in enumerate(self.imports):
            yield from self._table_lines(k, each)
        numbers = self.numbers
        reasons = [f"{n:,} {reason}" for reason, n in numbers["reasons"].items()]
        left = f"left out {numbers['left_out']:,}" + (f": {', '.join(reasons)}" if reasons else "")
        yield f"read {count(numbers['read'], 'row')}, folded {numbers['folded']:,}, {left}"
        where = f" to {self.output}" if self.output else ""
        yield f"{count(self.added, 'event')} and {count(self.actors, 'actor')} added{where}"
        if self.present:
            yield f"{count(self.present, 'event')} in the file already"
        if self.changed:
            ids = first_of([quoted(id_) for id_ in self.changed], _MOST_NAMES)
            words = count(len(self.changed), "event")
            yield f"{words} with other content in the file, left as in the file: {ids}"
        yield from self._name_lines()
        groups: dict[tuple[str, str], list[int]] = {}
        for path, found in self.left_out:
            groups.setdefault((path, found.message), []).append(found.row.number)
        for (path, message), rows in [*groups.items()][:_MOST_ROWS]:
            where = f"row{'s' * (len(rows) > 1)} {first_of([f'{n:,}' for n in rows], _MOST_NAMES)}"
            yield f"{path}: {where} left out: {message}"
        if len(groups) > _MOST_ROWS:
            more = count(len(groups) - _MOST_ROWS, "reason")
            yield f"and {more} more: --left-out PATH writes all rows, --report json all reasons"

    def _name_lines(self) -> Iterator[str]:
        names = self._no_country()
        if names:
            shown = [f"{quoted(name)} ({count(n, 'row')})" for name, n in names.most_common()]
            verb = "name is" if len(names) == 1 else "names are"
            yield f"{len(names):,} {verb} of no country: {first_of(shown, _MOST_NAMES)}"

    def _table_lines(self, k: int, each: Imported) -> Iterator[str]:
        path, recipe = each.table.path, each.recipe
        yield f"{path}: recipe {recipe.name}, {_HOW[self.how[k]]}"
        for sentence in (*each.table.notes, *each.table.problems):
            yield f"{path}: {sentence.removeprefix(f'{path}: ')}"
        guess = self.guesses[k]
        if guess is not None:
            yield from _guess_lines(guess)
        if each.unknown:
            yield f"{path}: columns that are not imported: {', '.join(map(extract, each.unknown))}"

    def _file(self, k: int, each: Imported) -> Mapping[str, Any]:
        guess = self.guesses[k]
        return {
            "path": each.table.path,
            "recipe": each.recipe.name,
            "how": self.how[k],
            "read": each.read,
            "folded": each.folded,
            "unknown_columns": [*each.unknown],
            "problems": [*each.table.problems],
            "notes": [*each.table.notes],
            "guess": None
            if guess is None
            else {
                "columns": {key: [*names] for key, names in each.recipe.columns.items()},
                "constants": dict(each.recipe.constants),
                "doubts": [*guess.doubts],
                "samples": [dict(row.cells) for row in guess.samples],
            },
        }

    def _no_country(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for each in self.imports:
            found.update(each.no_country)
        return found


def _guess_lines(guess: Guess) -> Iterator[str]:
    """Yield the guess as a table: key, columns, and the cells of the first rows."""
    for key, columns in guess.recipe.columns.items():
        cells = [
            next((row.cells[c] for c in columns if c in row.cells), "") for row in guess.samples
        ]
        shown = " | ".join(extract(cell) for cell in cells)
        yield f"  {key} = {', '.join(map(quoted, columns))}: {shown}"
    for key, text in guess.recipe.constants.items():
        yield f"  {key} = {quoted(text)} in every event"
    for doubt in guess.doubts:
        yield f"  in doubt: {doubt}"
