"""The values of a record: typed on their way from the file to the model."""

from __future__ import annotations

import pytest

from dashboard.reading.values import Values


def test_a_missing_key_has_a_value_without_content() -> None:
    values = Values()
    assert (values.text("title"), values.text("title", "?")) == ("", "?")
    assert (values.one("lat", float), values.many("tags", str)) == (None, ())


def test_a_value_of_another_type_is_a_fault_of_the_program() -> None:
    values = Values(title=1, lat="39", tags=("arms", 2), actors="Japan")
    with pytest.raises(AssertionError, match="title is 1"):
        values.text("title")
    with pytest.raises(AssertionError, match="lat is '39'"):
        values.one("lat", float)
    with pytest.raises(AssertionError, match="title is 1"):
        values.need("title", str)
    for key in ("tags", "actors"):
        with pytest.raises(AssertionError, match=key):
            values.many(key, str)
    with pytest.raises(KeyError):
        values.need("date", str)
