/* The viewport, which is sent to the server: sizes of the charts and width of the font. */
import { provide, setProps } from "./dash.mjs";
import { byId } from "./dom.mjs";

/* Rest after which a resize is measured, in milliseconds. */
const REST = 120;
const CHARTS = ["timeline", "relations", "change"];

/* Width of the reference text, relative to its width in Python. */
function fontScale() {
  const probe = byId("text-probe").dataset;
  const context = document.createElement("canvas").getContext("2d");
  const family = window.getComputedStyle(document.body).fontFamily;
  context.font = probe.size + "px " + family;
  return context.measureText(probe.reference).width / Number(probe.width);
}

const last = {};

/* Whether a box is as high as its chart; all others have a height of their own and scroll. */
const grows = (box) => window.getComputedStyle(box).overflowY === "visible";

/* Size of the box of each chart; a box that is hidden keeps its last size. */
function sizes() {
  for (const name of CHARTS) {
    const box = document.querySelector(".figure-" + name);
    const { clientWidth, clientHeight } = box;
    if (clientWidth) last[name] = [clientWidth, grows(box) ? 0 : clientHeight];
    last[name] ??= [document.documentElement.clientWidth - 24, 0];
  }
  return { ...last };
}

export const measure = () => ({ ...sizes(), scale: Math.round(fontScale() * 1000) / 1000 });

let sent = "";
function update() {
  const now = measure();
  if (JSON.stringify(now) === sent) return;
  sent = JSON.stringify(now);
  setProps("viewport", { data: now });
}

function start() {
  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, REST);
  };
  const observer = new ResizeObserver(later);
  for (const name of CHARTS) observer.observe(document.querySelector(".figure-" + name));
  const now = measure();
  sent = JSON.stringify(now);
  return now;
}

provide("viewport", { start });
