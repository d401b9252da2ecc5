"""What becomes of each event in an edit: its values, its id, and the links between events.

No edit changes the id of an event, unless it is meant to: an id that is made of date and title is
written into the event where it would otherwise become another, so that links and URLs hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.problems import Problem
from dashboard.reading.events import IdMaker, event_ids
from dashboard.reading.nodes import MapNode, Node, TextNode
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
"""The values of an event by key; ``None`` where the file has a key and nothing after it."""


class Plan:
    """What an edit comes to.

    Attributes:
        changed: events that say something else afterwards, by their position.
        deleted: position of the event that goes, if one does.
        added: values of the event that comes, if one does.
        target: position of the event that is meant, in the old list; of a new one, behind it.
        ids: of all events of the old list.
        new_ids: of all events of the new list, in its order.
    """

    def __init__(self, source_map: SourceMap, nodes: Sequence[Node], edit: Edit) -> None:
        """Make the plan.

        Raises:
            NoSuchEventError: no event has the id.
            InvalidEventError: the id that is given belongs to another event.
            LinkedEventError: other events link to an id that would be gone.
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
        """Return the positions of the events of the new list in the old; a new one comes last."""
        kept = [k for k in range(len(self._nodes)) if k != self.deleted]
        return kept if self.added is None else [*kept, len(self._nodes)]

    @property
    def event_id(self) -> str:
        """The id of the event that is meant, afterwards; of a deleted one, as it was."""
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
        """Refuse an id of another event: the reader would give that one another instead."""
        fields = self.added if self.added is not None else self.changed.get(self.target, {})
        word = _text(fields.get("id"))
        if not self._renamed or word not in self.ids or self.ids.index(word) == self.target:
            return
        line = self._nodes[self.ids.index(word)].line
        message = f"id {quoted(word)} is taken by the event on line {line}: choose another"
        problem = Problem(self._path, line, 1, "duplicate-id", message)
        raise InvalidEventError([FieldProblem(("id",), problem)])

    def _settled_ids(self) -> list[str]:
        """Write ids where they would change, and return those of the new list."""
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
        """Return all ids and that of a new event, written into it unless it follows by itself."""
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
        """Return the events that link to the one that is meant, as they will be."""
        found: list[int] = []
        for k, node in enumerate(self._nodes):
            links = node.spot("links") if isinstance(node, MapNode) else node
            if k == self.target or k in self.changed or not isinstance(links, MapNode):
                continue
            if any(self._without_target(ids) != ids for ids in value_of(links).values()):
                found.append(k)
        return found

    def _without_target(self, ids: Any) -> Any:
        word = self.ids[self.target]
        if isinstance(ids, list):
            return [other for other in ids if _text(other) != word]
        return None if _text(ids) == word else ids


def ids_of(nodes: Sequence[Node]) -> list[str]:
    """Return the ids of events, as written or by default."""
    return event_ids([naming_of(node) for node in nodes])


def find_event(ids: list[str], event_id: str) -> int:
    """Return the position of the event with an id.

    Raises:
        NoSuchEventError: no event has the id.
    """
    if event_id not in ids:
        raise NoSuchEventError(event_id, did_you_mean(event_id, ids))
    return ids.index(event_id)


def _changed(old: Fields, edit: ChangeEvent | ReplaceEvent) -> Fields:
    """Return all values of an event as they shall be, those that read the same as they are."""
    given = dict(edit.fields)
    if isinstance(edit, ReplaceEvent):
        rest = [key for key, value in old.items() if not is_absent(value) and key != "id"]
        given = dict.fromkeys(rest) | given
    new = dict(old)
    for key, value in given.items():
        if value is None:
            new.pop(key, None)
        elif isinstance(edit, ReplaceEvent):
            new[key] = _like(old.get(key), cleaned(value), key)
        else:
            new[key] = cleaned(value)
    return new


def _like(old: Any, new: Value, key: str) -> Any:
    """Return the old value where the new one reads the same; else that, with a like last line."""
    if reads_alike(old, new, field_of(EVENT, key)):
        return old
    if isinstance(old, str) and isinstance(new, str) and "\n" in new.strip("\n"):
        return new.rstrip("\n") + "\n" if old.endswith("\n") else new
    return new


def naming(fields: Fields) -> tuple[str, str, str]:
    """Return what an event's id is made of: the id that is written, its date and its title."""
    return _text(fields.get("id")), _text(fields.get("date")), one_line(_text(fields.get("title")))


def naming_of(node: Node) -> tuple[str, str, str]:
    """Return the same of a node."""
    entries = node.entries if isinstance(node, MapNode) else {}
    texts = (entries[key][1] if key in entries else None for key in ("id", "date", "title"))
    word, date, title = (node.text.strip() if isinstance(node, TextNode) else "" for node in texts)
    return word, date, one_line(title)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
