"""Small made-up tables with the columns and the traps of coded data, as files have them."""

from __future__ import annotations

from dashboard.formats.recipes.recipe import shipped_recipes


def names_in(text: str) -> list[str]:
    """Return the names of columns of a header line."""
    return text.split(",")


ICEWS_COLUMNS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
POLECAT_COLUMNS = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Event Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story IDs",
    "Headline",
    "Story Organizations",
    "Language",
    "Version",
]
ACLED_COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
UCDP_COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
MID_COLUMNS = [
    "disno",
    "dyindex",
    "statea",
    "namea",
    "stateb",
    "nameb",
    "strtday",
    "strtmnth",
    "strtyr",
    "endday",
    "endmnth",
    "endyear",
    "year",
    "outcome",
    "settlmnt",
    "fatlev",
    "highact",
    "hihost",
    "recip",
    "noinit",
    "durindx",
    "duration",
    "cumdurat",
]
COLUMNS = {
    "icews": ICEWS_COLUMNS,
    "gdelt2": list(shipped_recipes()["gdelt2"].header),
    "polecat": POLECAT_COLUMNS,
    "acled": ACLED_COLUMNS,
    "ucdp-ged": UCDP_COLUMNS,
    "cow-mid": MID_COLUMNS,
}
SEPARATORS = {"icews": "\t", "gdelt2": "\t", "polecat": "\t"}


def icews(
    source: str, country: str, code: str, target: str, of: str, **more: str
) -> dict[str, str]:
    """Return a row of ICEWS; ``more`` has further columns with ``_`` for spaces."""
    row = {
        "Event ID": "20718170",
        "Event Date": "2018-06-01",
        "Source Name": source,
        "Source Sectors": "NA",
        "Source Country": country,
        "Event Text": "Some act",
        "CAMEO Code": code,
        "Intensity": "0.0",
        "Target Name": target,
        "Target Sectors": "NA",
        "Target Country": of,
        "Story ID": "46000001",
        "Sentence Number": "3",
        "Publisher": "Example Wire",
        "City": "NA",
        "Province": "NA",
        "Country": "NA",
        "Latitude": "NA",
        "Longitude": "NA",
    }
    return row | {key.replace("_", " "): text for key, text in more.items()}


RUSSIA, NORTH_KOREA = "Russian Federation", "North Korea"
ICEWS = [
    icews("Sergey Lavrov", RUSSIA, "042", "North Korea", NORTH_KOREA, Intensity="1.9"),
    icews("Sergey Lavrov", RUSSIA, "042", "North Korea", NORTH_KOREA, Story_ID="46000002"),
    icews("North Korea", NORTH_KOREA, "043", "Sergey Lavrov", RUSSIA, Intensity="2.8"),
    icews("Citizen (North Korea)", NORTH_KOREA, "040", "Russia", RUSSIA, Intensity="1.0"),
    icews("Russia", RUSSIA, "040", "Citizen (North Korea)", NORTH_KOREA, Intensity="1.0"),
    icews("Ann Example", "NA", "010", "Russia", RUSSIA),
    icews("United Nations", "NA", "010", "Russia", RUSSIA),
    icews("Georgia", "United States", "010", "Police (Georgia)", "Georgia"),
    icews("Army (Congo)", "Congo", "0311", "Windhoek Council", "Namibia", Country="Namibia"),
    icews("Europe", "NA", "010", "Russia", RUSSIA),
    icews("Russia", RUSSIA, "016", "North Korea", NORTH_KOREA, Intensity="-5.0"),
]


def gdelt(number: int, one: str, name: str, code: str, other: str, its: str) -> dict[str, str]:
    """Return a row of GDELT with actor codes of which the first three letters are the country."""
    return {
        "GlobalEventID": str(900_000_000 + number),
        "SQLDATE": "20191024",
        "Actor1Code": one,
        "Actor1Name": name,
        "Actor1CountryCode": one[:3],
        "EventCode": code,
        "GoldsteinScale": "4.0",
        "Actor2Code": other,
        "Actor2Name": its,
        "Actor2CountryCode": other[:3],
        "ActionGeo_FullName": "Pyongyang, P'yongyang-si, North Korea",
        "ActionGeo_CountryCode": "KN",
        "ActionGeo_Lat": "39.0194",
        "ActionGeo_Long": "125.755",
        "DATEADDED": "20191024143000",
        "SOURCEURL": f"https://news.example/{number}",
    }


GDELT = [
    gdelt(1, "RUS", "MOSCOW", "036", "PRK", "NORTH KOREA"),
    gdelt(2, "RUS", "RUSSIA", "036", "PRK", "NORTH KOREA"),
    gdelt(3, "USAGOV", "GOVERNMENT OFFICIAL", "040", "KORGOV", "FOREIGN MINISTER"),
    gdelt(4, "EUR", "EUROPE", "036", "PRK", "NORTH KOREA"),
    gdelt(5, "ROM", "ROMANIA", "012", "MTN", "MONTENEGRO"),
    gdelt(6, "", "", "036", "PRK", "NORTH KOREA"),
    gdelt(7, "PRK", "NORTH KOREA", "190", "", ""),
    gdelt(8, "REB", "REBEL", "190", "PRK", "NORTH KOREA") | {"Actor1CountryCode": ""},
    gdelt(9, "UNO", "UNITED NATIONS", "036", "PRK", "NORTH KOREA")
    | {"Actor1CountryCode": "", "Actor1KnownGroupCode": "UNO"},
]


