"""The definitions of the measures: what their numbers mean."""

from __future__ import annotations

from dashboard.analysis.relations.dyads import FEW
from dashboard.model.event_types import JOINT_SCORE, SIGNAL_SCORE
from dashboard.words.language import gettext, gettext_noop, pgettext, pgettext_noop
from dashboard.words.numbers import signed

_DEFINITIONS = (
    (
        pgettext_noop("a term that is explained", "Events out, in"),
        gettext_noop(
            "events in which the actor acts on somebody, and in which somebody acts on it. In "
            "an event without targets all participants act on each other."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "Score"),
        gettext_noop(
            "from −10 to +10. Types have the scores of CAMEO as GDELT publishes them, after the "
            "scale that Goldstein (1992) made for WEIS; an event may have a score of its own. "
            "Up to −5 is strong conflict, up to −1 conflict, from +1 cooperation, from +5 "
            "strong cooperation."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "What an event counts"),
        gettext_noop(
            "each actor acts on each target with the score of the event. Without targets the "
            "actors act on each other with it, both ways. With targets the actors also act "
            "together: {joint} on each other, both ways. Toward those whom the act is aimed at "
            "it counts {signal}, as a show of force. The event may set both (joint_score, "
            "signal_score), and its card lists every dyad with its score."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "Mean"),
        gettext_noop(
            "the mean score of these acts; an event in which one acts on two others holds two "
            "acts, and more cooperation can lower a mean. A sum would measure how much is "
            "reported."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "Most against it"),
        gettext_noop("the actor with the most acts of a score of −1 or less on it."),
    ),
    (
        pgettext_noop("a term that is explained", "Reciprocity"),
        gettext_noop(
            "the evenness of the counts: 2 · min(n, n back) / (n + n back), 1 where both act "
            "equally often, whatever their scores (after Squartini and others 2013, who measure "
            "whole networks). Acts together count both ways, so allies are near 1."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "Triads"),
        gettext_noop(
            "a tie is positive from a mean of +1 up and negative from −1 down, both directions "
            "together. Two who only acted together on others have no tie. A triad is balanced "
            "if the product of its three signs is positive (Heider 1946; Cartwright and Harary "
            "1956); whether states tend to balance is disputed (Doreian and Mrvar 2015), so "
            "this describes and does not predict."
        ),
    ),
    (
        pgettext_noop("a term that is explained", "Few, outlined"),
        gettext_noop(
            "fewer than {few} events: too few to conclude from their mean or from their sign."
        ),
    ),
)


def define_measures() -> tuple[tuple[str, str], ...]:
    """Return the terms and what they mean.

    >>> define_measures()[4]
    ('Most against it', 'the actor with the most acts of a score of −1 or less on it.')
    """
    numbers = {"joint": signed(JOINT_SCORE), "signal": signed(SIGNAL_SCORE), "few": str(FEW)}
    return tuple(
        (pgettext("a term that is explained", term), gettext(words, **numbers))
        for term, words in _DEFINITIONS
    )
