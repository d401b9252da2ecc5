/* Embedding: a page in a frame shows the charts of `view` alone; the menu has the HTML to copy. */
import { byId } from "./dom.mjs";

const query = () => new URLSearchParams(window.location.search);
const view = query().get("view");
// The rules of embedding.css read it.
if (["timeline", "relations", "both"].includes(view)) document.documentElement.dataset.view = view;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/* HTML of a frame that shows the present selection. */
export function frameOf(charts, title) {
  const asked = query();
  asked.set("view", charts);
  const address = `${window.location.origin}${window.location.pathname}?${asked}`;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="600" loading="lazy"></iframe>`;
}

function write() {
  const code = byId("embed-code");
  if (code) code.value = frameOf(byId("embed-charts").value, byId("page-title").textContent);
}

// The text follows the address, which other modules set: it is written when it is looked at.
document.addEventListener("focusin", ({ target }) => {
  if (["embed-code", "embed-charts"].includes(target.id)) write();
  if (target.id === "embed-code") target.select();
});
document.addEventListener("change", ({ target }) => target.id === "embed-charts" && write());
document.addEventListener("toggle", write, true);
