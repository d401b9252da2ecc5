/* The viewport, which is sent to the server: sizes of the charts and width of the font.
   A drawing is enlarged as a whole by the text size that the reader has chosen: its box is reported
   in pixels of the drawing, so that the server never draws more than fits. */
import { provide, setProps } from "./dash.mjs";
import { byId } from "./dom.mjs";

/* Rest after which a resize is measured, in milliseconds. */
const REST = 120;
/* Text size of a browser whose reader has chosen none, in pixels. */
const USUAL_TEXT = 16;
/* Least width of a drawing, in its pixels: on a narrow screen it is enlarged less than the texts. */
const LEAST_WIDTH = 240;
/* Pixels beside a chart that fills the screen. */
const MARGINS = 32;
const CHARTS = ["timeline", "relations", "change"];

/* Width of the reference text, relative to its width in Python. */
function fontScale() {
  const probe = byId("text-probe").dataset;
  const context = document.createElement("canvas").getContext("2d");
  const family = window.getComputedStyle(document.body).fontFamily;
  context.font = probe.size + "px " + family;
  return context.measureText(probe.reference).width / Number(probe.width);
}

/* Text size of the reader, as a multiple of the usual one; layout.css enlarges the drawings by it. */
function textZoom() {
  const root = document.documentElement;
  const chosen = parseFloat(window.getComputedStyle(root).fontSize) / USUAL_TEXT;
  const zoom = Math.max(1, Math.min(chosen, (root.clientWidth - MARGINS) / LEAST_WIDTH));
  root.style.setProperty("--text-zoom", zoom);
  return zoom;
}

const last = {};

/* Whether a box is as high as its chart; all others have a height of their own and scroll. */
const grows = (box) => window.getComputedStyle(box).overflowY === "visible";

/* Size of the box of each chart; a box that is hidden keeps its last size. */
function sizes() {
  const zoom = textZoom();
  const inDrawing = (pixels) => Math.floor(pixels / zoom);
  for (const name of CHARTS) {
    const box = document.querySelector(".figure-" + name);
    const { clientWidth, clientHeight } = box;
    if (clientWidth) {
      last[name] = [inDrawing(clientWidth), grows(box) ? 0 : inDrawing(clientHeight)];
    }
    last[name] ??= [inDrawing(document.documentElement.clientWidth - MARGINS), 0];
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
  // As wide as the text size of the reader, which may change while the page is open.
  observer.observe(byId("text-probe"));
  for (const name of CHARTS) observer.observe(document.querySelector(".figure-" + name));
  const now = measure();
  sent = JSON.stringify(now);
  return now;
}

provide("viewport", { start });
