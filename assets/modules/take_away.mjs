/* The menu "Take away": links with the present selection, and PNG made from SVG by a canvas. */
import { byId, english } from "./dom.mjs";
import { measure } from "./viewport.mjs";
import { gettext } from "./words.mjs";

const BOXES = { timeline: "timeline", before_after: "change", aligned: "change" };
/* Pixels of a PNG for each pixel of the drawing. */
const SCALE = 2;
const LOCAL = /^(localhost|127\.|\[::1\])/;

/* The address of a link for what the page shows now. */
function addressOf(link) {
  const { export: format, chart } = link.dataset;
  const query = new URLSearchParams(window.location.search);
  if (chart) {
    const sizes = measure();
    const [width, height] = sizes[BOXES[chart] ?? "relations"];
    const scheme = document.documentElement.dataset.mantineColorScheme ?? "light";
    const look = { chart, width, height, font: sizes.scale, scheme };
    for (const [name, value] of Object.entries(look)) query.set(name, value);
  }
  return `export/${format === "png" ? "svg" : format}?${query}`;
}

const links = () => byId("take-away").querySelectorAll("a[data-export]");

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.id !== "take-away" || !target.open) return;
    for (const link of links()) link.href = addressOf(link);
  },
  { capture: true },
);

function report(words) {
  byId("take-away-status").replaceChildren(words);
}

async function drawn(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function savePng(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) return report(english((await answer.json()).error));
  const disposition = answer.headers.get("Content-Disposition") ?? "";
  const name = /filename="?([^";]+)/.exec(disposition)?.[1] ?? "chart.svg";
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(await drawn(await answer.text()));
  saved.download = name.replace(/svg$/, "png");
  saved.click();
  report(gettext("Saved {file}.", { file: saved.download }));
}

document.addEventListener("click", (press) => {
  const link = press.target.closest?.("#take-away a[data-export]");
  if (!link) return;
  link.href = addressOf(link);
  if (link.dataset.export !== "png") return;
  press.preventDefault();
  savePng(link).catch(() => report(gettext("The picture cannot be made: take SVG instead.")));
});

/* On a loopback address a copied link works on this computer only. */
export const isLocal = () => LOCAL.test(window.location.hostname);
