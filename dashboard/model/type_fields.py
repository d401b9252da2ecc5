"""The keys of an event type of the file's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.field import Field
from dashboard.model.scores import SCORES

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPE_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "id": Field(
            "identifier",
            "The word by which events refer to it; none of the shipped types has it.",
            required=True,
            examples=("open_embassy",),
        ),
        "label": Field(
            "name", "Words that people read.", required=True, examples=("Open an embassy",)
        ),
        "score": Field(
            "number",
            "Score of its events, from -10 (conflict) to +10 (cooperation).",
            required=True,
            bounds=SCORES,
            examples=(5,),
        ),
        "quad_class": Field(
            "integer",
            "1 verbal or 2 material cooperation, 3 verbal or 4 material conflict; by default that "
            "of the CAMEO code.",
            bounds=(1, 4),
            examples=(1,),
        ),
        "cameo": Field(
            "cameo", "The CAMEO code that is nearest, in quotes.", examples=("054", "0841")
        ),
        "symmetric": Field(
            "flag",
            "Whether all who act are on the same footing; default no.",
            examples=(True,),
        ),
    }
)
