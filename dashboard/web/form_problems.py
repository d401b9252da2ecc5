"""Problems of an edit in the words of the form: its labels and buttons instead of YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dashboard.model.dates import DateError, parse_date
from dashboard.model.fields import RECORDS
from dashboard.model.missing_actors import Use, missing_actors
from dashboard.model.names import normalise
from dashboard.page.actor_form import NEW_ACTORS, new_actor
from dashboard.words.language import ngettext
from dashboard.writing.render import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.model.actors import ActorDirectory
    from dashboard.model.field import Field
    from dashboard.web.form_values import FormValues
    from dashboard.writing.errors import FieldProblem, InvalidEventError

_NEW_ACTOR = RECORDS["file"]["actors"]
_ROWS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r'^this \w+ has no "\w+": .*', "{label} is missing{example}"),
        (r' Or add it to the top-level "actors" list.*', ""),
        (r': add it to the top-level "actors" list.*', ": correct the name, or add the actor"),
        (r"is more than one actor: write .*", "is more than one actor: give each its own input"),
        (r"write \{title: .*", "give its address or id here, or its title below"),
        (r"add a publisher, a title or a url", "fill in its address, title or publisher"),
        (r"^(lat without lon|lon without lat) .*", "Fill in both latitude and longitude, or none"),
    )
)
"""Parts of the messages about a file, and what the form prints in their place."""


def form_problem(
    found: FieldProblem, values: FormValues, directory: ActorDirectory
) -> dict[str, Any]:
    """Return a problem as the page shows it.

    Args:
        found: the problem, with the path of its value.
        values: values of the form.
        directory: the actors of the file.

    Returns:
        ``input``, the name of its input; ``message``; ``remedies``, each with the texts to write
        instead of the text of the input; ``actor``, the inputs of a new actor if it is unknown.
    """
    field = field_of(found.where)
    answer: dict[str, Any] = {
        "input": values.input_of(found.where),
        "message": form_message(found, field),
        "remedies": [list(found.problem.fix)] if found.problem.fix else [],
        "actor": [],
    }
    given = values.inputs.get(tuple(found.where))
    is_unknown = found.problem.code == "unknown-actor" and not found.problem.fix
    if given and is_unknown and normalise(given.text):
        near = directory.suggestions(given.text)
        answer["remedies"] = [[name] for name in near]
        if found.field != NEW_ACTORS:
            is_country = field is not None and field.kind == "country"
            use = Use(given.text, near=near, kind="country" if is_country else None)
            (actor,) = missing_actors([use], directory)
            parts = {"id": actor.id, "kind": actor.kind, "country": actor.country}
            answer["actor"] = [new_actor({"name": given.text, **parts})]
    return answer


def form_message(found: FieldProblem, field: Field | None) -> str:
    """Return the message of a problem in the words of the form.

    Args:
        found: the problem, with the path of its value.
        field: field of the value, ``None`` if it is not known.

    Example:
        >>> from dashboard.model.problems import Problem
        >>> from dashboard.writing.errors import FieldProblem
        >>> message = 'this event has no "title": add it, such as title: First air exercise'
        >>> problem = Problem("events.yaml", 1, 1, "missing-field", message)
        >>> form_message(FieldProblem(("title",), problem), RECORDS["event"]["title"])
        'Title is missing, such as “First trilateral air exercise”'
    """
    message = found.problem.message
    label = field.label if field else ""
    parts = {"label": label or "this", "example": _example(field)}
    for pattern, words in _ROWS:
        message = pattern.sub(words.format_map(parts).replace("\\", r"\\"), message, count=1)
    key = next((step for step in reversed(found.where) if isinstance(step, str)), "")
    message = message.replace(f'"{key}"', label, 1) if label else message
    return message[:1].upper() + message[1:]


def field_of(where: Sequence[str | int]) -> Field | None:
    """Return the field of a value of the form by its path.

    Example:
        >>> field_of(("claims", 0, "by", 1)).label, field_of(("new", 0, "kind")).label
        ('Who says so', 'Kind')
    """
    fields: Mapping[str, Field] = {**RECORDS["event"], NEW_ACTORS: _NEW_ACTOR}
    field = None
    for step in where:
        if isinstance(step, str):
            field = fields.get(step)
            fields = fields_of(field) if field else {}
    return field


def _example(field: Field | None) -> str:
    """Return the end of the message about a missing value."""
    if field is None or field.choices:
        return ": choose one"
    example = next(iter(field.examples), None)
    first = example[0] if isinstance(example, list) else example
    return f", such as “{first}”" if isinstance(first, str) else ""


def readings(values: FormValues) -> dict[str, str]:
    """Return each date in words, by the name of its input."""
    found = {}
    for path, (name, text) in values.inputs.items():
        if path[-1] in ("date", "known"):
            try:
                found[name] = parse_date(text).in_words() if text else ""
            except DateError:
                found[name] = ""
    return found


def invalid_form(
    error: InvalidEventError, values: FormValues, directory: ActorDirectory
) -> dict[str, Any]:
    """Return the problems of the values of a form, each with the name of its input."""
    problems = [form_problem(found, values, directory) for found in error.problems]
    return {
        "error": str(error),
        "problems": problems,
        "count": changes_needed(problems),
        "readings": readings(values),
    }


def changes_needed(problems: Iterable[Mapping[str, Any]]) -> str:
    """Return the sentence with the number of inputs that have a problem.

    >>> changes_needed([{"input": "date"}, {"input": "title"}, {"input": "title"}])
    '2 fields need a change.'
    """
    inputs = {problem["input"] for problem in problems}
    return ngettext("{n} field needs a change.", "{n} fields need a change.", len(inputs))
