"""Recipes: which column of a table becomes which key of an event, read from TOML and written back.

A recipe is data. Its tables are ``columns`` (event key to column, or to columns of which the first
that is not blank counts), ``constants`` (event key to text), ``values`` (event key to a table from
the text of the file to the value) and ``codes`` (code of the data to the id of an actor, empty for
none). Event keys are those of an event, and the parts of a value: see ``KEYS``.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.model.actor_table import CODE_SYSTEMS
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PARTS = ("name", "country", "kind", "code")
KEYS = (
    *("date", "date.year", "date.month", "date.day", "date.time"),
    *("end", "end.year", "end.month", "end.day", "end.time", "precision", "known", "tz"),
    *(
        "title",
        "description",
        "type",
        "type.mode",
        "type.text",
        "score",
        "status",
        "importance",
        "tags",
        "id",
    ),
    *("joint_score", "signal_score", "reports", "report"),
    *("accept", "claims", "links", "sources", "actors", "targets", "aimed_at"),
    *(f"{side}.{part}" for side in ("actor", "target") for part in _PARTS),
    *("place", "place.country", "place.lat", "place.lon"),
    *("source.url", "source.title", "source.publisher", "source.author", "source.date"),
)
"""Keys of ``columns`` and ``constants``: keys of an event, ``end`` of its date, parts of values."""
DATE_ORDERS = ("", "ymd", "dmy", "mdy")
NAMES = "names"
"""Code system of data whose country column has English names."""
NO_COUNTRY = ("leave out", "keep")
"""Choices of ``no_country``: rows with a name of no country are left out, or the name is kept."""


class RecipeError(ValueError):
    """The text is not a valid recipe; the message states the place, the rule and the remedy."""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Recipe:
    """Rules by which the rows of one format become events.

    Attributes:
        name: the word for ``--recipe``; also the prefix of ids and the id of the listed source.
        title: name of the data set or format for people.
        columns: event key to the columns of which the first that is not blank counts.
        constants: event key to the text of every event where the columns have none; ``title`` may
            name other keys in braces, as in ``{actor} – {type} – {target}``.
        values: event key to the value for each text of the file.
        recognised_by: columns that a file of this format has.
        header: names of the columns of a file without a header line.
        ignored: further columns of the format that do not become part of an event.
        missing: texts of a cell that mean no value, such as ``NA``.
        code_system: a key of ``CODE_SYSTEMS``, or ``names`` for English names of states.
        place_code_system: code system of ``place.country``; default ``code_system``.
        codes: code or name of the country column to the id of an actor; empty for none.
        country_in_name: pattern whose group is the name of the state in the name of an actor.
        no_country: what happens to a row with a name of no country, one of ``NO_COUNTRY``.
        type_codes: ``cameo`` if the type is a CAMEO code.
        date_order: order of day, month and year in dates such as ``6/1/2018``.
        separators: event key to the text between several values in one cell.
        folds: whether rows of one day, source, target and code become one event.
        mutual: whether both sides act on each other, since the data do not say who began.
        licence: licence of the data, in words.
        citation: how to cite the data.
        redistribute: whether single events may be passed on to others.
    """

    name: str
    title: str
    columns: Mapping[str, Sequence[str]]
    constants: Mapping[str, str] = field(default_factory=_nothing)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=_nothing)
    recognised_by: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    code_system: str = ""
    place_code_system: str = ""
    codes: Mapping[str, str] = field(default_factory=_nothing)
    country_in_name: str = ""
    no_country: str = NO_COUNTRY[0]
    type_codes: str = ""
    date_order: str = ""
    separators: Mapping[str, str] = field(default_factory=_nothing)
    folds: bool = False
    mutual: bool = False
    licence: str = ""
    citation: str = ""
    redistribute: bool = True

    @property
    def used_columns(self) -> frozenset[str]:
        """Columns that become part of an event, or that are known to be of no use."""
        used = {column for names in self.columns.values() for column in names}
        return frozenset(used | set(self.ignored))


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "code_system": ("", NAMES, *CODE_SYSTEMS),
    "place_code_system": ("", NAMES, *CODE_SYSTEMS),
    "type_codes": ("", "cameo"),
    "date_order": DATE_ORDERS,
    "no_country": NO_COUNTRY,
}
_OF_KEYS = ("columns", "constants", "values", "separators")
"""Tables whose keys are those of ``KEYS``."""
_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def read_recipe(text: str) -> Recipe:
    r"""Return the recipe of a TOML text.

    Raises:
        RecipeError: the text is not TOML, or has an unknown key or a value of the wrong kind.

    Example:
        >>> recipe = read_recipe('name = "mine"\n[columns]\ndate = "When"\ntitle = ["What"]')
        >>> recipe.columns["date"], recipe.title
        (('When',), 'mine')
        >>> read_recipe('name = "mine"\n[columns]\ndat = "When"')
        Traceback (most recent call last):
        ...
        dashboard.formats.recipes.recipe.RecipeError: recipe [columns]: unknown key "dat"...
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"the recipe is not TOML: {error}") from error
    known = {entry.name: entry for entry in fields(Recipe)}
    _refuse_unknown(data, known, "recipe")
    for key in ("name", "columns"):
        if not data.get(key):
            raise RecipeError(f'the recipe has no "{key}": add it')
    for key in _OF_KEYS:
        if isinstance(data.get(key), dict):
            _refuse_unknown(data[key], KEYS, f"recipe [{key}]")
    values = {key: _value(key, value, str(known[key].type)) for key, value in data.items()}
    values.setdefault("title", data["name"])
    for key, choices in _CHOICES.items():
        if values.get(key, choices[0]) not in choices:
            raise RecipeError(f"recipe: {key} cannot be {quoted(values[key])}: {_or(choices)}")
    return Recipe(**values)


