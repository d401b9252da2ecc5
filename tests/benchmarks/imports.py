"""Time and memory of imports: rows in the form of ICEWS are made up, mapped, folded and rendered.

Run ``python -m tests.benchmarks.imports [ROWS]``; the default is 20,000 rows.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from dashboard.formats.imports.documents import document_lines, items_of
from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.formats.rows.mapper import map_rows
from dashboard.formats.tables.raw import read_raw
from dashboard.model.actor_table import known_actors
from dashboard.model.event_types import event_types
from dashboard.reading.book import collector_at_rest

HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
)
ROLES = ("Citizen", "Police", "Head of Government", "Military", "Business", "Foreign Affairs")
SHARE_OF_NO_COUNTRY = 0.05


def rows(count: int, seed: int = 1) -> str:
    """Return a made-up table in the form of ICEWS, one in three rows a repeat."""
    rng = random.Random(seed)
    countries = [actor.name for actor in known_actors() if actor.codes]
    weights = [1 / (rank + 1) for rank in range(len(countries))]
    people = [f"Person {chr(65 + k % 26)}. Number{k}" for k in range(2_000)]
    home = [rng.choices(countries, weights)[0] for _ in people]
    types = [kind for kind in event_types().values() if kind.cameo_code]

    def side() -> tuple[str, str]:
        if rng.random() < SHARE_OF_NO_COUNTRY:
            return "Europe", "NA"
        if rng.random() < 0.5:
            k = rng.randrange(len(people))
            return people[k], home[k]
        country = rng.choices(countries, weights)[0]
        return f"{rng.choice(ROLES)} ({country})", country

    lines = [HEADER]
    fields: list[str] = []
    for k in range(count):
        if not fields or rng.random() > 0.3:
            kind = rng.choice(types)
            (one, of), (other, where) = side(), side()
            day = f"2018-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
            fields = [day, one, "NA", of, kind.label, kind.cameo_code, f"{kind.score}"]
            fields += [other, "NA", where]
        story = [
            str(30_000_000 + k // 3),
            "1",
            "Example Wire",
            "NA",
            "NA",
            "NA",
            of,
            "12.5",
            "30.25",
        ]
        lines.append("\t".join([str(k), *fields, *story]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure one import."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "icews.tab")
        file.write_text(rows(count), "utf-8")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with collector_at_rest():  # as in the command
            marks = [time.process_time()]
            (table,) = read_raw(file)
            marks.append(time.process_time())
            found = map_rows(table, shipped_recipes()["icews"])
            marks.append(time.process_time())
            text = "\n".join(document_lines(items_of([found])))
            marks.append(time.process_time())
    read, mapped, rendered = (later - one for one, later in pairwise(marks))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{count:,} rows, seconds of CPU: read {read:.2f}, mapped {mapped:.2f}, "
        f"written {rendered:.2f}, together {marks[-1] - marks[0]:.2f}; "
        f"{len(found.events):,} events, {len(found.actors):,} actors, "
        f"{len(text) / 1e6:.1f} MB of YAML; "
        f"memory {memory / 1024:.0f} MB, {before / 1024:.0f} MB before"
    )


if __name__ == "__main__":
    main()
