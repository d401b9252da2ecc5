"""Column words: the names that people give to the columns of a table, in several languages."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.date_languages import folded
from dashboard.model.other_words import OTHER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATE, END, TIME = "date", "end", "date.time"
YEAR, MONTH, DAY = "date.year", "date.month", "date.day"
LAT, LON = "place.lat", "place.lon"

COLUMN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # English | German | French | Spanish | Russian | Korean | Japanese | Chinese
        DATE: "date|day|when|start|start date|from|begin|date start|event date|date of event"
        "|datum|tag|beginn|anfang|von|startdatum|ereignisdatum"
        "|jour|debut|date de debut|du|quand"
        "|fecha|dia|inicio|fecha de inicio|desde|cuando"
        "|дата|день|начало|дата начала|дата события|когда|с"
        "|날짜|일자|일시|시작일|시작|발생일"
        "|日付|日時|年月日|開始日|開始|発生日"
        "|日期|时间|時間|开始日期|開始日期|开始|起始日期",
        END: "end|end date|to|until|date end|finish|stop|ende|enddatum|bis|fin"
        "|date de fin|au|jusqu a"
        "|fecha de fin|fecha final|hasta|final|конец|окончание|дата окончания|по"
        "|종료일|종료|끝|終了日|終了|结束日期|結束日期|结束|截止",
        TIME: "time|hour|event time|uhrzeit|heure|hora|время|시간|시각|時刻",
        YEAR: "year|jahr|annee|ano|год|연도|년|年|年份",
        MONTH: "month|monat|mois|mes|месяц|월|月|月份",
        DAY: "day|tag|jour|dia|день|일|日",
        "title": "title|headline|heading|event|what happened|what|incident|name"
        "|subject|event title|summary"
        "|titel|ereignis|uberschrift|schlagzeile|was|vorfall|betreff"
        "|titre|evenement|intitule|quoi|objet"
        "|titulo|evento|acontecimiento|suceso|que|asunto"
        "|название|заголовок|событие|что|тема"
        "|제목|사건|사건명|무엇|件名|題名|出来事|事件|見出し|标题|標題|事件名称|题目",
        "actors": "actors|actor|who|participants|parties|perpetrator|perpetrators|actor1|actor 1"
        "|attacker|attackers|initiator|sender|side a|source actor|party a|countries|country|states"
        "|akteur|akteure|wer|beteiligte|tater|angreifer|land|lander|staat|staaten"
        "|acteur|acteurs|qui|participants|agresseur|auteurs|pays|etats"
        "|actores|quien|agresor|participantes|pais|paises|estados"
        "|актор|акторы|участники|кто|стороны|страна|страны|государство"
        "|행위자|주체|누가|참가국|당사국|국가|나라"
        "|主体|誰|行為者|行为体|行为者|參與者|参与者|参与方|当事国|参加国|国|国名|国家",
        "targets": "targets|target|against|victim|victims|recipient|receiver"
        "|opponent|opponents|actor2"
        "|actor 2|side b|target actor|party b|whom"
        "|ziel|ziele|gegen|opfer|gegner|empfanger|betroffene"
        "|cible|cibles|contre|victime|victimes|destinataire"
        "|objetivo|objetivos|contra|victima|victimas|destinatario|blanco"
        "|цель|цели|против|объект|жертва|получатель"
        "|대상|상대|상대국|피해자|대상국|標的|対象|対象国|相手|相手国|被害者"
        "|目标|目標|对象|對象|受害者|对象国",
        "sources": "source|sources|url|urls|link|links|reference|references|ref|citation|web"
        "|quelle|quellen|nachweis|beleg|lien|liens|reference|enlace|enlaces|fuente|fuentes"
        "|referencia|источник|источники|ссылка|ссылки"
        "|출처|링크|참고|출처url|出典|情報源|リンク|参照|来源|來源|链接|連結|网址|出处",
        "description": "description|note|notes|details|comment|comments|remarks|text|body|content"
        "|beschreibung|notiz|notizen|bemerkung|bemerkungen|anmerkung|kommentar|einzelheiten|inhalt"
        "|remarque|remarques|commentaire|commentaires|details|contenu"
        "|descripcion|nota|notas|comentario|comentarios|detalles|observaciones|contenido"
        "|описание|примечание|примечания|комментарий|заметки|содержание|текст"
        "|설명|내용|비고|메모|説明|内容|備考|メモ|概要|描述|说明|說明|备注|備註|详情",
        "place": "place|location|where|city|venue|site|town"
        "|ort|stadt|wo|schauplatz|standort|lieu|ville|ou|endroit|lugar|ciudad|donde|sitio"
        "|место|город|где|место события|장소|위치|도시|어디|場所|所在地|都市"
        "|地点|地點|位置|城市|地方",
        LAT: "lat|latitude|breite|breitengrad|latitud|широта|위도|緯度|纬度",
        LON: "lon|lng|long|longitude|lange|langengrad|longitud|долгота|경도|経度|经度|經度",
        "type": "type|category|kind|class|action|event type|typ|art|kategorie|ereignistyp"
        "|categorie|genre|tipo|categoria|clase|тип|вид|категория|유형|종류|분류|구분"
        "|種類|種別|分類|区分|类型|類型|类别|種類|分类",
        "status": "status|certainty|verified|verification|reliability"
        "|sicherheit|bestatigt|statut|certitude|estado|certeza|verificado"
        "|статус|достоверность|상태|확인|状態|確度|状态|狀態|可信度",
        "score": "score|goldstein|goldsteinscale|intensity|intensitat|intensite|intensidad"
        "|оценка|интенсивность|점수|강도|点数|強度|得分|强度",
        "tags": "tags|tag|keywords|keyword|labels|label|topic|topics"
        "|schlagworter|stichworter|schlagwort|thema|themen|mots cles|etiquettes|theme|themes"
        "|etiquetas|palabras clave|temas|теги|метки|ключевые слова|태그|키워드|タグ|キーワード"
        "|标签|標籤|关键词|關鍵詞",
        "lang": "language|lang|sprache|langue|idioma|язык|언어|言語|语言|語言",
        "id": "id|uid|unique id|event id|nr|no|number|identifier|номер|번호|番号|编号|編號",
        "tz": "timezone|time zone|tz|zone|zeitzone|fuseau horaire|zona horaria|часовой пояс"
        "|시간대|タイムゾーン|时区|時區",
        "importance": "importance|weight|priority|wichtigkeit|importancia"
        "|важность|중요도|重要度|重要性",
    }
)
"""Names of columns by key of the event, folded as ``as_words`` does."""
_OF = frozenset(["of", "de", "des", "du", "del", "der", "la", "le", "el"])
_OF_HEAD = 500
"""Rank of a name of which only the head is known, and of the other words for keys."""
_IGNORED = re.compile(r"[(\[][^()\[\]]*[)\]]|[^\w\s]")
_CAMEL = re.compile("(?<=[a-zа-я])(?=[A-ZА-Я])")


def as_words(name: str) -> str:
    """Return the name of a column in lower case, without accents and notes in brackets.

    Example:
        >>> as_words("Event_Date (UTC)"), as_words("Überschrift"), as_words("startDate")
        ('event date', 'uberschrift', 'start date')
    """
    return " ".join(_IGNORED.sub(" ", folded(_CAMEL.sub(" ", name)).replace("_", " ")).split())


def keys_of(name: str) -> Mapping[str, int]:
    """Return the keys that the name of a column may mean, with a rank: 0 is the best.

    The whole name is looked up, then its head: the last word, or the first before *of*.

    Example:
        >>> list(keys_of("Datum")), list(keys_of("Date of attack")), list(keys_of("City name"))
        (['date'], ['date'], ['title'])
        >>> keys_of("actor")["actors"] < keys_of("country")["actors"], dict(keys_of("fatalities"))
        (True, {})
    """
    words = as_words(name)
    found = _meanings().get(words, {})
    parts = words.split()
    if found or len(parts) < 2:
        return found
    head = parts[0] if parts[1] in _OF else parts[-1]
    if head.isdecimal():
        head = parts[-2]
    return {key: rank + _OF_HEAD for key, rank in _meanings().get(head, {}).items()}


def known_words(names: Iterable[str]) -> int:
    """Return the number of different names that are words for a column.

    >>> known_words(["Date", "Actor", "Actor", "Fatalities"])
    2
    """
    return sum(bool(keys_of(name)) for name in {*names} if len(name) <= 80)


@cache
def _meanings() -> Mapping[str, Mapping[str, int]]:
    meanings: dict[str, dict[str, int]] = {}
    for key, words in COLUMN_WORDS.items():
        for rank, word in enumerate(words.split("|")):
            meanings.setdefault(as_words(word), {}).setdefault(key, rank)
    for word, meant in OTHER_WORDS.items():
        for key, _ in meant:
            if key in COLUMN_WORDS:
                meanings.setdefault(as_words(word), {}).setdefault(key, _OF_HEAD)
    return meanings
