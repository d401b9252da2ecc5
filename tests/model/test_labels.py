"""Labels: each category has one, and none is left over."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dashboard.model.book import LINK_KINDS, STANCES, STATUSES
from dashboard.model.codes import Role, Side
from dashboard.model.fields import ACTOR_KINDS
from dashboard.model.labels import (
    ACTOR_KIND_LABELS,
    LINK_HEADINGS,
    LINK_LABELS,
    QUAD_CLASS_LABELS,
    ROLE_LABELS,
    SIDE_LABELS,
    STANCE_LABELS,
    STANCE_PLURALS,
    STATUS_LABELS,
    Label,
)

TABLES = [
    (STATUS_LABELS, tuple(STATUSES)),
    (STANCE_LABELS, tuple(STANCES)),
    (LINK_LABELS, tuple(LINK_KINDS)),
    (ACTOR_KIND_LABELS, tuple(ACTOR_KINDS)),
    (ROLE_LABELS, tuple(role.word for role in Role)),
    (SIDE_LABELS, tuple(side.word for side in Side)),
    (QUAD_CLASS_LABELS, (1, 2, 3, 4)),
]
KEYWORDS = {"gettext_noop": (1,), "pgettext_noop": ((1, "c"), 2)}


@pytest.mark.parametrize(("labels", "ids"), TABLES)
def test_each_category_has_a_label_in_its_order(
    labels: Mapping[object, Label], ids: tuple[object, ...]
) -> None:
    assert tuple(labels) == ids
    for label in labels.values():
        assert label.alone[0].isupper()
        assert label.inline[0].islower()
        assert "_" not in label.alone + label.inline


def test_each_link_has_a_heading_for_both_directions() -> None:
    assert tuple(LINK_HEADINGS) == tuple(LINK_KINDS)
    headings = [heading for both in LINK_HEADINGS.values() for heading in both]
    assert len(set(headings)) == 2 * len(LINK_KINDS)


def test_each_stance_has_a_plural() -> None:
    assert tuple(STANCE_PLURALS) == tuple(STANCES)
