"""The table of the keys of an event: one row for each.

To add a key, add a row here and the attribute of the same name to ``model.book.Event``: reader,
schema, tables, text filter, card, form, API, CSV and the command ``add`` follow.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model import event_columns
from dashboard.model.book import DEFAULT_IMPORTANCE, MOST_IMPORTANCE, STATUSES
from dashboard.model.codes import Role
from dashboard.model.event_types import DEFAULT_TYPE
from dashboard.model.field import Column, Field
from dashboard.model.limits import MOST_REPORTS
from dashboard.model.rules import acceptable
from dashboard.model.scores import SCORES
from dashboard.model.type_choices import type_choices, type_notes

if TYPE_CHECKING:
    from collections.abc import Mapping


EVENT_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "date": Field(
            "date",
            "When it happened (EDTF): 2023, 2023-10, 2023-10-26, 2023-10-26T09:00+09:00; "
            "~ approximate, ? uncertain; A/B an interval, .. an open end; "
            "[A..B] once, some time between A and B.",
            required=True,
            examples=(
                "2023-10-22",
                "2023-10-18/2023-10-19",
                "2023-10~",
                "[2023-09-01..2023-09-10]",
            ),
            label="Date",
            columns=event_columns.DATE,
            section="top",
            is_fact=True,
            option="--date",
            option_help="when: 2023-10-26, 2023-10, 2023-10-18/2023-10-19, 1991~",
        ),
        "title": Field(
            "line",
            "One line that says what happened.",
            required=True,
            examples=("First trilateral air exercise",),
            label="Title",
            columns=(Column("title", is_searched=True),),
            section="top",
            option="--title",
        ),
        "actors": Field(
            "actors",
            "Who acts.",
            required=True,
            examples=(["South Korea", "United States", "Japan"],),
            label="Actors",
            section="people",
            is_fact=True,
            option="--actor",
        ),
        "targets": Field(
            "actors",
            "Whom the act is directed at.",
            examples=(["North Korea"],),
            label="Targets",
            default=(),
            section="people",
            is_fact=True,
            option="--target",
        ),
        "aimed_at": Field(
            "actors",
            "Third parties that the act is meant to warn; toward them it counts as a show of "
            "force.",
            examples=(["North Korea"],),
            label="Aimed at",
            default=(),
            section="people",
            is_fact=True,
            option="--aimed-at",
        ),
        "type": Field(
            "type",
            "What kind of act it is: one of the shipped types, or of the file's own; default "
            "statement.",
            choices=type_choices(),
            notes=type_notes(),
            label="Type",
            default=DEFAULT_TYPE,
            columns=event_columns.TYPE,
            section="act",
            unset="statement (default)",
            is_fact=True,
            option="--type",
        ),
        "score": Field(
            "number",
            "Score from -10 to +10, if not the type's own.",
            bounds=SCORES,
            examples=(-2.5,),
            label="Own score (overrides the type's)",
            columns=(Column("score", "float64"),),
            section="more",
            is_fact=True,
        ),
        "joint_score": Field(
            "number",
            "Score of the actors' acts on each other where the event has targets; default +1.",
            bounds=SCORES,
            examples=(2.5,),
            label="Score of acting together",
            columns=(Column("joint_score", "float64"),),
            section="more",
        ),
        "signal_score": Field(
            "number",
            "Score of the act toward those it is aimed at; default -7.2.",
            bounds=SCORES,
            examples=(-4,),
            label="Score toward those aimed at",
            columns=(Column("signal_score", "float64"),),
            section="more",
        ),
        "status": Field(
            "choice",
            "How sure it is; by default it follows from the last stance of each party in claims.",
            choices=STATUSES,
            label="Status",
            columns=event_columns.STATUS,
            section="act",
            unset="follows from the claims",
            option="--status",
        ),
        "claims": Field(
            "claims",
            "Who asserts and who denies it.",
            record="claim",
            examples=([{"by": ["Russia"], "stance": "denies", "date": "2023-10-17"}],),
            label="Claims",
            default=(),
            section="claims",
        ),
        "sources": Field(
            "sources",
            "URLs, ids of listed sources, or sources in full.",
            examples=(
                ["https://example.org/report"],
                [{"publisher": "Yonhap", "date": "2023-10-19"}],
            ),
            label="Sources",
            default=(),
            section="sources",
            option="--source",
            option_help="URL, or id of a listed source",
        ),
        "links": Field(
            "links",
            "How it relates to other events.",
            record="links",
            examples=({"responds_to": ["joint-statement"]},),
            label="Links to other events",
            default=(),
            section="links",
        ),
        "place": Field(
            "place",
            "Where it happened: a name, or a name with country and coordinates.",
            record="place",
            examples=("Pyongyang", {"name": "Pyongyang", "country": "North Korea"}),
            label="Place",
            columns=event_columns.PLACE,
            section="place",
            is_fact=True,
            option="--place",
            option_help="where it happened",
        ),
        "known": Field(
            "date",
            "When it became public, if later than its date.",
            examples=("2023-10-27",),
            label="Known since",
            columns=event_columns.KNOWN,
            section="more",
            is_fact=True,
            option="--known",
        ),
        "tz": Field(
            "zone",
            "Time zone in which its day is meant.",
            examples=("Asia/Seoul",),
            label="Time zone",
            columns=(Column("zone"),),
            section="more",
            option="--tz",
        ),
        "lang": Field(
            "language",
            "Language of its texts, as a BCP 47 tag; default that of the file.",
            examples=("ko", "zh-Hant"),
            label="Language",
            default="",
            columns=(Column("lang"),),
            section="more",
            option="--lang",
        ),
        "description": Field(
            "text",
            "A few sentences.",
            examples=("Lavrov thanks his hosts.",),
            label="Description",
            default="",
            columns=(Column("description", is_searched=True),),
            section="act",
            option="--description",
        ),
        "tags": Field(
            "texts",
            "Words to find it by.",
            examples=(["visit", "arms"],),
            label="Tags",
            default=(),
            columns=(Column("tags", is_searched=True),),
            section="more",
            is_fact=True,
            option="--tag",
        ),
        "importance": Field(
            "integer",
            "1 (least) to 5; default 3.",
            bounds=(1, MOST_IMPORTANCE),
            examples=(4,),
            label="Importance",
            default=DEFAULT_IMPORTANCE,
            columns=(Column("importance", "int8"),),
            section="more",
            is_fact=True,
            option="--importance",
        ),
        "reports": Field(
            "integer",
            "Number of reports that the event rests on, if it was imported from coded data.",
            bounds=(1, MOST_REPORTS),
            examples=(12,),
            label="Reports",
            columns=(Column("reports", "float64"),),
            section="more",
            is_fact=True,
        ),
        "id": Field(
            "identifier",
            "Unique word for links and URLs; default from date and title.",
            examples=("joint-statement",),
            label="Id",
            columns=(Column("id"),),
            section="more",
            option="--id",
        ),
        "accept": Field(
            "accept",
            "Linter rules not reported for this event; say why in a comment.",
            choices=acceptable("event"),
            examples=(["single-source"],),
            label="Accept",
            default=(),
            columns=event_columns.ACCEPT,
            section="more",
        ),
    }
)
ROLE_KEYS: Mapping[Role, str] = MappingProxyType(
    {Role.ACTOR: "actors", Role.TARGET: "targets", Role.AIMED_AT: "aimed_at"}
)
"""Key of an event that lists the actors of each role."""
COLUMNS: tuple[Column, ...] = (
    *(column for field in EVENT_FIELDS.values() for column in field.columns),
    event_columns.LINE,
)
"""Every column of the table of events."""
SEARCHED = tuple(column.name for column in COLUMNS if column.is_searched)
"""Names of the columns that the text filter searches."""
