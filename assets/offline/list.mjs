/* The list of events: of many the first ones, until all are asked for or printed. */
import { ngettext } from "../modules/words.mjs";
import { byId, draw, make, sign } from "./dom.mjs";
import { data, isFirm, langOf, titleOf } from "./events.mjs";

const MOST_ROWS = 100;
const list = byId("list");

/* The sign of an event. */
export const key = (event) =>
  draw(
    "svg",
    { class: "key", width: 16, height: 16, "aria-hidden": "true" },
    sign(8, 8, data.tone[event], 0, isFirm(event)),
  );

/* A link that opens the card of an event. */
export const link = (event) =>
  make(
    "a",
    { href: `#e${event}`, "data-e": event },
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
  more.textContent = ngettext("Show all {n} event", "Show all {n} events", listed.length);
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
