"""What a form says: values of an event, flattened into inputs, come back the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.form_values import form_values

TEXT = st.text("abc: #", min_size=1).map(str.strip).filter(bool)
ACTORS = st.lists(TEXT, min_size=1, max_size=3)
SOURCE = TEXT | st.fixed_dictionaries({"title": TEXT}, optional={"url": TEXT, "date": TEXT})
CLAIM = st.fixed_dictionaries({"by": ACTORS}, optional={"note": TEXT, "source": SOURCE})
EVENTS = st.fixed_dictionaries(
    {"date": TEXT, "title": TEXT, "actors": ACTORS},
    optional={
        "targets": ACTORS,
        "sources": st.lists(SOURCE, min_size=1, max_size=3),
        "claims": st.lists(CLAIM, min_size=1, max_size=3),
        "place": TEXT | st.fixed_dictionaries({"name": TEXT, "country": TEXT}),
        "links": st.fixed_dictionaries({"follows": ACTORS}),
    },
)
BARE = {"sources": "url", "source": "url", "place": "name"}


def inputs(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """The inputs of a form that hold some values."""
    kind = next((step for step in reversed(name.split(".")) if not step.isdigit()), "")
    if isinstance(value, str):
        is_bare = kind in BARE and (kind != "sources" or name.rsplit(".", maxsplit=1)[-1].isdigit())
        yield (f"{name}.{BARE[kind]}" if is_bare else name), value
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in pairs:
        yield from inputs(below, f"{name}.{key}" if name else str(key))


@given(EVENTS)
def test_values_come_back_from_the_inputs(event: dict[str, Any]) -> None:
    found = form_values(inputs(event))
    assert found.fields == event
    for path, (name, _) in found.inputs.items():
        assert found.input_of(path) == name


def test_what_is_empty_is_left_out_and_the_rows_behind_it_move_up() -> None:
    found = form_values(
        [
            *(("actors.0", ""), ("actors.1", " Japan "), ("actors.2", "")),
            *(("actors.3", "Chile"), ("claims.0.by.0", ""), ("claims.1.by.0", "Peru")),
            *(("place.name", ""), ("description", "one\r\ntwo"), ("title", "  ")),
        ]
    )
    assert found.fields == {
        "actors": ["Japan", "Chile"],
        "claims": [{"by": ["Peru"]}],
        "description": "one\ntwo",
    }
    assert found.input_of(("actors", 1)) == "actors.3"
    assert found.input_of(("claims", 0, "by", 0)) == "claims.1.by.0"
    assert found.input_of(("claims", 0, "stance")) == "claims.1.by.0"
    assert found.input_of(("title",)) == "title"
    assert found.input_of(("score",)) == "score"
    assert found.input_of(()) == ""
