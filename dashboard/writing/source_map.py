"""Source maps: the exact offsets of the values of an events file in its text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from yaml.error import MarkedYAMLError, YAMLError

from dashboard.reading.book import read_book, read_nodes
from dashboard.reading.document import Document, without_lone_dashes, without_odd_breaks
from dashboard.reading.nodes import Composer, ListNode, MapNode, Node, TextNode, TooDeepError
from dashboard.writing.errors import BrokenFileError
from dashboard.writing.lines import gap_end, line_end, newline_of, next_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.reading.book import Reading


class _RecordingComposer(Composer):
    """Composer that keeps libyaml's events, which have the style and the end of each scalar."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._kept: list[Any] = []

    def _events(self, text: str) -> Callable[[], Any]:
        self._kept = list(iter(super()._events(text), None))
        return iter(self._kept).__next__

    def start_event(self, node: Node) -> Any:
        """Return the event that begins a node: the event with the same mark."""
        mark: Any = node.mark
        k = bisect_left(self._kept, mark.index, key=_place)
        while self._kept[k].start_mark is not mark:
            k += 1
        return self._kept[k]


def _place(event: Any) -> int:
    return int(event.start_mark.index)


class SourceMap:
    """A text without syntax errors, and the offsets of its nodes.

    Attributes:
        original: the text of the file.
        text: the text for YAML, of the same length: some separators are spaces.
        path: the file's name, for problems.
        root: the root node, ``None`` for a text without values.
        newline: the line end of the text.
    """

    def __init__(self, original: str, path: str) -> None:
        """Parse the text.

        Raises:
            BrokenFileError: the text is not valid YAML, or contains constructs that are refused.
        """
        self.original = original
        self.path = path
        self.text = without_odd_breaks(original)
        self.newline = newline_of(self.text)
        self._composer = _RecordingComposer(path)
        try:
            self.root = self._compose()
        except (YAMLError, UnicodeEncodeError, TooDeepError):
            raise BrokenFileError(path, read_book(original, path).problems) from None
        if self._composer.problems or "\ufeff" in original:
            raise BrokenFileError(path, read_book(original, path).problems)

    def _compose(self) -> Node | None:
        try:
            return self._composer.compose(self.text)
        except MarkedYAMLError:
            self.text = without_lone_dashes(self.text)
            self._composer = _RecordingComposer(self.path)
            return self._composer.compose(self.text)

    def read(self) -> Reading:
        """Read the text as a book."""
        return read_nodes(Document(self.root, [], set(), self.text, False, ""), self.path)

    def start(self, node: Node) -> int:
        """Return the start of a node; an empty value is right after its key or dash."""
        mark: Any = node.mark
        return int(mark.index)

    def is_flow(self, node: Node) -> bool:
        """Whether a list or mapping is written in brackets or braces."""
        return bool(getattr(self._composer.start_event(node), "flow_style", False))

    def is_bare(self, node: MapNode) -> bool:
        """Whether a mapping is a single pair between brackets, ``[url: …]``, without braces."""
        return self.is_flow(node) and self.text[self.start(node)] != "{"

    def style(self, node: TextNode) -> str:
        """Return the style of a scalar: a quote, ``|``, ``>``, or an empty text."""
        return self._composer.start_event(node).style or ""

    def end(self, node: Node) -> int:
        """Return the end of a node, without spaces and line breaks after it."""
        if isinstance(node, TextNode):
            start, end = self.start(node), int(self._composer.start_event(node).end_mark.index)
            is_block = self.style(node) in ("|", ">")
            return start + len(self.text[start:end].rstrip()) if is_block else end
        last = self._last(node)
        end = self.end(last) if last is not None else self.start(node)
        if not self.is_flow(node) or self.text[self.start(node)] not in "[{":
            return end
        end = gap_end(self.text, end if last is not None else end + 1)
        return (gap_end(self.text, end + 1) if self.text[end] == "," else end) + 1

    def blank_end(self, node: TextNode) -> int:
        """Return the end of the spaces after the last character of a block scalar.

        They belong to its text, also on separate lines; empty lines below do not count.
        """
        end, stop = self.end(node), int(self._composer.start_event(node).end_mark.index)
        return end + len(self.text[end:stop].rstrip("\r\n"))

    def rear(self, node: Node) -> int:
        """Return the start of the first line after a node."""
        keeper = self.keeper(node)
        if keeper is not None:
            return int(self._composer.start_event(keeper).end_mark.index)
        return next_line(self.text, self.end(node))

    def keeper(self, node: Node) -> TextNode | None:
        """Return the block scalar at the end of a node that keeps blank lines (``+``), if any."""
        while (last := self._last(node)) is not None:
            node = last
        if not isinstance(node, TextNode) or self.style(node) not in ("|", ">"):
            return None
        start = self.start(node)
        header = self.text[start : line_end(self.text, start)].partition("#")[0]
        return node if "+" in header else None

    def part(self, node: MapNode | ListNode, k: int) -> tuple[int, int]:
        """Return start and end of the k-th entry, or item (in block style with its dash)."""
        if isinstance(node, MapNode):
            key, value = list(node.entries.values())[k]
            return self.start(key), self.end(value)
        start = self.start(node.items[k]) if self.is_flow(node) else self.dash(node, k)
        return start, self.end(node.items[k])

    def dash(self, node: ListNode, k: int) -> int:
        """Return the offset of the dash of an item of a list in block style."""
        before = self.end(node.items[k - 1]) if k else self.start(node)
        return gap_end(self.text, before)

    def gaps(self, node: Node, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of [start, end) between the scalars of a node."""
        for leaf in self._leaves(node):
            first, last = self.start(leaf), self.end(leaf)
            if self.style(leaf) in ("|", ">"):
                # The header may have a comment, the text below it none.
                header = min(line_end(self.text, first), end)
                yield max(start, 0), header
            else:
                yield start, min(first, end)
            start = max(start, last)
        yield min(start, end), end

    def _leaves(self, node: Node) -> Iterator[TextNode]:
        if isinstance(node, TextNode):
            yield node
        for child in node.items if isinstance(node, ListNode) else ():
            yield from self._leaves(child)
        for key, value in node.entries.values() if isinstance(node, MapNode) else ():
            yield key
            yield from self._leaves(value)

    @staticmethod
    def _last(node: Node) -> Node | None:
        """Return the last child of a node, if any."""
        if isinstance(node, ListNode) and node.items:
            return node.items[-1]
        if isinstance(node, MapNode) and node.entries:
            return next(reversed(node.entries.values()))[1]
        return None
