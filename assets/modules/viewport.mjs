/* The viewport, which is sent to the server: widths of the charts, colour scheme, font width. */
import { provide, setProps } from "./dash.mjs";
import { byId } from "./dom.mjs";

/* In milliseconds: rest after which a resize is measured, and delay after a change of the view. */
const REST = 120;
const LAID_OUT = 60;
const SCHEME = "data-mantine-color-scheme";

const scheme = () => (document.documentElement.getAttribute(SCHEME) === "dark" ? "dark" : "light");

/* Width of the reference text, relative to its width in Python. */
function fontScale() {
  const probe = byId("text-probe").dataset;
  const context = document.createElement("canvas").getContext("2d");
  const family = window.getComputedStyle(document.body).fontFamily;
  context.font = probe.size + "px " + family;
  return context.measureText(probe.reference).width / Number(probe.width);
}

const widthOf = (selector) => Math.floor(document.querySelector(selector).clientWidth);

let relations = 0;
function measure() {
  // While another view is shown, which may be wider, the network keeps its width.
  const isShown = !byId("relations-network").hidden;
  if (isShown || !relations) relations = widthOf(".relations .panel-head");
  return {
    width: widthOf(".figure-timeline"),
    relations,
    scheme: scheme(),
    scale: Math.round(fontScale() * 1000) / 1000,
  };
}

let last = "";
function update() {
  const now = measure();
  if (JSON.stringify(now) === last) return;
  last = JSON.stringify(now);
  setProps("viewport", { data: now });
}

function start() {
  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, REST);
  };
  new ResizeObserver(later).observe(document.querySelector(".figure-timeline"));
  new MutationObserver(update).observe(document.documentElement, { attributeFilter: [SCHEME] });
  const now = measure();
  last = JSON.stringify(now);
  return now;
}

/* Whether the network and the panel of the other views are hidden. */
function view(chosen) {
  if (chosen === "network") setTimeout(update, LAID_OUT);
  return [chosen !== "network", chosen === "network"];
}

provide("viewport", { start, view });
