/* The card of the open event, and the list of all sources. */
import { gettext, pgettext } from "../modules/words.mjs";
import { byId, make, outside, own, woven } from "./dom.mjs";
import { data, hidden, langOf, titleOf } from "./events.mjs";
import { key, link } from "./list.mjs";
import { claim, parties, score } from "./sentences.mjs";

const card = byId("card");

const cite = (number) =>
  number < 0 ? [] : [" ", make("a", { href: `#s${number + 1}` }, `[${number + 1}]`)];

const section = (heading, rows) =>
  rows?.length ? [make("h3", {}, heading), make("ul", {}, rows)] : [];

function sourceOf(number) {
  const [label, url, details, archive, lang] = data.sources[number];
  return [
    outside(url ?? "", label, lang),
    details ? [" · ", own(details)] : [],
    archive ? [" · ", outside(archive, gettext("archived copy"))] : [],
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
    return [
      make("p", {}, gettext("Its texts and sources are withheld: a source may not be passed on.")),
    ];
  const [text, place] = [data.description[event], data.place[event]];
  return [
    text ? make("p", { dir: "auto", lang: langOf(event), class: "text" }, text) : null,
    place
      ? make("p", { class: "quiet" }, woven(gettext("Place: {place}"), { place: own(place) }))
      : null,
    section(
      pgettext("heading of the claims", "Who says so"),
      data.claims[event]?.map((one) => make("li", {}, claim(one), cite(one.at(-1)))),
    ),
    section(
      gettext("Sources"),
      data.cited[event]?.map((number) => make("li", {}, `[${number + 1}] `, sourceOf(number))),
    ),
    section(
      gettext("Linked events"),
      data.links[event]?.map(([words, other]) =>
        make("li", {}, woven(words, { event: link(other) })),
      ),
    ),
  ].flat();
}

/* Show the card of an event, or none; the heading gets the focus. */
export function openCard(event) {
  for (const one of document.querySelectorAll(".open")) one.classList.remove("open");
  if (event === null) return card.replaceChildren();
  const heading = make("h2", { tabindex: -1, dir: "auto", lang: langOf(event) }, titleOf(event));
  card.replaceChildren(
    make("a", { href: "#", class: "close", "aria-label": gettext("Close this event") }, "×"),
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
      " · ",
      score(data.score[event]),
    ),
    ...facts(event).filter(Boolean),
  );
  for (const one of document.querySelectorAll(`[data-e="${event}"]`)) one.classList.add("open");
  heading.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}
