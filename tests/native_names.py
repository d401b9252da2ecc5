"""Makes ``dashboard/data/native_names.csv``: names of states and territories in other languages.

Source: the Unicode CLDR as in Babel 2.18.0 (Unicode License v3). Each state has its names in its
own official languages and in ``LANGUAGES``, and the formal and short names of ``FURTHER``.

    pip install babel==2.18.0
    python -m tests.native_names > dashboard/data/native_names.csv

A name that the other tables have, or that looks like a code, is left out.
"""

from __future__ import annotations

import csv
import sys

from dashboard.model.actor_table import known_actors
from dashboard.model.names import normalise

LANGUAGES = [
    *("ar", "zh", "zh_Hant", "fr", "ru", "es"),
    *("de", "pt", "it", "ja", "ko", "uk", "fa", "he", "hi", "id", "nl", "pl", "tr", "sv"),
    *("vi", "el", "cs", "ro", "hu"),
]
"""Languages of the names of all states: those of the UN, and further ones of large newspapers."""
KOREA = ("Корея", "Corée", "Corea", "Coreia", "Kore", "Κορέα", "كوريا", "کره")
CONGO = ("Конго", "Kongo", "Κονγκό", "刚果", "剛果", "コンゴ", "콩고", "الكونغو", "کنگو", "קונגו")
"""Names that two states share: they have to be ambiguous, as in English."""
FURTHER = {
    "RUS": (
        *("РФ", "Российская Федерация", "Fédération de Russie", "Federación de Rusia"),
        *("俄罗斯联邦", "الاتحاد الروسي", "Russische Föderation", "러시아 연방", "ロシア連邦"),
    ),
    "PRK": (
        *("КНДР", "조선민주주의인민공화국", "朝鲜民主主义人民共和国", "朝鮮民主主義人民共和国"),
        *("Корейская Народно-Демократическая Республика", "RPDC", "조선인민공화국"),
        *("République populaire démocratique de Corée", "جمهورية كوريا الشعبية الديمقراطية"),
        *("República Popular Democrática de Corea", *KOREA),
    ),
    "KOR": (
        *(
            "한국",
            "남한",
            "韓國",
            "大韩民国",
            "大韓民国",
            "Республика Корея",
            "République de Corée",
        ),
        *("República de Corea", "جمهورية كوريا", "Republik Korea", *KOREA),
    ),
    "COD": (
        *("Демократическая Республика Конго", "République démocratique du Congo"),
        *("República Democrática del Congo", "刚果民主共和国", "جمهورية الكونغو الديمقراطية"),
        *("Demokratische Republik Kongo", *CONGO),
    ),
    "COG": ("République du Congo", "República del Congo", "Республика Конго", *CONGO),
    "CHN": (
        *("КНР", "中國", "中华人民共和国", "中華人民共和國", "Китайская Народная Республика"),
        *("République populaire de Chine", "República Popular China", "جمهورية الصين الشعبية"),
        *("中華人民共和国", "중화인민공화국", "Volksrepublik China"),
    ),
    "USA": (
        *("США", "美国", "美國", "米国", "アメリカ", "Соединённые Штаты Америки"),
        *("États-Unis d'Amérique", "Estados Unidos de América", "美利坚合众国", "アメリカ合衆国"),
        *("الولايات المتحدة الأمريكية", "Vereinigte Staaten von Amerika", "미합중국"),
    ),
    "GBR": ("Великобритания", "Велика Британія", "Großbritannien", "Grande-Bretagne", "英國"),
    "IRN": (
        *("Исламская Республика Иран", "République islamique d'Iran", "جمهوری اسلامی ایران"),
        *("República Islámica del Irán", "伊朗伊斯兰共和国", "جمهورية إيران الإسلامية"),
    ),
    "SYR": ("Сирийская Арабская Республика", "الجمهورية العربية السورية", "叙利亚"),
    "VEN": ("República Bolivariana de Venezuela", "Боливарианская Республика Венесуэла"),
    "MDA": ("Республика Молдова", "République de Moldova", "República de Moldova", "Молдавия"),
    "BLR": ("Республика Беларусь", "Белоруссия", "Bélarus", "Belarús"),
    "KGZ": ("Киргизия", "Кыргызская Республика"),
    "ARE": ("ОАЭ", "ОАЕ"),
    "DEU": ("ФРГ", "Bundesrepublik Deutschland", "République fédérale d'Allemagne"),
    "SUN": ("СССР", "СРСР", "Советский Союз", "URSS", "UdSSR", "苏联", "소련", "Sowjetunion"),
    "DDR": ("ГДР", "RDA", "Deutsche Demokratische Republik", "Allemagne de l'Est"),
    "YUG": ("Югославия", "Jugoslawien", "Yougoslavie", "Jugoslavija"),
    "PSE": ("Палестина", "Государство Палестина", "État de Palestine", "دولة فلسطين"),
}
"""Formal, short and former names that the CLDR does not hold."""


def main() -> None:
    from babel import Locale  # noqa: PLC0415  # nothing else needs Babel
    from babel.core import get_global  # noqa: PLC0415

    worldwide = [Locale.parse(language) for language in LANGUAGES]
    known = {normalise(name) for actor in known_actors() for name in actor.names}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "names"))
    for actor in known_actors():
        if actor.kind != "country":
            continue
        code = actor.codes[0] if actor.codes else ""
        spoken = get_global("territory_languages").get(code, {})
        own = [key for key, facts in spoken.items() if facts["official_status"]]
        locales = [*worldwide, *filter(None, map(_locale, own))]
        names = [locale.territories.get(code, "") for locale in locales]
        kept: dict[str, str] = {}
        for name in (*names, *FURTHER.get(actor.id, ())):
            form = normalise(name)
            is_code = form.isascii() and len(form) < 4
            if form and not is_code and form not in known and "|" not in name:
                kept.setdefault(form, name)
        if kept:
            writer.writerow((actor.id, "|".join(kept.values())))


def _locale(language: str) -> object:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


if __name__ == "__main__":
    main()
