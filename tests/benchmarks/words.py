"""The words of which the titles, towns and sources of a made-up world consist."""

from __future__ import annotations

LARGEST = (
    "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "ISR", "IRN", "JPN",
    "KOR", "PRK", "IND", "PAK", "TUR", "SYR", "IRQ", "SAU", "EGY", "POL",
)  # fmt: skip
SYLLABLES = (
    "ba", "ko", "ri", "tel", "mar", "an", "du", "ves", "la", "no", "shi", "gor", "pe", "tan",
    "ul", "mi", "zer", "hav", "os", "ki", "ren", "fa", "ster", "vol", "ny", "gu", "hal", "dor",
)  # fmt: skip
VERBS = (
    "accuses", "aids", "condemns", "deters", "hosts", "invites", "praises", "recalls", "rejects",
    "sanctions", "sues", "supports", "threatens", "visits", "warns",
)  # fmt: skip
TOPICS = (
    "air space violation", "aid convoy", "arms shipment", "border talks", "ceasefire line",
    "customs union", "cyber attack", "dam project", "election monitors", "embassy staff",
    "energy deal", "fishing rights", "grain corridor", "joint patrol", "missile test",
    "naval exercise", "nuclear inspection", "peace summit", "pipeline repair",
    "prisoner exchange", "refugee quota", "satellite launch", "trade agreement",
)  # fmt: skip
OTHER_TITLES = (
    "공동 성명 발표", "연합 군사 훈련 실시", "외교부 장관 회담", "미사일 시험 발사",
    "경제 협력 협정 서명",
    "Министр посетил столицу", "Совместные учения начались", "Санкции продлены",
    "Переговоры о мире", "Посол вызван для объяснений",
    "اجتماع وزراء الخارجية", "اتفاق وقف إطلاق النار", "مناورات بحرية مشتركة",
    "بيان مشترك حول الأزمة", "تبادل الأسرى بين الطرفين",
)  # fmt: skip
PUBLISHERS = (
    "AFP", "Al Jazeera", "ANSA", "DPA", "Kyodo", "Reuters", "TASS", "The Hindu", "Xinhua", "Yonhap",
)  # fmt: skip
TYPES = (
    "statement", "deny", "appeal", "agree", "consult", "visit", "summit", "negotiate", "support",
    "sign_agreement", "cooperate", "joint_exercise", "aid", "military_aid", "concede",
    "deescalate", "investigate", "demand", "condemn", "accuse", "reject", "veto", "threaten",
    "protest", "force_posture", "reduce_relations", "sanction", "coerce", "assault", "attack",
    "mass_violence",
)  # fmt: skip
"""Types of the events of a world, whatever types there are beside them."""
