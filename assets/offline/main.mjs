/* The offline page: filters, window, keys and the open event; every change draws all parts. */
import { gettext } from "../modules/words.mjs";
import { openCard } from "./card.mjs";
import { byId, own, woven } from "./dom.mjs";
import {
  chosen,
  data,
  every,
  isFiltered,
  isWhole,
  langOf,
  pick,
  span,
  time,
  titleOf,
  zoomTo,
} from "./events.mjs";
import { drawList } from "./list.mjs";
import { drawNetwork } from "./network.mjs";
import { partInWords } from "./sentences.mjs";
import "./theme.mjs";
import { drawTimeline, rehearse, shareAt } from "./timeline.mjs";

/* Time until a filtered drawing is rehearsed, in milliseconds. */
const REST = 100;
let shown = every;
let walked = -1;
const opened = () => /^#e(\d+)$/.exec(location.hash)?.[1] ?? null;
const isOpen = () => opened() !== null && Number(opened()) < every.length;

function render() {
  shown = pick();
  drawTimeline(shown);
  drawNetwork(shown);
  drawList(shown);
  const part = isFiltered() || !isWhole();
  byId("said").textContent = part ? partInWords(shown.length) : data.sentence;
  byId("clear").hidden = !part;
  // The findings are those of all events.
  for (const chart of ["timeline", "network"]) byId(`${chart}-finding`).hidden = part;
  markOpen();
}

function markOpen() {
  for (const one of document.querySelectorAll(".open")) one.classList.remove("open");
  if (!isOpen()) return;
  for (const one of document.querySelectorAll(`[data-e="${opened()}"]`)) one.classList.add("open");
}

function show() {
  if (isOpen() || !opened()) openCard(isOpen() ? Number(opened()) : null);
}

const length = () => time.to - time.from;

function zoom(factor, share = 0.5) {
  const middle = time.from + length() * share;
  zoomTo(middle - length() * factor * share, middle + length() * factor * (1 - share));
  render();
}

function pan(share) {
  const step = length() * share;
  zoomTo(time.from + step, time.to + step);
  render();
}

function home() {
  [time.from, time.to] = span;
  render();
}

/* Walk from event to event by time; Enter opens the one that was announced. */
function walk(step) {
  if (!shown.length) return;
  const at = shown.indexOf(walked) + step;
  walked = shown[Math.min(Math.max(at, 0), shown.length - 1)];
  const title = own(titleOf(walked), langOf(walked));
  byId("walk").replaceChildren(
    ...woven(gettext("{title}, {date}. Enter opens it."), { title, date: data.date[walked] }),
  );
  for (const one of document.querySelectorAll(".walked")) one.classList.remove("walked");
  for (const one of byId("timeline").querySelectorAll(`[data-e="${walked}"]`))
    one.classList.add("walked");
}

const KEYS = {
  ArrowLeft: () => pan(-0.2),
  ArrowRight: () => pan(0.2),
  ArrowDown: () => walk(1),
  ArrowUp: () => walk(-1),
  Enter: () => walked >= 0 && (location.hash = `e${walked}`),
  "+": () => zoom(0.5),
  "=": () => zoom(0.5),
  "-": () => zoom(2),
  Home: home,
};
const BUTTONS = {
  in: () => zoom(0.5),
  out: () => zoom(2),
  left: () => pan(-0.3),
  right: () => pan(0.3),
  whole: home,
};

byId("filters").addEventListener("input", ({ target }) => {
  if (!(target.name in chosen)) return;
  chosen[target.name] = target.value.trim().toLowerCase();
  render();
});
byId("filters").addEventListener("submit", (submit) => submit.preventDefault());
byId("clear").addEventListener("click", () => {
  byId("filters").reset();
  for (const name of Object.keys(chosen)) chosen[name] = "";
  home();
  byId("said").focus();
});
byId("timeline").addEventListener("keydown", (key) => {
  const act = key.ctrlKey || key.metaKey || key.altKey ? null : KEYS[key.key];
  if (!act) return;
  key.preventDefault();
  act();
});
byId("timeline").addEventListener(
  "wheel",
  (wheel) => {
    if (!wheel.ctrlKey) return;
    wheel.preventDefault();
    zoom(wheel.deltaY > 0 ? 1.25 : 0.8, Math.min(Math.max(shareAt(wheel), 0), 1));
  },
  { passive: false },
);
document.addEventListener("click", ({ target }) => {
  const event = target.closest?.("svg [data-e]")?.dataset.e;
  if (event) location.hash = `e${event}`;
  const act = BUTTONS[target.closest?.("[data-zoom]")?.dataset.zoom];
  if (act) act();
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && isOpen()) location.hash = "";
  const isTyping = /^(INPUT|SELECT)$/.test(document.activeElement.tagName);
  if (key === "/" && !isTyping) setTimeout(() => byId("filters").elements.text.focus());
});

addEventListener("hashchange", show);
render();
show();
setTimeout(rehearse, REST, every);