def recipe_text(recipe: Recipe) -> str:
    """Return a recipe as TOML, which ``read_recipe`` reads as the same recipe.

    >>> print(recipe_text(Recipe("mine", "My table", {"date": ("When",)})), end="")
    name = "mine"
    title = "My table"
    <BLANKLINE>
    [columns]
    date = "When"
    """
    plain, tables = [], []
    for entry in fields(Recipe):
        value = getattr(recipe, entry.name)
        if value in (entry.default, {}):
            continue
        if entry.name == "values":
            tables += [line for key in value for line in _table(f"values.{_key(key)}", value[key])]
        elif hasattr(value, "items"):
            tables += _table(entry.name, value)
        else:
            plain.append(f"{entry.name} = {_toml(value)}")
    return "\n".join([*plain, *tables]) + "\n"


@cache
def shipped_recipes() -> Mapping[str, Recipe]:
    """Return the shipped recipes by name.

    >>> shipped_recipes()["icews"].code_system
    'names'
    """
    folder = files("dashboard.formats").joinpath("recipes")
    found = [
        read_recipe(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    ]
    return MappingProxyType({recipe.name: recipe for recipe in found})


def _refuse_unknown(table: Mapping[str, Any], known: Any, where: str) -> None:
    for key in table:
        if key not in known:
            if isinstance(table[key], dict) and known is KEYS:
                raise RecipeError(
                    f'{where}: write a key with a dot in quotes, such as "{KEYS[-1]}"'
                )
            raise RecipeError(f"{where}: unknown key {quoted(key)}{suggestion(key, known)}")


def _or(choices: Sequence[str]) -> str:
    return f"write {listed([quoted(choice) for choice in choices if choice], 'or')}"


def _value(key: str, value: Any, kind: str) -> Any:
    """Return a value of a recipe in the type of its attribute."""
    if kind == "str" and isinstance(value, str):
        return value
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind.startswith("tuple") and (texts := _texts(value)) is not None:
        return texts
    if kind.startswith("Mapping") and isinstance(value, dict):
        if "Sequence" in kind:
            return {name: _value(f"{key}.{name}", item, "tuple") for name, item in value.items()}
        inner = "Mapping[str, str]" if kind.count("Mapping") == 2 else "str"
        return {name: _value(f"{key}.{name}", item, inner) for name, item in value.items()}
    shape = {"s": "a text in quotes", "b": "true or false", "t": "a text or a list of texts"}
    raise RecipeError(f'recipe: "{key}" needs {shape.get(kind[0], "a table")}')


def _texts(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return None


def _table(name: str, table: Mapping[str, Any]) -> list[str]:
    return ["", f"[{name}]", *(f"{_key(key)} = {_toml(value)}" for key, value in table.items())]


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _toml(key)


def _toml(value: Any) -> str:
    """Return a value in TOML; a list of one text is written as the text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    texts = list(value)
    return _toml(texts[0]) if len(texts) == 1 else f"[{', '.join(map(_toml, texts))}]"
