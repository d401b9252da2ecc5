"""Rules about listed actors: two spellings of one, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.linting.examples import codes, linted


def listed(*actors: str, event: str = "actors: Fiji") -> str:
    """A file with its own actors, all accepted to be unused, and one event."""
    lines = "".join(f"  - {{{actor}}}\n" for actor in actors)
    event = f"{{date: 2023, title: A, sources: https://example.org, {event}}}"
    return f"accept: unused-actor\nactors:\n{lines}events:\n  - {event}\n"


def people(*names: str) -> str:
    return listed(*(f"id: p{i}, kind: person, name: {name}" for i, name in enumerate(names)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Sergey Lavrov", "Sergej Lavrov"),
        ("Sergey Lavrov", "Сергей Лавров"),
        ("Sergey Lavrov", "Lavrov Sergei"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Zelensky", "Зеленський"),
        ("Aleksandr Lukashenko", "Alexandr Lukashenka"),
        ("Nikita Khrushchev", "Nikita Hruschev"),
        ("Yevgeny Prigozhin", "Yevgeny Prigozhyn"),
        ("Shinzo Abe", "Shinzoo Abe"),
        ("Fumio Kishida", "Fumio Kishdia"),
        ("J.K. Rolling", "J. K. Rolling"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Kim Jong Un", "Kim Jeong-eun"),
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Lavrov", "Sergei Lavrov"),
    ],
)
def test_two_spellings_of_one_person(one: str, other: str) -> None:
    assert codes(people(one, other)) == ["similar-actors"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Chol", "Kim Yong Chol"),
        ("George Bush Jr", "George Bush Sr"),
        ("Sergei Petrov", "Sergei Petrova"),
        ("Sergei Lavrov", "Sergei Shoigu"),
        ("Andrei Ivanov", "Sergei Ivanov"),
        ("Brigade 101", "Brigade 102"),
        ("Martin", "Mertens"),
        ("Xi", "Xi Jinping"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert codes(people(one, other)) == []


def test_the_later_entry_is_told_and_names_the_earlier() -> None:
    [found] = linted(people("Sergey Lavrov", "Kim", "Sergei Lavrov"))
    assert (found.line, found.column) == (5, 5)
    assert found.message == (
        '"Sergei Lavrov" may be another spelling of "Sergey Lavrov" on line 3: '
        "keep one, and list the other as its alias"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DHS", "Department of Homeland Security"),
        ("Department of Homeland Security (DHS)", "DHS"),
        ("National Intelligence Service", "NIS"),
    ],
)
def test_an_abbreviation_may_be_the_whole_name(one: str, other: str) -> None:
    group = "kind: organization, name"
    assert codes(listed(f"id: a, {group}: {one}", f"id: b, {group}: {other}")) == ["similar-actors"]


def test_a_surname_of_two_persons_is_short_for_neither() -> None:
    assert codes(people("George Marshall", "Thurgood Marshall", "Marshall")) == []


def test_aliases_count() -> None:
    one = "id: a, kind: person, name: The minister, aliases: [Sergey Lavrov]"
    other = "id: b, kind: person, name: Sergei Lavrov"
    assert codes(listed(one, other)) == ["similar-actors"]


def test_aliases_of_one_actor_may_be_alike() -> None:
    one = "id: a, kind: person, name: Sergey Lavrov, aliases: [Sergei Lavrov, Sergej Lavrov]"
    assert codes(listed(one, "id: b, kind: person")) == []


def test_only_the_like_of_it_may_be_the_same() -> None:
    group = "id: a, kind: armed_group, name: Wagner Group"
    assert codes(listed(group, "id: b, kind: organization, name: Vagner Group")) == [
        "similar-actors"
    ]
    assert codes(listed(group, "id: b, kind: person, name: Vagner Group")) == []


def test_a_state_that_events_name_already() -> None:
    own = "id: zam, kind: country, name: Zambea"
    assert codes(listed(own, event="actors: [Zambia, zam]")) == ["unused-accept", "similar-actors"]
    assert codes(listed(own, event="actors: [Fiji, zam]")) == ["unused-accept"]


def test_one_letter_in_a_short_word_is_another_name() -> None:
    own = "id: irax, kind: country, name: Irax"
    assert codes(listed(own, event="actors: [Iraq, irax]")) == ["unused-accept"]


def test_a_row_of_the_table_that_the_file_completes_is_not_its_own_double() -> None:
    own = "id: KOR, kind: country, name: South Korea, color: '#336699'"
    assert codes(listed(own, event="actors: [ROK, Japan]")) == ["unused-accept"]