def polecat(kind: str, mode: str, one: str, of: str, other: str, its: str) -> dict[str, str]:
    """Return a row of POLECAT."""
    return {
        "Event ID": f"{kind}-{one}-{other}",
        "Event Date": "2023-10-17",
        "Event Type": kind,
        "Event Mode": mode,
        "Event Intensity": "2.5",
        "Actor Name": one,
        "Actor Country": of,
        "Recipient Name": other,
        "Recipient Country": its,
        "Placename": "Pyongyang",
        "Country": "North Korea",
        "Latitude": "39.02",
        "Longitude": "125.75",
        "Story IDs": "story-1",
        "Headline": "An example headline",
    }


POLECAT = [
    polecat("CONSULT", "visit", "Ann Example", "RUS", "Ministry of Examples", "PRK"),
    polecat("COOPERATE", "", "several", "USA;KOR;JPN", "North Korea", "PRK"),
    polecat("COERCE", "arrest", "Police", "NAM", "None", "None"),
    polecat("DANCE", "", "Ann Example", "RUS", "North Korea", "PRK"),
    polecat("AID", "", "Somebody", "None", "North Korea", "PRK"),
]


def acled(id_: str, precision: str, kind: str, one: str, other: str, day: str) -> dict[str, str]:
    """Return a row of ACLED."""
    return {
        "event_id_cnty": id_,
        "event_date": day,
        "time_precision": precision,
        "sub_event_type": kind,
        "actor1": one,
        "inter1": "1",
        "actor2": other,
        "country": "Mali",
        "location": "Example Town",
        "latitude": "14.5",
        "longitude": "-4.2",
        "source": "Example Radio; Example Daily",
        "notes": "Made-up note.",
        "fatalities": "0",
    }


MALI = "Military Forces of Mali (2021-)"
ACLED = [
    acled("MLI1", "1", "Armed clash", MALI, "Example Front of the North", "2023-10-17"),
    acled("MLI2", "2", "Attack", "Example Front of the North", "Civilians (Mali)", "2023-10-17"),
    acled("MLI3", "3", "Peaceful protest", "Protesters (Mali)", "", "17 October 2023"),
    acled("MLI4", "1", "Air/drone strike", "Police Forces of Niger (2023-)", "", "2023-10-18"),
    acled("MLI5", "1", "Juggling", MALI, "", "2023-10-17"),
]


def ucdp(id_: str, kind: str, one: str, number: str, other: str, **more: str) -> dict[str, str]:
    """Return a row of UCDP GED."""
    row = {
        "id": id_,
        "type_of_violence": kind,
        "dyad_name": f"{one} - {other}",
        "side_a": one,
        "gwnoa": number,
        "side_b": other,
        "where_coordinates": "Example town",
        "country": "Yemen (North Yemen)",
        "latitude": "15.3",
        "longitude": "44.2",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2019-03-02 00:00:00.000",
        "date_end": "2019-03-02 00:00:00.000",
    }
    return row | more


UCDP = [
    ucdp("101", "1", "Government of Yemen (North Yemen)", "678", "Forces of Example"),
    ucdp("102", "2", "Forces of Example", "", "Example Brigade", date_end="2019-03-05"),
    ucdp("103", "3", "Government of Russia (Soviet Union)", "365", "Civilians", event_clarity="2"),
    ucdp("105", "1", "Government of Peru", "135", "Example Brigade", date_prec="4")
    | {"date_start": "2019-03-01", "date_end": "2019-03-31"},
    ucdp("104", "1", "Government of Nowhere", "9999", "Forces of Example"),
]


def mid(one: str, other: str, host: str, **more: str) -> dict[str, str]:
    """Return a row of the dyadic disputes of COW."""
    row = {
        "disno": "4711",
        "statea": one,
        "namea": "A",
        "stateb": other,
        "nameb": "B",
        "strtday": "2",
        "strtmnth": "6",
        "strtyr": "1951",
        "endday": "-9",
        "endmnth": "7",
        "endyear": "1951",
        "year": "1951",
        "hihost": host,
    }
    return row | more


MID = [
    mid("2", "365", "4"),
    mid("2", "365", "4", year="1952"),
    mid("002", "710", "3", strtday="-9", endmnth="-9"),
    mid("240", "255", "5", strtyr="1860", endyear="1860", endmnth="-9"),
    mid("2", "999", "4"),
    mid("255", "300", "5", strtyr="1914", endyear="1914"),
]
ROWS = {
    "icews": ICEWS,
    "gdelt2": GDELT,
    "polecat": POLECAT,
    "acled": ACLED,
    "ucdp-ged": UCDP,
    "cow-mid": MID,
}


def text_of(name: str) -> str:
    """Return the table of a recipe as the text of a file; GDELT has no header."""
    between = SEPARATORS.get(name, ",")
    columns = COLUMNS[name]
    lines = [] if name == "gdelt2" else [between.join(columns)]
    lines += [between.join(row.get(column, "") for column in columns) for row in ROWS[name]]
    return "\n".join(lines) + "\n"
