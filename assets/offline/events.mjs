/* The events as columns, and the choice of the reader: which of them are shown. */
import { pgettext } from "../modules/words.mjs";
import { byId } from "./dom.mjs";

/* The events are compressed: the text in the page is a third as long. */
const packed = Uint8Array.from(atob(byId("data").textContent), (char) => char.charCodeAt(0));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
export const data = await new Response(stream).json();
export const every = data.title.map((_, event) => event);
export const hidden = new Set(data.hidden);
export const isFirm = (event) => data.status[event] < 2;
export const titleOf = (event) =>
  hidden.has(event)
    ? pgettext("instead of the title of an event", "Withheld event")
    : data.title[event];
export const langOf = (event) => (!hidden.has(event) && data.lang[event]) || null;
export const namesOf = (numbers) => numbers.map((number) => data.names[number]);

const searched = every.map((event) =>
  [data.title[event], data.place[event], data.description[event], ...namesOf(data.by[event].flat())]
    .join(" ")
    .toLowerCase(),
);

/* Value of each filter; an empty text filters nothing. The window is in seconds. */
export const chosen = { country: "", type: "", status: "", text: "" };
export const span = data.span;
export const time = { from: span[0], to: span[1] };

export const isWhole = () => time.from === span[0] && time.to === span[1];
export const isFiltered = () => Object.values(chosen).some((value) => value !== "");

const TESTS = {
  country: (event, value) => data.in[event].includes(Number(value)),
  type: (event, value) => data.type[event] === Number(value),
  status: (event, value) => data.status[event] === Number(value),
  text: (event, value) => value.split(/\s+/).every((word) => searched[event].includes(word)),
};

/* The events that pass the filters, and those of them within the window. */
export function pick() {
  const tests = Object.entries(chosen).filter(([, value]) => value !== "");
  const matching = every.filter((event) =>
    tests.every(([name, value]) => TESTS[name](event, value)),
  );
  const inTime = (event) => data.to[event] > time.from && data.from[event] < time.to;
  return isWhole() ? matching : matching.filter(inTime);
}

/* Move the window to a part of the span, at least an hour long. */
export function zoomTo(from, to) {
  const length = Math.min(Math.max(to - from, 3600), span[1] - span[0]);
  time.from = Math.min(Math.max(from, span[0]), span[1] - length);
  time.to = time.from + length;
  if (length === span[1] - span[0]) [time.from, time.to] = span;
}
