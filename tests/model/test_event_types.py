"""Event types: the table against CAMEO's own rules and against the numbers of the field."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from dashboard.model.event_types import (
    DEFAULT_TYPE,
    JOINT_TYPE,
    SIGNAL_TYPE,
    event_types,
)
from dashboard.model.labels import QUAD_CLASS_LABELS

# CAMEO code, Goldstein score (as GDELT publishes it), and whether all act on the same footing.
FIELD = {
    "statement": ("010", 0.0, False),
    "deny": ("016", -2.0, False),
    "appeal": ("020", 3.0, False),
    "agree": ("030", 4.0, True),
    "consult": ("040", 1.0, True),
    "visit": ("042", 1.9, False),
    "summit": ("044", 2.5, True),
    "negotiate": ("046", 7.0, True),
    "support": ("051", 3.4, False),
    "sign_agreement": ("057", 8.0, True),
    "cooperate": ("060", 6.0, True),
    "joint_exercise": ("062", 7.4, True),
    "aid": ("070", 7.0, False),
    "military_aid": ("072", 8.3, False),
    "concede": ("080", 5.0, False),
    "deescalate": ("087", 9.0, False),
    "investigate": ("090", -2.0, False),
    "demand": ("100", -5.0, False),
    "condemn": ("111", -2.0, False),
    "accuse": ("112", -2.0, False),
    "reject": ("120", -4.0, False),
    "veto": ("129", -5.0, False),
    "threaten": ("130", -4.4, False),
    "protest": ("140", -6.5, False),
    "force_posture": ("150", -7.2, False),
    "reduce_relations": ("160", -4.0, False),
    "sanction": ("163", -8.0, False),
    "coerce": ("170", -7.0, False),
    "assault": ("180", -9.0, False),
    "attack": ("190", -10.0, False),
    "mass_violence": ("200", -10.0, False),
}
ROOTS = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}


def test_the_types_are_those_of_the_field_in_the_order_of_their_codes() -> None:
    assert len(FIELD) == 31
    assert list(event_types()) == list(FIELD)
    found = {
        kind.id: (kind.cameo_code, kind.score, kind.symmetric) for kind in event_types().values()
    }
    assert found == FIELD
    codes = [kind.cameo_code for kind in event_types().values()]
    assert codes == sorted(codes)


def test_every_root_of_cameo_has_a_type() -> None:
    roots = {int(kind.cameo_code[:2]) for kind in event_types().values()}
    assert roots == set(range(1, 21))


@pytest.mark.parametrize("kind", FIELD)
def test_the_quad_class_follows_from_the_root(kind: str) -> None:
    found = event_types()[kind]
    assert int(found.cameo_code[:2]) in ROOTS[found.quad_class]
    assert found.quad_class in QUAD_CLASS_LABELS
    assert -10 <= found.score <= 10
    assert found.label


def test_types_that_the_rules_name_exist() -> None:
    assert event_types()[DEFAULT_TYPE].score == 0
    assert event_types()[JOINT_TYPE].score == 1.0
    assert event_types()[SIGNAL_TYPE].score == -7.2


def test_the_table_cannot_be_changed() -> None:
    assert event_types() is event_types()
    assert isinstance(event_types(), MappingProxyType)
