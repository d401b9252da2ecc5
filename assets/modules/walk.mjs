/* Walks through the marks of a chart by keys. The chart keeps the focus, so that its keys work; the
   current mark has a ring and a tip, and is announced with its place among all marks. */
import { say as announce } from "./announce.mjs";
import { drawing } from "./drawing.mjs";
import { mark, unmark } from "./linking.mjs";
import { showTip } from "./tips.mjs";

const SVG = "http://www.w3.org/2000/svg";
/* Distance of the ring from its mark, in pixels. */
const GAP = 4;

const keyOf = ({ dataset }) => dataset.event ?? dataset.dyad ?? dataset.actor;

const say = (chart, words) => announce(words, `${chart}-announcer`);

function removeRing(chart) {
  drawing(chart)?.querySelector(".walk-ring")?.remove();
  drawing(chart)?.querySelector(".walked")?.classList.remove("walked");
}

function drawRing(chart, stop) {
  removeRing(chart);
  const { x, y, width, height } = stop.getBBox();
  const ring = document.createElementNS(SVG, "rect");
  const sides = { x: x - GAP, y: y - GAP, width: width + 2 * GAP, height: height + 2 * GAP };
  for (const [name, value] of Object.entries(sides)) ring.setAttribute(name, value);
  ring.setAttribute("class", "walk-ring");
  stop.append(ring);
  stop.classList.add("walked");
}

/* A walk through the marks that `find` returns for a drawing, in their order. `words` are announced:
   `at` gives those of a mark at its place among all, `end` beyond the last one, `none` if there is no mark. */
export class Walk {
  #key = null;

  constructor(chart, find, words, first = () => null) {
    Object.assign(this, { chart, find, words, first });
    /* A new drawing has no ring. */
    document.addEventListener("drawn", ({ target }) => {
      const stop = target.id === chart && this.current(drawing(chart));
      if (stop) drawRing(chart, stop);
    });
  }

  /* Go forward by some marks, or back; 0 shows the mark where the walk continues. */
  step(svg, by) {
    const stops = this.find(svg);
    const at = stops.findIndex((stop) => keyOf(stop) === (this.#key ?? this.first()));
    this.#go(stops, at < 0 ? (by < 0 ? stops.length - 1 : 0) : at + by);
  }

  toFirst(svg) {
    this.#go(this.find(svg), 0);
  }

  toLast(svg) {
    const stops = this.find(svg);
    this.#go(stops, stops.length - 1);
  }

  #go(stops, at) {
    const { chart, words } = this;
    const stop = stops[at];
    if (!stop) return say(chart, stops.length ? words.end : words.none);
    this.#key = keyOf(stop);
    mark(stop);
    drawRing(chart, stop);
    stop.scrollIntoView({ block: "nearest", inline: "nearest" });
    showTip(stop);
    const name = stop.getAttribute("aria-label");
    return say(chart, words.at({ name, number: at + 1, all: stops.length }));
  }

  current(svg) {
    if (this.#key === null || !svg) return null;
    return this.find(svg).find((stop) => keyOf(stop) === this.#key);
  }

  forget() {
    this.#key = null;
  }

  /* Let the next step begin at an end of the chart. */
  restart() {
    this.#key = "";
    removeRing(this.chart);
  }

  leave() {
    this.forget();
    unmark();
    removeRing(this.chart);
  }
}
