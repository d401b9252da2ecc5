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
from dashboard.words.language import gettext_noop, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping


EVENT_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "date": Field(
            "date",
            gettext_noop(
                "When it happened (EDTF): 2023, 2023-10, 2023-10-26, 2023-10-26T09:00+09:00; "
                "~ approximate, ? uncertain; A/B an interval, .. an open end; "
                "[A..B] once, some time between A and B."
            ),
            required=True,
            examples=(
                "2023-10-22",
                "2023-10-18/2023-10-19",
                "2023-10~",
                "[2023-09-01..2023-09-10]",
            ),
            label=pgettext_noop("a field", "Date"),
            columns=event_columns.DATE,
            section="top",
            is_fact=True,
            option="--date",
            option_help="when: 2023-10-26, 2023-10, 2023-10-18/2023-10-19, 1991~",
        ),
        "title": Field(
            "line",
            gettext_noop("One line that says what happened."),
            required=True,
            examples=("First trilateral air exercise",),
            label=pgettext_noop("a field", "Title"),
            columns=(Column("title", is_searched=True),),
            section="top",
            option="--title",
        ),
        "actors": Field(
            "actors",
            gettext_noop("Who acts."),
            required=True,
            examples=(["South Korea", "United States", "Japan"],),
            label=pgettext_noop("a field", "Actors"),
            section="people",
            is_fact=True,
            option="--actor",
        ),
        "targets": Field(
            "actors",
            gettext_noop("Whom the act is directed at."),
            examples=(["North Korea"],),
            label=pgettext_noop("a field", "Targets"),
            default=(),
            section="people",
            is_fact=True,
            option="--target",
        ),
        "aimed_at": Field(
            "actors",
            gettext_noop(
                "Third parties that the act is meant to warn; toward them it counts as a show of "
                "force."
            ),
            examples=(["North Korea"],),
            label=pgettext_noop("a field", "Aimed at"),
            default=(),
            section="people",
            is_fact=True,
            option="--aimed-at",
        ),
        "type": Field(
            "type",
            gettext_noop(
                "What kind of act it is: one of the shipped types, or of the file's own; default "
                "statement."
            ),
            choices=type_choices(),
            notes=type_notes(),
            label=pgettext_noop("a field", "Type"),
            default=DEFAULT_TYPE,
            columns=event_columns.TYPE,
            section="act",
            unset=pgettext_noop("a choice", "statement (default)"),
            is_fact=True,
            option="--type",
        ),
        "score": Field(
            "number",
            gettext_noop("Score from -10 to +10, if not the type's own."),
            bounds=SCORES,
            examples=(-2.5,),
            label=pgettext_noop("a field", "Own score (overrides the type's)"),
            columns=(Column("score", "float64"),),
            section="more",
            is_fact=True,
        ),
        "joint_score": Field(
            "number",
            gettext_noop(
                "Score of the actors' acts on each other where the event has targets; default +1."
            ),
            bounds=SCORES,
            examples=(2.5,),
            label=pgettext_noop("a field", "Score of acting together"),
            columns=(Column("joint_score", "float64"),),
            section="more",
        ),
        "signal_score": Field(
            "number",
            gettext_noop("Score of the act toward those it is aimed at; default -7.2."),
            bounds=SCORES,
            examples=(-4,),
            label=pgettext_noop("a field", "Score toward those aimed at"),
            columns=(Column("signal_score", "float64"),),
            section="more",
        ),
        "status": Field(
            "choice",
            gettext_noop(
                "How sure it is; by default it follows from the last stance of each party in "
                "claims."
            ),
            choices=STATUSES,
            label=pgettext_noop("a field", "Status"),
            columns=event_columns.STATUS,
            section="act",
            unset=pgettext_noop("a choice", "follows from the claims"),
            option="--status",
        ),
        "claims": Field(
            "claims",
            gettext_noop("Who asserts and who denies it."),
            record="claim",
            examples=([{"by": ["Russia"], "stance": "denies", "date": "2023-10-17"}],),
            label=pgettext_noop("a field", "Claims"),
            default=(),
            section="claims",
        ),
        "sources": Field(
            "sources",
            gettext_noop("URLs, ids of listed sources, or sources in full."),
            examples=(
                ["https://example.org/report"],
                [{"publisher": "Yonhap", "date": "2023-10-19"}],
            ),
            label=pgettext_noop("a field", "Sources"),
            default=(),
            section="sources",
            option="--source",
            option_help="URL, or id of a listed source",
        ),
        "links": Field(
            "links",
            gettext_noop("How it relates to other events."),
            record="links",
            examples=({"responds_to": ["joint-statement"]},),
            label=pgettext_noop("a field", "Links to other events"),
            default=(),
            section="links",
        ),
        "place": Field(
            "place",
            gettext_noop("Where it happened: a name, or a name with country and coordinates."),
            record="place",
            examples=("Pyongyang", {"name": "Pyongyang", "country": "North Korea"}),
            label=pgettext_noop("a field", "Place"),
            columns=event_columns.PLACE,
            section="place",
            is_fact=True,
            option="--place",
            option_help="where it happened",
        ),
        "known": Field(
            "date",
            gettext_noop("When it became public, if later than its date."),
            examples=("2023-10-27",),
            label=pgettext_noop("a field", "Known since"),
            columns=event_columns.KNOWN,
            section="more",
            is_fact=True,
            option="--known",
        ),
        "tz": Field(
            "zone",
            gettext_noop("Time zone in which its day is meant."),
            examples=("Asia/Seoul",),
            label=pgettext_noop("a field", "Time zone"),
            columns=(Column("zone"),),
            section="more",
            option="--tz",
        ),
        "lang": Field(
            "language",
            gettext_noop("Language of its texts, as a BCP 47 tag; default that of the file."),
            examples=("ko", "zh-Hant"),
            label=pgettext_noop("a field", "Language"),
            default="",
            columns=(Column("lang"),),
            section="more",
            option="--lang",
        ),
        "description": Field(
            "text",
            gettext_noop("A few sentences."),
            examples=("Lavrov thanks his hosts.",),
            label=pgettext_noop("a field", "Description"),
            default="",
            columns=(Column("description", is_searched=True),),
            section="act",
            option="--description",
        ),
        "tags": Field(
            "texts",
            gettext_noop("Words to find it by."),
            examples=(["visit", "arms"],),
            label=pgettext_noop("a field", "Tags"),
            default=(),
            columns=(Column("tags", is_searched=True),),
            section="more",
            is_fact=True,
            option="--tag",
        ),
        "importance": Field(
            "integer",
            gettext_noop("1 (least) to 5; default 3."),
            bounds=(1, MOST_IMPORTANCE),
            examples=(4,),
            label=pgettext_noop("a field", "Importance"),
            default=DEFAULT_IMPORTANCE,
            columns=(Column("importance", "int8"),),
            section="more",
            is_fact=True,
            option="--importance",
        ),
        "reports": Field(
            "integer",
            gettext_noop(
                "Number of reports that the event rests on, if it was imported from coded data."
            ),
            bounds=(1, MOST_REPORTS),
            examples=(12,),
            label=pgettext_noop("a field", "Reports"),
            columns=(Column("reports", "float64"),),
            section="more",
            is_fact=True,
        ),
        "id": Field(
            "identifier",
            gettext_noop("Unique word for links and URLs; default from date and title."),
            examples=("joint-statement",),
            label=pgettext_noop("a field", "Id"),
            columns=(Column("id"),),
            section="more",
            option="--id",
        ),
        "accept": Field(
            "accept",
            gettext_noop("Linter rules not reported for this event; say why in a comment."),
            choices=acceptable("event"),
            examples=(["single-source"],),
            label=pgettext_noop("a field", "Accept"),
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
