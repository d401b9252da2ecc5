"""Event types: the table against CAMEO's own rules and against the acts of real chronologies."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from babel.messages.extract import extract

from dashboard.model.event_types import (
    DEFAULT_TYPE,
    INCLUDES,
    JOINT_SCORE,
    LABEL,
    NOTE,
    SIGNAL_SCORE,
    event_types,
    grouped_types,
    quad_class_of,
)
from dashboard.model.labels import QUAD_CLASS_LABELS
from dashboard.model.type_choices import type_choices
from dashboard.model.type_hints import types_for
from tests.catalogue import extract_types
from tests.examples import REPOSITORY, tables_of
from tests.pseudo import bracketed

DATA = REPOSITORY / "dashboard" / "data"

# CAMEO code and its score in GDELT's table.
CAMEO = {
    "statement": ("010", 0.0),
    "admit": ("015", 0.0),
    "deny": ("016", -2.0),
    "express_accord": ("019", 3.4),
    "appeal": ("020", 3.0),
    "agree": ("030", 4.0),
    "consult": ("040", 1.0),
    "visit": ("042", 1.9),
    "host_visit": ("043", 2.8),
    "mediate": ("045", 5.0),
    "negotiate": ("046", 7.0),
    "support": ("051", 3.4),
    "recognise": ("054", 6.0),
    "apologise": ("055", 7.0),
    "sign_agreement": ("057", 8.0),
    "cooperate": ("060", 6.0),
    "joint_exercise": ("062", 7.4),
    "aid": ("070", 7.0),
    "military_aid": ("072", 8.3),
    "grant_asylum": ("075", 7.0),
    "concede": ("080", 5.0),
    "release_prisoners": ("0841", 7.0),
    "deescalate": ("087", 9.0),
    "investigate": ("090", -2.0),
    "demand": ("100", -5.0),
    "condemn": ("111", -2.0),
    "accuse": ("112", -2.0),
    "indict": ("115", -2.0),
    "court_ruling": ("116", -2.0),
    "reject": ("120", -4.0),
    "veto": ("129", -5.0),
    "threaten": ("130", -4.4),
    "ultimatum": ("139", -7.0),
    "protest": ("140", -6.5),
    "force_posture": ("150", -7.2),
    "reduce_relations": ("160", -4.0),
    "close_border": ("160", -4.0),
    "leave_treaty": ("160", -4.0),
    "trade_barrier": ("160", -4.0),
    "sanction": ("163", -8.0),
    "coerce": ("170", -7.0),
    "martial_law": ("1724", -5.0),
    "assault": ("180", -9.0),
    "attack": ("190", -10.0),
    "annex": ("192", -9.5),
    "mass_violence": ("200", -10.0),
}
NO_CODE = (
    "vote_for",
    "vote_against",
    "abstain",
    "adopt_resolution",
    "election",
    "coup",
    "declare_independence",
    "declare_war",
)
ROOTS = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}

# An act of real chronologies: a word that a user may write for it, and the type that fits.
ACTS = {
    "denial of an accusation": ("denial", "deny"),
    "no comment": ("no comment", "statement"),
    "admission, claim of responsibility": ("admission", "admit"),
    "accusation, disclosure of evidence": ("accusation", "accuse"),
    "condemnation": ("condemnation", "condemn"),
    "rejection of an accusation": ("reject_accusation", "deny"),
    "refusal of a proposal": ("refusal", "reject"),
    "joint communiqué": ("joint_communique", "express_accord"),
    "letter of congratulation": ("congratulations", "support"),
    "phone call": ("phone call", "consult"),
    "visit": ("trip", "visit"),
    "the host's half of a visit": ("hosting", "host_visit"),
    "summit": ("summit", "summit"),
    "mediation, hosting of talks": ("mediation", "mediate"),
    "negotiation round": ("negotiation", "negotiate"),
    "signing a treaty": ("treaty", "sign_agreement"),
    "ratification, entry into force": ("ratification", "sign_agreement"),
    "accession to an alliance": ("accession", "sign_agreement"),
    "diplomatic recognition": ("recognition", "recognise"),
    "opening of relations": ("diplomatic relations", "recognise"),
    "withdrawal from a treaty": ("treaty_withdrawal", "leave_treaty"),
    "breaking relations": ("break_relations", "reduce_relations"),
    "expelling diplomats": ("expulsion", "reduce_relations"),
    "recalling an ambassador": ("recall_ambassador", "reduce_relations"),
    "summoning an ambassador": ("summon", "condemn"),
    "suspension from an organisation": ("suspension", "reduce_relations"),
    "leaving an organisation": ("leave_organisation", "leave_treaty"),
    "sanctions, asset freeze, export control": ("asset freeze", "sanction"),
    "tariffs": ("tariffs", "trade_barrier"),
    "lifting sanctions": ("lift_sanctions", "concede"),
    "seizure of a ship or of assets": ("seizure", "coerce"),
    "arrest of a spy or journalist": ("arrest", "coerce"),
    "extradition": ("extradition", "cooperate"),
    "prisoner exchange, release": ("prisoner_exchange", "release_prisoners"),
    "asylum": ("asylum", "grant_asylum"),
    "warrant, indictment": ("arrest_warrant", "indict"),
    "order or ruling of a court": ("ruling", "court_ruling"),
    "resolution adopted": ("resolution", "adopt_resolution"),
    "vote in favour": ("vote_in_favour", "vote_for"),
    "vote against": ("vote against", "vote_against"),
    "abstention": ("abstention", "abstain"),
    "veto": ("veto", "veto"),
    "election, appointment, death of a leader": ("election", "election"),
    "coup": ("coup attempt", "coup"),
    "martial law, state of emergency": ("state_of_emergency", "martial_law"),
    "demonstration": ("demonstration", "protest"),
    "independence declared": ("independence", "declare_independence"),
    "annexation": ("annexation", "annex"),
    "closing a border or airspace": ("airspace_closure", "close_border"),
    "leaflets, balloons, disinformation": ("disinformation", "coerce"),
    "cyber attack": ("cyber_attack", "coerce"),
    "sabotage of cables, pipelines": ("sabotage", "coerce"),
    "unilateral exercise, show of force": ("show_of_force", "force_posture"),
    "joint exercise": ("joint drill", "joint_exercise"),
    "missile or nuclear test": ("missile_test", "force_posture"),
    "satellite launch": ("satellite_launch", "force_posture"),
    "mobilisation, alert": ("mobilisation", "force_posture"),
    "incursion into airspace or waters": ("incursion", "force_posture"),
    "arms delivery, arms sale": ("arms_sale", "military_aid"),
    "troops for an ally": ("deploy_for_ally", "military_aid"),
    "peacekeepers sent": ("peacekeeping", "military_aid"),
    "economic or humanitarian aid": ("humanitarian aid", "aid"),
    "intelligence sharing, trade": ("intelligence_sharing", "cooperate"),
    "ultimatum": ("ultimatum", "ultimatum"),
    "declaration of war": ("declaration of war", "declare_war"),
    "invasion, air strike, battle": ("air strike", "attack"),
    "occupation, blockade": ("blockade", "attack"),
    "assassination, bombing": ("assassination", "assault"),
    "hostage taking, abduction": ("hostage taking", "assault"),
    "chemical attack, massacre, mass expulsion": ("massacre", "mass_violence"),
    "ceasefire, withdrawal of troops": ("ceasefire", "deescalate"),
    "apology, compensation": ("apology", "apologise"),
}


def test_the_types_are_in_the_order_of_their_codes_with_the_scores_of_cameo() -> None:
    types = event_types()
    assert [id_ for id_ in types if id_ != "summit"] == [*CAMEO, *NO_CODE]
    for id_, (code, score) in CAMEO.items():
        assert (types[id_].cameo_code, types[id_].score) == (code, score), id_
    codes = [kind.cameo_code for kind in types.values() if kind.cameo_code]
    assert codes == sorted(codes)


def test_a_summit_has_the_general_code_and_says_why_its_score_is_that_of_044() -> None:
    summit = event_types()["summit"]
    assert (summit.cameo_code, summit.score) == ("040", 2.5)
    assert "044 (2.5)" in summit.note
    assert "043" in event_types()["visit"].note


def test_every_root_of_cameo_has_a_type() -> None:
    roots = {int(kind.cameo_code[:2]) for kind in event_types().values() if kind.cameo_code}
    assert roots == set(range(1, 21))


@pytest.mark.parametrize("kind", event_types())
def test_the_quad_class_follows_from_the_root(kind: str) -> None:
    found = event_types()[kind]
    assert -10 <= found.score <= 10
    assert found.label
    if found.cameo_code:
        assert int(found.cameo_code[:2]) in ROOTS[found.quad_class]
        assert found.quad_class == quad_class_of(found.cameo_code)
        assert found.quad_class in QUAD_CLASS_LABELS
    else:
        assert found.note


@pytest.mark.parametrize(("word", "id_"), ACTS.values(), ids=ACTS)
def test_every_act_of_real_chronologies_has_a_type_that_its_word_leads_to(
    word: str, id_: str
) -> None:
    assert word == id_ or id_ in types_for(word, event_types())


@pytest.mark.parametrize(
    "word", ["hug", "zzz", "treason", "parley", "sale", "refugees", "letter", "or", "x" * 300, ""]
)
def test_a_word_that_means_no_type_gets_no_suggestion(word: str) -> None:
    assert types_for(word, event_types()) == []


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("condem", "condemn"),
        ("Vist", "visit"),
        ("sanctoin", "sanction"),
        ("ceasfire", "deescalate"),
    ],
)
def test_a_misspelt_word_gets_the_type_that_is_meant(word: str, id_: str) -> None:
    assert types_for(word, event_types()) == [id_]


def test_other_words_are_folded_and_mean_no_id() -> None:
    for kind in event_types().values():
        for word in kind.other_words:
            assert word == word.casefold().replace(" ", "_")
            assert word not in event_types()


def test_scores_that_the_rules_name() -> None:
    assert event_types()[DEFAULT_TYPE].score == 0
    assert event_types()["consult"].score == JOINT_SCORE == 1.0
    assert event_types()["force_posture"].score == SIGNAL_SCORE == -7.2


def test_public_statements_are_called_so_whatever_their_score() -> None:
    assert event_types()["deny"].group.inline == "public statement"
    assert event_types()["accuse"].group.inline == "verbal conflict"


def test_the_table_cannot_be_changed() -> None:
    assert event_types() is event_types()
    assert isinstance(event_types(), MappingProxyType)


def test_types_of_a_file_are_beside_the_shipped_ones_of_this_file_only() -> None:
    tables = tables_of("""
        types:
          - {id: hug, label: A hug, score: 4, cameo: 0841, symmetric: yes}
          - {id: 포옹, label: 포옹, score: -1}
        events:
          - {date: 2023, title: A, type: hug, actors: [Japan]}
          - {date: 2024, title: B, type: 포옹, actors: [Japan], score: 3}
        """)
    hug, other = (tables.types[id_] for id_ in ("hug", "포옹"))
    assert (hug.quad_class, hug.cameo_code, hug.symmetric) == (2, "0841", True)
    assert (other.quad_class, other.group.inline) == (0, "no quad class")
    assert tables.events["score"].tolist() == [4, 3]
    assert tables.events["type"].tolist() == ["hug", "포옹"]
    assert "hug" not in event_types()


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("vote", ["vote_for", "vote_against", "abstain"]),
        ("expulsion", ["reduce_relations", "coerce"]),
        ("withdrawal", ["deescalate", "leave_treaty"]),
        ("war", ["attack", "declare_war"]),
        ("exercise", ["joint_exercise", "force_posture"]),
        ("meeting", ["consult", "summit"]),
    ],
)
def test_of_several_readings_all_are_offered(word: str, ids: list[str]) -> None:
    assert types_for(word, event_types()) == ids


def test_words_of_a_shipped_type_are_translated_and_those_of_a_file_are_not() -> None:
    own = "types: [{id: sabre, label: Sabre rattling, score: -3}]\n"
    tables = tables_of(f"{own}events: [{{date: 2023, title: T, actors: [Japan], type: sabre}}]")
    with bracketed():
        assert tables.types["sabre"].label == "Sabre rattling"
        assert tables.types["deny"].label == "⟦Deny⟧"
        assert next(iter(grouped_types(tables.types.values()))) == "⟦Public statement⟧"
        assert type_choices()["consult"] == "Talks: call or meeting"
    assert tables.types["deny"].label == "Deny"


def test_the_words_of_types_are_extracted_with_their_context() -> None:
    with (DATA / "event_types.csv").open("rb") as file:
        found = {(context, words) for _, words, _, context in extract(extract_types, file)}
    for kind in event_types().values():
        words = {LABEL: kind.label, INCLUDES: kind.includes, NOTE: kind.note}
        assert {pair for pair in words.items() if pair[1]} <= found
