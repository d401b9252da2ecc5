"""One edit of the text of an events file: planned, spliced and proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.reading.book import collector_at_rest
from dashboard.reading.document import events_in
from dashboard.reading.nodes import ListNode, MapNode, is_nothing
from dashboard.writing.additions import EVENTS, NewItems, addition, emptied
from dashboard.writing.changes import Changes
from dashboard.writing.diffs import text_diff
from dashboard.writing.edits import AddEvent, cleaned
from dashboard.writing.errors import BrokenFileError
from dashboard.writing.habits import habit_of
from dashboard.writing.planning import Plan, find_event, ids_of
from dashboard.writing.proof import Expected, prove
from dashboard.writing.source_map import SourceMap
from dashboard.writing.splices import Splice, spliced
from dashboard.writing.values import value_of

if TYPE_CHECKING:
    from dashboard.model.problems import Problem
    from dashboard.reading.book import Reading
    from dashboard.reading.nodes import Node
    from dashboard.writing.edits import Edit, Value


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that is proved but not yet written.

    Attributes:
        path: the file's name.
        old: its text before.
        new: its text after.
        event_id: id of the event that was added, changed or deleted.
        line: first line of that event in the new text, 0 for a deleted event.
        reading: reading of the new text, with its warnings.
    """

    path: str
    old: str
    new: str
    event_id: str
    line: int
    reading: Reading = field(repr=False, compare=False)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Warnings of the reader about the new text."""
        return self.reading.problems

    def diff(self, context: int = 3) -> str:
        """Return the edit as a unified diff, empty if nothing changes."""
        return text_diff(self.old, self.new, self.path, context)


def edit_text(text: str, edit: Edit, path: str = "events.yaml") -> Edited:
    """Apply an edit to a text; nothing is written to disk.

    Args:
        text: text of an events file without errors.
        edit: the edit.
        path: the file's name, for messages.

    Raises:
        BrokenFileError: the text has errors already.
        NoSuchEventError: no event has the id.
        InvalidEventError: the reader does not accept the new values.
        LinkedEventError: other events link to an id that would be removed.
        UnprovenEditError: the form of the text does not allow a safe edit.
        TypeError: a value is neither text, list nor mapping.

    Example:
        >>> text = "- {date: 2023, title: Talks, actors: Japan}  # draft"
        >>> edited = edit_text(text, AddEvent({"date": "2024", "title": "Visit", "actors": "Iran"}))
        >>> print(edited.new)
        - {date: 2023, title: Talks, actors: Japan}  # draft
        - {date: 2024, title: Visit, actors: Iran}
    """
    with collector_at_rest():
        return _edit(SourceMap(text, path), edit)


def event_fields(text: str, event_id: str, path: str = "events.yaml") -> dict[str, Value]:
    """Return the fields of an event in the shape of the file, as initial values of a form.

    Args:
        text: text of an events file without errors.
        event_id: id of the event, as written or by default.
        path: the file's name, for messages.

    Raises:
        BrokenFileError: the text is not YAML.
        NoSuchEventError: no event has the id.

    Example:
        >>> event_fields("- {date: 2023, title: Talks, actors: Japan, tags: }", "2023-talks")
        {'date': '2023', 'title': 'Talks', 'actors': 'Japan'}
    """
    events = events_in(SourceMap(text, path).root)
    nodes = events.items if events is not None else []
    fields = value_of(nodes[find_event(ids_of(nodes), event_id)])
    return {key: cleaned(value) for key, value in fields.items() if value is not None}


def _edit(source_map: SourceMap, edit: Edit) -> Edited:
    # For an addition, the proof reads the rest of the text and reports its errors.
    if not isinstance(edit, AddEvent) or not _can_hold_events(source_map.root):
        reading = source_map.read()
        if reading.book is None:
            raise BrokenFileError(source_map.path, reading.problems)
    events = events_in(source_map.root)
    nodes = events.items if events is not None else []
    plan = Plan(source_map, nodes, edit)
    splices = _splices(source_map, events, plan)
    text = spliced(source_map.original, splices)
    order = plan.order()
    values = {**plan.changed, len(nodes): plan.added or {}}
    expected = [
        Expected(None if k in values else nodes[k], values.get(k, {}), word)
        for k, word in zip(order, plan.new_ids, strict=True)
    ]
    target = order.index(plan.target) if plan.target in order else -1
    line, reading = prove(source_map, text, expected, target)
    return Edited(source_map.path, source_map.original, text, plan.event_id, line, reading)


def _can_hold_events(root: Node | None) -> bool:
    """Whether a document has a list of events, or a place for one."""
    if isinstance(root, MapNode):
        root = root.entries["events"][1] if root.has("events") else None
    return root is None or is_nothing(root) or isinstance(root, ListNode)


def _splices(source_map: SourceMap, events: ListNode | None, plan: Plan) -> list[Splice]:
    habit = habit_of(source_map, events)
    if plan.added is not None:
        return addition(source_map, events, NewItems([plan.added], habit))
    if events is None:
        return []
    changes = Changes(source_map, habit)
    for k, fields in plan.changed.items():
        changes.value(events, k, fields, EVENTS, "")
    if plan.deleted is not None:
        if len(events.items) == 1 and not source_map.is_flow(events):
            return emptied(source_map, events)
        changes.remove_event(events, plan.deleted)
    return changes.splices
