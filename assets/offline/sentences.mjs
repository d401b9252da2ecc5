/* Sentences with elements: parties, claims and scores; and the number of events in words. */
import { gettext, language, ngettext, pgettext } from "../modules/words.mjs";
import { make, own, woven } from "./dom.mjs";
import { data, every, isWhole, namesOf } from "./events.mjs";

const decimals = new Intl.NumberFormat(language, {
  numberingSystem: "latn",
  useGrouping: false,
  maximumFractionDigits: 9,
});

function join(names) {
  const comma = pgettext("between two names of a list", ", ");
  return names.flatMap((name, at) => (at ? [comma, own(name)] : [own(name)]));
}

/* Return the sentence of the parties of an event. */
export function parties(event) {
  const [actors, targets, third_parties] = data.by[event].map(namesOf).map(join);
  const sentence =
    targets.length && third_parties.length
      ? gettext("{actors} → {targets} (aimed at {third_parties})")
      : targets.length
        ? gettext("{actors} → {targets}")
        : third_parties.length
          ? gettext("{actors} (aimed at {third_parties})")
          : "{actors}";
  return woven(sentence, { actors, targets, third_parties });
}

/* Return a score with its sign at the left, in every direction of text. */
export const score = (value) =>
  make("bdi", { dir: "ltr" }, `${value < 0 ? "−" : "+"}${decimals.format(Math.abs(value))}`);

/* Return the sentence of a claim, with its date and its note. */
export function claim([by, stance, day, text]) {
  const said = woven(stance, { names: make("strong", {}, join(namesOf(by))) });
  const sentence =
    day && text
      ? pgettext("a claim with its date and its words", "{claim}, {day}: {note}")
      : day
        ? pgettext("a claim with its date and its words", "{claim}, {day}")
        : text
          ? pgettext("a claim with its date and its words", "{claim}: {note}")
          : "{claim}";
  return woven(sentence, { claim: said, day, note: make("span", { dir: "auto" }, text) });
}

/* Return the number of the events that are shown, in words. */
export function partInWords(shown) {
  return isWhole()
    ? ngettext("{shown} of {n} event", "{shown} of {n} events", every.length, { shown })
    : ngettext(
        "{shown} of {n} event, a part of the time",
        "{shown} of {n} events, a part of the time",
        every.length,
        { shown },
      );
}
