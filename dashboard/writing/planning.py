"""Plans of edits: the new values and ids of all events, and the links between them.

An edit changes the id of an event only on purpose: a generated id is written into its event if it
would change otherwise, so that links and URLs stay valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.problems import Problem
from dashboard.reading.events import IdMaker, event_ids
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode
from dashboard.reading.scalars import one_line
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import did_you_mean
from dashboard.writing.edits import (
    AddEvent,
    ChangeEvent,
    DeleteEvent,
    Edit,
    ReplaceEvent,
    Value,
    cleaned,
)
from dashboard.writing.errors import (
    FieldProblem,
    InvalidEventError,
    LinkedEventError,
    NoSuchEventError,
)
from dashboard.writing.render import EVENT, field_of
from dashboard.writing.values import is_absent, reads_alike, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.writing.source_map import SourceMap

Fields = dict[str, Any]
"""The values of an event by key; ``None`` for a key without a value in the file."""


class Plan:
    """The plan of an edit.

    Attributes:
        changed: new values of changed events, by their index.
        deleted: index of the deleted event, if any.
        added: values of the new event, if any.
        target: index of the edited event in the old list; of a new event, the length of the list.
        ids: ids of all events of the old list.
        new_ids: ids of all events of the new list.
    """

    def __init__(self, source_map: SourceMap, nodes: Sequence[Node], edit: Edit) -> None:
        """Make the plan.

        Raises:
            NoSuchEventError: no event has the id.
            InvalidEventError: the given id belongs to another event.
            LinkedEventError: other events link to an id that would be removed.
        """
        self._path = source_map.path
        self._nodes = nodes
        self.ids = ids_of(nodes)
        self.changed: dict[int, Fields] = {}
        self.deleted: int | None = None
        self.added: dict[str, Value] | None = None
        self.target = len(nodes) if isinstance(edit, AddEvent) else find_event(self.ids, edit.id)
        self._renamed = isinstance(edit, AddEvent)
        self._take(edit)
        self._refuse_taken_id()
        self.new_ids = self._settled_ids()
        self._check_links()

    def order(self) -> list[int]:
        """Return the old index of each event of the new list; a new event is the last."""
        kept = [k for k in range(len(self._nodes)) if k != self.deleted]
        return kept if self.added is None else [*kept, len(self._nodes)]

    @property
    def event_id(self) -> str:
        """The new id of the edited event; of a deleted event its old id."""
        if self.deleted is not None:
            return self.ids[self.deleted]
        return self.new_ids[self.target]

    def _take(self, edit: Edit) -> None:
        if isinstance(edit, AddEvent):
            given = edit.fields.items()
            self.added = {key: cleaned(value) for key, value in given if value is not None}
        elif isinstance(edit, DeleteEvent):
            self.deleted = self.target
            if edit.unlink:
                self._unlink()
        else:
            old: Fields = value_of(self._nodes[self.target])
            new = _changed(old, edit)
            self._renamed = _text(old.get("id")) != _text(new.get("id"))
            if new != old:
                self.changed[self.target] = new

    def _refuse_taken_id(self) -> None:
        """Refuse the id of another event, which would get a new id from the reader."""
        fields = self.added if self.added is not None else self.changed.get(self.target, {})
        word = _text(fields.get("id"))
        if not self._renamed or word not in self.ids or self.ids.index(word) == self.target:
            return
        line = self._nodes[self.ids.index(word)].line
        message = f"id {quoted(word)} is taken by the event on line {line}: choose another"
        problem = Problem(self._path, line, 1, "duplicate-id", message)
        raise InvalidEventError([FieldProblem(("id",), problem)])

    def _settled_ids(self) -> list[str]:
        """Write ids into events where they would change, and return the ids of the new list."""
        if self.added is not None and not _text(self.added.get("id")):
            return self._with_new_id(self.added)
        order = self.order()
        held = {k: self.ids[k] for k in order if k != self.target or not self._renamed}
        while True:
            names = [self._naming(k) for k in order]
            maker = IdMaker(written for written, _, _ in names)
            words = [
                written or maker.make(date, title, held.get(k, ""))
                for k, (written, date, title) in zip(order, names, strict=True)
            ]
            lost = [k for k, word in zip(order, words, strict=True) if held.get(k, word) != word]
            if not lost:
                return words
            for k in lost:
                fields = self.changed.get(k) or value_of(self._nodes[k])
                self.changed[k] = {**fields, "id": self.ids[k]}

    def _with_new_id(self, added: dict[str, Value]) -> list[str]:
        """Return all ids; the id of the new event is written into it if it differs by default."""
        _, date, title = naming(added)
        *found, new = event_ids([*((word, "", "") for word in self.ids), ("", date, title)])
        if new != event_ids([("", date, title)])[0]:
            added["id"] = new
        return [*found, new]

    def _naming(self, k: int) -> tuple[str, str, str]:
        if k == len(self._nodes):
            return naming(self.added or {})
        return naming(self.changed[k]) if k in self.changed else naming_of(self._nodes[k])

    def _check_links(self) -> None:
        if self.added is not None or self.ids[self.target] in self.new_ids:
            return
        if linking := self._linking():
            by = [self.ids[k] for k in linking]
            raise LinkedEventError(self.ids[self.target], by)

    def _unlink(self) -> None:
        for k in self._linking():
            fields: Fields = value_of(self._nodes[k])
            kinds = fields.pop("links").items()
            links = {kind: self._without_target(ids) for kind, ids in kinds}
            links = {kind: ids for kind, ids in links.items() if ids}
            self.changed[k] = {**fields, "links": links} if links else fields

    def _linking(self) -> list[int]:
        """Return the indices of the events that link to the edited event."""
        linking: list[int] = []
        for k, node in enumerate(self._nodes):
            links = node.spot("links") if isinstance(node, MapNode) else node
            if k == self.target or k in self.changed or not isinstance(links, MapNode):
                continue
            if any(self._without_target(ids) != ids for ids in value_of(links).values()):
                linking.append(k)
        return linking

    def _without_target(self, ids: Any) -> Any:
        word = self.ids[self.target]
        if isinstance(ids, list):
            return [other for other in ids if _text(other) != word]
        return None if _text(ids) == word else ids


def ids_of(nodes: Sequence[Node]) -> list[str]:
    """Return the ids of events, as written or by default."""
    return event_ids([naming_of(node) for node in nodes])


def find_event(ids: list[str], event_id: str) -> int:
    """Return the index of the event with an id.

    Raises:
        NoSuchEventError: no event has the id.
    """
    if event_id not in ids:
        raise NoSuchEventError(event_id, did_you_mean(event_id, ids))
    return ids.index(event_id)


def _changed(old: Fields, edit: ChangeEvent | ReplaceEvent) -> Fields:
    """Return the new values of an event; values that read the same keep their old form."""
    given = dict(edit.fields)
    if isinstance(edit, ReplaceEvent):
        rest = [key for key, value in old.items() if not is_absent(value) and key != "id"]
        given = dict.fromkeys(rest) | given
    new = dict(old)
    for key, value in given.items():
        if value is None:
            new.pop(key, None)
        elif isinstance(edit, ReplaceEvent) and key in old:
            new[key] = _like(old[key], cleaned(value), key)
        else:
            new[key] = cleaned(value)
    return new


def _like(old: Any, new: Value, key: str) -> Any:
    """Return the old value if the new one reads the same, else the new one with its line end."""
    if reads_alike(old, new, field_of(EVENT, key)):
        return old
    if isinstance(old, str) and isinstance(new, str) and "\n" in new.strip("\n"):
        return new.rstrip("\n") + "\n" if old.endswith("\n") else new
    return new


def naming(fields: Fields) -> tuple[str, str, str]:
    """Return the parts of an event's id: the written id, the date and the title."""
    return _text(fields.get("id")), _text(fields.get("date")), one_line(_text(fields.get("title")))


def naming_of(node: Node) -> tuple[str, str, str]:
    """Return the parts of the id of an event's node."""
    entries = node.entries if isinstance(node, MapNode) else {}
    found = (entries[key][1] if key in entries else None for key in ("id", "date", "title"))
    word, date, title = map(_text_of, found)
    return word, date, one_line(title)


def _text_of(node: Node | None) -> str:
    """Return the text of a node; of a date in brackets the set of dates."""
    if isinstance(node, ListNode):
        return node.in_brackets()
    return node.text.strip() if isinstance(node, TextNode) else ""


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
