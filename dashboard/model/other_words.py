"""Other words for the keys of an events file and for the words of a choice, with what is meant."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_INTERVAL = " with an interval A/B"
_POINT = " with name, lat and lon"
_TIME = " with the time, as 2023-10-26T09:00+09:00"

_KEYS: Mapping[str, str] = {
    "date": "when day event_date",
    "title": "headline heading what name subject event_title",
    "actors": "who countries participants actor1 actor_1 actor1name source_actor perpetrator "
    "perpetrators attacker attackers initiator sender parties states players",
    "targets": "against actor2 actor_2 actor2name target_actor victim victims recipient receiver "
    "opponent opponents",
    "type": "category event_type kind class action",
    "score": "goldstein goldsteinscale intensity",
    "status": "certainty confidence verified",
    "place": "where location city venue site",
    "sources": "source url link urls source_url reference references refs citation citations",
    "links": "related related_events connections see_also",
    "claims": "statements",
    "description": "summary text notes note details body content abstract comment comments desc",
    "tags": "keywords tag labels",
    "importance": "weight priority",
    "tz": "zone timezone time_zone",
    "accept": "ignore noqa",
    "known": "known_since published_on",
    # the file
    "timezone": "tz zone time_zone",
    "events": "timeline items entries records rows data incidents chronology event",
    "periods": "eras phases",
    # actors
    "kind": "type category",
    "country": "nationality home state",
    "aliases": "alias aka other_names alternative_names names",
    "members": "member_states",
    "color": "colour",
    "name": "title label",
    # sources
    "publisher": "outlet media newspaper agency website site name source",
    "author": "authors journalist reporter",
    "url": "link href address web uri",
    "archive_url": "archive archived archived_url archive_link",
    "reliability": "rating grade",
    "citation": "cite cite_as reference",
    "redistribute": "redistribution shareable",
    "lang": "language locale",
    # claims
    "by": "who actor actors speaker said_by says",
    "stance": "position claim type",
    "note": "quote text notes words statement comment description",
    "source": "sources url link reference",
    # places
    "lat": "latitude y",
    "lon": "longitude lng long x",
    # links
    "responds_to": "response_to responds reply_to replies_to in_response_to reacts_to caused_by",
    "follows": "continues after previous follow_up followup",
    "implements": "carries_out executes realises realizes fulfils",
    "violates": "breaks breaches contradicts",
    "corrects": "amends retracts updates replaces",
}
_CHANGED: Mapping[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(
        ("start", "end", "from", "to", "until", "start_date", "end_date", "begin", "enddate"),
        (("date", _INTERVAL),),
    ),
    **dict.fromkeys(("time", "hour", "event_time"), (("date", _TIME),)),
    **dict.fromkeys(
        ("lat", "latitude", "lon", "lng", "longitude", "coordinates"), (("place", _POINT),)
    ),
    **dict.fromkeys(("outlet", "publisher"), (("sources", " with {publisher: …}"),)),
}
"""Words for a key whose value changes too: the keys, with the end of the remedy."""


def _by_word() -> Mapping[str, tuple[tuple[str, str], ...]]:
    words: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, others in _KEYS.items():
        for word in others.split():
            words[word] = (*words.get(word, ()), (key, ""))
    for word, meant in _CHANGED.items():
        words[word] = (*words.get(word, ()), *meant)
    return MappingProxyType(words)


OTHER_WORDS = _by_word()
"""Wrong key: the right keys, of which a record has one, each with the end of the remedy."""

_CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "confirmed": "true verified official proven certain fact acknowledged",
        "reported": "report media",
        "alleged": "unconfirmed unverified rumour rumoured rumor rumored claimed claim purported "
        "suspected allegation accused",
        "disputed": "contested controversial contradicted questioned false",
        "denied": "false fake debunked refuted rejected",
    },
    "stance": {
        "asserts": "claims says alleges accuses states announces reports declares claimed said "
        "alleged claim assertion",
        "confirms": "admits acknowledges verifies corroborates admitted acknowledged true",
        "denies": "rejects refutes dismisses denial rejected refuted false",
        "disputes": "contests questions doubts contested questioned",
        "declines_to_comment": "no_comment silent refuses_to_comment declined declines "
        "declined_to_comment did_not_comment",
    },
    "kind": {
        "country": "state nation",
        "person": "individual politician leader people human official",
        "organization": "organisation company ngo agency ministry party media igo corporation "
        "institution government",
        "bloc": "alliance union coalition igo group_of_states",
        "armed_group": "militia rebels rebel rebel_group terrorists terrorist_group paramilitary "
        "insurgents militant_group mercenaries",
    },
}


def meant_choices(key: str, word: str) -> list[str]:
    """Return the words of a choice that another word means; none where it is not known.

    Args:
        key: key of the field, such as ``status``.
        word: the other word, in any case, with spaces or hyphens.

    Example:
        >>> meant_choices("status", "Unverified"), meant_choices("kind", "igo")
        (['alleged'], ['organization', 'bloc'])
    """
    word = as_key(word)
    return [choice for choice, others in _CHOICES.get(key, {}).items() if word in others.split()]


def meant_keys(word: str, fields: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the keys of a record that another word means, each with the end of the remedy.

    Example:
        >>> meant_keys("Headline", {"title": None}), meant_keys("end", {"date": None})
        ([('title', '')], [('date', ' with an interval A/B')])
    """
    return [meant for meant in OTHER_WORDS.get(as_key(word), ()) if meant[0] in fields]


def as_key(word: str) -> str:
    """Return a word as keys are written: in lower case, with ``_`` between its parts.

    >>> as_key("Event Date")
    'event_date'
    """
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
