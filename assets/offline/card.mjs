/* The list of events, and the card of the open one. */
import { byId, make, outside, own, sign, draw } from "./dom.mjs";
import { data, hidden, isFirm, langOf, namesOf, titleOf } from "./events.mjs";

const MOST_ROWS = 100;
const list = byId("list");
const card = byId("card");

const key = (event) =>
  draw(
    "svg",
    { class: "key", width: 16, height: 16, "aria-hidden": "true" },
    sign(8, 8, data.tone[event], 0, isFirm(event)),
  );

function join(names) {
  return names.flatMap((name, at) => (at ? [", ", own(name)] : [own(name)]));
}

function parties(event) {
  const [actors, targets, aimedAt] = data.by[event].map(namesOf);
  return [
    ...join(actors),
    ...(targets.length ? [" → ", ...join(targets)] : []),
    ...(aimedAt.length ? [" (aimed at ", ...join(aimedAt), ")"] : []),
  ];
}

const link = (event, ...more) =>
  make(
    "a",
    { href: `#e${event}`, "data-e": event },
    ...more,
    make("span", { dir: "auto", lang: langOf(event) }, titleOf(event)),
  );

const item = (event) =>
  make(
    "li",
    {},
    make("span", { class: "quiet day" }, data.day[event]),
    key(event),
    link(event),
    isFirm(event) ? null : make("span", { class: "doubtful" }, data.statuses[data.status[event]]),
  );
const items = new Map();
const more = byId("more");
let listed = [];

function fill(most) {
  list.replaceChildren(
    ...listed.slice(0, most).map((event) => {
      if (!items.has(event)) items.set(event, item(event));
      return items.get(event);
    }),
  );
  more.hidden = listed.length <= most;
  more.textContent = `Show all ${listed.length} events`;
}

/* List these events, in the order of the file; of many, the first ones until all are asked for. */
export function drawList(events) {
  listed = events;
  fill(MOST_ROWS);
}

const fillAll = () => fill(listed.length);
more.addEventListener("click", fillAll);
addEventListener("beforeprint", fillAll);
matchMedia("print").addEventListener("change", fillAll);

const cite = (number) =>
  number < 0 ? [] : [" ", make("a", { href: `#s${number + 1}` }, `[${number + 1}]`)];

function claim([by, stance, day, note, source]) {
  return make(
    "li",
    {},
    make("strong", {}, join(namesOf(by))),
    ` ${stance}`,
    day ? `, ${day}` : "",
    note ? [": ", make("span", { dir: "auto" }, note)] : [],
    cite(source),
  );
}

const section = (heading, rows) =>
  rows?.length ? [make("h3", {}, heading), make("ul", {}, rows)] : [];

function sourceOf(number) {
  const [label, url, details, archive, lang] = data.sources[number];
  return [
    outside(url ?? "", label, lang),
    details ? [" · ", own(details)] : [],
    archive ? [" · ", outside(archive, "archived copy")] : [],
  ].flat();
}

/* The list of all sources, which follows once the charts are painted. */
const listSources = () =>
  byId("sources").append(
    ...data.sources.map((_, number) => make("li", { id: `s${number + 1}` }, sourceOf(number))),
  );
requestAnimationFrame(() => setTimeout(listSources));

function facts(event) {
  if (hidden.has(event))
    return [make("p", {}, "Its texts and sources are withheld: a source may not be passed on.")];
  const [text, place] = [data.description[event], data.place[event]];
  return [
    text ? make("p", { dir: "auto", lang: langOf(event), class: "text" }, text) : null,
    place ? make("p", { class: "quiet" }, "Place: ", own(place)) : null,
    section("Who says so", data.claims[event]?.map(claim)),
    section(
      "Sources",
      data.cited[event]?.map((number) => make("li", {}, `[${number + 1}] `, sourceOf(number))),
    ),
    section(
      "Linked events",
      data.links[event]?.map(([words, other]) => make("li", {}, `${words} `, link(other))),
    ),
  ].flat();
}

/* Show the card of an event, or none; the heading gets the focus. */
export function openCard(event) {
  for (const one of document.querySelectorAll(".open")) one.classList.remove("open");
  if (event === null) return card.replaceChildren();
  const score = `${data.score[event] < 0 ? "−" : "+"}${Math.abs(data.score[event])}`;
  const heading = make("h2", { tabindex: -1, dir: "auto", lang: langOf(event) }, titleOf(event));
  card.replaceChildren(
    make("a", { href: "#", class: "close", "aria-label": "Close this event" }, "×"),
    heading,
    make("p", { class: "quiet" }, `${data.date[event]} · ${data.statuses[data.status[event]]}`),
    make(
      "p",
      {},
      key(event),
      " ",
      ...parties(event),
      " · ",
      own(data.types[data.type[event]]),
      ` · ${score}`,
    ),
    ...facts(event).filter(Boolean),
  );
  for (const one of document.querySelectorAll(`[data-e="${event}"]`)) one.classList.add("open");
  heading.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}
