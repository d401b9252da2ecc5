"""The claims about an event and its sources, numbered, so that each claim names its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.analysis.evidence.first_claims import date_of, speakers_of
from dashboard.model.book import RELIABILITIES, STANCES
from dashboard.model.date_parts import compact_of, words_of
from dashboard.model.labels import STANCE_LABELS, STANCE_PLURALS
from dashboard.query.tables import SOURCE_COLUMNS
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model.actors import ActorDirectory

    Record = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its label and the details that the file gives.

    Attributes:
        number: number in the list of sources of the event, from 1.
        label: title, else publisher, author or address.
        short: publisher, else author, title or address: the name for a claim.
        url: address of the source, or an empty text.
        details: publisher, author and date in words, without the label.
        archive_url: address of an archived copy, or an empty text.
        reliability: letter and meaning: ``B: usually reliable``; or an empty text.
        lang: language of the label, a BCP 47 tag, or an empty text.
    """

    number: int
    label: str
    short: str
    url: str
    details: tuple[str, ...]
    archive_url: str
    reliability: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who makes a claim: a name, and the id of the party for which it speaks."""

    name: str
    party: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim about the event.

    Attributes:
        by: those who say it.
        stance: a key of ``STANCES``; ``words`` is its label and ``meaning`` its meaning.
        is_first_denial: whether it is the first of several denials.
        when: date in few characters, or an empty text; ``day`` is the date in words.
        note: quote or summary, or an empty text.
        source: where it is said, if the file gives a source.
    """

    by: tuple[Speaker, ...]
    stance: str
    words: str
    meaning: str
    is_first_denial: bool
    when: str
    day: str
    note: str
    source: SourceLine | None


def list_claims(
    claims: Sequence[Record], sources: Iterable[Record], directory: ActorDirectory
) -> tuple[tuple[ClaimLine, ...], tuple[SourceLine, ...]]:
    """Return the claims about an event, and its sources: its own, then others that claims name.

    Args:
        claims: rows of ``Tables.claims``, in the order of their dates.
        sources: rows of ``Tables.sources``.
        directory: the parties for which actors speak.
    """
    numbered: dict[tuple[str, ...], SourceLine] = {}
    for source in sources:
        _number(source, "", numbered)
    denials = [number for number, claim in enumerate(claims) if claim["stance"] == "denies"]
    first = denials[0] if len(denials) > 1 else -1
    lines = tuple(
        ClaimLine(
            by=tuple(
                Speaker(name, directory.party_of(actor))
                for name, actor in zip(speakers_of(claim), claim["by_ids"], strict=True)
            ),
            stance=claim["stance"],
            words=_verb(claim),
            meaning=gettext(STANCES[claim["stance"]]),
            is_first_denial=number == first,
            when=compact_of(date_of(claim)) if date_of(claim) else "",
            day=words_of(date_of(claim)) if date_of(claim) else "",
            note=claim["note"],
            source=_number(claim, "source_", numbered),
        )
        for number, claim in enumerate(claims)
    )
    return lines, tuple(numbered.values())


def _verb(claim: Record) -> str:
    stance = claim["stance"]
    if len(claim["by"]) > 1:
        return pgettext("what several actors do with an assertion", STANCE_PLURALS[stance])
    return STANCE_LABELS[stance].inline


def _number(
    record: Record, prefix: str, numbered: dict[tuple[str, ...], SourceLine]
) -> SourceLine | None:
    """Return the line of a source, under its number if the same source has one already."""
    source = {name: record[f"{prefix}{name}"] for name in SOURCE_COLUMNS}
    if not any(source.values()):
        return None
    source["restricted"] = (
        pgettext("of a source", "not to be passed on") if record[f"{prefix}restricted"] else ""
    )
    same = tuple(source.values())
    if same not in numbered:
        numbered[same] = _line(source, len(numbered) + 1)
    return numbered[same]


def _line(source: dict[str, str], number: int) -> SourceLine:
    title, publisher, author, url = (
        source[name] for name in ("title", "publisher", "author", "url")
    )
    label = title or publisher or author or url
    when = words_of(source["date"]) if source["date"] else ""
    more = (publisher, author, when, source["citation"], source["restricted"])
    letter = source["reliability"]
    return SourceLine(
        number=number,
        label=label,
        short=publisher or author or title or url,
        url=url,
        details=tuple(text for text in more if text not in ("", label)),
        archive_url=source["archive_url"],
        reliability=_reliability(letter) if letter else "",
        lang=source["lang"],
    )


def _reliability(letter: str) -> str:
    return pgettext(
        "the reliability of a source, a letter from A to F, and its meaning",
        "{letter}: {meaning}",
        letter=letter,
        meaning=gettext(RELIABILITIES[letter]),
    )
