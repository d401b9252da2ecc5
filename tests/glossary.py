"""The glossary: the term for each concept, its meaning, and the words not to use instead.

A discouraged word is a regular expression of whole words. The tests look for it in the docstrings,
comments and messages of the package (see ``test_language``).
"""

from __future__ import annotations

from typing import NamedTuple


class Term(NamedTuple):
    """A concept: its meaning, and discouraged words for it."""

    meaning: str
    instead_of: tuple[str, ...] = ()


GLOSSARY = {
    "actor": Term("state, organisation, person or group that takes part in events", ("partaker",)),
    "target": Term("actor at whom an act is directed", ("acted upon",)),
    "aimed at": Term("third party that an act is meant to warn"),
    "dyad": Term("ordered pair of a source and a target", ("twosome",)),
    "relation": Term("one act of a source on a target within one event"),
    "event": Term("one entry of the file: who did what to whom, when, and who says so"),
    "claim": Term("statement of actors about an event", ("saying", "what .* say of")),
    "stance": Term("what a claim does: it asserts, confirms, denies, disputes or declines"),
    "status": Term("evidence for an event: confirmed, reported, alleged, disputed or denied"),
    "in doubt": Term(
        "neither confirmed nor reported without contradiction", ("unsure", "not sure", "firm")
    ),
    "source": Term("publication that can be checked"),
    "finding": Term("result of a linter rule at one place of a file", ("remark",)),
    "report": Term("to show a problem to the author", ("tells?", "told", "telling")),
    "problem": Term("error or warning with its place, cause and remedy", ("objection to",)),
    "remedy": Term("what to write instead", ("mend\\w*", "way out")),
    "fix": Term("to correct a file or a value", ("set right a", "make good")),
    "accept": Term("to hide a finding for a stated reason", ("let pass", "lets? .* pass")),
    "valid": Term(
        "of the form and range that the reader accepts", ("(?<!there )(is|are) no(?! longer)",)
    ),
    "character": Term("one code point of a text", ("signs? (that|which|of a text)", "a sign")),
    "name": Term("text that refers to an actor", ("go(es)? by", "are known by")),
    "id": Term("unique word that files, URLs and columns hold"),
    "label": Term("words for a category that people read", ("what .* (is|are) called",)),
    "lane": Term("horizontal row of the timeline for one country, actor, type or status"),
    "mark": Term("what is drawn for one event in one lane"),
    "plot area": Term("part of a figure inside its margins, in pixels", ("rooms?",)),
    "position": Term("coordinates of a mark or a node, in pixels", ("places? of a (mark|node)",)),
    "window": Term("interval of time that is in view", ("stretch of time in view",)),
    "interval": Term("time between two dates, written A/B", ("span of days",)),
    "bound": Term("first or last instant of a date, in seconds since 1970 in UTC"),
    "score": Term("Goldstein score of an act, -10 to +10", ("marks? of an act",)),
    "side": Term("conflict, neutral or cooperation: the part of the scale of a score"),
    "selection": Term("filters and view choices, as in the URL", ("what is chosen",)),
    "mask": Term("array of one boolean for each row", ("flags? of rows",)),
    "subset": Term("rows to which a computation is limited", ("only these rows",)),
}
