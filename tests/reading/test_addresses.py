"""Sources in one text: each way to write them that keeps the meaning, and nothing else."""

from __future__ import annotations

import pytest

from dashboard.model.book import Source
from dashboard.model.dates import parse_date
from dashboard.reading.addresses import address_remedies, source_remedies
from dashboard.reading.book import read_book
from tests.examples import book_of

A, B = "https://example.org/a", "https://example.org/b"
ONE = {
    f"<{A}>": A,
    f'"{A}"': A,
    f"“{A}”": A,
    f"URL: {A}": A,
    f"Available at {A}": A,
    "www.example.org/a": "https://www.example.org/a",
    "en.yna.co.kr/view/AEN1": "https://en.yna.co.kr/view/AEN1",
    "https//example.org/a": A,
    "https:/example.org/a": A,
    "https:\\\\example.org/a": A,
    "10.1000/xyz123": "https://doi.org/10.1000/xyz123",
    "doi:10.1000/xyz123": "https://doi.org/10.1000/xyz123",
    "DOI 10.1017/S0020818300001234.": "https://doi.org/10.1017/S0020818300001234",
    "doi.org/10.1000/xyz123": "https://doi.org/10.1000/xyz123",
    "arXiv:2301.12345": "https://arxiv.org/abs/2301.12345",
}
TITLES = {
    "UN Doc. S/2024/215": Source(title="UN Doc. S/2024/215"),
    "S/RES/1718 (2006)": Source(title="S/RES/1718 (2006)"),
    "A/78/1": Source(title="A/78/1"),
    "Oberholt 1997, p. 45": Source(title="Oberholt 1997, p. 45"),
    "Oberholt, A. (1997): The Talks, ch. 2; vol. 3": Source(
        title="Oberholt, A. (1997): The Talks, ch. 2; vol. 3"
    ),
    "ISBN 978-3-16-148410-0": Source(title="ISBN 978-3-16-148410-0"),
    "FRUS 1950, vol. VII, doc. 12": Source(title="FRUS 1950, vol. VII, doc. 12"),
    "KCNA, 26 October 2023": Source(publisher="KCNA", date=parse_date("2023-10-26")),
    "The New York Times, 2023-10-26": Source(
        publisher="The New York Times", date=parse_date("2023-10-26")
    ),
    "KCNA, October 2023": Source(title="KCNA, October 2023"),
    "Reuters, 10/11/2023": Source(title="Reuters, 10/11/2023"),
    "Oberholt, 1997": Source(title="Oberholt, 1997"),
    f"[Yonhap]({A})": Source(title="Yonhap", url=A),
    f'[Yonhap, 26 Oct]({A} "hover")': Source(title="Yonhap, 26 Oct", url=A),
    f"Yonhap: {A}": Source(title="Yonhap", url=A),
    f"Yonhap ({A})": Source(title="Yonhap", url=A),
    f"Yonhap {A}": Source(title="Yonhap", url=A),
    f"{A} (Yonhap)": Source(title="Yonhap", url=A),
}
SEVERAL = {
    f"{A}; A Book, page 221.": [Source(url=A), Source(title="A Book, page 221")],
    f"A Book, page 221; {A}": [Source(title="A Book, page 221"), Source(url=A)],
    f"{A}, {B}": [Source(url=A), Source(url=B)],
    f"{A},{B}": [Source(url=A), Source(url=B)],
    f"{A} {B}": [Source(url=A), Source(url=B)],
    f"{A} and {B}": [Source(url=A), Source(url=B)],
    f"{A} | {B}": [Source(url=A), Source(url=B)],
    f"{A}\n{B}": [Source(url=A), Source(url=B)],
    f"{A}; www.example.org; doi:10.1000/x": [
        Source(url=A),
        Source(url="https://www.example.org"),
        Source(url="https://doi.org/10.1000/x"),
    ],
    f"{A}; KCNA, 26 October 2023": [
        Source(url=A),
        Source(publisher="KCNA", date=parse_date("2023-10-26")),
    ],
}


def sources_of(remedy: str) -> list[Source]:
    """The sources that a remedy means in place of the text in a file."""
    text = f"- date: 2023\n  title: A\n  actors: [Japan]\n  sources: {remedy}\n"
    return list(book_of(text).events[0].sources)


@pytest.mark.parametrize(("text", "url"), ONE.items())
def test_one_address_has_one_remedy(text: str, url: str) -> None:
    assert source_remedies(text) == [url]
    assert address_remedies(text) == [url]


@pytest.mark.parametrize(("text", "source"), TITLES.items())
def test_other_texts_are_a_source_in_place(text: str, source: Source) -> None:
    [remedy] = source_remedies(text)
    assert sources_of(remedy) == [source]


@pytest.mark.parametrize(("text", "sources"), SEVERAL.items())
def test_several_sources_are_a_list(text: str, sources: list[Source]) -> None:
    [remedy] = source_remedies(text)
    assert sources_of(remedy) == sources


@pytest.mark.parametrize(
    ("text", "remedies"),
    [
        (f"Yonhap, {A}", [f"{{title: Yonhap, url: {A}}}", f"[{{title: Yonhap}}, {A}]"]),
        (f"{A} page", [f"{A}%20page", f"{{title: page, url: {A}}}"]),
    ],
)
def test_all_readings_are_offered(text: str, remedies: list[str]) -> None:
    assert source_remedies(text) == remedies


@pytest.mark.parametrize(
    "url",
    [
        A,
        "https://web.archive.org/web/2023/https://example.org/a",
        "https://example.org/a;b=c",
        "https://example.org/a,b",
        "https://example.org/?u=a&v=https://example.org",
        "https://doi.org/10.1000/xyz123",
        "https://example.org/a_(b)",
    ],
)
def test_addresses_as_they_should_be_have_none(url: str) -> None:
    assert source_remedies(url) == []
    assert sources_of(f"['{url}']") == [Source(url=url)]


@pytest.mark.parametrize("text", ["x" * 5_000, "a b " * 500, f"{A}; " * 50, "[" * 500, ": " * 900])
def test_long_texts_have_an_answer(text: str) -> None:
    assert source_remedies(text.strip())


def test_a_name_with_an_address_is_one_problem() -> None:
    text = "- date: 2023\n  title: A\n  actors: [Japan]\n  sources:\n    - BBC: https://example.org/a\n"
    [problem] = read_book(text).problems
    assert (problem.line, problem.column, problem.code) == (5, 7, "unknown-field")
    assert problem.message.endswith(": write {title: BBC, url: https://example.org/a}")


def test_the_address_of_a_source_has_remedies_too() -> None:
    assert address_remedies(f"[Yonhap]({A})") == [A]
    assert address_remedies(f"{A}, {B}") == [A, B]
    assert address_remedies("a book") == []
