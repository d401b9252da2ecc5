/* Printing: the server draws charts, list and sources for the sheet. The browser lays out the sheet
   as soon as the handlers of the event return, so the request is synchronous. */
import { byId, element } from "./dom.mjs";

function fill() {
  const request = new XMLHttpRequest();
  request.open("GET", `paper${window.location.search}`, false);
  try {
    request.send();
  } catch {
    return; // The server is gone: the page itself is printed.
  }
  // `markup.py` has escaped every text.
  if (request.status !== 200) return;
  byId("paper").innerHTML = request.responseText;
  const day = new Date().toISOString().slice(0, 10);
  const view = element("p", { class: "quiet", dir: "ltr" }, `${window.location.href} · ${day}`);
  byId("paper").firstElementChild.append(view);
}

const clear = () => byId("paper").replaceChildren();

window.addEventListener("beforeprint", fill);
window.addEventListener("afterprint", clear);
// A page that is only shown as on paper, as in developer tools, gets no event of printing.
window.matchMedia("print").addEventListener("change", ({ matches }) => {
  if (!matches) clear();
  else if (!byId("paper").hasChildNodes()) fill();
});
